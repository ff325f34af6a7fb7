/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "large-view.h"

#include "columns.h"
#include "large-layout.h"
#include "talk-keys.h"
#include "talk-pages.h"
#include "topics.h"
#include "words.h"

struct _PedicleLargeView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkWidget *body;
  GtkWidget *blank;
  GtkLabel *question;
  PedicleTalkPages *pages;
  GtkWidget *previous;
  GtkLabel *count;
  GtkWidget *next;

  PedicleSession *session;
};

G_DEFINE_FINAL_TYPE (PedicleLargeView, pedicle_large_view, GTK_TYPE_WIDGET)

static void
refresh (PedicleLargeView *self)
{
  g_autofree char *question = pedicle_topics_question (self->session);
  g_autofree char *place = pedicle_topics_place (self->session);
  int index = pedicle_topics_get_index (self->session);

  gtk_label_set_label (self->question, question);
  gtk_label_set_label (self->count, place);
  gtk_widget_set_sensitive (self->previous, index > 0);
  gtk_widget_set_sensitive (self->next, index + 1 < (int) pedicle_topics_get_n (self->session));
  pedicle_words_direct (GTK_WIDGET (self->question), pedicle_session_get_spoken (self->session));
  gtk_stack_set_visible_child (self->stack, pedicle_talk_get_blank (pedicle_session_get_talk (self->session))
                                                ? self->blank
                                                : self->body);
}

static void
on_previous (PedicleLargeView *self)
{
  pedicle_topics_move (self->session, -1);
}

static void
on_next (PedicleLargeView *self)
{
  pedicle_topics_move (self->session, 1);
}

static void
pedicle_large_view_dispose (GObject *object)
{
  PedicleLargeView *self = PEDICLE_LARGE_VIEW (object);

  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pedicle_large_view_parent_class)->dispose (object);
}

static void
pedicle_large_view_class_init (PedicleLargeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_large_view_dispose;
  g_type_ensure (PEDICLE_TYPE_COLUMNS);
  g_type_ensure (PEDICLE_TYPE_TALK_PAGES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/large-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PedicleLargeView, stack);
  gtk_widget_class_bind_template_child (widget_class, PedicleLargeView, body);
  gtk_widget_class_bind_template_child (widget_class, PedicleLargeView, blank);
  gtk_widget_class_bind_template_child (widget_class, PedicleLargeView, question);
  gtk_widget_class_bind_template_child (widget_class, PedicleLargeView, pages);
  gtk_widget_class_bind_template_child (widget_class, PedicleLargeView, previous);
  gtk_widget_class_bind_template_child (widget_class, PedicleLargeView, count);
  gtk_widget_class_bind_template_child (widget_class, PedicleLargeView, next);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_set_layout_manager_type (widget_class, PEDICLE_TYPE_LARGE_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_large_view_init (PedicleLargeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pedicle_talk_pages_set_quiet (self->pages);
}

static gboolean
on_blank_key (GtkWidget *widget, GVariant *unused, gpointer session)
{
  PedicleTalk *talk = pedicle_session_get_talk (session);

  pedicle_talk_set_blank (talk, !pedicle_talk_get_blank (talk));
  return TRUE;
}

/* As a presenter's remote sends them. */
static void
add_keys (PedicleLargeView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  pedicle_talk_keys_bind (keys, GDK_KEY_b, 0, on_blank_key, 0, self->session);
  pedicle_talk_keys_bind (keys, GDK_KEY_period, 0, on_blank_key, 0, self->session);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  pedicle_talk_keys_add (GTK_WIDGET (self), self->session);
}

void
pedicle_large_view_set_session (PedicleLargeView *self, PedicleSession *session)
{
  static const char *const talk_signals[] = { "topic-changed", "mode-changed", "blank-changed" };
  static const char *const session_signals[] = { "library-changed", "language-changed", "visit-changed::replaced" };
  PedicleTalk *talk = pedicle_session_get_talk (session);

  g_return_if_fail (PEDICLE_IS_LARGE_VIEW (self));

  g_set_object (&self->session, session);
  pedicle_talk_pages_set_session (self->pages, session);
  for (guint i = 0; i < G_N_ELEMENTS (talk_signals); i++)
    g_signal_connect_object (talk, talk_signals[i], G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (session_signals); i++)
    g_signal_connect_object (session, session_signals[i], G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  add_keys (self);
  refresh (self);
}
