/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scale-bars.h"

#include "columns.h"

struct _PedicleScaleBars
{
  GtkWidget parent_instance;

  double low, high;
  double value, against;
};

G_DEFINE_FINAL_TYPE (PedicleScaleBars, pedicle_scale_bars, GTK_TYPE_WIDGET)

static void
pedicle_scale_bars_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  int unit = pedicle_char_width (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? unit * 10 : unit * 5;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? unit * 30 : unit * 5;
}

static void
hatch (cairo_t *cr, double width, double height)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_stroke_preserve (cr);
  cairo_clip (cr);
  for (double x = -height; x < width; x += 6)
    {
      cairo_move_to (cr, x, height);
      cairo_line_to (cr, x + height, 0);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw (PedicleScaleBars *self, cairo_t *cr, double width, double height)
{
  double bar = height * 0.38, span = self->high - self->low;

  cairo_set_line_width (cr, 1.5);
  cairo_rectangle (cr, 0, 0, width * (self->value - self->low) / span, bar);
  cairo_fill (cr);
  cairo_save (cr);
  cairo_translate (cr, 0.75, height * 0.52);
  hatch (cr, width * (self->against - self->low) / span - 1.5, bar - 1.5);
  cairo_restore (cr);
  cairo_move_to (cr, 0, height - 1);
  cairo_line_to (cr, width, height - 1);
  cairo_stroke (cr);
}

static void
pedicle_scale_bars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PedicleScaleBars *self = PEDICLE_SCALE_BARS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA colour;

  if (width <= 0 || height <= 0 || self->high <= self->low)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  gdk_cairo_set_source_rgba (cr, &colour);
  draw (self, cr, width, height);
  cairo_destroy (cr);
}

static void
pedicle_scale_bars_class_init (PedicleScaleBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = pedicle_scale_bars_measure;
  widget_class->snapshot = pedicle_scale_bars_snapshot;
  gtk_widget_class_set_css_name (widget_class, "scalebars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pedicle_scale_bars_init (PedicleScaleBars *self)
{
}

GtkWidget *
pedicle_scale_bars_new (double low, double high, double value, double against, const char *name)
{
  PedicleScaleBars *self = g_object_new (PEDICLE_TYPE_SCALE_BARS, NULL);

  self->low = low;
  self->high = high;
  self->value = CLAMP (value, low, MAX (low, high));
  self->against = CLAMP (against, low, MAX (low, high));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
