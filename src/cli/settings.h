/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"
#include "translations.h"

G_BEGIN_DECLS

/** PedicleSettings: the options that every command takes. */
typedef struct
{
  char *content; /* (nullable): a folder that is searched first */
  char *overlay; /* (nullable): a local layer's file */
  char *date;    /* (nullable): YYYY-MM-DD, as given */
  gboolean help;
  gboolean version;
} PedicleSettings;

void pedicle_settings_clear (PedicleSettings *settings);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PedicleSettings, pedicle_settings_clear)

/** pedicle_settings_group: Returns: (transfer full): the options' group; @settings must outlive it.
 */
GOptionGroup *pedicle_settings_group (PedicleSettings *settings);

/** pedicle_settings_today: --today, else SOURCE_DATE_EPOCH (in UTC), else the local date. */
gboolean pedicle_settings_today (const PedicleSettings *settings, GDate *today, GError **error);

/** pedicle_settings_load: what the folders hold; the problems go to @problems.
 * @to_print: by pedicle_library_load_to_print() */
PedicleLibrary *pedicle_settings_load (const PedicleSettings *settings,
                                       gboolean to_print,
                                       PedicleProblems *problems,
                                       GError **error);

/** pedicle_settings_translations: the languages for @library. */
PedicleTranslations *pedicle_settings_translations (const PedicleLibrary *library);

G_END_DECLS
