/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "problem.h"

#include <string.h>

struct _PedicleProblems
{
  GPtrArray *list; /* (element-type PedicleProblem) */
  guint n_errors;
};

G_DEFINE_QUARK (pedicle - content - error - quark, pedicle_content_error)

static void
problem_free (gpointer data)
{
  PedicleProblem *problem = data;

  g_free (problem->file);
  g_free (problem->message);
  g_free (problem);
}

PedicleProblems *
pedicle_problems_new (void)
{
  PedicleProblems *problems = g_new0 (PedicleProblems, 1);

  problems->list = g_ptr_array_new_with_free_func (problem_free);
  return problems;
}

void
pedicle_problems_free (PedicleProblems *problems)
{
  if (problems == NULL)
    return;
  g_ptr_array_unref (problems->list);
  g_free (problems);
}

/* What stands in a file, and its name, may end in a terminal, which obeys some characters: valid
 * UTF-8 on one line, without them. */
static char *
make_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      g_string_append_unichar (plain, g_unichar_iscntrl (letter) ? 0xfffd : letter);
    }
  return g_string_free (plain, FALSE);
}

void
pedicle_problems_add (PedicleProblems *problems,
                      PedicleSeverity severity,
                      PedicleContentError code,
                      const char *file,
                      int line,
                      int column,
                      const char *message,
                      ...)
{
  g_autofree char *sentence = NULL;
  PedicleProblem *problem;
  va_list arguments;

  g_return_if_fail (problems != NULL);
  g_return_if_fail (message != NULL);

  /* A long list is cut, the count of errors is not: a file never passes because its list was full.
   */
  if (severity == PEDICLE_SEVERITY_ERROR)
    problems->n_errors++;
  if (problems->list->len >= PEDICLE_PROBLEMS_MAX)
    return;

  problem = g_new0 (PedicleProblem, 1);
  problem->severity = severity;
  problem->code = code;
  problem->file = make_plain (file != NULL ? file : "");
  problem->line = line;
  problem->column = column;
  va_start (arguments, message);
  sentence = g_strdup_vprintf (message, arguments);
  va_end (arguments);
  problem->message = make_plain (sentence);
  g_ptr_array_add (problems->list, problem);
}

guint
pedicle_problems_get_n (const PedicleProblems *problems)
{
  return problems->list->len;
}

guint
pedicle_problems_get_n_errors (const PedicleProblems *problems)
{
  return problems->n_errors;
}

const PedicleProblem *
pedicle_problems_get (const PedicleProblems *problems, guint index)
{
  g_return_val_if_fail (index < problems->list->len, NULL);
  return g_ptr_array_index (problems->list, index);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const PedicleProblem *first = *(const PedicleProblem *const *)a;
  const PedicleProblem *second = *(const PedicleProblem *const *)b;
  int order = strcmp (first->file, second->file);

  if (order == 0)
    order = (first->line > second->line) - (first->line < second->line);
  if (order == 0)
    order = (first->column > second->column) - (first->column < second->column);
  return order;
}

void
pedicle_problems_sort (PedicleProblems *problems)
{
  g_ptr_array_sort (problems->list, compare_places);
}

char *
pedicle_problem_format (const PedicleProblem *problem)
{
  g_autoptr (GString) line = g_string_new (problem->file);

  if (problem->line > 0)
    g_string_append_printf (line, ":%d", problem->line);
  if (problem->line > 0 && problem->column > 0)
    g_string_append_printf (line, ":%d", problem->column);
  if (line->len > 0)
    g_string_append (line, ": ");
  g_string_append (line, problem->severity == PEDICLE_SEVERITY_ERROR ? "error: " : "warning: ");
  g_string_append (line, problem->message);
  return g_strdup (line->str);
}

char *
pedicle_problems_format (const PedicleProblems *problems)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < problems->list->len; i++)
    {
      g_autofree char *line = pedicle_problem_format (g_ptr_array_index (problems->list, i));

      g_string_append_printf (lines, "%s\n", line);
    }
  return g_strdup (lines->str);
}
