/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"

G_BEGIN_DECLS

/** PedicleTranslations: the languages that can be had: the .po files of the content folders (translations/) and the
 * shipped ones. Read when first asked for. Not thread-safe. */
typedef struct _PedicleTranslations PedicleTranslations;

/** pedicle_translations_new: @folders: (array zero-terminated=1): folders that hold LANG.po files, first wins. */
PedicleTranslations *pedicle_translations_new (const char *const *folders);
void pedicle_translations_free (PedicleTranslations *translations);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleTranslations, pedicle_translations_free)

/** pedicle_translations_get_languages: (transfer none): "en" first, then the others sorted. */
const char *const *pedicle_translations_get_languages (const PedicleTranslations *translations);

/** pedicle_translations_get: the catalogue of @language, "en" included; falls back from es_MX to es.
 * Returns: (transfer full) (nullable): %NULL with @error when there is none or its file is wrong. */
PedicleCatalogue *pedicle_translations_get (PedicleTranslations *translations, const char *language, GError **error);

/** pedicle_translations_put: uses @catalogue for its language from now on (a translator's open file). */
void pedicle_translations_put (PedicleTranslations *translations, PedicleCatalogue *catalogue);

/** pedicle_language_name: Returns: (transfer none): the language's name in itself ("Español"), or the tag. */
const char *pedicle_language_name (const char *language);

/** pedicle_translations_folders: Returns: (transfer full): folders for a library: each folder's translations/, then the
 * shipped one (environment PEDICLE_TRANSLATIONS_DIR when set, else @shipped). */
char **pedicle_translations_folders (const PedicleLibrary *library, const char *shipped);

G_END_DECLS
