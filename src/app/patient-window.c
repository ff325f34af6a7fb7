/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patient-window.h"

#include "large-view.h"
#include "toplevels.h"

struct _PediclePatientWindow
{
  AdwWindow parent_instance;

  GtkWidget *head;
  PedicleLargeView *view;
};

G_DEFINE_FINAL_TYPE (PediclePatientWindow, pedicle_patient_window, ADW_TYPE_WINDOW)

static void
on_full_screen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

/* The window manager may end the full screen by itself. */
static void
on_fullscreened (PediclePatientWindow *self)
{
  gtk_widget_set_visible (self->head, !gtk_window_is_fullscreen (GTK_WINDOW (self)));
}

/* As the large view in the first window does. */
static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/* The first press may be the begin of a move to the other screen. */
static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, PediclePatientWindow *self)
{
  if (n_press != 2)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_window_fullscreen (GTK_WINDOW (self));
}

static void
pedicle_patient_window_class_init (PediclePatientWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PEDICLE_TYPE_LARGE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/patient-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PediclePatientWindow, head);
  gtk_widget_class_bind_template_child (widget_class, PediclePatientWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
  gtk_widget_class_install_action (widget_class, "patient.full-screen", NULL, on_full_screen);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "patient.full-screen", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, GDK_SHIFT_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
pedicle_patient_window_init (PediclePatientWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pedicle_toplevels_keep (GTK_WINDOW (self));
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (on_fullscreened), NULL);
}

PediclePatientWindow *
pedicle_patient_window_new (PedicleSession *session)
{
  PediclePatientWindow *self = g_object_new (PEDICLE_TYPE_PATIENT_WINDOW, NULL);

  pedicle_large_view_set_session (self->view, session);
  return self;
}
