/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "block.h"
#include "element.h"
#include "shape.h"

G_BEGIN_DECLS

/**
 * SECTION: reader
 *
 * One file while it is read: its tree, walked along the format's table, with every problem
 * reported. What the walk finds (leaves, ids, references) is kept here, so that the builders of the
 * model only pick it up.
 */

typedef enum
{
  PEDICLE_FILE_OVERLAY,
  PEDICLE_FILE_SOURCES,
  PEDICLE_FILE_PHRASES,
  PEDICLE_FILE_DECISION,
  PEDICLE_FILE_PROCEDURE,
  PEDICLE_FILE_HANDOUT,
  PEDICLE_N_FILE_KINDS,
} PedicleFileKind;

/** PedicleReference: @value of @element names something; looked up when every file was read. */
typedef struct
{
  PedicleNames names;
  const char *value;
  const PedicleElement *element;
} PedicleReference;

typedef struct _PedicleChanges PedicleChanges;
typedef struct _PedicleGallery PedicleGallery;

typedef struct
{
  /* borrowed */
  PedicleProblems *problems;
  PedicleChanges *changes; /* (nullable): of the local layer */
  PedicleGallery *gallery;
  /* owned */
  PedicleFileKind kind;
  char *folder; /* the content folder */
  char *file;   /* path, as in messages */
  char *id;     /* of the root element */
  GBytes *bytes;
  PedicleXml *xml;
  /* what the walk found */
  GPtrArray *texts;      /* (element-type PedicleText) in document order */
  GHashTable *leaves;    /* element -> its PedicleText */
  GHashTable *ids;       /* id of a leaf or block -> element */
  GHashTable *warned;    /* a set of elements with a warning below them */
  GHashTable *kept;      /* the same, or with what is not known, or a use: they cannot be hidden */
  GArray *references;    /* (element-type PedicleReference) */
  GStringChunk *strings; /* values of references that are parts of attributes */
  char *digest;          /* (nullable): of what a reviewer signs; known when the files are linked */
  guint n_errors;
  bool incomplete; /* it lacks text it uses */
} PedicleReader;

/** pedicle_reader_new: reads @relative below @folder; %NULL with a problem added when it is no
 * well-formed content file. */
PedicleReader *
pedicle_reader_new (const char *folder, const char *relative, PedicleProblems *problems);
void pedicle_reader_free (PedicleReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleReader, pedicle_reader_free)

const PedicleElement *pedicle_reader_get_root (const PedicleReader *reader);

/** pedicle_reader_is_out: whether the file is left out of the library. */
static inline bool
pedicle_reader_is_out (const PedicleReader *reader)
{
  return reader->n_errors > 0 || reader->incomplete;
}

/** pedicle_reader_walk: checks the file against the format and collects its leaves, ids and
 * references. */
void pedicle_reader_walk (PedicleReader *reader);

/** pedicle_reader_error: a problem at @element; the file is left out of the library. */
void pedicle_reader_error (PedicleReader *reader,
                           const PedicleElement *element,
                           PedicleContentError code,
                           const char *message,
                           ...) G_GNUC_PRINTF (4, 5);

/** pedicle_reader_report: a problem at @element that leaves the file standing. */
void pedicle_reader_report (const PedicleReader *reader,
                            PedicleSeverity severity,
                            const PedicleElement *element,
                            PedicleContentError code,
                            const char *message,
                            ...) G_GNUC_PRINTF (5, 6);

void pedicle_reader_add_reference (PedicleReader *reader,
                                   PedicleNames names,
                                   const char *value,
                                   const PedicleElement *element);

/** pedicle_reader_text: the text of leaf @element, or what the local layer puts in its place.
 * Returns: (transfer full) (nullable): %NULL for no element and for a leaf that was wrong. */
PedicleText *pedicle_reader_text (PedicleReader *reader, const PedicleElement *element);

/** pedicle_reader_child_text: the same for the child called @name. */
PedicleText *
pedicle_reader_child_text (PedicleReader *reader, const PedicleElement *element, const char *name);

/** pedicle_reader_child_texts: (transfer full): the texts of all children called @name. */
GPtrArray *
pedicle_reader_child_texts (PedicleReader *reader, const PedicleElement *element, const char *name);

G_END_DECLS
