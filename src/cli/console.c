/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "console.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

void
pedicle_console_fail (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "pedicle-cli: %s\n", message);
}

void
pedicle_console_tell (const PedicleProblems *problems)
{
  g_autofree char *lines = pedicle_problems_format (problems);

  fputs (lines, stderr);
}

static gboolean
put (const char *data, size_t size)
{
  if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
    return TRUE;
  pedicle_console_fail ("Standard output could not be written: %s.", g_strerror (errno));
  return FALSE;
}

gboolean
pedicle_console_put (const char *text)
{
  return put (text, strlen (text));
}

gboolean
pedicle_console_put_bytes (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return put (data, size);
}
