/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <unistd.h>

#include "handouts-view.h"
#include "session.h"
#include "stage.h"

#define PATIENT "Zebedee"
#define PATIENCE 400 /* steps of 20 milliseconds */

static char *folder; /* where "Print to File" puts its file */

/* The first window of the toolkit's that is called so: its type is not in GTK's own headers. */
static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog") && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static GtkDialog *
wait_for_dialog (void)
{
  for (guint i = 0; i < PATIENCE && find_dialog () == NULL; i++)
    stage_wait (20);
  g_assert_nonnull (find_dialog ());
  return GTK_DIALOG (find_dialog ());
}

static gboolean
select_printer (GtkDialog *dialog, const char *name)
{
  GtkWidget *list = stage_find (GTK_WIDGET (dialog), GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *printers = gtk_column_view_get_model (GTK_COLUMN_VIEW (list));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (printers)); i++)
    {
      g_autoptr (GObject) printer = g_list_model_get_item (G_LIST_MODEL (printers), i);
      g_autofree char *each = NULL;
      g_object_get (printer, "name", &each, NULL);
      if (g_strcmp0 (each, name) == 0)
        {
          gtk_selection_model_select_item (printers, i, TRUE);
          return TRUE;
        }
    }
  return FALSE;
}

/* Presses Print for the printer that is a file, and gives the words of what comes out. */
static char *
print_to_file (GtkDialog *dialog)
{
  g_autofree char *path = g_build_filename (folder, "handout.pdf", NULL);
  const char *command[] = { "pdftotext", "-raw", path, "-", NULL };
  GtkWidget *button = gtk_dialog_get_widget_for_response (dialog, GTK_RESPONSE_OK);
  char *words = NULL;
  int status = 1;

  for (guint i = 0; i < PATIENCE && !select_printer (dialog, "Print to File"); i++)
    stage_wait (20);
  for (guint i = 0; i < PATIENCE && !gtk_widget_get_sensitive (button); i++)
    stage_wait (20);
  gtk_dialog_response (dialog, GTK_RESPONSE_OK);
  for (guint i = 0; i < PATIENCE && status != 0; i++)
    {
      stage_wait (20);
      g_clear_pointer (&words, g_free);
      g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &words,
                    NULL, &status, NULL);
    }
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpint (g_remove (path), ==, 0);
  return words;
}

static PedicleHandoutsView *
present_view (PedicleSession *session, GtkWindow **window)
{
  PedicleHandoutsView *view = g_object_new (PEDICLE_TYPE_HANDOUTS_VIEW, NULL);

  pedicle_handouts_view_set_session (view, session, NULL);
  *window = stage_present (GTK_WIDGET (view), 1000, 600);
  return view;
}

/* What stands in the form when Print is pressed is what is printed, whatever becomes of the form meanwhile. */
static void
test_next_patient (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  GtkWindow *window;

  pedicle_session_set_value (session, "patient-name", PATIENT);
  PedicleHandoutsView *view = present_view (session, &window);
  pedicle_handouts_view_print (view);
  GtkDialog *dialog = wait_for_dialog ();
  pedicle_session_next_patient (session);
  pedicle_session_forget_previous (session);
  pedicle_session_set_value (session, "patient-name", "Florence");
  stage_wait (100);
  g_autofree char *words = print_to_file (dialog);
  g_assert_nonnull (strstr (words, PATIENT));
  g_assert_null (strstr (words, "Florence"));
  stage_clear (window, GTK_WIDGET (view));
}

/* The content may be read again while the dialog is open. */
static void
test_reload (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  GtkWindow *window;

  pedicle_session_set_value (session, "patient-name", PATIENT);
  PedicleHandoutsView *view = present_view (session, &window);
  pedicle_handouts_view_print (view);
  GtkDialog *dialog = wait_for_dialog ();
  pedicle_session_load (session);
  stage_wait (100);
  g_autofree char *words = print_to_file (dialog);
  g_assert_nonnull (strstr (words, PATIENT));
  stage_clear (window, GTK_WIDGET (view));
}

/* A dialog that is cancelled keeps nothing: the view goes with its window, and what it was to print with it. */
static void
test_cancel (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  GtkWindow *window;
  PedicleHandoutsView *view = present_view (session, &window);

  pedicle_handouts_view_print (view);
  gtk_dialog_response (wait_for_dialog (), GTK_RESPONSE_CANCEL);
  stage_wait (50);
  g_assert_null (find_dialog ());
  stage_clear (window, GTK_WIDGET (view));
}

static void
on_say (GtkWidget *view, const char *sentence, gboolean wrong, char **said)
{
  g_free (*said);
  *said = g_strdup (sentence);
}

/* The dialog's button Preview gives the document to no other program, and everything ends with it. */
static void
test_no_preview (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  g_autoptr (GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  GtkWindow *window;
  PedicleHandoutsView *view = present_view (session, &window);

  g_autofree char *said = NULL;
  g_signal_connect (view, "say", G_CALLBACK (on_say), &said);
  pedicle_handouts_view_print (view);
  GtkDialog *dialog = wait_for_dialog ();
  for (guint i = 0; i < PATIENCE && !select_printer (dialog, "Print to File"); i++)
    stage_wait (20);
  gtk_dialog_response (dialog, GTK_RESPONSE_APPLY);
  stage_wait (300);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_assert_false (g_str_has_prefix (name, "preview"));
  g_assert_cmpstr (said, ==, "Nothing was printed. The window shows the pages as they print.");
  stage_clear (window, GTK_WIDGET (view));
}

int
main (int argc, char **argv)
{
  folder = g_dir_make_tmp ("pedicle-print-XXXXXX", NULL);
  g_assert_cmpint (chdir (folder), ==, 0);
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/print/next-patient", test_next_patient);
  g_test_add_func ("/print/reload", test_reload);
  g_test_add_func ("/print/cancel", test_cancel);
  g_test_add_func ("/print/no-preview", test_no_preview);
  int status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
