/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-sheet.h"

#include "closures.h"
#include "page-part.h"

struct _PediclePageSheet
{
  GtkWidget parent_instance;

  PediclePages *pages;
  guint index;
};

G_DEFINE_FINAL_TYPE (PediclePageSheet, pedicle_page_sheet, GTK_TYPE_WIDGET)

static void
pedicle_page_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PediclePageSheet *self = PEDICLE_PAGE_SHEET (widget);
  double width, height, scale;

  pedicle_pages_get_size (self->pages, &width, &height);
  scale = gtk_widget_get_width (widget) / width;
  if (scale <= 0)
    return;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  pedicle_pages_paint (self->pages, self->index, cr);
  cairo_destroy (cr);
}

static void
pedicle_page_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  double points_wide, points_high;

  pedicle_pages_get_size (PEDICLE_PAGE_SHEET (widget)->pages, &points_wide, &points_high);
  pedicle_page_part_place (widget, 0, 0, width / points_wide);
}

static void
pedicle_page_sheet_dispose (GObject *object)
{
  pedicle_page_part_clear (GTK_WIDGET (object));
  G_OBJECT_CLASS (pedicle_page_sheet_parent_class)->dispose (object);
}

static void
pedicle_page_sheet_finalize (GObject *object)
{
  g_clear_pointer (&PEDICLE_PAGE_SHEET (object)->pages, pedicle_pages_unref);
  G_OBJECT_CLASS (pedicle_page_sheet_parent_class)->finalize (object);
}

static void
pedicle_page_sheet_class_init (PediclePageSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_page_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = pedicle_page_sheet_finalize;
  widget_class->size_allocate = pedicle_page_sheet_size_allocate;
  widget_class->snapshot = pedicle_page_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "papersheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_page_sheet_init (PediclePageSheet *self)
{
}

GtkWidget *
pedicle_page_sheet_new (PediclePages *pages, guint index)
{
  PediclePageSheet *self = g_object_new (PEDICLE_TYPE_PAGE_SHEET, NULL);

  pedicle_page_sheet_show (self, pages, index);
  return GTK_WIDGET (self);
}

void
pedicle_page_sheet_show (PediclePageSheet *self, PediclePages *pages, guint index)
{
  g_autoptr (PedicleReading) reading = pedicle_reading_new (pages, index);

  g_return_if_fail (PEDICLE_IS_PAGE_SHEET (self));
  if (self->pages == NULL || self->index != index || pedicle_pages_get_n (self->pages) != pedicle_pages_get_n (pages))
    {
      g_autofree char *name = pedicle_page_of (index + 1, pedicle_pages_get_n (pages));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  pedicle_pages_ref (pages);
  g_clear_pointer (&self->pages, pedicle_pages_unref);
  self->pages = pages;
  self->index = index;
  pedicle_page_part_show (GTK_WIDGET (self), reading);
  /* The same pixels may be other points, when the paper is another. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
