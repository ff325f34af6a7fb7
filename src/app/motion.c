/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "motion.h"

#include <string.h>

#define OPEN "<g"
#define CLOSE "</g>"
#define PART "<g id=\""

/* A piece of a picture's text. */
typedef struct
{
  const char *at;
  const char *end;
} Piece;

static gboolean
starts (const Piece *piece, const char *text)
{
  gsize length = strlen (text);

  return (gsize) (piece->end - piece->at) >= length && memcmp (piece->at, text, length) == 0;
}

/* @piece begins with a group. Returns: where the group ends, or the end of all when it is not closed. */
static const char *
find_end (Piece piece)
{
  guint depth = 0;

  for (; piece.at < piece.end; piece.at++)
    {
      if (starts (&piece, CLOSE) && --depth == 0)
        return piece.at + strlen (CLOSE);
      if (starts (&piece, OPEN) && piece.at + 2 < piece.end && (piece.at[2] == ' ' || piece.at[2] == '>'))
        depth++;
    }
  return piece.end;
}

/* The part of @picture whose tag begins as @part does. */
static gboolean
find_part (Piece picture, const Piece *part, Piece *found)
{
  const char *quote = memchr (part->at + strlen (PART), '"', (gsize) (part->end - part->at) - strlen (PART));
  g_autofree char *tag = quote != NULL ? g_strndup (part->at, (gsize) (quote + 1 - part->at)) : NULL;

  for (; tag != NULL && picture.at < picture.end; picture.at++)
    if (starts (&picture, tag))
      {
        *found = (Piece){ picture.at, find_end (picture) };
        return TRUE;
      }
  return FALSE;
}

/* Takes the next piece that counts as one: a number, what follows a "#", which is a colour or a name, or a letter. */
static Piece
take (Piece *rest, gboolean *is_number)
{
  Piece piece = { rest->at, rest->at + 1 };
  gboolean name = *piece.at == '#', point = *piece.at == '.';
  gboolean sign = *piece.at == '-' && piece.end < rest->end;

  *is_number = g_ascii_isdigit (*piece.at)
               || ((sign || point) && piece.end < rest->end && (g_ascii_isdigit (*piece.end) || *piece.end == '.'));
  for (; (name || *is_number) && piece.end < rest->end; piece.end++)
    {
      if (*is_number && *piece.end == '.' && !point)
        point = TRUE;
      else if (!g_ascii_isdigit (*piece.end) && !(name && (g_ascii_isalpha (*piece.end) || *piece.end == '-')))
        break;
    }
  rest->at = piece.end;
  return piece;
}

static double
value_of (const Piece *number)
{
  g_autofree char *text = g_strndup (number->at, (gsize) (number->end - number->at));

  return g_ascii_strtod (text, NULL);
}

static void
append_between (GString *out, const Piece *from, const Piece *to, double share)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double a = value_of (from), b = value_of (to);

  /* What was negative before may need a sign that parts it from the number before. */
  if (out->len > 0 && (g_ascii_isdigit (out->str[out->len - 1]) || out->str[out->len - 1] == '.'))
    g_string_append_c (out, ' ');
  g_string_append (out, g_ascii_formatd (number, sizeof number, "%.3f", a + (b - a) * share));
}

/* Returns: %FALSE when they differ in more than numbers; @out is then to be thrown away. */
static gboolean
merge (GString *out, Piece from, Piece to, double share)
{
  while (from.at < from.end && to.at < to.end)
    {
      gboolean number, other;
      Piece one = take (&from, &number), two = take (&to, &other);
      gsize length = (gsize) (one.end - one.at);
      gboolean same = length == (gsize) (two.end - two.at) && memcmp (one.at, two.at, length) == 0;

      if (same)
        g_string_append_len (out, one.at, (gssize) length);
      else if (number && other)
        append_between (out, &one, &two, share);
      else
        return FALSE;
    }
  return from.at == from.end && to.at == to.end;
}

static void
append_part (GString *out, const Piece *part, Piece to, double share)
{
  g_autoptr (GString) between = g_string_new (NULL);
  Piece other;

  if (!find_part (to, part, &other))
    return;
  if (merge (between, *part, other, share))
    g_string_append_len (out, between->str, (gssize) between->len);
  else
    g_string_append_len (out, part->at, part->end - part->at);
}

GBytes *
pedicle_motion_between (GBytes *from, GBytes *to, double share)
{
  gsize n_from, n_to;
  const char *a = g_bytes_get_data (from, &n_from), *b = g_bytes_get_data (to, &n_to);
  Piece rest = { a, a + n_from };
  GString *out = g_string_sized_new (n_from + n_from / 4);

  while (rest.at < rest.end)
    {
      Piece part = { rest.at, rest.at + 1 };
      if (starts (&rest, PART))
        {
          part.end = find_end (rest);
          append_part (out, &part, (Piece){ b, b + n_to }, share);
        }
      else
        g_string_append_c (out, *rest.at);
      rest.at = part.end;
    }
  return g_string_free_to_bytes (out);
}
