/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gallery.h"
#include "read.h"

G_BEGIN_DECLS

/** PedicleLoader: everything that was found in the content folders while it is read, checked and
 * joined. */
typedef struct
{
  PedicleProblems *problems; /* borrowed */
  bool to_print;             /* what no sheet needs is left for later */
  GPtrArray *folders;        /* (element-type utf8) that were read */
  GPtrArray
      *files; /* (element-type PedicleReader) in the order of folders and paths, good or bad */
  PedicleGallery *gallery;
  PedicleChanges *changes;           /* (nullable) */
  PedicleReader *layer;              /* (nullable): the local layer's file, in @files */
  PedicleOverlay *overlay;           /* (nullable) */
  bool unread[PEDICLE_N_FILE_KINDS]; /* a file that seems to be of this kind was no well-formed XML
                                      */
  GHashTable *by_id;                 /* id -> PedicleReader: the first file with the id */
  GHashTable *models; /* PedicleReader -> its model; of files without errors, the layer left out */
} PedicleLoader;

PedicleLoader *pedicle_loader_new (bool to_print, PedicleProblems *problems);
void pedicle_loader_free (PedicleLoader *loader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleLoader, pedicle_loader_free)

/** pedicle_loader_read: finds and parses the files of @folders, and the local layer at @overlay
 * (nullable). */
void pedicle_loader_read (PedicleLoader *loader, const char *const *folders, const char *overlay);

/** pedicle_loader_build: makes the model of each file. */
void pedicle_loader_build (PedicleLoader *loader);

/** pedicle_loader_find: the file of this kind with this id, good or bad. Returns: (nullable) */
PedicleReader *
pedicle_loader_find (const PedicleLoader *loader, PedicleFileKind kind, const char *id);

/** pedicle_loader_lacks_any: whether a file was no well-formed XML: what nothing seems to have may
 * stand there. */
bool pedicle_loader_lacks_any (const PedicleLoader *loader);

/** pedicle_loader_get_decision: the decision that a handout belongs to. Returns: (nullable) */
PedicleReader *
pedicle_loader_get_decision (const PedicleLoader *loader, const PedicleReader *handout);

/** pedicle_loader_free_model: lets go of what a file of this kind became. */
void pedicle_loader_free_model (PedicleFileKind kind, gpointer model);

/** for_each_file: @file runs over the files of one kind, copies with an id that is taken left out.
 */
#define for_each_file(file, file_kind, loader)                                                     \
  for (guint file##_i = 0; file##_i < (loader)->files->len; file##_i++)                            \
    for (PedicleReader *file = (loader)->files->pdata[file##_i];                                   \
         file && file->kind == (file_kind); file = NULL)

G_END_DECLS
