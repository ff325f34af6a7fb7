/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** pedicle_count_find: where a sentence says how many of how many, such as "16 of 100", in any script's digits.
 * @text: UTF-8; @start, @end: (out): bytes from the start of @text; untouched when it does not say so
 * Returns: whether the number @shown stands in @text with @per as the next number after it. */
gboolean pedicle_count_find (const char *text, guint shown, guint per, guint *start, guint *end);

G_END_DECLS
