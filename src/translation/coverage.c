/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue.h"
#include "inline.h"

static guint
count_words (const char *markup)
{
  g_autofree char *plain = pedicle_inline_to_plain (markup);
  gboolean inside = FALSE;
  guint n = 0;

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean space = g_unichar_isspace (g_utf8_get_char (p));

      n += !space && !inside;
      inside = !space;
    }
  return n;
}

void
pedicle_catalogue_cover (const PedicleCatalogue *catalogue,
                         const PedicleLibrary *library,
                         PedicleCoverage *coverage)
{
  GPtrArray *texts;

  g_return_if_fail (catalogue != NULL && library != NULL && coverage != NULL);

  *coverage = (PedicleCoverage){ 0 };
  texts = pedicle_library_get_texts (library);
  for (guint i = 0; i < texts->len; i++)
    {
      const PedicleText *text = texts->pdata[i];
      PedicleTranslationState state;
      guint words = count_words (text->markup);

      pedicle_catalogue_lookup (catalogue, text, &state);
      coverage->units[state]++;
      coverage->words[state] += words;
      coverage->n_units++;
      coverage->n_words += words;
    }
}
