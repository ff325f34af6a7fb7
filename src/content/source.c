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

char *
pedicle_source_format (const PedicleSource *source)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *year = g_strdup_printf ("%d", source->year);
  append_sentence (line, source->authors);
  append_sentence (line, source->published);
  append_sentence (line, source->where);
  /* Most journals write the year into the place. */
  if (!source->where || !strstr (source->where, year))
    append_sentence (line, year);
  return g_string_free (g_steal_pointer (&line), FALSE);
}
