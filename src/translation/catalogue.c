/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue.h"

#include <gettext-po.h>
#include <gio/gio.h>
#include <string.h>

#include "catalogue-private.h"
#include "inline.h"
#include "language.h"
#include "sum.h"

struct _PedicleCatalogue
{
  char *language;
  char *path; /* (nullable) in English */
  char *digest;
  PediclePoFile *file; /* (nullable) in English */
  GHashTable *index; /* (nullable) in English: the set of the file's messages, by context and id */
  PedicleCatalogue *next; /* (nullable): asked for what this one does not have */
};

/* ---- making ---- */

static guint
message_hash (gconstpointer data)
{
  const PedicleMessage *message = data;

  return g_str_hash (message->id) * 31 +
         (message->context != NULL ? g_str_hash (message->context) : 0);
}

static gboolean
message_equal (gconstpointer a, gconstpointer b)
{
  const PedicleMessage *x = a, *y = b;

  return strcmp (x->id, y->id) == 0 && g_strcmp0 (x->context, y->context) == 0;
}

static PedicleCatalogue *
catalogue_new (const char *language)
{
  PedicleCatalogue *catalogue = g_atomic_rc_box_new0 (PedicleCatalogue);

  catalogue->language = g_strdelimit (g_strdup (language), "-", '_');
  return catalogue;
}

PedicleCatalogue *
pedicle_catalogue_new_english (void)
{
  PedicleCatalogue *catalogue = catalogue_new ("en");

  catalogue->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "", 0);
  return catalogue;
}

static char *
header_field (const PediclePoFile *file, const char *field)
{
  return file->header != NULL ? po_header_field (file->header, field) : NULL;
}

PedicleCatalogue *
pedicle_catalogue_parse (GBytes *bytes, const char *name, const char *language, GError **error)
{
  g_autoptr (PediclePoFile) file = NULL;
  g_autofree char *own = NULL;
  PedicleCatalogue *catalogue;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  file = pedicle_po_file_parse (bytes, name, error);
  if (file == NULL)
    return NULL;
  own = language == NULL ? header_field (file, "Language") : g_strdup (language);
  if (own == NULL || !pedicle_language_is_tag (own))
    {
      g_set_error (error, PEDICLE_TRANSLATION_ERROR, PEDICLE_TRANSLATION_ERROR_LANGUAGE,
                   "%s: error: the header does not say which language this is; add a line "
                   "\"Language: es\\n\" to it",
                   name);
      return NULL;
    }

  catalogue = catalogue_new (own);
  catalogue->path = g_strdup (name);
  catalogue->digest = pedicle_sum_bytes (bytes);
  catalogue->index = g_hash_table_new (message_hash, message_equal);
  for (guint i = 0; i < file->messages->len; i++)
    g_hash_table_add (catalogue->index, file->messages->pdata[i]);
  catalogue->file = g_steal_pointer (&file);
  return catalogue;
}

PedicleCatalogue *
pedicle_catalogue_read (const char *path, const char *language, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = pedicle_po_file_load (path, error);
  return bytes != NULL ? pedicle_catalogue_parse (bytes, path, language, error) : NULL;
}

void
pedicle_catalogue_chain (PedicleCatalogue *catalogue, PedicleCatalogue *next)
{
  g_autofree char *digests = g_strconcat (catalogue->digest, next->digest, NULL);

  g_return_if_fail (catalogue->next == NULL);

  catalogue->next = pedicle_catalogue_ref (next);
  g_free (catalogue->digest);
  catalogue->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, digests, -1);
}

PedicleCatalogue *
pedicle_catalogue_ref (PedicleCatalogue *catalogue)
{
  return g_atomic_rc_box_acquire (catalogue);
}

static void
catalogue_clear (gpointer data)
{
  PedicleCatalogue *catalogue = data;

  g_clear_pointer (&catalogue->next, pedicle_catalogue_unref);
  g_clear_pointer (&catalogue->index, g_hash_table_unref);
  g_clear_pointer (&catalogue->file, pedicle_po_file_free);
  g_free (catalogue->language);
  g_free (catalogue->path);
  g_free (catalogue->digest);
}

void
pedicle_catalogue_unref (PedicleCatalogue *catalogue)
{
  g_atomic_rc_box_release_full (catalogue, catalogue_clear);
}

/* ---- asking ---- */

const char *
pedicle_catalogue_get_language (const PedicleCatalogue *catalogue)
{
  return catalogue->language;
}

const char *
pedicle_catalogue_get_path (const PedicleCatalogue *catalogue)
{
  return catalogue->path;
}

gboolean
pedicle_catalogue_is_english (const PedicleCatalogue *catalogue)
{
  return catalogue->file == NULL;
}

gboolean
pedicle_catalogue_is_rtl (const PedicleCatalogue *catalogue)
{
  return pedicle_language_is_rtl (catalogue->language);
}

const char *
pedicle_catalogue_digest (const PedicleCatalogue *catalogue)
{
  return catalogue->digest;
}

char *
pedicle_catalogue_get_header (const PedicleCatalogue *catalogue, const char *field)
{
  for (; catalogue != NULL && catalogue->file != NULL; catalogue = catalogue->next)
    {
      char *value = header_field (catalogue->file, field);

      if (value != NULL)
        return value;
    }
  return NULL;
}

GPtrArray *
pedicle_catalogue_get_messages (const PedicleCatalogue *catalogue)
{
  return catalogue->file != NULL ? catalogue->file->messages : NULL;
}

const PedicleCatalogue *
pedicle_catalogue_get_next (const PedicleCatalogue *catalogue)
{
  return catalogue->next;
}

/* The first of the chain that says anything; else the entry that is there but empty. */
static const PedicleMessage *
find_message (const PedicleCatalogue *catalogue, const PedicleText *text)
{
  const PedicleMessage key = { .context = (char *) text->context, .id = (char *) text->markup };
  const PedicleMessage *empty = NULL;

  for (; catalogue != NULL && catalogue->file != NULL; catalogue = catalogue->next)
    {
      const PedicleMessage *message = g_hash_table_lookup (catalogue->index, &key);

      if (message != NULL && *message->str != '\0')
        return message;
      if (empty == NULL)
        empty = message;
    }
  return empty;
}

static PedicleTranslationState
message_state (const PedicleMessage *message)
{
  if (message == NULL || *message->str == '\0')
    return PEDICLE_STATE_MISSING;
  if (message->fuzzy)
    return PEDICLE_STATE_FUZZY;
  return pedicle_inline_same_shape (message->id, message->str, NULL) ? PEDICLE_STATE_TRANSLATED
                                                                     : PEDICLE_STATE_BROKEN;
}

const char *
pedicle_catalogue_lookup (const PedicleCatalogue *catalogue,
                          const PedicleText *text,
                          PedicleTranslationState *state)
{
  PedicleTranslationState found = PEDICLE_STATE_SOURCE;
  const PedicleMessage *message = NULL;

  g_return_val_if_fail (catalogue != NULL && text != NULL, NULL);

  if (!pedicle_catalogue_is_english (catalogue))
    {
      message = find_message (catalogue, text);
      found = message_state (message);
    }
  if (state != NULL)
    *state = found;
  return found == PEDICLE_STATE_TRANSLATED ? message->str : text->markup;
}

const char *
pedicle_catalogue_peek (const PedicleCatalogue *catalogue, const PedicleText *text, int *line)
{
  const PedicleMessage *message;

  g_return_val_if_fail (catalogue != NULL && text != NULL, NULL);

  message = find_message (catalogue, text);
  if (line != NULL)
    *line = message != NULL ? message->line : 0;
  return message != NULL && *message->str != '\0' ? message->str : NULL;
}
