/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "settings.h"

#include <stdio.h>

#include "config.h"

void
pedicle_settings_clear (PedicleSettings *settings)
{
  g_clear_pointer (&settings->content, g_free);
  g_clear_pointer (&settings->overlay, g_free);
  g_clear_pointer (&settings->date, g_free);
}

GOptionGroup *
pedicle_settings_group (PedicleSettings *settings)
{
  const GOptionEntry entries[] = {
    { "content", 0, 0, G_OPTION_ARG_FILENAME, &settings->content,
      "Search this content folder first", "DIR" },
    { "overlay", 0, 0, G_OPTION_ARG_FILENAME, &settings->overlay,
      "Use this local layer of a clinic", "FILE" },
    { "today", 0, 0, G_OPTION_ARG_FILENAME, &settings->date, "Take this as today: YYYY-MM-DD",
      "DATE" },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &settings->help, "Show this help", NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionGroup *group = g_option_group_new ("all", "Options of every command:", "", NULL, NULL);

  g_option_group_add_entries (group, entries);
  return group;
}

/* Exactly YYYY-MM-DD: a date that is read in two ways would be printed wrong. */
static gboolean
parse_date (const char *word, GDate *date)
{
  static const char shape[] = "dddd-dd-dd";
  unsigned int year, month, day;

  for (size_t i = 0; i < sizeof shape; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (word[i]) : word[i] != shape[i])
      return FALSE;
  if (sscanf (word, "%4u-%2u-%2u", &year, &month, &day) != 3 ||
      !g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

static gboolean
set_from_time (GDate *date, GDateTime *time)
{
  if (time == NULL)
    return FALSE;
  g_date_set_dmy (date, g_date_time_get_day_of_month (time), g_date_time_get_month (time),
                  g_date_time_get_year (time));
  return TRUE;
}

gboolean
pedicle_settings_today (const PedicleSettings *settings, GDate *today, GError **error)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) time = NULL;
  gint64 seconds;

  g_date_clear (today, 1);
  if (settings->date != NULL)
    {
      if (parse_date (settings->date, today))
        return TRUE;
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "--today wants a date such as 2026-11-20: year, month and day.");
      return FALSE;
    }
  if (epoch == NULL || *epoch == '\0')
    time = g_date_time_new_now_local ();
  else if (g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64, &seconds, NULL))
    time = g_date_time_new_from_unix_utc (seconds);
  if (set_from_time (today, time))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "The environment variable SOURCE_DATE_EPOCH wants a number of seconds since 1970.");
  return FALSE;
}

PedicleLibrary *
pedicle_settings_load (const PedicleSettings *settings,
                       gboolean to_print,
                       PedicleProblems *problems,
                       GError **error)
{
  g_auto (GStrv) folders = pedicle_library_folders (settings->content, PEDICLE_CONTENT);

  if (settings->content != NULL && !g_file_test (settings->content, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, PEDICLE_CONTENT_ERROR, PEDICLE_CONTENT_ERROR_FILE,
                   "There is no folder “%s”: --content wants a folder of content files.",
                   settings->content);
      return NULL;
    }
  return (to_print ? pedicle_library_load_to_print : pedicle_library_load) (
      (const char *const *) folders, settings->overlay, problems);
}

PedicleTranslations *
pedicle_settings_translations (const PedicleLibrary *library)
{
  g_auto (GStrv) folders = pedicle_translations_folders (library, PEDICLE_TRANSLATIONS);

  return pedicle_translations_new ((const char *const *) folders);
}
