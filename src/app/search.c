/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "search.h"

#include <string.h>

#include "words.h"

#define BEFORE 24 /* characters of an excerpt before what was found */
#define WORD 12   /* characters by which it may be longer, so as not to end within a word */

struct _PedicleSearch
{
  PedicleSession *session;
  GPtrArray *texts; /* (element-type PedicleFound) in the order in which they are shown */
  /* What is compared, without capitals and accents: all in one piece, which the processor reads ahead; strewn over the
   * heap it takes three times as long as soon as it is more than the processor's cache holds. */
  char *folded;
  gsize n_folded;     /* bytes */
  const char **where; /* of each text */
};

static void
wipe (char *text)
{
  explicit_bzero (text, strlen (text));
  g_free (text);
}

static void
found_free (gpointer data)
{
  PedicleFound *found = data;

  wipe (found->text);
  g_free (found);
}

static void
fold_character (GString *out, gunichar character)
{
  char bytes[6];

  if (character < 0x80)
    {
      g_string_append_c (out, g_ascii_tolower ((char) character));
      return;
    }
  g_autofree char *apart = g_utf8_normalize (bytes, g_unichar_to_utf8 (character, bytes), G_NORMALIZE_ALL);
  for (const char *at = apart; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar each = g_utf8_get_char (at);
      if (!g_unichar_ismark (each))
        g_string_append_unichar (out, g_unichar_tolower (each));
    }
}

char *
pedicle_search_fold (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    fold_character (out, g_utf8_get_char (at));
  return g_string_free (out, FALSE);
}

static void
add (PedicleSearch *search,
     const PedicleTopic *topic,
     const PedicleProcedure *option,
     gboolean on_demand,
     const PedicleText *text)
{
  if (text == NULL)
    return;

  PedicleFound *found = g_new0 (PedicleFound, 1);
  found->topic = topic;
  found->option = option;
  found->on_demand = on_demand;
  found->text = pedicle_words_plain (search->session, pedicle_session_get_spoken (search->session), text);
  g_ptr_array_add (search->texts, found);
}

static void
add_blocks (PedicleSearch *search,
            const PedicleTopic *topic,
            const PedicleProcedure *option,
            gboolean on_demand,
            GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const PedicleBlock *block = g_ptr_array_index (blocks, i);
      add (search, topic, option, on_demand, block->text);
      add_blocks (search, topic, option, on_demand, block->children);
    }
}

static void
add_answer (PedicleSearch *search,
            const PedicleTopic *topic,
            const PedicleProcedure *option,
            const PedicleAnswer *answer)
{
  if (answer == NULL)
    return;
  add (search, topic, option, FALSE, answer->brief);
  add (search, topic, option, FALSE, answer->unknown);
  add_blocks (search, topic, option, FALSE, answer->steps != NULL ? answer->steps->children : NULL);
  add_blocks (search, topic, option, TRUE, answer->blocks);
}

static void
add_numbers (PedicleSearch *search, const PedicleTopic *topic, const PedicleNumbers *numbers)
{
  add (search, topic, NULL, FALSE, numbers->title);
  for (guint i = 0; numbers->outcomes != NULL && i < numbers->outcomes->len; i++)
    {
      const PedicleOutcome *outcome = g_ptr_array_index (numbers->outcomes, i);
      add (search, topic, NULL, FALSE, outcome->happens);
      add (search, topic, NULL, FALSE, outcome->happens_not);
    }
  for (guint i = 0; numbers->notes != NULL && i < numbers->notes->len; i++)
    add (search, topic, NULL, FALSE, g_ptr_array_index (numbers->notes, i));
}

static void
add_topic (PedicleSearch *search, const PedicleDecision *decision, GPtrArray *options, const PedicleTopic *topic)
{
  add (search, topic, NULL, FALSE, topic->question);
  ((PedicleFound *) g_ptr_array_index (search->texts, search->texts->len - 1))->is_question = TRUE;
  add_answer (search, topic, NULL, topic->shared);
  for (guint i = 0; topic->shared == NULL && i < options->len; i++)
    {
      const PedicleProcedure *option = g_ptr_array_index (options, i);
      add_answer (search, topic, option, pedicle_procedure_find_answer (option, topic->id));
    }
  for (guint i = 0; i < decision->numbers->len; i++)
    {
      const PedicleNumbers *numbers = g_ptr_array_index (decision->numbers, i);
      if (g_str_equal (numbers->topic, topic->id))
        add_numbers (search, topic, numbers);
    }
  for (guint i = 0; topic->asks_values && i < decision->values->len; i++)
    add (search, topic, NULL, FALSE, ((const PedicleValue *) g_ptr_array_index (decision->values, i))->statement);
}

static int
get_rank (const PedicleFound *found)
{
  if (found->is_question)
    return 0;
  return found->on_demand ? 2 : 1;
}

/* What is shown first is looked through first; within a rank the order stays. */
static void
sort (PedicleSearch *search)
{
  GPtrArray *sorted = g_ptr_array_new_full (search->texts->len, found_free);

  for (int rank = 0; rank <= 2; rank++)
    for (guint i = 0; i < search->texts->len; i++)
      if (get_rank (search->texts->pdata[i]) == rank)
        g_ptr_array_add (sorted, search->texts->pdata[i]);
  g_ptr_array_set_free_func (search->texts, NULL);
  g_ptr_array_unref (search->texts);
  search->texts = sorted;
}

/* Its room is known first: none that grew leaves words behind. */
static void
fold (PedicleSearch *search)
{
  guint n = search->texts->len;
  g_autofree char **folded = g_new (char *, n);
  char *at;

  for (guint i = 0; i < n; i++)
    {
      folded[i] = pedicle_search_fold (((const PedicleFound *) search->texts->pdata[i])->text);
      search->n_folded += strlen (folded[i]) + 1;
    }
  at = search->folded = g_malloc (search->n_folded);
  search->where = g_new (const char *, n);
  for (guint i = 0; i < n; i++)
    {
      search->where[i] = at;
      at = stpcpy (at, folded[i]) + 1;
      wipe (folded[i]);
    }
}

PedicleSearch *
pedicle_search_new (PedicleSession *session)
{
  PedicleSearch *search = g_new0 (PedicleSearch, 1);
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  g_autoptr (GPtrArray) options = pedicle_session_get_options (session);

  search->session = session;
  search->texts = g_ptr_array_new_with_free_func (found_free);
  for (guint i = 0; decision != NULL && i < decision->topics->len; i++)
    add_topic (search, decision, options, g_ptr_array_index (decision->topics, i));
  sort (search);
  fold (search);
  return search;
}

void
pedicle_search_free (PedicleSearch *search)
{
  g_ptr_array_unref (search->texts);
  explicit_bzero (search->folded, search->n_folded);
  g_free (search->folded);
  g_free (search->where);
  g_free (search);
}

/* Returns: (transfer full): the query's words, folded */
static char **
split_query (const char *query)
{
  g_autofree char *folded = pedicle_search_fold (query);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_strv_builder_add (words, *part);
  return g_strv_builder_end (words);
}

static gboolean
has_all (const char *folded, char **words)
{
  for (; *words != NULL; words++)
    if (strstr (folded, *words) == NULL)
      return FALSE;
  return TRUE;
}

GPtrArray *
pedicle_search_find (const PedicleSearch *search, const char *query, guint most)
{
  GPtrArray *results = g_ptr_array_new ();
  g_auto (GStrv) words = split_query (query);

  for (guint i = 0; words[0] != NULL && i < search->texts->len && results->len < most; i++)
    if (has_all (search->where[i], words))
      g_ptr_array_add (results, search->texts->pdata[i]);
  return results;
}

/* A word of the query at this place: how many bytes of @at it takes, or 0. */
static gsize
match_here (const char *at, char **words)
{
  for (; *words != NULL; words++)
    {
      gsize length = strlen (*words);
      g_autoptr (GString) folded = g_string_new (NULL);
      const char *end = at;
      while (*end != '\0' && folded->len < length)
        {
          fold_character (folded, g_utf8_get_char (end));
          end = g_utf8_next_char (end);
        }
      /* What was folded away belongs to the character before it. */
      while (*end != '\0' && g_unichar_ismark (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (g_str_has_prefix (folded->str, *words))
        return (gsize) (end - at);
    }
  return 0;
}

static const char *
find_first (const char *text, char **words)
{
  const char *at = text;

  while (*at != '\0' && match_here (at, words) == 0)
    at = g_utf8_next_char (at);
  return *at != '\0' ? at : text;
}

/* Back by so many characters, and on to the beginning of a word. */
static const char *
find_start (const char *text, const char *first)
{
  const char *start = first;

  for (guint i = 0; i < BEFORE && start > text; i++)
    start = g_utf8_prev_char (start);
  if (start == text)
    return text;
  const char *space = memchr (start, ' ', (gsize) (first - start));
  return space != NULL ? space + 1 : start;
}

char *
pedicle_search_excerpt (const char *text, const char *query, guint chars)
{
  g_auto (GStrv) words = split_query (query);
  const char *at = find_start (text, find_first (text, words));
  GString *out = g_string_new (at > text ? "\u2026" : "");

  for (guint n = 0; *at != '\0' && (n < chars || (*at != ' ' && n < chars + WORD)); n++)
    {
      gsize match = match_here (at, words);
      const char *end = match > 0 ? at + match : g_utf8_next_char (at);
      g_autofree char *escaped = g_markup_escape_text (at, end - at);
      g_string_append_printf (out, match > 0 ? "<b>%s</b>" : "%s", escaped);
      n += match > 0 ? (guint) g_utf8_strlen (at, (gssize) match) - 1 : 0;
      at = end;
    }
  g_string_append (out, *at != '\0' ? "\u2026" : "");
  return g_string_free (out, FALSE);
}
