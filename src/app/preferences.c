/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences.h"

#include <glib/gi18n.h>

struct _PediclePreferences
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *language;
  AdwComboRow *clear_after;

  GSettings *settings;
  GStrv tags; /* of the languages in the row, "" first: the system's */
};

G_DEFINE_FINAL_TYPE (PediclePreferences, pedicle_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static const char *const clear_times[] = { "0", "5", "15", NULL }; /* in the order of the row */

static void
on_clear_after (PediclePreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->clear_after);

  if (self->settings != NULL && selected < g_strv_length ((char **) clear_times))
    g_settings_set_string (self->settings, "clear-after", clear_times[selected]);
}

static void
show_clear_after (PediclePreferences *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "clear-after");

  for (guint i = 0; clear_times[i] != NULL; i++)
    if (g_str_equal (clear_times[i], chosen))
      adw_combo_row_set_selected (self->clear_after, i);
}

static void
on_language (PediclePreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->language);

  /* Nothing is selected while the row goes away. */
  if (self->tags != NULL && selected < g_strv_length (self->tags))
    g_settings_set_string (self->settings, "language", self->tags[selected]);
}

static void
fill_languages (PediclePreferences *self, PedicleSession *session)
{
  const char *const *languages = pedicle_translations_get_languages (pedicle_session_get_translations (session));
  g_autofree char *chosen = g_settings_get_string (self->settings, "language");
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  guint selected = 0;

  g_strv_builder_add (tags, "");
  gtk_string_list_append (names, _("As the system"));
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_strv_builder_add (tags, languages[i]);
      gtk_string_list_append (names, pedicle_language_name (languages[i]));
      if (g_str_equal (languages[i], chosen))
        selected = i + 1;
    }
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language, selected);
  self->tags = g_strv_builder_end (tags);
}

static void
pedicle_preferences_finalize (GObject *object)
{
  PediclePreferences *self = PEDICLE_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->tags, g_strfreev);
  G_OBJECT_CLASS (pedicle_preferences_parent_class)->finalize (object);
}

static void
pedicle_preferences_class_init (PediclePreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pedicle_preferences_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, PediclePreferences, language);
  gtk_widget_class_bind_template_child (widget_class, PediclePreferences, clear_after);
  gtk_widget_class_bind_template_callback (widget_class, on_language);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_after);
}

static void
pedicle_preferences_init (PediclePreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

PediclePreferences *
pedicle_preferences_new (GtkWindow *parent, PedicleSession *session, GSettings *settings)
{
  PediclePreferences *self = g_object_new (PEDICLE_TYPE_PREFERENCES, "transient-for", parent, NULL);

  self->settings = g_object_ref (settings);
  fill_languages (self, session);
  show_clear_after (self);
  return self;
}
