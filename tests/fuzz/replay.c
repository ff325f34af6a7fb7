/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds every file of a folder to the entry point, for compilers that know no fuzzer. */
#include "fuzz.h"

#include <glib.h>

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = argc == 2 ? g_dir_open (argv[1], 0, &error) : NULL;
  const char *name;
  int n = 0;

  if (folder == NULL)
    g_error ("replay FOLDER: %s", error != NULL ? error->message : "one folder is wanted");
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *data = NULL;
      gsize size;

      if (!g_file_get_contents (path, &data, &size, &error))
        g_error ("%s", error->message);
      LLVMFuzzerTestOneInput ((const uint8_t *) data, size);
      n++;
    }
  g_print ("%d inputs\n", n);
  return n > 0 ? 0 : 1;
}
