/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** pedicle_clipboard_forget: takes what this program has copied, or marked with the mouse, off the clipboard and the
 * primary selection. What another program has put there since stays. */
void pedicle_clipboard_forget (GdkDisplay *display);

G_END_DECLS
