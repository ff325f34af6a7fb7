/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "values-picker.h"

#include <glib/gi18n.h>

#include "answers.h"
#include "columns.h"
#include "label.h"
#include "names.h"
#include "words.h"

#define LEAST_CHARS 20 /* of an option's column */

struct _PedicleValuesPicker
{
  GtkWidget parent_instance;

  GtkBox *body;
  GtkLabel *hint;
  PedicleColumns *statements;

  PedicleSession *session;
  GPtrArray *checks; /* (element-type GtkCheckButton), one for each statement, owned as children */
};

G_DEFINE_FINAL_TYPE (PedicleValuesPicker, pedicle_values_picker, GTK_TYPE_WIDGET)

/* The place of @value among those chosen, from 1; 0 when it is none. */
static guint
get_rank (const char *const *matters, const char *value)
{
  for (guint i = 0; matters != NULL && matters[i] != NULL; i++)
    if (g_str_equal (matters[i], value))
      return i + 1;
  return 0;
}

static void on_toggled (GtkCheckButton *check, PedicleValuesPicker *self);

static void
show_check (PedicleValuesPicker *self, GtkWidget *check, const char *statement, guint rank, gboolean full)
{
  /* Translators: a statement that was chosen, after its place in the order. */
  g_autofree char *ranked = g_strdup_printf (_("%u. %s"), rank, statement);
  GtkLabel *label = GTK_LABEL (gtk_check_button_get_child (GTK_CHECK_BUTTON (check)));

  g_signal_handlers_block_by_func (check, on_toggled, self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), rank > 0);
  g_signal_handlers_unblock_by_func (check, on_toggled, self);
  gtk_label_set_label (label, rank > 0 ? ranked : statement);
  pedicle_label_wrap (label);
  pedicle_name_button (check, rank > 0 ? ranked : statement);
  gtk_widget_set_sensitive (check, rank > 0 || !full);
}

static void
refresh (PedicleValuesPicker *self)
{
  const PedicleDecision *decision = pedicle_session_get_decision (self->session);
  const char *const *matters = pedicle_visit_get_matters (pedicle_session_get_visit (self->session));
  gboolean full = g_strv_length ((char **) matters) >= PEDICLE_VISIT_MAX_VALUES;

  for (guint i = 0; i < self->checks->len && i < decision->values->len; i++)
    {
      const PedicleValue *value = g_ptr_array_index (decision->values, i);
      g_autofree char *statement
          = pedicle_words_plain (self->session, pedicle_session_get_spoken (self->session), value->statement);
      show_check (self, g_ptr_array_index (self->checks, i), statement, get_rank (matters, value->id), full);
    }
  gtk_label_set_label (self->hint, full ? _("Three are chosen. Take one away to choose another.")
                                        : _("Choose up to three, the most important first."));
}

static void
on_toggled (GtkCheckButton *check, PedicleValuesPicker *self)
{
  pedicle_session_toggle_matter (self->session, gtk_widget_get_name (GTK_WIDGET (check)));
}

static GtkWidget *
new_check (PedicleValuesPicker *self, const PedicleValue *value)
{
  GtkWidget *check = gtk_check_button_new (), *label = pedicle_label_new (NULL, NULL);

  gtk_widget_set_margin_start (label, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_widget_set_name (check, value->id);
  gtk_widget_add_css_class (check, "statement");
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, 0);
  return check;
}

void
pedicle_values_picker_clear (PedicleValuesPicker *self)
{
  g_return_if_fail (PEDICLE_IS_VALUES_PICKER (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, refresh, self);
  g_ptr_array_set_size (self->checks, 0);
  pedicle_columns_clear (self->statements);
  gtk_label_set_label (self->hint, "");
}

void
pedicle_values_picker_show (PedicleValuesPicker *self, PedicleSession *session)
{
  g_return_if_fail (PEDICLE_IS_VALUES_PICKER (self));

  const PedicleDecision *decision = pedicle_session_get_decision (session);
  guint n = decision->values->len;

  pedicle_values_picker_clear (self);
  g_set_object (&self->session, session);
  /* Two columns, each read downwards. */
  for (guint i = 0; i < n;)
    {
      GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      for (guint end = i == 0 ? (n + 1) / 2 : n; i < end; i++)
        {
          GtkWidget *check = new_check (self, g_ptr_array_index (decision->values, i));
          g_ptr_array_add (self->checks, check);
          gtk_box_append (GTK_BOX (column), check);
        }
      pedicle_columns_append (self->statements, column);
    }
  refresh (self);
  g_signal_connect_object (session, "visit-changed::chosen", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

static void
append_cell (PedicleColumns *columns, PedicleSession *session, const PedicleAnswers *answers, guint index)
{
  const PedicleProcedure *option = g_ptr_array_index (answers->options, index);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (cell),
                  pedicle_words_label (session, pedicle_session_get_spoken (session), option->title, "cell-title"));
  pedicle_answers_append (answers, index, GTK_BOX (cell));
  pedicle_columns_append (columns, cell);
}

static void
append_topic (GtkBox *page, PedicleSession *session, const PedicleTopic *topic)
{
  gtk_box_append (page, pedicle_words_label (session, pedicle_session_get_spoken (session), topic->question, "summary"));
  if (topic->shared != NULL)
    {
      pedicle_answers_append_one (session, topic->shared, page);
      return;
    }

  g_autoptr (PedicleAnswers) answers = pedicle_answers_new (session, topic);
  GtkWidget *columns = pedicle_columns_new (18, LEAST_CHARS);
  for (guint i = 0; i < answers->options->len; i++)
    append_cell (PEDICLE_COLUMNS (columns), session, answers, i);
  gtk_box_append (page, columns);
}

GtkWidget *
pedicle_value_page_new (PedicleSession *session, const PedicleValue *value)
{
  const PedicleCatalogue *spoken = pedicle_session_get_spoken (session);
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  g_autofree char *statement = pedicle_words_plain (session, spoken, value->statement);
  GtkWidget *page = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (page, "sheet");
  gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, statement, -1);
  gtk_box_append (GTK_BOX (page), pedicle_words_label (session, spoken, value->statement, "heading"));
  for (char **topic = value->bears; topic != NULL && *topic != NULL; topic++)
    {
      const PedicleTopic *each = pedicle_decision_find_topic (decision, *topic);
      if (each != NULL)
        append_topic (GTK_BOX (page), session, each);
    }
  return page;
}

static void
pedicle_values_picker_dispose (GObject *object)
{
  PedicleValuesPicker *self = PEDICLE_VALUES_PICKER (object);

  g_clear_pointer ((GtkWidget **) &self->body, gtk_widget_unparent);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pedicle_values_picker_parent_class)->dispose (object);
}

static void
pedicle_values_picker_class_init (PedicleValuesPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_values_picker_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/values-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PedicleValuesPicker, body);
  gtk_widget_class_bind_template_child (widget_class, PedicleValuesPicker, hint);
  gtk_widget_class_bind_template_child (widget_class, PedicleValuesPicker, statements);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_values_picker_init (PedicleValuesPicker *self)
{
  g_type_ensure (PEDICLE_TYPE_COLUMNS);
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
