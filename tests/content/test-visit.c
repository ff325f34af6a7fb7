/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The patient's state, and that nothing of it stays in memory. The linker sends every call of
 * explicit_bzero here. */
#include "visit.h"

#include <string.h>

void __real_explicit_bzero (void *place, size_t length);
void __wrap_explicit_bzero (void *place, size_t length);

static GString *wiped; /* (nullable): what was overwritten, one on each line */
static gsize n_wiped;

void
__wrap_explicit_bzero (void *place, size_t length)
{
  if (wiped)
    g_string_append_printf (wiped, "[%.*s]\n", (int) length, (const char *) place);
  n_wiped += length;
  __real_explicit_bzero (place, length);
}

static void
assert_wiped (const char *secret)
{
  g_autofree char *line = g_strdup_printf ("[%s]\n", secret);
  g_assert_nonnull (strstr (wiped->str, line));
}

static void
test_values (void)
{
  g_autoptr (PedicleVisit) visit = pedicle_visit_new ();
  g_assert_true (pedicle_visit_is_empty (visit));
  g_assert_null (pedicle_visit_get_value (visit, "name"));
  pedicle_visit_set_value (visit, "name", "Ana");
  g_assert_cmpstr (pedicle_visit_get_value (visit, "name"), ==, "Ana");
  g_assert_false (pedicle_visit_is_empty (visit));
  /* Its own string back, as a form does. */
  pedicle_visit_set_value (visit, "name", pedicle_visit_get_value (visit, "name"));
  g_assert_cmpstr (pedicle_visit_get_value (visit, "name"), ==, "Ana");
  pedicle_visit_set_value (visit, "name", "");
  g_assert_null (pedicle_visit_get_value (visit, "name"));
  pedicle_visit_set_value (visit, "name", NULL);
  g_assert_true (pedicle_visit_is_empty (visit));
}

static void
test_talk (void)
{
  g_autoptr (PedicleVisit) visit = pedicle_visit_new ();
  pedicle_visit_set_discussed (visit, "help", TRUE);
  pedicle_visit_set_discussed (visit, "help", TRUE);
  g_assert_true (pedicle_visit_is_discussed (visit, "help"));
  g_assert_cmpuint (pedicle_visit_get_n_discussed (visit), ==, 1);
  pedicle_visit_set_discussed (visit, "help", FALSE);
  g_assert_false (pedicle_visit_is_discussed (visit, "help"));
  pedicle_visit_set_hidden (visit, "injection", TRUE);
  g_assert_true (pedicle_visit_is_hidden (visit, "injection"));
  g_assert_false (pedicle_visit_is_empty (visit));
  pedicle_visit_set_hidden (visit, "injection", FALSE);
  g_assert_true (pedicle_visit_is_empty (visit));
  g_assert_cmpstr (pedicle_visit_get_language (visit), ==, "en");
  pedicle_visit_set_language (visit, "es");
  g_assert_cmpstr (pedicle_visit_get_language (visit), ==, "es");
  g_assert_false (pedicle_visit_is_empty (visit));
}

static void
assert_list (const char *const *list, const char *expected)
{
  g_autofree char *joined = g_strjoinv ("|", (char **) list);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_lists (void)
{
  g_autoptr (PedicleVisit) visit = pedicle_visit_new ();
  assert_list (pedicle_visit_get_matters (visit), "");
  g_assert_true (pedicle_visit_toggle_matter (visit, "c"));
  g_assert_true (pedicle_visit_toggle_matter (visit, "a"));
  g_assert_true (pedicle_visit_toggle_matter (visit, "b"));
  g_assert_false (pedicle_visit_toggle_matter (visit, "d"));
  assert_list (pedicle_visit_get_matters (visit), "c|a|b");
  g_assert_true (pedicle_visit_toggle_matter (visit, "a"));
  assert_list (pedicle_visit_get_matters (visit), "c|b");
  pedicle_visit_add_question (visit, " Can I\ndrive? ");
  pedicle_visit_add_question (visit, "   ");
  pedicle_visit_add_question (visit, "And swim?");
  assert_list (pedicle_visit_get_questions (visit), "Can I drive?|And swim?");
  pedicle_visit_remove_question (visit, 7);
  pedicle_visit_remove_question (visit, 0);
  assert_list (pedicle_visit_get_questions (visit), "And swim?");
}

/* What the talk itself notes: numbers that were looked at are no reason to ask before it is forgotten. */
static void
test_noted (void)
{
  g_autoptr (PedicleVisit) visit = pedicle_visit_new ();
  g_assert_false (pedicle_visit_was_shown (visit, "walking"));
  pedicle_visit_show_numbers (visit, "walking");
  g_assert_true (pedicle_visit_was_shown (visit, "walking"));
  g_assert_true (pedicle_visit_is_empty (visit));
  pedicle_visit_give (visit, "after", "injection", "es");
  pedicle_visit_give (visit, "after", "injection", "es");
  pedicle_visit_give (visit, "after", "exercise", "es");
  pedicle_visit_give (visit, "choosing", NULL, "es");
  pedicle_visit_give (visit, "choosing", NULL, "en");
  pedicle_visit_give (visit, "choosing", NULL, "en");
  g_assert_false (pedicle_visit_is_empty (visit));
  GPtrArray *given = pedicle_visit_get_given (visit);
  g_assert_cmpuint (given->len, ==, 4);
  const PedicleGiven *third = given->pdata[2];
  g_assert_cmpstr (third->handout, ==, "choosing");
  g_assert_null (third->option);
  g_assert_cmpstr (third->language, ==, "es");
}

static const double line[] = { 1, 2, 3, 4 };

static void
draw (PedicleVisit *visit, const char *figure, guint32 colour)
{
  g_autoptr (PedicleStroke) stroke = pedicle_stroke_new (figure, colour, 2, line, 2);
  g_assert_true (pedicle_visit_add_stroke (visit, stroke));
}

static const char *const knee[] = { "a/knee", NULL }, *const both[] = { "a/knee", "b/knee", NULL };

static void
test_strokes (void)
{
  g_autoptr (PedicleVisit) visit = pedicle_visit_new ();
  g_assert_false (pedicle_visit_can_undo_stroke (visit, both));
  draw (visit, "a/knee", 0xff0000);
  draw (visit, "a/knee", 0x00ff00);
  draw (visit, "b/knee", 0);
  g_assert_false (pedicle_visit_is_empty (visit));
  GPtrArray *strokes = pedicle_visit_get_strokes (visit);
  g_assert_cmpfloat (((PedicleStroke *) strokes->pdata[0])->points[3], ==, 4);
  g_assert_cmpuint (pedicle_visit_count_strokes (visit, "a/knee"), ==, 2);
  g_assert_cmpuint (pedicle_visit_count_strokes (visit, NULL), ==, 0);
  g_assert_cmpstr (pedicle_visit_get_last_drawn (visit, both), ==, "b/knee");
  /* Only of pictures that are in sight. */
  g_assert_cmpstr (pedicle_visit_get_last_drawn (visit, knee), ==, "a/knee");
  g_assert_true (pedicle_visit_undo_stroke (visit, knee));
  g_assert_cmphex (((PedicleStroke *) strokes->pdata[0])->colour, ==, 0xff0000);
  g_assert_true (pedicle_visit_undo_stroke (visit, knee));
  g_assert_false (pedicle_visit_undo_stroke (visit, knee));
  g_assert_cmpuint (strokes->len, ==, 1);
}

/* What was cleared comes back, until something new is drawn. */
static void
test_cleared (void)
{
  g_autoptr (PedicleVisit) visit = pedicle_visit_new ();
  draw (visit, "a/knee", 1);
  draw (visit, "b/knee", 2);
  draw (visit, "a/knee", 3);
  pedicle_visit_clear_strokes (visit, pedicle_visit_get_last_drawn (visit, both));
  g_assert_cmpuint (pedicle_visit_get_strokes (visit)->len, ==, 1);
  pedicle_visit_clear_strokes (visit, "c/none");
  g_assert_true (pedicle_visit_undo_stroke (visit, knee));
  g_assert_cmpuint (pedicle_visit_count_strokes (visit, "a/knee"), ==, 2);
  pedicle_visit_clear_strokes (visit, "a/knee");
  g_assert_true (pedicle_visit_can_undo_stroke (visit, knee));
  draw (visit, "b/knee", 4);
  g_assert_false (pedicle_visit_can_undo_stroke (visit, knee));
}

static void
test_full (void)
{
  g_autoptr (PedicleVisit) visit = pedicle_visit_new ();
  g_autoptr (PedicleStroke) stroke = pedicle_stroke_new ("a/knee", 0, 2, line, 2);
  for (guint i = 0; i < PEDICLE_VISIT_MAX_STROKES; i++)
    g_assert_true (pedicle_visit_add_stroke (visit, stroke));
  g_assert_false (pedicle_visit_add_stroke (visit, stroke));
  g_assert_true (pedicle_visit_undo_stroke (visit, knee));
  g_assert_true (pedicle_visit_add_stroke (visit, stroke));
}

static void
test_wiped (void)
{
  PedicleVisit *visit = pedicle_visit_new ();
  wiped = g_string_new (NULL);
  pedicle_visit_set_value (visit, "name", "Ana");
  pedicle_visit_set_value (visit, "name", "Ana María");
  assert_wiped ("Ana");
  pedicle_visit_set_value (visit, "phone", "555 0100");
  pedicle_visit_set_value (visit, "phone", NULL);
  assert_wiped ("555 0100");
  pedicle_visit_add_question (visit, "Will it hurt?");
  pedicle_visit_add_question (visit, "Am I dying?");
  pedicle_visit_remove_question (visit, 0);
  assert_wiped ("Will it hurt?");
  pedicle_visit_toggle_matter (visit, "no-needle");
  pedicle_visit_set_discussed (visit, "harm", TRUE);
  pedicle_visit_set_hidden (visit, "injection", TRUE);
  pedicle_visit_set_language (visit, "uk");
  pedicle_visit_show_numbers (visit, "walking");
  pedicle_visit_give (visit, "after", "exercise", "pl");
  draw (visit, "a/knee", 0);
  pedicle_visit_clear_strokes (visit, "a/knee");
  draw (visit, "a/knee", 0); /* what was cleared is overwritten now */
  draw (visit, "b/knee", 0);
  pedicle_visit_clear_strokes (visit, "b/knee");
  PedicleVisit *second = pedicle_visit_ref (visit);
  pedicle_visit_unref (visit);
  g_assert_null (strstr (wiped->str, "Ana María"));
  gsize before = n_wiped;
  pedicle_visit_unref (second);
  static const char *const secrets[] = { "Ana María", "Am I dying?", "no-needle",
                                         "harm",      "injection",   "uk",
                                         "walking",   "after",       "exercise",
                                         "pl" };
  gsize expected = 2 * sizeof line;
  for (gsize i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      assert_wiped (secrets[i]);
      expected += strlen (secrets[i]);
    }
  g_assert_cmpuint (n_wiped - before, ==, expected);
  g_string_free (g_steal_pointer (&wiped), TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/visit/values", test_values);
  g_test_add_func ("/visit/talk", test_talk);
  g_test_add_func ("/visit/lists", test_lists);
  g_test_add_func ("/visit/noted", test_noted);
  g_test_add_func ("/visit/strokes", test_strokes);
  g_test_add_func ("/visit/cleared", test_cleared);
  g_test_add_func ("/visit/full", test_full);
  g_test_add_func ("/visit/wiped", test_wiped);
  return g_test_run ();
}
