/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes to go to a topic, from the key to the last frame it needs, on a screen of 1920x1080. Prints for each
 * move milliseconds of a processor: what another program on the machine takes does not count, and neither does the wait
 * for the screen's next frame. "first": to the next topic, for the first time; "jump": to another that was never seen;
 * "again": back and forth. */
#include "consultation-view.h"
#include "stage.h"
#include "window.h"

#include <stdlib.h>
#include <time.h>

#define WIDTH 1920
#define HEIGHT 1080
#define SETTLED 120 /* milliseconds in which all is drawn, however many frames it takes */
#define READ 400    /* milliseconds for which a page is looked at, in which the next one is made ready */

static double
processor_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* What the main loop takes when there is nothing to draw, which each move pays too. */
static double
measure_idle (void)
{
  double before = processor_ms ();

  stage_wait (SETTLED);
  return processor_ms () - before;
}

static gboolean
measure_move (PedicleConsultationView *view, int by, const char *which)
{
  stage_wait (READ);
  double idle = measure_idle (), before = processor_ms ();
  gboolean moved = pedicle_consultation_view_move (view, by);

  stage_wait (SETTLED);
  if (moved)
    g_print ("%s %.2f\n", which, MAX (0, processor_ms () - before - idle));
  return moved;
}

int
main (int argc, char *argv[])
{
  int rounds = argc > 1 ? atoi (argv[1]) : 2;

  g_autoptr (AdwApplication) application = stage_start (&argc, &argv);
  g_autoptr (PedicleSession) session = pedicle_session_new (NULL);
  PedicleWindow *window = pedicle_window_new (application, session);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  stage_wait (500);

  PedicleConsultationView *view
      = PEDICLE_CONSULTATION_VIEW (stage_find (GTK_WIDGET (window), PEDICLE_TYPE_CONSULTATION_VIEW));
  while (measure_move (view, 1, "first"))
    ;
  /* Every other topic, twice, from the first and from the second: none of them was made ready. */
  for (int from = 0; from < 2; from++)
    {
      pedicle_session_next_patient (session);
      pedicle_session_load (session);
      if (from > 0)
        pedicle_consultation_view_move (view, from);
      while (measure_move (view, 2, "jump"))
        ;
    }
  while (pedicle_consultation_view_move (view, 1))
    ;
  for (int round = 0; round < rounds; round++)
    while (measure_move (view, round % 2 == 0 ? -1 : 1, "again"))
      ;
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
