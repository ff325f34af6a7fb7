/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "attribute.h"

#include <stdlib.h>
#include <string.h>

static bool
is_text (const char *value)
{
  return value[strspn (value, " \t\r\n")] != '\0';
}

bool
pedicle_is_slug (const char *value)
{
  if (!g_ascii_islower (*value) && !g_ascii_isdigit (*value))
    return false;
  return value[strspn (value, "abcdefghijklmnopqrstuvwxyz0123456789.-")] == '\0';
}

bool
pedicle_is_leaf_id (const char *value)
{
  if (!g_ascii_isalnum (*value))
    return false;
  for (; *value; value++)
    if (!g_ascii_isalnum (*value) && !strchr ("._-", *value))
      return false;
  return true;
}

bool
pedicle_is_number (const char *value)
{
  gsize whole = strspn (*value == '-' ? ++value : value, "0123456789");
  if (whole == 0 || whole > 9)
    return false;
  value += whole;
  if (*value != '.')
    return *value == '\0';
  gsize decimals = strspn (++value, "0123456789");
  return decimals > 0 && decimals <= 6 && value[decimals] == '\0';
}

static bool
is_number_or_empty (const char *value)
{
  return *value == '\0' || pedicle_is_number (value);
}

static bool
is_count (const char *value)
{
  return strspn (value, "0123456789") == strlen (value) && strlen (value) <= 4 && atoi (value) > 0;
}

static bool
is_year (const char *value)
{
  return strlen (value) == 4 && is_count (value) && atoi (value) >= 1800;
}

GDate *
pedicle_parse_date (const char *value)
{
  static const char shape[] = "dddd-dd-dd";
  if (strlen (value) != strlen (shape))
    return NULL;
  for (int i = 0; shape[i]; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (value[i]) : value[i] != '-')
      return NULL;
  int year = atoi (value), month = atoi (value + 5), day = atoi (value + 8);
  if (year < 1 || !g_date_valid_dmy (day, month, year))
    return NULL;
  return g_date_new_dmy (day, month, year);
}

static bool
is_date (const char *value)
{
  g_autoptr (GDate) date = pedicle_parse_date (value);
  return date != NULL;
}

/* P0D, P2W, P1Y6M, PT12H: the parts in their order, at least one. */
static bool
is_duration (const char *value)
{
  const char *units = "YMWD";
  bool some = false;
  if (*value++ != 'P')
    return false;
  while (*value)
    {
      if (*value == 'T' && strcmp (units, "HMS") != 0)
        {
          units = "HMS";
          value++;
        }
      gsize digits = strspn (value, "0123456789");
      const char *unit =
          digits > 0 && digits <= 4 && value[digits] ? strchr (units, value[digits]) : NULL;
      if (!unit)
        return false;
      units = unit + 1;
      value += digits + 1;
      some = true;
    }
  return some;
}

static bool
is_digest (const char *value)
{
  return g_str_has_prefix (value, "sha256:") && strlen (value) == 7 + 64 &&
         strspn (value + 7, "0123456789abcdef") == 64;
}

bool
pedicle_parse_point (const char *value, double *x, double *y)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", 3);
  if (g_strv_length (parts) != 2 || !pedicle_is_number (g_strstrip (parts[0])) ||
      !pedicle_is_number (g_strstrip (parts[1])))
    return false;
  *x = g_ascii_strtod (parts[0], NULL);
  *y = g_ascii_strtod (parts[1], NULL);
  return true;
}

static bool
is_point (const char *value)
{
  double x, y;
  return pedicle_parse_point (value, &x, &y);
}

static bool
is_scale (const char *value)
{
  double scale = pedicle_is_number (value) ? g_ascii_strtod (value, NULL) : 0;
  return scale > 0 && scale <= 1;
}

static bool
is_width (const char *value)
{
  return pedicle_is_number (value) && g_ascii_strtod (value, NULL) > 0;
}

/* "file/id" */
static bool
is_place (const char *value)
{
  const char *slash = strchr (value, '/');
  g_autofree char *file = slash ? g_strndup (value, slash - value) : NULL;
  return file && pedicle_is_slug (file) && pedicle_is_leaf_id (slash + 1);
}

static bool
is_topics (const char *value)
{
  return strcmp (value, "*") == 0 || pedicle_is_slug (value);
}

#define SLUG "small letters, digits, dots and hyphens, such as \"part-2.b\""
#define LEAF_ID "letters, digits, dots, hyphens and underscores, such as \"how.short\""
#define PLACE "the id of a file, a slash and an id in that file, such as \"file/how.s1\""

static const PedicleAttributeKind kinds[] = {
  { "text", is_text, "some words", PEDICLE_NAMES_NOTHING },
  { "slug", pedicle_is_slug, SLUG, PEDICLE_NAMES_NOTHING, PEDICLE_ID_OF_FILE },
  { "name", pedicle_is_slug, SLUG, PEDICLE_NAMES_NOTHING },
  { "leaf", pedicle_is_leaf_id, LEAF_ID, PEDICLE_NAMES_NOTHING, PEDICLE_ID_OF_LEAF },
  { "site", pedicle_is_leaf_id, LEAF_ID, PEDICLE_NAMES_NOTHING, PEDICLE_ID_OF_FILE },
  { "count", is_count, "a whole number from 1 to 9999", PEDICLE_NAMES_NOTHING },
  { "year", is_year, "a year with four digits", PEDICLE_NAMES_NOTHING },
  { "number", pedicle_is_number, "a number such as 12 or 4.3", PEDICLE_NAMES_NOTHING },
  { "bound", is_number_or_empty, "a number, or nothing when the source gives none",
    PEDICLE_NAMES_NOTHING },
  { "date", is_date, "a day such as 2026-11-20", PEDICLE_NAMES_NOTHING },
  { "duration", is_duration, "a length of time such as P0D, P2W, P1M or P1Y",
    PEDICLE_NAMES_NOTHING },
  { "digest", is_digest, "\"sha256:\" and 64 digits from 0 to f", PEDICLE_NAMES_NOTHING },
  { "point", is_point, "a point of the picture such as \"120,40\"", PEDICLE_NAMES_NOTHING },
  { "scale", is_scale, "a number above 0 and up to 1", PEDICLE_NAMES_NOTHING },
  { "widths", is_width, "a number above 0 for each column, such as \"2 3\"", PEDICLE_NAMES_NOTHING,
    0, true },
  { "place", is_place, PLACE, PEDICLE_NAMES_NOTHING },
  { "topics", is_topics, "ids of topics, or * for all", PEDICLE_NAMES_NOTHING, 0, true },
  { "source", pedicle_is_slug, SLUG, PEDICLE_NAMES_SOURCE },
  { "topic", pedicle_is_slug, SLUG, PEDICLE_NAMES_TOPIC },
  { "option", pedicle_is_slug, SLUG, PEDICLE_NAMES_OPTION },
  { "options", pedicle_is_slug, SLUG, PEDICLE_NAMES_OPTION, 0, true },
  { "comparator", pedicle_is_slug, SLUG, PEDICLE_NAMES_COMPARATOR },
  { "decision", pedicle_is_slug, SLUG, PEDICLE_NAMES_DECISION },
  { "field", pedicle_is_slug, SLUG, PEDICLE_NAMES_FIELD },
  { "choices", pedicle_is_leaf_id, LEAF_ID, PEDICLE_NAMES_CHOICE, 0, true },
  { "step", is_place, PLACE, PEDICLE_NAMES_STEP },
};

const PedicleAttributeKind *
pedicle_attribute_kind_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      return &kinds[i];
  return NULL;
}
