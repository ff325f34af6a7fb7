/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "large-layout.h"

#include "columns.h"
#include "large.h"

#define SMALL_CHARS 62 /* a view that is narrower keeps its room for the words */

struct _PedicleLargeLayout
{
  GtkLayoutManager parent_instance;

  gboolean small;
  int growth;    /* see large.h */
  guint resized; /* source: small or growth has changed */
};

G_DEFINE_FINAL_TYPE (PedicleLargeLayout, pedicle_large_layout, GTK_TYPE_LAYOUT_MANAGER)

static guint resized_signal;

static gboolean
on_resized (gpointer user_data)
{
  PedicleLargeLayout *self = user_data;
  GtkWidget *widget = gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (self));

  self->resized = 0;
  if (widget == NULL)
    return G_SOURCE_REMOVE;
  if (self->small)
    gtk_widget_add_css_class (widget, "small");
  else
    gtk_widget_remove_css_class (widget, "small");
  pedicle_large_show_growth (widget, self->growth);
  g_signal_emit (self, resized_signal, 0);
  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
pedicle_large_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pedicle_large_layout_measure (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
pedicle_large_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  PedicleLargeLayout *self = PEDICLE_LARGE_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int unit = pedicle_char_width (widget);
  gboolean small = width < SMALL_CHARS * unit;
  int growth = pedicle_large_growth (width, height, unit);

  if ((small != self->small || growth != self->growth) && self->resized == 0)
    self->resized = g_idle_add_full (G_PRIORITY_HIGH, on_resized, self, NULL);
  self->small = small;
  self->growth = growth;
  if (child != NULL)
    gtk_widget_size_allocate (child, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
pedicle_large_layout_dispose (GObject *object)
{
  g_clear_handle_id (&PEDICLE_LARGE_LAYOUT (object)->resized, g_source_remove);
  G_OBJECT_CLASS (pedicle_large_layout_parent_class)->dispose (object);
}

static void
pedicle_large_layout_class_init (PedicleLargeLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_large_layout_dispose;
  manager_class->get_request_mode = pedicle_large_layout_get_request_mode;
  manager_class->measure = pedicle_large_layout_measure;
  manager_class->allocate = pedicle_large_layout_allocate;
  resized_signal
      = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pedicle_large_layout_init (PedicleLargeLayout *self)
{
}
