/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session.h"

#include <glib/gstdio.h>

#define CONTENT SOURCE_ROOT "/data/content"

typedef struct
{
  guint values, discussed, questions, hidden, matters, replaced, languages;
} Heard;

static void
count (guint *number)
{
  (*number)++;
}

static PedicleSession *
new_session (Heard *heard)
{
  PedicleSession *session = pedicle_session_new (CONTENT);

  *heard = (Heard){ 0 };
  g_signal_connect_swapped (session, "visit-changed::value", G_CALLBACK (count), &heard->values);
  g_signal_connect_swapped (session, "visit-changed::discussed", G_CALLBACK (count), &heard->discussed);
  g_signal_connect_swapped (session, "visit-changed::questions", G_CALLBACK (count), &heard->questions);
  g_signal_connect_swapped (session, "visit-changed::hidden", G_CALLBACK (count), &heard->hidden);
  g_signal_connect_swapped (session, "visit-changed::chosen", G_CALLBACK (count), &heard->matters);
  g_signal_connect_swapped (session, "visit-changed::replaced", G_CALLBACK (count), &heard->replaced);
  g_signal_connect_swapped (session, "language-changed", G_CALLBACK (count), &heard->languages);
  return session;
}

static void
test_load (void)
{
  Heard heard;
  g_autoptr (PedicleSession) session = new_session (&heard);
  g_autoptr (GPtrArray) options = pedicle_session_get_options (session);

  g_assert_nonnull (pedicle_session_get_decision (session));
  g_assert_cmpuint (options->len, ==, 3);
  g_assert_cmpuint (pedicle_problems_get_n_errors (pedicle_session_get_problems (session)), ==, 0);
  g_assert_true (pedicle_catalogue_is_english (pedicle_session_get_interface (session)));
}

static guint
count_shown (PedicleSession *session)
{
  g_autoptr (GPtrArray) shown = pedicle_session_get_shown (session);
  return shown->len;
}

/* The last option that is shown stays, and the next patient sees all. */
static void
test_hidden (void)
{
  Heard heard;
  g_autoptr (PedicleSession) session = new_session (&heard);
  g_autoptr (GPtrArray) options = pedicle_session_get_options (session);
  const char *first = ((const PedicleProcedure *) g_ptr_array_index (options, 0))->id;
  const char *second = ((const PedicleProcedure *) g_ptr_array_index (options, 1))->id;
  const char *third = ((const PedicleProcedure *) g_ptr_array_index (options, 2))->id;

  g_assert_cmpuint (count_shown (session), ==, 3);
  g_assert_true (pedicle_session_set_hidden (session, first, TRUE));
  g_assert_true (pedicle_session_set_hidden (session, first, TRUE));
  g_assert_true (pedicle_session_set_hidden (session, third, TRUE));
  g_assert_cmpuint (heard.hidden, ==, 2);
  g_assert_false (pedicle_session_set_hidden (session, second, TRUE));
  g_assert_cmpuint (count_shown (session), ==, 1);
  g_assert_true (pedicle_session_set_hidden (session, third, FALSE));
  g_assert_cmpuint (count_shown (session), ==, 2);
  pedicle_session_next_patient (session);
  g_assert_cmpuint (count_shown (session), ==, 3);
}

static void
test_matters (void)
{
  Heard heard;
  g_autoptr (PedicleSession) session = new_session (&heard);
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  const char *ids[4];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = ((const PedicleValue *) g_ptr_array_index (decision->values, i))->id;
  for (guint i = 0; i < 3; i++)
    g_assert_true (pedicle_session_toggle_matter (session, ids[2 - i]));
  g_assert_false (pedicle_session_toggle_matter (session, ids[3]));
  g_assert_cmpuint (heard.matters, ==, 3);
  const char *const *matters = pedicle_visit_get_matters (pedicle_session_get_visit (session));
  g_assert_cmpstr (matters[0], ==, ids[2]);
  g_assert_true (pedicle_session_toggle_matter (session, ids[2]));
  matters = pedicle_visit_get_matters (pedicle_session_get_visit (session));
  g_assert_cmpstr (matters[0], ==, ids[1]);
  pedicle_session_next_patient (session);
  matters = pedicle_visit_get_matters (pedicle_session_get_visit (session));
  g_assert_null (matters[0]);
}

static void
test_no_content (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pedicle-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "decision.xml", NULL);

  g_assert_true (g_file_set_contents (file, "<decision id=\"x\" format=\"1\"><wrong/></decision>", -1, NULL));
  g_autoptr (PedicleSession) session = pedicle_session_new (folder);
  g_assert_cmpuint (pedicle_problems_get_n_errors (pedicle_session_get_problems (session)), >, 0);
  g_assert_cmpint (g_remove (file), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_values (void)
{
  Heard heard;
  g_autoptr (PedicleSession) session = new_session (&heard);
  const PedicleVisit *visit = pedicle_session_get_visit (session);

  pedicle_session_set_value (session, "patient-name", "A. Example");
  pedicle_session_set_value (session, "patient-name", "A. Example");
  g_assert_cmpuint (heard.values, ==, 1);
  g_assert_cmpstr (pedicle_visit_get_value (visit, "patient-name"), ==, "A. Example");
  pedicle_session_set_value (session, "patient-name", "");
  g_assert_cmpuint (heard.values, ==, 2);
  pedicle_session_set_discussed (session, "harms", TRUE);
  pedicle_session_set_discussed (session, "harms", TRUE);
  g_assert_cmpuint (heard.discussed, ==, 1);
  pedicle_session_add_question (session, "May I swim?");
  pedicle_session_remove_question (session, 0);
  g_assert_cmpuint (heard.questions, ==, 2);
}

static void
test_sites (void)
{
  Heard heard;
  g_autoptr (PedicleSession) session = new_session (&heard);
  const PedicleDecision *decision = pedicle_session_get_decision (session);

  g_assert_cmpuint (decision->sites->len, >, 2);
  const PedicleSite *first = g_ptr_array_index (decision->sites, 0), *second = g_ptr_array_index (decision->sites, 1);
  pedicle_session_toggle_site (session, "levels", second->id, TRUE);
  pedicle_session_toggle_site (session, "levels", first->id, TRUE);
  g_autofree char *both = g_strdup_printf ("%s,%s", first->id, second->id);
  g_assert_cmpstr (pedicle_visit_get_value (pedicle_session_get_visit (session), "levels"), ==, both);
  pedicle_session_toggle_site (session, "levels", first->id, FALSE);
  g_assert_true (pedicle_session_has_site (session, "levels", second->id));
  g_assert_false (pedicle_session_has_site (session, "levels", first->id));
}

static void
test_next_patient (void)
{
  Heard heard;
  g_autoptr (PedicleSession) session = new_session (&heard);

  g_assert_false (pedicle_session_next_patient (session));
  g_assert_false (pedicle_session_undo_next_patient (session));
  pedicle_session_set_value (session, "patient-name", "A. Example");
  g_assert_true (pedicle_session_next_patient (session));
  g_assert_cmpuint (heard.replaced, ==, 2);
  g_assert_true (pedicle_visit_is_empty (pedicle_session_get_visit (session)));
  g_assert_true (pedicle_session_undo_next_patient (session));
  g_assert_cmpstr (pedicle_visit_get_value (pedicle_session_get_visit (session), "patient-name"), ==, "A. Example");
  g_assert_true (pedicle_session_next_patient (session));
  pedicle_session_forget_previous (session);
  g_assert_false (pedicle_session_undo_next_patient (session));
}

static void
test_language (void)
{
  Heard heard;
  g_autoptr (PedicleSession) session = new_session (&heard);
  g_autoptr (GError) error = NULL;

  g_assert_true (pedicle_session_set_language (session, "es", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (heard.languages, ==, 1);
  g_assert_cmpstr (pedicle_catalogue_get_language (pedicle_session_get_spoken (session)), ==, "es");
  g_assert_false (pedicle_session_set_language (session, "xx", &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (pedicle_visit_get_language (pedicle_session_get_visit (session)), ==, "es");
  pedicle_session_next_patient (session);
  g_assert_cmpstr (pedicle_visit_get_language (pedicle_session_get_visit (session)), ==, "en");
}

static void
test_today (void)
{
  GDate today;

  g_setenv ("SOURCE_DATE_EPOCH", "1795132800", TRUE);
  pedicle_session_today (&today);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_cmpuint (g_date_get_year (&today), ==, 2026);
  g_assert_cmpuint (g_date_get_month (&today), ==, 11);
  g_assert_cmpuint (g_date_get_day (&today), ==, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/load", test_load);
  g_test_add_func ("/session/hidden", test_hidden);
  g_test_add_func ("/session/matters", test_matters);
  g_test_add_func ("/session/no-content", test_no_content);
  g_test_add_func ("/session/values", test_values);
  g_test_add_func ("/session/sites", test_sites);
  g_test_add_func ("/session/next-patient", test_next_patient);
  g_test_add_func ("/session/language", test_language);
  g_test_add_func ("/session/today", test_today);
  return g_test_run ();
}
