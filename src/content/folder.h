/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "problem.h"

G_BEGIN_DECLS

/** pedicle_folder_list: the content files of @folder and of its sub-folders, one level deep; never
 * through a link, nothing hidden.
 * @problems: (nullable): gets what may not be read, and that there are too many
 *
 * Returns: (transfer full) (nullable) (element-type filename): paths below @folder, sorted; %NULL
 * when the folder cannot be read or holds too many.
 */
GPtrArray *pedicle_folder_list (const char *folder, PedicleProblems *problems);

/** pedicle_folder_is_pack: whether a decision stands in @folder itself, though it may be a wrong
 * one. */
gboolean pedicle_folder_is_pack (const char *folder);

/** pedicle_folder_equal: whether both paths lead to one place that exists. */
gboolean pedicle_folder_equal (const char *one, const char *other);

/** pedicle_folder_read: a file that was listed, or that the user named: its name alone may look as
 * it likes. Returns: (transfer full) (nullable): %NULL with @error set */
GBytes *pedicle_folder_read (const char *folder, const char *relative, GError **error);

G_END_DECLS
