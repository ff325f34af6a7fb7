/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "po-lines.h"

#include <string.h>

/* The character after the closing quote of the string that starts at P. */
static const char *
skip_string (const char *p)
{
  for (p++; *p != '\0' && *p != '"' && *p != '\n'; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
  return *p == '"' ? p + 1 : p;
}

static const char *
skip_word (const char *p)
{
  while (g_ascii_isalnum (*p) || *p == '_')
    p++;
  return p;
}

GArray *
pedicle_po_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (int));
  int line = 1;

  for (const char *p = text; *p != '\0';)
    {
      const char *start = p;

      if (*p == '#') /* a comment, obsolete entries included */
        p += strcspn (p, "\n");
      else if (*p == '"')
        p = skip_string (p);
      else if (g_ascii_isalpha (*p))
        {
          p = skip_word (p);
          if (p - start == 5 && strncmp (start, "msgid", 5) == 0)
            g_array_append_val (lines, line);
        }
      else
        line += *p++ == '\n';
    }

  return lines;
}
