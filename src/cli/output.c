/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "output.h"

#include <string.h>

#include "console.h"

static const char *const endings[] = {
  [PEDICLE_OUTPUT_PDF] = ".pdf",
  [PEDICLE_OUTPUT_PNG] = ".png",
  [PEDICLE_OUTPUT_TEXT] = ".txt",
};

gboolean
pedicle_output_parse (const char *path, PedicleOutput *output)
{
  *output = PEDICLE_OUTPUT_PDF;
  if (strcmp (path, "-") == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      size_t length = strlen (path), end = strlen (endings[i]);

      if (length <= end || g_ascii_strcasecmp (path + length - end, endings[i]) != 0)
        continue;
      *output = i;
      return TRUE;
    }
  return FALSE;
}

/* GLib's message names a temporary file; its reason stands behind the last colon. */
static gboolean
write_file (const char *path, GBytes *bytes, GError **error)
{
  const int flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  g_autoptr (GError) failure = NULL;
  const char *reason;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_file_set_contents_full (path, data, (gssize) size, flags, 0666, &failure))
    return TRUE;
  reason = strrchr (failure->message, ':');
  g_set_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_OUTPUT,
               "“%s” could not be written%s.", path, reason != NULL ? reason : "");
  return FALSE;
}

/* All pages are drawn before the first is written: no half a handout. */
static gboolean
write_png (const PediclePages *pages, const char *path, GError **error)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (endings[PEDICLE_OUTPUT_PNG]));
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < pedicle_pages_get_n (pages); i++)
    {
      GBytes *picture = pedicle_pages_to_png (pages, i, PEDICLE_OUTPUT_RESOLUTION, error);

      if (picture == NULL)
        return FALSE;
      g_ptr_array_add (pictures, picture);
    }
  for (guint i = 0; i < pictures->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%u.png", stem, i + 1);

      if (!write_file (name, g_ptr_array_index (pictures, i), error))
        return FALSE;
    }
  return TRUE;
}

static GBytes *
make_text (const PediclePages *pages)
{
  char *text = pedicle_pages_to_text (pages);

  return g_bytes_new_take (text, strlen (text));
}

gboolean
pedicle_output_write (const PediclePages *pages,
                      PedicleOutput output,
                      const char *path,
                      GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (output == PEDICLE_OUTPUT_PNG)
    return write_png (pages, path, error);
  bytes = output == PEDICLE_OUTPUT_TEXT ? make_text (pages) : pedicle_pages_to_pdf (pages, error);
  if (bytes == NULL)
    return FALSE;
  if (strcmp (path, "-") != 0)
    return write_file (path, bytes, error);
  if (pedicle_console_put_bytes (bytes))
    return TRUE;
  g_set_error_literal (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_OUTPUT,
                       "The handout is not complete.");
  return FALSE;
}
