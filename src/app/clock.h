/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** pedicle_clock_now: Returns: milliseconds of a clock that goes on while the machine sleeps: what is to be forgotten
 * after ten seconds is forgotten when a closed laptop is opened the next day. */
gint64 pedicle_clock_now (void);

/** pedicle_clock_skip: for tests: so many milliseconds pass at once, as they do while the machine sleeps. */
void pedicle_clock_skip (gint64 milliseconds);

G_END_DECLS
