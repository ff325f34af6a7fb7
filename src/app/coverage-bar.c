/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coverage-bar.h"

struct _PedicleCoverageBar
{
  GtkWidget parent_instance;

  PedicleCoverage coverage;
};

G_DEFINE_FINAL_TYPE (PedicleCoverageBar, pedicle_coverage_bar, GTK_TYPE_WIDGET)

static void
pedicle_coverage_bar_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 60 : 9;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 9;
}

static void
pedicle_coverage_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const struct
  {
    PedicleTranslationState state;
    const char *colour;
  } parts[] = {
    { PEDICLE_STATE_TRANSLATED, "#0f766e" },
    { PEDICLE_STATE_FUZZY, "#d99a00" },
    { PEDICLE_STATE_BROKEN, "#b42318" },
  };
  PedicleCoverageBar *self = PEDICLE_COVERAGE_BAR (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget), at = 0;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; self->coverage.n_units > 0 && i < G_N_ELEMENTS (parts); i++)
    {
      float part = width * (float) self->coverage.units[parts[i].state] / (float) self->coverage.n_units;
      GdkRGBA colour;
      gdk_rgba_parse (&colour, parts[i].colour);
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (rtl ? width - at - part : at, 0, part, height));
      at += part;
    }
}

static void
pedicle_coverage_bar_class_init (PedicleCoverageBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = pedicle_coverage_bar_measure;
  widget_class->snapshot = pedicle_coverage_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "coverage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pedicle_coverage_bar_init (PedicleCoverageBar *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
pedicle_coverage_bar_show (PedicleCoverageBar *self, const PedicleCoverage *coverage, const char *words)
{
  g_return_if_fail (PEDICLE_IS_COVERAGE_BAR (self));

  self->coverage = *coverage;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
