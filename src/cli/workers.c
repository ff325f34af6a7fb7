/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "workers.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* What all processes see. */
typedef struct
{
  int next; /* the piece that is taken next */
  int stop; /* whether none is taken any more */
} Board;

/* What a worker tells of a piece: so short that writes of several never mix. */
typedef struct
{
  guint index;
  guint length; /* of the fault with its zero; 0 when it is done */
  char fault[4000];
} Message;
G_STATIC_ASSERT (sizeof (Message) <= PIPE_BUF);

#define HEAD G_STRUCT_OFFSET (Message, fault)

typedef struct
{
  guint n;
  PedicleWork work;
  PedicleReport report;
  gpointer data;
  Board *board;
  GHashTable *early; /* index -> fault or "": of pieces done before those in front of them */
  guint n_reported;
} Crew;

static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
static Board *handled;
static volatile sig_atomic_t caught;

static void
handle (int number)
{
  caught = number;
  g_atomic_int_set (&handled->stop, TRUE);
}

/* @before: (out): what was done with each signal; with %NULL for @board that is brought back. */
static void
set_handlers (Board *board, struct sigaction before[G_N_ELEMENTS (signals)])
{
  struct sigaction action = { .sa_handler = handle, .sa_flags = SA_RESTART };

  if (board != NULL)
    handled = board;
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    if (board == NULL)
      sigaction (signals[i], &before[i], NULL);
    else if (sigaction (signals[i], NULL, &before[i]) == 0 && before[i].sa_handler != SIG_IGN)
      sigaction (signals[i], &action, NULL);
}

/* Cut behind the last line that fits. */
static void
set_fault (Message *message, const char *fault)
{
  if (g_strlcpy (message->fault, fault, sizeof message->fault) >= sizeof message->fault)
    *(strrchr (message->fault, '\n') ?: message->fault) = '\0';
  message->length = (guint) strlen (message->fault) + 1;
}

static bool
tell (int pipe, guint index, const char *fault)
{
  Message message = { .index = index };

  if (fault != NULL)
    set_fault (&message, fault);
  return write (pipe, &message, HEAD + message.length) == (gssize) (HEAD + message.length);
}

/* In a process of its own. When its parent has ended, it ends with the piece it is at. */
static void
do_pieces (const Crew *crew, int pipe)
{
  gboolean stop = FALSE;

  while (!g_atomic_int_get (&crew->board->stop))
    {
      guint index = (guint) g_atomic_int_add (&crew->board->next, 1);
      g_autofree char *fault = index < crew->n ? crew->work (index, &stop, crew->data) : NULL;

      if (stop)
        g_atomic_int_set (&crew->board->stop, TRUE);
      if (index >= crew->n || !tell (pipe, index, fault))
        break;
    }
}

static void
pass_on (Crew *crew, const char *fault, bool lost)
{
  crew->report (crew->n_reported, fault, lost, crew->data);
  crew->n_reported++;
}

static void
pass_on_early (Crew *crew)
{
  const char *fault;

  while ((fault = g_hash_table_lookup (crew->early, GUINT_TO_POINTER (crew->n_reported))) != NULL)
    {
      gpointer key = GUINT_TO_POINTER (crew->n_reported);

      pass_on (crew, *fault != '\0' ? fault : NULL, false);
      g_hash_table_remove (crew->early, key);
    }
}

/* What was taken and never told of: its process has broken. */
static void
pass_on_lost (Crew *crew)
{
  guint n_taken = MIN ((guint) g_atomic_int_get (&crew->board->next), crew->n);

  while (crew->n_reported < n_taken)
    {
      pass_on (crew, NULL, true);
      pass_on_early (crew);
    }
}

/* Until the last worker has ended. */
static void
hear (Crew *crew, int pipe)
{
  FILE *stream = fdopen (pipe, "r");
  Message message;

  while (fread (&message, HEAD, 1, stream) == 1 && message.length <= sizeof message.fault &&
         fread (message.fault, 1, message.length, stream) == message.length)
    {
      g_hash_table_insert (crew->early, GUINT_TO_POINTER (message.index),
                           g_strdup (message.length > 0 ? message.fault : ""));
      pass_on_early (crew);
    }
  fclose (stream);
}

/* Returns: how many were started. */
static guint
start (const Crew *crew, guint n_workers, const int pipes[2])
{
  guint n_started = 0;

  for (; n_started < n_workers; n_started++)
    {
      pid_t child = fork ();

      if (child < 0)
        break;
      if (child > 0)
        continue;
      close (pipes[0]);
      do_pieces (crew, pipes[1]);
      exit (EXIT_SUCCESS);
    }
  return n_started;
}

static bool
run_once (Crew *crew, guint n_workers, GError **error)
{
  int pipes[2];
  guint n_started = 0;
  int failure;

  if (pipe2 (pipes, O_CLOEXEC) == 0)
    {
      n_started = start (crew, n_workers, pipes);
      failure = errno;
      close (pipes[1]);
      hear (crew, pipes[0]);
    }
  else
    failure = errno;
  for (guint i = 0; i < n_started; i++)
    wait (NULL);
  pass_on_lost (crew);
  if (n_started == 0)
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (failure),
                 "No process can be started: %s.", g_strerror (failure));
  return n_started > 0;
}

/* Where all workers have broken, others go on behind the pieces that did it. */
static bool
run (Crew *crew, guint n_workers, GError **error)
{
  bool good = true;

  while (good && crew->n_reported < crew->n && !g_atomic_int_get (&crew->board->stop))
    {
      guint n_before = crew->n_reported;

      good = run_once (crew, MIN (n_workers, crew->n - n_before), error);
      if (!good || crew->n_reported > n_before || g_atomic_int_get (&crew->board->stop))
        continue;
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                           "The processes end before they do anything. Is there memory left?");
      good = false;
    }
  return good;
}

gboolean
pedicle_workers_run (guint n,
                     guint n_workers,
                     PedicleWork work,
                     PedicleReport report,
                     gpointer data,
                     int *stopped_by,
                     GError **error)
{
  struct sigaction before[G_N_ELEMENTS (signals)];
  Board *board =
      mmap (NULL, sizeof *board, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_autoptr (GHashTable) early = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Crew crew = { n, work, report, data, board, early, 0 };
  bool good;

  if (board == MAP_FAILED)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   "No process can be started: %s.", g_strerror (errno));
      return FALSE;
    }
  set_handlers (board, before);
  good = run (&crew, n_workers, error);
  set_handlers (NULL, before);
  munmap (board, sizeof *board);
  *stopped_by = caught;
  return good;
}
