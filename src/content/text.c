/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "text.h"

#include <string.h>

/* Copies @string to *@end, which moves behind it. */
static const char *
put (char **end, const char *string)
{
  char *start = *end;

  if (string == NULL)
    return NULL;
  *end = g_stpcpy (start, string) + 1;
  return start;
}

static gsize
room (const char *string)
{
  return string != NULL ? strlen (string) + 1 : 0;
}

PedicleText *
pedicle_text_new (const char *context,
                  const char *markup,
                  const char *tag,
                  const char *note,
                  const char *file,
                  int line,
                  int column)
{
  gsize size = room (context) + room (markup) + room (tag) + room (note) + room (file);
  PedicleText *text;
  char *end;

  g_return_val_if_fail (context != NULL, NULL);
  g_return_val_if_fail (markup != NULL, NULL);

  /* A library holds many small texts: the strings lie behind the struct, in one allocation. */
  text = g_atomic_rc_box_alloc (sizeof (PedicleText) + size);
  end = (char *)(text + 1);
  text->context = put (&end, context);
  text->markup = put (&end, markup);
  text->tag = put (&end, tag);
  text->note = put (&end, note);
  text->file = put (&end, file);
  text->line = line;
  text->column = column;
  return text;
}

PedicleText *
pedicle_text_ref (PedicleText *text)
{
  return g_atomic_rc_box_acquire (text);
}

void
pedicle_text_unref (PedicleText *text)
{
  if (text != NULL)
    g_atomic_rc_box_release (text);
}

const char *
pedicle_text_get_id (const PedicleText *text)
{
  const char *slash = strchr (text->context, '/');

  return slash != NULL ? slash + 1 : text->context;
}

char *
pedicle_text_digest (const PedicleText *text)
{
  g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->markup, -1);

  return g_strconcat ("sha256:", hex, NULL);
}
