/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "problem.h"

G_BEGIN_DECLS

#define PEDICLE_PICTURE_MAX_BYTES (256 * 1024)
#define PEDICLE_PICTURE_MAX_NUMBER 10000.0 /* of any coordinate, in the picture's own units */

/**
 * pedicle_picture_load:
 * @folder: the content folder
 * @src: the picture's path below it, as the content names it
 * @width: (out): of the viewBox
 * @height: (out): of the viewBox
 * @ids: (out) (optional) (transfer container): a set of the ids in the picture, strings owned by it
 * @problems: gets every problem of the picture, under the name folder/src
 *
 * Reads an SVG and checks that it holds shapes, groups and plain gradients only: no words (they could not be
 * translated), no styles, nothing from outside, nothing that is slow to draw.
 *
 * Returns: (transfer full) (nullable): the bytes that were checked, to be drawn as they are.
 */
GBytes *pedicle_picture_load (const char *folder,
                              const char *src,
                              double *width,
                              double *height,
                              GHashTable **ids,
                              PedicleProblems *problems);

/** pedicle_picture_check: the same for bytes that are in memory; @file names them in messages. */
gboolean pedicle_picture_check (GBytes *bytes,
                                const char *file,
                                double *width,
                                double *height,
                                GHashTable **ids,
                                PedicleProblems *problems);

G_END_DECLS
