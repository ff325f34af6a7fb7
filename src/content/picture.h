/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "problem.h"

G_BEGIN_DECLS

#define PEDICLE_PICTURE_MAX_BYTES (256 * 1024)
#define PEDICLE_PICTURE_MAX_NUMBER 10000.0 /* of any coordinate, in the picture's own units */

/**
 * pedicle_picture_check:
 * @bytes: an SVG
 * @file: its name in messages
 * @width: (out): of the viewBox
 * @height: (out): of the viewBox
 * @ids: (out) (optional) (transfer container): a set of the ids in the picture, strings owned by it
 * @problems: gets every problem of the picture
 *
 * Checks that it holds shapes, groups and plain gradients only: no words (they could not be translated), no styles,
 * nothing from outside, nothing that is slow to draw.
 *
 * Returns: whether it may be drawn, as it is.
 */
gboolean pedicle_picture_check (GBytes *bytes,
                                const char *file,
                                double *width,
                                double *height,
                                GHashTable **ids,
                                PedicleProblems *problems);

/** pedicle_picture_read: @src: the picture's path below the content folder, as the content names it.
 * Returns: (transfer full) (nullable): its bytes, not checked. */
GBytes *pedicle_picture_read (const char *folder, const char *src, GError **error);

/** pedicle_picture_measure: the size alone, in a hundredth of the time; nothing is checked. Returns: %FALSE when it is
 * not written as plainly as drawing programs write it: pedicle_picture_check() tells then. */
gboolean pedicle_picture_measure (GBytes *bytes, double *width, double *height);

G_END_DECLS
