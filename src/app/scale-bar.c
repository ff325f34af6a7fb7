/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scale-bar.h"

#include "columns.h"

struct _PedicleScaleBar
{
  GtkWidget parent_instance;

  double part; /* of the whole scale, 0 to 1 */
  gboolean hatched;
};

G_DEFINE_FINAL_TYPE (PedicleScaleBar, pedicle_scale_bar, GTK_TYPE_WIDGET)

static void
pedicle_scale_bar_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  int unit = pedicle_char_width (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? unit * 10 : unit * 2;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? unit * 30 : unit * 2;
}

/* Broad stripes on a tint: to be told from the full bar, and from the ground, in any mode. */
static void
hatch (cairo_t *cr, double width, double height, const GdkRGBA *colour)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip_preserve (cr);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * 0.25);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 4); /* half of it is clipped */
  cairo_stroke (cr);
  cairo_set_line_width (cr, 3);
  for (double x = -height; x < width; x += 9)
    {
      cairo_move_to (cr, x, height);
      cairo_line_to (cr, x + height, 0);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw (PedicleScaleBar *self, cairo_t *cr, double width, double height, const GdkRGBA *colour)
{
  gdk_cairo_set_source_rgba (cr, colour);
  if (self->hatched)
    hatch (cr, width * self->part, height - 3, colour);
  else
    {
      cairo_rectangle (cr, 0, 0, width * self->part, height - 3);
      cairo_fill (cr);
    }
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, 0, height - 1);
  cairo_line_to (cr, width, height - 1);
  cairo_stroke (cr);
}

static void
pedicle_scale_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PedicleScaleBar *self = PEDICLE_SCALE_BAR (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA colour;

  if (width <= 0 || height <= 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  draw (self, cr, width, height, &colour);
  cairo_destroy (cr);
}

static void
pedicle_scale_bar_class_init (PedicleScaleBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = pedicle_scale_bar_measure;
  widget_class->snapshot = pedicle_scale_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "scalebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pedicle_scale_bar_init (PedicleScaleBar *self)
{
}

GtkWidget *
pedicle_scale_bar_new (double low, double high, double value, gboolean hatched, const char *name)
{
  PedicleScaleBar *self = g_object_new (PEDICLE_TYPE_SCALE_BAR, NULL);

  self->part = high > low ? CLAMP ((value - low) / (high - low), 0, 1) : 0;
  self->hatched = hatched;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
