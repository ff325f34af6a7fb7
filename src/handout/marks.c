/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "marks.h"

#include <string.h>

#define OPEN_RUNNING "/Artifact <</Type /Pagination>> BDC\n"
#define OPEN_DRAWING "/Artifact <</Type /Layout>> BDC\n"
#define CLOSE "\nEMC\n"

typedef enum
{
  TOKEN_END,
  TOKEN_OPERATOR,
  TOKEN_NAME,
  TOKEN_OTHER, /* a number, a string, a bracket */
} TokenKind;

typedef struct
{
  TokenKind kind;
  const char *start, *end;
} Token;

/* What an operator does to the objects of a page. */
typedef enum
{
  EFFECT_NONE,
  EFFECT_PATH,  /* begins or goes on with one */
  EFFECT_DROP,  /* ends it without a trace */
  EFFECT_PAINT, /* draws it, or something else */
  EFFECT_TEXT,
  EFFECT_TEXT_PLACE,
  EFFECT_TEXT_END,
  EFFECT_MARK,
  EFFECT_MARK_END,
  EFFECT_UNKNOWN, /* cairo does not use it on a page */
} Effect;

typedef struct
{
  GString *out;
  const char *copied;   /* up to here the old operators are in @out */
  const char *operands; /* (nullable): where those of the next operator begin */
  const char *object;   /* (nullable): where the path begins */
  GByteArray *marks;    /* of each open one, whether it covers what it holds */
  const char *text;     /* where the words began that are open */
  bool in_text, is_speck, wrapped; /* an artifact of ours is open */
  bool has_id, is_artifact, is_none; /* among the operands */
} Marker;

/* White space is 1, what else ends a word is 2. */
static const guint8 kinds[256] = {
  ['\0'] = 1, ['\t'] = 1, ['\n'] = 1, ['\f'] = 1, ['\r'] = 1, [' '] = 1, ['('] = 2, [')'] = 2,
  ['<'] = 2,  ['>'] = 2,  ['['] = 2,  [']'] = 2,  ['{'] = 2,  ['}'] = 2,  ['/'] = 2, ['%'] = 2,
};

static bool
is_space (char c)
{
  return kinds[(guchar) c] == 1;
}

static bool
is_regular (char c)
{
  return kinds[(guchar) c] == 0;
}

static const char *
skip_regular (const char *at, const char *end)
{
  while (at < end && is_regular (*at))
    at++;
  return at;
}

static const char *
skip_string (const char *at, const char *end)
{
  int depth = 0;

  do
    {
      if (*at == '\\')
        at++;
      else
        depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
      at++;
    }
  while (at < end && depth > 0);
  return MIN (at, end);
}

static const char *
skip_blank (const char *at, const char *end)
{
  while (at < end && (is_space (*at) || *at == '%'))
    if (*at == '%')
      while (at < end && *at != '\n' && *at != '\r')
        at++;
    else
      at++;
  return at;
}

static Token
next_token (const char *at, const char *end)
{
  Token token = { .kind = TOKEN_OTHER };

  token.start = at = skip_blank (at, end);
  if (at >= end)
    return (Token){ TOKEN_END, end, end };
  if (*at == '(')
    token.end = skip_string (at, end);
  else if (*at == '/')
    {
      token.kind = TOKEN_NAME;
      token.end = skip_regular (at + 1, end);
    }
  else if (is_regular (*at))
    {
      token.end = skip_regular (at, end);
      token.kind = (*at >= '0' && *at <= '9') || strchr ("+-.", *at) != NULL ? TOKEN_OTHER
                                                                             : TOKEN_OPERATOR;
    }
  else if (*at == '<' && at + 1 < end && at[1] != '<')
    {
      const char *close = memchr (at, '>', (gsize) (end - at));

      token.end = close != NULL ? close + 1 : end;
    }
  else
    token.end = at + (*at == '<' && at + 1 < end ? 2 : 1);
  return token;
}

static bool
token_is (const Token *token, const char *word)
{
  gsize length = (gsize) (token->end - token->start);

  return strlen (word) == length && memcmp (token->start, word, length) == 0;
}

#define WORD(a, b, c) ((guint32) (a) | (guint32) (b) << 8 | (guint32) (c) << 16)

static Effect
find_effect (const Token *operator)
{
  const char *at = operator->start;
  gsize length = (gsize) (operator->end - at);

  if (length > 3)
    return EFFECT_NONE;
  switch (WORD (at[0], length > 1 ? at[1] : 0, length > 2 ? at[2] : 0))
    {
    case 'm':
    case 'l':
    case 'c':
    case 'v':
    case 'y':
    case 'h':
    case WORD ('r', 'e', 0):
      return EFFECT_PATH;
    case 'n':
      return EFFECT_DROP;
    case 'f':
    case 'F':
    case 'S':
    case 's':
    case 'B':
    case 'b':
    case WORD ('f', '*', 0):
    case WORD ('B', '*', 0):
    case WORD ('b', '*', 0):
    case WORD ('D', 'o', 0):
    case WORD ('s', 'h', 0):
      return EFFECT_PAINT;
    case WORD ('B', 'T', 0):
      return EFFECT_TEXT;
    case WORD ('T', 'm', 0):
      return EFFECT_TEXT_PLACE;
    case WORD ('E', 'T', 0):
      return EFFECT_TEXT_END;
    case WORD ('B', 'D', 'C'):
    case WORD ('B', 'M', 'C'):
      return EFFECT_MARK;
    case WORD ('E', 'M', 'C'):
      return EFFECT_MARK_END;
    case WORD ('B', 'I', 0):
      return EFFECT_UNKNOWN;
    default:
      return EFFECT_NONE;
    }
}

static bool
is_covered (const Marker *m)
{
  return m->wrapped || (m->marks->len > 0 && m->marks->data[m->marks->len - 1] != 0);
}

/* Puts @words at @at, a place in the old operators. */
static void
insert (Marker *m, const char *at, const char *words)
{
  g_string_append_len (m->out, m->copied, at - m->copied);
  g_string_append (m->out, words);
  m->copied = at;
}

static bool
open_mark (Marker *m, const Token *operator)
{
  guint8 covers = is_covered (m) || m->has_id || m->is_artifact;

  if (m->has_id && m->is_none)
    {
      insert (m, m->operands, "/Artifact <</Type /Pagination>> BDC");
      m->copied = operator->end;
    }
  else if (m->has_id && is_covered (m))
    return false;
  g_byte_array_append (m->marks, &covers, 1);
  return true;
}

static bool
close_mark (Marker *m)
{
  if (m->marks->len == 0)
    return false;
  g_byte_array_set_size (m->marks, m->marks->len - 1);
  return true;
}

static void
paint_object (Marker *m, const Token *operator)
{
  if (!is_covered (m))
    {
      insert (m, m->object != NULL ? m->object : m->operands, OPEN_DRAWING);
      insert (m, operator->end, CLOSE);
    }
  m->object = NULL;
}

static void
enter_text (Marker *m)
{
  m->in_text = true;
  m->is_speck = false;
  m->text = m->operands;
  if (is_covered (m))
    return;
  insert (m, m->operands, OPEN_RUNNING);
  m->wrapped = true;
}

static void
place_text (Marker *m)
{
  char *end;

  m->is_speck |= g_ascii_strtod (m->operands, &end) == PEDICLE_MARKS_SPECK;
}

static bool
leave_text (Marker *m, const Token *operator)
{
  if (!m->in_text)
    return false;
  m->in_text = false;
  if (m->is_speck && !m->wrapped)
    {
      insert (m, m->text, "");
      m->copied = operator->end;
    }
  if (m->wrapped)
    insert (m, operator->end, CLOSE);
  m->wrapped = false;
  return true;
}

static bool
apply (Marker *m, const Token *operator)
{
  switch (find_effect (operator))
    {
    case EFFECT_PATH:
      if (m->object == NULL)
        m->object = m->operands;
      break;
    case EFFECT_DROP:
      m->object = NULL;
      break;
    case EFFECT_PAINT:
      paint_object (m, operator);
      break;
    case EFFECT_TEXT:
      enter_text (m);
      break;
    case EFFECT_TEXT_PLACE:
      place_text (m);
      break;
    case EFFECT_TEXT_END:
      return leave_text (m, operator);
    case EFFECT_MARK:
      return open_mark (m, operator);
    case EFFECT_MARK_END:
      return close_mark (m);
    case EFFECT_UNKNOWN:
      return false;
    case EFFECT_NONE:
    default:
      break;
    }
  return true;
}

static void
note_name (Marker *m, const Token *name)
{
  m->has_id |= token_is (name, "/MCID");
  m->is_artifact |= token_is (name, "/Artifact");
  m->is_none |= token_is (name, "/" PEDICLE_MARKS_ARTIFACT);
}

GString *
pedicle_marks_complete (const char *content, gsize length)
{
  const char *end = content + length;
  g_autoptr (GByteArray) marks = g_byte_array_new ();
  g_autoptr (GString) out = g_string_sized_new (length + length / 8);
  Marker marker = { .out = out, .copied = content, .marks = marks };
  Token token = next_token (content, end);

  for (; token.kind != TOKEN_END; token = next_token (token.end, end))
    {
      if (marker.operands == NULL)
        marker.operands = token.start;
      if (token.kind == TOKEN_NAME)
        note_name (&marker, &token);
      if (token.kind != TOKEN_OPERATOR)
        continue;
      if (!apply (&marker, &token))
        return NULL;
      marker.operands = NULL;
      marker.has_id = marker.is_artifact = marker.is_none = false;
    }
  if (marks->len > 0 || marker.in_text)
    return NULL;
  insert (&marker, end, "");
  return g_steal_pointer (&out);
}
