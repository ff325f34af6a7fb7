/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "problem.h"

G_BEGIN_DECLS

/** What is said to the person at the terminal: UTF-8 in every locale, so that equal calls print
 * equal bytes. */

/** pedicle_console_fail: "pedicle-cli: " and a whole sentence, on standard error. */
void pedicle_console_fail (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** pedicle_console_tell: problems met on the way, on standard error. */
void pedicle_console_tell (const PedicleProblems *problems);

/** pedicle_console_put: a result, on standard output. Returns: %FALSE when it could not be written;
 * that was told. */
gboolean pedicle_console_put (const char *text);
gboolean pedicle_console_put_bytes (GBytes *bytes);

G_END_DECLS
