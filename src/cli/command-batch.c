/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "console.h"
#include "order.h"
#include "output.h"
#include "people.h"
#include "sheets.h"
#include "workers.h"

#define BAR 30 /* letters of a terminal */

typedef struct
{
  PedicleOrder order;
  char *list, *folder, *jobs, *part, *mark;
  gboolean force, resume;
  PediclePeople *people;
  PedicleSheets sheets;
  GArray *rows; /* of guint: those to be made */
  guint n_workers, n_made, n_told;
  gboolean on_terminal;
} Batch;

static void
batch_clear (Batch *batch)
{
  pedicle_order_clear (&batch->order);
  g_clear_pointer (&batch->list, g_free);
  g_clear_pointer (&batch->folder, g_free);
  g_clear_pointer (&batch->jobs, g_free);
  g_clear_pointer (&batch->part, g_free);
  g_clear_pointer (&batch->mark, g_free);
  g_clear_pointer (&batch->rows, g_array_unref);
  g_clear_pointer (&batch->people, pedicle_people_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

/* A:B, the first and the last row; either may be left out. */
static gboolean
parse_rows (Batch *batch)
{
  g_auto (GStrv) ends = g_strsplit (batch->part != NULL ? batch->part : ":", ":", 3);
  guint64 first = 1, last = G_MAXUINT;

  if (g_strv_length (ends) != 2 ||
      (*ends[0] != '\0' &&
       !g_ascii_string_to_unsigned (ends[0], 10, 1, G_MAXUINT, &first, NULL)) ||
      (*ends[1] != '\0' &&
       !g_ascii_string_to_unsigned (ends[1], 10, first, G_MAXUINT, &last, NULL)))
    return FALSE;
  batch->sheets.first = (guint) first;
  batch->sheets.last = (guint) last;
  return TRUE;
}

/* What can be said before anything is read: a sentence, or %NULL. */
static const char *
judge (Batch *batch)
{
  const char *fault = pedicle_order_judge (&batch->order);
  guint64 jobs = 1;

  if (fault != NULL)
    return fault;
  if (batch->list == NULL)
    return "For whom? Give --people FILE.csv, or - for standard input.";
  if (batch->folder == NULL)
    return "Where to? Give -o and a folder.";
  if (strcmp (batch->list, "-") == 0 && g_strcmp0 (batch->order.fields, "-") == 0)
    return "--people and --fields cannot both be standard input; give one of them as a file.";
  if (batch->jobs != NULL && !g_ascii_string_to_unsigned (batch->jobs, 10, 1, PEDICLE_WORKERS_MAX,
                                                          &jobs, NULL))
    return "--jobs wants a number from 1 to " G_STRINGIFY (PEDICLE_WORKERS_MAX) ".";
  if (!parse_rows (batch))
    return "--rows wants two numbers such as 1:500: the first row and the last one.";
  if (batch->resume && batch->force)
    return "--resume keeps the sheets that are there, --force takes them away; give one of them.";
  batch->n_workers = (guint) jobs;
  return NULL;
}

static gboolean
read_list (Batch *batch)
{
  g_autoptr (GError) error = NULL;

  batch->people = pedicle_people_read (batch->list, &error);
  if (batch->people == NULL)
    {
      pedicle_console_fail ("%s", error->message);
      return FALSE;
    }
  return TRUE;
}

static gboolean
understand (Batch *batch)
{
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PedicleCatalogue) catalogue =
      pedicle_order_catalogue (&batch->order, batch->order.language, &error);

  if (catalogue == NULL)
    pedicle_console_fail ("%s", error->message);
  if (!pedicle_people_understand (batch->people, &batch->order, problems))
    {
      pedicle_console_tell (problems);
      pedicle_console_fail ("Nothing was made, since the head of the list is not understood.");
    }
  else if (pedicle_people_get_rows (batch->people)->len == 0)
    pedicle_console_fail ("The list has a head and no people.");
  else
    return catalogue != NULL;
  return FALSE;
}

/* --- Which rows --- */

/* Leaves in the batch the rows that hold anything, are asked for, and are not made yet. */
static void
choose_rows (Batch *batch)
{
  const GArray *all = pedicle_people_get_rows (batch->people);

  batch->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < all->len; i++)
    {
      guint row = g_array_index (all, guint, i);
      g_autofree char *path = pedicle_sheets_path (&batch->sheets, row);

      if (row < batch->sheets.first || row > batch->sheets.last)
        continue;
      if (!batch->resume || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_array_append_val (batch->rows, row);
    }
}

static gboolean
prepare (Batch *batch)
{
  const GArray *all = pedicle_people_get_rows (batch->people);
  guint last = g_array_index (all, guint, all->len - 1);
  g_autoptr (GError) error = NULL;
  PedicleSheetsBefore before = batch->force    ? PEDICLE_SHEETS_REMOVE
                               : batch->resume ? PEDICLE_SHEETS_KEEP
                                               : PEDICLE_SHEETS_REFUSE;

  if (batch->sheets.first > last)
    {
      pedicle_console_fail ("The last row of the list is %u; --rows begins behind it.", last);
      return FALSE;
    }
  batch->mark = pedicle_order_sum (&batch->order, pedicle_people_get_sum (batch->people));
  batch->sheets.folder = batch->folder;
  batch->sheets.mark = batch->mark;
  batch->sheets.digits = pedicle_sheets_digits (last);
  if (pedicle_sheets_prepare (&batch->sheets, before, &error))
    choose_rows (batch);
  else
    pedicle_console_fail ("%s", error->message);
  return error == NULL;
}

/* --- In each process --- */

static GBytes *
make_bytes (const PedicleRequest *request, GError **error)
{
  g_autoptr (PediclePages) pages = pedicle_pages_new (request, error);

  return pages != NULL ? pedicle_pages_to_pdf (pages, error) : NULL;
}

/* The number of a character helps the person who has written it; here it may be all that somebody
 * learns of a name. */
static const char *
sentence_of (const GError *error)
{
  if (g_error_matches (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_GLYPHS))
    return "No font on this machine has one of the characters. Install fonts for its script, for "
           "example the packages fonts-noto-core, fonts-noto-extra and fonts-noto-cjk.";
  return error->message;
}

static void
make_row (Batch *batch, guint number, PedicleProblems *problems, gboolean *stop)
{
  g_autofree char *path = pedicle_sheets_path (&batch->sheets, number);
  g_autoptr (PedicleCatalogue) catalogue =
      pedicle_people_fill (batch->people, &batch->order, number, problems);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (catalogue == NULL)
    return;
  batch->order.request.catalogue = catalogue;
  bytes = make_bytes (&batch->order.request, &error);
  if (bytes != NULL)
    *stop = !pedicle_output_write_private (bytes, path, &error);
  if (error != NULL)
    pedicle_people_blame (batch->people, number, problems, sentence_of (error));
}

static char *
make_sheet (guint index, gboolean *stop, gpointer data)
{
  Batch *batch = data;
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();

  pedicle_pages_use_no_other_fonts ();
  make_row (batch, g_array_index (batch->rows, guint, index), problems, stop);
  return pedicle_problems_get_n_errors (problems) > 0 ? pedicle_problems_format (problems) : NULL;
}

/* --- In the first process --- */

static void
show_progress (const Batch *batch)
{
  static const char full[] = "##############################", empty[] = "..............................";
  int done = (int) ((guint64) batch->n_told * BAR / batch->rows->len);

  G_STATIC_ASSERT (sizeof full == BAR + 1 && sizeof empty == BAR + 1);
  fprintf (stderr, "[%.*s%.*s] %u of %u", done, full, BAR - done, empty, batch->n_told,
           batch->rows->len);
}

static void
report (guint index, const char *fault, gboolean lost, gpointer data)
{
  Batch *batch = data;
  guint number = g_array_index (batch->rows, guint, index);
  g_autofree char *path = pedicle_sheets_path (&batch->sheets, number);
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();

  if (batch->on_terminal)
    fputs ("\r\033[K", stderr);
  /* A sheet that has its name is whole. */
  lost = lost && !g_file_test (path, G_FILE_TEST_EXISTS);
  if (lost)
    pedicle_people_blame (batch->people, number, problems,
                          "The program broke at this sheet. Make it alone, with “export”.");
  pedicle_console_tell (problems);
  if (fault != NULL)
    fputs (fault, stderr);
  batch->n_told++;
  batch->n_made += !lost && fault == NULL;
  if (batch->on_terminal && batch->n_told < batch->rows->len)
    show_progress (batch);
}

static PedicleExit
finish (const Batch *batch, int stopped_by)
{
  g_autoptr (GError) error = NULL;

  pedicle_sheets_clean (&batch->sheets);
  if (!pedicle_output_settle (batch->folder, &error))
    pedicle_console_fail ("%s", error->message);
  if (batch->n_made < batch->rows->len)
    pedicle_console_fail ("%u of %u sheets were made.", batch->n_made, batch->rows->len);
  if (stopped_by != 0)
    raise (stopped_by);
  return error == NULL && batch->n_made == batch->rows->len ? PEDICLE_EXIT_DONE
                                                            : PEDICLE_EXIT_FINDINGS;
}

static PedicleExit
run (Batch *batch)
{
  g_autoptr (GError) error = NULL;
  int stopped_by = 0;

  if (batch->rows->len == 0)
    return PEDICLE_EXIT_DONE;
  batch->on_terminal = isatty (STDERR_FILENO);
  if (!pedicle_workers_run (batch->rows->len, batch->n_workers, make_sheet, report, batch,
                            &stopped_by, &error))
    pedicle_console_fail ("%s", error->message);
  return finish (batch, stopped_by);
}

static gboolean
parse (Batch *batch,
       const PedicleCommand *command,
       PedicleSettings *settings,
       char **argv,
       PedicleExit *exit)
{
  const GOptionEntry own[] = {
    { "people", 0, 0, G_OPTION_ARG_FILENAME, &batch->list,
      "The list, or standard input (-): a head of field ids, a row for each sheet", "FILE.csv" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &batch->folder,
      "Write 0001.pdf, 0002.pdf ... into this folder", "DIR" },
    { "jobs", 0, 0, G_OPTION_ARG_FILENAME, &batch->jobs,
      "How many processes work at once; 1 if not given", "N" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &batch->force,
      "First take away the sheets of an earlier list in DIR", NULL },
    { "resume", 0, 0, G_OPTION_ARG_NONE, &batch->resume,
      "Make only what DIR does not hold yet of the same list", NULL },
    { "rows", 0, 0, G_OPTION_ARG_FILENAME, &batch->part,
      "Only these rows of the list, counted from 1 below the head", "A:B" },
    G_OPTION_ENTRY_NULL,
  };
  const char *fault;

  if (!pedicle_order_parse (&batch->order, command, settings, own, argv, exit))
    return FALSE;
  fault = judge (batch);
  if (fault == NULL)
    return TRUE;
  pedicle_console_fail ("%s", fault);
  *exit = PEDICLE_EXIT_USAGE;
  return FALSE;
}

PedicleExit
pedicle_command_batch (const PedicleCommand *command, PedicleSettings *settings, char **argv)
{
  g_auto (Batch) batch = { 0 };
  PedicleExit exit = PEDICLE_EXIT_DONE;

  if (!parse (&batch, command, settings, argv, &exit))
    return exit;
  if (!read_list (&batch))
    return PEDICLE_EXIT_FINDINGS;
  exit = pedicle_order_fill (&batch.order, settings,
                             pedicle_people_name_procedures (batch.people), FALSE);
  if (exit != PEDICLE_EXIT_DONE)
    return exit;
  return understand (&batch) && prepare (&batch) ? run (&batch) : PEDICLE_EXIT_FINDINGS;
}
