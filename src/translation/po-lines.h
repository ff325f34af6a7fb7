/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** pedicle_po_lines: the lines of the msgids of all entries that are not obsolete, the header's
 * included, in order.
 * @text: a .po file that libgettextpo has accepted; it does not tell the lines.
 * Returns: (transfer full) (element-type int) */
GArray *pedicle_po_lines (const char *text);

G_END_DECLS
