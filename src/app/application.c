/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "clipboard.h"
#include "config.h"
#include "privacy.h"
#include "session.h"
#include "window.h"

#define APPLICATION_ID "org.pedicle.Pedicle"

struct _PedicleApplication
{
  AdwApplication parent_instance;

  PedicleSession *session;
  char *content; /* (nullable): --content */
};

G_DEFINE_FINAL_TYPE (PedicleApplication, pedicle_application, ADW_TYPE_APPLICATION)

GSettings *
pedicle_application_get_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

void
pedicle_application_choose_language (void)
{
  g_autoptr (GSettings) settings = pedicle_application_get_settings ();
  g_autofree char *language = settings != NULL ? g_settings_get_string (settings, "language") : NULL;

  if (language != NULL && *language != '\0')
    g_setenv ("LANGUAGE", language, TRUE);
}

static PedicleWindow *
get_window (PedicleApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (PEDICLE_IS_WINDOW (window))
    return PEDICLE_WINDOW (window);
  if (self->session == NULL)
    self->session = pedicle_session_new (self->content);
  return pedicle_window_new (ADW_APPLICATION (self), self->session);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (user_data);
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pedicle_window_show_about (get_window (user_data));
}

static const GActionEntry entries[] = {
  { .name = "quit", .activate = on_quit },
  { .name = "about", .activate = on_about },
};

static const struct
{
  const char *action;
  const char *keys[4];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.next-patient", { "<Control>n" } },
  { "win.large-view", { "F11" } },
  { "win.patient-window", { "<Shift>F11" } },
  { "win.place('consultation')", { "<Control>1", "<Alt>1" } },
  { "win.place('handouts')", { "<Control>2", "<Alt>2" } },
  { "win.place('translations')", { "<Control>3", "<Alt>3" } },
  { "win.print", { "<Control>p" } },
  { "win.save", { "<Control>s" } },
  { "win.copy-record", { "<Shift><Control>c" } },
  { "win.open", { "<Control>o" } },
  { "win.ask", { "<Control>e" } },
  { "win.discussed", { "<Control>d" } },
  { "win.draw", { "<Shift><Control>d" } },
};

/* Ended from outside: what lies in the folder for temporary files is swept all the same. */
static gboolean
on_signal (gpointer application)
{
  g_application_quit (application);
  return G_SOURCE_CONTINUE;
}

static void
pedicle_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (pedicle_application_parent_class)->startup (application);
  g_unix_signal_add (SIGTERM, on_signal, application);
  g_unix_signal_add (SIGINT, on_signal, application);
  g_unix_signal_add (SIGHUP, on_signal, application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           accelerators[i].keys);
}

/* Before the toolkit hands what was copied to a clipboard manager, which would keep it. */
static void
pedicle_application_shutdown (GApplication *application)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (display != NULL)
    pedicle_clipboard_forget (display);
  G_APPLICATION_CLASS (pedicle_application_parent_class)->shutdown (application);
}

static void
pedicle_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (PEDICLE_APPLICATION (application))));
}

static void
pedicle_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  PedicleWindow *window = get_window (PEDICLE_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  pedicle_window_open (window, files[0]);
}

static int
pedicle_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  PedicleApplication *self = PEDICLE_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("pedicle %s\n", PEDICLE_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "content", "^ay", &self->content))
    {
      /* Another content is another program: never handed to a window that shows this one. */
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }
  return -1;
}

static void
pedicle_application_finalize (GObject *object)
{
  PedicleApplication *self = PEDICLE_APPLICATION (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->content, g_free);
  G_OBJECT_CLASS (pedicle_application_parent_class)->finalize (object);
}

static void
pedicle_application_class_init (PedicleApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pedicle_application_finalize;
  application_class->startup = pedicle_application_startup;
  application_class->shutdown = pedicle_application_shutdown;
  application_class->activate = pedicle_application_activate;
  application_class->open = pedicle_application_open;
  application_class->handle_local_options = pedicle_application_handle_local_options;
}

static void
pedicle_application_init (PedicleApplication *self)
{
  const GOptionEntry options[] = {
    { "content", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Read the content in this folder"), N_ ("FOLDER") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE.po]"));
}

PedicleApplication *
pedicle_application_new (void)
{
  return g_object_new (PEDICLE_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/pedicle/Pedicle", NULL);
}
