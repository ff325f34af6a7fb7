/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <unistd.h>

#include "console.h"
#include "fields.h"
#include "output.h"

/** What was asked for, as words. */
typedef struct
{
  char *handout, *procedure, *language, *size, *paper, *fields, *path;
  char **words;
  gboolean final;
} Order;

/** The words understood; borrowed from the order and the library. */
typedef struct
{
  PedicleRequest request;
  PedicleOutput output;
  GDate today;
} Job;

static void
order_clear (Order *order)
{
  char **owned[] = { &order->handout, &order->procedure, &order->language, &order->size,
                     &order->paper,   &order->fields,    &order->path };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_clear_pointer (owned[i], g_free);
  g_clear_pointer (&order->words, g_strfreev);
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
  /* All as file names, which stay as they are: GLib would turn strings from the locale to UTF-8, and
   * without a locale it refuses every letter that is not English. */
  const GOptionEntry entries[] = {
    { "handout", 0, 0, G_OPTION_ARG_FILENAME, &order->handout, "Which handout", "ID" },
    { "procedure", 0, 0, G_OPTION_ARG_FILENAME, &order->procedure, "For which procedure", "ID" },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &order->language,
      "Language of the paper; English if not given", "TAG" },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &order->size,
      "normal, large, very-large, or 14 to 36 points", "SIZE" },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &order->paper, "a4 or letter", "PAPER" },
    { "field", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &order->words,
      "A value of the clinic, never of the patient", "NAME=VALUE" },
    { "fields", 0, 0, G_OPTION_ARG_FILENAME, &order->fields,
      "Values from a file, or from standard input (-)", "FILE" },
    { "final", 0, 0, G_OPTION_ARG_NONE, &order->final,
      "Refuse when a field that must be filled in is empty", NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &order->path,
      "Write FILE.pdf, FILE.png, FILE.txt, or a PDF to -", "FILE" },
    G_OPTION_ENTRY_NULL,
  };

  if (!pedicle_command_parse (command, settings, entries, &arguments, exit))
    return FALSE;
  if (arguments[1] == NULL)
    return TRUE;
  pedicle_console_fail ("“export” takes options only; a word stands where none is expected.");
  *exit = PEDICLE_EXIT_USAGE;
  return FALSE;
}

/* What can be said before any content is read: a sentence, or %NULL. */
static const char *
judge_order (const Order *order, Job *job)
{
  if (order->handout == NULL)
    return "Which handout? Give --handout; “pedicle-cli list” shows the handouts.";
  if (order->path == NULL)
    return "Where to? Give -o FILE.pdf, FILE.png, FILE.txt, or - for standard output.";
  if (!pedicle_output_parse (order->path, &job->output))
    return "The file’s ending says what is made: give -o FILE.pdf, FILE.png or FILE.txt, or - for "
           "standard output.";
  if (order->path[0] == '-' && order->path[1] == '\0' && isatty (STDOUT_FILENO))
    return "A PDF is no text for a terminal: send standard output to a file or to a program.";
  if (!pedicle_size_parse (order->size != NULL ? order->size : "normal", &job->request.size))
    return "--size wants normal, large, very-large, or a number of points from 14 to 36.";
  if (!pedicle_paper_parse (order->paper != NULL ? order->paper : "a4", &job->request.paper))
    return "--paper wants a4 or letter.";
  return NULL;
}

static char *
join_ids (const PedicleLibrary *library, const PedicleHandout *handout)
{
  g_autoptr (GPtrArray) procedures = pedicle_command_procedures (library, handout);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < procedures->len; i++)
    g_ptr_array_add (ids, ((const PedicleProcedure *) g_ptr_array_index (procedures, i))->id);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (", ", (char **) ids->pdata);
}

static PedicleExit
find_subject (const Order *order, Job *job)
{
  const PedicleLibrary *library = job->request.library;
  const PedicleHandout *handout = pedicle_library_find_handout (library, order->handout);
  g_autofree char *ids = handout != NULL ? join_ids (library, handout) : NULL;

  job->request.handout = handout;
  job->request.option = order->procedure;
  if (handout == NULL)
    {
      pedicle_console_fail ("There is no handout “%s”. “pedicle-cli list” shows the handouts.",
                            order->handout);
      return PEDICLE_EXIT_FINDINGS;
    }
  if (handout->for_decision && order->procedure != NULL)
    {
      pedicle_console_fail ("The handout “%s” shows all procedures; leave --procedure out.",
                            handout->id);
      return PEDICLE_EXIT_USAGE;
    }
  if (!handout->for_decision && order->procedure == NULL)
    {
      pedicle_console_fail ("The handout “%s” is for one procedure: give --procedure, one of: %s.",
                            handout->id, ids);
      return PEDICLE_EXIT_USAGE;
    }
  if (handout->for_decision ||
      (pedicle_library_find_procedure (library, order->procedure) != NULL &&
       pedicle_handout_is_for (handout, order->procedure)))
    return PEDICLE_EXIT_DONE;
  pedicle_console_fail ("The handout “%s” is not for a procedure “%s”; it is for: %s.", handout->id,
                        order->procedure, ids);
  return PEDICLE_EXIT_FINDINGS;
}

static PedicleExit
read_fields (const Order *order, const Job *job, PedicleVisit *visit)
{
  const PedicleLibrary *library = job->request.library;
  const PedicleHandout *handout = job->request.handout;
  g_autoptr (GError) error = NULL;

  if (pedicle_fields_add_words (library, handout, (const char *const *) order->words, visit,
                                &error) &&
      (order->fields == NULL ||
       pedicle_fields_add_file (library, handout, order->fields, visit, &error)))
    return PEDICLE_EXIT_DONE;
  pedicle_console_fail ("%s", error->message);
  return g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED) ? PEDICLE_EXIT_USAGE
                                                                        : PEDICLE_EXIT_FINDINGS;
}

static gboolean
make (const Order *order, Job *job, GError **error)
{
  g_autoptr (PedicleTranslations) translations =
      pedicle_settings_translations (job->request.library);
  const char *language = order->language != NULL ? order->language : "en";
  g_autoptr (PedicleCatalogue) catalogue = pedicle_translations_get (translations, language, error);
  g_autoptr (PediclePages) pages = NULL;

  if (catalogue == NULL)
    return FALSE;
  job->request.catalogue = catalogue;
  pedicle_pages_use_no_other_fonts ();
  pages = pedicle_pages_new (&job->request, error);
  return pages != NULL && pedicle_output_write (pages, job->output, order->path, error);
}

PedicleExit
pedicle_command_export (const PedicleCommand *command, PedicleSettings *settings, char **argv)
{
  g_auto (Order) order = { 0 };
  g_autoptr (PedicleVisit) visit = pedicle_visit_new ();
  g_autoptr (PedicleLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  Job job = { 0 };
  PedicleExit exit = PEDICLE_EXIT_DONE;
  const char *fault;

  if (!read_order (command, settings, argv, &order, &exit))
    return exit;
  fault = judge_order (&order, &job);
  if (fault != NULL || !pedicle_settings_today (settings, &job.today, &error))
    {
      pedicle_console_fail ("%s", fault != NULL ? fault : error->message);
      return PEDICLE_EXIT_USAGE;
    }
  library = pedicle_command_load (settings);
  if (library == NULL)
    return PEDICLE_EXIT_FINDINGS;
  job.request.library = library;
  job.request.visit = visit;
  job.request.today = &job.today;
  job.request.final = order.final;
  exit = find_subject (&order, &job);
  if (exit == PEDICLE_EXIT_DONE)
    exit = read_fields (&order, &job, visit);
  if (exit != PEDICLE_EXIT_DONE || make (&order, &job, &error))
    return exit;
  pedicle_console_fail ("%s", error->message);
  return PEDICLE_EXIT_FINDINGS;
}
