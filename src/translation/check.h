/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"

G_BEGIN_DECLS

/** PedicleFinding: something in a translation that a person should look at. An error is never
 * right; a warning may be, and is silenced by the translator's comment "# qa-ok: CHECK" above the
 * entry. */
typedef struct
{
  PedicleSeverity severity;
  const char *check; /* "number", "unit" ...; static */
  char *file;
  int line;      /* of the msgid; 0 when unknown */
  char *context; /* (nullable): "file/id" of the text */
  char *message;
} PedicleFinding;

/** pedicle_catalogue_check: looks through every entry of the catalogue's files.
 * @library: (nullable): also tells which entries belong to a text that has changed.
 * Returns: (transfer full) (element-type PedicleFinding): in order of files and entries */
GPtrArray *
pedicle_catalogue_check (const PedicleCatalogue *catalogue, const PedicleLibrary *library);

/** pedicle_finding_format: Returns: (transfer full): "file:line: error: [check] sentence". */
char *pedicle_finding_format (const PedicleFinding *finding);

/** pedicle_check_names: (transfer none) (array zero-terminated=1): the names of all checks. */
const char *const *pedicle_check_names (void);

G_END_DECLS
