/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "input.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define MARK "\xef\xbb\xbf"

static gboolean
is_standard (const char *path)
{
  return strcmp (path, "-") == 0;
}

const char *
pedicle_input_name (const char *path)
{
  return is_standard (path) ? "standard input" : path;
}

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, format, arguments);
  va_end (arguments);
  return FALSE;
}

/* At most the limit and one byte more; always ended by a zero. */
static void
read_stream (PedicleInput *input, FILE *stream, gsize most)
{
  input->data = g_malloc (most + 2);
  input->size = fread (input->data, 1, most + 1, stream);
  input->data[input->size] = '\0';
  input->text = input->data;
  if (g_str_has_prefix (input->text, MARK))
    input->text += strlen (MARK);
}

gboolean
pedicle_input_read (
    PedicleInput *input, const char *path, const char *option, gsize most, GError **error)
{
  FILE *stream = is_standard (path) ? stdin : fopen (path, "re");
  gboolean read;

  if (stream == NULL)
    return refuse (error, "The file for %s cannot be opened: %s.", option, g_strerror (errno));
  read_stream (input, stream, most);
  read = !ferror (stream);
  if (stream != stdin)
    fclose (stream);
  if (!read)
    return refuse (error, "The file for %s cannot be read: is it a plain file?", option);
  if (input->size > most)
    return refuse (error, "The file for %s is larger than %" G_GSIZE_FORMAT " kB.", option,
                   most / 1024);
  if (!g_utf8_validate (input->data, (gssize) input->size, NULL))
    return refuse (error, "The file for %s is not UTF-8 text; save it as UTF-8.", option);
  return TRUE;
}

void
pedicle_input_clear (PedicleInput *input)
{
  if (input->data != NULL)
    explicit_bzero (input->data, input->size);
  g_clear_pointer (&input->data, g_free);
}
