/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "large-view.h"

#include "columns.h"
#include "large.h"
#include "talk-keys.h"
#include "talk-pages.h"
#include "topics.h"
#include "words.h"

#define SMALL_CHARS 62 /* a view that is narrower keeps its room for the words */

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
  gboolean small;
  int growth;    /* of the type, see large.h */
  guint resized; /* source: small or growth has changed */
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

static gboolean
on_resized (gpointer user_data)
{
  PedicleLargeView *self = user_data;

  self->resized = 0;
  if (self->small)
    gtk_widget_add_css_class (GTK_WIDGET (self), "small");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "small");
  pedicle_large_show_growth (GTK_WIDGET (self), self->growth);
  return G_SOURCE_REMOVE;
}

static void
pedicle_large_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PedicleLargeView *self = PEDICLE_LARGE_VIEW (widget);
  int unit = pedicle_char_width (widget);
  gboolean small = width < SMALL_CHARS * unit;
  int growth = pedicle_large_growth (width, height, unit);

  if ((small != self->small || growth != self->growth) && self->resized == 0)
    self->resized = g_idle_add_full (G_PRIORITY_HIGH, on_resized, self, NULL);
  self->small = small;
  self->growth = growth;
  gtk_widget_size_allocate (GTK_WIDGET (self->stack), &(GtkAllocation){ 0, 0, width, height }, -1);
}

static GtkSizeRequestMode
pedicle_large_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pedicle_large_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (PEDICLE_LARGE_VIEW (widget)->stack), orientation, for_size, minimum, natural, NULL,
                      NULL);
}

static void
pedicle_large_view_dispose (GObject *object)
{
  PedicleLargeView *self = PEDICLE_LARGE_VIEW (object);

  g_clear_handle_id (&self->resized, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pedicle_large_view_parent_class)->dispose (object);
}

static void
pedicle_large_view_class_init (PedicleLargeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_large_view_dispose;
  widget_class->get_request_mode = pedicle_large_view_get_request_mode;
  widget_class->measure = pedicle_large_view_measure;
  widget_class->size_allocate = pedicle_large_view_size_allocate;
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
