/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <unistd.h>

#include "console.h"
#include "order.h"
#include "output.h"

/* What can be said of where to before any content is read: a sentence, or %NULL. */
static const char *
judge_path (const char *path, PedicleOutput *output)
{
  if (path == NULL)
    return "Where to? Give -o FILE.pdf, FILE.png, FILE.txt, or - for standard output.";
  if (!pedicle_output_parse (path, output))
    return "The file’s ending says what is made: give -o FILE.pdf, FILE.png or FILE.txt, or - for "
           "standard output.";
  if (path[0] == '-' && path[1] == '\0' && isatty (STDOUT_FILENO))
    return "A PDF is no text for a terminal: send standard output to a file or to a program.";
  return NULL;
}

static gboolean
make (PedicleOrder *order,
      PediclePreparation *preparation,
      PedicleOutput output,
      const char *path,
      GError **error)
{
  g_autoptr (PedicleCatalogue) catalogue = pedicle_order_catalogue (order, order->language, error);
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  g_autoptr (PediclePages) pages = NULL;

  if (catalogue == NULL)
    return FALSE;
  order->request.catalogue = catalogue;
  order->request.problems = problems;
  pedicle_preparation_take (preparation);
  pages = pedicle_pages_new (&order->request, error);
  pedicle_console_tell (problems);
  return pages != NULL && pedicle_output_write (pages, output, path, error);
}

PedicleExit
pedicle_command_export (const PedicleCommand *command, PedicleSettings *settings, char **argv)
{
  g_auto (PedicleOrder) order = { 0 };
  g_autofree char *path = NULL;
  const GOptionEntry own[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
      "Write FILE.pdf, FILE.png, FILE.txt, or a PDF to -", "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (PediclePreparation) preparation = NULL;
  g_autoptr (GError) error = NULL;
  PedicleExit exit = PEDICLE_EXIT_DONE;
  PedicleOutput output;
  const char *fault;

  if (!pedicle_order_parse (&order, command, settings, own, argv, &exit))
    return exit;
  fault = pedicle_order_judge (&order);
  if (fault == NULL)
    fault = judge_path (path, &output);
  if (fault == NULL && order.archive && output != PEDICLE_OUTPUT_PDF)
    fault = "--archive is for a PDF: give -o FILE.pdf, or - for standard output.";
  if (fault != NULL)
    {
      pedicle_console_fail ("%s", fault);
      return PEDICLE_EXIT_USAGE;
    }
  preparation = pedicle_preparation_begin (order.language != NULL ? order.language : "en",
                                           order.request.size, output == PEDICLE_OUTPUT_PDF);
  exit = pedicle_order_fill (&order, settings, FALSE, TRUE);
  if (exit != PEDICLE_EXIT_DONE || make (&order, preparation, output, path, &error))
    return exit;
  pedicle_console_fail ("%s", error->message);
  return PEDICLE_EXIT_FINDINGS;
}
