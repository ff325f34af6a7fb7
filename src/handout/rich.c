/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rich.h"

#include <string.h>

#define BETWEEN " \302\267 "
#define OBJECT "\357\277\274"       /* U+FFFC */
#define ISOLATE_LTR "\342\201\246"  /* U+2066 */
#define ISOLATE_AUTO "\342\201\250" /* U+2068 */
#define ISOLATE_END "\342\201\251"  /* U+2069 */

PedicleRich *
pedicle_rich_new (void)
{
  PedicleRich *rich = g_new0 (PedicleRich, 1);

  rich->text = g_string_new (NULL);
  rich->spans = g_array_new (FALSE, FALSE, sizeof (PedicleSpan));
  rich->blanks = g_array_new (FALSE, FALSE, sizeof (PedicleBlank));
  rich->lasting = true;
  return rich;
}

void
pedicle_rich_free (PedicleRich *rich)
{
  g_string_free (rich->text, TRUE);
  g_array_unref (rich->spans);
  g_array_unref (rich->blanks);
  g_clear_pointer (&rich->cited, g_array_unref);
  g_free (rich);
}

PedicleRich *
pedicle_rich_new_lasting (const char *words)
{
  PedicleRich *rich = pedicle_rich_new ();

  g_string_append (rich->text, words);
  return rich;
}

PedicleRich *
pedicle_rich_new_plain (const char *text)
{
  PedicleRich *rich = pedicle_rich_new_lasting (text);

  rich->lasting = false;
  return rich;
}

void
pedicle_rich_append (PedicleRich *rich, const char *text, guint style)
{
  PedicleSpan span = { (guint) rich->text->len, 0, style };

  g_string_append (rich->text, text);
  span.end = (guint) rich->text->len;
  if (style != 0 && span.end > span.start)
    g_array_append_val (rich->spans, span);
}

void
pedicle_rich_append_rich (PedicleRich *rich, const PedicleRich *more)
{
  guint shift = (guint) rich->text->len;

  rich->lasting = rich->lasting && more->lasting;
  g_string_append (rich->text, more->text->str);
  for (guint i = 0; i < more->spans->len; i++)
    {
      PedicleSpan span = g_array_index (more->spans, PedicleSpan, i);

      span.start += shift;
      span.end += shift;
      g_array_append_val (rich->spans, span);
    }
  for (guint i = 0; i < more->blanks->len; i++)
    {
      PedicleBlank blank = g_array_index (more->blanks, PedicleBlank, i);

      blank.at += shift;
      g_array_append_val (rich->blanks, blank);
    }
}

void
pedicle_rich_append_between (PedicleRich *rich)
{
  if (rich->text->len > 0)
    pedicle_rich_append (rich, BETWEEN, PEDICLE_SPAN_BETWEEN);
}

void
pedicle_rich_append_part (PedicleRich *rich, const PedicleRich *part)
{
  PedicleSpan whole = { .style = PEDICLE_SPAN_WHOLE };

  pedicle_rich_append_between (rich);
  whole.start = (guint) rich->text->len;
  pedicle_rich_append_rich (rich, part);
  whole.end = (guint) rich->text->len;
  g_array_append_val (rich->spans, whole);
}

void
pedicle_rich_append_blank (PedicleRich *rich, PedicleFieldType type)
{
  PedicleBlank blank = { (guint) rich->text->len, type };

  g_string_append (rich->text, OBJECT);
  g_array_append_val (rich->blanks, blank);
}

void
pedicle_rich_cut (PedicleRich *rich, guint at)
{
  g_string_truncate (rich->text, at);
  while (rich->spans->len > 0 &&
         g_array_index (rich->spans, PedicleSpan, rich->spans->len - 1).end > at)
    g_array_set_size (rich->spans, rich->spans->len - 1);
  while (rich->blanks->len > 0 &&
         g_array_index (rich->blanks, PedicleBlank, rich->blanks->len - 1).at >= at)
    g_array_set_size (rich->blanks, rich->blanks->len - 1);
}

void
pedicle_rich_append_isolate (PedicleRich *rich, bool begin)
{
  g_string_append (rich->text, begin ? ISOLATE_AUTO : ISOLATE_END);
}

/* One line, without what would end the isolate around it or stand for a blank. */
static char *
tame (const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  GString *line = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c != 0xfffc && !(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069))
        g_string_append_unichar (line, c == 0x2028 || c == 0x2029 ? ' ' : c);
    }
  return g_strdelimit (g_string_free (line, FALSE), "\n\r\t\v\f", ' ');
}

void
pedicle_rich_append_value (PedicleRich *rich, const char *value, PedicleFieldType type, guint style)
{
  g_autofree char *line = tame (value);
  g_autofree char *marked = NULL;
  bool digits = type == PEDICLE_FIELD_PHONE || type == PEDICLE_FIELD_TIME ||
                type == PEDICLE_FIELD_SITES || type == PEDICLE_FIELD_NUMBER;

  /* Digits and codes read from left to right in every script; a date is made of the sheet's own
   * words. */
  marked = g_strconcat (digits ? ISOLATE_LTR : ISOLATE_AUTO, line, ISOLATE_END, NULL);
  if (digits || type == PEDICLE_FIELD_DATE || type == PEDICLE_FIELD_DATE_TIME)
    style |= PEDICLE_SPAN_WHOLE;
  rich->lasting = false;
  pedicle_rich_append (rich, marked, style | PEDICLE_SPAN_VALUE);
}

bool
pedicle_rich_ends_blank (const PedicleRich *rich)
{
  return rich->blanks->len > 0 &&
         g_array_index (rich->blanks, PedicleBlank, rich->blanks->len - 1).at + strlen (OBJECT) ==
             rich->text->len;
}

bool
pedicle_rich_is_blank (const PedicleRich *rich)
{
  return rich->blanks->len == 1 && strcmp (rich->text->str, OBJECT) == 0;
}
