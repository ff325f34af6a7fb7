/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"

G_BEGIN_DECLS

#define PEDICLE_TRANSLATION_ERROR (pedicle_translation_error_quark ())
GQuark pedicle_translation_error_quark (void);
typedef enum
{
  PEDICLE_TRANSLATION_ERROR_FILE,   /* cannot be read, too large */
  PEDICLE_TRANSLATION_ERROR_SYNTAX, /* not a .po file; the message has file:line */
  PEDICLE_TRANSLATION_ERROR_LANGUAGE,
} PedicleTranslationError;

#define PEDICLE_CATALOGUE_MAX_BYTES (8 * 1024 * 1024)

typedef enum
{
  PEDICLE_STATE_SOURCE,     /* the paper is in English: nothing to translate */
  PEDICLE_STATE_TRANSLATED,
  PEDICLE_STATE_FUZZY,      /* needs work: never printed */
  PEDICLE_STATE_MISSING,
  PEDICLE_STATE_BROKEN,     /* its markup or placeholders do not match: never printed */
} PedicleTranslationState;

/** PedicleCatalogue: one language's words, read from .po with libgettextpo. Immutable, counted. */
typedef struct _PedicleCatalogue PedicleCatalogue;

/** pedicle_catalogue_new_english: the source language; every lookup gives the text itself. */
PedicleCatalogue *pedicle_catalogue_new_english (void);

/** pedicle_catalogue_read: reads bounded bytes and parses them. A file with a syntax error is refused whole.
 * @language: (nullable): a tag; taken from the header's Language when %NULL. */
PedicleCatalogue *pedicle_catalogue_read (const char *path, const char *language, GError **error);
PedicleCatalogue *pedicle_catalogue_parse (GBytes *bytes, const char *name, const char *language, GError **error);
PedicleCatalogue *pedicle_catalogue_ref (PedicleCatalogue *catalogue);
void pedicle_catalogue_unref (PedicleCatalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleCatalogue, pedicle_catalogue_unref)

const char *pedicle_catalogue_get_language (const PedicleCatalogue *catalogue);
const char *pedicle_catalogue_get_path (const PedicleCatalogue *catalogue); /* (nullable) */
gboolean pedicle_catalogue_is_english (const PedicleCatalogue *catalogue);
/** pedicle_catalogue_is_rtl: by the language's script (ar, he, fa, ur ... and the pseudo-language ar_XB). */
gboolean pedicle_catalogue_is_rtl (const PedicleCatalogue *catalogue);
/** pedicle_catalogue_get_header: a field of the header, e.g. "X-Review-" and the id of a file. Returns: (transfer full) (nullable) */
char *pedicle_catalogue_get_header (const PedicleCatalogue *catalogue, const char *field);
/** pedicle_catalogue_digest: (transfer none): hex SHA-256 of the file's bytes. */
const char *pedicle_catalogue_digest (const PedicleCatalogue *catalogue);

/**
 * pedicle_catalogue_lookup:
 * @state: (out) (optional): how far the text is translated
 *
 * Returns: (transfer none): the markup to print: the translation when it is %PEDICLE_STATE_TRANSLATED, else English.
 */
const char *pedicle_catalogue_lookup (const PedicleCatalogue *catalogue,
                                      const PedicleText *text,
                                      PedicleTranslationState *state);
/** pedicle_catalogue_peek: what the file says, fuzzy and broken too. Returns: (nullable). @line: (out) (optional): line of the msgid in the file. */
const char *pedicle_catalogue_peek (const PedicleCatalogue *catalogue, const PedicleText *text, int *line);

/** pedicle_catalogue_is_reviewed: whether every file of @library that has texts carries a review record in the header
 * whose digest still matches. */
gboolean pedicle_catalogue_is_reviewed (const PedicleCatalogue *catalogue, const PedicleLibrary *library);

/** PedicleCoverage: how many units and words are in each state. */
typedef struct
{
  guint units[5]; /* by PedicleTranslationState */
  guint words[5];
  guint n_units, n_words;
} PedicleCoverage;
void pedicle_catalogue_cover (const PedicleCatalogue *catalogue, const PedicleLibrary *library, PedicleCoverage *coverage);

G_END_DECLS
