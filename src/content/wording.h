/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/** Rules for English words and for the numbers in them. */

/** pedicle_wording_has_one_in: "1 in 10", "one in ten". */
bool pedicle_wording_has_one_in (const char *plain);

/** pedicle_wording_has_relative: a figure that only compares: "20 % less", "three times more",
 * "twice as likely". */
bool pedicle_wording_has_relative (const char *plain);

guint pedicle_wording_count_words (const char *plain);

/** pedicle_wording_has_number: whether @number stands in @plain as a number of its own ("5", "5.0",
 * "1,000"). */
bool pedicle_wording_has_number (const char *plain, double number);

/** pedicle_wording_squeeze: appends @text to @to with each stretch of white space as one space;
 * none at the start. */
void pedicle_wording_squeeze (GString *to, const char *text);
bool pedicle_is_space (char character);

G_END_DECLS
