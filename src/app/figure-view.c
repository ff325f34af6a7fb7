/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-view.h"

#include <math.h>

#include <adwaita.h>
#include <librsvg/rsvg.h>

#include "columns.h"
#include "motion.h"

#define LABEL_SIZE 13.0 /* of the labels, in the picture's units */
#define LEAST_WIDTH 40
#define PLAY_TIME 900000 /* microseconds */

struct _PedicleFigureView
{
  GtkWidget parent_instance;

  RsvgHandle *handle; /* (nullable) */
  RsvgHandle *moving; /* (nullable): the picture as it is on the way from another */
  RsvgHandle *plain;  /* (nullable): the picture without our style, where places are looked up */
  GBytes *svg;        /* (nullable) */
  double width, height;
  int max_chars;
  GArray *points;   /* (nullable) (element-type graphene_point_t): of the labels */
  GStrv words;      /* (nullable): of the labels */
  GdkTexture *cache; /* (nullable): painted for the present size */
  GBytes *from;      /* (nullable): the picture that it began as, while it is on the way */
  gint64 began;      /* by the frame clock; 0 before the first frame */
  guint tick;        /* while it is on the way */
  char *style;       /* (nullable): CSS that the picture has */
  GtkWidget *layer;  /* (nullable): over the picture */
};

G_DEFINE_FINAL_TYPE (PedicleFigureView, pedicle_figure_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
pedicle_figure_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pedicle_figure_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  PedicleFigureView *self = PEDICLE_FIGURE_VIEW (widget);
  double ratio = self->width > 0 ? self->height / self->width : 0;
  int width = (int) self->width;
  int most = self->max_chars * pedicle_char_width (widget);

  *minimum = *natural = 0;
  if (self->handle == NULL)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = most > 0 ? (int) ceil (most / ratio) : width;
      return;
    }
  /* Without a width the least height is that of the least width. */
  double least = (for_size >= 0 ? for_size : LEAST_WIDTH) * ratio;
  double height = (for_size >= 0 ? for_size : width) * ratio;
  *minimum = (int) (most > 0 ? MIN (least, most) : least);
  *natural = (int) (most > 0 ? MIN (height, most) : height);
}

/* The picture's rectangle in the widget: whole, in the middle. */
static RsvgRectangle
viewport (PedicleFigureView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double scale = MIN (width / self->width, height / self->height);

  return (RsvgRectangle){ (width - self->width * scale) / 2, (height - self->height * scale) / 2,
                          self->width * scale, self->height * scale };
}

static void
paint_labels (PedicleFigureView *self, cairo_t *cr, const RsvgRectangle *place)
{
  double scale = place->width / self->width;

  if (self->points == NULL || self->words == NULL)
    return;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  pango_font_description_set_absolute_size (font, LABEL_SIZE * PANGO_SCALE * MAX (scale, 0.9));
  pango_layout_set_font_description (layout, font);
  cairo_set_source_rgb (cr, 0.2, 0.25, 0.3);
  for (guint i = 0; i < self->points->len && self->words[i] != NULL; i++)
    {
      const graphene_point_t *point = &g_array_index (self->points, graphene_point_t, i);
      int baseline;
      pango_layout_set_text (layout, self->words[i], -1);
      baseline = pango_layout_get_baseline (layout);
      cairo_move_to (cr, place->x + point->x * scale,
                     place->y + point->y * scale - (double) baseline / PANGO_SCALE);
      pango_cairo_show_layout (cr, layout);
    }
}

static GdkTexture *
paint (PedicleFigureView *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self)) * factor;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) * factor;
  RsvgRectangle place = viewport (self);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, factor, factor);
  rsvg_handle_render_document (self->moving != NULL ? self->moving : self->handle, cr, &place, NULL);
  paint_labels (self, cr, &place);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                    (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
pedicle_figure_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PedicleFigureView *self = PEDICLE_FIGURE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->handle == NULL || width <= 0 || height <= 0)
    return;
  if (self->cache == NULL)
    self->cache = paint (self);
  gtk_snapshot_append_texture (snapshot, self->cache, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (self->layer != NULL)
    gtk_widget_snapshot_child (widget, self->layer, snapshot);
}

static void
forget_cache (PedicleFigureView *self)
{
  g_clear_object (&self->cache);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
end_play (PedicleFigureView *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_object (&self->moving);
  g_clear_pointer (&self->from, g_bytes_unref);
}

static void
allocate_layer (PedicleFigureView *self)
{
  RsvgRectangle place = viewport (self);
  graphene_point_t corner = GRAPHENE_POINT_INIT ((float) place.x, (float) place.y);

  gtk_widget_allocate (self->layer, (int) lround (place.width), (int) lround (place.height), -1,
                       gsk_transform_translate (NULL, &corner));
}

static void
pedicle_figure_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PedicleFigureView *self = PEDICLE_FIGURE_VIEW (widget);
  int factor = gtk_widget_get_scale_factor (widget);

  if (self->cache != NULL
      && (gdk_texture_get_width (self->cache) != width * factor
          || gdk_texture_get_height (self->cache) != height * factor))
    g_clear_object (&self->cache);
  if (self->layer != NULL && self->handle != NULL && gtk_widget_should_layout (self->layer))
    allocate_layer (self);
}

static void
pedicle_figure_view_dispose (GObject *object)
{
  end_play (PEDICLE_FIGURE_VIEW (object));
  g_clear_pointer (&PEDICLE_FIGURE_VIEW (object)->layer, gtk_widget_unparent);
  G_OBJECT_CLASS (pedicle_figure_view_parent_class)->dispose (object);
}

static void
pedicle_figure_view_finalize (GObject *object)
{
  PedicleFigureView *self = PEDICLE_FIGURE_VIEW (object);

  g_clear_object (&self->handle);
  g_clear_object (&self->plain);
  g_clear_pointer (&self->svg, g_bytes_unref);
  g_clear_object (&self->cache);
  g_clear_pointer (&self->style, g_free);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->words, g_strfreev);
  G_OBJECT_CLASS (pedicle_figure_view_parent_class)->finalize (object);
}

static void
pedicle_figure_view_class_init (PedicleFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_figure_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = pedicle_figure_view_finalize;
  widget_class->get_request_mode = pedicle_figure_view_get_request_mode;
  widget_class->measure = pedicle_figure_view_measure;
  widget_class->snapshot = pedicle_figure_view_snapshot;
  widget_class->size_allocate = pedicle_figure_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pedicle_figure_view_init (PedicleFigureView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
pedicle_figure_view_new (void)
{
  return g_object_new (PEDICLE_TYPE_FIGURE_VIEW, NULL);
}

/* No base folder: a picture cannot reach for another file. */
static RsvgHandle *
open_svg (GBytes *svg)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (svg);
  RsvgHandle *handle = rsvg_handle_new_from_stream_sync (stream, NULL, RSVG_HANDLE_FLAGS_NONE, NULL, NULL);

  if (handle != NULL)
    rsvg_handle_set_dpi (handle, 96);
  return handle;
}

void
pedicle_figure_view_set_figure (PedicleFigureView *self,
                            const PedicleFigure *figure,
                            const char *const *words,
                            const char *alt)
{
  g_return_if_fail (PEDICLE_IS_FIGURE_VIEW (self));

  end_play (self);
  g_clear_object (&self->handle);
  g_clear_object (&self->plain);
  g_clear_pointer (&self->svg, g_bytes_unref);
  g_clear_pointer (&self->style, g_free);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->words, g_strfreev);
  if (figure != NULL && figure->svg != NULL && figure->width > 0 && figure->height > 0)
    {
      self->handle = open_svg (figure->svg);
      self->svg = g_bytes_ref (figure->svg);
      self->width = figure->width;
      self->height = figure->height;
      self->words = g_strdupv ((char **) words);
      self->points = g_array_new (FALSE, FALSE, sizeof (graphene_point_t));
      for (guint i = 0; figure->labels != NULL && i < figure->labels->len; i++)
        {
          const PedicleLabel *label = g_ptr_array_index (figure->labels, i);
          graphene_point_t point = GRAPHENE_POINT_INIT ((float) label->x, (float) label->y);
          g_array_append_val (self->points, point);
        }
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, alt != NULL ? alt : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  forget_cache (self);
}

void
pedicle_figure_view_set_max_height (PedicleFigureView *self, int chars)
{
  g_return_if_fail (PEDICLE_IS_FIGURE_VIEW (self));

  self->max_chars = chars;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
pedicle_figure_view_set_style (PedicleFigureView *self, const char *css)
{
  g_return_if_fail (PEDICLE_IS_FIGURE_VIEW (self));

  if (self->handle == NULL || g_strcmp0 (self->style, css) == 0)
    return;
  g_free (self->style);
  self->style = g_strdup (css);
  rsvg_handle_set_stylesheet (self->handle, (const guint8 *) css, strlen (css), NULL);
  forget_cache (self);
}

void
pedicle_figure_view_set_layer (PedicleFigureView *self, GtkWidget *layer)
{
  g_return_if_fail (PEDICLE_IS_FIGURE_VIEW (self) && self->layer == NULL);

  self->layer = layer;
  gtk_widget_set_parent (layer, GTK_WIDGET (self));
}

GtkWidget *
pedicle_figure_view_get_layer (PedicleFigureView *self)
{
  g_return_val_if_fail (PEDICLE_IS_FIGURE_VIEW (self), NULL);
  return self->layer;
}

/* Slow, fast, slow, as what has weight moves. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PedicleFigureView *self = PEDICLE_FIGURE_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->began == 0)
    self->began = now;
  double t = (double) (now - self->began) / PLAY_TIME;
  forget_cache (self);
  if (t >= 1)
    {
      self->tick = 0;
      end_play (self);
      return G_SOURCE_REMOVE;
    }
  g_autoptr (GBytes) svg = pedicle_motion_between (self->from, self->svg, t * t * (3 - 2 * t));
  g_clear_object (&self->moving);
  self->moving = open_svg (svg);
  return G_SOURCE_CONTINUE;
}

void
pedicle_figure_view_play (PedicleFigureView *self, GBytes *from)
{
  g_return_if_fail (PEDICLE_IS_FIGURE_VIEW (self));

  end_play (self);
  if (from == NULL || self->handle == NULL || !adw_get_enable_animations (GTK_WIDGET (self)))
    return;
  self->from = g_bytes_ref (from);
  self->moving = open_svg (from);
  self->began = 0;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
  forget_cache (self);
}

gboolean
pedicle_figure_view_locate (PedicleFigureView *self, const char *id, graphene_rect_t *place)
{
  g_return_val_if_fail (PEDICLE_IS_FIGURE_VIEW (self), FALSE);

  if (self->handle == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return FALSE;
  if (self->plain == NULL)
    self->plain = open_svg (self->svg);
  g_autofree char *reference = g_strconcat ("#", id, NULL);
  /* Asked at the picture's own size, since some versions of librsvg take no heed of another. */
  RsvgRectangle own = { 0, 0, self->width, self->height }, area = viewport (self), ink;
  double scale = area.width / self->width;
  if (!rsvg_handle_get_geometry_for_layer (self->plain, reference, &own, &ink, NULL, NULL) || ink.width <= 0)
    return FALSE;
  graphene_rect_init (place, (float) (area.x + ink.x * scale), (float) (area.y + ink.y * scale),
                      (float) (ink.width * scale), (float) (ink.height * scale));
  return TRUE;
}
