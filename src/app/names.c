/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "names.h"

void
pedicle_name_button (GtkWidget *button, const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

char *
pedicle_name_of (const char *name, const char *about)
{
  return g_strdup_printf ("%s: %s", name, about);
}

void
pedicle_name_menu_button (GtkMenuButton *button, const char *name)
{
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (button));

  pedicle_name_button (GTK_WIDGET (button), name);
  if (inner != NULL)
    pedicle_name_button (inner, name);
}

static void
name_value (GtkDropDown *drop_down, GParamSpec *pspec, GtkLabel *label)
{
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  const char *value = GTK_IS_STRING_OBJECT (item) ? gtk_string_object_get_string (item) : "";
  g_autofree char *name = pedicle_name_of (gtk_label_get_text (label), value);

  if (inner != NULL)
    pedicle_name_button (inner, name);
}

void
pedicle_name_drop_down (GtkDropDown *drop_down, GtkLabel *label)
{
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (drop_down));

  /* GTK 4.18 calls the button inside, which has the focus, as the list itself. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY, inner, NULL, -1);
  g_signal_connect_object (drop_down, "notify::selected-item", G_CALLBACK (name_value), label, 0);
  name_value (drop_down, NULL, label);
}

void
pedicle_name_expander (GtkExpander *expander)
{
  const char *label = gtk_expander_get_label (expander);

  pedicle_name_button (GTK_WIDGET (expander), label != NULL ? label : "");
}
