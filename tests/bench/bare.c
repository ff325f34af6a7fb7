/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The least that a program does to put a text on paper: bare TEXT PDF. What a handout is measured
 * against. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0
#define MARGIN 50.0

/* Draws the lines of @layout from @iter on that fit one page; returns whether more are left. */
static gboolean
draw_page (cairo_t *cr, PangoLayoutIter *iter)
{
  PangoRectangle line;
  double top;

  pango_layout_iter_get_line_extents (iter, NULL, &line);
  top = line.y / (double) PANGO_SCALE;
  do
    {
      pango_layout_iter_get_line_extents (iter, NULL, &line);
      if ((line.y + line.height) / (double) PANGO_SCALE - top > PAGE_HEIGHT - 2 * MARGIN)
        return TRUE;
      cairo_move_to (cr, MARGIN,
                     MARGIN - top + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));
  return FALSE;
}

int
main (int argc, char *argv[])
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoLayout *layout;
  PangoLayoutIter *iter;
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans 14");

  if (argc != 3 || !g_file_get_contents (argv[1], &text, NULL, &error))
    g_error ("bare TEXT PDF: %s", error != NULL ? error->message : "two files are wanted");
  surface = cairo_pdf_surface_create (argv[2], PAGE_WIDTH, PAGE_HEIGHT);
  cr = cairo_create (surface);
  layout = pango_cairo_create_layout (cr);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) ((PAGE_WIDTH - 2 * MARGIN) * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  iter = pango_layout_get_iter (layout);
  while (draw_page (cr, iter))
    cairo_show_page (cr);
  pango_layout_iter_free (iter);
  pango_font_description_free (font);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return 0;
}
