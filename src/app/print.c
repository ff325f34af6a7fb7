/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "print.h"

#include <glib/gi18n.h>
#include <math.h>

#include "privacy.h"
#include "recent.h"

#define SEND_SECONDS 30 /* so long a program whose window is closed waits for the print system */

/* What was to be printed when Print was pressed: finished pages, with the values of that visit. "Next patient" closes
 * the dialog, but not one that another process shows: that one prints what a person pressed Print for. The pages go as soon
 * as they are drawn or the dialog is cancelled. The rest lives as long as the operation, which the toolkit keeps until the
 * print system has the document: only then may the temporary files go, and the program end. */
typedef struct
{
  PediclePages *pages[PEDICLE_PAPER_N]; /* (nullable): one layout for each paper */
  PediclePages *chosen;                 /* (nullable): borrowed: that of the paper of the dialog */
  PediclePrintFunc done;
  GObject *owner;    /* (nullable) */
  GtkWindow *parent; /* (nullable): the toolkit itself keeps no reference while another process shows the dialog */
  gboolean previewed;
  GApplication *held; /* (nullable): does not end while the document is sent */
  guint patience;     /* source: that it has waited long enough */
} Job;

static void
drop_pages (Job *job)
{
  job->chosen = NULL;
  for (guint i = 0; i < PEDICLE_PAPER_N; i++)
    g_clear_pointer (&job->pages[i], pedicle_pages_unref);
}

static void
let_go (Job *job)
{
  g_clear_handle_id (&job->patience, g_source_remove);
  if (job->held != NULL)
    g_application_release (job->held);
  g_clear_object (&job->held);
}

static gboolean
on_patience (gpointer job)
{
  ((Job *) job)->patience = 0;
  let_go (job);
  return G_SOURCE_REMOVE;
}

static void
hold (Job *job)
{
  GApplication *application = g_application_get_default ();

  if (application == NULL || job->held != NULL)
    return;
  g_application_hold (application);
  job->held = g_object_ref (application);
  job->patience = g_timeout_add_seconds (SEND_SECONDS, on_patience, job);
}

static void
job_free (Job *job)
{
  drop_pages (job);
  let_go (job);
  pedicle_privacy_sweep ();
  g_clear_object (&job->owner);
  g_clear_object (&job->parent);
  g_free (job);
}

static const char *
paper_name (PediclePaper paper)
{
  return paper == PEDICLE_PAPER_LETTER ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4;
}

static GtkPageSetup *
new_setup (PediclePaper paper, gboolean landscape)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper_name (paper));

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);
  return setup;
}

static gboolean
is_wide (PediclePages *pages)
{
  double width, height;

  pedicle_pages_get_size (pages, &width, &height);
  return width > height;
}

/* The paper of ours that the chosen one is; another paper gets the layout of the one with its shape, scaled. */
static PediclePaper
choose_paper (GtkPrintContext *context)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  GtkPaperSize *size = gtk_page_setup_get_paper_size (setup);
  double ratio = gtk_paper_size_get_height (size, GTK_UNIT_POINTS) / gtk_paper_size_get_width (size, GTK_UNIT_POINTS);

  if (g_str_equal (gtk_paper_size_get_name (size), GTK_PAPER_NAME_LETTER))
    return PEDICLE_PAPER_LETTER;
  if (g_str_equal (gtk_paper_size_get_name (size), GTK_PAPER_NAME_A4))
    return PEDICLE_PAPER_A4;
  return fabs (ratio - 11.0 / 8.5) < fabs (ratio - 297.0 / 210.0) ? PEDICLE_PAPER_LETTER : PEDICLE_PAPER_A4;
}

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  job->chosen = job->pages[choose_paper (context)];
  gtk_print_operation_set_n_pages (operation, (int) pedicle_pages_get_n (job->chosen));
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int index, Job *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  pedicle_pages_get_size (job->chosen, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  /* On its own paper a page is never scaled: rounding of the paper's size must not shrink it. */
  if (fabs (scale - 1) > 0.005)
    {
      cairo_translate (cr, (gtk_print_context_get_width (context) - width * scale) / 2,
                       (gtk_print_context_get_height (context) - height * scale) / 2);
      cairo_scale (cr, scale, scale);
    }
  pedicle_pages_paint (job->chosen, (guint) index, cr);
}

/* "Print to file" is a kind of saving, and no more to be remembered. */
static void
forget_file (GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  const char *uri = settings != NULL ? gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI) : NULL;

  if (uri != NULL)
    pedicle_recent_forget (uri);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  else if (job->previewed)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _("Nothing was printed. The window shows the pages as they print."));
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    hold (job);
  drop_pages (job);
  forget_file (operation);
  if (job->done != NULL)
    job->done (result == GTK_PRINT_OPERATION_RESULT_APPLY && error == NULL, error, job->owner);
}

/* The document is drawn, and nobody takes it. */
static void
on_status (GtkPrintOperation *operation, Job *job)
{
  if (gtk_print_operation_get_status (operation) != GTK_PRINT_STATUS_FINISHED_ABORTED || job->done == NULL)
    return;
  g_autoptr (GError) error
      = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED,
                             _("The printer did not take the handout. Look after the printer, then print again."));
  job->done (FALSE, error, job->owner);
}

static gboolean
end_preview (gpointer operation)
{
  gtk_print_operation_preview_end_preview (GTK_PRINT_OPERATION_PREVIEW (operation));
  return G_SOURCE_REMOVE;
}

/* The dialog's own preview would hand the whole document to another program, as a file. The window shows the same pages.
 * The context must be able to draw all the same, or GTK ends the program. */
static gboolean
on_preview (GtkPrintOperation *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext *context,
            GtkWindow *parent,
            Job *job)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  job->previewed = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, end_preview, g_object_ref (operation), g_object_unref);
  return TRUE;
}

/* Both sides, turned over like the pages of a book, where the printer can: a sheet to go home with fits one piece of paper. */
static GtkPrintSettings *
new_settings (gboolean wide)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, "handout");
  gtk_print_settings_set_duplex (settings, wide ? GTK_PRINT_DUPLEX_VERTICAL : GTK_PRINT_DUPLEX_HORIZONTAL);
  gtk_print_settings_set_scale (settings, 100);
  return settings;
}

static GtkPrintOperation *
new_operation (Job *job, PediclePaper paper)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  gboolean wide = is_wide (job->pages[paper]);
  g_autoptr (GtkPageSetup) setup = new_setup (paper, wide);
  g_autoptr (GtkPrintSettings) settings = new_settings (wide);

  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, _("Handout"));
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), job);
  g_signal_connect (operation, "preview", G_CALLBACK (on_preview), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), job);
  g_signal_connect (operation, "status-changed", G_CALLBACK (on_status), job);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), job);
  g_object_set_data_full (G_OBJECT (operation), "job", job, (GDestroyNotify) job_free);
  return operation;
}

void
pedicle_print_run (
    GtkWindow *parent, PediclePaper paper, PediclePages *const *pages, PediclePrintFunc done, GObject *owner)
{
  Job *job = g_new0 (Job, 1);

  for (guint i = 0; i < PEDICLE_PAPER_N; i++)
    job->pages[i] = pedicle_pages_ref (pages[i]);
  job->done = done;
  job->owner = g_object_ref (owner);
  job->parent = parent != NULL ? g_object_ref (parent) : NULL;
  g_autoptr (GtkPrintOperation) operation = new_operation (job, paper);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

gboolean
pedicle_print_export (PediclePages *const *pages, PediclePaper paper, const char *path, GError **error)
{
  Job *job = g_new0 (Job, 1);

  for (guint i = 0; i < PEDICLE_PAPER_N; i++)
    job->pages[i] = pedicle_pages_ref (pages[i]);
  g_autoptr (GtkPrintOperation) operation = new_operation (job, paper);
  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error)
         == GTK_PRINT_OPERATION_RESULT_APPLY;
}
