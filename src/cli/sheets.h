/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** PedicleSheets: the sheets of some rows of a list in a folder, which others may fill with other rows
 * of the same list. A sheet that has its name is whole. All borrowed. */
typedef struct
{
  const char *folder;
  const char *mark;  /* the sum of the list and of what else decides what its sheets say */
  guint first, last; /* rows, from 1; files of other rows are never touched */
  int digits;        /* of the largest number in the whole list */
} PedicleSheets;

/** PedicleSheetsBefore: what is done with sheets of these rows that are there already. */
typedef enum
{
  PEDICLE_SHEETS_REFUSE,
  PEDICLE_SHEETS_REMOVE,
  PEDICLE_SHEETS_KEEP, /* only when they are of the same list */
} PedicleSheetsBefore;

/** pedicle_sheets_digits: of the names of files in a list whose last row is @last. */
int pedicle_sheets_digits (guint last);

/** pedicle_sheets_path: Returns: (transfer full) */
char *pedicle_sheets_path (const PedicleSheets *sheets, guint row);

/** pedicle_sheets_prepare: makes the folder where it is not there, and makes sure that sheets of two
 * lists never lie in it: one would be taken for the other's. */
gboolean
pedicle_sheets_prepare (const PedicleSheets *sheets, PedicleSheetsBefore before, GError **error);

/** pedicle_sheets_clean: takes away what processes that broke have left of these rows. */
void pedicle_sheets_clean (const PedicleSheets *sheets);

G_END_DECLS
