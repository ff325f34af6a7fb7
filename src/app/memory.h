/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION: memory
 *
 * What is freed is overwritten, in the whole process. The visit overwrites what it holds by itself; but the toolkit
 * makes copies of each word that is typed, shown, undone or told to a screen reader, and frees them as they are. With
 * the GNU C library this file takes the place of free() and realloc(); elsewhere, and under a sanitizer, which needs
 * them itself, it does nothing.
 */

/** pedicle_memory_scrub: overwrites what free() does not see: GLib's own small pieces, and the stack below. */
void pedicle_memory_scrub (void);

/** pedicle_memory_is_guarded: whether free() overwrites here. */
gboolean pedicle_memory_is_guarded (void);

G_END_DECLS
