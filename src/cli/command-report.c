/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <string.h>

#include "console.h"
#include "output.h"
#include "report.h"

/** What was asked for, as words. */
typedef struct
{
  char *decision, *language, *paper, *path;
} Order;

static void
order_clear (Order *order)
{
  g_clear_pointer (&order->decision, g_free);
  g_clear_pointer (&order->language, g_free);
  g_clear_pointer (&order->paper, g_free);
  g_clear_pointer (&order->path, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

static gboolean
read_order (const PedicleCommand *command,
            PedicleSettings *settings,
            char **argv,
            Order *order,
            PedicleExit *exit)
{
  g_auto (GStrv) arguments = g_strdupv (argv);
  const GOptionEntry entries[] = {
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &order->language,
      "Set this translation beside the English", "TAG" },
    { "decision", 0, 0, G_OPTION_ARG_FILENAME, &order->decision,
      "Which decision, when there are several", "ID" },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &order->paper, "a4 or letter", "PAPER" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &order->path,
      "Write FILE.pdf or FILE.txt; text to standard output (-) if not given", "FILE" },
    G_OPTION_ENTRY_NULL,
  };

  if (!pedicle_command_parse (command, settings, entries, &arguments, exit))
    return FALSE;
  if (arguments[1] == NULL)
    return TRUE;
  pedicle_console_fail ("“report” takes options only; a word stands where none is expected.");
  *exit = PEDICLE_EXIT_USAGE;
  return FALSE;
}

/* "-" is text here: a report is read at the terminal. Returns: a sentence, or %NULL. */
static const char *
judge_order (const Order *order, PediclePaper *paper, PedicleOutput *output)
{
  *output = PEDICLE_OUTPUT_TEXT;
  if (order->path != NULL && strcmp (order->path, "-") != 0 &&
      (!pedicle_output_parse (order->path, output) || *output == PEDICLE_OUTPUT_PNG))
    return "The file’s ending says what is made: give -o FILE.pdf or FILE.txt, or - for text on "
           "standard output.";
  if (!pedicle_paper_parse (order->paper != NULL ? order->paper : "a4", paper))
    return "--paper wants a4 or letter.";
  return NULL;
}

static const PedicleDecision *
find_decision (const Order *order, const PedicleLibrary *library)
{
  const GPtrArray *decisions = pedicle_library_get_decisions (library);
  const PedicleDecision *decision = NULL;

  if (order->decision != NULL)
    decision = pedicle_library_find_decision (library, order->decision);
  else if (decisions->len == 1)
    decision = decisions->pdata[0];
  if (decision == NULL && order->decision != NULL)
    pedicle_console_fail ("There is no decision “%s” in the content.", order->decision);
  else if (decision == NULL)
    pedicle_console_fail (decisions->len == 0
                              ? "The content has no decision to report on."
                              : "There are several decisions: say with --decision which one.");
  return decision;
}

static PedicleExit
report (const Order *order, PedicleReportRequest *request, PedicleOutput output, GError **error)
{
  const char *language = order->language != NULL ? order->language : "en";
  g_autoptr (PedicleTranslations) translations = pedicle_settings_translations (request->library);
  g_autoptr (PedicleCatalogue) catalogue = pedicle_translations_get (translations, language, error);
  g_autoptr (PedicleQuality) quality = NULL;
  g_autoptr (PediclePages) pages = NULL;

  request->catalogue = catalogue;
  pedicle_pages_use_no_other_fonts ();
  if (catalogue != NULL)
    quality = pedicle_report_judge (request, error);
  if (quality != NULL)
    pages = pedicle_report_pages (request, quality, error);
  if (pages == NULL ||
      !pedicle_output_write (pages, output, order->path != NULL ? order->path : "-", error))
    return PEDICLE_EXIT_FINDINGS;
  return quality->n[PEDICLE_QUALITY_NOT_MET] > 0 ? PEDICLE_EXIT_FINDINGS : PEDICLE_EXIT_DONE;
}

PedicleExit
pedicle_command_report (const PedicleCommand *command, PedicleSettings *settings, char **argv)
{
  g_auto (Order) order = { 0 };
  g_autoptr (PedicleLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  GDate today;
  PedicleReportRequest request = { .today = &today };
  PedicleOutput output;
  PedicleExit exit = PEDICLE_EXIT_DONE;
  const char *fault;

  if (!read_order (command, settings, argv, &order, &exit))
    return exit;
  fault = judge_order (&order, &request.paper, &output);
  if (fault != NULL || !pedicle_settings_today (settings, &today, &error))
    {
      pedicle_console_fail ("%s", fault != NULL ? fault : error->message);
      return PEDICLE_EXIT_USAGE;
    }
  library = pedicle_command_load (settings);
  if (library == NULL)
    return PEDICLE_EXIT_FINDINGS;
  request.library = library;
  request.decision = find_decision (&order, library);
  if (request.decision == NULL)
    return order.decision != NULL ? PEDICLE_EXIT_FINDINGS : PEDICLE_EXIT_USAGE;
  exit = report (&order, &request, output, &error);
  if (error != NULL)
    pedicle_console_fail ("%s", error->message);
  return exit;
}
