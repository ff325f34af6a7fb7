/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "numbers.h"
#include "procedure.h"

G_BEGIN_DECLS

/** The texts that a reader meets in a stretch of content, one after the other: with the captions,
 * labels and descriptions of pictures, without what is only for staff. */
typedef void (*PedicleProseFunc) (const PedicleText *text, gpointer user_data);

/** pedicle_prose_of_blocks: @blocks: (nullable) (element-type PedicleBlock). What a `use` of a
 * handout pulls in is not of them; what an answer uses stands in it. */
void pedicle_prose_of_blocks (const GPtrArray *blocks, PedicleProseFunc func, gpointer user_data);
void
pedicle_prose_of_answer (const PedicleAnswer *answer, PedicleProseFunc func, gpointer user_data);
void
pedicle_prose_of_numbers (const PedicleNumbers *numbers, PedicleProseFunc func, gpointer user_data);

/** pedicle_prose_plain: Returns: (transfer full): @markup without its elements, each placeholder as
 * #PEDICLE_READABILITY_BLANK. */
char *pedicle_prose_plain (const char *markup);

G_END_DECLS
