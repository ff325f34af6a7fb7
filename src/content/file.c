/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "file.h"
#include "problem.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#ifdef SYS_openat2
#include <linux/openat2.h>
#endif

/* A pipe or a terminal must not stop us (NONBLOCK, NOCTTY) before fstat can refuse it. */
#define OPEN_FLAGS (O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
#define MAX_PATH 200

static void
refuse_errno (GError **error, int number)
{
  if (number == ELOOP)
    g_set_error (error, PEDICLE_CONTENT_ERROR, PEDICLE_CONTENT_ERROR_FILE,
                 "the file is a link: put the file itself here");
  else
    g_set_error (error, PEDICLE_CONTENT_ERROR, PEDICLE_CONTENT_ERROR_FILE,
                 "the file cannot be read (%s): see that it is there and may be read",
                 g_strerror (number));
}

/* A size in words, rounded down: limits are whole KiB or MiB. */
static char *
size_in_words (gsize bytes)
{
  if (bytes >= 1024 * 1024)
    return g_strdup_printf ("%" G_GSIZE_FORMAT " MiB", bytes / (1024 * 1024));
  return g_strdup_printf ("%" G_GSIZE_FORMAT " KiB", bytes / 1024);
}

static gboolean
check_plain (int fd, gsize max_bytes, gsize *size, GError **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    {
      refuse_errno (error, errno);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, PEDICLE_CONTENT_ERROR, PEDICLE_CONTENT_ERROR_FILE,
                   "this is no plain file: give the path of a file");
      return FALSE;
    }
  if ((guint64)status.st_size > max_bytes)
    {
      g_autofree char *limit = size_in_words (max_bytes);

      g_set_error (error, PEDICLE_CONTENT_ERROR, PEDICLE_CONTENT_ERROR_FILE,
                   "the file is larger than %s: make it smaller, or split it", limit);
      return FALSE;
    }
  *size = (gsize)status.st_size;
  return TRUE;
}

/* Reads what fstat promised and no more; a file that shrinks meanwhile is read to its end. */
static GBytes *
read_descriptor (int fd, gsize max_bytes, GError **error)
{
  g_autofree char *buffer = NULL;
  gsize size, length = 0;

  if (!check_plain (fd, max_bytes, &size, error))
    return NULL;
  buffer = g_malloc (size + 1);
  while (length < size)
    {
      ssize_t n = read (fd, buffer + length, size - length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          refuse_errno (error, errno);
          return NULL;
        }
      if (n == 0)
        break;
      length += (gsize)n;
    }
  return g_bytes_new_take (g_steal_pointer (&buffer), length);
}

static GBytes *
read_and_close (int fd, gsize max_bytes, GError **error)
{
  GBytes *bytes;

  if (fd < 0)
    {
      refuse_errno (error, errno);
      return NULL;
    }
  bytes = read_descriptor (fd, max_bytes, error);
  close (fd);
  return bytes;
}

/* Never through a link. Flatpak's document portal (that of Debian 12) calls every file a link when links
 * are refused: such a file is opened as it is when it is the one that stands there. */
static int
open_plain (const char *path)
{
  int fd = open (path, OPEN_FLAGS | O_NOFOLLOW);
  struct stat there, opened;

  if (fd >= 0 || errno != ELOOP)
    return fd;
  if (lstat (path, &there) == 0 && S_ISREG (there.st_mode))
    fd = open (path, OPEN_FLAGS);
  if (fd >= 0 && fstat (fd, &opened) == 0 && opened.st_dev == there.st_dev &&
      opened.st_ino == there.st_ino)
    return fd;
  if (fd >= 0)
    close (fd);
  errno = ELOOP;
  return -1;
}

GBytes *
pedicle_file_read (const char *path, gsize max_bytes, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  return read_and_close (open_plain (path), max_bytes, error);
}

/* For a kernel without openat2: each part of the path on its own, never through a link. */
static int
walk_beneath (int folder, const char *relative)
{
  g_auto (GStrv) parts = g_strsplit (relative, "/", -1);
  int fd = -1;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      int flags = OPEN_FLAGS | O_NOFOLLOW | (parts[i + 1] != NULL ? O_DIRECTORY : 0);
      int next = openat (fd < 0 ? folder : fd, parts[i], flags);
      int number = errno;

      if (fd >= 0)
        close (fd);
      errno = number;
      if (next < 0)
        return -1;
      fd = next;
    }
  return fd;
}

static int
open_beneath (int folder, const char *relative)
{
#ifdef SYS_openat2
  struct open_how how = {
    .flags = OPEN_FLAGS,
    .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
  };
  int fd = (int)syscall (SYS_openat2, folder, relative, &how, sizeof how);

  if (fd >= 0 || (errno != ENOSYS && errno != EPERM))
    return fd;
#endif
  return walk_beneath (folder, relative);
}

static gboolean
is_plain_relative (const char *relative)
{
  return relative[0] != '\0' && relative[0] != '/' && relative[0] != '.' &&
         strlen (relative) <= MAX_PATH && strpbrk (relative, ":\\") == NULL &&
         strstr (relative, "..") == NULL && strstr (relative, "//") == NULL &&
         strstr (relative, "/.") == NULL && !g_str_has_suffix (relative, "/");
}

GBytes *
pedicle_file_read_beneath (const char *folder,
                           const char *relative,
                           gsize max_bytes,
                           GError **error)
{
  GBytes *bytes;
  int directory;

  g_return_val_if_fail (folder != NULL && relative != NULL, NULL);

  if (!is_plain_relative (relative))
    {
      g_set_error (error, PEDICLE_CONTENT_ERROR, PEDICLE_CONTENT_ERROR_FILE,
                   "the path \"%s\" may not be used: write one below the content folder, such as "
                   "pictures/needle.svg, of at most %d letters, without \"..\", \":\", \"\\\" "
                   "or a dot at the start of a name",
                   relative, MAX_PATH);
      return NULL;
    }
  directory = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0)
    {
      refuse_errno (error, errno);
      return NULL;
    }
  bytes = read_and_close (open_beneath (directory, relative), max_bytes, error);
  close (directory);
  return bytes;
}
