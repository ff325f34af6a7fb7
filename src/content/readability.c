/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "readability.h"

#include <math.h>
#include <string.h>

#define LONG_WORD 3
#define EASED 2

/* ---- Syllables ---- */

/* Words that the rules below get wrong, in the order of the alphabet. */
static const struct
{
  const char *word;
  guint n;
} exceptions[] = {
  { "area", 3 },      { "being", 2 },      { "business", 2 },   { "ct", 2 },
  { "create", 2 },    { "created", 3 },    { "diet", 2 },       { "every", 2 },
  { "everyone", 3 },  { "everything", 3 }, { "evening", 2 },    { "forearm", 2 },
  { "guideline", 2 }, { "guidelines", 2 }, { "hour", 1 },       { "hours", 1 },
  { "idea", 3 },      { "maybe", 2 },      { "mri", 3 },        { "our", 1 },
  { "ours", 1 },      { "people", 2 },     { "poem", 2 },       { "quiet", 2 },
  { "react", 2 },     { "reaction", 3 },   { "safety", 2 },     { "science", 2 },
  { "several", 3 },   { "society", 4 },    { "someone", 2 },    { "something", 2 },
  { "sometimes", 2 }, { "somewhere", 2 },  { "themselves", 2 }, { "therefore", 2 },
  { "trial", 2 },     { "trials", 2 },     { "usual", 3 },      { "usually", 4 },
  { "wednesday", 2 },
};

static bool
is_vowel (char letter)
{
  return letter != '\0' && strchr ("aeiouy", letter) != NULL;
}

static bool
is_one_of (char letter, const char *letters)
{
  return letter != '\0' && strchr (letters, letter) != NULL;
}

/* Letter @index from the end of @word, from 1; '\0' before its beginning. */
static char
from_end (const char *word, gsize length, gsize index)
{
  return index <= length ? word[length - index] : '\0';
}

static bool
ends_with (const char *word, const char *ending)
{
  return g_str_has_suffix (word, ending);
}

static guint
vowel_groups (const char *word)
{
  guint n = 0;
  bool inside = false;

  for (gsize i = 0; word[i] != '\0'; i++)
    {
      bool vowel = is_vowel (word[i]) && !(word[i] == 'y' && i == 0) &&
                   !(word[i] == 'u' && i > 0 && word[i - 1] == 'q');

      n += vowel && !inside;
      inside = vowel;
    }
  return n;
}

/* Whether the two vowels at @at are said apart: "ob-vi-ous", "vid-e-o", "man-u-al". */
static bool
is_apart (const char *word, gsize at)
{
  char first = word[at], second = word[at + 1];
  char before = at > 0 ? word[at - 1] : '\0', after = word[at + 2];

  if (first == 'i' && second == 'a')
    return !is_one_of (before, "tscgx");
  if (first == 'i' && second == 'o')
    return !is_one_of (before, "tscgxh") && !(after == 'n' && is_one_of (before, "lnt"));
  if ((first == 'i' && second == 'u') || (first == 'e' && second == 'o'))
    return true;
  if (first == 'u' && second == 'a')
    return !is_one_of (before, "qg");
  return first == 'i' && second == 'e' && is_one_of (after, "tn") && !is_one_of (before, "ftc") &&
         strnlen (word + at + 2, 3) < 3 && strcmp (word + at + 2, "nd") != 0;
}

static guint
hiatuses (const char *word, gsize length)
{
  guint n = 0;
  char third = from_end (word, length, 4);

  for (gsize i = 0; i + 1 < length; i++)
    n += is_apart (word, i);
  if (ends_with (word, "ing") && is_vowel (third) && !is_one_of (third, "u"))
    n++;
  else if (ends_with (word, "uing") && !ends_with (word, "quing") && !ends_with (word, "guing"))
    n++;
  return n + ends_with (word, "sm");
}

/* Whether an e in the last syllable is written and not said. */
static bool
has_silent_end (const char *word, gsize length)
{
  char second = from_end (word, length, 2), third = from_end (word, length, 3);
  char fourth = from_end (word, length, 4);

  if (ends_with (word, "que") || ends_with (word, "gue"))
    return true;
  if (ends_with (word, "le"))
    return is_vowel (third);
  if (ends_with (word, "e"))
    return length > 2 && !is_vowel (second);
  if (ends_with (word, "les"))
    return is_vowel (fourth);
  if (ends_with (word, "es"))
    return !is_one_of (third, "sxzcg") && !is_vowel (third) && !ends_with (word, "shes") &&
           !ends_with (word, "ches");
  if (ends_with (word, "led"))
    return is_vowel (fourth) || is_one_of (fourth, "rl");
  return ends_with (word, "ed") && !is_one_of (third, "td") && !is_vowel (third);
}

/* The e before an ending of its own: "move-ment", "safe-ly". */
static bool
has_silent_middle (const char *word, gsize length)
{
  static const char *const endings[] = { "ely",   "ement", "ements", "eness",
                                         "eless", "eful",  "efully", "elessly" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (ends_with (word, endings[i]))
      {
        gsize end = strlen (endings[i]);
        g_autofree char *stem = g_strndup (word, length - end);
        char last = from_end (word, length, end + 1);

        return last != '\0' && !is_vowel (last) && last != 'l' && vowel_groups (stem) > 0;
      }
  return false;
}

/* Small letters, without what stands behind an apostrophe. */
static char *
fold (const char *word)
{
  g_autofree char *small = g_utf8_strdown (word, -1);
  GString *folded = g_string_new (NULL);

  for (const char *at = small; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == '\'' || letter == 0x2019)
        break;
      g_string_append_unichar (folded, letter);
    }
  return g_string_free (folded, FALSE);
}

guint
pedicle_readability_syllables (const char *word)
{
  g_autofree char *folded = fold (word);
  gsize length = strlen (folded);
  guint n;

  if (length == 0 || !g_ascii_isalpha (folded[0]))
    return 1;
  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (strcmp (folded, exceptions[i].word) == 0)
      return exceptions[i].n;
  n = vowel_groups (folded) + hiatuses (folded, length);
  n -= MIN (n, (guint) has_silent_end (folded, length) + has_silent_middle (folded, length));
  return MAX (n, 1);
}

/* ---- Words and sentences ---- */

typedef struct
{
  PedicleReadability *total;
  PedicleReadability sentence;
  GHashTable *excused, *met;
  bool blank, be; /* in this sentence: a blank; a form of "to be" stood one or two words before */
  guint since_be;
} Counter;

/* As it stands in the set: itself, or the word that it is a plural of. */
static const char *
find_excused (GHashTable *excused, const char *folded)
{
  static const struct
  {
    const char *ending, *instead;
  } plurals[] = { { "", "" }, { "s", "" }, { "es", "" }, { "ies", "y" }, { "ae", "a" } };

  for (guint i = 0; excused != NULL && i < G_N_ELEMENTS (plurals); i++)
    if (g_str_has_suffix (folded, plurals[i].ending))
      {
        g_autofree char *stem = g_strndup (folded, strlen (folded) - strlen (plurals[i].ending));
        g_autofree char *one = g_strconcat (stem, plurals[i].instead, NULL);
        gpointer found = NULL;

        if (g_hash_table_lookup_extended (excused, one, &found, NULL))
          return found;
      }
  return NULL;
}

static bool
is_be (const char *word)
{
  static const char *const forms[] = { "is",  "are",  "was",   "were", "be", "been",
                                       "get", "gets", "being", "got",  NULL };

  return g_strv_contains (forms, word);
}

static bool
is_participle (const char *word)
{
  static const char *const irregular[] = { "done", "made", "given", "taken", "seen",   "known",
                                           "put",  "held", "kept",  "told",  "found",  "sent",
                                           "left", "paid", "shown", "drawn", "chosen", NULL };

  return (strlen (word) > 4 && g_str_has_suffix (word, "ed")) || g_strv_contains (irregular, word);
}

static void
note_passive (Counter *counter, const char *folded)
{
  if (counter->be && counter->since_be < 2 && is_participle (folded))
    counter->sentence.passive = 1;
  counter->since_be++;
  if (is_be (folded))
    {
      counter->be = true;
      counter->since_be = 0;
    }
}

static void
count_word (Counter *counter, const char *start, const char *end)
{
  PedicleReadability *sentence = &counter->sentence;
  g_autofree char *word = g_strndup (start, (gsize) (end - start));
  g_autofree char *folded = fold (word);
  guint n = pedicle_readability_syllables (word);
  const char *excused = n >= LONG_WORD ? find_excused (counter->excused, folded) : NULL;

  sentence->words++;
  sentence->letters += (guint) g_utf8_strlen (word, -1);
  sentence->syllables += n;
  sentence->long_words += n >= LONG_WORD;
  if (excused != NULL && counter->met != NULL)
    g_hash_table_add (counter->met, (gpointer) excused);
  if (excused != NULL)
    n = EASED;
  sentence->eased_syllables += n;
  sentence->eased_long_words += n >= LONG_WORD;
  note_passive (counter, folded);
}

static void
end_sentence (Counter *counter)
{
  counter->sentence.sentences = 1;
  if (counter->sentence.words > 0 && !counter->blank)
    pedicle_readability_join (counter->total, &counter->sentence);
  memset (&counter->sentence, 0, sizeof counter->sentence);
  counter->blank = counter->be = false;
}

/* Behind a number such as 1,000 or 4.3. */
static const char *
skip_number (const char *at)
{
  while (g_ascii_isdigit (*at) || (is_one_of (*at, ".,") && g_ascii_isdigit (at[1])))
    at++;
  return at;
}

static const char *
skip_letters (const char *at)
{
  for (;; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      bool joins = (letter == '\'' || letter == 0x2019) &&
                   g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (at)));

      if (!g_unichar_isalpha (letter) && !g_unichar_ismark (letter) && !joins)
        return at;
    }
}

/* . ? ! and their like in other scripts, before a space, a closing quote or the end. */
static bool
ends_sentence (gunichar letter, const char *behind)
{
  static const gunichar marks[] = { '.', '?', '!', 0x3002, 0xff1f, 0xff01, 0x061f, 0x06d4, 0x0964 };
  gunichar next = g_utf8_get_char (behind);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (letter == marks[i])
      return letter > 0x7f || next == '\0' || g_unichar_isspace (next) || next == '"' ||
             next == ')' || next == 0x201d || next == 0x2019;
  return false;
}

void
pedicle_readability_add (PedicleReadability *readability,
                         const char *plain,
                         GHashTable *excused,
                         GHashTable *met)
{
  Counter counter = { .total = readability, .excused = excused, .met = met };

  for (const char *at = plain; *at != '\0';)
    {
      const char *start = at;
      gunichar letter = g_utf8_get_char (at);

      if (g_ascii_isdigit (*at))
        at = skip_number (at);
      else if (g_unichar_isalpha (letter))
        at = skip_letters (at);
      else
        at = g_utf8_next_char (at);
      if (g_unichar_isalnum (letter))
        count_word (&counter, start, at);
      counter.blank = counter.blank || letter == 0xfffc;
      if (ends_sentence (letter, at))
        end_sentence (&counter);
    }
  end_sentence (&counter);
}

void
pedicle_readability_join (PedicleReadability *readability, const PedicleReadability *more)
{
  readability->sentences += more->sentences;
  readability->words += more->words;
  readability->letters += more->letters;
  readability->syllables += more->syllables;
  readability->long_words += more->long_words;
  readability->eased_syllables += more->eased_syllables;
  readability->eased_long_words += more->eased_long_words;
  readability->passive += more->passive;
}

double
pedicle_readability_kincaid (const PedicleReadability *readability, bool eased)
{
  guint syllables = eased ? readability->eased_syllables : readability->syllables;

  if (readability->sentences == 0 || readability->words == 0)
    return 0;
  return 0.39 * readability->words / readability->sentences +
         11.8 * syllables / readability->words - 15.59;
}

double
pedicle_readability_smog (const PedicleReadability *readability, bool eased)
{
  guint long_words = eased ? readability->eased_long_words : readability->long_words;

  if (readability->sentences == 0)
    return 0;
  return 1.0430 * sqrt (long_words * 30.0 / readability->sentences) + 3.1291;
}

void
pedicle_readability_hard_words (const char *plain, GHashTable *words)
{
  for (const char *at = plain; *at != '\0';)
    {
      const char *start = at;

      if (!g_unichar_isalpha (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      at = skip_letters (at);
      g_autofree char *word = g_strndup (start, (gsize) (at - start));

      if (pedicle_readability_syllables (word) >= LONG_WORD)
        g_hash_table_add (words, fold (word));
    }
}
