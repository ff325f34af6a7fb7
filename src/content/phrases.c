/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "phrases.h"

#include <string.h>

/* Each phrase that the program needs, with the placeholders that it fills in. */
static const struct
{
  const char *id, *placeholders;
} required[] = {
  { PEDICLE_PHRASE_PAGE, "n m" },
  { PEDICLE_PHRASE_CONTENT, "version" },
  { PEDICLE_PHRASE_NOT_REVIEWED, "" },
  { PEDICLE_PHRASE_REVIEWED, "name date" },
  { PEDICLE_PHRASE_REVIEW_BY, "date" },
  { PEDICLE_PHRASE_OVERDUE, "" },
  { PEDICLE_PHRASE_CONFLICT, "" },
  { PEDICLE_PHRASE_TRANSLATION_NOT_REVIEWED, "" },
  { PEDICLE_PHRASE_LOCAL, "" },
  { PEDICLE_PHRASE_SOURCES, "" },
  { PEDICLE_PHRASE_CONTINUED, "title" },
  { PEDICLE_PHRASE_STEP, "n" },
  { PEDICLE_PHRASE_TOPIC, "" },
  { PEDICLE_PHRASE_IN_ENGLISH, "" },
  { PEDICLE_PHRASE_DATE, "month day year" },
  { PEDICLE_PHRASE_DATE_TIME, "date time" },
  { PEDICLE_PHRASE_TIME, "hour minute" },
  { PEDICLE_PHRASE_MONTH ".1", "" },
  { PEDICLE_PHRASE_MONTH ".2", "" },
  { PEDICLE_PHRASE_MONTH ".3", "" },
  { PEDICLE_PHRASE_MONTH ".4", "" },
  { PEDICLE_PHRASE_MONTH ".5", "" },
  { PEDICLE_PHRASE_MONTH ".6", "" },
  { PEDICLE_PHRASE_MONTH ".7", "" },
  { PEDICLE_PHRASE_MONTH ".8", "" },
  { PEDICLE_PHRASE_MONTH ".9", "" },
  { PEDICLE_PHRASE_MONTH ".10", "" },
  { PEDICLE_PHRASE_MONTH ".11", "" },
  { PEDICLE_PHRASE_MONTH ".12", "" },
  { PEDICLE_PHRASE_MONTH_YEAR, "month year" },
  { PEDICLE_PHRASE_DIGITS, "" },
  { PEDICLE_PHRASE_DECIMAL, "" },
  { PEDICLE_PHRASE_LIST_AND, "first last" },
  { PEDICLE_PHRASE_CERTAINTY ".high", "" },
  { PEDICLE_PHRASE_CERTAINTY ".high-to-moderate", "" },
  { PEDICLE_PHRASE_CERTAINTY ".moderate", "" },
  { PEDICLE_PHRASE_CERTAINTY ".low", "" },
  { PEDICLE_PHRASE_CERTAINTY ".very-low", "" },
  { PEDICLE_PHRASE_CERTAINTY ".not-graded", "" },
  { PEDICLE_PHRASE_SAME_AS, "option" },
  { PEDICLE_PHRASE_FOR_WHOM, "group" },
  { PEDICLE_PHRASE_WHEN, "time" },
  { PEDICLE_PHRASE_RANGE, "range" },
  { PEDICLE_PHRASE_RANGE_UNKNOWN, "" },
  { PEDICLE_PHRASE_DRAWN_ON, "" },
};

const char *const *
pedicle_phrases_required (void)
{
  static const char *ids[G_N_ELEMENTS (required) + 1];
  static gsize once = 0;
  if (g_once_init_enter (&once))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (required); i++)
        ids[i] = required[i].id;
      g_once_init_leave (&once, 1);
    }
  return ids;
}

const char *
pedicle_phrases_certainty (PedicleCertainty certainty)
{
  static const char *const phrases[] = {
    [PEDICLE_CERTAINTY_NOT_GRADED] = PEDICLE_PHRASE_CERTAINTY ".not-graded",
    [PEDICLE_CERTAINTY_VERY_LOW] = PEDICLE_PHRASE_CERTAINTY ".very-low",
    [PEDICLE_CERTAINTY_LOW] = PEDICLE_PHRASE_CERTAINTY ".low",
    [PEDICLE_CERTAINTY_MODERATE] = PEDICLE_PHRASE_CERTAINTY ".moderate",
    [PEDICLE_CERTAINTY_HIGH_TO_MODERATE] = PEDICLE_PHRASE_CERTAINTY ".high-to-moderate",
    [PEDICLE_CERTAINTY_HIGH] = PEDICLE_PHRASE_CERTAINTY ".high",
  };

  return phrases[certainty];
}

gboolean
pedicle_phrases_is_mark (const char *id)
{
  static const char *const marks[] = {
    PEDICLE_PHRASE_NOT_REVIEWED,            PEDICLE_PHRASE_REVIEWED,   PEDICLE_PHRASE_OVERDUE,
    PEDICLE_PHRASE_TRANSLATION_NOT_REVIEWED, PEDICLE_PHRASE_CONFLICT,   PEDICLE_PHRASE_IN_ENGLISH,
    PEDICLE_PHRASE_RANGE_UNKNOWN,           NULL
  };
  return g_strv_contains (marks, id) || g_str_has_prefix (id, PEDICLE_PHRASE_CERTAINTY ".");
}

gboolean
pedicle_phrases_allows (const char *id, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (required); i++)
    if (strcmp (required[i].id, id) == 0)
      {
        g_auto (GStrv) placeholders = g_strsplit (required[i].placeholders, " ", -1);
        return g_strv_contains ((const char *const *) placeholders, name);
      }
  return FALSE;
}

PediclePhrases *
pedicle_phrases_new (void)
{
  PediclePhrases *phrases = g_new0 (PediclePhrases, 1);
  phrases->phrases =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) pedicle_text_unref);
  return phrases;
}

void
pedicle_phrases_free (PediclePhrases *phrases)
{
  g_free (phrases->id);
  g_free (phrases->file);
  g_hash_table_unref (phrases->phrases);
  g_clear_pointer (&phrases->parts, g_ptr_array_unref);
  g_free (phrases);
}
