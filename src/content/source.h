/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** PedicleSource: something that was read before it was claimed. Words are as published, never
 * translated. */
typedef struct
{
  char *id;
  char *kind; /* trial, review, guideline, leaflet, cohort, registry, page, book */
  int year;
  char *seen;    /* full, part, abstract, secondary */
  char *authors; /* (nullable): not recorded */
  char *published, *where;
  char *paid_by;      /* (nullable) */
  char **identifiers; /* "doi:10.1002/..." */
} PedicleSource;

void pedicle_source_free (PedicleSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleSource, pedicle_source_free)

/** pedicle_source_format: Returns: (transfer full): one line: authors, title, where, year. */
char *pedicle_source_format (const PedicleSource *source);

/** pedicle_source_format_brief: Returns: (transfer full): enough to find it by: a study in a
 * journal without its title and with its first author only; anything else as in
 * pedicle_source_format(). */
char *pedicle_source_format_brief (const PedicleSource *source);

G_END_DECLS
