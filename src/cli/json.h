/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** PedicleJson: writes JSON text, indented, into a string of its own. The caller opens and closes
 * in pairs. */
typedef struct
{
  GString *text;
  int depth;
  gboolean filled; /* the innermost object or array has a member already */
} PedicleJson;

void pedicle_json_init (PedicleJson *json);

/** Members: @name is %NULL inside an array. */
void pedicle_json_open (PedicleJson *json, const char *name, char bracket); /* '{' or '[' */
void pedicle_json_close (PedicleJson *json, char bracket);                  /* '}' or ']' */
void pedicle_json_string (PedicleJson *json, const char *name, const char *value);
void pedicle_json_number (PedicleJson *json, const char *name, guint value);
void pedicle_json_boolean (PedicleJson *json, const char *name, gboolean value);

/** pedicle_json_finish: Returns: (transfer full): the text, ended by a newline. */
char *pedicle_json_finish (PedicleJson *json);

G_END_DECLS
