/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-sheet.h"

#include "closures.h"
#include "page-part.h"

/* A sheet is drawn in bands across it, and GTK draws only those anew that are another node than before: a letter that is
 * typed changes one or two. Each goes on for a pixel below the next, so that no gap shows where a pixel of the screen is
 * shared by two. */
#define BAND 48 /* pixels */

struct _PediclePageSheet
{
  GtkWidget parent_instance;

  PediclePages *pages;
  guint index;
  GskRenderNode **bands; /* (nullable): each %NULL until it is drawn */
  int n_bands;
  int width, height; /* of the sheet that they were drawn for */
};

G_DEFINE_FINAL_TYPE (PediclePageSheet, pedicle_page_sheet, GTK_TYPE_WIDGET)

/* Pixels in a point. */
static double
get_scale (PediclePageSheet *self)
{
  double width, height;

  pedicle_pages_get_size (self->pages, &width, &height);
  return self->width / width;
}

static GskRenderNode *
draw_band (PediclePageSheet *self, int top)
{
  int height = MIN (BAND + 1, self->height - top);
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, top, self->width, height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, get_scale (self), get_scale (self));
  pedicle_pages_paint (self->pages, self->index, cr);
  cairo_destroy (cr);
  return node;
}

static void
forget_bands (PediclePageSheet *self)
{
  for (int i = 0; i < self->n_bands; i++)
    g_clear_pointer (&self->bands[i], gsk_render_node_unref);
  g_clear_pointer (&self->bands, g_free);
  self->n_bands = self->width = self->height = 0;
}

/* Returns: whether anything is to be drawn. */
static gboolean
forget_changed_bands (PediclePageSheet *self, const PediclePages *pages, guint index)
{
  gboolean changed = self->n_bands == 0;

  for (int i = 0; i < self->n_bands; i++)
    {
      double scale = get_scale (self), top = i * BAND;

      if (index == self->index
          && pedicle_pages_look_alike (self->pages, pages, index, top / scale, (top + BAND + 1) / scale))
        continue;
      g_clear_pointer (&self->bands[i], gsk_render_node_unref);
      changed = TRUE;
    }
  return changed;
}

/* Bands for the size that the sheet has now. */
static void
fit_bands (PediclePageSheet *self, int width, int height)
{
  if (self->width == width && self->height == height)
    return;
  forget_bands (self);
  self->n_bands = (height + BAND - 1) / BAND;
  self->bands = g_new0 (GskRenderNode *, self->n_bands);
  self->width = width;
  self->height = height;
}

static void
pedicle_page_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PediclePageSheet *self = PEDICLE_PAGE_SHEET (widget);

  fit_bands (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  for (int i = 0; i < self->n_bands; i++)
    {
      if (self->bands[i] == NULL)
        self->bands[i] = draw_band (self, i * BAND);
      gtk_snapshot_append_node (snapshot, self->bands[i]);
    }
}

/* Nobody sees it: nothing is kept for it. */
static void
pedicle_page_sheet_unmap (GtkWidget *widget)
{
  forget_bands (PEDICLE_PAGE_SHEET (widget));
  GTK_WIDGET_CLASS (pedicle_page_sheet_parent_class)->unmap (widget);
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
  forget_bands (PEDICLE_PAGE_SHEET (object));
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
  widget_class->unmap = pedicle_page_sheet_unmap;
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

gboolean
pedicle_page_sheet_is_same_paper (const PediclePages *pages, const PediclePages *other)
{
  double width, height, other_width, other_height;

  pedicle_pages_get_size (pages, &width, &height);
  pedicle_pages_get_size (other, &other_width, &other_height);
  return width == other_width && height == other_height;
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
  /* The same pixels may be other points. */
  if (self->pages == NULL || !pedicle_page_sheet_is_same_paper (self->pages, pages))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (forget_changed_bands (self, pages, index))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  pedicle_pages_ref (pages);
  g_clear_pointer (&self->pages, pedicle_pages_unref);
  self->pages = pages;
  self->index = index;
  pedicle_page_part_show (GTK_WIDGET (self), reading);
}
