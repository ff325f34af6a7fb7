/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hide-button.h"

#include <glib/gi18n.h>

#include "names.h"
#include "words.h"

static void
on_hide (GtkButton *button, PedicleSession *session)
{
  pedicle_session_set_hidden (session, gtk_widget_get_name (GTK_WIDGET (button)), TRUE);
}

static void
on_show (GtkButton *button, PedicleSession *session)
{
  pedicle_session_set_hidden (session, gtk_widget_get_name (GTK_WIDGET (button)), FALSE);
}

/* @pattern: with %s for the title. Returns: (transfer full) */
static char *
format (PedicleSession *session, const char *pattern, const PedicleProcedure *option)
{
  g_autofree char *title = pedicle_words_plain (session, pedicle_session_get_interface (session), option->title);
  g_autoptr (GString) words = g_string_new (pattern);

  g_string_replace (words, "%s", title, 1);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

GtkWidget *
pedicle_hide_button_new (PedicleSession *session, const PedicleProcedure *option)
{
  g_autoptr (GPtrArray) shown = pedicle_session_get_shown (session);
  /* Translators: a button; %s is one of the choices that stand side by side. */
  g_autofree char *name = format (session, _("Hide %s"), option);
  GtkWidget *button = gtk_button_new_from_icon_name ("view-conceal-symbolic");

  gtk_widget_set_name (button, option->id);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_sensitive (button, shown->len > 1);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "hide");
  pedicle_name_button (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_hide), session, 0);
  return button;
}

GtkWidget *
pedicle_show_button_new (PedicleSession *session, const PedicleProcedure *option)
{
  /* Translators: a button that brings back one of the choices; %s is its name. */
  g_autofree char *name = format (session, _("Show %s"), option);
  GtkWidget *button = gtk_button_new_with_label (name);

  gtk_widget_set_name (button, option->id);
  gtk_widget_add_css_class (button, "show");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_show), session, 0);
  return button;
}
