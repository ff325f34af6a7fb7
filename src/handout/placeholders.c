/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "placeholders.h"

#include <string.h>

#include "dates.h"

void
pedicle_placeholders_init (PediclePlaceholders *placeholders,
                           const PedicleRequest *request,
                           const PedicleDecision *decision,
                           const PediclePhrasing *phrasing)
{
  const PedicleOverlay *overlay = pedicle_library_get_overlay (request->library);

  placeholders->request = request;
  placeholders->decision = decision;
  placeholders->phrasing = phrasing;
  if (overlay != NULL && overlay->name != NULL)
    placeholders->clinic = pedicle_inline_to_plain (
        pedicle_catalogue_lookup (request->catalogue, overlay->name, NULL));
  placeholders->limits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; overlay != NULL && overlay->limits != NULL && i < overlay->limits->len; i++)
    {
      const PedicleLimit *limit = overlay->limits->pdata[i];
      const char *from = pedicle_placeholders_get (limit->after, placeholders);
      char *date = from != NULL ? pedicle_dates_add_weeks (from, limit->weeks) : NULL;

      if (date != NULL)
        g_hash_table_replace (placeholders->limits, g_strdup (limit->field), date);
    }
}

void
pedicle_placeholders_clear (PediclePlaceholders *placeholders)
{
  g_clear_pointer (&placeholders->clinic, g_free);
  g_clear_pointer (&placeholders->limits, g_hash_table_unref);
}

const PedicleField *
pedicle_placeholders_find (const PediclePlaceholders *placeholders, const char *name)
{
  const PedicleField *field = pedicle_handout_find_field (placeholders->request->handout, name);

  return field != NULL ? field : pedicle_decision_find_field (placeholders->decision, name);
}

static const char *
filled (const char *value)
{
  return value != NULL && *value != '\0' ? value : NULL;
}

static const char *
clinic_value (const PediclePlaceholders *placeholders, const char *name)
{
  const PedicleOverlay *overlay = pedicle_library_get_overlay (placeholders->request->library);

  if (overlay == NULL)
    return NULL;
  if (strcmp (name, PEDICLE_FIELD_CLINIC_NAME) == 0 && placeholders->clinic != NULL)
    return filled (placeholders->clinic);
  return overlay->values != NULL ? filled (g_hash_table_lookup (overlay->values, name)) : NULL;
}

const char *
pedicle_placeholders_get (const char *name, gpointer user_data)
{
  const PediclePlaceholders *placeholders = user_data;
  const PedicleRequest *request = placeholders->request;
  const char *value = NULL;

  if (request->visit != NULL)
    value = filled (pedicle_visit_get_value (request->visit, name));
  if (value == NULL)
    value = clinic_value (placeholders, name);
  return value != NULL ? value : g_hash_table_lookup (placeholders->limits, name);
}

const PedicleText *
pedicle_placeholders_find_choice (const PediclePlaceholders *placeholders, const char *name)
{
  const PedicleField *field = pedicle_placeholders_find (placeholders, name);
  const char *value = pedicle_placeholders_get (name, (gpointer) placeholders);
  bool chosen = field != NULL && value != NULL &&
                (field->type == PEDICLE_FIELD_CHOICE || field->type == PEDICLE_FIELD_PHRASE);

  return chosen ? pedicle_field_find_choice (field, value) : NULL;
}

static char *
format_sites (const PediclePhrasing *phrasing, const char *value)
{
  g_auto (GStrv) sites = g_strsplit (value, ",", -1);
  char *joined = NULL;

  for (char **site = sites; *site != NULL; site++)
    {
      g_autofree char *before = joined;

      g_strstrip (*site);
      if (**site == '\0')
        joined = g_steal_pointer (&before);
      else if (before == NULL)
        joined = g_strdup (*site);
      else
        joined = pedicle_phrasing_get (phrasing, PEDICLE_PHRASE_LIST_AND, "first", before, "last",
                                       *site, NULL);
    }
  return joined != NULL ? joined : g_strdup ("");
}

static char *
format_value (const PediclePlaceholders *placeholders,
              const PedicleField *field,
              const char *value,
              bool *english)
{
  const PedicleText *choice;
  PedicleTranslationState state = PEDICLE_STATE_SOURCE;
  const char *markup;

  switch (field->type)
    {
    case PEDICLE_FIELD_DATE:
    case PEDICLE_FIELD_DATE_TIME:
    case PEDICLE_FIELD_TIME:
      return pedicle_dates_format_value (placeholders->phrasing, field->type, value);
    case PEDICLE_FIELD_SITES:
      return format_sites (placeholders->phrasing, value);
    case PEDICLE_FIELD_CHOICE:
    case PEDICLE_FIELD_PHRASE:
      choice = pedicle_field_find_choice (field, value);
      if (choice == NULL)
        return g_strdup (value);
      markup = pedicle_catalogue_lookup (placeholders->request->catalogue, choice, &state);
      *english = state != PEDICLE_STATE_SOURCE && state != PEDICLE_STATE_TRANSLATED;
      return pedicle_inline_to_plain (markup);
    case PEDICLE_FIELD_NUMBER:
      return pedicle_phrasing_digits (placeholders->phrasing, value);
    case PEDICLE_FIELD_TEXT:
    case PEDICLE_FIELD_PHONE:
    default:
      return g_strdup (value);
    }
}

bool
pedicle_placeholders_append (const PediclePlaceholders *placeholders,
                             const char *name,
                             guint style,
                             PedicleRich *rich)
{
  const PedicleField *field = pedicle_placeholders_find (placeholders, name);
  const char *value = pedicle_placeholders_get (name, (gpointer) placeholders);
  PedicleFieldType type = g_str_has_suffix (name, "-phone") || g_str_has_suffix (name, "-number")
                              ? PEDICLE_FIELD_PHONE
                              : PEDICLE_FIELD_TEXT;
  g_autofree char *words = NULL;
  bool english = false;

  if (field != NULL)
    type = field->type;
  if (value == NULL)
    {
      pedicle_rich_append_blank (rich, type);
      return false;
    }
  words = field != NULL ? format_value (placeholders, field, value, &english) : g_strdup (value);
  pedicle_rich_append_value (rich, words, type, style | PEDICLE_STYLE_STRONG);
  return english;
}

char **
pedicle_placeholders_empty (const PediclePlaceholders *placeholders)
{
  GPtrArray *fields = placeholders->request->handout->fields;
  GPtrArray *empty = g_ptr_array_new ();

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      const PedicleField *field = fields->pdata[i];

      if (field->required && pedicle_field_is_for (field, placeholders->request->option) &&
          pedicle_placeholders_get (field->id, (gpointer) placeholders) == NULL)
        g_ptr_array_add (empty, g_strdup (field->id));
    }
  g_ptr_array_add (empty, NULL);
  return (char **) g_ptr_array_free (empty, FALSE);
}
