/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "language-menu.h"

#include "choices.h"
#include "names.h"

struct _PedicleLanguageMenu
{
  GtkWidget parent_instance;

  GtkDropDown *drop_down;

  PedicleSession *session;
  gboolean busy; /* the menu itself changes what is selected */
};

G_DEFINE_FINAL_TYPE (PedicleLanguageMenu, pedicle_language_menu, GTK_TYPE_WIDGET)

static guint say_signal;

static const char *const *
get_languages (PedicleLanguageMenu *self)
{
  return pedicle_translations_get_languages (pedicle_session_get_translations (self->session));
}

static void
show_language (PedicleLanguageMenu *self)
{
  const char *language = pedicle_visit_get_language (pedicle_session_get_visit (self->session));
  const char *const *languages = get_languages (self);

  self->busy = TRUE;
  for (guint i = 0; languages[i] != NULL; i++)
    if (g_strcmp0 (languages[i], language) == 0)
      gtk_drop_down_set_selected (self->drop_down, i);
  self->busy = FALSE;
}

static void
fill (PedicleLanguageMenu *self)
{
  const char *const *languages = get_languages (self);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; languages[i] != NULL; i++)
    gtk_string_list_append (list, pedicle_language_name (languages[i]));
  self->busy = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (list));
  self->busy = FALSE;
  show_language (self);
}

static void
on_selected (PedicleLanguageMenu *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);
  g_autoptr (GError) error = NULL;

  if (self->busy || self->session == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (pedicle_session_set_language (self->session, get_languages (self)[selected], &error))
    return;
  g_signal_emit (self, say_signal, 0, error->message);
  show_language (self);
}

static void
pedicle_language_menu_dispose (GObject *object)
{
  PedicleLanguageMenu *self = PEDICLE_LANGUAGE_MENU (object);

  g_clear_pointer ((GtkWidget **) &self->drop_down, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pedicle_language_menu_parent_class)->dispose (object);
}

static void
pedicle_language_menu_class_init (PedicleLanguageMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_language_menu_dispose;
  say_signal = g_signal_new ("say", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                             G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
pedicle_language_menu_init (PedicleLanguageMenu *self)
{
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  pedicle_choices_fit (self->drop_down);
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self);
}

void
pedicle_language_menu_set_session (PedicleLanguageMenu *self, PedicleSession *session, GtkLabel *label)
{
  g_return_if_fail (PEDICLE_IS_LANGUAGE_MENU (self));

  g_set_object (&self->session, session);
  g_signal_connect_object (session, "library-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "language-changed", G_CALLBACK (show_language), self, G_CONNECT_SWAPPED);
  fill (self);
  pedicle_name_drop_down (self->drop_down, label);
}

guint
pedicle_language_menu_get_n_languages (PedicleLanguageMenu *self)
{
  g_return_val_if_fail (PEDICLE_IS_LANGUAGE_MENU (self), 0);
  return g_list_model_get_n_items (gtk_drop_down_get_model (self->drop_down));
}
