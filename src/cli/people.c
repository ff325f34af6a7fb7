/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "people.h"

#include <stdbool.h>
#include <string.h>

#include "fields.h"
#include "input.h"
#include "table.h"

/* What a column is for; the first two are no fields. */
typedef enum
{
  COLUMN_PROCEDURE,
  COLUMN_LANGUAGE,
  COLUMN_FIELD,
} ColumnKind;

static const char *const names[] = {
  [COLUMN_PROCEDURE] = "procedure",
  [COLUMN_LANGUAGE] = "lang",
};

struct _PediclePeople
{
  char *name; /* of the file */
  PedicleTable *table;
  GArray *rows;      /* of guint */
  GPtrArray *fields; /* (element-type PedicleField): of each column; %NULL when it is for none */
};

static void
release (gpointer field)
{
  if (field != NULL)
    pedicle_field_unref (field);
}

PediclePeople *
pedicle_people_read (const char *path, GError **error)
{
  PedicleTable *table = pedicle_table_read (path, "--people", error);
  PediclePeople *people;

  if (table == NULL)
    return NULL;
  people = g_new0 (PediclePeople, 1);
  people->name = g_strdup (pedicle_input_name (path));
  people->table = table;
  people->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  people->fields = g_ptr_array_new_with_free_func (release);
  for (guint i = 1; i <= pedicle_table_get_n (table); i++)
    {
      PedicleRow row = pedicle_table_get (table, i);

      if (!pedicle_row_is_empty (&row))
        g_array_append_val (people->rows, i);
    }
  return people;
}

void
pedicle_people_free (PediclePeople *people)
{
  g_free (people->name);
  pedicle_table_free (people->table);
  g_array_unref (people->rows);
  g_ptr_array_unref (people->fields);
  g_free (people);
}

const GArray *
pedicle_people_get_rows (const PediclePeople *people)
{
  return people->rows;
}

const char *
pedicle_people_get_sum (const PediclePeople *people)
{
  return pedicle_table_get_sum (people->table);
}

static ColumnKind
column_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      return i;
  return COLUMN_FIELD;
}

gboolean
pedicle_people_name_procedures (const PediclePeople *people)
{
  PedicleRow head = pedicle_table_get (people->table, 0);

  for (guint i = 0; head.fault == NULL && i < head.n_cells; i++)
    if (column_kind (head.cells[i]) == COLUMN_PROCEDURE)
      return TRUE;
  return head.fault != NULL;
}

/* @column: from 0, or negative for none of them. */
static void
blame (const PediclePeople *people,
       guint row,
       int column,
       PedicleProblems *problems,
       const char *sentence)
{
  guint line = pedicle_table_get (people->table, row).line;
  g_autofree char *where = row > 0 ? g_strdup_printf ("Row %u", row) : g_strdup ("The head");
  g_autofree char *cell = column >= 0 ? g_strdup_printf (", column %d", column + 1) : g_strdup ("");

  pedicle_problems_add (problems, PEDICLE_SEVERITY_ERROR, PEDICLE_CONTENT_ERROR_VALUE, people->name,
                        (int) line, 0, "%s%s: %s", where, cell, sentence);
}

void
pedicle_people_blame (const PediclePeople *people,
                      guint row,
                      PedicleProblems *problems,
                      const char *sentence)
{
  blame (people, row, -1, problems, sentence);
}

/* What is wrong with the name of column I, or %NULL. */
static char *
judge_name (const PedicleOrder *order, const PedicleRow *head, guint i, const PedicleField *field)
{
  const char *name = head->cells[i];
  const char *given = pedicle_visit_get_value (order->visit, name);

  if (field == NULL && column_kind (name) == COLUMN_FIELD)
    return g_strdup (head->n_cells == 1 && strpbrk (name, ";\t") != NULL
                         ? "The columns have no commas between them. Save the list with commas."
                         : "There is no field of this name. “pedicle-cli list” shows the fields.");
  for (guint j = 0; j < i; j++)
    if (strcmp (name, head->cells[j]) == 0)
      return g_strdup_printf ("Column %u has the same name. Leave one of them out.", j + 1);
  if (given != NULL && *given != '\0')
    return g_strdup_printf ("The field “%s” has a value for every sheet already; give it once.",
                            field->id);
  return NULL;
}

gboolean
pedicle_people_understand (PediclePeople *people,
                           const PedicleOrder *order,
                           PedicleProblems *problems)
{
  PedicleRow head = pedicle_table_get (people->table, 0);

  if (head.fault != NULL)
    blame (people, 0, -1, problems, head.fault);
  for (guint i = 0; head.fault == NULL && i < head.n_cells; i++)
    {
      const char *name = head.cells[i];
      PedicleField *field =
          column_kind (name) == COLUMN_FIELD
              ? pedicle_fields_find (order->library, order->request.handout, name)
              : NULL;
      g_autofree char *fault = judge_name (order, &head, i, field);

      g_ptr_array_add (people->fields, field);
      if (fault != NULL)
        blame (people, 0, (int) i, problems, fault);
    }
  return pedicle_problems_get_n_errors (problems) == 0;
}

/* Each of these sets what a cell says, and gives what is wrong with it, or %NULL. An empty cell
 * leaves what holds for every sheet. */

static char *
set_procedure (PedicleOrder *order, const char *id)
{
  g_autofree char *ids = NULL;

  if (order->request.handout->for_decision)
    return NULL;
  if (*id != '\0')
    order->request.option = id;
  if (order->request.option != NULL && pedicle_order_has_procedure (order, order->request.option))
    return NULL;
  ids = pedicle_order_join_procedures (order);
  return g_strdup_printf ("The handout “%s” wants a procedure, one of: %s.",
                          order->request.handout->id, ids);
}

static char *
set_language (PedicleOrder *order, const char *language, PedicleCatalogue **catalogue)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *known = NULL;

  if (*language == '\0')
    language = order->language;
  *catalogue = pedicle_order_catalogue (order, language, &error);
  if (*catalogue != NULL)
    return NULL;
  if (!g_error_matches (error, PEDICLE_TRANSLATION_ERROR, PEDICLE_TRANSLATION_ERROR_LANGUAGE))
    return g_strdup (error->message);
  known = g_strjoinv (", ", (char **) pedicle_translations_get_languages (order->translations));
  return g_strdup_printf ("There is no translation into this language; there are: %s.", known);
}

static char *
set_field (PedicleOrder *order, const PedicleField *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (*value == '\0' || pedicle_fields_set (order->library, order->request.handout, field, value,
                                            order->visit, &error))
    return NULL;
  return g_strdup (error->message);
}

/* Nothing of one person ever stays for the next. */
static void
forget (const PediclePeople *people, PedicleOrder *order)
{
  for (guint i = 0; i < people->fields->len; i++)
    if (people->fields->pdata[i] != NULL)
      pedicle_visit_set_value (order->visit, ((PedicleField *) people->fields->pdata[i])->id, NULL);
  order->request.option = order->procedure;
}

static char *
judge_row (const PedicleRow *head, const PedicleRow *row)
{
  if (row->fault != NULL)
    return g_strdup (row->fault);
  if (row->n_cells != head->n_cells)
    return g_strdup_printf ("The number of cells is %u here and %u in the head. A cell that holds a "
                            "comma wants quotes.",
                            row->n_cells, head->n_cells);
  return NULL;
}

static char *
set_cell (const PedicleField *field,
          PedicleOrder *order,
          const char *name,
          const char *cell,
          PedicleCatalogue **catalogue)
{
  switch (column_kind (name))
    {
    case COLUMN_PROCEDURE:
      return set_procedure (order, cell);
    case COLUMN_LANGUAGE:
      g_clear_pointer (catalogue, pedicle_catalogue_unref);
      return set_language (order, cell, catalogue);
    case COLUMN_FIELD:
    default:
      return set_field (order, field, cell);
    }
}

PedicleCatalogue *
pedicle_people_fill (const PediclePeople *people,
                     PedicleOrder *order,
                     guint number,
                     PedicleProblems *problems)
{
  const PedicleRow head = pedicle_table_get (people->table, 0);
  const PedicleRow row = pedicle_table_get (people->table, number);
  guint n_before = pedicle_problems_get_n_errors (problems);
  g_autofree char *fault = judge_row (&head, &row);
  g_autoptr (PedicleCatalogue) catalogue = NULL;

  forget (people, order);
  if (fault == NULL)
    fault = set_language (order, "", &catalogue);
  if (fault != NULL)
    blame (people, number, -1, problems, fault);
  for (guint i = 0; fault == NULL && i < head.n_cells; i++)
    {
      g_autofree char *wrong =
          set_cell (people->fields->pdata[i], order, head.cells[i], row.cells[i], &catalogue);

      if (wrong != NULL)
        blame (people, number, (int) i, problems, wrong);
    }
  if (pedicle_problems_get_n_errors (problems) > n_before)
    return NULL;
  return g_steal_pointer (&catalogue);
}
