/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "visit.h"

#include <stdbool.h>
#include <string.h>

struct _PedicleVisit
{
  GHashTable *values;    /* field -> value, wiped */
  GHashTable *discussed; /* topics */
  GHashTable *hidden;    /* options */
  GHashTable *shown;     /* sets of numbers */
  GPtrArray *given;      /* (element-type PedicleGiven) */
  GPtrArray *matters;    /* (element-type utf8), ended by a NULL */
  GPtrArray *questions;  /* (element-type utf8), wiped, ended by a NULL */
  GPtrArray *strokes;    /* (element-type PedicleStroke) */
  GPtrArray *cleared;    /* (element-type PedicleStroke): of one figure; can still be brought back */
  char *language;
};

/* What is about a patient does not stay in freed memory. */
static void
wipe (gpointer data)
{
  char *string = data;
  if (string)
    explicit_bzero (string, strlen (string));
  g_free (string);
}

static void
given_free (gpointer data)
{
  PedicleGiven *given = data;
  wipe (given->handout);
  wipe (given->option);
  wipe (given->language);
  g_free (given);
}

/* A list that is a string array at any time. */
static GPtrArray *
list_new (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (wipe);
  g_ptr_array_add (list, NULL);
  return list;
}

static void
list_add (GPtrArray *list, const char *string)
{
  g_ptr_array_insert (list, (int) list->len - 1, g_strdup (string));
}

PedicleVisit *
pedicle_visit_new (void)
{
  PedicleVisit *visit = g_rc_box_new0 (PedicleVisit);
  visit->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, wipe);
  visit->discussed = g_hash_table_new_full (g_str_hash, g_str_equal, wipe, NULL);
  visit->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, wipe, NULL);
  visit->shown = g_hash_table_new_full (g_str_hash, g_str_equal, wipe, NULL);
  visit->given = g_ptr_array_new_with_free_func (given_free);
  visit->matters = list_new ();
  visit->questions = list_new ();
  visit->strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_stroke_free);
  visit->cleared = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_stroke_free);
  visit->language = g_strdup ("en");
  return visit;
}

PedicleVisit *
pedicle_visit_ref (PedicleVisit *visit)
{
  return g_rc_box_acquire (visit);
}

static void
visit_clear (gpointer data)
{
  PedicleVisit *visit = data;
  g_hash_table_unref (visit->values);
  g_hash_table_unref (visit->discussed);
  g_hash_table_unref (visit->hidden);
  g_hash_table_unref (visit->shown);
  g_ptr_array_unref (visit->given);
  g_ptr_array_unref (visit->matters);
  g_ptr_array_unref (visit->questions);
  g_ptr_array_unref (visit->strokes);
  g_ptr_array_unref (visit->cleared);
  wipe (visit->language);
}

void
pedicle_visit_unref (PedicleVisit *visit)
{
  g_rc_box_release_full (visit, visit_clear);
}

const char *
pedicle_visit_get_value (const PedicleVisit *visit, const char *field)
{
  return g_hash_table_lookup (visit->values, field);
}

void
pedicle_visit_set_value (PedicleVisit *visit, const char *field, const char *value)
{
  g_return_if_fail (visit != NULL && field != NULL);
  if (!value || !*value)
    g_hash_table_remove (visit->values, field);
  else if (g_strcmp0 (g_hash_table_lookup (visit->values, field), value) != 0)
    g_hash_table_insert (visit->values, g_strdup (field), g_strdup (value));
}

static void
set_member (GHashTable *set, const char *name, bool member)
{
  if (!member)
    g_hash_table_remove (set, name);
  else if (!g_hash_table_contains (set, name))
    g_hash_table_add (set, g_strdup (name));
}

gboolean
pedicle_visit_is_discussed (const PedicleVisit *visit, const char *topic)
{
  return g_hash_table_contains (visit->discussed, topic);
}

void
pedicle_visit_set_discussed (PedicleVisit *visit, const char *topic, gboolean discussed)
{
  set_member (visit->discussed, topic, discussed);
}

guint
pedicle_visit_get_n_discussed (const PedicleVisit *visit)
{
  return g_hash_table_size (visit->discussed);
}

const char *const *
pedicle_visit_get_matters (const PedicleVisit *visit)
{
  return (const char *const *) visit->matters->pdata;
}

gboolean
pedicle_visit_toggle_matter (PedicleVisit *visit, const char *value)
{
  for (guint i = 0; i < visit->matters->len - 1; i++)
    if (strcmp (visit->matters->pdata[i], value) == 0)
      {
        g_ptr_array_remove_index (visit->matters, i);
        return TRUE;
      }
  if (visit->matters->len > PEDICLE_VISIT_MAX_VALUES)
    return FALSE;
  list_add (visit->matters, value);
  return TRUE;
}

const char *const *
pedicle_visit_get_questions (const PedicleVisit *visit)
{
  return (const char *const *) visit->questions->pdata;
}

void
pedicle_visit_add_question (PedicleVisit *visit, const char *question)
{
  char *line = g_strdelimit (g_strdup (question), "\n\r\t", ' ');
  if (*g_strstrip (line))
    list_add (visit->questions, line);
  wipe (line);
}

void
pedicle_visit_remove_question (PedicleVisit *visit, guint index)
{
  if (index < visit->questions->len - 1)
    g_ptr_array_remove_index (visit->questions, index);
}

gboolean
pedicle_visit_was_shown (const PedicleVisit *visit, const char *numbers)
{
  return g_hash_table_contains (visit->shown, numbers);
}

void
pedicle_visit_show_numbers (PedicleVisit *visit, const char *numbers)
{
  set_member (visit->shown, numbers, true);
}

void
pedicle_visit_give (PedicleVisit *visit, const char *handout, const char *option, const char *language)
{
  g_return_if_fail (handout != NULL && language != NULL);
  for (guint i = 0; i < visit->given->len; i++)
    {
      const PedicleGiven *given = visit->given->pdata[i];
      if (strcmp (given->handout, handout) == 0 && strcmp (given->language, language) == 0 &&
          g_strcmp0 (given->option, option) == 0)
        return;
    }
  PedicleGiven *given = g_new0 (PedicleGiven, 1);
  *given = (PedicleGiven){ g_strdup (handout), g_strdup (option), g_strdup (language) };
  g_ptr_array_add (visit->given, given);
}

GPtrArray *
pedicle_visit_get_given (const PedicleVisit *visit)
{
  return visit->given;
}

gboolean
pedicle_visit_is_hidden (const PedicleVisit *visit, const char *option)
{
  return g_hash_table_contains (visit->hidden, option);
}

void
pedicle_visit_set_hidden (PedicleVisit *visit, const char *option, gboolean hidden)
{
  set_member (visit->hidden, option, hidden);
}

gboolean
pedicle_visit_add_stroke (PedicleVisit *visit, const PedicleStroke *stroke)
{
  if (visit->strokes->len >= PEDICLE_VISIT_MAX_STROKES)
    return FALSE;
  g_ptr_array_set_size (visit->cleared, 0);
  g_ptr_array_add (visit->strokes, pedicle_stroke_copy (stroke));
  return TRUE;
}

GPtrArray *
pedicle_visit_get_strokes (const PedicleVisit *visit)
{
  return visit->strokes;
}

guint
pedicle_visit_count_strokes (const PedicleVisit *visit, const char *figure)
{
  guint n = 0;
  for (guint i = 0; figure && i < visit->strokes->len; i++)
    n += strcmp (((const PedicleStroke *) visit->strokes->pdata[i])->figure, figure) == 0;
  return n;
}

/* The last of @strokes that is on one of @figures, -1 for none. */
static int
find_last (const GPtrArray *strokes, const char *const *figures)
{
  for (guint i = strokes->len; i-- > 0;)
    if (g_strv_contains (figures, ((const PedicleStroke *) strokes->pdata[i])->figure))
      return (int) i;
  return -1;
}

const char *
pedicle_visit_get_last_drawn (const PedicleVisit *visit, const char *const *figures)
{
  int last = find_last (visit->strokes, figures);
  return last >= 0 ? ((const PedicleStroke *) visit->strokes->pdata[last])->figure : NULL;
}

void
pedicle_visit_clear_strokes (PedicleVisit *visit, const char *figure)
{
  if (pedicle_visit_count_strokes (visit, figure) == 0)
    return;
  g_autofree char *name = g_strdup (figure); /* which may be that of a stroke */
  g_ptr_array_set_size (visit->cleared, 0);
  for (guint i = 0; i < visit->strokes->len;)
    if (strcmp (((const PedicleStroke *) visit->strokes->pdata[i])->figure, name) == 0)
      g_ptr_array_add (visit->cleared, g_ptr_array_steal_index (visit->strokes, i));
    else
      i++;
}

gboolean
pedicle_visit_can_undo_stroke (const PedicleVisit *visit, const char *const *figures)
{
  return find_last (visit->cleared, figures) >= 0 || find_last (visit->strokes, figures) >= 0;
}

gboolean
pedicle_visit_undo_stroke (PedicleVisit *visit, const char *const *figures)
{
  int last = find_last (visit->strokes, figures);
  if (find_last (visit->cleared, figures) >= 0)
    {
      while (visit->cleared->len > 0)
        g_ptr_array_add (visit->strokes, g_ptr_array_steal_index (visit->cleared, 0));
      return TRUE;
    }
  if (last >= 0)
    g_ptr_array_remove_index (visit->strokes, (guint) last);
  return last >= 0;
}

const char *
pedicle_visit_get_language (const PedicleVisit *visit)
{
  return visit->language;
}

void
pedicle_visit_set_language (PedicleVisit *visit, const char *language)
{
  g_return_if_fail (language != NULL);
  if (strcmp (visit->language, language) == 0)
    return;
  wipe (visit->language);
  visit->language = g_strdup (language);
}

gboolean
pedicle_visit_is_empty (const PedicleVisit *visit)
{
  return g_hash_table_size (visit->values) == 0 && g_hash_table_size (visit->discussed) == 0 &&
         g_hash_table_size (visit->hidden) == 0 && visit->matters->len == 1 &&
         visit->questions->len == 1 && visit->strokes->len == 0 && visit->cleared->len == 0 &&
         visit->given->len == 0 && strcmp (visit->language, "en") == 0;
}
