/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "memory.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#define STACK (128 * 1024)  /* bytes; deeper than any layout goes */
#define PIECES 1024         /* of each size: more than GLib keeps at hand */
#define LARGEST_PIECE 256   /* bytes */
#define STEP (2 * sizeof (gpointer)) /* between two sizes of GLib's */

/* Clang and GCC tell of a sanitizer in two ways. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define SANITIZED
#endif
#endif
#if defined(__GLIBC__) && !defined(SANITIZED) && !defined(__SANITIZE_ADDRESS__)
#define GUARDED TRUE
#else
#define GUARDED FALSE
#endif

#if GUARDED

/* The library's own, under the names that it keeps for whoever replaces some of them. */
extern void __libc_free (void *block);
extern void *__libc_realloc (void *block, size_t size);

void
free (void *block)
{
  if (block != NULL)
    explicit_bzero (block, malloc_usable_size (block));
  __libc_free (block);
}

void *
realloc (void *block, size_t size)
{
  size_t had = block != NULL ? malloc_usable_size (block) : 0;

  if (had == 0)
    return __libc_realloc (block, size);
  if (size <= had)
    {
      /* In its place, and without its end; all of it when nothing is to be left. */
      explicit_bzero ((char *) block + size, had - size);
      return __libc_realloc (block, size);
    }
  void *moved = malloc (size);
  if (moved == NULL)
    return NULL;
  memcpy (moved, block, had);
  free (block);
  return moved;
}

#endif

/* GLib before 2.76 keeps small pieces for the next who asks for that size: it is asked for them all. */
static void
scrub_pieces (gsize size)
{
  g_autofree gpointer *pieces = g_new (gpointer, PIECES);

  for (guint i = 0; i < PIECES; i++)
    pieces[i] = g_slice_alloc0 (size);
  for (guint i = 0; i < PIECES; i++)
    g_slice_free1 (size, pieces[i]);
}

static G_NO_INLINE void
scrub_stack (void)
{
  char room[STACK];

  explicit_bzero (room, sizeof room);
}

void
pedicle_memory_scrub (void)
{
  if (glib_check_version (2, 76, 0) != NULL)
    for (gsize size = STEP; size <= LARGEST_PIECE; size += STEP)
      scrub_pieces (size);
  scrub_stack ();
}

gboolean
pedicle_memory_is_guarded (void)
{
  return GUARDED;
}
