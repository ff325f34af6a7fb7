/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"

/** Pack: a content folder in a temporary place, made from one in the tests, changed and loaded. */
typedef struct
{
  char *folder;
  PedicleProblems *problems;
  PedicleLibrary *library; /* after pack_load */
} Pack;

/** pack_new: a copy of @source (nullable: an empty folder). */
Pack *pack_new (const char *source);
void pack_free (Pack *pack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pack, pack_free)

void pack_copy (Pack *pack, const char *source, const char *name);
void pack_copy_folder (Pack *pack, const char *source);
void pack_put (Pack *pack, const char *name, const char *text);
void pack_remove (Pack *pack, const char *name);
/** pack_edit: puts @to in the place of @from, which must be there. */
void pack_edit (Pack *pack, const char *name, const char *from, const char *to);

/** pack_load: Returns: (transfer full): the problems, one on each line, without the folder's name.
 */
char *pack_load (Pack *pack);
/** pack_load_folders: the same with more folders and a local layer. */
char *pack_load_folders (Pack *pack, const char *const *folders, const char *overlay);

/** pack_read: the whole text of a file. */
char *pack_read (const char *path);

/** pack_find_part: Returns: (nullable): of @parts, the one with this id. */
const PediclePart *pack_find_part (GPtrArray *parts, const char *id);

/** pack_list: Returns: (transfer full) (element-type utf8): the names in a folder, sorted. */
GPtrArray *pack_list (const char *folder);
