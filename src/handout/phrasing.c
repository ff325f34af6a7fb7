/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "phrasing.h"

#include <stdarg.h>
#include <string.h>

#include "inline.h"

static void
read_digits (PediclePhrasing *phrasing)
{
  const PedicleText *text = pedicle_library_find_phrase (phrasing->library, PEDICLE_PHRASE_DIGITS);
  const char *at = text != NULL ? pedicle_catalogue_lookup (phrasing->catalogue, text, NULL) : "";

  if (g_utf8_strlen (at, -1) != 10 || strcmp (at, "0123456789") == 0)
    return;
  for (int i = 0; i < 10; i++)
    {
      if (!g_unichar_isdigit (g_utf8_get_char (at)))
        {
          phrasing->digits[0][0] = '\0';
          return;
        }
      g_utf8_strncpy (phrasing->digits[i], at, 1);
      at = g_utf8_next_char (at);
    }
}

void
pedicle_phrasing_init (PediclePhrasing *phrasing,
                       const PedicleLibrary *library,
                       const PedicleCatalogue *catalogue)
{
  memset (phrasing, 0, sizeof *phrasing);
  phrasing->library = library;
  phrasing->catalogue = catalogue;
  read_digits (phrasing);
}

char *
pedicle_phrasing_digits (const PediclePhrasing *phrasing, const char *text)
{
  GString *out;

  if (phrasing->digits[0][0] == '\0')
    return g_strdup (text);
  out = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at++)
    {
      if (g_ascii_isdigit (*at))
        g_string_append (out, phrasing->digits[*at - '0']);
      else
        g_string_append_c (out, *at);
    }
  return g_string_free (out, FALSE);
}

char *
pedicle_phrasing_number (const PediclePhrasing *phrasing, guint number)
{
  g_autofree char *plain = g_strdup_printf ("%u", number);

  return pedicle_phrasing_digits (phrasing, plain);
}

static const char *
find (GPtrArray *pairs, const char *name)
{
  for (guint i = 0; i + 1 < pairs->len; i += 2)
    if (strcmp (pairs->pdata[i], name) == 0)
      return pairs->pdata[i + 1];
  return NULL;
}

char *
pedicle_phrasing_get (const PediclePhrasing *phrasing, const char *id, ...)
{
  const PedicleText *text = pedicle_library_find_phrase (phrasing->library, id);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  GString *out = g_string_new (NULL);
  va_list list;

  va_start (list, id);
  for (char *word = va_arg (list, char *); word != NULL; word = va_arg (list, char *))
    g_ptr_array_add (pairs, word);
  va_end (list);
  if (text != NULL)
    runs = pedicle_inline_parse (pedicle_catalogue_lookup (phrasing->catalogue, text, NULL), NULL);
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const PedicleRun *run = runs->pdata[i];
      const char *value = run->field != NULL ? find (pairs, run->field) : run->text;

      g_string_append (out, value != NULL ? value : "");
    }
  return g_string_free (out, FALSE);
}

char *
pedicle_phrasing_get_english (const PediclePhrasing *phrasing, const char *id)
{
  const PedicleText *text = pedicle_library_find_phrase (phrasing->library, id);

  return text != NULL ? pedicle_inline_to_plain (text->markup) : g_strdup ("");
}

bool
pedicle_phrasing_is_english (const PediclePhrasing *phrasing, const PedicleText *text)
{
  PedicleTranslationState state = PEDICLE_STATE_SOURCE;

  if (text != NULL)
    pedicle_catalogue_lookup (phrasing->catalogue, text, &state);
  return state != PEDICLE_STATE_SOURCE && state != PEDICLE_STATE_TRANSLATED;
}
