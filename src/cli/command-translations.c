/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include "check.h"
#include "console.h"

/* Returns whether nothing is wrong: warnings ask for a look, errors for a change. */
static gboolean
put_findings (const PedicleLibrary *library, const PedicleCatalogue *catalogue)
{
  g_autoptr (GPtrArray) findings = pedicle_catalogue_check (catalogue, library);
  gboolean good = TRUE;

  for (guint i = 0; i < findings->len; i++)
    {
      const PedicleFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *line = pedicle_finding_format (finding);
      g_autofree char *ended = g_strconcat (line, "\n", NULL);

      good = pedicle_console_put (ended) && finding->severity != PEDICLE_SEVERITY_ERROR && good;
    }
  return good;
}

/* es (Español): 404 of 412 texts, 98 %; 3 need work, 5 missing, 0 broken; reviewed */
static gboolean
put_coverage (const PedicleLibrary *library, const PedicleCatalogue *catalogue, const char *name)
{
  const char *language = pedicle_catalogue_get_language (catalogue);
  gboolean reviewed = pedicle_catalogue_is_reviewed (catalogue, library);
  PedicleCoverage coverage;
  guint percent;
  g_autofree char *line = NULL;

  pedicle_catalogue_cover (catalogue, library, &coverage);
  percent = coverage.n_units > 0 ? 100 * coverage.units[PEDICLE_STATE_TRANSLATED] / coverage.n_units
                                 : 100;
  line = g_strdup_printf (
      "%s (%s): %u of %u texts, %u %%; %u need work, %u missing, %u broken; %s\n", name,
      pedicle_language_name (language), coverage.units[PEDICLE_STATE_TRANSLATED], coverage.n_units,
      percent, coverage.units[PEDICLE_STATE_FUZZY], coverage.units[PEDICLE_STATE_MISSING],
      coverage.units[PEDICLE_STATE_BROKEN],
      reviewed ? "reviewed" : "not reviewed by a qualified medical translator");
  return pedicle_console_put (line);
}

static gboolean
show_catalogue (const PedicleLibrary *library,
                PedicleCatalogue *catalogue,
                const char *name,
                const GError *error)
{
  if (catalogue != NULL)
    return put_coverage (library, catalogue, name) && put_findings (library, catalogue);
  pedicle_console_fail ("%s", error->message);
  return FALSE;
}

static gboolean
show_files (const PedicleLibrary *library, char **paths)
{
  gboolean good = TRUE;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PedicleCatalogue) catalogue = pedicle_catalogue_read (paths[i], NULL, &error);

      good = show_catalogue (library, catalogue, paths[i], error) && good;
    }
  return good;
}

static gboolean
show_languages (const PedicleLibrary *library)
{
  g_autoptr (PedicleTranslations) translations = pedicle_settings_translations (library);
  const char *const *languages = pedicle_translations_get_languages (translations);
  gboolean good = TRUE;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PedicleCatalogue) catalogue =
          pedicle_translations_get (translations, languages[i], &error);

      if (catalogue == NULL || !pedicle_catalogue_is_english (catalogue))
        good = show_catalogue (library, catalogue, languages[i], error) && good;
    }
  return good;
}

PedicleExit
pedicle_command_translations (const PedicleCommand *command, PedicleSettings *settings, char **argv)
{
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autoptr (PedicleLibrary) library = NULL;
  PedicleExit exit = PEDICLE_EXIT_USAGE;
  gboolean good;

  if (!pedicle_command_parse (command, settings, NULL, &arguments, &exit))
    return exit;
  library = pedicle_command_load (settings);
  if (library == NULL)
    return PEDICLE_EXIT_FINDINGS;
  good = arguments[1] != NULL ? show_files (library, arguments + 1) : show_languages (library);
  return good ? PEDICLE_EXIT_DONE : PEDICLE_EXIT_FINDINGS;
}
