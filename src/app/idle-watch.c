/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "idle-watch.h"

#include "clock.h"
#include "idle.h"
#include "private-entry.h"
#include "toplevels.h"

#define USUAL 15 /* minutes */

struct _PedicleIdleWatch
{
  GObject parent_instance;

  GtkWindow *window; /* borrowed: it outlives this */
  PedicleSession *session;
  GSettings *settings;        /* (nullable) */
  AdwMessageDialog *question; /* (nullable): while it is asked */
  GtkProgressBar *left;       /* in question */
  gint64 touched;             /* when a key or the pointer was used last, by pedicle_clock_now () */
  guint said;                 /* seconds, in the question */
  guint tick;                 /* source: each second */
};

G_DEFINE_FINAL_TYPE (PedicleIdleWatch, pedicle_idle_watch, G_TYPE_OBJECT)

static guint clear_signal;

static guint
get_minutes (PedicleIdleWatch *self)
{
  g_autofree char *minutes = self->settings != NULL ? g_settings_get_string (self->settings, "clear-after") : NULL;

  return minutes != NULL ? (guint) g_ascii_strtoull (minutes, NULL, 10) : USUAL;
}

static void
touch (PedicleIdleWatch *self)
{
  self->touched = pedicle_clock_now ();
}

static gboolean
is_filled (PedicleIdleWatch *self)
{
  return !pedicle_visit_is_empty (pedicle_session_get_visit (self->session))
         || pedicle_private_entry_any_filled (GTK_WIDGET (self->window));
}

static void
close_question (PedicleIdleWatch *self)
{
  AdwMessageDialog *question = g_steal_pointer (&self->question);

  if (question != NULL)
    gtk_window_destroy (GTK_WINDOW (question));
}

static void
on_response (PedicleIdleWatch *self, const char *response)
{
  self->question = NULL;
  touch (self);
  if (g_str_equal (response, "clear"))
    g_signal_emit (self, clear_signal, 0);
}

/* The bar goes down each second, the words change now and then: a screen reader reads them when they do. */
static void
show_left (PedicleIdleWatch *self, guint left)
{
  guint said = pedicle_idle_said (left);

  gtk_progress_bar_set_fraction (self->left, (double) left / PEDICLE_IDLE_PATIENCE);
  if (said == self->said)
    return;
  self->said = said;
  g_autofree char *sentence = pedicle_idle_sentence (get_minutes (self), said);
  adw_message_dialog_set_body (self->question, sentence);
}

static void
ask (PedicleIdleWatch *self, guint left)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/pedicle/Pedicle/idle-watch.ui");

  self->question = ADW_MESSAGE_DIALOG (gtk_builder_get_object (builder, "question"));
  self->left = GTK_PROGRESS_BAR (gtk_builder_get_object (builder, "left"));
  self->said = 0;
  gtk_window_set_transient_for (GTK_WINDOW (self->question), self->window);
  g_signal_connect_object (self->question, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  show_left (self, left);
  gtk_window_present (GTK_WINDOW (self->question));
}

static gboolean
on_tick (gpointer user_data)
{
  PedicleIdleWatch *self = user_data;
  gint64 quiet = (pedicle_clock_now () - self->touched) / 1000;
  guint left = 0;

  switch (pedicle_idle_decide (quiet, get_minutes (self), is_filled (self), &left))
    {
    case PEDICLE_IDLE_WAIT:
      close_question (self);
      break;
    case PEDICLE_IDLE_ASK:
      if (self->question == NULL)
        ask (self, left);
      else
        show_left (self, left);
      break;
    case PEDICLE_IDLE_CLEAR:
      close_question (self);
      touch (self);
      g_signal_emit (self, clear_signal, 0);
      break;
    }
  return G_SOURCE_CONTINUE;
}

/* While it is asked only an answer counts: a bump against the desk is none. */
static gboolean
on_event (GtkEventController *controller, GdkEvent *event, PedicleIdleWatch *self)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
    case GDK_BUTTON_PRESS:
    case GDK_MOTION_NOTIFY:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
      if (self->question == NULL)
        touch (self);
      break;
    default:
      break;
    }
  return FALSE;
}

static void
watch (GtkWindow *window, gpointer self)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (on_event), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

static void
pedicle_idle_watch_dispose (GObject *object)
{
  PedicleIdleWatch *self = PEDICLE_IDLE_WATCH (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  close_question (self);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pedicle_idle_watch_parent_class)->dispose (object);
}

static void
pedicle_idle_watch_class_init (PedicleIdleWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pedicle_idle_watch_dispose;
  clear_signal
      = g_signal_new ("clear", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pedicle_idle_watch_init (PedicleIdleWatch *self)
{
  touch (self);
  self->tick = g_timeout_add_seconds (1, on_tick, self);
}

PedicleIdleWatch *
pedicle_idle_watch_new (GtkWindow *window, PedicleSession *session, GSettings *settings)
{
  PedicleIdleWatch *self = g_object_new (PEDICLE_TYPE_IDLE_WATCH, NULL);

  self->window = window;
  self->session = g_object_ref (session);
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  g_signal_connect_object (session, "visit-changed", G_CALLBACK (touch), self, G_CONNECT_SWAPPED);
  pedicle_toplevels_follow (watch, G_OBJECT (self));
  return self;
}
