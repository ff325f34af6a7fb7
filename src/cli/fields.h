/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"
#include "visit.h"

G_BEGIN_DECLS

/** Values of fields from the command line and from files. No message ever repeats a value, nor a
 * name that was not found unless it has the form of a field's id: else it may be a patient's. */

/** Size of a file of fields, at most. */
#define PEDICLE_FIELDS_MAX_BYTES (256 * 1024)

/** pedicle_fields_find: the field @name of @handout or its decision, a value that each clinic has,
 * or else a field of another handout, since one file may serve several.
 * Returns: (transfer full) (nullable) */
PedicleField *pedicle_fields_find (const PedicleLibrary *library,
                                   const PedicleHandout *handout,
                                   const char *name);

/** pedicle_fields_set: puts @value into @visit, unless it does not fit @field or @visit has one. */
gboolean pedicle_fields_set (const PedicleLibrary *library,
                             const PedicleHandout *handout,
                             const PedicleField *field,
                             const char *value,
                             PedicleVisit *visit,
                             GError **error);

/** pedicle_fields_add_words: puts the NAME=VALUE @words of a command line into @visit. Fields about
 * the patient, and fields that neither @handout nor its decision has, are refused with
 * %G_OPTION_ERROR_FAILED; the values that each clinic has fit every handout. */
gboolean pedicle_fields_add_words (const PedicleLibrary *library,
                                   const PedicleHandout *handout,
                                   const char *const *words,
                                   PedicleVisit *visit,
                                   GError **error);

/** pedicle_fields_add_file: puts the lines NAME=VALUE of a file ("-" is standard input) into
 * @visit. Empty lines and lines that start with # are skipped; spaces around name and value do not
 * count. One file may serve several handouts: fields of the others are let pass. */
gboolean pedicle_fields_add_file (const PedicleLibrary *library,
                                  const PedicleHandout *handout,
                                  const char *path,
                                  PedicleVisit *visit,
                                  GError **error);

G_END_DECLS
