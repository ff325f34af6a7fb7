/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "inline.h"
#include "problem.h"

#include <string.h>

#define MAX_OPEN 2 /* an element, and one inside it */

typedef struct
{
  const char *name;
  PedicleStyle style;
  gsize mark; /* where its words begin, to see that it has some */
  char *term;
} Open;

typedef struct
{
  const char *at;
  GString *text;   /* the run that grows */
  gsize n_written; /* characters and placeholders so far */
  GPtrArray *runs; /* (element-type PedicleRun) */
  GPtrArray
      *shape; /* (element-type utf8): "<em>", "{name}", one for each element and placeholder */
  Open open[MAX_OPEN];
  guint n_open;
} Parser;

static const struct
{
  const char *name;
  PedicleStyle style;
} inline_elements[] = {
  { "em", PEDICLE_STYLE_EM },
  { "strong", PEDICLE_STYLE_STRONG },
  { "num", PEDICLE_STYLE_NUM },
  { "term", PEDICLE_STYLE_TERM },
};

static const struct
{
  const char *reference;
  char character;
} predefined[] = {
  { "&lt;", '<' }, { "&gt;", '>' }, { "&amp;", '&' }, { "&quot;", '"' }, { "&apos;", '\'' },
};

static void
run_free (gpointer data)
{
  PedicleRun *run = data;

  g_free (run->text);
  g_free (run->field);
  g_free (run->term);
  g_free (run);
}

static void G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *message, ...)
{
  va_list arguments;

  va_start (arguments, message);
  if (error != NULL)
    *error = g_error_new_valist (PEDICLE_CONTENT_ERROR, PEDICLE_CONTENT_ERROR_MALFORMED, message,
                                 arguments);
  va_end (arguments);
}

static PedicleRun *
add_run (Parser *parser)
{
  PedicleRun *run = g_new0 (PedicleRun, 1);

  for (guint i = 0; i < parser->n_open; i++)
    {
      run->style |= parser->open[i].style;
      if (parser->open[i].term != NULL)
        {
          g_free (run->term);
          run->term = g_strdup (parser->open[i].term);
        }
    }
  g_ptr_array_add (parser->runs, run);
  return run;
}

static void
end_run (Parser *parser)
{
  if (parser->text->len == 0)
    return;
  add_run (parser)->text = g_strdup (parser->text->str);
  g_string_truncate (parser->text, 0);
}

static gsize
name_length (const char *start)
{
  gsize length = 0;

  if (!g_ascii_isalnum (start[0]))
    return 0;
  while (g_ascii_isalnum (start[length]) || strchr ("._-", start[length] ? start[length] : ' '))
    length++;
  return length;
}

static gboolean
parse_placeholder (Parser *parser, GError **error)
{
  gsize length = name_length (parser->at + 1);

  if (length == 0 || parser->at[1 + length] != '}')
    {
      refuse (error, "a \"{\" begins the name of a field: write {name}, without spaces");
      return FALSE;
    }
  end_run (parser);
  add_run (parser)->field = g_strndup (parser->at + 1, length);
  g_ptr_array_add (parser->shape, g_strndup (parser->at, length + 2));
  parser->at += length + 2;
  parser->n_written++;
  return TRUE;
}

static gboolean
parse_reference (Parser *parser, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (predefined); i++)
    if (g_str_has_prefix (parser->at, predefined[i].reference))
      {
        g_string_append_c (parser->text, predefined[i].character);
        parser->at += strlen (predefined[i].reference);
        parser->n_written++;
        return TRUE;
      }
  refuse (error, "a \"&\" has no place in the words: write \"and\"");
  return FALSE;
}

static gboolean
parse_end_tag (Parser *parser, GError **error)
{
  gsize length = name_length (parser->at + 2);
  Open *open = parser->n_open > 0 ? &parser->open[parser->n_open - 1] : NULL;

  if (length == 0 || parser->at[2 + length] != '>')
    refuse (error, "an end tag is not finished: write it as </em>");
  else if (open == NULL)
    refuse (error, "</%.*s> closes nothing: remove it, or open the element before", (int)length,
            parser->at + 2);
  else if (strlen (open->name) != length || strncmp (open->name, parser->at + 2, length) != 0)
    refuse (error, "</%.*s> stands where <%s> is still open: write </%s> first", (int)length,
            parser->at + 2, open->name, open->name);
  else if (open->mark == parser->n_written)
    refuse (error, "<%s> holds no words: remove it, or put words into it", open->name);
  else
    {
      end_run (parser);
      g_clear_pointer (&open->term, g_free);
      parser->n_open--;
      parser->at += length + 3;
      return TRUE;
    }
  return FALSE;
}

/* ' ref="..."' behind the name of a term; moves *@at behind it. */
static char *
parse_term (const char **at)
{
  const char *start = *at;
  gsize length;
  char quote;

  if (*start != ' ')
    return NULL;
  start += strspn (start, " ");
  if (!g_str_has_prefix (start, "ref="))
    return NULL;
  quote = start[4];
  if (quote != '"' && quote != '\'')
    return NULL;
  length = name_length (start + 5);
  if (length == 0 || start[5 + length] != quote)
    return NULL;
  *at = start + length + 6;
  return g_strndup (start + 5, length);
}

static gboolean
parse_start_tag (Parser *parser, GError **error)
{
  gsize length = name_length (parser->at + 1);
  const char *at = parser->at + 1 + length;
  g_autofree char *term = NULL;
  Open *open;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (inline_elements); i++)
    if (strlen (inline_elements[i].name) == length &&
        strncmp (inline_elements[i].name, parser->at + 1, length) == 0)
      break;
  if (length == 0)
    refuse (error, "a \"<\" begins a tag: write \"less than\" in words");
  else if (i == G_N_ELEMENTS (inline_elements))
    refuse (error, "<%.*s> is unknown inside a sentence; allowed here: em, strong, term, num",
            (int)length, parser->at + 1);
  else if (parser->n_open == MAX_OPEN)
    refuse (error, "<%s> lies too deep: only one element may stand inside another",
            inline_elements[i].name);
  else if (inline_elements[i].style == PEDICLE_STYLE_TERM && (term = parse_term (&at)) == NULL)
    refuse (error, "<term> needs the word that it explains: <term ref=\"id\">");
  else if (*at != '>')
    refuse (error, "the tag <%s is not finished: write <%s%s>, without anything else",
            inline_elements[i].name, inline_elements[i].name, term != NULL ? " ref=\"id\"" : "");
  else
    {
      end_run (parser);
      g_ptr_array_add (parser->shape, term != NULL
                                          ? g_strdup_printf ("<term ref=\"%s\">", term)
                                          : g_strdup_printf ("<%s>", inline_elements[i].name));
      open = &parser->open[parser->n_open++];
      *open = (Open){ inline_elements[i].name, inline_elements[i].style, parser->n_written,
                      g_steal_pointer (&term) };
      parser->at = at + 1;
      return TRUE;
    }
  return FALSE;
}

static gboolean
parse_one (Parser *parser, GError **error)
{
  gsize length;

  switch (*parser->at)
    {
    case '<':
      return parser->at[1] == '/' ? parse_end_tag (parser, error) : parse_start_tag (parser, error);
    case '&':
      return parse_reference (parser, error);
    case '{':
      return parse_placeholder (parser, error);
    case '}':
      refuse (error, "a \"}\" stands alone: write {name} for a field, or remove it");
      return FALSE;
    default:
      length = strcspn (parser->at, "<&{}");
      g_string_append_len (parser->text, parser->at, length);
      parser->at += length;
      parser->n_written++;
      return TRUE;
    }
}

static gboolean
parse_all (Parser *parser, const char *markup, GError **error)
{
  if (!g_utf8_validate (markup, -1, NULL))
    {
      refuse (error, "the words are not UTF-8 text: save the file as UTF-8");
      return FALSE;
    }
  parser->at = markup;
  while (*parser->at != '\0')
    if (!parse_one (parser, error))
      return FALSE;
  if (parser->n_open > 0)
    {
      const char *name = parser->open[parser->n_open - 1].name;

      refuse (error, "<%s> is not closed: write </%s> behind its words", name, name);
      return FALSE;
    }
  end_run (parser);
  return TRUE;
}

/* @shape: (out) (optional). Returns: (nullable): the runs. */
static GPtrArray *
parse (const char *markup, GPtrArray **shape, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (run_free);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  Parser parser = { .text = text, .runs = runs, .shape = found };
  gboolean done = parse_all (&parser, markup, error);

  while (parser.n_open > 0)
    g_free (parser.open[--parser.n_open].term);
  if (!done)
    return NULL;
  if (shape != NULL)
    *shape = g_steal_pointer (&found);
  return g_steal_pointer (&runs);
}

GPtrArray *
pedicle_inline_parse (const char *markup, GError **error)
{
  g_return_val_if_fail (markup != NULL, NULL);
  return parse (markup, NULL, error);
}

char *
pedicle_inline_to_plain (const char *markup)
{
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GString) plain = g_string_new (NULL);

  g_return_val_if_fail (markup != NULL, NULL);

  runs = parse (markup, NULL, NULL);
  if (runs == NULL)
    return g_strdup (markup);
  for (guint i = 0; i < runs->len; i++)
    {
      const PedicleRun *run = g_ptr_array_index (runs, i);

      if (run->field != NULL)
        g_string_append_printf (plain, "{%s}", run->field);
      else
        g_string_append (plain, run->text);
    }
  return g_strdup (plain->str);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The first of @sorted that @others, sorted too, has not as often; %NULL when there is none. */
static const char *
first_missing (GPtrArray *sorted, GPtrArray *others)
{
  guint j = 0;

  for (guint i = 0; i < sorted->len; i++)
    {
      const char *wanted = g_ptr_array_index (sorted, i);

      while (j < others->len && strcmp (g_ptr_array_index (others, j), wanted) < 0)
        j++;
      if (j == others->len || strcmp (g_ptr_array_index (others, j), wanted) != 0)
        return wanted;
      j++;
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): what differs. */
static char *
find_difference (const char *source, const char *translation)
{
  g_autoptr (GPtrArray) wanted = NULL, found = NULL, runs = NULL, others = NULL;
  g_autoptr (GError) error = NULL;
  const char *missing;

  runs = parse (source, &wanted, &error);
  if (runs == NULL)
    return g_strdup_printf ("the English text: %s", error->message);
  others = parse (translation, &found, &error);
  if (others == NULL)
    return g_strdup (error->message);
  g_ptr_array_sort (wanted, compare_strings);
  g_ptr_array_sort (found, compare_strings);
  missing = first_missing (wanted, found);
  if (missing != NULL)
    return g_strdup_printf ("the translation lacks %s: put it in, as in the English text", missing);
  missing = first_missing (found, wanted);
  if (missing != NULL)
    return g_strdup_printf ("the translation has %s, which the English text has not: remove it",
                            missing);
  return NULL;
}

gboolean
pedicle_inline_same_shape (const char *source, const char *translation, char **why)
{
  g_autofree char *difference = NULL;

  g_return_val_if_fail (source != NULL && translation != NULL, FALSE);

  difference = find_difference (source, translation);
  if (why != NULL)
    *why = g_strdup (difference);
  return difference == NULL;
}
