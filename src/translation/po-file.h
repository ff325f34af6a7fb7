/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** PedicleMessage: one entry of a .po file that is not obsolete; read only. */
typedef struct
{
  char *context; /* (nullable) */
  char *id;
  char *str;       /* "" when there is no translation */
  char *comments;  /* the translator's own */
  char *extracted; /* from the content: note and greatest length */
  char *previous;  /* (nullable): the msgid that the translation was made for */
  gboolean fuzzy;
  int line; /* of the msgid; 0 when unknown */
} PedicleMessage;

/** PediclePoFile: a whole file. @header is the msgstr of the entry without msgid. */
typedef struct
{
  char *header;
  GPtrArray *messages; /* (element-type PedicleMessage) */
} PediclePoFile;

/** pedicle_po_file_load: Returns: (transfer full) (nullable): the bytes of a plain file of at most
 * %PEDICLE_CATALOGUE_MAX_BYTES. */
GBytes *pedicle_po_file_load (const char *path, GError **error);

/** pedicle_po_file_parse: @name stands in messages. Any error of syntax refuses the file.
 * Thread-safe. Returns: (transfer full) (nullable) */
PediclePoFile *pedicle_po_file_parse (GBytes *bytes, const char *name, GError **error);

void pedicle_po_file_free (PediclePoFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PediclePoFile, pedicle_po_file_free)

G_END_DECLS
