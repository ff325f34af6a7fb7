/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "count.h"

typedef struct
{
  const char *start;
  const char *end;
  guint64 value;
  gboolean whole; /* not a part of "1.6" or "0-16" */
} Number;

static gboolean
is_digit_at (const char *at)
{
  return g_unichar_isdigit (g_utf8_get_char (at));
}

/* Whether the sign at @at ties the digits before it to digits after it. */
static gboolean
joins (const char *at)
{
  return *at != '\0' && strchr (".,-/", *at) != NULL && is_digit_at (at + 1);
}

/* The next number at or after @at. */
static gboolean
next_number (const char *at, Number *number)
{
  while (*at != '\0' && !is_digit_at (at))
    at = g_utf8_next_char (at);
  number->start = at;
  number->value = 0;
  for (; is_digit_at (at); at = g_utf8_next_char (at))
    number->value = MIN (number->value * 10 + (guint) g_unichar_digit_value (g_utf8_get_char (at)), G_MAXUINT32);
  number->end = at;
  number->whole = !joins (at);
  while (joins (number->end))
    for (number->end++; is_digit_at (number->end);)
      number->end = g_utf8_next_char (number->end);
  return number->end > number->start;
}

gboolean
pedicle_count_find (const char *text, guint shown, guint per, guint *start, guint *end)
{
  Number last = { .whole = FALSE }, next;

  for (const char *at = text; next_number (at, &next); at = next.end)
    {
      if (last.whole && next.whole && last.value == shown && next.value == per)
        {
          *start = (guint) (last.start - text);
          *end = (guint) (next.end - text);
          return TRUE;
        }
      last = next;
    }
  return FALSE;
}
