/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "source.h"

#include <string.h>

void
pedicle_source_free (PedicleSource *source)
{
  g_free (source->id);
  g_free (source->kind);
  g_free (source->seen);
  g_free (source->authors);
  g_free (source->published);
  g_free (source->where);
  g_free (source->paid_by);
  g_strfreev (source->identifiers);
  g_free (source);
}

static void
append_sentence (GString *line, const char *words)
{
  if (!words || !*words)
    return;
  if (line->len > 0)
    g_string_append_c (line, ' ');
  g_string_append (line, words);
  if (!strchr (".?!", words[strlen (words) - 1]))
    g_string_append_c (line, '.');
}

static void
append_place (GString *line, const PedicleSource *source)
{
  g_autofree char *year = g_strdup_printf ("%d", source->year);
  append_sentence (line, source->where);
  /* Most journals write the year into the place. */
  if (!source->where || !strstr (source->where, year))
    append_sentence (line, year);
}

char *
pedicle_source_format (const PedicleSource *source)
{
  g_autoptr (GString) line = g_string_new (NULL);
  append_sentence (line, source->authors);
  append_sentence (line, source->published);
  append_place (line, source);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

char *
pedicle_source_format_brief (const PedicleSource *source)
{
  static const char *const studies[] = { "trial", "review", "cohort", "registry", NULL };
  g_autoptr (GString) line = NULL;
  g_auto (GStrv) authors = NULL;
  if (!source->kind || !g_strv_contains (studies, source->kind) || !source->authors)
    return pedicle_source_format (source);
  line = g_string_new (NULL);
  authors = g_strsplit (source->authors, ", ", -1);
  if (g_strv_length (authors) > 2)
    {
      g_autofree char *first = g_strconcat (authors[0], " and others", NULL);
      append_sentence (line, first);
    }
  else
    append_sentence (line, source->authors);
  append_place (line, source);
  return g_string_free (g_steal_pointer (&line), FALSE);
}
