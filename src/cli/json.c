/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "json.h"

void
pedicle_json_init (PedicleJson *json)
{
  *json = (PedicleJson){ .text = g_string_new (NULL) };
}

static void
append_quoted (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (const char *c = value; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_printf (text, "\\%c", *c);
      else if ((guchar) *c < 0x20)
        g_string_append_printf (text, "\\u%04x", (guint) *c);
      else
        g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

static void
begin_member (PedicleJson *json, const char *name)
{
  if (json->filled)
    g_string_append_c (json->text, ',');
  if (json->depth > 0)
    g_string_append_printf (json->text, "\n%*s", 2 * json->depth, "");
  json->filled = TRUE;
  if (name == NULL)
    return;
  append_quoted (json->text, name);
  g_string_append (json->text, ": ");
}

void
pedicle_json_open (PedicleJson *json, const char *name, char bracket)
{
  begin_member (json, name);
  g_string_append_c (json->text, bracket);
  json->depth++;
  json->filled = FALSE;
}

void
pedicle_json_close (PedicleJson *json, char bracket)
{
  json->depth--;
  if (json->filled)
    g_string_append_printf (json->text, "\n%*s", 2 * json->depth, "");
  g_string_append_c (json->text, bracket);
  json->filled = TRUE;
}

void
pedicle_json_string (PedicleJson *json, const char *name, const char *value)
{
  begin_member (json, name);
  append_quoted (json->text, value);
}

void
pedicle_json_number (PedicleJson *json, const char *name, guint value)
{
  begin_member (json, name);
  g_string_append_printf (json->text, "%u", value);
}

void
pedicle_json_boolean (PedicleJson *json, const char *name, gboolean value)
{
  begin_member (json, name);
  g_string_append (json->text, value ? "true" : "false");
}

char *
pedicle_json_finish (PedicleJson *json)
{
  g_string_append_c (json->text, '\n');
  return g_string_free (g_steal_pointer (&json->text), FALSE);
}
