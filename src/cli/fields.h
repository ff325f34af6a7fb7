/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"
#include "visit.h"

G_BEGIN_DECLS

/** Values of fields from the command line and from files. No message ever repeats a value, nor a
 * name that was not found: both may be a patient's. */

/** Size of a file of fields, at most. */
#define PEDICLE_FIELDS_MAX_BYTES (256 * 1024)

/** pedicle_fields_find: a field of @handout, else of its decision, else of another handout (one
 * file of fields may serve several handouts). Returns: (transfer none) (nullable) */
const PedicleField *
pedicle_fields_find (const PedicleLibrary *library, const PedicleHandout *handout, const char *id);

/** pedicle_fields_add_words: puts the NAME=VALUE @words of a command line into @visit; fields about
 * the patient are refused with %G_OPTION_ERROR. */
gboolean pedicle_fields_add_words (const PedicleLibrary *library,
                                   const PedicleHandout *handout,
                                   const char *const *words,
                                   PedicleVisit *visit,
                                   GError **error);

/** pedicle_fields_add_file: puts the lines NAME=VALUE of a file ("-" is standard input) into
 * @visit. Empty lines and lines that start with # are skipped; spaces around name and value do not
 * count. */
gboolean pedicle_fields_add_file (const PedicleLibrary *library,
                                  const PedicleHandout *handout,
                                  const char *path,
                                  PedicleVisit *visit,
                                  GError **error);

G_END_DECLS
