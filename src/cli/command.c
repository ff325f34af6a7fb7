/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <string.h>

#include "console.h"

/* Cuts "Unknown option --name=value" behind the name: the value may be a patient's. */
static void
hide_value (char *message)
{
  char *name = strstr (message, " -");

  if (name == NULL)
    return;
  name++;
  if (name[1] == '-')
    name += 2 + strspn (name + 2, G_CSET_a_2_z G_CSET_A_2_Z "0123456789-");
  else if (name[1] != '\0')
    name = g_utf8_next_char (name + 1);
  *name = '\0';
}

PedicleExit
pedicle_command_refuse (const char *program, GError *error)
{
  if (g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    hide_value (error->message);
  pedicle_console_fail ("%s. “%s --help” lists the options.", error->message, program);
  return PEDICLE_EXIT_USAGE;
}

/* GLib leaves the "--" that ends the options where a word with a hyphen follows. */
static void
drop_end_of_options (char **argv)
{
  if (argv[1] == NULL || strcmp (argv[1], "--") != 0)
    return;
  g_free (argv[1]);
  for (char **word = argv + 1; *word != NULL; word++)
    word[0] = word[1];
}

/* GLib frees what an option of the same parser replaces; options before the command had another. */
static void
free_replaced (const PedicleSettings *before, const PedicleSettings *now)
{
  if (before->content != now->content)
    g_free (before->content);
  if (before->overlay != now->overlay)
    g_free (before->overlay);
  if (before->date != now->date)
    g_free (before->date);
}

gboolean
pedicle_command_parse (const PedicleCommand *command,
                       PedicleSettings *settings,
                       const GOptionEntry *entries,
                       char ***argv,
                       PedicleExit *exit)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autofree char *program = g_strconcat ("pedicle-cli ", command->name, NULL);
  g_autofree char *help = NULL;
  g_autoptr (GError) error = NULL;
  const PedicleSettings before = *settings;

  g_set_prgname (program);
  g_option_context_set_summary (context, command->summary);
  g_option_context_set_description (context, command->description);
  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_group (context, pedicle_settings_group (settings));
  if (!g_option_context_parse_strv (context, argv, &error))
    {
      *exit = pedicle_command_refuse (program, error);
      return FALSE;
    }
  free_replaced (&before, settings);
  drop_end_of_options (*argv);
  if (!settings->help)
    return TRUE;
  help = g_option_context_get_help (context, FALSE, NULL);
  *exit = pedicle_console_put (help) ? PEDICLE_EXIT_DONE : PEDICLE_EXIT_FINDINGS;
  return FALSE;
}

static PedicleLibrary *
load (const PedicleSettings *settings, gboolean to_print)
{
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PedicleLibrary) library = pedicle_settings_load (settings, to_print, problems, &error);

  if (library == NULL)
    {
      pedicle_console_fail ("%s", error->message);
      return NULL;
    }
  pedicle_console_tell (problems);
  if (pedicle_problems_get_n_errors (problems) > 0)
    {
      pedicle_console_fail ("The content has errors. Nothing was made; mend them first.");
      return NULL;
    }
  return g_steal_pointer (&library);
}

PedicleLibrary *
pedicle_command_load (const PedicleSettings *settings)
{
  return load (settings, FALSE);
}

PedicleLibrary *
pedicle_command_load_to_print (const PedicleSettings *settings)
{
  return load (settings, TRUE);
}

static void
add_options (GPtrArray *list,
             const PedicleLibrary *library,
             const PedicleDecision *decision,
             const PedicleHandout *handout)
{
  for (char **id = decision->options; *id != NULL; id++)
    {
      const PedicleProcedure *procedure = pedicle_library_find_procedure (library, *id);

      if (procedure != NULL && (handout == NULL || pedicle_handout_is_for (handout, *id)))
        g_ptr_array_add (list, (PedicleProcedure *) procedure);
    }
}

GPtrArray *
pedicle_command_procedures (const PedicleLibrary *library, const PedicleHandout *handout)
{
  GPtrArray *decisions = pedicle_library_get_decisions (library);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < decisions->len; i++)
    {
      const PedicleDecision *decision = g_ptr_array_index (decisions, i);

      if (handout == NULL || g_strcmp0 (handout->decision, decision->id) == 0)
        add_options (list, library, decision, handout);
    }
  return list;
}
