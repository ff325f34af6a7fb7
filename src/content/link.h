/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loader.h"

G_BEGIN_DECLS

/**
 * SECTION: link
 *
 * Whether what one file says of another holds: every reference names something, every option
 * answers every question, every handout and every answer finds what it uses. An error here leaves
 * the files standing, with one exception: what lacks text that it uses is left out, for half a
 * sheet must not be printed, nor an answer without a harm.
 */

/** PedicleIndex: what there is to be named. Files with errors count too: their own messages say
 * what is wrong. */
typedef struct
{
  const PedicleLoader *loader;
  GHashTable *sources;      /* id -> element */
  GHashTable *topics;       /* id -> element, of all decisions */
  GHashTable *terms;        /* id -> element */
  GHashTable *fields;       /* id -> element, of all decisions and handouts */
  GHashTable *options;      /* ids that decisions name */
  GHashTable *shared_parts; /* id -> PedicleReader of the phrases that hold it */
  GHashTable *children; /* a set of elements by parent, name and id; filled as they are asked for */
  GHashTable *parents;  /* those whose children are in it */
  GHashTable *needs;    /* of a PedicleReader with parts: part -> the fields it names; the same way */
  GHashTable *answers;  /* of a PedicleReader with an option: topic -> element; filled the same way */
} PedicleIndex;

/** pedicle_link: checks everything and reports. */
void pedicle_link (PedicleLoader *loader);

/** pedicle_link_handout: the checks of one handout. */
void pedicle_link_handout (const PedicleIndex *index, PedicleReader *handout);

/** pedicle_link_layer: the checks of the local layer. */
void pedicle_link_layer (const PedicleIndex *index);

/** pedicle_index_find_field: the element that declares @id for @file; a name that every clinic has
 * counts as declared.
 * @declared: (out): whether there is one. Returns: (nullable) */
const PedicleElement *pedicle_index_find_field (const PedicleIndex *index,
                                                const PedicleReader *file,
                                                const char *id,
                                                bool *declared);

/** pedicle_index_find_child: the child called @name of @parent with this id. Returns: (nullable) */
const PedicleElement *pedicle_index_find_child (const PedicleIndex *index,
                                                const PedicleElement *parent,
                                                const char *name,
                                                const char *id);

/** pedicle_index_find_answer: that of @procedure to @topic. Returns: (nullable) */
const PedicleElement *pedicle_index_find_answer (const PedicleIndex *index,
                                                 const PedicleReader *procedure,
                                                 const char *topic);

/** pedicle_index_get_needs: the fields that @part of @file names, some more than once.
 * Returns: (nullable) (element-type utf8) */
const GPtrArray *pedicle_index_get_needs (const PedicleIndex *index,
                                          const PedicleReader *file,
                                          const PedicleElement *part);

/** pedicle_index_find_part: the part that @use, in an answer of @file, names.
 * @holder: (out) (nullable): the file that it stands or should stand in. Returns: (nullable) */
const PedicleElement *pedicle_index_find_part (const PedicleIndex *index,
                                               PedicleReader *file,
                                               const PedicleElement *use,
                                               PedicleReader **holder);

G_END_DECLS
