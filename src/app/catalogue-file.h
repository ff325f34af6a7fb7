/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "catalogue.h"

G_BEGIN_DECLS

/**
 * PedicleCatalogueFile: a translator's file, read again whenever it is saved. A file with a mistake does not replace
 * the last good one.
 *
 * Signals: changed: a catalogue or an error has come.
 */
#define PEDICLE_TYPE_CATALOGUE_FILE (pedicle_catalogue_file_get_type ())
G_DECLARE_FINAL_TYPE (PedicleCatalogueFile, pedicle_catalogue_file, PEDICLE, CATALOGUE_FILE, GObject)

PedicleCatalogueFile *pedicle_catalogue_file_new (GFile *file);

/** pedicle_catalogue_file_get_catalogue: (nullable): the last good one. */
PedicleCatalogue *pedicle_catalogue_file_get_catalogue (PedicleCatalogueFile *self);
/** pedicle_catalogue_file_get_error: (nullable): why the file as it is now cannot be used. */
const GError *pedicle_catalogue_file_get_error (PedicleCatalogueFile *self);
/** pedicle_catalogue_file_get_path: (nullable) */
const char *pedicle_catalogue_file_get_path (PedicleCatalogueFile *self);

G_END_DECLS
