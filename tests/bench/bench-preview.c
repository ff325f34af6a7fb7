/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a letter that is typed into a field takes until the preview has it: bench-preview HANDOUT
 * OPTION FIELD LETTERS. Writes a line for each letter: milliseconds by the clock, and on a
 * processor. With a display, the preview in a window lays out and draws a frame; without one, its
 * pages are laid out and the first two are drawn as large. */
#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "page-preview.h"
#include "session.h"

#define WIDTH 900 /* of the preview in a window of 1366 x 768 */
#define HEIGHT 700
#define N_DRAWN 2
#define WARM 10 /* letters before those that count */

typedef struct
{
  PedicleSession *session;
  const PedicleHandout *handout;
  const char *option, *field;
  GtkWidget *preview; /* (nullable) */
  GdkFrameClock *clock;
  gboolean drawn;
} Desk;

static double
milliseconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static PediclePages *
lay_out (const Desk *desk)
{
  g_autoptr (GError) error = NULL;
  GDate today;

  g_date_set_dmy (&today, 20, G_DATE_NOVEMBER, 2026);
  PedicleRequest request = {
    .library = pedicle_session_get_library (desk->session),
    .handout = desk->handout,
    .option = desk->handout->for_decision ? NULL : desk->option,
    .catalogue = pedicle_session_get_spoken (desk->session),
    .visit = pedicle_session_get_visit (desk->session),
    .size = PEDICLE_SIZE_NORMAL,
    .paper = PEDICLE_PAPER_A4,
    .today = &today,
  };
  PediclePages *pages = pedicle_pages_new (&request, &error);

  if (pages == NULL)
    g_error ("%s", error->message);
  return pages;
}

static void
draw (const PediclePages *pages)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  double width, height;

  pedicle_pages_get_size (pages, &width, &height);
  for (guint i = 0; i < MIN (N_DRAWN, pedicle_pages_get_n (pages)); i++)
    {
      cairo_t *cr = cairo_create (surface);

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_scale (cr, WIDTH / N_DRAWN / width, WIDTH / N_DRAWN / width);
      pedicle_pages_paint (pages, i, cr);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
}

static void
on_drawn (GdkFrameClock *clock, Desk *desk)
{
  desk->drawn = TRUE;
}

static void
show (Desk *desk, PediclePages *pages)
{
  pedicle_page_preview_set_pages (PEDICLE_PAGE_PREVIEW (desk->preview), pages);
  desk->drawn = FALSE;
  while (!desk->drawn)
    g_main_context_iteration (NULL, TRUE);
}

static void
type_letter (Desk *desk, guint i)
{
  g_autofree char *value = g_strdup_printf ("Ann %.*s", (int) (i % 24), "Example of the long names");
  double clock = milliseconds (CLOCK_MONOTONIC), processor = milliseconds (CLOCK_PROCESS_CPUTIME_ID);

  pedicle_session_set_value (desk->session, desk->field, value);
  g_autoptr (PediclePages) pages = lay_out (desk);
  if (desk->preview != NULL)
    show (desk, pages);
  else
    draw (pages);
  if (i >= WARM)
    printf ("%.3f %.3f\n", milliseconds (CLOCK_MONOTONIC) - clock,
            milliseconds (CLOCK_PROCESS_CPUTIME_ID) - processor);
  /* What is left over of this letter is no part of the next. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
open_window (Desk *desk)
{
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();

  desk->preview = pedicle_page_preview_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), desk->preview);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  desk->clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (desk->clock, "after-paint", G_CALLBACK (on_drawn), desk);
}

int
main (int argc, char *argv[])
{
  Desk desk = { 0 };

  if (argc != 5)
    g_error ("bench-preview HANDOUT OPTION FIELD LETTERS");
  desk.session = pedicle_session_new (NULL);
  desk.handout = pedicle_library_find_handout (pedicle_session_get_library (desk.session), argv[1]);
  if (desk.handout == NULL)
    g_error ("There is no handout %s.", argv[1]);
  desk.option = argv[2];
  desk.field = argv[3];
  if (g_getenv ("DISPLAY") != NULL)
    {
      adw_init ();
      open_window (&desk);
    }
  for (guint i = 0; i < WARM + (guint) atoi (argv[4]); i++)
    type_letter (&desk, i);
  g_object_unref (desk.session);
  return 0;
}
