/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue-file.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define QUIET 120 /* milliseconds without a change before the file is read: editors save in several steps */
#define LOOK 1    /* seconds between two looks at a file of which no system may tell */

struct _PedicleCatalogueFile
{
  GObject parent_instance;

  GFile *file;
  GFileMonitor *monitor;       /* (nullable) */
  PedicleCatalogue *catalogue; /* (nullable) */
  GError *error;               /* (nullable) */
  GStatBuf seen;               /* the file when it was looked at last; zeros when it was not there */
  guint quiet, look;           /* sources */
};

G_DEFINE_FINAL_TYPE (PedicleCatalogueFile, pedicle_catalogue_file, G_TYPE_OBJECT)

static guint changed_signal;

static void
read_file (PedicleCatalogueFile *self)
{
  g_autoptr (GError) error = NULL;
  const char *path = g_file_peek_path (self->file);
  PedicleCatalogue *catalogue = NULL;

  if (path != NULL)
    catalogue = pedicle_catalogue_read (path, NULL, &error);
  else
    g_set_error_literal (&error, PEDICLE_TRANSLATION_ERROR, PEDICLE_TRANSLATION_ERROR_FILE,
                         _("This file is not on this computer. Copy it here first."));
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (catalogue == NULL)
    return;
  g_clear_pointer (&self->catalogue, pedicle_catalogue_unref);
  self->catalogue = catalogue;
}

/* Whether it is another file than at the last look, or has other bytes. */
static gboolean
look_again (PedicleCatalogueFile *self)
{
  const char *path = g_file_peek_path (self->file);
  GStatBuf before = self->seen, now = { 0 };

  if (path == NULL || g_stat (path, &now) != 0)
    now = (GStatBuf){ 0 };
  self->seen = now;
  return now.st_ino != before.st_ino || now.st_dev != before.st_dev || now.st_size != before.st_size ||
         now.st_mtim.tv_sec != before.st_mtim.tv_sec || now.st_mtim.tv_nsec != before.st_mtim.tv_nsec;
}

static gboolean
on_quiet (gpointer user_data)
{
  PedicleCatalogueFile *self = user_data;

  self->quiet = 0;
  look_again (self);
  read_file (self);
  g_signal_emit (self, changed_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
on_monitor (PedicleCatalogueFile *self)
{
  g_clear_handle_id (&self->quiet, g_source_remove);
  self->quiet = g_timeout_add (QUIET, on_quiet, self);
}

/* Network folders, and what Flatpak hands over, tell nobody when another program saves. */
static gboolean
on_look (gpointer user_data)
{
  PedicleCatalogueFile *self = user_data;

  if (look_again (self) && self->quiet == 0)
    on_monitor (self);
  return G_SOURCE_CONTINUE;
}

static void
pedicle_catalogue_file_finalize (GObject *object)
{
  PedicleCatalogueFile *self = PEDICLE_CATALOGUE_FILE (object);

  g_clear_handle_id (&self->quiet, g_source_remove);
  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_object (&self->monitor);
  g_clear_object (&self->file);
  g_clear_pointer (&self->catalogue, pedicle_catalogue_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (pedicle_catalogue_file_parent_class)->finalize (object);
}

static void
pedicle_catalogue_file_class_init (PedicleCatalogueFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pedicle_catalogue_file_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
pedicle_catalogue_file_init (PedicleCatalogueFile *self)
{
}

PedicleCatalogueFile *
pedicle_catalogue_file_new (GFile *file)
{
  PedicleCatalogueFile *self = g_object_new (PEDICLE_TYPE_CATALOGUE_FILE, NULL);

  self->file = g_object_ref (file);
  look_again (self);
  read_file (self);
  self->look = g_timeout_add_seconds (LOOK, on_look, self);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_monitor), self, G_CONNECT_SWAPPED);
  return self;
}

PedicleCatalogue *
pedicle_catalogue_file_get_catalogue (PedicleCatalogueFile *self)
{
  g_return_val_if_fail (PEDICLE_IS_CATALOGUE_FILE (self), NULL);
  return self->catalogue;
}

const GError *
pedicle_catalogue_file_get_error (PedicleCatalogueFile *self)
{
  g_return_val_if_fail (PEDICLE_IS_CATALOGUE_FILE (self), NULL);
  return self->error;
}

const char *
pedicle_catalogue_file_get_path (PedicleCatalogueFile *self)
{
  g_return_val_if_fail (PEDICLE_IS_CATALOGUE_FILE (self), NULL);
  return g_file_peek_path (self->file);
}
