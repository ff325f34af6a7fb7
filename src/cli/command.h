/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "settings.h"

G_BEGIN_DECLS

/** What a command ends with, and with it the program. */
typedef enum
{
  PEDICLE_EXIT_DONE = 0,
  PEDICLE_EXIT_FINDINGS = 1, /* findings, or input that cannot be used */
  PEDICLE_EXIT_USAGE = 2,    /* the command line is wrong */
} PedicleExit;

/** PedicleCommand: one word of the command line. @arguments: (nullable): what stands after the
 * options in the help. */
typedef struct _PedicleCommand PedicleCommand;
struct _PedicleCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *description;
  PedicleExit (*run) (const PedicleCommand *command, PedicleSettings *settings, char **argv);
};

PedicleExit
pedicle_command_batch (const PedicleCommand *command, PedicleSettings *settings, char **argv);
PedicleExit
pedicle_command_check (const PedicleCommand *command, PedicleSettings *settings, char **argv);
PedicleExit
pedicle_command_export (const PedicleCommand *command, PedicleSettings *settings, char **argv);
PedicleExit
pedicle_command_list (const PedicleCommand *command, PedicleSettings *settings, char **argv);
PedicleExit
pedicle_command_report (const PedicleCommand *command, PedicleSettings *settings, char **argv);
PedicleExit pedicle_command_translations (const PedicleCommand *command,
                                          PedicleSettings *settings,
                                          char **argv);

/**
 * pedicle_command_parse:
 * @entries: (nullable): the command's own options
 * @argv: (inout) (transfer full): starts with the command's name; what is left after the options
 * comes back
 * @exit: (out): what to end with when there is nothing more to do
 *
 * Returns: %FALSE when help was asked for and given, or after an error was told.
 */
gboolean pedicle_command_parse (const PedicleCommand *command,
                                PedicleSettings *settings,
                                const GOptionEntry *entries,
                                char ***argv,
                                PedicleExit *exit);

/** pedicle_command_refuse: tells what is wrong with the options of @program, without the value of
 * one that is unknown. Returns: what to end with. */
PedicleExit pedicle_command_refuse (const char *program, GError *error);

/** pedicle_command_load: the library for a command that needs all of it: with errors, tells them
 * and gives %NULL. */
PedicleLibrary *pedicle_command_load (const PedicleSettings *settings);
/** pedicle_command_load_to_print: the same for a command that makes one sheet. */
PedicleLibrary *pedicle_command_load_to_print (const PedicleSettings *settings);

/** pedicle_command_procedures: (transfer container) (element-type PedicleProcedure): in the order
 * of their decision.
 * @handout: (nullable): only those it is for */
GPtrArray *
pedicle_command_procedures (const PedicleLibrary *library, const PedicleHandout *handout);

G_END_DECLS
