/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** PedicleTable: the rows of a file of comma-separated values (RFC 4180; UTF-8, with or without a
 * byte order mark; lines end with LF or CRLF; spaces around a cell do not count). It may be about
 * patients: it is overwritten before it is freed. Immutable. */
typedef struct _PedicleTable PedicleTable;

/** Limits: of the file, of its rows, of a row's cells, and of a cell in bytes. */
#define PEDICLE_TABLE_MAX_BYTES (16 * 1024 * 1024)
#define PEDICLE_TABLE_MAX_ROWS 100000
#define PEDICLE_TABLE_MAX_CELLS 256
#define PEDICLE_TABLE_MAX_CELL 4096

/** PedicleRow: a view of one row. */
typedef struct
{
  const char *const *cells;
  guint n_cells;     /* as the file has them: more than the limit is a fault */
  guint line;        /* where it begins, from 1 */
  const char *fault; /* (nullable): a sentence on what makes its cells uncertain */
} PedicleRow;

/** pedicle_table_read: @path: "-" is standard input. @option: how errors call the file. A file
 * without any line, and one larger than the limits, is refused whole; a row that cannot be read has
 * its fault. */
PedicleTable *pedicle_table_read (const char *path, const char *option, GError **error);
void pedicle_table_free (PedicleTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleTable, pedicle_table_free)

/** pedicle_table_get_n: Returns: how many rows stand below the head; empty ones count. */
guint pedicle_table_get_n (const PedicleTable *table);

/** pedicle_table_get_sum: Returns: (transfer none): hex SHA-256 of the file. */
const char *pedicle_table_get_sum (const PedicleTable *table);

/** pedicle_table_get: Returns: row @index; 0 is the head. */
PedicleRow pedicle_table_get (const PedicleTable *table, guint index);

/** pedicle_row_is_empty: Returns: whether no cell holds anything, as in an empty line. */
gboolean pedicle_row_is_empty (const PedicleRow *row);

G_END_DECLS
