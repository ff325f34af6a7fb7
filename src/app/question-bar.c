/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "question-bar.h"

#include "box.h"
#include <glib/gi18n.h>

#include "closures.h"
#include "label.h"
#include "names.h"
#include "private-entry.h"

struct _PedicleQuestionBar
{
  GtkWidget parent_instance;

  GtkBox *body;
  GtkEntry *entry;
  GtkMenuButton *list_button;
  GtkBox *list;

  PedicleSession *session;
};

G_DEFINE_FINAL_TYPE (PedicleQuestionBar, pedicle_question_bar, GTK_TYPE_WIDGET)

static void
on_remove (GtkButton *button, PedicleQuestionBar *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  pedicle_session_remove_question (self->session, index);
}

static GtkWidget *
new_line (PedicleQuestionBar *self, const char *question, guint index)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = pedicle_label_new (question, NULL), *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = pedicle_name_of (_("Remove this question"), question);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "touch");
  gtk_widget_set_tooltip_text (button, _("Remove this question"));
  pedicle_name_button (button, name);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, 0);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), button);
  return line;
}

static void
refresh (PedicleQuestionBar *self)
{
  const char *const *questions = pedicle_visit_get_questions (pedicle_session_get_visit (self->session));
  guint n = questions != NULL ? g_strv_length ((char **) questions) : 0;
  g_autofree char *label = pedicle_questions_noted (n);

  pedicle_box_clear (self->list);
  for (guint i = 0; i < n; i++)
    gtk_box_append (self->list, new_line (self, questions[i], i));
  gtk_menu_button_set_label (self->list_button, label);
  pedicle_name_menu_button (self->list_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->list_button), n > 0);
  if (n == 0)
    gtk_menu_button_popdown (self->list_button);
}

static void
on_replaced (PedicleQuestionBar *self)
{
  pedicle_private_entry_empty (self->entry);
  refresh (self);
}

static void
on_activate (PedicleQuestionBar *self)
{
  g_autofree char *question = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*question == '\0')
    return;
  pedicle_session_add_question (self->session, question);
  pedicle_private_entry_empty (self->entry);
}

static void
pedicle_question_bar_dispose (GObject *object)
{
  PedicleQuestionBar *self = PEDICLE_QUESTION_BAR (object);

  g_clear_pointer ((GtkWidget **) &self->body, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pedicle_question_bar_parent_class)->dispose (object);
}

static void
pedicle_question_bar_class_init (PedicleQuestionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_question_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/question-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PedicleQuestionBar, body);
  gtk_widget_class_bind_template_child (widget_class, PedicleQuestionBar, entry);
  gtk_widget_class_bind_template_child (widget_class, PedicleQuestionBar, list_button);
  gtk_widget_class_bind_template_child (widget_class, PedicleQuestionBar, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
pedicle_question_bar_init (PedicleQuestionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pedicle_question_bar_set_session (PedicleQuestionBar *self, PedicleSession *session)
{
  g_return_if_fail (PEDICLE_IS_QUESTION_BAR (self));

  g_set_object (&self->session, session);
  g_signal_connect_object (session, "visit-changed::questions", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::replaced", G_CALLBACK (on_replaced), self, G_CONNECT_SWAPPED);
  refresh (self);
}

void
pedicle_question_bar_focus (PedicleQuestionBar *self)
{
  g_return_if_fail (PEDICLE_IS_QUESTION_BAR (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
