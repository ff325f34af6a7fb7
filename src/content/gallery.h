/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/** PedicleGallery: the pictures of the content folders, each read once. */
/** pedicle_gallery_new: @late: a picture is checked when it is shown, see pedicle_library_load_to_print(). */
PedicleGallery *pedicle_gallery_new (bool late);
void pedicle_gallery_free (PedicleGallery *gallery);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleGallery, pedicle_gallery_free)

/** pedicle_gallery_get_figure: the picture that @source names: a path in the reader's content
 * folder; a bare name is looked for in pictures/. A picture with a problem is left out, the file
 * that shows it stands.
 * @ids: (out) (optional) (transfer none) (nullable): the ids in the picture, %NULL when it is not
 * checked yet. Returns: (transfer full) (nullable) */
PedicleFigure *pedicle_gallery_get_figure (PedicleReader *reader,
                                           const PedicleElement *element,
                                           const char *source,
                                           GHashTable **ids);

/** pedicle_gallery_get_digest: the hex digest of the picture that @source names, when it was read.
 * Returns: (nullable) */
const char *pedicle_gallery_get_digest (const PedicleReader *reader, const char *source);

/** pedicle_gallery_list: Returns: (transfer full) (element-type utf8): name and digest of each
 * picture, sorted. */
GPtrArray *pedicle_gallery_list (PedicleGallery *gallery);

G_END_DECLS
