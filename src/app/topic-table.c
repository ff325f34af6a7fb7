/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-table.h"

#include "box.h"
#include <glib/gi18n.h>

#include "blocks.h"
#include "columns.h"
#include "names.h"

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
};

G_DEFINE_FINAL_TYPE (PedicleTopicTable, pedicle_topic_table, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
on_clicked (GtkButton *button, PedicleTopicTable *self)
{
  g_signal_emit (self, chosen_signal, 0, gtk_widget_get_name (GTK_WIDGET (button)));
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
  return button;
}

/* @row: the columns that it will stand in; below each other they have no heads, and each cell its own title
 * @option: (nullable): %NULL in a row without columns */
static GtkWidget *
new_cell (PedicleSession *session, GtkWidget *row, const PedicleProcedure *option, const PedicleAnswer *answer)
{
  const PedicleCatalogue *spoken = pedicle_session_get_spoken (session);
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (cell, "cell");
  if (option != NULL)
    {
      g_autofree char *title = pedicle_words_plain (session, spoken, option->title);
      GtkWidget *own = pedicle_words_label (session, spoken, option->title, "cell-title");
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      gtk_box_append (GTK_BOX (cell), own);
      g_object_bind_property (row, "stacked", own, "visible", G_BINDING_SYNC_CREATE);
    }
  pedicle_blocks_append_answer (GTK_BOX (cell), session, answer);
  return cell;
}

static GtkWidget *
new_row (PedicleTopicTable *self, PedicleSession *session, const PedicleTopic *topic, GPtrArray *options)
{
  GtkWidget *row;

  if (topic->shared != NULL)
    {
      row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_box_append (GTK_BOX (row), new_question (self, session, topic));
      GtkWidget *place
          = g_object_new (PEDICLE_TYPE_COLUMNS, "most-chars", MOST_CHARS, "halign", GTK_ALIGN_START, NULL);
      pedicle_columns_append (PEDICLE_COLUMNS (place), new_cell (session, row, NULL, topic->shared));
      gtk_box_append (GTK_BOX (row), place);
    }
  else
    {
      row = pedicle_columns_new (SPACING, LEAST_CHARS);
      pedicle_columns_append (PEDICLE_COLUMNS (row), new_question (self, session, topic));
      for (guint i = 0; i < options->len; i++)
        {
          const PedicleProcedure *option = g_ptr_array_index (options, i);
          pedicle_columns_append (PEDICLE_COLUMNS (row),
                                  new_cell (session, row, option, pedicle_procedure_find_answer (option, topic->id)));
        }
    }
  gtk_widget_add_css_class (row, "row");
  return row;
}

static void
show_head (PedicleTopicTable *self, PedicleSession *session, GPtrArray *options)
{
  const PedicleCatalogue *spoken = pedicle_session_get_spoken (session);

  pedicle_columns_clear (self->head);
  pedicle_columns_append (self->head, gtk_label_new (NULL));
  for (guint i = 0; i < options->len; i++)
    {
      const PedicleProcedure *option = g_ptr_array_index (options, i);
      pedicle_columns_append (self->head, pedicle_words_label (session, spoken, option->title, "option-title"));
    }
  pedicle_words_direct (GTK_WIDGET (self->head), spoken);
}

void
pedicle_topic_table_show (PedicleTopicTable *self, PedicleSession *session)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_TABLE (self));

  const PedicleDecision *decision = pedicle_session_get_decision (session);
  g_autoptr (GPtrArray) options = pedicle_session_get_options (session);
  pedicle_box_clear (self->rows);
  show_head (self, session, options);
  gtk_widget_set_visible (self->head_place, TRUE);
  for (guint i = 0, n_columns = 0; decision != NULL && i < decision->topics->len; i++)
    {
      GtkWidget *row = new_row (self, session, g_ptr_array_index (decision->topics, i), options);
      gtk_box_append (self->rows, row);
      if (PEDICLE_IS_COLUMNS (row) && n_columns++ == 0)
        g_object_bind_property (row, "stacked", self->head_place, "visible",
                                G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
    }
  pedicle_words_direct (GTK_WIDGET (self->rows), pedicle_session_get_spoken (session));
}

void
pedicle_topic_table_reveal (PedicleTopicTable *self, int index)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_TABLE (self));

  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  double y;
  for (int i = 0; row != NULL && i < index; i++)
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
