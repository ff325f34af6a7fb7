/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "standing.h"

#include <string.h>

#include "prose.h"
#include "words.h"

typedef struct
{
  PedicleSession *session;
  GHashTable *places; /* files of the texts, and the contexts of the clinic's own */
  GString *line;
} Standing;

static void
note (const PedicleText *text, gpointer user_data)
{
  Standing *standing = user_data;
  const PedicleOverlay *overlay = pedicle_library_get_overlay (pedicle_session_get_library (standing->session));
  g_autofree char *file = g_strndup (text->context, strcspn (text->context, "/"));

  if (overlay != NULL && g_str_equal (file, overlay->id))
    g_hash_table_add (standing->places, g_strdup (text->context));
  else
    g_hash_table_add (standing->places, g_steal_pointer (&file));
}

static void
note_topic (Standing *standing, const PedicleTopic *topic)
{
  g_autoptr (GPtrArray) options = pedicle_session_get_options (standing->session);

  note (topic->question, standing);
  if (topic->shared != NULL)
    pedicle_prose_of_answer (topic->shared, note, standing);
  for (guint i = 0; topic->shared == NULL && i < options->len; i++)
    {
      const PedicleAnswer *answer = pedicle_procedure_find_answer (g_ptr_array_index (options, i), topic->id);
      if (answer != NULL)
        pedicle_prose_of_answer (answer, note, standing);
    }
}

static gboolean
is_signed_off (const Standing *standing)
{
  const PedicleLibrary *library = pedicle_session_get_library (standing->session);
  GHashTableIter iter;
  gpointer place;

  g_hash_table_iter_init (&iter, standing->places);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    if (strchr (place, '/') == NULL && pedicle_library_find_sign_off (library, place) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_in_conflict (const Standing *standing, const PedicleOverlay *overlay)
{
  for (guint i = 0; i < overlay->conflict_marks->len; i++)
    if (g_hash_table_contains (standing->places, g_ptr_array_index (overlay->conflict_marks, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_overdue (const PedicleAbout *about)
{
  GDate today;

  pedicle_session_today (&today);
  return about->review_by != NULL && g_date_compare (&today, about->review_by) > 0;
}

static void
say (Standing *standing, const char *phrase, const char *name, const char *value)
{
  g_autofree char *words = pedicle_words_phrase (standing->session, pedicle_session_get_spoken (standing->session), phrase,
                                                 name, value);
  g_string_append_printf (standing->line, "%s%s", standing->line->len > 0 ? " \u00b7 " : "", words);
}

char *
pedicle_standing_words (PedicleSession *session, const PedicleTopic *topic)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (session) && topic != NULL, NULL);

  const PedicleAbout *about = &pedicle_session_get_decision (session)->about;
  const PedicleLibrary *library = pedicle_session_get_library (session);
  const PedicleOverlay *overlay = pedicle_library_get_overlay (library);
  const PedicleCatalogue *spoken = pedicle_session_get_spoken (session);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  Standing standing = { session, places, line };

  note_topic (&standing, topic);
  if (is_overdue (about))
    say (&standing, PEDICLE_PHRASE_OVERDUE, NULL, "");
  if (overlay != NULL && is_in_conflict (&standing, overlay))
    say (&standing, PEDICLE_PHRASE_CONFLICT, NULL, "");
  say (&standing, PEDICLE_PHRASE_CONTENT, "version", about->version);
  if (!about->reviewed && !is_signed_off (&standing))
    say (&standing, PEDICLE_PHRASE_NOT_REVIEWED, NULL, "");
  if (overlay != NULL && overlay->n_changes > 0)
    say (&standing, PEDICLE_PHRASE_LOCAL, NULL, "");
  if (!pedicle_catalogue_is_english (spoken) && !pedicle_catalogue_is_reviewed (spoken, library))
    say (&standing, PEDICLE_PHRASE_TRANSLATION_NOT_REVIEWED, NULL, "");
  return g_strdup (line->str);
}
