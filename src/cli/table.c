/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "table.h"

#include <stdbool.h>
#include <string.h>

#include "input.h"

typedef struct
{
  guint first; /* of its cells, among those of all rows */
  guint n_cells;
  guint line;
  const char *fault;
} Row;

struct _PedicleTable
{
  PedicleInput input;
  char *sum;
  GPtrArray *cells; /* in the input's text, which the reader has cut */
  GArray *rows;     /* of Row; the head first */
};

typedef struct
{
  PedicleTable *table;
  char *at;
  guint line;
  Row row;
} Reader;

/* Cuts what stands between quotes, the reader behind the first. Returns: its end. */
static char *
read_quoted (Reader *reader)
{
  char *end = reader->at;

  for (; *reader->at != '\0'; *end++ = *reader->at++)
    {
      if (*reader->at == '"' && *++reader->at != '"')
        return end;
      reader->line += *reader->at == '\n';
    }
  reader->row.fault = "A quote is opened and never closed. Close it, or write it twice.";
  return end;
}

/* Returns: what stood behind the cell: a comma, the end of a line, or a zero. */
static char
read_cell (Reader *reader)
{
  bool quoted = *reader->at == '"';
  char *start = quoted ? ++reader->at : reader->at;
  char *end = quoted ? read_quoted (reader) : NULL;
  char *rest = reader->at;
  char *stop = rest + strcspn (rest, ",\n");
  char mark = *stop;

  reader->at = mark != '\0' ? stop + 1 : stop;
  reader->line += mark == '\n';
  if (mark != ',' && stop > rest && stop[-1] == '\r')
    stop--;
  if (quoted ? stop != rest : memchr (start, '"', (size_t) (stop - start)) != NULL)
    reader->row.fault = "A quote stands within a cell. Put the whole cell between quotes, and "
                        "write a quote within it twice.";
  if (!quoted)
    end = stop;
  *end = '\0';
  if (end - start > PEDICLE_TABLE_MAX_CELL)
    reader->row.fault = "A cell is longer than 4 kB.";
  if (reader->row.n_cells++ < PEDICLE_TABLE_MAX_CELLS)
    g_ptr_array_add (reader->table->cells, g_strstrip (start));
  else
    reader->row.fault = "The row has more than 256 cells.";
  return mark;
}

static void
read_row (Reader *reader)
{
  reader->row = (Row){ .first = reader->table->cells->len, .line = reader->line };
  while (read_cell (reader) == ',')
    ;
  g_array_append_val (reader->table->rows, reader->row);
}

static bool
read_rows (PedicleTable *table, const char *option, GError **error)
{
  Reader reader = { .table = table, .at = table->input.text, .line = 1 };

  while (*reader.at != '\0' && table->rows->len <= PEDICLE_TABLE_MAX_ROWS)
    read_row (&reader);
  if (table->rows->len == 0)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "The file for %s is empty: its first line wants the ids of the fields, with "
                 "commas between them.",
                 option);
  else if (*reader.at != '\0')
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "The file for %s has more than %d rows; make several of it.", option,
                 PEDICLE_TABLE_MAX_ROWS);
  else
    return true;
  return false;
}

PedicleTable *
pedicle_table_read (const char *path, const char *option, GError **error)
{
  g_autoptr (PedicleTable) table = g_new0 (PedicleTable, 1);

  table->cells = g_ptr_array_new ();
  table->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  if (!pedicle_input_read (&table->input, path, option, PEDICLE_TABLE_MAX_BYTES, error))
    return NULL;
  /* Before the reader cuts it. */
  table->sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, table->input.text, -1);
  if (!read_rows (table, option, error))
    return NULL;
  return g_steal_pointer (&table);
}

void
pedicle_table_free (PedicleTable *table)
{
  pedicle_input_clear (&table->input);
  g_free (table->sum);
  g_ptr_array_unref (table->cells);
  g_array_unref (table->rows);
  g_free (table);
}

guint
pedicle_table_get_n (const PedicleTable *table)
{
  return table->rows->len - 1;
}

const char *
pedicle_table_get_sum (const PedicleTable *table)
{
  return table->sum;
}

PedicleRow
pedicle_table_get (const PedicleTable *table, guint index)
{
  const Row *row = &g_array_index (table->rows, Row, index);
  const char *const *cells = (const char *const *) table->cells->pdata + row->first;

  return (PedicleRow){ cells, row->n_cells, row->line, row->fault };
}

gboolean
pedicle_row_is_empty (const PedicleRow *row)
{
  guint n = MIN (row->n_cells, PEDICLE_TABLE_MAX_CELLS);

  while (n > 0 && *row->cells[n - 1] == '\0')
    n--;
  return n == 0 && row->fault == NULL;
}
