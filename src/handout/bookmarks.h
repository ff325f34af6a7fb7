/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages-private.h"

G_BEGIN_DECLS

/** pedicle_bookmarks_add: the headings of @pages, each below the one of the level above it, become
 * bookmarks of @surface, which is one of PDF. */
void pedicle_bookmarks_add (const PediclePages *pages, cairo_surface_t *surface);

G_END_DECLS
