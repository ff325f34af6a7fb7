/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "console.h"
#include "order.h"
#include "output.h"
#include "people.h"
#include "workers.h"

/* Digits of a file's name at least, so that short lists sort alike. */
#define DIGITS 4
#define ENDING ".pdf"

typedef struct
{
  PedicleOrder order;
  char *list, *folder, *jobs;
  gboolean force;
  PediclePeople *people;
  const GArray *rows;
  guint n_workers, n_made, n_told;
  int digits;
  gboolean on_terminal;
} Batch;

static void
batch_clear (Batch *batch)
{
  pedicle_order_clear (&batch->order);
  g_clear_pointer (&batch->list, g_free);
  g_clear_pointer (&batch->folder, g_free);
  g_clear_pointer (&batch->jobs, g_free);
  g_clear_pointer (&batch->people, pedicle_people_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

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
  batch->rows = pedicle_people_get_rows (batch->people);
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
  else if (batch->rows->len == 0)
    pedicle_console_fail ("The list has a head and no people.");
  else
    return catalogue != NULL;
  return FALSE;
}

/* --- The folder --- */

/* 0001.pdf, and what a process that was killed leaves of it: 0001.pdf.XXXXXX. */
static gboolean
is_sheet (const char *name, gboolean half)
{
  size_t digits = strspn (name, "0123456789");
  const char *rest = name + digits;

  if (digits < DIGITS || !g_str_has_prefix (rest, ENDING))
    return FALSE;
  rest += strlen (ENDING);
  return half ? *rest == '.' && strlen (rest) == strlen (".XXXXXX") : *rest == '\0';
}

/* Takes away the sheets in the folder, or only those that are not whole. Returns: %FALSE when one
 * stays. */
static gboolean
remove_sheets (const char *folder, gboolean whole)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean good = dir != NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_sheet (name, TRUE) || (whole && is_sheet (name, FALSE)))
        good = g_unlink (path) == 0 && good;
    }
  return good;
}

static gboolean
holds_sheets (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_sheet (name, TRUE) || is_sheet (name, FALSE))
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full) */
static char *
sheet_path (const Batch *batch, guint number)
{
  return g_strdup_printf ("%s/%0*u" ENDING, batch->folder, batch->digits, number);
}

/* Sheets of two lists never lie in one folder: one would be taken for the other's. */
static gboolean
prepare_folder (const Batch *batch)
{
  if (g_mkdir (batch->folder, 0700) != 0 && errno != EEXIST)
    pedicle_console_fail ("The folder “%s” cannot be made: %s.", batch->folder, g_strerror (errno));
  else if (g_access (batch->folder, R_OK | W_OK | X_OK) != 0 ||
           !g_file_test (batch->folder, G_FILE_TEST_IS_DIR))
    pedicle_console_fail ("“%s” is no folder that can be read and written.", batch->folder);
  else if (holds_sheets (batch->folder) && !batch->force)
    pedicle_console_fail ("The folder “%s” holds sheets of an earlier list. Give another folder, "
                          "or --force to take those sheets away first.",
                          batch->folder);
  else if (!remove_sheets (batch->folder, TRUE))
    pedicle_console_fail ("The sheets of an earlier list in “%s” cannot be taken away.",
                          batch->folder);
  else
    return TRUE;
  return FALSE;
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
  g_autofree char *path = sheet_path (batch, number);
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
report (guint index, const char *fault, gboolean lost, gpointer data)
{
  Batch *batch = data;
  guint number = g_array_index (batch->rows, guint, index);
  g_autofree char *path = sheet_path (batch, number);
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
    fprintf (stderr, "%u of %u", batch->n_told, batch->rows->len);
}

static PedicleExit
finish (const Batch *batch, int stopped_by)
{
  g_autoptr (GError) error = NULL;

  remove_sheets (batch->folder, FALSE);
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
  g_autofree char *last = NULL;
  g_autoptr (GError) error = NULL;
  int stopped_by = 0;

  last = g_strdup_printf ("%u", g_array_index (batch->rows, guint, batch->rows->len - 1));
  batch->digits = MAX (DIGITS, (int) strlen (last));
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
  exit = pedicle_order_fill (&batch.order, settings, pedicle_people_name_procedures (batch.people));
  if (exit != PEDICLE_EXIT_DONE)
    return exit;
  return understand (&batch) && prepare_folder (&batch) ? run (&batch) : PEDICLE_EXIT_FINDINGS;
}
