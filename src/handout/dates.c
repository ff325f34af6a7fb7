/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "dates.h"

#include <stdio.h>
#include <string.h>

static char *
month_name (const PediclePhrasing *phrasing, const GDate *date)
{
  g_autofree char *id = g_strdup_printf (PEDICLE_PHRASE_MONTH ".%d", (int) g_date_get_month (date));

  return pedicle_phrasing_get (phrasing, id, NULL);
}

char *
pedicle_dates_format (const PediclePhrasing *phrasing, const GDate *date)
{
  g_autofree char *month = month_name (phrasing, date);
  g_autofree char *day = pedicle_phrasing_number (phrasing, g_date_get_day (date));
  g_autofree char *year = pedicle_phrasing_number (phrasing, g_date_get_year (date));

  return pedicle_phrasing_get (phrasing, PEDICLE_PHRASE_DATE, "day", day, "month", month, "year",
                               year, NULL);
}

char *
pedicle_dates_format_month (const PediclePhrasing *phrasing, const GDate *date)
{
  g_autofree char *month = month_name (phrasing, date);
  g_autofree char *year = pedicle_phrasing_number (phrasing, g_date_get_year (date));

  return pedicle_phrasing_get (phrasing, PEDICLE_PHRASE_MONTH_YEAR, "month", month, "year", year,
                               NULL);
}

/* Whether @value begins like @shape, in which 0 stands for any digit. */
static bool
has_shape (const char *value, const char *shape)
{
  for (; *shape != '\0'; shape++, value++)
    if (*shape == '0' ? !g_ascii_isdigit (*value) : *value != *shape)
      return false;
  return true;
}

bool
pedicle_dates_parse (const char *value, GDate *date)
{
  unsigned year, month, day;

  /* sscanf alone takes signs and spaces for parts of a number */
  if (!has_shape (value, "0000-00-00") || g_ascii_isdigit (value[strlen ("0000-00-00")]) ||
      sscanf (value, "%4u-%2u-%2u", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return false;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return true;
}

/* With two digits: "5:30" could be the afternoon, "05:30" cannot. */
static char *
format_two (const PediclePhrasing *phrasing, unsigned number)
{
  g_autofree char *plain = g_strdup_printf ("%02u", number);

  return pedicle_phrasing_digits (phrasing, plain);
}

static char *
format_time (const PediclePhrasing *phrasing, const char *value)
{
  unsigned hour, minute;
  g_autofree char *hours = NULL, *minutes = NULL;

  if (!(has_shape (value, "0:00") || has_shape (value, "00:00")) ||
      sscanf (value, "%2u:%2u", &hour, &minute) != 2 || hour > 23 || minute > 59)
    return g_strdup (value);
  hours = format_two (phrasing, hour);
  minutes = format_two (phrasing, minute);
  return pedicle_phrasing_get (phrasing, PEDICLE_PHRASE_TIME, "hour", hours, "minute", minutes,
                               NULL);
}

char *
pedicle_dates_format_value (const PediclePhrasing *phrasing,
                            PedicleFieldType type,
                            const char *value)
{
  g_autoptr (GDate) date = g_date_new ();
  g_autofree char *day = NULL, *time = NULL;

  if (type == PEDICLE_FIELD_TIME)
    return format_time (phrasing, value);
  /* Words behind a day would be lost. */
  if (!pedicle_dates_parse (value, date) ||
      (type == PEDICLE_FIELD_DATE && strlen (value) > strlen ("2026-11-20")) ||
      (strlen (value) > strlen ("2026-11-20") && value[strlen ("2026-11-20")] != ' '))
    return g_strdup (value);
  day = pedicle_dates_format (phrasing, date);
  if (strlen (value) <= strlen ("2026-11-20 "))
    return g_steal_pointer (&day);
  time = format_time (phrasing, value + strlen ("2026-11-20 "));
  return pedicle_phrasing_get (phrasing, PEDICLE_PHRASE_DATE_TIME, "date", day, "time", time, NULL);
}

char *
pedicle_dates_add_weeks (const char *value, int weeks)
{
  g_autoptr (GDate) date = g_date_new ();

  if (!pedicle_dates_parse (value, date) || weeks < 0 || weeks > 1000)
    return NULL;
  g_date_add_days (date, (guint) weeks * 7);
  return g_strdup_printf ("%04d-%02d-%02d", (int) g_date_get_year (date),
                          (int) g_date_get_month (date), (int) g_date_get_day (date));
}
