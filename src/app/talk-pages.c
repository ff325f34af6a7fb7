/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "talk-pages.h"

#include "answers.h"
#include "topic-pages.h"
#include "topic-table.h"
#include "topics.h"

struct _PedicleTalkPages
{
  GtkWidget parent_instance;

  GtkStack *stack;
  PedicleTopicPages *topics;
  PedicleTopicTable *table;

  PedicleSession *session;
  gboolean table_is_old;
};

G_DEFINE_FINAL_TYPE (PedicleTalkPages, pedicle_talk_pages, GTK_TYPE_WIDGET)

static PedicleTalkMode
get_mode (PedicleTalkPages *self)
{
  return pedicle_talk_get_mode (pedicle_session_get_talk (self->session));
}

static void
show (PedicleTalkPages *self)
{
  PedicleTalkMode mode = get_mode (self);
  gboolean one = mode == PEDICLE_TALK_ONE;

  if (one)
    pedicle_topic_pages_show (self->topics, pedicle_topics_get_shown (self->session));
  else if (self->table_is_old)
    {
      pedicle_topic_table_show (self->table, self->session, mode == PEDICLE_TALK_APART);
      self->table_is_old = FALSE;
    }
  gtk_stack_set_visible_child (self->stack, one ? GTK_WIDGET (self->topics) : GTK_WIDGET (self->table));
}

static void
on_topic (PedicleTalkPages *self)
{
  const char *topic = pedicle_talk_get_topic (pedicle_session_get_talk (self->session));

  if (get_mode (self) == PEDICLE_TALK_ONE)
    show (self);
  else if (topic != NULL)
    pedicle_topic_table_reveal (self->table, topic);
}

static void
on_mode (PedicleTalkPages *self)
{
  self->table_is_old = TRUE;
  show (self);
}

static void
show_anew (PedicleTalkPages *self)
{
  self->table_is_old = TRUE;
  pedicle_topic_pages_forget (self->topics);
  show (self);
}

/* Values stand in the answers' words, if these have places for them; else no page is out of date, whatever is typed. */
static void
on_value (PedicleTalkPages *self)
{
  if (pedicle_answers_name_values (self->session))
    show_anew (self);
}

static void
on_matters (PedicleTalkPages *self)
{
  self->table_is_old = TRUE;
  pedicle_topic_pages_drop (self->topics);
  pedicle_topic_page_refresh_values (pedicle_topic_pages_get_page (self->topics), self->session,
                                     pedicle_topics_get_shown (self->session));
}

static void
on_replaced (PedicleTalkPages *self)
{
  pedicle_topic_table_scroll (self->table, G_MININT16);
  show_anew (self);
}

static void
on_scroll (PedicleTalk *talk, int by, PedicleTalkPages *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->table)))
    pedicle_topic_table_scroll (self->table, by);
}

static void
on_chosen (PedicleTalkPages *self, const char *topic)
{
  PedicleTalk *talk = pedicle_session_get_talk (self->session);

  pedicle_talk_set_topic (talk, topic);
  pedicle_talk_set_mode (talk, PEDICLE_TALK_ONE);
}

static void
pedicle_talk_pages_dispose (GObject *object)
{
  PedicleTalkPages *self = PEDICLE_TALK_PAGES (object);

  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pedicle_talk_pages_parent_class)->dispose (object);
}

static void
pedicle_talk_pages_class_init (PedicleTalkPagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_talk_pages_dispose;
  g_type_ensure (PEDICLE_TYPE_TOPIC_PAGES);
  g_type_ensure (PEDICLE_TYPE_TOPIC_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/talk-pages.ui");
  gtk_widget_class_bind_template_child (widget_class, PedicleTalkPages, stack);
  gtk_widget_class_bind_template_child (widget_class, PedicleTalkPages, topics);
  gtk_widget_class_bind_template_child (widget_class, PedicleTalkPages, table);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
pedicle_talk_pages_init (PedicleTalkPages *self)
{
  self->table_is_old = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pedicle_talk_pages_set_session (PedicleTalkPages *self, PedicleSession *session)
{
  static const char *const anew[] = { "library-changed", "language-changed", "visit-changed::hidden" };
  PedicleTalk *talk = pedicle_session_get_talk (session);

  g_return_if_fail (PEDICLE_IS_TALK_PAGES (self));

  g_set_object (&self->session, session);
  pedicle_topic_pages_set_session (self->topics, session);
  g_signal_connect_object (talk, "topic-changed", G_CALLBACK (on_topic), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (talk, "mode-changed", G_CALLBACK (on_mode), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (talk, "scroll", G_CALLBACK (on_scroll), self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (anew); i++)
    g_signal_connect_object (session, anew[i], G_CALLBACK (show_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::value", G_CALLBACK (on_value), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::chosen", G_CALLBACK (on_matters), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::replaced", G_CALLBACK (on_replaced), self, G_CONNECT_SWAPPED);
  show (self);
}

void
pedicle_talk_pages_set_quiet (PedicleTalkPages *self)
{
  g_return_if_fail (PEDICLE_IS_TALK_PAGES (self));

  pedicle_topic_pages_set_quiet (self->topics);
  pedicle_topic_table_set_quiet (self->table);
}

void
pedicle_talk_pages_set_prompt (PedicleTalkPages *self, const char *prompt)
{
  g_return_if_fail (PEDICLE_IS_TALK_PAGES (self));
  pedicle_topic_page_set_prompt (pedicle_topic_pages_get_page (self->topics), prompt);
}
