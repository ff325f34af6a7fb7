/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan.h"

#include <string.h>

#define MAX_DECLARATION 200
#define DECLARATION                                                                                \
  "^<\\?xml\\s+version\\s*=\\s*(\"1\\.0\"|'1\\.0')"                                                \
  "(\\s+encoding\\s*=\\s*(\"(?i)utf-8\"|'(?i)utf-8'))?"                                            \
  "(\\s+standalone\\s*=\\s*(\"yes\"|\"no\"|'yes'|'no'))?\\s*\\?>$"

typedef struct
{
  const char *data;
  const char *end;
  const char *at; /* what is looked at; line and column are those of @counted */
  const char *counted;
  int line;
  int column;
  gsize max_tag;
  PedicleScan *scan;
} Scanner;

static const char *const predefined[] = { "&lt;", "&gt;", "&amp;", "&quot;", "&apos;" };

/* Moves line and column on to @place, which is never before the last one. */
static void
count_to (Scanner *scanner, const char *place)
{
  for (; scanner->counted < place; scanner->counted++)
    {
      const char *c = scanner->counted;
      gboolean paired = *c == '\r' && c + 1 < scanner->end && c[1] == '\n';

      if (*c == '\n' || (*c == '\r' && !paired))
        {
          scanner->line++;
          scanner->column = 1;
        }
      else if (((guchar)*c & 0xc0) != 0x80 && !paired)
        scanner->column++;
    }
}

static void
add_token (Scanner *scanner, PedicleTokenKind kind, const char *place)
{
  PedicleToken token = { .kind = kind, .offset = (guint)(place - scanner->data) };

  count_to (scanner, place);
  token.line = scanner->line;
  token.column = scanner->column;
  g_array_append_val (scanner->scan->tokens, token);
}

static void
    G_GNUC_PRINTF (3, 4) stop (Scanner *scanner, const char *place, const char *message, ...)
{
  va_list arguments;

  count_to (scanner, place);
  scanner->scan->offset = (gsize)(place - scanner->data);
  scanner->scan->line = scanner->line;
  scanner->scan->column = scanner->column;
  va_start (arguments, message);
  scanner->scan->problem = g_strdup_vprintf (message, arguments);
  va_end (arguments);
  scanner->at = scanner->end;
}

static gboolean
starts_with (const Scanner *scanner, const char *place, const char *word)
{
  gsize length = strlen (word);

  return (gsize)(scanner->end - place) >= length && memcmp (place, word, length) == 0;
}

static const char *
find (const Scanner *scanner, const char *from, const char *word)
{
  return from < scanner->end ? g_strstr_len (from, scanner->end - from, word) : NULL;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* "&name;" or "&#number;" */
static gboolean
is_reference (const Scanner *scanner, const char *ampersand)
{
  const char *c = ampersand + 1;

  while (c < scanner->end && (g_ascii_isalnum (*c) || *c == '#'))
    c++;
  return c > ampersand + 1 && c < scanner->end && *c == ';';
}

/* Characters that no XML may hold, and references to anything but the five signs. FALSE when the
 * scan was stopped. */
static gboolean
check_character (Scanner *scanner, const char *c)
{
  if ((guchar)*c < 0x20 && !is_space (*c))
    {
      stop (scanner, c, "a control character (code %d) stands here: remove it", *c);
      return FALSE;
    }
  if (*c != '&')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (predefined); i++)
    if (starts_with (scanner, c, predefined[i]))
      return TRUE;
  if (is_reference (scanner, c))
    stop (scanner, c,
          "references such as &nbsp; or &#160; are not allowed: write the character itself");
  else
    stop (scanner, c, "a \"&\" may not stand alone: write \"and\"");
  return FALSE;
}

/* What check_character() has nothing to say about; asked for each letter. */
static inline gboolean
is_plain (char c)
{
  return (guchar)c >= 0x20 && c != '&';
}

static void
scan_text (Scanner *scanner)
{
  const char *next = memchr (scanner->at, '<', (gsize)(scanner->end - scanner->at));
  const char *first = scanner->at;

  if (next == NULL)
    next = scanner->end;
  while (first < next && is_space (*first))
    first++;
  if (first < next)
    add_token (scanner, PEDICLE_TOKEN_TEXT, first);
  for (const char *c = first; c < next; c++)
    if (!is_plain (*c) && !check_character (scanner, c))
      return;
  scanner->at = next;
}

/* A tag: its end is the first '>' outside quotes. */
static void
scan_tag (Scanner *scanner)
{
  const char *start = scanner->at;
  gsize left = (gsize)(scanner->end - start);
  const char *limit = left > scanner->max_tag ? start + scanner->max_tag : scanner->end;
  const char *c = start + 1;
  char quote = 0;

  add_token (scanner,
             start + 1 < scanner->end && start[1] == '/' ? PEDICLE_TOKEN_END : PEDICLE_TOKEN_START,
             start);
  for (; c < limit && *c != '<' && (quote != 0 || *c != '>'); c++)
    {
      if (!is_plain (*c) && !check_character (scanner, c))
        return;
      if (quote != 0)
        quote = *c == quote ? 0 : quote;
      else if (*c == '"' || *c == '\'')
        quote = *c;
    }
  if (start + 1 < scanner->end && (is_space (start[1]) || g_ascii_isdigit (start[1])))
    stop (scanner, start, "\"<\" begins a tag, but no name follows: write \"less than\" in words");
  else if (c == limit && limit < scanner->end)
    stop (scanner, start, "this tag is longer than %" G_GSIZE_FORMAT " KiB: make it shorter",
          scanner->max_tag / 1024);
  else if (c == limit || *c == '<')
    stop (scanner, start, "this tag does not end: close it with \">\"%s",
          quote != 0 ? ", and look for a missing quote" : "");
  else
    {
      PedicleToken *tag =
          &g_array_index (scanner->scan->tokens, PedicleToken, scanner->scan->tokens->len - 1);

      tag->empty = c[-1] == '/' && c - 1 > start;
      scanner->at = c + 1;
    }
}

static void
scan_comment (Scanner *scanner)
{
  const char *dashes = find (scanner, scanner->at + 4, "--");

  add_token (scanner, PEDICLE_TOKEN_COMMENT, scanner->at);
  if (dashes == NULL)
    {
      stop (scanner, scanner->at, "this comment does not end: close it with \"-->\"");
      return;
    }
  if (!starts_with (scanner, dashes, "-->"))
    {
      stop (scanner, dashes, "\"--\" may not stand inside a comment: write something else there");
      return;
    }
  for (const char *c = scanner->at; c < dashes; c++)
    if (*c != '&' && !check_character (scanner, c))
      return;
  scanner->at = dashes + 3;
}

/* The XML declaration. The parser would take other encodings, and words for some of its mistakes.
 */
static void
scan_declaration (Scanner *scanner)
{
  const char *end = find (scanner, scanner->at, "?>");
  g_autofree char *text = NULL;

  if (end != NULL && end - scanner->at < MAX_DECLARATION)
    text = g_strndup (scanner->at, (gsize)(end + 2 - scanner->at));
  if (text != NULL && g_regex_match_simple (DECLARATION, text, 0, 0))
    scanner->at = end + 2;
  else if (text != NULL && strstr (text, "encoding") != NULL && strcasestr (text, "utf-8") == NULL)
    stop (scanner, scanner->at,
          "the file names an encoding that is not UTF-8: save it as UTF-8 and write "
          "encoding=\"UTF-8\"");
  else
    stop (scanner, scanner->at,
          "this is no XML declaration: write <?xml version=\"1.0\" encoding=\"UTF-8\"?>");
}

static void
scan_instruction (Scanner *scanner)
{
  const char *end = find (scanner, scanner->at, "?>");

  if (scanner->at == scanner->data && starts_with (scanner, scanner->at, "<?xml") &&
      scanner->end - scanner->at > 5 && is_space (scanner->at[5]))
    {
      scan_declaration (scanner);
      return;
    }
  add_token (scanner, PEDICLE_TOKEN_INSTRUCTION, scanner->at);
  scanner->at = end != NULL ? end + 2 : scanner->end;
}

static void
scan_markup (Scanner *scanner)
{
  const char *end;

  if (starts_with (scanner, scanner->at, "<!--"))
    scan_comment (scanner);
  else if (starts_with (scanner, scanner->at, "<![CDATA["))
    {
      end = find (scanner, scanner->at, "]]>");
      add_token (scanner, PEDICLE_TOKEN_CDATA, scanner->at);
      scanner->at = end != NULL ? end + 3 : scanner->end;
    }
  else if (starts_with (scanner, scanner->at, "<!"))
    {
      add_token (scanner, PEDICLE_TOKEN_DOCTYPE, scanner->at);
      scanner->at = scanner->end;
    }
  else if (starts_with (scanner, scanner->at, "<?"))
    scan_instruction (scanner);
  else
    scan_tag (scanner);
}

PedicleScan *
pedicle_scan_new (const char *data, gsize length, gsize max_tag)
{
  PedicleScan *scan = g_new0 (PedicleScan, 1);
  Scanner scanner = { .data = data,
                      .end = data + length,
                      .at = data,
                      .counted = data,
                      .line = 1,
                      .column = 1,
                      .max_tag = max_tag,
                      .scan = scan };

  scan->tokens = g_array_new (FALSE, FALSE, sizeof (PedicleToken));
  while (scanner.at < scanner.end)
    {
      if (*scanner.at == '<')
        scan_markup (&scanner);
      else
        scan_text (&scanner);
    }
  return scan;
}

void
pedicle_scan_place (const char *data, gsize length, gsize offset, int *line, int *column)
{
  Scanner scanner = { .data = data, .end = data + length, .counted = data, .line = 1, .column = 1 };

  count_to (&scanner, data + offset);
  *line = scanner.line;
  *column = scanner.column;
}

void
pedicle_scan_free (PedicleScan *scan)
{
  if (scan == NULL)
    return;
  g_array_unref (scan->tokens);
  g_free (scan->problem);
  g_free (scan);
}
