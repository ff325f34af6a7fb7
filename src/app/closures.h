/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** Pure functions: words of the interface made from counts and lists. */

/** pedicle_discussed_of: Returns: (transfer full): "3 of 10 discussed". */
char *pedicle_discussed_of (guint discussed, guint topics);

/** pedicle_step_of: Returns: (transfer full): "Step 2 of 4"; both count from 1. */
char *pedicle_step_of (guint step, guint steps);

/** pedicle_page_of: Returns: (transfer full): "Page 1 of 2"; both count from 1. */
char *pedicle_page_of (guint page, guint pages);

/** pedicle_problems_in_content: Returns: (transfer full): "3 problems in the content". */
char *pedicle_problems_in_content (guint problems);

/** pedicle_questions_noted: Returns: (transfer full): "2 questions". */
char *pedicle_questions_noted (guint questions);

/** pedicle_drawn_by_hand: Returns: (transfer full): "Drawn on by hand, 2 strokes"; for 1 and more. */
char *pedicle_drawn_by_hand (guint strokes);

/** pedicle_and_more: Returns: (transfer full): "4 more", for the end of a list; empty for none. */
char *pedicle_and_more (guint more);

/** pedicle_record_copied: Returns: (transfer full): "Copied: the record of this talk, 23 lines". */
/** pedicle_places_found: how many places a search found, for who does not see them. */
char *pedicle_places_found (guint places);
char *pedicle_record_copied (guint lines);

/** pedicle_join_words: Returns: (transfer full): words joined for a list: "a, b and c". */
char *pedicle_join_words (const char *const *words);

G_END_DECLS
