/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "joins.h"

#include <stdbool.h>
#include <string.h>

#define LONGEST_WHOLE 100 /* bytes: what is longer fits no line, and trying takes time */
#define OBJECT 0xfffc
#define SHORT_WORD 4   /* letters: "of", "cada" */
#define SHORT_WORDS 14 /* letters of the last two words together */
#define LONG_LINES 1.7 /* full lines; ragged ones are three then */
#define YEAR 4         /* digits */
#define COLONS ":\357\274\232\325\235\341\215\246" /* also U+FF1A, U+055D, U+1366 */

typedef struct
{
  const char *text;
  double size, width;
  PedicleJoinsMeasure measure;
  gpointer user_data;
  GArray *found;
} Joiner;

static bool
is_short (const Joiner *joiner, const char *start, const char *end)
{
  return g_utf8_strlen (start, end - start) * joiner->size <= joiner->width;
}

static bool
fits (const Joiner *joiner, const PedicleJoin *join)
{
  const char *start = joiner->text + join->start, *end = joiner->text + join->end;

  if (is_short (joiner, start, end) && g_utf8_strchr (start, end - start, OBJECT) == NULL)
    return true;
  return joiner->measure (join->start, join->end, joiner->user_data) <= joiner->width;
}

/* Full stops and the like, which no line parts from what they follow. */
static const char *
skip_marks (const char *at)
{
  while (g_unichar_ispunct (g_utf8_get_char (at)) ||
         (*at != '\0' && g_unichar_iszerowidth (g_utf8_get_char (at))))
    at = g_utf8_next_char (at);
  return at;
}

/* Joins the words from @start to @end, and what they were joined with before. Returns: whether a
 * line has room for them. */
static bool
join (Joiner *joiner, const char *start, const char *end)
{
  PedicleJoin all = { (guint) (start - joiner->text), (guint) (skip_marks (end) - joiner->text) };

  for (guint i = 0; i < joiner->found->len; i++)
    {
      const PedicleJoin *other = &g_array_index (joiner->found, PedicleJoin, i);

      if (other->start < all.end && all.start < other->end)
        all = (PedicleJoin){ MIN (all.start, other->start), MAX (all.end, other->end) };
    }
  if (!fits (joiner, &all))
    return false;
  for (guint i = joiner->found->len; i > 0; i--)
    {
      const PedicleJoin *other = &g_array_index (joiner->found, PedicleJoin, i - 1);

      if (other->start < all.end && all.start < other->end)
        g_array_remove_index_fast (joiner->found, i - 1);
    }
  g_array_append_val (joiner->found, all);
  return true;
}

static const char *
word_end (const char *word)
{
  return word + strcspn (word, " ");
}

static bool
begins_with_year (const char *words)
{
  guint digits = 0;

  for (const char *at = words; *at != '\0' && digits < YEAR; at = g_utf8_next_char (at))
    {
      if (g_unichar_isdigit (g_utf8_get_char (at)))
        digits++;
      else if (!g_unichar_iszerowidth (g_utf8_get_char (at)))
        return false;
    }
  return digits == YEAR;
}

static bool
is_short_word (const char *start, const char *end)
{
  int letters = 0;

  for (const char *at = start; at < end; at = g_utf8_next_char (at), letters++)
    if (!g_unichar_islower (g_utf8_get_char (at)))
      return false;
  return letters > 0 && letters <= SHORT_WORD;
}

/* The end of @start to @end without its last word and the short ones before that. Returns:
 * (nullable): %NULL when it has but one. */
static const char *
cut_end (const char *start, const char *end)
{
  const char *space = g_strrstr_len (start, end - start, " ");
  const char *before = space != NULL ? g_strrstr_len (start, space - start, " ") : NULL;

  return before != NULL && is_short_word (before + 1, space) ? cut_end (start, space) : space;
}

/* What is one thing, such as a date. Where a line has no room for it, a day stays with its month:
 * the time goes first, then the year, at whichever end that is. What went is one thing as well. */
static void
join_whole (Joiner *joiner, const char *start, const char *end)
{
  const char *first = start, *last = end;

  while (!join (joiner, first, last))
    {
      const char *space = begins_with_year (first)
                              ? memchr (first, ' ', (gsize) (last - first))
                              : cut_end (first, last);

      if (space == NULL)
        break;
      if (begins_with_year (first))
        first = space + 1;
      else
        last = space;
    }
  if (first > start)
    join_whole (joiner, start, first - 1);
  if (last < end)
    join_whole (joiner, last + 1, end);
}

/* A number that was filled in ends with the sign that closes it, which has no width. */
static bool
ends_with_digit (const char *word, const char *end)
{
  while (end > word)
    {
      end = g_utf8_prev_char (end);
      if (!g_unichar_iszerowidth (g_utf8_get_char (end)))
        return g_unichar_isdigit (g_utf8_get_char (end));
    }
  return false;
}

/* A number stays with the word behind it, its unit, in whatever words they came. */
static void
join_units (Joiner *joiner)
{
  for (const char *word = joiner->text, *end = word_end (word); *end != '\0'; end = word_end (word))
    {
      if (ends_with_digit (word, end))
        join (joiner, word, word_end (end + 1));
      word = end + 1;
    }
}

/* The end of the number that one or two short words lead to from the number that ends at @end:
 * "12 of 100", "12 de cada 100". Returns: (nullable) */
static const char *
find_counterpart (const char *end)
{
  for (guint between = 0; between <= 2 && *end == ' '; between++)
    {
      const char *word = end + 1;

      end = word_end (word);
      if (g_unichar_isdigit (g_utf8_get_char (word)))
        return between > 0 ? end : NULL;
      if (!is_short_word (word, end))
        return NULL;
    }
  return NULL;
}

/* So many of so many are one number. */
static void
join_counts (Joiner *joiner)
{
  for (const char *word = joiner->text; *word != '\0';)
    {
      const char *first = word_end (word), *end = first, *next;

      while (end > word && g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (end))) &&
             (next = find_counterpart (end)) != NULL)
        end = next;
      if (end > first)
        join (joiner, word, end);
      word = *end == ' ' ? end + 1 : end;
    }
}

static bool
ends_clause (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_OTHER_PUNCTUATION;
}

/* Where the label of the value at @value begins: a few words that end with a colon. Returns:
 * (nullable): %NULL when it has none. */
static const char *
find_label (const Joiner *joiner, const char *value)
{
  const char *at = value > joiner->text && value[-1] == ' ' ? value - 1 : value;

  if (at == joiner->text ||
      g_utf8_strchr (COLONS, -1, g_utf8_get_char (g_utf8_prev_char (at))) == NULL)
    return NULL;
  at = g_utf8_prev_char (at);
  while (at > joiner->text)
    {
      gunichar before = g_utf8_get_char (g_utf8_prev_char (at));

      if (before == OBJECT || (ends_clause (before) && (*at == ' ' || g_unichar_iswide (before))))
        break;
      at = g_utf8_prev_char (at);
    }
  return *at == ' ' ? at + 1 : at;
}

/* A label stays with its value, or with the first word of a long one. */
static void
join_label (Joiner *joiner, const char *value, const char *value_end)
{
  const char *label = find_label (joiner, value);

  if (label != NULL)
    join (joiner, label, MIN (word_end (value), value_end));
}

/* What is taken stays with how much of it: the word before a number and its unit. */
static void
join_doses (Joiner *joiner, const char *start, const char *end)
{
  for (const char *word = start, *space; (space = memchr (word, ' ', (gsize) (end - word))) != NULL;
       word = space + 1)
    {
      const char *number_end = word_end (space + 1);

      if (space > word && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (space))) &&
          g_unichar_isdigit (g_utf8_get_char (space + 1)))
        join (joiner, word, MIN (*number_end == ' ' ? word_end (number_end + 1) : number_end, end));
    }
}

static void
join_values (Joiner *joiner, const PedicleRich *rich)
{
  for (guint i = 0; i < rich->spans->len; i++)
    {
      const PedicleSpan *span = &g_array_index (rich->spans, PedicleSpan, i);

      if ((span->style & PEDICLE_SPAN_VALUE) == 0)
        continue;
      join_doses (joiner, joiner->text + span->start, joiner->text + span->end);
      join_label (joiner, joiner->text + span->start, joiner->text + span->end);
    }
  for (guint i = 0; i < rich->blanks->len; i++)
    {
      const char *at = joiner->text + g_array_index (rich->blanks, PedicleBlank, i).at;

      join_label (joiner, at, g_utf8_next_char (at));
    }
}

/* Whether a paragraph takes three lines, or more. */
static bool
is_long (const Joiner *joiner)
{
  const char *end = joiner->text + strlen (joiner->text);

  return joiner->measure (0, (guint) (end - joiner->text), joiner->user_data) >
         LONG_LINES * joiner->width;
}

/* Whether it ends with what is one thing, or with a line to write on. */
static bool
ends_whole (const PedicleRich *rich)
{
  const PedicleSpan *last =
      rich->spans->len > 0 ? &g_array_index (rich->spans, PedicleSpan, rich->spans->len - 1) : NULL;

  return rich->blanks->len > 0 || (last != NULL && (last->style & PEDICLE_SPAN_WHOLE) != 0 &&
                                   last->end == rich->text->len);
}

/* A word that ends a paragraph alone on its line looks lost: the one before it comes along, where
 * the two are short for their line, or for a paragraph whose other lines are many. */
static void
join_last_words (Joiner *joiner)
{
  const char *end = joiner->text + strlen (joiner->text);
  const char *last = strrchr (joiner->text, ' ');
  const char *start = last;

  if (last == NULL)
    return;
  while (start > joiner->text && start[-1] != ' ')
    start--;
  if (start > joiner->text &&
      (is_short (joiner, start, end) ||
       (g_utf8_strlen (start, end - start) <= SHORT_WORDS && is_long (joiner))))
    join (joiner, start, end);
}

/* A few words in brackets, such as the numbers to call, are read at one glance. */
static void
join_brackets (Joiner *joiner)
{
  for (const char *open = strchr (joiner->text, '('); open != NULL; open = strchr (open + 1, '('))
    {
      const char *close = strchr (open, ')');

      if (close != NULL && is_short (joiner, open, close + 1))
        join (joiner, open, close + 1);
    }
}

GArray *
pedicle_joins_find (const PedicleRich *rich,
                    double size,
                    double width,
                    PedicleJoinsMeasure measure,
                    gpointer user_data)
{
  Joiner joiner = { rich->text->str, size, width, measure, user_data,
                    g_array_new (FALSE, FALSE, sizeof (PedicleJoin)) };

  for (guint i = 0; i < rich->spans->len; i++)
    {
      const PedicleSpan *span = &g_array_index (rich->spans, PedicleSpan, i);

      if ((span->style & PEDICLE_SPAN_WHOLE) != 0 && span->end - span->start <= LONGEST_WHOLE)
        join_whole (&joiner, joiner.text + span->start, joiner.text + span->end);
    }
  join_counts (&joiner);
  join_units (&joiner);
  join_values (&joiner, rich);
  join_brackets (&joiner);
  if (!ends_whole (rich))
    join_last_words (&joiner);
  return joiner.found;
}
