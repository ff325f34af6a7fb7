/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decision.h"
#include "handout.h"
#include "overlay.h"
#include "phrases.h"
#include "problem.h"
#include "source.h"

G_BEGIN_DECLS

/**
 * PedicleLibrary: everything that was found in the content folders, checked and joined. Immutable, counted.
 */
typedef struct _PedicleLibrary PedicleLibrary;

/**
 * pedicle_library_load:
 * @folders: (array zero-terminated=1): the search order; reading stops after the first folder that holds a decision
 * (one of them may be a single file, read like a folder that holds nothing else)
 * @overlay: (nullable): a local layer given by path, else overlay.xml of the folders read
 * @problems: gets every problem of every file
 *
 * A file with errors is left out, and what refers to it is reported; the rest stands.
 * Returns: (transfer full): never %NULL; without a decision when none could be read.
 */
PedicleLibrary *pedicle_library_load (const char *const *folders, const char *overlay, PedicleProblems *problems);

/**
 * pedicle_library_load_to_print:
 *
 * The same in a third less of the time, for a program that makes one sheet and ends: a picture is checked when a sheet
 * shows it, and files are summed only where a layer signs them off. Everything else is as after
 * pedicle_library_load(), the digest and the sign-offs too.
 */
PedicleLibrary *
pedicle_library_load_to_print (const char *const *folders, const char *overlay, PedicleProblems *problems);

PedicleLibrary *pedicle_library_ref (PedicleLibrary *library);
void pedicle_library_unref (PedicleLibrary *library);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleLibrary, pedicle_library_unref)

/** pedicle_library_folders: Returns: (transfer full): the search order: @given (nullable), the user's own, the shipped
 * one (environment PEDICLE_CONTENT_DIR when set and running uninstalled, else @shipped). */
char **pedicle_library_folders (const char *given, const char *shipped);

/** (element-type PedicleDecision / PedicleProcedure / PedicleHandout), in order of files; owned by the library. */
GPtrArray *pedicle_library_get_decisions (const PedicleLibrary *library);
GPtrArray *pedicle_library_get_procedures (const PedicleLibrary *library);
GPtrArray *pedicle_library_get_handouts (const PedicleLibrary *library);

const PedicleDecision *pedicle_library_find_decision (const PedicleLibrary *library, const char *id);
const PedicleProcedure *pedicle_library_find_procedure (const PedicleLibrary *library, const char *id);
const PedicleHandout *pedicle_library_find_handout (const PedicleLibrary *library, const char *id);
const PedicleSource *pedicle_library_find_source (const PedicleLibrary *library, const char *id);
/** pedicle_library_find_phrase: (nullable) when phrases.xml lacks it. */
PedicleText *pedicle_library_find_phrase (const PedicleLibrary *library, const char *id);
const PediclePart *pedicle_library_find_shared_part (const PedicleLibrary *library, const char *id);
/** pedicle_library_find_part: what a `use` with a part pulls in, in a sheet or an answer of @procedure (nullable) or
 * @decision (nullable). Returns: (transfer none) (nullable) */
const PediclePart *pedicle_library_find_part (const PedicleLibrary *library,
                                              const PedicleDecision *decision,
                                              const PedicleProcedure *procedure,
                                              const PedicleUse *use);
const PedicleOverlay *pedicle_library_get_overlay (const PedicleLibrary *library); /* (nullable) */

/** pedicle_library_get_texts: (element-type PedicleText): the units of translation in order of files and document. */
GPtrArray *pedicle_library_get_texts (const PedicleLibrary *library);

/** pedicle_library_get_folders_read: (array zero-terminated=1): folders whose files stand in the library. */
const char *const *pedicle_library_get_folders_read (const PedicleLibrary *library);

/** pedicle_library_digest: (transfer none): hex SHA-256 over every file that stands in the library, overlay and
 * pictures included, in order of kind and id. Never anything about a patient. */
const char *pedicle_library_digest (const PedicleLibrary *library);

/** pedicle_library_digest_file: what a clinic's `review` of the file with this id names: "sha256:" and the digest of its
 * words, of the attributes that decide what is shown, and of its pictures and sources. Returns: (nullable): %NULL after
 * pedicle_library_load_to_print() where nothing signs it off */
const char *pedicle_library_digest_file (const PedicleLibrary *library, const char *id);

/** pedicle_library_find_sign_off: the clinic's sign-off of @file, when it is of what stands there now.
 * Returns: (transfer none) (nullable) */
const PedicleSignOff *pedicle_library_find_sign_off (const PedicleLibrary *library, const char *file);

G_END_DECLS
