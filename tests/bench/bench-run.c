/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a program and says what it used: bench-run COMMAND... Writes milliseconds by the clock, on a
 * processor, and the KB of its largest process. A program of its own, since the system counts the
 * memory of whoever starts a process as that process's: an interpreter would hide what is small. */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
to_milliseconds (struct timeval time)
{
  return (double) time.tv_sec * 1e3 + (double) time.tv_usec / 1e3;
}

static void
become (char *command[])
{
  int nothing = open ("/dev/null", O_RDWR);

  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
    dup2 (nothing, stream);
  execvp (command[0], command);
  _exit (127);
}

int
main (int argc, char *argv[])
{
  double begin = milliseconds ();
  struct rusage used;
  pid_t child = argc > 1 ? fork () : -1;
  int status = 0;

  if (child == 0)
    become (argv + 1);
  if (child < 0 || waitpid (child, &status, 0) < 0 || getrusage (RUSAGE_CHILDREN, &used) < 0)
    {
      perror ("bench-run COMMAND...");
      return 127;
    }
  printf ("%.3f %.3f %ld\n", milliseconds () - begin,
          to_milliseconds (used.ru_utime) + to_milliseconds (used.ru_stime), used.ru_maxrss);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 126;
}
