/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "next-patient.h"

#include <glib/gi18n.h>

#include "clipboard.h"
#include "clock.h"
#include "idle-watch.h"
#include "private-entry.h"
#include "save.h"
#include "toplevels.h"
#include "translations-view.h"

#define UNDO_TIME 10000 /* milliseconds */
#define LOOK 250        /* milliseconds between two looks at the clock */

struct _PedicleNextPatient
{
  GObject parent_instance;

  GtkWindow *window;       /* borrowed: it owns this */
  AdwToastOverlay *toasts; /* borrowed: the window's */
  PedicleSession *session;
  PedicleIdleWatch *idle;
  AdwToast *undo;  /* (nullable): borrowed, while it is shown */
  guint undo_end;  /* source: looks whether the undo toast has had its time */
  gint64 deadline; /* of the undo, by pedicle_clock_now () */
};

G_DEFINE_FINAL_TYPE (PedicleNextPatient, pedicle_next_patient, G_TYPE_OBJECT)

static void
on_undo_gone (AdwToast *toast, PedicleNextPatient *self)
{
  if (self->undo != toast)
    return;
  self->undo = NULL;
  g_clear_handle_id (&self->undo_end, g_source_remove);
  pedicle_session_forget_previous (self->session);
}

/* Not the toast's own time, which stands still while the pointer rests on it, nor a source's, which sleeps with the
 * machine. */
static gboolean
on_look (gpointer user_data)
{
  PedicleNextPatient *self = user_data;

  if (pedicle_clock_now () < self->deadline)
    return G_SOURCE_CONTINUE;
  self->undo_end = 0;
  adw_toast_dismiss (self->undo);
  return G_SOURCE_REMOVE;
}

static void
offer_undo (PedicleNextPatient *self, AdwToast *toast)
{
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo-next-patient");
  adw_toast_set_timeout (toast, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_undo_gone), self, 0);
  self->undo = toast;
  self->deadline = pedicle_clock_now () + UNDO_TIME;
  self->undo_end = g_timeout_add (LOOK, on_look, self);
}

static void
to_start (GtkAdjustment *adjustment)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
}

/* What widgets keep beside the visit: open popovers, words in an entry, how far somebody has read. A translator's work is
 * nobody's visit. */
static void
empty (GtkWidget *widget)
{
  if (PEDICLE_IS_TRANSLATIONS_VIEW (widget))
    return;
  if (GTK_IS_POPOVER (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
  else if (pedicle_private_entry_is (widget))
    pedicle_private_entry_empty (GTK_ENTRY (widget));
  else if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      to_start (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (widget)));
      to_start (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    empty (child);
}

void
pedicle_next_patient_run (PedicleNextPatient *self)
{
  g_return_if_fail (PEDICLE_IS_NEXT_PATIENT (self));

  if (self->undo != NULL)
    adw_toast_dismiss (self->undo);
  pedicle_save_cancel ();
  pedicle_toplevels_close_others (self->window);
  gboolean kept = pedicle_session_next_patient (self->session);
  empty (GTK_WIDGET (self->window));
  pedicle_clipboard_forget (gtk_widget_get_display (GTK_WIDGET (self->window)));

  AdwToast *toast = adw_toast_new (_("Ready for the next patient"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (kept)
    offer_undo (self, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
pedicle_next_patient_undo (PedicleNextPatient *self)
{
  g_return_if_fail (PEDICLE_IS_NEXT_PATIENT (self));

  pedicle_session_undo_next_patient (self->session);
  if (self->undo != NULL)
    adw_toast_dismiss (self->undo);
}

void
pedicle_next_patient_end (PedicleNextPatient *self)
{
  g_return_if_fail (PEDICLE_IS_NEXT_PATIENT (self));

  self->undo = NULL;
  g_clear_handle_id (&self->undo_end, g_source_remove);
  pedicle_session_next_patient (self->session);
  pedicle_session_forget_previous (self->session);
}

static gboolean
on_key (GtkWidget *window, GVariant *arguments, gpointer self)
{
  pedicle_next_patient_run (self);
  return TRUE;
}

/* A dialog knows the window's actions no more than their keys. */
static void
add_keys (GtkWindow *window, gpointer owner)
{
  PedicleNextPatient *self = owner;
  GtkApplication *application = gtk_window_get_application (self->window);

  if (window == self->window || application == NULL)
    return;
  g_auto (GStrv) keys = gtk_application_get_accels_for_action (application, "win.next-patient");
  GtkEventController *controller = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; keys[i] != NULL; i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i]), gtk_callback_action_new (on_key, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

static void
pedicle_next_patient_dispose (GObject *object)
{
  PedicleNextPatient *self = PEDICLE_NEXT_PATIENT (object);

  g_clear_handle_id (&self->undo_end, g_source_remove);
  g_clear_object (&self->idle);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pedicle_next_patient_parent_class)->dispose (object);
}

static void
pedicle_next_patient_class_init (PedicleNextPatientClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pedicle_next_patient_dispose;
}

static void
pedicle_next_patient_init (PedicleNextPatient *self)
{
}

PedicleNextPatient *
pedicle_next_patient_new (GtkWindow *window, AdwToastOverlay *toasts, PedicleSession *session, GSettings *settings)
{
  PedicleNextPatient *self = g_object_new (PEDICLE_TYPE_NEXT_PATIENT, NULL);

  self->window = window;
  self->toasts = toasts;
  self->session = g_object_ref (session);
  self->idle = pedicle_idle_watch_new (window, session, settings);
  g_signal_connect_object (self->idle, "clear", G_CALLBACK (pedicle_next_patient_run), self, G_CONNECT_SWAPPED);
  pedicle_toplevels_follow (add_keys, G_OBJECT (self));
  return self;
}
