/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "approval.h"

#include <string.h>

#include "dates.h"

static char *
file_of (const char *place)
{
  return g_strndup (place, strcspn (place, "/"));
}

static void
note_file (PedicleComposer *composer, const char *id)
{
  if (!g_hash_table_contains (composer->files, id))
    g_hash_table_add (composer->files, g_strdup (id));
}

void
pedicle_approval_note (PedicleComposer *composer, const PedicleText *text)
{
  const PedicleOverlay *overlay = pedicle_library_get_overlay (composer->request->library);
  g_autofree char *file = file_of (text->context);

  if (overlay != NULL && strcmp (file, overlay->id) == 0)
    g_hash_table_add (composer->local, g_strdup (text->context));
  else
    note_file (composer, file);
}

void
pedicle_approval_note_page (PedicleComposer *composer)
{
  static const char *const foot[] = { PEDICLE_PHRASE_PAGE, PEDICLE_PHRASE_CONTENT,
                                      PEDICLE_PHRASE_REVIEW_BY, PEDICLE_PHRASE_LOCAL };
  const PedicleField *name =
      pedicle_placeholders_find (&composer->placeholders, PEDICLE_FIELD_PATIENT_NAME);

  for (guint i = 0; i < G_N_ELEMENTS (foot); i++)
    {
      const PedicleText *phrase =
          pedicle_library_find_phrase (composer->request->library, foot[i]);

      if (phrase != NULL)
        pedicle_approval_note (composer, phrase);
    }
  if (name != NULL && name->label != NULL && !composer->name_placed)
    pedicle_approval_note (composer, name->label);
  /* A block that the clinic hides leaves no word behind. */
  note_file (composer, composer->decision->id);
  note_file (composer, composer->request->handout->id);
  if (composer->procedure != NULL)
    note_file (composer, composer->procedure->id);
}

bool
pedicle_approval_is_overdue (const PedicleComposer *composer)
{
  const GDate *by = composer->decision->about.review_by;

  return by != NULL && composer->request->today != NULL &&
         g_date_compare (composer->request->today, by) > 0;
}

char *
pedicle_approval_conflicts (const PedicleComposer *composer)
{
  const PedicleOverlay *overlay = pedicle_library_get_overlay (composer->request->library);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; overlay != NULL && i < overlay->conflicts->len; i++)
    {
      const char *mark = overlay->conflict_marks->pdata[i];

      if (g_hash_table_contains (composer->files, mark) ||
          g_hash_table_contains (composer->local, mark))
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                                (const char *) overlay->conflicts->pdata[i]);
    }
  return list->len > 0 ? g_strdup (list->str) : NULL;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Of each file on the sheet, in order; none when one lacks it. What the layer itself says was
 * approved with it. Returns: (transfer container) (element-type PedicleSignOff) */
static GPtrArray *
list_sign_offs (const PedicleComposer *composer)
{
  const PedicleLibrary *library = composer->request->library;
  const PedicleOverlay *overlay = pedicle_library_get_overlay (library);
  g_autofree const char **files =
      (const char **) g_hash_table_get_keys_as_array (composer->files, NULL);
  GPtrArray *list = g_ptr_array_new ();

  qsort (files, g_hash_table_size (composer->files), sizeof *files, compare_ids);
  for (const char **file = files; overlay != NULL && *file != NULL; file++)
    {
      const PedicleSignOff *review = pedicle_library_find_sign_off (library, *file);

      if (review == NULL)
        {
          g_ptr_array_set_size (list, 0);
          break;
        }
      g_ptr_array_add (list, (gpointer) review);
    }
  return list;
}

static char *
person_of (const PedicleSignOff *review)
{
  return review->role != NULL && *review->role != '\0'
             ? g_strdup_printf ("%s (%s)", review->by, review->role)
             : g_strdup (review->by);
}

static char *
format_review (const PedicleComposer *composer, const char *name, const GDate *on)
{
  g_autofree char *date =
      on != NULL ? pedicle_dates_format (&composer->phrasing, on) : g_strdup ("");

  return pedicle_phrasing_get (&composer->phrasing, PEDICLE_PHRASE_REVIEWED, "name",
                               name != NULL ? name : "", "date", date, NULL);
}

/* Each person once, and the day of the oldest. */
static char *
sign_off_words (const PedicleComposer *composer, const GPtrArray *reviews)
{
  g_autofree char *names = NULL;
  g_autoptr (GHashTable) persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GDate *oldest = NULL;

  for (guint i = 0; i < reviews->len; i++)
    {
      const PedicleSignOff *review = reviews->pdata[i];
      char *person = person_of (review);

      if (oldest == NULL || (review->on != NULL && g_date_compare (review->on, oldest) < 0))
        oldest = review->on;
      if (!g_hash_table_add (persons, person))
        continue;
      if (names == NULL)
        names = g_strdup (person);
      else
        {
          char *both = pedicle_phrasing_get (&composer->phrasing, PEDICLE_PHRASE_LIST_AND, "first",
                                             names, "last", person, NULL);

          g_free (names);
          names = both;
        }
    }
  return format_review (composer, names, oldest);
}

char *
pedicle_approval_words (const PedicleComposer *composer, bool *reviewed)
{
  const PedicleAbout *about = &composer->decision->about;
  g_autoptr (GPtrArray) reviews = list_sign_offs (composer);

  *reviewed = reviews->len > 0 || about->reviewed;
  if (reviews->len > 0)
    return sign_off_words (composer, reviews);
  if (about->reviewed)
    return format_review (composer, about->reviewed_by, about->reviewed_on);
  return pedicle_phrasing_get (&composer->phrasing, PEDICLE_PHRASE_NOT_REVIEWED, NULL);
}
