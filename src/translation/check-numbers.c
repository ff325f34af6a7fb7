/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "check-private.h"

#define ARABIC_DECIMAL 0x066B
#define ARABIC_GROUP 0x066C

static gboolean
is_digit (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_DECIMAL_NUMBER;
}

static gboolean
is_group_mark (gunichar c, gunichar group)
{
  static const gunichar always[] = { ARABIC_GROUP, 0x00A0, 0x2009, 0x202F, '\'', 0x2019 };

  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    if (c == always[i])
      return TRUE;
  return c == group;
}

static guint
count_digits (const char *p)
{
  guint n = 0;

  for (; is_digit (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    n++;
  return n;
}

/* Reads the number at P, in whatever digits, as "1000.5". Returns: the character after it. */
static const char *
read_number (const char *p, gunichar decimal, gunichar group, GString *number)
{
  gboolean fraction = FALSE;

  for (;;)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      guint following;

      if (is_digit (c))
        {
          g_string_append_c (number, (char) ('0' + g_unichar_digit_value (c)));
          p = next;
          continue;
        }
      following = c != '\0' ? count_digits (next) : 0;
      if (following == 0 || fraction)
        return p;
      if (c == decimal || c == ARABIC_DECIMAL)
        {
          g_string_append_c (number, '.');
          fraction = TRUE;
        }
      else if (following != 3 || !is_group_mark (c, group))
        return p;
      p = next;
    }
}

/* All numbers of TEXT, in order, without zeros in front. */
static GPtrArray *
find_numbers (const char *text, gunichar decimal, gunichar group)
{
  GPtrArray *numbers = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = text; *p != '\0';)
    {
      g_autoptr (GString) number = g_string_new (NULL);
      const char *value;

      if (!is_digit (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      p = read_number (p, decimal, group, number);
      for (value = number->str; value[0] == '0' && g_ascii_isdigit (value[1]); value++)
        ;
      g_ptr_array_add (numbers, g_strdup (value));
    }
  return numbers;
}

/* Whether the numbers differ, and how; read with these marks in the translation. */
static gboolean
compare (PedicleCheck *check, gunichar decimal, gunichar group, char **missing, char **strange)
{
  g_autoptr (GPtrArray) source = find_numbers (check->source, '.', ',');
  g_autoptr (GPtrArray) target = find_numbers (check->target, decimal, group);

  *missing = pedicle_check_missing (source, target);
  *strange = pedicle_check_missing (target, source);
  return *missing != NULL || *strange != NULL;
}

void
pedicle_check_number (PedicleCheck *check)
{
  g_autofree char *missing = NULL, *strange = NULL, *missing_en = NULL, *strange_en = NULL;

  if (!compare (check, check->decimal, check->group, &missing, &strange) ||
      !compare (check, '.', ',', &missing_en, &strange_en))
    return;
  if (missing != NULL && strange != NULL)
    pedicle_check_report (check, PEDICLE_SEVERITY_ERROR,
                          "the English has %s, the translation has %s", missing, strange);
  else if (missing != NULL)
    pedicle_check_report (check, PEDICLE_SEVERITY_ERROR,
                          "the number %s of the English is not in the translation", missing);
  else
    pedicle_check_report (check, PEDICLE_SEVERITY_ERROR, "the number %s is not in the English",
                          strange);
}

void
pedicle_check_decimal_mark (PedicleCheck *check)
{
  g_autofree char *missing = NULL, *strange = NULL, *missing_en = NULL, *strange_en = NULL;

  if (compare (check, check->decimal, check->group, &missing, &strange) &&
      !compare (check, '.', ',', &missing_en, &strange_en))
    pedicle_check_report (check, PEDICLE_SEVERITY_WARNING,
                          "%s is written the English way; this language writes a decimal %s",
                          missing, check->decimal == ',' ? "comma" : "point");
}

void
pedicle_check_fuzzy_number (PedicleCheck *check)
{
  g_autoptr (GPtrArray) before = NULL, now = NULL;
  g_autofree char *gone = NULL, *come = NULL;

  if (check->message->previous == NULL)
    return;
  before = find_numbers (check->message->previous, '.', ',');
  now = find_numbers (check->source, '.', ',');
  gone = pedicle_check_missing (before, now);
  come = pedicle_check_missing (now, before);
  if (gone != NULL || come != NULL)
    pedicle_check_report (
        check, PEDICLE_SEVERITY_WARNING,
        "the numbers of the English have changed since this was translated: %s before, %s now",
        gone != NULL ? gone : "none", come != NULL ? come : "none");
}

/* ---- units ---- */

/* How often UNIT stands in TEXT as a word of its own; with a number before it when NUMBER. */
static guint
count_unit (const char *text, const char *unit, gboolean number)
{
  gsize length = strlen (unit);
  guint n = 0;

  for (const char *p = text; (p = strstr (p, unit)) != NULL; p += length)
    {
      const char *before = p;
      gunichar c;

      while (before > text && (g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (before)))))
        before = g_utf8_prev_char (before);
      c = before > text ? g_utf8_get_char (g_utf8_prev_char (before)) : ' ';
      if (g_unichar_isalpha (g_utf8_get_char (p + length)) ||
          (before == p && g_unichar_isalpha (c)))
        continue;
      n += !number || is_digit (c);
    }
  return n;
}

void
pedicle_check_unit (PedicleCheck *check)
{
  static const char *const units[][2] = {
    { "mg", NULL }, { "mcg", "µg" }, { "µg", "mcg" }, { "kg", NULL },
    { "g", NULL },  { "mL", "ml" },  { "ml", "mL" },  { "cm", NULL },
    { "mm", NULL }, { "°F", NULL },  { "°C", NULL },  { "%", "٪" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      guint wanted = count_unit (check->source, units[i][0], TRUE);
      guint given = wanted > 0 ? count_unit (check->target, units[i][0], FALSE) : 0;

      if (wanted > 0 && units[i][1] != NULL)
        given += count_unit (check->target, units[i][1], FALSE);
      if (given < wanted)
        pedicle_check_report (check, PEDICLE_SEVERITY_WARNING,
                              "the unit %s of the English is not in the translation", units[i][0]);
    }
}
