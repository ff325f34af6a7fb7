/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-table.h"

#include "box.h"
#include <glib/gi18n.h>

#include "answers.h"
#include "columns.h"
#include "hide-button.h"
#include "label.h"
#include "names.h"
#include "row.h"
#include "words.h"

#define SPACING 12
#define LEAST_CHARS 15
#define MOST_CHARS 72 /* of a line across the table */

struct _PedicleTopicTable
{
  GtkWidget parent_instance;

  GtkBox *body;
  GtkWidget *head_place;
  PedicleColumns *head;
  GtkScrolledWindow *scroller;
  GtkBox *rows;
  gboolean has_columns; /* among its rows */
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (PedicleTopicTable, pedicle_topic_table, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
on_clicked (GtkButton *button, PedicleTopicTable *self)
{
  g_signal_emit (self, chosen_signal, 0, gtk_widget_get_name (GTK_WIDGET (button)));
}

/* Why the row stands where it stands: what matters to the patient, and bears on it. */
static void
append_matters (GtkBox *box, PedicleSession *session, const PedicleTopic *topic)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  const char *const *matters = pedicle_visit_get_matters (pedicle_session_get_visit (session));

  for (; *matters != NULL; matters++)
    {
      const PedicleValue *value = pedicle_decision_find_value (decision, *matters);
      if (value != NULL && value->bears != NULL && g_strv_contains ((const char *const *) value->bears, topic->id))
        gtk_box_append (box, pedicle_words_label (session, pedicle_session_get_spoken (session), value->statement,
                                                  "bears"));
    }
}

static GtkWidget *
new_question (PedicleTopicTable *self, PedicleSession *session, const PedicleTopic *topic)
{
  const PedicleCatalogue *spoken = pedicle_session_get_spoken (session);
  g_autofree char *question = pedicle_words_plain (session, spoken, topic->question);
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), pedicle_words_label (session, spoken, topic->question, "heading"));
  gtk_widget_set_name (button, topic->id);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "question");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  pedicle_name_button (button, question);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, 0);

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (box), button);
  append_matters (GTK_BOX (box), session, topic);
  return box;
}

static GtkWidget *
new_cell (void)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (cell, "cell");
  return cell;
}

/* @row: the columns that it will stand in; below each other they have no heads, and each cell its own title
 * @apart: an answer that another option gave before is not told again; but harms are never left out */
static GtkWidget *
new_option_cell (GtkWidget *row, const PedicleAnswers *answers, guint index, gboolean apart)
{
  const PedicleCatalogue *spoken = pedicle_session_get_spoken (answers->session);
  const PedicleProcedure *option = g_ptr_array_index (answers->options, index);
  const PedicleProcedure *same = apart ? pedicle_answers_find_same (answers, index) : NULL;
  g_autofree char *title = pedicle_words_plain (answers->session, spoken, option->title);
  GtkWidget *cell = new_cell (), *own = pedicle_words_label (answers->session, spoken, option->title, "cell-title");

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (cell), own);
  g_object_bind_property (row, "stacked", own, "visible", G_BINDING_SYNC_CREATE);
  if (same == NULL)
    {
      pedicle_answers_append (answers, index, GTK_BOX (cell));
      return cell;
    }
  g_autofree char *other = pedicle_words_plain (answers->session, spoken, same->title);
  g_autofree char *words
      = pedicle_words_phrase (answers->session, spoken, PEDICLE_PHRASE_SAME_AS, "option", other);
  gtk_box_append (GTK_BOX (cell), pedicle_label_new (words, "summary"));
  return cell;
}

static GtkWidget *
new_shared_row (PedicleTopicTable *self, PedicleSession *session, const PedicleTopic *topic)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *cell = new_cell ();
  GtkWidget *place = g_object_new (PEDICLE_TYPE_COLUMNS, "most-chars", MOST_CHARS, "at-start", TRUE, NULL);

  gtk_box_append (GTK_BOX (row), new_question (self, session, topic));
  pedicle_answers_append_one (session, topic->shared, GTK_BOX (cell));
  pedicle_columns_append (PEDICLE_COLUMNS (place), cell);
  gtk_box_append (GTK_BOX (row), place);
  return row;
}

/* Returns: (nullable): %NULL where only the differences are asked for, and there are none. */
static GtkWidget *
new_row (PedicleTopicTable *self, PedicleSession *session, const PedicleTopic *topic, gboolean apart)
{
  if (topic->shared != NULL)
    return apart ? NULL : new_shared_row (self, session, topic);

  gboolean bad = topic->kind == PEDICLE_TOPIC_BAD;
  g_autoptr (PedicleAnswers) answers = pedicle_answers_new (session, topic);
  if (apart && !bad && !pedicle_answers_differ (answers))
    return NULL;
  GtkWidget *row = pedicle_columns_new (SPACING, LEAST_CHARS);
  pedicle_columns_append (PEDICLE_COLUMNS (row), new_question (self, session, topic));
  for (guint i = 0; i < answers->options->len; i++)
    pedicle_columns_append (PEDICLE_COLUMNS (row), new_option_cell (row, answers, i, apart && !bad));
  return row;
}

static GtkWidget *
new_head (PedicleTopicTable *self, PedicleSession *session, const PedicleProcedure *option)
{
  GtkWidget *head = pedicle_row_new (6);
  GtkWidget *title = pedicle_words_label (session, pedicle_session_get_spoken (session), option->title, "option-title");

  gtk_widget_set_hexpand (title, TRUE);
  pedicle_row_append (PEDICLE_ROW (head), title);
  if (!self->quiet)
    pedicle_row_append (PEDICLE_ROW (head), pedicle_hide_button_new (session, option));
  return head;
}

static void
show_head (PedicleTopicTable *self, PedicleSession *session)
{
  g_autoptr (GPtrArray) options = pedicle_session_get_shown (session);

  pedicle_columns_clear (self->head);
  pedicle_columns_append (self->head, gtk_label_new (NULL));
  for (guint i = 0; i < options->len; i++)
    pedicle_columns_append (self->head, new_head (self, session, g_ptr_array_index (options, i)));
  pedicle_words_direct (GTK_WIDGET (self->head), pedicle_session_get_spoken (session));
}

static void
append_row (PedicleTopicTable *self, GtkWidget *row, const PedicleTopic *topic)
{
  gtk_widget_add_css_class (row, "row");
  gtk_widget_set_name (row, topic->id);
  gtk_box_append (self->rows, row);
  if (PEDICLE_IS_COLUMNS (row) && !self->has_columns)
    g_object_bind_property (row, "stacked", self->head_place, "visible",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  self->has_columns = self->has_columns || PEDICLE_IS_COLUMNS (row);
}

void
pedicle_topic_table_show (PedicleTopicTable *self, PedicleSession *session, gboolean apart)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_TABLE (self));

  const PedicleDecision *decision = pedicle_session_get_decision (session);
  pedicle_box_clear (self->rows);
  show_head (self, session);
  gtk_widget_set_visible (self->head_place, TRUE);
  self->has_columns = FALSE;
  if (decision == NULL)
    return;
  g_autoptr (GPtrArray) topics
      = pedicle_decision_order_topics (decision, pedicle_visit_get_matters (pedicle_session_get_visit (session)));
  for (guint i = 0; i < topics->len; i++)
    {
      const PedicleTopic *topic = g_ptr_array_index (topics, i);
      GtkWidget *row = new_row (self, session, topic, apart);
      if (row != NULL)
        append_row (self, row, topic);
    }
  pedicle_words_direct (GTK_WIDGET (self->rows), pedicle_session_get_spoken (session));
}

void
pedicle_topic_table_set_quiet (PedicleTopicTable *self)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_TABLE (self));
  self->quiet = TRUE;
}

void
pedicle_topic_table_reveal (PedicleTopicTable *self, const char *topic)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_TABLE (self));

  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  double y;
  while (row != NULL && !g_str_equal (gtk_widget_get_name (row), topic))
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL && gtk_widget_translate_coordinates (row, GTK_WIDGET (self->rows), 0, 0, NULL, &y))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), y);
}

void
pedicle_topic_table_scroll (PedicleTopicTable *self, int by)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_TABLE (self));

  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroller);
  gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + by * gtk_adjustment_get_step_increment (down));
}

static void
pedicle_topic_table_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &PEDICLE_TOPIC_TABLE (object)->body, gtk_widget_unparent);
  G_OBJECT_CLASS (pedicle_topic_table_parent_class)->dispose (object);
}

static void
pedicle_topic_table_class_init (PedicleTopicTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_topic_table_dispose;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/topic-table.ui");
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicTable, body);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicTable, head_place);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicTable, head);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicTable, rows);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_topic_table_init (PedicleTopicTable *self)
{
  g_type_ensure (PEDICLE_TYPE_COLUMNS);
  gtk_widget_init_template (GTK_WIDGET (self));
}
