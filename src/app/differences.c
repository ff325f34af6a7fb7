/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "differences.h"

#include <string.h>

#define MOST_WORDS 300  /* of a text that is compared: the time it takes grows with the square */
#define LEAST_ALIKE 0.3 /* share of a text's words: with fewer in common, two texts have nothing to set apart */
#define ISLAND 2        /* so few common words between others are chance, and would tear a mark apart */

typedef struct
{
  PedicleSpan place;
  char *folded;
} Word;

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->folded);
}

static void
add_word (GArray *words, const char *text, const char *start, const char *end)
{
  Word word = { .place = { (guint) (start - text), (guint) (end - text) },
                .folded = g_utf8_casefold (start, end - start) };

  g_array_append_val (words, word);
}

/* Returns: (transfer full) (element-type Word) (nullable): %NULL for a text that is too long to be compared. */
static GArray *
split (const char *text, PangoLanguage *language)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  int n = (int) g_utf8_strlen (text != NULL ? text : "", -1) + 1;
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, (gsize) n);
  const char *at = text != NULL ? text : "", *start = NULL;

  g_array_set_clear_func (words, word_clear);
  pango_get_log_attrs (at, -1, -1, language, attrs, n);
  for (int i = 0; i < n; i++)
    {
      if (start != NULL && attrs[i].is_word_end)
        {
          add_word (words, text, start, at);
          start = NULL;
        }
      if (attrs[i].is_word_start)
        start = at;
      if (i + 1 < n)
        at = g_utf8_next_char (at);
    }
  return words->len <= MOST_WORDS ? g_steal_pointer (&words) : NULL;
}

static const char *
get_folded (const GArray *words, guint i)
{
  return g_array_index (words, Word, i).folded;
}

/* lengths[i * (other->len + 1) + j]: of the longest row of words that the ends of both from i and j on have in common. */
static guint *
measure_common (const GArray *words, const GArray *other)
{
  guint width = other->len + 1;
  guint *lengths = g_new0 (guint, (gsize) (words->len + 1) * width);

  for (guint i = words->len; i-- > 0;)
    for (guint j = other->len; j-- > 0;)
      if (strcmp (get_folded (words, i), get_folded (other, j)) == 0)
        lengths[i * width + j] = lengths[(i + 1) * width + j + 1] + 1;
      else
        lengths[i * width + j] = MAX (lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
  return lengths;
}

/* Returns: (transfer full): for each word whether @other has it too, in its place. */
static gboolean *
find_common (const GArray *words, const GArray *other)
{
  gboolean *common = g_new0 (gboolean, words->len + 1);
  g_autofree guint *lengths = measure_common (words, other);
  guint width = other->len + 1;

  for (guint i = 0, j = 0; i < words->len && j < other->len;)
    {
      if (strcmp (get_folded (words, i), get_folded (other, j)) == 0)
        {
          common[i++] = TRUE;
          j++;
        }
      else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
        i++;
      else
        j++;
    }
  return common;
}

static void
drop_islands (gboolean *common, guint n)
{
  for (guint i = 0, end; i < n; i = end)
    {
      for (end = i; end < n && common[end] == common[i]; end++)
        ;
      if (common[i] && end - i <= ISLAND && i > 0 && end < n)
        memset (common + i, 0, (end - i) * sizeof *common);
    }
}

static guint
count (const gboolean *common, guint n)
{
  guint n_common = 0;

  for (guint i = 0; i < n; i++)
    n_common += common[i] ? 1 : 0;
  return n_common;
}

/* From the first word of each run that is not common to its last. */
static GArray *
collect_spans (const GArray *words, const gboolean *common)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PedicleSpan));

  for (guint i = 0; i < words->len; i++)
    {
      PedicleSpan place = g_array_index (words, Word, i).place;
      if (common[i])
        continue;
      if (i > 0 && !common[i - 1])
        g_array_index (spans, PedicleSpan, spans->len - 1).end = place.end;
      else
        g_array_append_val (spans, place);
    }
  return spans;
}

static GArray *
find_apart (GPtrArray *texts, guint index)
{
  const GArray *words = g_ptr_array_index (texts, index);
  g_autofree gboolean *nearest = NULL;
  double best = LEAST_ALIKE;

  for (guint i = 0; words != NULL && i < texts->len; i++)
    {
      const GArray *other = g_ptr_array_index (texts, i);
      if (i == index || other == NULL || other->len == 0 || words->len == 0)
        continue;
      g_autofree gboolean *common = find_common (words, other);
      drop_islands (common, words->len);
      double alike = (double) count (common, words->len) / words->len;
      if (alike < best || (nearest != NULL && alike <= best))
        continue;
      best = alike;
      g_free (nearest);
      nearest = g_steal_pointer (&common);
    }
  return nearest != NULL ? collect_spans (words, nearest) : g_array_new (FALSE, FALSE, sizeof (PedicleSpan));
}

static void
words_free (gpointer words)
{
  g_clear_pointer ((GArray **) &words, g_array_unref);
}

GPtrArray *
pedicle_differences_find (const char *const *texts, guint n_texts, PangoLanguage *language)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) split_texts = g_ptr_array_new_with_free_func (words_free);

  for (guint i = 0; i < n_texts; i++)
    g_ptr_array_add (split_texts, split (texts[i], language));
  for (guint i = 0; i < n_texts; i++)
    g_ptr_array_add (spans, find_apart (split_texts, i));
  return spans;
}

gboolean
pedicle_differences_any (const char *const *texts, guint n_texts)
{
  for (guint i = 1; i < n_texts; i++)
    if (g_strcmp0 (texts[0], texts[i]) != 0)
      return TRUE;
  return FALSE;
}

int
pedicle_differences_same (const char *const *texts, guint index)
{
  for (guint i = 0; i < index; i++)
    if (g_strcmp0 (texts[i], texts[index]) == 0)
      return (int) i;
  return -1;
}

char *
pedicle_differences_words (const char *text, const GArray *spans)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const PedicleSpan *span = &g_array_index (spans, PedicleSpan, i);
      g_string_append (words, i > 0 ? " \u2026 " : "");
      g_string_append_len (words, text + span->start, (gssize) (span->end - span->start));
    }
  return g_string_free (words, FALSE);
}

static void
insert (PangoAttrList *list, PangoAttribute *attribute, const PedicleSpan *span)
{
  attribute->start_index = span->start;
  attribute->end_index = span->end;
  pango_attr_list_insert (list, attribute);
}

PangoAttrList *
pedicle_differences_attributes (const GArray *spans)
{
  if (spans->len == 0)
    return NULL;

  PangoAttrList *list = pango_attr_list_new ();
  for (guint i = 0; i < spans->len; i++)
    {
      const PedicleSpan *span = &g_array_index (spans, PedicleSpan, i);
      insert (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), span);
      insert (list, pango_attr_background_new (0xf5f5, 0xc2c2, 0x1111), span);
      insert (list, pango_attr_background_alpha_new (0x4ccc), span);
    }
  return list;
}
