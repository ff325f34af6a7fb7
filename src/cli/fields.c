/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fields.h"

#include <string.h>

#include "input.h"

/* A field of the handout or of its decision. */
static const PedicleField *
find_own (const PedicleLibrary *library, const PedicleHandout *handout, const char *id)
{
  const PedicleDecision *decision = pedicle_library_find_decision (library, handout->decision);
  const PedicleField *field = pedicle_handout_find_field (handout, id);

  if (field == NULL && decision != NULL)
    field = pedicle_decision_find_field (decision, id);
  return field;
}

static const PedicleField *
find_in_any_handout (const PedicleLibrary *library, const char *id)
{
  GPtrArray *handouts = pedicle_library_get_handouts (library);
  const PedicleField *field = NULL;

  for (guint i = 0; field == NULL && i < handouts->len; i++)
    field = pedicle_handout_find_field (g_ptr_array_index (handouts, i), id);
  return field;
}

/* The ids of a decision's sites, borrowed. */
static GPtrArray *
list_sites (const PedicleLibrary *library, const PedicleHandout *handout)
{
  const PedicleDecision *decision = pedicle_library_find_decision (library, handout->decision);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; decision != NULL && i < decision->sites->len; i++)
    g_ptr_array_add (ids, ((const PedicleSite *) g_ptr_array_index (decision->sites, i))->id);
  g_ptr_array_add (ids, NULL);
  return ids;
}

static gboolean refuse (GError **error, int code, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError **error, int code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (G_OPTION_ERROR, code, format, arguments);
  va_end (arguments);
  return FALSE;
}

gboolean
pedicle_fields_set (const PedicleLibrary *library,
                    const PedicleHandout *handout,
                    const PedicleField *field,
                    const char *value,
                    PedicleVisit *visit,
                    GError **error)
{
  const char *before = pedicle_visit_get_value (visit, field->id);
  g_autoptr (GPtrArray) sites = list_sites (library, handout);

  if (before != NULL && *before != '\0')
    return refuse (error, G_OPTION_ERROR_BAD_VALUE,
                   "The field “%s” has a value already; give it once.", field->id);
  if (!pedicle_field_check (field, value, (const char *const *) sites->pdata, error))
    return FALSE;
  pedicle_visit_set_value (visit, field->id, value);
  return TRUE;
}

static gboolean
refuse_unknown (const PedicleHandout *handout, const char *name, GError **error)
{
  if (*name != '\0' && strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (name))
    return refuse (error, G_OPTION_ERROR_FAILED,
                   "The handout “%s” has no field “%s”. “pedicle-cli list” shows the fields.",
                   handout->id, name);
  return refuse (error, G_OPTION_ERROR_FAILED,
                 "--field names no field of the clinic. “pedicle-cli list” shows the fields.");
}

static gboolean
add_word (const PedicleLibrary *library,
          const PedicleHandout *handout,
          const char *word,
          PedicleVisit *visit,
          GError **error)
{
  const char *equals = strchr (word, '=');
  g_autofree char *name = equals != NULL ? g_strndup (word, equals - word) : NULL;
  g_autoptr (PedicleField) standard = name != NULL ? pedicle_field_new_standard (name) : NULL;
  const PedicleField *field = name != NULL ? find_own (library, handout, name) : NULL;

  if (name == NULL || !g_utf8_validate (word, -1, NULL))
    return refuse (error, G_OPTION_ERROR_FAILED, "--field wants NAME=VALUE in UTF-8.");
  if (field == NULL)
    field = standard;
  if (field == NULL)
    return refuse_unknown (handout, name, error);
  if (field->who == PEDICLE_WHO_PATIENT)
    return refuse (error, G_OPTION_ERROR_FAILED,
                   "The field “%s” is about the patient, and a command line can be read by others. "
                   "Give it in a file, "
                   "or on standard input, with --fields.",
                   name);
  return pedicle_fields_set (library, handout, field, equals + 1, visit, error);
}

gboolean
pedicle_fields_add_words (const PedicleLibrary *library,
                          const PedicleHandout *handout,
                          const char *const *words,
                          PedicleVisit *visit,
                          GError **error)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (!add_word (library, handout, words[i], visit, error))
      return FALSE;
  return TRUE;
}

PedicleField *
pedicle_fields_find (const PedicleLibrary *library, const PedicleHandout *handout, const char *name)
{
  const PedicleField *field = find_own (library, handout, name);
  PedicleField *standard = field == NULL ? pedicle_field_new_standard (name) : NULL;

  if (standard != NULL)
    return standard;
  if (field == NULL)
    field = find_in_any_handout (library, name);
  return field != NULL ? pedicle_field_ref ((PedicleField *) field) : NULL;
}

static gboolean
add_line (const PedicleLibrary *library,
          const PedicleHandout *handout,
          char *line,
          PedicleVisit *visit,
          GError **error)
{
  g_autoptr (PedicleField) field = NULL;
  char *equals;

  g_strstrip (line);
  if (*line == '\0' || *line == '#')
    return TRUE;
  equals = strchr (line, '=');
  if (equals == NULL)
    return refuse (error, G_OPTION_ERROR_BAD_VALUE, "A line wants NAME=VALUE.");
  *equals = '\0';
  g_strchomp (line);
  field = pedicle_fields_find (library, handout, line);
  if (field == NULL)
    return refuse (error, G_OPTION_ERROR_BAD_VALUE,
                   "There is no field of this name. “pedicle-cli list” shows the fields.");
  return pedicle_fields_set (library, handout, field, g_strchug (equals + 1), visit, error);
}

gboolean
pedicle_fields_add_file (const PedicleLibrary *library,
                         const PedicleHandout *handout,
                         const char *path,
                         PedicleVisit *visit,
                         GError **error)
{
  g_auto (PedicleInput) input = { NULL };
  gboolean good = pedicle_input_read (&input, path, "--fields", PEDICLE_FIELDS_MAX_BYTES, error);
  char *next = input.text;

  for (int number = 1; good && next != NULL; number++)
    {
      char *line = next;

      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      good = add_line (library, handout, line, visit, error);
      if (!good)
        g_prefix_error (error, "%s:%d: error: ", pedicle_input_name (path), number);
    }
  return good;
}
