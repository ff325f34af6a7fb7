/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "check-private.h"

#define SHORT 20 /* characters: below this, lengths say nothing */

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p)) != 0;
  return n;
}

/* Characters as they take room: marks take none, wide ones two. */
static guint
count_cells (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        n += g_unichar_iswide (c) ? 2 : 1;
    }
  return n;
}

void
pedicle_check_same (PedicleCheck *check)
{
  if (strcmp (check->message->id, check->message->str) == 0 && count_letters (check->source) > 3)
    pedicle_check_report (check, PEDICLE_SEVERITY_WARNING, "the translation is the English text");
}

void
pedicle_check_length (PedicleCheck *check)
{
  guint source = count_cells (check->source), target = count_cells (check->target);

  if (source < SHORT)
    return;
  if (target * 5 < source * 2)
    pedicle_check_report (check, PEDICLE_SEVERITY_WARNING,
                          "only %u characters for %u of the English: is something left out?",
                          target, source);
  else if (target * 2 > source * 5)
    pedicle_check_report (check, PEDICLE_SEVERITY_WARNING,
                          "%u characters for %u of the English: is something added?", target,
                          source);
}

void
pedicle_check_too_long (PedicleCheck *check)
{
  const char *note = strstr (check->message->extracted, "maxlen:");
  guint64 most = note != NULL ? g_ascii_strtoull (note + strlen ("maxlen:"), NULL, 10) : 0;
  guint length = count_cells (check->target);

  if (most > 0 && length > most)
    pedicle_check_report (check, PEDICLE_SEVERITY_WARNING,
                          "%u characters where %" G_GUINT64_FORMAT " fit", length, most);
}

/* ---- no and not ---- */

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* How many words of TEXT say no. With JOINED, "don't" is one word; else an apostrophe parts words
 * ("n'est"). */
static guint
count_negations (const char *text, const PedicleLanguage *language, gboolean joined)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autoptr (GString) word = g_string_new (NULL);
  guint n = 0;

  for (const char *p = lower;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c) || g_unichar_ismark (c))
        g_string_append_unichar (word, c);
      else if (joined && is_apostrophe (c))
        g_string_append_c (word, '\'');
      else
        {
          n += pedicle_language_says_no (language, word->str);
          g_string_truncate (word, 0);
        }
      if (c == '\0')
        return n;
    }
}

void
pedicle_check_negation (PedicleCheck *check)
{
  if (check->language->negations != NULL &&
      count_negations (check->source, pedicle_language_find ("en"), TRUE) > 0 &&
      count_negations (check->target, check->language, FALSE) == 0)
    pedicle_check_report (check, PEDICLE_SEVERITY_WARNING,
                          "the English says no or not; no such word was found here");
}

/* ---- spaces and marks ---- */

void
pedicle_check_space (PedicleCheck *check)
{
  const char *str = check->message->str;
  gunichar first = g_utf8_get_char (str);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (str + strlen (str)));

  if (g_unichar_isspace (first) || g_unichar_isspace (last))
    pedicle_check_report (check, PEDICLE_SEVERITY_WARNING,
                          "there is a space at the beginning or the end");
  if (strstr (str, "  ") != NULL || strchr (str, '\n') != NULL || strchr (str, '\t') != NULL)
    pedicle_check_report (check, PEDICLE_SEVERITY_WARNING,
                          "there are two spaces, a tab or a new line inside");
}

/* The mark that a text ends in, as its ASCII relative; 0 when it is none. */
static char
end_mark (const char *text)
{
  static const struct
  {
    gunichar mark;
    char ascii;
  } marks[] = {
    { '.', '.' },    { 0x3002, '.' }, { 0x0964, '.' }, { 0x06D4, '.' }, { 0x0589, '.' },
    { 0x1362, '.' }, { 0x104B, '.' }, { 0x17D4, '.' }, { 0xFF0E, '.' }, { '?', '?' },
    { 0x061F, '?' }, { 0xFF1F, '?' }, { '!', '!' },    { 0xFF01, '!' }, { ':', ':' },
    { 0xFF1A, ':' }, { ';', ';' },    { 0x061B, ';' }, { ',', ',' },    { 0x060C, ',' },
    { 0x3001, ',' },
  };
  g_autofree char *copy = g_strchomp (g_strdup (text));
  gunichar last = *copy != '\0' ? g_utf8_get_char (g_utf8_prev_char (copy + strlen (copy))) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].mark == last)
      return marks[i].ascii;
  return 0;
}

void
pedicle_check_punctuation (PedicleCheck *check)
{
  char source = end_mark (check->source), target = end_mark (check->target);

  if (source != target && count_letters (check->source) > 0 &&
      strcmp (check->language->tag, "th") != 0)
    pedicle_check_report (check, PEDICLE_SEVERITY_WARNING,
                          "the English ends in \"%c\", the translation in \"%c\"",
                          source != 0 ? source : '-', target != 0 ? target : '-');
  if (!g_str_has_prefix (check->language->tag, "es"))
    return;
  if (strchr (check->target, '?') != NULL && strstr (check->target, "¿") == NULL)
    pedicle_check_report (check, PEDICLE_SEVERITY_WARNING, "a question begins with ¿");
  if (strchr (check->target, '!') != NULL && strstr (check->target, "¡") == NULL)
    pedicle_check_report (check, PEDICLE_SEVERITY_WARNING, "an exclamation begins with ¡");
}

/* ---- characters that cannot be seen ---- */

void
pedicle_check_control (PedicleCheck *check)
{
  for (const char *p = check->message->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((g_unichar_type (c) == G_UNICODE_CONTROL && c != '\n' && c != '\t') || c == 0xFFFD ||
          c == 0xFEFF)
        {
          pedicle_check_report (check, PEDICLE_SEVERITY_ERROR,
                                "there is a character that cannot be printed (U+%04X)", c);
          return;
        }
    }
}

void
pedicle_check_bidi (PedicleCheck *check)
{
  int depth = 0;

  for (const char *p = check->message->str; *p != '\0' && depth >= 0; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x202C || c == 0x2069) /* the two that close */
        depth--;
      else if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2068))
        depth++;
    }
  if (depth != 0)
    pedicle_check_report (check, PEDICLE_SEVERITY_ERROR,
                          "a mark that turns the direction is not closed");
}
