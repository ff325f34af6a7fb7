/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "icon-array.h"

#include "columns.h"

#define PER_ROW 10

struct _PedicleIconArray
{
  GtkWidget parent_instance;

  int shown;
  int per;
  char *of; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (PedicleIconArray, pedicle_icon_array, GTK_TYPE_WIDGET)

/* As wide as there is room for, up to seven fourths of a character for each. */
static void
pedicle_icon_array_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  PedicleIconArray *self = PEDICLE_ICON_ARRAY (widget);
  int rows = (self->per + PER_ROW - 1) / PER_ROW, width = pedicle_char_width (widget);
  int least = MAX (10, width * 3 / 2), most = MAX (least, width * 7 / 4);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = rows * (for_size < 0 ? most : CLAMP (for_size / PER_ROW, least, most));
      return;
    }
  *minimum = PER_ROW * least;
  *natural = PER_ROW * most;
}

static GtkSizeRequestMode
pedicle_icon_array_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Shapes in a square of side 1. */
static void
person (cairo_t *cr)
{
  cairo_arc (cr, 0.5, 0.24, 0.16, 0, 2 * G_PI);
  cairo_close_path (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0.5, 0.76, 0.28, G_PI, 2 * G_PI);
  cairo_line_to (cr, 0.78, 0.92);
  cairo_line_to (cr, 0.22, 0.92);
  cairo_close_path (cr);
}

static void
bone (cairo_t *cr)
{
  cairo_move_to (cr, 0.12, 0.2);
  cairo_curve_to (cr, 0.35, 0.32, 0.65, 0.32, 0.88, 0.2);
  cairo_curve_to (cr, 0.78, 0.4, 0.78, 0.6, 0.88, 0.8);
  cairo_curve_to (cr, 0.65, 0.68, 0.35, 0.68, 0.12, 0.8);
  cairo_curve_to (cr, 0.22, 0.6, 0.22, 0.4, 0.12, 0.2);
  cairo_close_path (cr);
}

static void
dot (cairo_t *cr)
{
  cairo_arc (cr, 0.5, 0.5, 0.34, 0, 2 * G_PI);
  cairo_close_path (cr);
}

static void
trace (PedicleIconArray *self, cairo_t *cr)
{
  if (g_strcmp0 (self->of, "people") == 0)
    person (cr);
  else if (g_strcmp0 (self->of, "bones") == 0)
    bone (cr);
  else
    dot (cr);
}

static void
pedicle_icon_array_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PedicleIconArray *self = PEDICLE_ICON_ARRAY (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double cell = (double) width / PER_ROW;
  GdkRGBA colour;

  if (width <= 0 || height <= 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  for (int i = 0; i < self->per; i++)
    {
      int column = rtl ? PER_ROW - 1 - i % PER_ROW : i % PER_ROW;
      cairo_save (cr);
      cairo_translate (cr, column * cell, pedicle_icon_array_row (i, self->per) * cell);
      cairo_scale (cr, cell, cell);
      trace (self, cr);
      gdk_cairo_set_source_rgba (cr, &colour);
      cairo_set_line_width (cr, 0.07);
      if (i < self->shown)
        cairo_fill_preserve (cr);
      else
        cairo_set_source_rgba (cr, 0.5, 0.53, 0.56, 0.9);
      cairo_stroke (cr);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
}

static void
pedicle_icon_array_finalize (GObject *object)
{
  g_clear_pointer (&PEDICLE_ICON_ARRAY (object)->of, g_free);
  G_OBJECT_CLASS (pedicle_icon_array_parent_class)->finalize (object);
}

static void
pedicle_icon_array_class_init (PedicleIconArrayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pedicle_icon_array_finalize;
  widget_class->measure = pedicle_icon_array_measure;
  widget_class->get_request_mode = pedicle_icon_array_get_request_mode;
  widget_class->snapshot = pedicle_icon_array_snapshot;
  gtk_widget_class_set_css_name (widget_class, "iconarray");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pedicle_icon_array_init (PedicleIconArray *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

int
pedicle_icon_array_row (int index, int per)
{
  return (per - 1) / PER_ROW - index / PER_ROW;
}

GtkWidget *
pedicle_icon_array_new (int shown, int per, const char *of, const char *name)
{
  PedicleIconArray *self = g_object_new (PEDICLE_TYPE_ICON_ARRAY, NULL);

  self->per = CLAMP (per, 0, PEDICLE_ICON_ARRAY_MAX);
  self->shown = CLAMP (shown, 0, self->per);
  self->of = g_strdup (of);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
