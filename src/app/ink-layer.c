/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink-layer.h"

#include <math.h>

#include "closures.h"
#include "path.h"

#define LEAST_MOVE 0.75 /* pixels that the pen moves before it counts */
#define MOST_RAW 4096   /* points of a line while it is drawn */

struct _PedicleInkLayer
{
  GtkWidget parent_instance;

  PedicleSession *session;
  char *figure;
  double picture_width, picture_height;
  double pen_width;
  gboolean view_only;
  GtkGesture *drag;    /* borrowed from the widget */
  GArray *live;        /* (nullable) (element-type double): x, y ... of the line that is being drawn */
  GdkTexture *done;    /* (nullable): the lines that are finished, at the present size */
};

G_DEFINE_FINAL_TYPE (PedicleInkLayer, pedicle_ink_layer, GTK_TYPE_WIDGET)

/* Pixels for a unit of the picture. */
static double
get_scale (PedicleInkLayer *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) / self->picture_width;
}

static void
paint_stroke (cairo_t *cr, const PedicleStroke *stroke, double scale)
{
  g_autoptr (PediclePath) path = pedicle_path_new ();

  pedicle_path_stroke (path, stroke, 0, 0, scale);
  pedicle_path_draw (path, cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, stroke->width * scale * PEDICLE_STROKE_CASING);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, (stroke->colour >> 16 & 0xff) / 255.0, (stroke->colour >> 8 & 0xff) / 255.0,
                        (stroke->colour & 0xff) / 255.0);
  cairo_set_line_width (cr, stroke->width * scale);
  cairo_stroke (cr);
}

/* Painted once, as pixels: with each move of the pen only its own line is drawn anew. */
static GdkTexture *
paint_done (PedicleInkLayer *self)
{
  GPtrArray *strokes = pedicle_visit_get_strokes (pedicle_session_get_visit (self->session));
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self)) * factor;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) * factor;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, factor, factor);
  for (guint i = 0; i < strokes->len; i++)
    {
      const PedicleStroke *stroke = g_ptr_array_index (strokes, i);
      if (g_str_equal (stroke->figure, self->figure))
        paint_stroke (cr, stroke, get_scale (self));
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                    (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static PediclePen *
get_pen (PedicleInkLayer *self)
{
  return pedicle_session_get_pen (self->session);
}

static guint32
get_colour (PedicleInkLayer *self)
{
  return pedicle_pen_colours[pedicle_pen_get_colour (get_pen (self))];
}

static void
paint_live (PedicleInkLayer *self, GArray *line, GtkSnapshot *snapshot)
{
  PedicleStroke stroke = { NULL, get_colour (self), self->pen_width, line->len / 2, (double *) (void *) line->data };
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  paint_stroke (cr, &stroke, get_scale (self));
  cairo_destroy (cr);
}

static void
pedicle_ink_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PedicleInkLayer *self = PEDICLE_INK_LAYER (widget);

  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (width <= 0 || height <= 0)
    return;
  if (self->done == NULL && pedicle_visit_count_strokes (pedicle_session_get_visit (self->session), self->figure) > 0)
    self->done = paint_done (self);
  if (self->done != NULL)
    gtk_snapshot_append_texture (snapshot, self->done, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GArray *line = pedicle_pen_get_line (get_pen (self), self->figure);
  if (line != NULL)
    paint_live (self, line, snapshot);
}

static void
forget_done (PedicleInkLayer *self)
{
  g_clear_object (&self->done);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_live (PedicleInkLayer *self)
{
  if (self->live == NULL)
    return;
  pedicle_pen_set_line (get_pen (self), self->figure, NULL);
  explicit_bzero (self->live->data, self->live->len * sizeof (double));
  g_clear_pointer (&self->live, g_array_unref);
}

static void
on_line (PedicleInkLayer *self, const char *figure)
{
  if (g_str_equal (figure, self->figure))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pedicle_ink_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  forget_done (PEDICLE_INK_LAYER (widget));
}

/* What screen readers say of the picture below. */
static void
describe (PedicleInkLayer *self, guint n)
{
  GtkWidget *picture = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *words = n > 0 ? pedicle_drawn_by_hand (n) : NULL;

  if (picture == NULL)
    return;
  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
refresh (PedicleInkLayer *self)
{
  guint n = pedicle_visit_count_strokes (pedicle_session_get_visit (self->session), self->figure);
  gboolean active = !self->view_only && pedicle_pen_get_active (get_pen (self));

  gtk_widget_set_can_target (GTK_WIDGET (self), active);
  gtk_widget_set_visible (GTK_WIDGET (self), active || n > 0);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), active ? "crosshair" : NULL);
  describe (self, n);
  forget_done (self);
}

/* The next patient's pen does not go on with this one's line. */
static void
on_replaced (PedicleInkLayer *self)
{
  forget_live (self);
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
  refresh (self);
}

static void
add_point (PedicleInkLayer *self, double x, double y)
{
  double scale = get_scale (self);

  x = CLAMP (x / scale, 0, self->picture_width);
  y = CLAMP (y / scale, 0, self->picture_height);
  if (self->live->len > 0)
    {
      const double *last = &g_array_index (self->live, double, self->live->len - 2);
      if (hypot (x - last[0], y - last[1]) * scale < LEAST_MOVE)
        return;
    }
  if (self->live->len / 2 >= MOST_RAW)
    g_array_set_size (self->live,
                      2 * pedicle_stroke_thin ((double *) (void *) self->live->data, self->live->len / 2,
                                               self->pen_width / 10, MOST_RAW / 4));
  g_array_append_val (self->live, x);
  g_array_append_val (self->live, y);
}

gboolean
pedicle_ink_layer_begin (PedicleInkLayer *self, double x, double y)
{
  g_return_val_if_fail (PEDICLE_IS_INK_LAYER (self), FALSE);

  GPtrArray *strokes = pedicle_visit_get_strokes (pedicle_session_get_visit (self->session));
  forget_live (self);
  if (strokes->len >= PEDICLE_VISIT_MAX_STROKES || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return FALSE;
  /* With room for all, so that no older copy is left in memory. */
  self->live = g_array_sized_new (FALSE, FALSE, sizeof (double), 2 * MOST_RAW);
  add_point (self, x, y);
  pedicle_pen_set_line (get_pen (self), self->figure, self->live);
  return TRUE;
}

void
pedicle_ink_layer_move (PedicleInkLayer *self, double x, double y)
{
  g_return_if_fail (PEDICLE_IS_INK_LAYER (self));

  if (self->live == NULL)
    return;
  add_point (self, x, y);
  pedicle_pen_set_line (get_pen (self), self->figure, self->live);
}

void
pedicle_ink_layer_end (PedicleInkLayer *self)
{
  g_return_if_fail (PEDICLE_IS_INK_LAYER (self));

  if (self->live == NULL)
    return;
  g_autoptr (PedicleStroke) stroke
      = pedicle_stroke_new (self->figure, get_colour (self), self->pen_width,
                            (const double *) (const void *) self->live->data, self->live->len / 2);
  forget_live (self);
  pedicle_session_add_stroke (self->session, stroke);
}

static void
on_begin (GtkGestureDrag *drag, double x, double y, gpointer user_data)
{
  PedicleInkLayer *self = user_data;

  /* At once: what is around would scroll with a finger, or close. */
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  if (!pedicle_ink_layer_begin (self, x, y))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* A stylus is faster than the screen: where it was since the last event. */
static void
add_history (PedicleInkLayer *self, GdkEvent *event)
{
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (GTK_WIDGET (self)));
  guint n = 0;
  g_autofree GdkTimeCoord *history = event != NULL ? gdk_event_get_history (event, &n) : NULL;
  double left, top, x, y;

  gtk_native_get_surface_transform (GTK_NATIVE (native), &left, &top);
  for (guint i = 0; history != NULL && i < n; i++)
    if ((history[i].flags & GDK_AXIS_FLAG_X) != 0 && (history[i].flags & GDK_AXIS_FLAG_Y) != 0
        && gtk_widget_translate_coordinates (native, GTK_WIDGET (self), history[i].axes[GDK_AXIS_X] - left,
                                             history[i].axes[GDK_AXIS_Y] - top, &x, &y))
      pedicle_ink_layer_move (self, x, y);
}

static void
on_update (GtkGestureDrag *drag, double dx, double dy, gpointer user_data)
{
  PedicleInkLayer *self = user_data;
  GdkEventSequence *sequence = gtk_gesture_get_last_updated_sequence (GTK_GESTURE (drag));
  double x, y;

  if (!gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  add_history (self, gtk_gesture_get_last_event (GTK_GESTURE (drag), sequence));
  pedicle_ink_layer_move (self, x + dx, y + dy);
}

static void
on_end (GtkGestureDrag *drag, double dx, double dy, gpointer user_data)
{
  pedicle_ink_layer_end (user_data);
}

static void
on_cancel (GtkGesture *drag, GdkEventSequence *sequence, gpointer user_data)
{
  forget_live (user_data);
}

static void
pedicle_ink_layer_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pedicle_ink_layer_parent_class)->root (widget);
  refresh (PEDICLE_INK_LAYER (widget)); /* there is a picture to describe now */
}

static void
pedicle_ink_layer_map (GtkWidget *widget)
{
  PedicleInkLayer *self = PEDICLE_INK_LAYER (widget);

  GTK_WIDGET_CLASS (pedicle_ink_layer_parent_class)->map (widget);
  pedicle_pen_note_sight (get_pen (self), self->figure, TRUE);
}

static void
pedicle_ink_layer_unmap (GtkWidget *widget)
{
  PedicleInkLayer *self = PEDICLE_INK_LAYER (widget);

  pedicle_pen_note_sight (get_pen (self), self->figure, FALSE);
  GTK_WIDGET_CLASS (pedicle_ink_layer_parent_class)->unmap (widget);
}

static void
pedicle_ink_layer_finalize (GObject *object)
{
  PedicleInkLayer *self = PEDICLE_INK_LAYER (object);

  forget_live (self);
  g_clear_object (&self->done);
  g_clear_pointer (&self->figure, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pedicle_ink_layer_parent_class)->finalize (object);
}

static void
pedicle_ink_layer_class_init (PedicleInkLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pedicle_ink_layer_finalize;
  widget_class->snapshot = pedicle_ink_layer_snapshot;
  widget_class->size_allocate = pedicle_ink_layer_size_allocate;
  widget_class->root = pedicle_ink_layer_root;
  widget_class->map = pedicle_ink_layer_map;
  widget_class->unmap = pedicle_ink_layer_unmap;
  gtk_widget_class_set_css_name (widget_class, "ink");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pedicle_ink_layer_init (PedicleInkLayer *self)
{
  self->drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), GDK_BUTTON_PRIMARY);
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (on_begin), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (on_update), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (on_end), self);
  g_signal_connect (self->drag, "cancel", G_CALLBACK (on_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
}

GtkWidget *
pedicle_ink_layer_new (PedicleSession *session, const PedicleFigure *figure)
{
  PedicleInkLayer *self = g_object_new (PEDICLE_TYPE_INK_LAYER, NULL);

  self->session = g_object_ref (session);
  self->figure = g_strdup (figure->key);
  self->picture_width = figure->width;
  self->picture_height = figure->height;
  self->pen_width = pedicle_stroke_width (figure->width, figure->height);
  g_signal_connect_object (session, "visit-changed::strokes", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::replaced", G_CALLBACK (on_replaced), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_done), NULL);
  g_signal_connect_object (get_pen (self), "notify::active", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_pen (self), "line-changed", G_CALLBACK (on_line), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

void
pedicle_ink_layer_set_view_only (PedicleInkLayer *self)
{
  g_return_if_fail (PEDICLE_IS_INK_LAYER (self));

  self->view_only = TRUE;
  refresh (self);
}
