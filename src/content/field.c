/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "field.h"
#include "problem.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

PedicleField *
pedicle_field_new (void)
{
  return g_atomic_rc_box_new0 (PedicleField);
}

PedicleField *
pedicle_field_ref (PedicleField *field)
{
  return g_atomic_rc_box_acquire (field);
}

static void
field_clear (gpointer data)
{
  PedicleField *field = data;
  g_free (field->id);
  g_clear_pointer (&field->label, pedicle_text_unref);
  g_clear_pointer (&field->hint, pedicle_text_unref);
  g_clear_pointer (&field->choices, g_ptr_array_unref);
  g_clear_pointer (&field->choice_ids, g_ptr_array_unref);
  g_clear_pointer (&field->for_options, g_strfreev);
}

void
pedicle_field_unref (PedicleField *field)
{
  g_atomic_rc_box_release_full (field, field_clear);
}

/* The values that each clinic has. */
static const struct
{
  const char *id;
  PedicleFieldType type;
} standard[] = {
  { "clinic-name", PEDICLE_FIELD_TEXT },
  { "day-phone", PEDICLE_FIELD_PHONE },
  { "night-phone", PEDICLE_FIELD_PHONE },
  { "emergency-number", PEDICLE_FIELD_PHONE },
};

/* Its place in the table, or -1. */
static int
find_standard (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (standard); i++)
    if (strcmp (standard[i].id, id) == 0)
      return (int) i;
  return -1;
}

gboolean
pedicle_field_is_standard (const char *id)
{
  return find_standard (id) >= 0;
}

PedicleField *
pedicle_field_new_standard (const char *id)
{
  int place = find_standard (id);
  PedicleField *field = place >= 0 ? pedicle_field_new () : NULL;
  if (!field)
    return NULL;
  field->id = g_strdup (id);
  field->type = standard[place].type;
  field->who = PEDICLE_WHO_CLINIC;
  return field;
}

gboolean
pedicle_field_is_for (const PedicleField *field, const char *option)
{
  return !field->for_options ||
         (option && g_strv_contains ((const char *const *) field->for_options, option));
}

const char *
pedicle_field_get_choice_id (const PedicleField *field, guint index)
{
  return field->choice_ids->pdata[index];
}

PedicleText *
pedicle_field_find_choice (const PedicleField *field, const char *id)
{
  for (guint i = 0; field->choices && i < field->choices->len; i++)
    if (strcmp (pedicle_field_get_choice_id (field, i), id) == 0)
      return field->choices->pdata[i];
  return NULL;
}

/* Exactly the digits and marks of @shape, in which a "d" stands for a digit. */
static bool
has_shape (const char *value, const char *shape)
{
  if (strlen (value) != strlen (shape))
    return false;
  for (; *shape; shape++, value++)
    if (*shape == 'd' ? !g_ascii_isdigit (*value) : *value != *shape)
      return false;
  return true;
}

static bool
is_time (const char *value)
{
  return has_shape (value, "dd:dd") && atoi (value) < 24 && atoi (value + 3) < 60;
}

static bool
is_date (const char *value)
{
  return has_shape (value, "dddd-dd-dd") && atoi (value) > 0 &&
         g_date_valid_dmy (atoi (value + 8), atoi (value + 5), atoi (value));
}

static bool
is_date_time (const char *value)
{
  g_autofree char *date = g_strndup (value, 10);
  return strlen (value) == 16 && value[10] == ' ' && is_date (date) && is_time (value + 11);
}

/* Lenient on how a number is written, strict on its being one line with a digit. */
static bool
is_phone (const char *value)
{
  return strcspn (value, "0123456789") < strlen (value) &&
         strspn (value, "0123456789+-()/., #*extEXT") == strlen (value);
}

static bool
is_number (const char *value)
{
  gsize digits = strspn (value, "0123456789");
  if (digits == 0 || digits > 12)
    return false;
  value += digits;
  return *value == '\0' || (strchr (".,", *value) && value[1] &&
                            strspn (value + 1, "0123456789") == strlen (value + 1));
}

static bool
are_sites (const char *value, const char *const *sites)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", -1);
  for (char **part = parts; *part; part++)
    if (!*g_strstrip (*part) || (sites && !g_strv_contains (sites, *part)))
      return false;
  return true;
}

static bool
is_line (const char *value)
{
  if (!g_utf8_validate (value, -1, NULL))
    return false;
  for (; *value; value = g_utf8_next_char (value))
    {
      GUnicodeType type = g_unichar_type (g_utf8_get_char (value));
      if (type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR ||
          type == G_UNICODE_PARAGRAPH_SEPARATOR)
        return false;
    }
  return true;
}

static char *
list_choices (const PedicleField *field)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; field->choices && i < field->choices->len; i++)
    g_string_append_printf (list, "%s%s", i ? ", " : "",
                            pedicle_field_get_choice_id (field, i));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
list_expected (const PedicleField *field, const char *const *sites)
{
  static const char *const expected[] = {
    [PEDICLE_FIELD_TEXT] = "one line of text",
    [PEDICLE_FIELD_DATE] = "a day such as 2026-11-20",
    [PEDICLE_FIELD_DATE_TIME] = "a day and a time such as 2026-11-20 14:30",
    [PEDICLE_FIELD_TIME] = "a time such as 14:30",
    [PEDICLE_FIELD_PHONE] = "a phone number",
    [PEDICLE_FIELD_PHRASE] = "one line of text, or the id of a choice",
    [PEDICLE_FIELD_NUMBER] = "a number such as 12 or 4.5",
  };
  if (field->type == PEDICLE_FIELD_CHOICE)
    {
      g_autofree char *choices = list_choices (field);
      return g_strconcat ("one of ", choices, NULL);
    }
  if (field->type == PEDICLE_FIELD_SITES)
    {
      g_autofree char *names = sites ? g_strjoinv (", ", (char **) sites) : NULL;
      return g_strconcat ("sites, separated by commas", names ? ", out of " : "", names, NULL);
    }
  return g_strdup (expected[field->type]);
}

static bool
is_right (const PedicleField *field, const char *value, const char *const *sites)
{
  switch (field->type)
    {
    case PEDICLE_FIELD_DATE:
      return is_date (value);
    case PEDICLE_FIELD_DATE_TIME:
      return is_date_time (value);
    case PEDICLE_FIELD_TIME:
      return is_time (value);
    case PEDICLE_FIELD_PHONE:
      return is_phone (value);
    case PEDICLE_FIELD_CHOICE:
      return pedicle_field_find_choice (field, value) != NULL;
    case PEDICLE_FIELD_SITES:
      return are_sites (value, sites);
    case PEDICLE_FIELD_NUMBER:
      return is_number (value);
    case PEDICLE_FIELD_TEXT:
    case PEDICLE_FIELD_PHRASE:
      break;
    }
  return is_line (value);
}

gboolean
pedicle_field_check (const PedicleField *field,
                     const char *value,
                     const char *const *sites,
                     GError **error)
{
  g_return_val_if_fail (field != NULL, FALSE);
  if (!value || !*value || is_right (field, value, sites))
    return TRUE;
  g_autofree char *expected = list_expected (field, sites);
  g_set_error (error, PEDICLE_CONTENT_ERROR, PEDICLE_CONTENT_ERROR_VALUE,
               "The field \"%s\" has a value that does not fit: write %s.", field->id, expected);
  return FALSE;
}
