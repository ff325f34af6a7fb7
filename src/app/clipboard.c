/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "clipboard.h"

static void
forget (GdkClipboard *clipboard)
{
  if (gdk_clipboard_is_local (clipboard))
    gdk_clipboard_set_content (clipboard, NULL);
}

void
pedicle_clipboard_forget (GdkDisplay *display)
{
  forget (gdk_display_get_clipboard (display));
  forget (gdk_display_get_primary_clipboard (display));
}
