/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "problems-view.h"

#include <glib/gi18n.h>

#include "closures.h"
#include "label.h"
#include "wrap.h"

struct _PedicleProblemsView
{
  GtkWidget parent_instance;

  GtkBox *body;
  GtkLabel *title;
  GtkLabel *advice;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PedicleProblemsView, pedicle_problems_view, GTK_TYPE_WIDGET)

static void
on_copy (PedicleProblemsView *self)
{
  g_autoptr (GString) all = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    g_string_append_printf (all, "%s\n", gtk_widget_get_name (GTK_WIDGET (row)));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), all->str);
}

static GtkWidget *
new_row (const PedicleProblem *problem)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *line = pedicle_problem_format (problem);
  g_autofree char *base = g_path_get_basename (problem->file != NULL ? problem->file : "");
  g_autofree char *place = problem->line > 0 ? g_strdup_printf ("%s:%d:%d", base, problem->line, problem->column)
                                             : g_strdup (base);

  gtk_box_append (GTK_BOX (box), pedicle_label_new (problem->message, NULL));
  if (problem->file != NULL && *problem->file != '\0')
    gtk_box_append (GTK_BOX (box), pedicle_label_new (place, "caption"));
  gtk_widget_add_css_class (box, problem->severity == PEDICLE_SEVERITY_ERROR ? "problem-error" : "problem-warning");
  gtk_widget_add_css_class (box, "problem");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, line);
  gtk_widget_set_tooltip_text (row, problem->file);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  return row;
}

/* Errors come first: a file that is left out is what follows from one. */
static void
append_rows (PedicleProblemsView *self, const PedicleProblems *problems, PedicleSeverity severity)
{
  for (guint i = 0; i < pedicle_problems_get_n (problems); i++)
    {
      const PedicleProblem *problem = pedicle_problems_get (problems, i);
      if (problem->severity == severity)
        gtk_list_box_append (self->list, new_row (problem));
    }
}

void
pedicle_problems_view_show (PedicleProblemsView *self, const PedicleProblems *problems, gboolean usable)
{
  g_return_if_fail (PEDICLE_IS_PROBLEMS_VIEW (self));

  guint n = pedicle_problems_get_n (problems);
  g_autofree char *title = pedicle_problems_in_content (n);
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  append_rows (self, problems, PEDICLE_SEVERITY_ERROR);
  append_rows (self, problems, PEDICLE_SEVERITY_WARNING);
  gtk_label_set_label (self->title, n > 0 ? title : _("There is no content"));
  gtk_label_set_label (self->advice, usable ? _("What could be read is used. Mend these places, then read the "
                                                "content again.")
                                            : _("Nothing could be used. Mend these places, then read the content "
                                                "again."));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
}

static void
pedicle_problems_view_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &PEDICLE_PROBLEMS_VIEW (object)->body, gtk_widget_unparent);
  G_OBJECT_CLASS (pedicle_problems_view_parent_class)->dispose (object);
}

static void
pedicle_problems_view_class_init (PedicleProblemsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_problems_view_dispose;
  g_type_ensure (PEDICLE_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/problems-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PedicleProblemsView, body);
  gtk_widget_class_bind_template_child (widget_class, PedicleProblemsView, title);
  gtk_widget_class_bind_template_child (widget_class, PedicleProblemsView, advice);
  gtk_widget_class_bind_template_child (widget_class, PedicleProblemsView, list);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_problems_view_init (PedicleProblemsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
