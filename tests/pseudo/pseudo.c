/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pseudo.h"

#include <string.h>

#define RLM "\342\200\217" /* U+200F */
#define RLO "\342\200\256" /* U+202E */
#define PDF "\342\200\254" /* U+202C */

typedef void (*WordFunc) (GString *out, const char *word, gsize length);

/* A word that looks strange and can still be read. */
static void
append_accented (GString *out, const char *word, gsize length)
{
  static const char *const accented[] = {
    "å", "ƀ", "ç", "ð", "é", "ƒ", "ĝ", "ĥ", "î", "ĵ", "ķ", "ļ", "ɱ", "ñ", "ö", "þ", "ǫ", "ŕ",
    "š", "ţ", "û", "ṽ", "ŵ", "ẋ", "ý", "ž", "Å", "Ɓ", "Ç", "Ð", "É", "Ƒ", "Ĝ", "Ĥ", "Î", "Ĵ",
    "Ķ", "Ļ", "Ṁ", "Ñ", "Ö", "Þ", "Ǫ", "Ŕ", "Š", "Ţ", "Û", "Ṽ", "Ŵ", "Ẋ", "Ý", "Ž",
  };

  for (gsize i = 0; i < length; i++)
    g_string_append (out, accented[word[i] >= 'a' ? word[i] - 'a' : word[i] - 'A' + 26]);
}

/* A word that is set from right to left whatever its letters are. */
static void
append_turned (GString *out, const char *word, gsize length)
{
  g_string_append (out, RLM RLO);
  g_string_append_len (out, word, (gssize) length);
  g_string_append (out, PDF RLM);
}

/* Each word through FUNC, all else as it is. Returns: how many letters there were. */
static gsize
convert (GString *out, const char *markup, WordFunc func)
{
  gsize letters = 0;

  for (const char *p = markup; *p != '\0';)
    {
      const char *start = p;

      if (*p == '<' || *p == '{')
        {
          p += strcspn (p, *p == '<' ? ">" : "}");
          p += *p != '\0';
          g_string_append_len (out, start, p - start);
          continue;
        }
      while (g_ascii_isalpha (*p))
        p++;
      letters += (gsize) (p - start);
      if (p > start)
        func (out, start, (gsize) (p - start));
      else
        g_string_append_c (out, *p++);
    }
  return letters;
}

/* Short texts grow most when they are translated. */
static gsize
grown (gsize letters)
{
  return letters < 10 ? letters * 27 / 10 : letters < 30 ? letters * 16 / 10 : letters * 134 / 100;
}

char *
pseudo_text (const char *markup, const char *language)
{
  gboolean rtl = strcmp (language, "ar_XB") == 0;
  g_autoptr (GString) out = g_string_new (NULL);
  gsize letters = convert (out, markup, rtl ? append_turned : append_accented);
  GString *whole;

  if (rtl || letters == 0) /* digits and marks mean what they are */
    return g_strdup (out->str);

  whole = g_string_new ("[");
  g_string_append (whole, out->str);
  for (gsize n = letters; n + 4 <= grown (letters); n += 4)
    {
      g_string_append_c (whole, ' ');
      append_accented (whole, "more", 4);
    }
  g_string_append_c (whole, ']');
  return g_string_free (whole, FALSE);
}

static void
append_quoted (GString *out, const char *keyword, const char *text)
{
  g_string_append_printf (out, "%s \"", keyword);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
  g_string_append (out, "\"\n");
}

char *
pseudo_po (GPtrArray *texts, const char *language)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (
      out,
      "msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: pseudo\\n\"\n\"Language: %s\\n\"\n"
      "\"MIME-Version: 1.0\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
      "\"Content-Transfer-Encoding: 8bit\\n\"\n",
      language);
  for (guint i = 0; i < texts->len; i++)
    {
      const PedicleText *text = texts->pdata[i];
      g_autofree char *translation = pseudo_text (text->markup, language);

      g_string_append_c (out, '\n');
      append_quoted (out, "msgctxt", text->context);
      append_quoted (out, "msgid", text->markup);
      append_quoted (out, "msgstr", translation);
    }
  return g_string_free (out, FALSE);
}

PedicleCatalogue *
pseudo_catalogue (const PedicleLibrary *library, const char *language)
{
  g_autofree char *po = pseudo_po (pedicle_library_get_texts (library), language);
  g_autoptr (GBytes) bytes = g_bytes_new (po, strlen (po));
  g_autoptr (GError) error = NULL;
  PedicleCatalogue *catalogue = pedicle_catalogue_parse (bytes, language, language, &error);

  g_assert_no_error (error);
  return catalogue;
}
