/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tab-stop.h"

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *selected)
{
  gboolean focus = gtk_widget_get_focus_child (GTK_WIDGET (list)) != NULL;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    gtk_widget_set_focusable (GTK_WIDGET (row), selected == NULL || row == selected);
  if (focus && selected != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (selected));
}

void
pedicle_tab_stop_list (GtkListBox *list)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));

  g_signal_connect (list, "row-selected", G_CALLBACK (on_row_selected), NULL);
}

void
pedicle_tab_stop_expander (GtkExpander *expander)
{
  g_return_if_fail (GTK_IS_EXPANDER (expander));

  GtkWidget *child = gtk_expander_get_child (expander);
  if (child != NULL)
    g_object_bind_property (expander, "expanded", child, "visible", G_BINDING_SYNC_CREATE);
}

void
pedicle_tab_stop_enable (GtkWidget *button, gboolean enabled, GtkWidget *other)
{
  g_return_if_fail (GTK_IS_WIDGET (button) && GTK_IS_WIDGET (other));

  if (!enabled && gtk_widget_is_focus (button))
    gtk_widget_grab_focus (other);
  gtk_widget_set_sensitive (button, enabled);
}

gboolean
pedicle_tab_stop_holds (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus != NULL && gtk_widget_get_mapped (focus)
         && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}
