/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "dates.h"

#include "desk.h"

static void
test_values (void)
{
  static const struct
  {
    PedicleFieldType type;
    const char *value, *words;
  } cases[] = {
    { PEDICLE_FIELD_DATE, "2026-11-20", "November 20, 2026" },
    { PEDICLE_FIELD_DATE, "2028-02-29", "February 29, 2028" },
    { PEDICLE_FIELD_DATE, "2026-02-29", "2026-02-29" },
    { PEDICLE_FIELD_DATE, "soon", "soon" },
    { PEDICLE_FIELD_DATE, "2026-11-20 or later", "2026-11-20 or later" },
    { PEDICLE_FIELD_DATE, "2026-11-20 10:30", "2026-11-20 10:30" },
    { PEDICLE_FIELD_DATE_TIME, "2026-12-02 at noon", "December 2, 2026, at noon" },
    { PEDICLE_FIELD_DATE_TIME, "2026-12-02, noon", "2026-12-02, noon" },
    { PEDICLE_FIELD_DATE_TIME, "2026-12-02 10:30", "December 2, 2026, 10:30" },
    { PEDICLE_FIELD_DATE_TIME, "2026-12-02 08:05", "December 2, 2026, 08:05" },
    { PEDICLE_FIELD_TIME, "5:30", "05:30" },
    { PEDICLE_FIELD_DATE_TIME, "2026-12-02", "December 2, 2026" },
    { PEDICLE_FIELD_TIME, "00:00", "00:00" },
    { PEDICLE_FIELD_TIME, "24:00", "24:00" },
    { PEDICLE_FIELD_TIME, "noon", "noon" },
  };
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);
  PediclePhrasing phrasing;

  pedicle_phrasing_init (&phrasing, desk->library, desk->catalogue);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words =
          pedicle_dates_format_value (&phrasing, cases[i].type, cases[i].value);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_weeks (void)
{
  g_autofree char *six = pedicle_dates_add_weeks ("2026-11-20", 6);
  g_autofree char *none = pedicle_dates_add_weeks ("2026-11-20", 0);

  g_assert_cmpstr (six, ==, "2027-01-01");
  g_assert_cmpstr (none, ==, "2026-11-20");
  g_assert_null (pedicle_dates_add_weeks ("later", 6));
  g_assert_null (pedicle_dates_add_weeks ("2026-11-20", -1));
  g_assert_null (pedicle_dates_add_weeks ("2026-11-20", G_MAXINT));
}

/* A date has four digits, two and two, and nothing else. */
static void
test_strict (void)
{
  g_autoptr (GDate) date = g_date_new ();

  g_assert_true (pedicle_dates_parse ("2026-11-20", date));
  g_assert_true (pedicle_dates_parse ("2026-11-20 10:30", date));
  for (const char *const *word =
           (const char *const[]){ "", "-202-11-20", "  26-11-20", "26-11-20", "2026-1-2", "2026--1-2",
                                  "2026-11-2", "2026-11-201", "2026-13-01", "0000-01-01", NULL };
       *word != NULL; word++)
    g_assert_false (pedicle_dates_parse (*word, date));
}

static void
test_digits (void)
{
  static const char po[] =
      "msgid \"\"\nmsgstr \"Language: ar\\nContent-Type: text/plain; charset=UTF-8\\n\"\n\n"
      "msgctxt \"phrases/digits\"\nmsgid \"0123456789\"\nmsgstr \"٠١٢٣٤٥٦٧٨٩\"\n";
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (po, sizeof po - 1);
  g_autoptr (PedicleCatalogue) arabic = pedicle_catalogue_parse (bytes, "ar.po", "ar", NULL);
  PediclePhrasing phrasing;
  g_autofree char *number = NULL, *mixed = NULL;

  g_assert_nonnull (arabic);
  pedicle_phrasing_init (&phrasing, desk->library, arabic);
  number = pedicle_phrasing_number (&phrasing, 2026);
  mixed = pedicle_phrasing_digits (&phrasing, "v1.0");
  g_assert_cmpstr (number, ==, "٢٠٢٦");
  g_assert_cmpstr (mixed, ==, "v١.٠");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/values", test_values);
  g_test_add_func ("/dates/weeks", test_weeks);
  g_test_add_func ("/dates/strict", test_strict);
  g_test_add_func ("/dates/digits", test_digits);
  return g_test_run ();
}
