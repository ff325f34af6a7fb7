/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** pedicle_recent_forget: takes a file that a dialog has put into the list of recent files out of it again, now and a
 * moment later: a file's name may tell about a patient. */
void pedicle_recent_forget (const char *uri);

/** pedicle_recent_end: at the end of the program: does now what it would have done a moment later. */
void pedicle_recent_end (void);

G_END_DECLS
