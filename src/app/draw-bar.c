/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-bar.h"

#include <glib/gi18n.h>

#include "names.h"
#include "tab-stop.h"
#include "wrap.h"

struct _PedicleDrawBar
{
  GtkWidget parent_instance;

  PedicleWrap *body;
  GtkToggleButton *draw;
  GtkWidget *tools;
  GtkWidget *colours[PEDICLE_PEN_N_COLOURS];
  GtkWidget *undo;
  GtkWidget *clear;
  GtkWidget *full;

  PedicleSession *session;
  gboolean stacked;
};

G_DEFINE_FINAL_TYPE (PedicleDrawBar, pedicle_draw_bar, GTK_TYPE_WIDGET)

static const char *const colour_ids[PEDICLE_PEN_N_COLOURS] = { "black", "blue", "orange" };

static void
refresh (PedicleDrawBar *self)
{
  const PedicleVisit *visit = pedicle_session_get_visit (self->session);
  const char *const *sight = pedicle_pen_get_sight (pedicle_session_get_pen (self->session));

  if (!gtk_toggle_button_get_active (self->draw))
    return;
  pedicle_tab_stop_enable (self->undo, pedicle_visit_can_undo_stroke (visit, sight), GTK_WIDGET (self->draw));
  pedicle_tab_stop_enable (self->clear, pedicle_visit_get_last_drawn (visit, sight) != NULL, GTK_WIDGET (self->draw));
  gtk_widget_set_visible (self->full, pedicle_visit_get_strokes (visit)->len >= PEDICLE_VISIT_MAX_STROKES);
}

static void
on_draw (PedicleDrawBar *self)
{
  if (self->session != NULL)
    refresh (self);
}

static void
on_colour (PedicleDrawBar *self)
{
  for (guint i = 0; self->session != NULL && i < PEDICLE_PEN_N_COLOURS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->colours[i])))
      pedicle_pen_set_colour (pedicle_session_get_pen (self->session), i);
}

/* Another bar has changed it. */
static void
show_colour (PedicleDrawBar *self)
{
  guint colour = pedicle_pen_get_colour (pedicle_session_get_pen (self->session));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->colours[colour]), TRUE);
}

static void
on_undo (PedicleDrawBar *self)
{
  pedicle_session_undo_stroke (self->session,
                               pedicle_pen_get_sight (pedicle_session_get_pen (self->session)));
}

/* One picture, the one that was drawn on last; pressed again, the next. */
static void
on_clear (PedicleDrawBar *self)
{
  const char *const *sight = pedicle_pen_get_sight (pedicle_session_get_pen (self->session));
  const char *last = pedicle_visit_get_last_drawn (pedicle_session_get_visit (self->session), sight);

  if (last != NULL)
    pedicle_session_clear_strokes (self->session, last);
}

/* While the pen is taken up; elsewhere the key has its usual meaning. */
static gboolean
on_undo_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  PedicleDrawBar *self = PEDICLE_DRAW_BAR (widget);

  if (!gtk_widget_get_mapped (widget) || !gtk_toggle_button_get_active (self->draw))
    return FALSE;
  on_undo (self);
  return TRUE;
}

/* Anywhere in the window, or in the popover when the bar stands in one; an entry gets the key first. */
static void
add_undo_key (PedicleDrawBar *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_MANAGED);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK),
                                                        gtk_callback_action_new (on_undo_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static GtkSizeRequestMode
pedicle_draw_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pedicle_draw_bar_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  PedicleDrawBar *self = PEDICLE_DRAW_BAR (widget);

  gtk_widget_measure (GTK_WIDGET (self->body), orientation, for_size, minimum, natural, NULL, NULL);
  if (self->stacked && orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = *minimum;
}

static void
pedicle_draw_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PedicleDrawBar *self = PEDICLE_DRAW_BAR (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->body), &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
pedicle_draw_bar_dispose (GObject *object)
{
  PedicleDrawBar *self = PEDICLE_DRAW_BAR (object);

  g_clear_pointer ((GtkWidget **) &self->body, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pedicle_draw_bar_parent_class)->dispose (object);
}

static void
pedicle_draw_bar_class_init (PedicleDrawBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_draw_bar_dispose;
  widget_class->get_request_mode = pedicle_draw_bar_get_request_mode;
  widget_class->measure = pedicle_draw_bar_measure;
  widget_class->size_allocate = pedicle_draw_bar_size_allocate;
  g_type_ensure (PEDICLE_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/draw-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PedicleDrawBar, body);
  gtk_widget_class_bind_template_child (widget_class, PedicleDrawBar, draw);
  gtk_widget_class_bind_template_child (widget_class, PedicleDrawBar, tools);
  gtk_widget_class_bind_template_child (widget_class, PedicleDrawBar, undo);
  gtk_widget_class_bind_template_child (widget_class, PedicleDrawBar, clear);
  gtk_widget_class_bind_template_child (widget_class, PedicleDrawBar, full);
  for (guint i = 0; i < PEDICLE_PEN_N_COLOURS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, colour_ids[i], FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, on_draw);
  gtk_widget_class_bind_template_callback (widget_class, on_colour);
  gtk_widget_class_bind_template_callback (widget_class, on_undo);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_draw_bar_init (PedicleDrawBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < PEDICLE_PEN_N_COLOURS; i++)
    self->colours[i] = GTK_WIDGET (
        gtk_widget_get_template_child (GTK_WIDGET (self), PEDICLE_TYPE_DRAW_BAR, colour_ids[i]));
  pedicle_name_button (GTK_WIDGET (self->draw), _("Draw on the pictures"));
  add_undo_key (self);
}

GtkWidget *
pedicle_draw_bar_new (PedicleSession *session)
{
  GtkWidget *bar = g_object_new (PEDICLE_TYPE_DRAW_BAR, NULL);

  pedicle_draw_bar_set_session (PEDICLE_DRAW_BAR (bar), session);
  return bar;
}

void
pedicle_draw_bar_stack (PedicleDrawBar *self)
{
  g_return_if_fail (PEDICLE_IS_DRAW_BAR (self));

  self->stacked = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
pedicle_draw_bar_set_session (PedicleDrawBar *self, PedicleSession *session)
{
  g_return_if_fail (PEDICLE_IS_DRAW_BAR (self) && self->session == NULL);

  PediclePen *pen = pedicle_session_get_pen (session);
  self->session = g_object_ref (session);
  g_object_bind_property (pen, "active", self->draw, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (pen, "notify::colour", G_CALLBACK (show_colour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pen, "sight-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::strokes", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::replaced", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  show_colour (self);
  refresh (self);
}
