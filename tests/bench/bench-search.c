/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* How long content of any size takes in the window: bench-search CONTENT WORD. Writes milliseconds on
 * a processor: to read it, to make ready for a search, and to find WORD. */
#include <stdio.h>
#include <time.h>

#include "search.h"

#define MOST 1000000 /* all: a list that is cut off early would say nothing of what it cost */
#define N_ROUNDS 20

static double
milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

int
main (int argc, char *argv[])
{
  double begin, read, ready, found;

  if (argc != 3)
    g_error ("bench-search CONTENT WORD");
  begin = milliseconds ();
  g_autoptr (PedicleSession) session = pedicle_session_new (argv[1]);
  read = milliseconds ();
  g_autoptr (PedicleSearch) search = pedicle_search_new (session);
  ready = milliseconds ();
  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GPtrArray) list = pedicle_search_find (search, argv[2], MOST);

      if (list->len == 0)
        g_error ("“%s” is not found.", argv[2]);
    }
  found = milliseconds ();
  printf ("%.3f %.3f %.3f\n", read - begin, ready - read, (found - ready) / N_ROUNDS);
  return 0;
}
