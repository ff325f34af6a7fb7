/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "console.h"

#define SAFE (G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE)

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

static void
set_unwritten (GError **error, const char *path, const char *reason)
{
  g_set_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_OUTPUT,
               "“%s” could not be written: %s.", path, reason);
}

/* As @path; errors name @target. GLib's message names a temporary file; its reason stands behind
 * the last colon. */
static gboolean
write_as (const char *path,
          const char *target,
          GBytes *bytes,
          GFileSetContentsFlags flags,
          GError **error)
{
  g_autoptr (GError) failure = NULL;
  const char *reason;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_file_set_contents_full (path, data, (gssize) size, flags, 0666, &failure))
    return TRUE;
  reason = strrchr (failure->message, ':');
  set_unwritten (error, target, reason != NULL ? g_strchug ((char *) reason + 1) : failure->message);
  return FALSE;
}

/* Writes @bytes under a name that nobody has, beside @target; without @flags the file is its owner's
 * alone. Returns: (transfer full) (nullable):
 * that name. */
static char *
write_beside (const char *target, GBytes *bytes, GFileSetContentsFlags flags, GError **error)
{
  g_autofree char *name = g_strconcat (target, ".XXXXXX", NULL);
  int file = -1;

  if (g_file_test (target, G_FILE_TEST_IS_DIR))
    errno = EISDIR;
  else
    file = g_mkstemp (name);
  if (file < 0)
    {
      set_unwritten (error, target, g_strerror (errno));
      return NULL;
    }
  close (file);
  if (write_as (name, target, bytes, flags, error))
    return g_steal_pointer (&name);
  g_unlink (name);
  return NULL;
}

/* All @contents are on the disk under other names before the first gets its own of @targets: what
 * can fail has failed by then. */
static gboolean
write_together (const GPtrArray *targets, const GPtrArray *contents, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n_moved = 0;

  while (names->len < targets->len)
    {
      char *name =
          write_beside (targets->pdata[names->len], contents->pdata[names->len], SAFE, error);

      if (name == NULL)
        break;
      g_ptr_array_add (names, name);
    }
  if (names->len == targets->len)
    for (; n_moved < names->len; n_moved++)
      if (g_rename (names->pdata[n_moved], targets->pdata[n_moved]) != 0)
        {
          set_unwritten (error, targets->pdata[n_moved], g_strerror (errno));
          break;
        }
  for (guint i = n_moved; i < names->len; i++)
    g_unlink (names->pdata[i]);
  return n_moved == targets->len;
}

/* All pages are drawn before the first is written, and written before the first has its name: no
 * half a handout. */
static gboolean
write_png (const PediclePages *pages, const char *path, GError **error)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (endings[PEDICLE_OUTPUT_PNG]));
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < pedicle_pages_get_n (pages); i++)
    {
      GBytes *picture = pedicle_pages_to_png (pages, i, PEDICLE_OUTPUT_RESOLUTION, error);

      if (picture == NULL)
        return FALSE;
      g_ptr_array_add (pictures, picture);
      g_ptr_array_add (names, g_strdup_printf ("%s-%u.png", stem, i + 1));
    }
  return write_together (names, pictures, error);
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
    return write_as (path, path, bytes, SAFE, error);
  if (pedicle_console_put_bytes (bytes))
    return TRUE;
  g_set_error_literal (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_OUTPUT,
                       "The handout is not complete.");
  return FALSE;
}

gboolean
pedicle_output_write_private (GBytes *bytes, const char *path, GError **error)
{
  g_autofree char *name = write_beside (path, bytes, G_FILE_SET_CONTENTS_NONE, error);

  if (name == NULL)
    return FALSE;
  if (g_rename (name, path) == 0)
    return TRUE;
  set_unwritten (error, path, g_strerror (errno));
  g_unlink (name);
  return FALSE;
}

gboolean
pedicle_output_settle (const char *folder, GError **error)
{
  int file = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean settled = file >= 0 && syncfs (file) == 0;

  if (!settled)
    set_unwritten (error, folder, g_strerror (errno));
  if (file >= 0)
    close (file);
  return settled;
}
