/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "large.h"

#define WIDTH_CHARS 180 /* the window for which the smallest type is made */
#define HEIGHT_CHARS 100
#define N_GROWTHS 4

int
pedicle_large_growth (int width, int height, int char_width)
{
  double wide = (double) width / (WIDTH_CHARS * char_width);
  double high = (double) height / (HEIGHT_CHARS * char_width);

  return CLAMP ((int) ((MIN (wide, high) - 1) * 4), 0, N_GROWTHS);
}

void
pedicle_large_show_growth (GtkWidget *widget, int growth)
{
  for (int i = 1; i <= N_GROWTHS; i++)
    {
      g_autofree char *name = g_strdup_printf ("grown-%d", i);
      if (i == growth)
        gtk_widget_add_css_class (widget, name);
      else
        gtk_widget_remove_css_class (widget, name);
    }
}
