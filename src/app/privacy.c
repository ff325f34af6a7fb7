/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "privacy.h"

#include <glib/gstdio.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>

#define PREFIX "pedicle-tmp-"

static char *folder;

static void
empty_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_unlink (file);
    }
}

/* Folders of runs that ended without sweeping: their names carry the process id. */
static void
sweep_leftovers (const char *parent)
{
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_has_prefix (name, PREFIX))
        continue;
      pid_t process = (pid_t) strtol (name + strlen (PREFIX), NULL, 10);
      if (process <= 0 || kill (process, 0) == 0 || errno != ESRCH)
        continue;
      g_autofree char *path = g_build_filename (parent, name, NULL);
      empty_folder (path);
      g_rmdir (path);
    }
}

void
pedicle_privacy_start (void)
{
  /* One byte and not none: with none a piped core handler would still be given the image. */
  struct rlimit no_core = { 1, 1 };
  setrlimit (RLIMIT_CORE, &no_core);

  const char *parent = g_getenv ("XDG_RUNTIME_DIR");
  if (parent == NULL || *parent == '\0' || g_access (parent, W_OK) != 0)
    parent = g_getenv ("TMPDIR");
  if (parent == NULL || *parent == '\0')
    parent = "/tmp";
  sweep_leftovers (parent);

  g_autofree char *name = g_strdup_printf (PREFIX "%ld-XXXXXX", (long) getpid ());
  g_autofree char *path = g_build_filename (parent, name, NULL);
  if (g_mkdtemp_full (path, 0700) == NULL)
    return;
  folder = g_steal_pointer (&path);
  g_setenv ("TMPDIR", folder, TRUE);
}

void
pedicle_privacy_sweep (void)
{
  if (folder != NULL)
    empty_folder (folder);
}

void
pedicle_privacy_end (void)
{
  if (folder == NULL)
    return;
  empty_folder (folder);
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

const char *
pedicle_privacy_get_folder (void)
{
  return folder;
}
