/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording.h"

#include <math.h>
#include <string.h>

/* Words in small letters, one after the other; "%" is a word, and what stands between words is not
 * seen. */
#define MAX_WORD 16

typedef struct
{
  const char *at;
  char words[4][MAX_WORD]; /* the last four, the newest last */
} Words;

static bool
next_word (Words *words)
{
  while (*words->at && *words->at != '%' && !g_ascii_isalnum (*words->at) && !(*words->at & 0x80))
    words->at++;
  if (*words->at == '\0')
    return false;
  memmove (words->words[0], words->words[1], 3 * MAX_WORD);
  memset (words->words[3], 0, MAX_WORD);
  if (*words->at == '%')
    words->words[3][0] = *words->at++;
  else
    for (gsize i = 0; g_ascii_isalnum (*words->at) || (*words->at & 0x80); words->at++)
      if (i < MAX_WORD - 1)
        words->words[3][i++] = g_ascii_tolower (*words->at);
  return true;
}

static bool
is_one_of (const char *word, const char *const *list)
{
  return *word && g_strv_contains (list, word);
}

static bool
is_count (const char *word)
{
  static const char *const counts[] = { "two",    "three", "four",  "five",    "six",      "seven",
                                        "eight",  "nine",  "ten",   "twelve",  "fifteen",  "twenty",
                                        "thirty", "forty", "fifty", "hundred", "thousand", NULL };
  return g_ascii_isdigit (*word) || is_one_of (word, counts);
}

bool
pedicle_wording_has_one_in (const char *plain)
{
  static const char *const one[] = { "1", "one", NULL };
  static const char *const filler[] = { "every", "a", "about", NULL };
  Words words = { .at = plain };
  if (!strstr (plain, "in"))
    return false;
  while (next_word (&words))
    {
      const char (*word)[MAX_WORD] = words.words;
      bool near = strcmp (word[2], "in") == 0 && is_one_of (word[1], one);
      bool far = strcmp (word[1], "in") == 0 && is_one_of (word[2], filler) &&
                 is_one_of (word[0], one);
      if ((near || far) && is_count (word[3]))
        return true;
    }
  return false;
}

bool
pedicle_wording_has_relative (const char *plain)
{
  static const char *const percent[] = { "%", "percent", NULL };
  static const char *const many[] = { "many", "several", NULL };
  static const char *const half[] = { "twice", "half", "double", NULL };
  static const char *const more[] = { "more",   "less",  "lower",  "higher",  "fewer", "greater",
                                      "better", "worse", "larger", "smaller", NULL };
  Words words = { .at = plain };
  while (next_word (&words))
    {
      const char (*word)[MAX_WORD] = words.words;
      bool times = strcmp (word[2], "times") == 0;
      bool share = is_one_of (word[2], percent);
      bool compares = (times || share) && is_one_of (word[3], more);
      if (compares && share)
        return true;
      if (times && (compares || strcmp (word[3], "as") == 0) &&
          (is_count (word[1]) || is_one_of (word[1], many)))
        return true;
      if (strcmp (word[3], "likely") != 0)
        continue;
      if (strcmp (word[2], "as") == 0 && is_one_of (word[1], half))
        return true;
      if (strcmp (word[1], "times") == 0)
        return true;
    }
  return false;
}

guint
pedicle_wording_count_words (const char *plain)
{
  guint n = 0;
  for (bool inside = false; *plain; plain++)
    {
      bool space = pedicle_is_space (*plain);
      n += !space && !inside;
      inside = !space;
    }
  return n;
}

/* Reads a number with its thousands ("1,000") and decimals; *@end behind it. */
static double
read_number (const char *start, const char **end)
{
  double value = 0;
  const char *at = start;
  for (;; at++)
    {
      bool thousands = *at == ',' && at > start && g_ascii_isdigit (at[1]) &&
                       g_ascii_isdigit (at[2]) && g_ascii_isdigit (at[3]) &&
                       !g_ascii_isdigit (at[4]);
      if (!g_ascii_isdigit (*at) && !thousands)
        break;
      if (!thousands)
        value = value * 10 + (*at - '0');
    }
  if (*at == '.' && g_ascii_isdigit (at[1]))
    for (double unit = 0.1; g_ascii_isdigit (*++at); unit /= 10)
      value += unit * (*at - '0');
  *end = at;
  return value;
}

bool
pedicle_wording_has_number (const char *plain, double number)
{
  for (const char *at = plain; *at;)
    {
      if (!g_ascii_isdigit (*at))
        {
          at++;
          continue;
        }
      if (fabs (read_number (at, &at) - fabs (number)) < 1e-6)
        return true;
    }
  return false;
}

bool
pedicle_is_space (char character)
{
  return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

void
pedicle_wording_squeeze (GString *to, const char *text)
{
  while (*text)
    {
      gsize spaces = strspn (text, " \t\r\n"), word = strcspn (text + spaces, " \t\r\n");
      if (spaces > 0 && to->len > 0 && to->str[to->len - 1] != ' ')
        g_string_append_c (to, ' ');
      g_string_append_len (to, text + spaces, (gssize) word);
      text += spaces + word;
    }
}
