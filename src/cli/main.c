/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "command.h"
#include "config.h"
#include "console.h"

static const PedicleCommand commands[] = {
  { "list", NULL, "Show what there is: procedures, topics, handouts, languages and fields.", NULL,
    pedicle_command_list },
  { "check", "PATH…", "Check content folders, content files and local layers.",
    "Each problem is one line: file:line:column: error: what to do.", pedicle_command_check },
  { "export", NULL, "Make a handout as .pdf, .png (a file for each page) or .txt.",
    "Fields about the patient come from a file or from standard input (--fields), as lines "
    "NAME=VALUE:\n"
    "a command line can be read by others in lists of processes and stays in the shell’s history.",
    pedicle_command_export },
  { "batch", NULL, "Make a handout for each person of a list (.csv).",
    "The list’s first line names fields, with commas between them; “procedure” and “lang” may be\n"
    "columns too, and count before --procedure and --lang. Each further row is a sheet, and its file\n"
    "is named by the row’s number alone. A row that cannot be made is told by row and column, and\n"
    "the others are made.",
    pedicle_command_batch },
  { "report", NULL, "Report on the quality of the content, as text or as a .pdf.",
    "Items that need a person and work that was not done are told, and change nothing about the exit\n"
    "status: 1 means that something which software can check is not met.",
    pedicle_command_report },
  { "translations", "[FILE.po…]",
    "Show how far each language is translated, and what is wrong with it.",
    "Each finding is one line: file:line: error: [check] what to do.",
    pedicle_command_translations },
};

static char *
describe_commands (void)
{
  GString *text = g_string_new ("Commands:\n");

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-14s %s\n", commands[i].name, commands[i].summary);
  g_string_append (
      text, "\n“pedicle-cli COMMAND --help” tells more about one.\n"
            "Exit status: 0 done, 1 findings or input that cannot be used, 2 wrong usage.\n");
  return g_string_free (text, FALSE);
}

static PedicleExit
run_command (PedicleSettings *settings, char **argv)
{
  if (argv[0] == NULL)
    {
      pedicle_console_fail ("A command is missing. “pedicle-cli --help” lists them.");
      return PEDICLE_EXIT_USAGE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[0], commands[i].name) == 0)
      return commands[i].run (&commands[i], settings, argv);
  pedicle_console_fail ("There is no command of that name. “pedicle-cli --help” lists them.");
  return PEDICLE_EXIT_USAGE;
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_auto (PedicleSettings) settings = { 0 };
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &settings.version, "Show the version", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("COMMAND");
  g_autofree char *description = describe_commands ();
  g_autoptr (GError) error = NULL;

  g_set_prgname ("pedicle-cli");
  g_option_context_set_summary (context, "Checks content and makes handouts, without a display.");
  g_option_context_set_description (context, description);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_group (context, pedicle_settings_group (&settings));
  if (!g_option_context_parse_strv (context, &arguments, &error))
    return pedicle_command_refuse (g_get_prgname (), error);
  if (settings.version)
    return pedicle_console_put ("pedicle-cli " PEDICLE_VERSION "\n") ? PEDICLE_EXIT_DONE
                                                                     : PEDICLE_EXIT_FINDINGS;
  if (settings.help)
    {
      g_autofree char *help = g_option_context_get_help (context, FALSE, NULL);
      return pedicle_console_put (help) ? PEDICLE_EXIT_DONE : PEDICLE_EXIT_FINDINGS;
    }
  return run_command (&settings, arguments + 1);
}
