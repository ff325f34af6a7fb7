/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-row.h"

#include <glib/gi18n.h>

#include "names.h"
#include "row.h"

struct _PedicleTopicRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *question;
  GtkToggleButton *mark;

  char *topic;
};

G_DEFINE_FINAL_TYPE (PedicleTopicRow, pedicle_topic_row, GTK_TYPE_LIST_BOX_ROW)

static guint toggled_signal;

static void
on_toggled (PedicleTopicRow *self)
{
  g_signal_emit (self, toggled_signal, 0, gtk_toggle_button_get_active (self->mark));
}

static void
pedicle_topic_row_finalize (GObject *object)
{
  g_clear_pointer (&PEDICLE_TOPIC_ROW (object)->topic, g_free);
  G_OBJECT_CLASS (pedicle_topic_row_parent_class)->finalize (object);
}

static void
pedicle_topic_row_class_init (PedicleTopicRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pedicle_topic_row_finalize;
  toggled_signal = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  g_type_ensure (PEDICLE_TYPE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/topic-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicRow, question);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicRow, mark);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
pedicle_topic_row_init (PedicleTopicRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pedicle_topic_row_new (const char *topic, const char *question)
{
  PedicleTopicRow *self = g_object_new (PEDICLE_TYPE_TOPIC_ROW, NULL);

  self->topic = g_strdup (topic);
  gtk_label_set_label (self->question, question);
  pedicle_topic_row_set_discussed (self, FALSE);
  return GTK_WIDGET (self);
}

const char *
pedicle_topic_row_get_topic (PedicleTopicRow *self)
{
  g_return_val_if_fail (PEDICLE_IS_TOPIC_ROW (self), NULL);
  return self->topic;
}

void
pedicle_topic_row_set_discussed (PedicleTopicRow *self, gboolean discussed)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_ROW (self));

  const char *question = gtk_label_get_label (self->question);
  /* Translators: read by a screen reader; %s is a topic's question. */
  g_autofree char *done = g_strdup_printf (_("%s Discussed."), question);
  g_autofree char *mark = pedicle_name_of (_("Discussed"), question);

  g_signal_handlers_block_by_func (self->mark, on_toggled, self);
  gtk_toggle_button_set_active (self->mark, discussed);
  g_signal_handlers_unblock_by_func (self->mark, on_toggled, self);
  if (discussed)
    gtk_widget_add_css_class (GTK_WIDGET (self->mark), "done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->mark), "done");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  discussed ? done : question, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, mark, -1);
}
