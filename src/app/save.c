/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "save.h"

#include <glib/gi18n.h>

#include "recent.h"

typedef struct
{
  PediclePages *pages;
  PedicleSaveFunc done;
  GObject *owner;
} Job;

static GtkNativeDialog *open_dialog; /* (nullable): borrowed */

static void
job_free (Job *job)
{
  pedicle_pages_unref (job->pages);
  g_object_unref (job->owner);
  g_free (job);
}

/* What to do about it. The system's own words would repeat the name of the file, which may be the patient's. */
static const char *
advice (int code)
{
  switch (code)
    {
    case G_FILE_ERROR_NOSPC:
      return _("The disk is full. Make room, or choose another folder.");
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
    case G_FILE_ERROR_ROFS:
      return _("This folder cannot be written to. Choose another folder.");
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR:
      return _("This folder is no longer there. Choose another folder.");
    case G_FILE_ERROR_ISDIR:
    case G_FILE_ERROR_EXIST:
      return _("A folder has this name. Choose another name.");
    case G_FILE_ERROR_NAMETOOLONG:
      return _("This name is too long. Choose a shorter one.");
    default:
      return _("The handout could not be saved. Choose another folder.");
    }
}

gboolean
pedicle_save_write (PediclePages *pages, const char *path, GError **error)
{
  g_autoptr (GBytes) pdf = pedicle_pages_to_pdf (pages, error);
  g_autoptr (GError) refusal = NULL;
  gsize size;

  if (pdf == NULL)
    return FALSE;
  const char *data = g_bytes_get_data (pdf, &size);
  if (g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &refusal))
    return TRUE;
  g_set_error_literal (error, refusal->domain, refusal->code, advice (refusal->code));
  return FALSE;
}

static void
on_response (GtkNativeDialog *dialog, int response, Job *job)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  open_dialog = NULL;
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  if (path != NULL)
    {
      if (!pedicle_save_write (job->pages, path, &error))
        path = NULL;
      g_autofree char *uri = g_file_get_uri (file);
      pedicle_recent_forget (uri);
    }
  else if (file != NULL)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _("A handout can be saved in a folder of this computer only."));
  job->done (path, error, job->owner);
  g_object_unref (dialog);
}

void
pedicle_save_run (GtkWindow *parent, PediclePages *pages, PedicleSaveFunc done, GObject *owner)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Save PDF"), parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _("Save"), _("Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = pedicle_pages_file_name (pages, "pdf");
  Job *job = g_new0 (Job, 1);

  job->pages = pedicle_pages_ref (pages);
  job->done = done;
  job->owner = g_object_ref (owner);
  gtk_file_filter_set_name (filter, _("PDF documents"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (dialog), "job", job, (GDestroyNotify) job_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), job);
  open_dialog = GTK_NATIVE_DIALOG (dialog);
  gtk_native_dialog_show (open_dialog);
}

void
pedicle_save_cancel (void)
{
  if (open_dialog == NULL)
    return;
  gtk_native_dialog_hide (open_dialog);
  g_signal_emit_by_name (open_dialog, "response", GTK_RESPONSE_CANCEL);
}
