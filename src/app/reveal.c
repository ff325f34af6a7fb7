/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "reveal.h"

typedef struct
{
  GtkWidget *last; /* (owned) */
  guint n_frames;
} Opened;

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  g_object_unref (opened->last);
  g_free (opened);
}

static void
scroll (GtkWidget *first, GtkWidget *last)
{
  GtkWidget *around = gtk_widget_get_ancestor (first, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t above, below;

  if (around == NULL || !gtk_widget_get_mapped (last) || !gtk_widget_compute_bounds (first, around, &above)
      || !gtk_widget_compute_bounds (last, around, &below))
    return;
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (around));
  double seen = gtk_adjustment_get_value (down);
  gtk_adjustment_clamp_page (down, seen + above.origin.y, seen + below.origin.y + below.size.height);
}

static gboolean
on_frame (GtkWidget *first, GdkFrameClock *clock, gpointer data)
{
  Opened *opened = data;

  if (opened->n_frames++ == 0)
    return G_SOURCE_CONTINUE; /* the places are found at the end of this one */
  scroll (first, opened->last);
  return G_SOURCE_REMOVE;
}

void
pedicle_reveal (GtkWidget *first, GtkWidget *last)
{
  g_return_if_fail (GTK_IS_WIDGET (first));
  g_return_if_fail (GTK_IS_WIDGET (last));

  Opened *opened = g_new0 (Opened, 1);
  opened->last = g_object_ref (last);
  gtk_widget_add_tick_callback (first, on_frame, opened, opened_free);
}
