/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages.h"

G_BEGIN_DECLS

/** Desk: what a test needs to make pages: a library, a catalogue, a patient's fields. */
typedef struct
{
  PedicleLibrary *library;
  PedicleCatalogue *catalogue;
  PedicleVisit *visit;
  GDate *today;
} Desk;

/** desk_new: @pack: a folder; @language: "en" or a pseudo-language; @overlay: (nullable): a file.
 */
Desk *desk_new (const char *pack, const char *language, const char *overlay);
/** desk_new_with: the knee pack and @files, pairs of a name and a text, ended by %NULL. */
Desk *desk_new_with (const char *const *files);
void desk_free (Desk *desk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

#define DESK_KNEE SOURCE_ROOT "/tests/packs/knee"
#define DESK_SHIPPED SOURCE_ROOT "/data/content"

/** desk_fill_in: what the knee pack asks of the patient. */
void desk_fill_in (const Desk *desk);

PedicleRequest desk_request (const Desk *desk, const char *handout, const char *option);
/** desk_pages: a request that must succeed. Returns: (transfer full) */
PediclePages *desk_pages (const Desk *desk, const char *handout, const char *option);

/** desk_compare: with the golden file of this name; writes it when PEDICLE_REGENERATE is set. The
 * short digest of the footer is left out: it changes with every comma of the content. */
void desk_compare (const char *name, const char *text);

/** desk_run: Returns: (transfer full) (nullable): what a program writes; %NULL (and the test is
 * skipped) without it. */
char *desk_run (const char *program, ...) G_GNUC_NULL_TERMINATED;

/** desk_write: Returns: (transfer full): a new file with these bytes, which the caller unlinks. */
char *desk_write (const char *ending, const void *data, gsize size);

G_END_DECLS
