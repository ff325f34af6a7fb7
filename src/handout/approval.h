/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compose.h"

G_BEGIN_DECLS

/** SECTION: approval
 *
 * What stands behind the words of a sheet: who has reviewed them, whether their day has passed, and
 * what the clinic put in place of a text that has changed since. After the compose step. */

/** pedicle_approval_note: @text stands on the sheet. */
void pedicle_approval_note (PedicleComposer *composer, const PedicleText *text);

/** pedicle_approval_note_page: so does what is on each page of @composer, and the sheet is of its
 * handout, its option and its decision even where no word of one is left. After the last block. */
void pedicle_approval_note_page (PedicleComposer *composer);

/** pedicle_approval_words: who has reviewed the text and when, or that nobody has. The clinic's
 * sign-off counts when it covers each file that the sheet takes words from, as they are now.
 * @reviewed: (out): whether somebody has. Returns: (transfer full) */
char *pedicle_approval_words (const PedicleComposer *composer, bool *reviewed);

/** pedicle_approval_is_overdue: whether the day to look at the text again has passed. */
bool pedicle_approval_is_overdue (const PedicleComposer *composer);

/** pedicle_approval_conflicts: what the clinic changed in the files of this sheet and what has
 * changed there since, as "file/id, file/id". Returns: (transfer full) (nullable): %NULL for none */
char *pedicle_approval_conflicts (const PedicleComposer *composer);

G_END_DECLS
