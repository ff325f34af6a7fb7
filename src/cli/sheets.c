/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Digits of a file's name at least, so that short lists sort alike. */
#define DIGITS 4
#define ENDING ".pdf"
#define MARK ".list"

typedef enum
{
  NO_SHEET,
  HALF_SHEET, /* 0001.pdf.XXXXXX, what a process that was killed leaves */
  WHOLE_SHEET,
} Kind;

typedef struct
{
  gboolean ours, others; /* sheets, half ones too: of the rows, and of others */
} Content;

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (G_FILE_ERROR, G_FILE_ERROR_FAILED, format, arguments);
  va_end (arguments);
  return FALSE;
}

int
pedicle_sheets_digits (guint last)
{
  g_autofree char *number = g_strdup_printf ("%u", last);

  return MAX (DIGITS, (int) strlen (number));
}

char *
pedicle_sheets_path (const PedicleSheets *sheets, guint row)
{
  return g_strdup_printf ("%s/%0*u" ENDING, sheets->folder, sheets->digits, row);
}

/* @row: (out) */
static Kind
judge_name (const char *name, guint64 *row)
{
  size_t digits = strspn (name, "0123456789");
  const char *rest = name + digits;

  *row = g_ascii_strtoull (name, NULL, 10);
  if (digits < DIGITS || !g_str_has_prefix (rest, ENDING))
    return NO_SHEET;
  rest += strlen (ENDING);
  if (*rest == '\0')
    return WHOLE_SHEET;
  return *rest == '.' && strlen (rest) == strlen (".XXXXXX") ? HALF_SHEET : NO_SHEET;
}

static gboolean
is_ours (const PedicleSheets *sheets, guint64 row)
{
  return row >= sheets->first && row <= sheets->last;
}

/* Takes away files of the rows: half sheets alone (%HALF_SHEET), or whole ones too. Returns: %FALSE
 * when one stays. */
static gboolean
remove_sheets (const PedicleSheets *sheets, Kind most)
{
  g_autoptr (GDir) dir = g_dir_open (sheets->folder, 0, NULL);
  gboolean good = dir != NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (sheets->folder, name, NULL);
      guint64 row;
      Kind kind = judge_name (name, &row);

      if (kind != NO_SHEET && kind <= most && is_ours (sheets, row))
        good = g_unlink (path) == 0 && good;
    }
  return good;
}

static Content
look_into (const PedicleSheets *sheets)
{
  g_autoptr (GDir) dir = g_dir_open (sheets->folder, 0, NULL);
  Content content = { FALSE, FALSE };
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      guint64 row;

      if (judge_name (name, &row) == NO_SHEET)
        continue;
      if (is_ours (sheets, row))
        content.ours = TRUE;
      else
        content.others = TRUE;
    }
  return content;
}

static gboolean
is_marked (const PedicleSheets *sheets, const char *path)
{
  g_autofree char *found = NULL;

  return g_file_get_contents (path, &found, NULL, NULL) && strcmp (found, sheets->mark) == 0;
}

/* Whether the sheets that are there may lie beside those that come. */
static gboolean
may_stay (const PedicleSheets *sheets, gboolean same, PedicleSheetsBefore before, GError **error)
{
  Content content = look_into (sheets);

  if (content.others && !same)
    return refuse (error,
                   "The folder “%s” holds sheets of another list, other options, other texts or "
                   "another day. Give another folder.",
                   sheets->folder);
  if (!content.ours || before == PEDICLE_SHEETS_REMOVE)
    return TRUE;
  if (before == PEDICLE_SHEETS_REFUSE)
    return refuse (error,
                   "The folder “%s” holds sheets of an earlier list. Give another folder, --resume "
                   "to make what is left of the same list, or --force to take those sheets away "
                   "first.",
                   sheets->folder);
  return same || refuse (error,
                         "The folder “%s” holds sheets of another list, other options, other texts "
                         "or another day (see --today); they cannot be resumed. Give another "
                         "folder, or --force to take those sheets away first.",
                         sheets->folder);
}

static gboolean
clear (const PedicleSheets *sheets, PedicleSheetsBefore before, GError **error)
{
  return remove_sheets (sheets, before == PEDICLE_SHEETS_KEEP ? HALF_SHEET : WHOLE_SHEET) ||
         refuse (error, "The sheets of an earlier list in “%s” cannot be taken away.",
                 sheets->folder);
}

gboolean
pedicle_sheets_prepare (const PedicleSheets *sheets, PedicleSheetsBefore before, GError **error)
{
  g_autofree char *path = g_build_filename (sheets->folder, MARK, NULL);
  gboolean same;

  if (g_mkdir (sheets->folder, 0700) != 0 && errno != EEXIST)
    return refuse (error, "The folder “%s” cannot be made: %s.", sheets->folder, g_strerror (errno));
  if (g_access (sheets->folder, R_OK | W_OK | X_OK) != 0 ||
      !g_file_test (sheets->folder, G_FILE_TEST_IS_DIR))
    return refuse (error, "“%s” is no folder that can be read and written.", sheets->folder);
  same = is_marked (sheets, path);
  if (!may_stay (sheets, same, before, error) || !clear (sheets, before, error))
    return FALSE;
  /* Before the first sheet: whatever ends the run, what it has made can be told from others'. */
  return same || g_file_set_contents_full (path, sheets->mark, -1, G_FILE_SET_CONTENTS_CONSISTENT,
                                           0600, error);
}

void
pedicle_sheets_clean (const PedicleSheets *sheets)
{
  remove_sheets (sheets, HALF_SHEET);
}
