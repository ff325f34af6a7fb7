/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Bounded reading: plain files only, never through a link, never more than was asked for. */

/** pedicle_file_read: reads @path, a plain file of at most @max_bytes.
 * Returns: (transfer full) (nullable): the bytes, or %NULL with @error (%PEDICLE_CONTENT_ERROR_FILE) set. */
GBytes *pedicle_file_read (const char *path, gsize max_bytes, GError **error);

/** pedicle_file_read_beneath: the same for @relative below @folder; refuses absolute paths, "..", and links on the
 * way. @folder itself may be a link. */
GBytes *pedicle_file_read_beneath (const char *folder,
                                   const char *relative,
                                   gsize max_bytes,
                                   GError **error);

G_END_DECLS
