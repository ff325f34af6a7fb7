/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Which values fit a field, and that the error says what is expected, never what was written. */
#include "field.h"
#include "problem.h"

#include <string.h>

static const char *const sites[] = { "IN", "OUT", NULL };

static PedicleField *
make_field (PedicleFieldType type)
{
  PedicleField *field = pedicle_field_new ();
  field->id = g_strdup ("secret");
  field->type = type;
  field->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_text_unref);
  g_ptr_array_add (field->choices,
                   pedicle_text_new ("file/secret.none", "None", "choice", NULL, "f", 1, 1));
  g_ptr_array_add (field->choices,
                   pedicle_text_new ("file/secret.some", "Some", "choice", NULL, "f", 1, 1));
  field->choice_ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (field->choice_ids, g_strdup ("secret.none"));
  g_ptr_array_add (field->choice_ids, g_strdup ("secret.some"));
  return field;
}

static void
test_values (void)
{
  static const struct
  {
    PedicleFieldType type;
    const char *right, *wrong; /* several, parted by "|" */
  } cases[] = {
    { PEDICLE_FIELD_TEXT, "Ana María|555", "two\nlines|tab\there|bad\xff|escape\x1b[31m|two\u2028lines" },
    { PEDICLE_FIELD_DATE, "2026-11-20|2024-02-29",
      "20.11.2026|2026-13-01|2023-02-29|2026-1-1|2026-11-20 |0000-01-01" },
    { PEDICLE_FIELD_DATE_TIME, "2026-11-20 00:00|2026-11-20 23:59",
      "2026-11-20|2026-11-20 24:00|2026-11-20T10:00|2026-02-30 10:00|2026-11-20 10:0" },
    { PEDICLE_FIELD_TIME, "09:30|23:59", "9:30|24:00|12:60|noon|12:30:00" },
    { PEDICLE_FIELD_PHONE, "555 0100|+34 (91) 555-01-00 ext. 3|911", "call me|-|555\n0100" },
    { PEDICLE_FIELD_CHOICE, "secret.none|secret.some", "None|secret.other|secret" },
    { PEDICLE_FIELD_PHRASE, "secret.none|in our own words", "two\nlines" },
    { PEDICLE_FIELD_SITES, "IN|IN,OUT|IN, OUT", "in|IN,|,|IN;OUT|LEFT" },
    { PEDICLE_FIELD_NUMBER, "0|12|4.5|4,5", "twelve|-1|4.|.5|1e3|4.5.6" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PedicleField) field = make_field (cases[i].type);
      g_auto (GStrv) right = g_strsplit (cases[i].right, "|", -1);
      g_auto (GStrv) wrong = g_strsplit (cases[i].wrong, "|", -1);
      g_assert_true (pedicle_field_check (field, NULL, sites, NULL));
      g_assert_true (pedicle_field_check (field, "", sites, NULL));
      for (char **value = right; *value; value++)
        {
          g_autoptr (GError) error = NULL;
          gboolean fits = pedicle_field_check (field, *value, sites, &error);
          g_assert_no_error (error);
          g_assert_true (fits);
        }
      for (char **value = wrong; *value; value++)
        {
          g_autoptr (GError) error = NULL;
          g_assert_false (pedicle_field_check (field, *value, sites, &error));
          g_assert_error (error, PEDICLE_CONTENT_ERROR, PEDICLE_CONTENT_ERROR_VALUE);
        }
    }
}

static void
test_message (void)
{
  g_autoptr (PedicleField) choice = make_field (PEDICLE_FIELD_CHOICE);
  g_autoptr (PedicleField) date = make_field (PEDICLE_FIELD_DATE);
  g_autoptr (PedicleField) place = make_field (PEDICLE_FIELD_SITES);
  g_autoptr (GError) error = NULL;
  pedicle_field_check (choice, "Jane Doe", NULL, &error);
  g_assert_cmpstr (error->message, ==,
                   "The field \"secret\" has a value that does not fit: write one of secret.none, "
                   "secret.some.");
  g_clear_error (&error);
  pedicle_field_check (date, "Jane Doe", NULL, &error);
  g_assert_cmpstr (error->message, ==,
                   "The field \"secret\" has a value that does not fit: write a day such as "
                   "2026-11-20.");
  g_clear_error (&error);
  pedicle_field_check (place, "Jane Doe", sites, &error);
  g_assert_cmpstr (error->message, ==,
                   "The field \"secret\" has a value that does not fit: write sites, separated by "
                   "commas, out of IN, OUT.");
  g_clear_error (&error);
  /* Nobody knows the sites: then only the form counts. */
  g_assert_true (pedicle_field_check (place, "A,B", NULL, &error));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/values", test_values);
  g_test_add_func ("/field/message", test_message);
  return g_test_run ();
}
