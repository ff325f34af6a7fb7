/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Content that changes, or breaks, under what is shown. */
#include "case-panel.h"
#include "consultation-view.h"
#include "handouts-view.h"
#include "problems-view.h"
#include "stage.h"
#include "topic-page.h"
#include "translations-view.h"

static void
put (const char *folder, const char *name, const char *text)
{
  g_autofree char *file = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (file, text, -1, NULL));
}

/* The panel's picture goes with its decision; the visit may still change. */
static void
test_decision_gone (void)
{
  char *folder = stage_copy (SOURCE_ROOT "/data/content");
  g_autoptr (PedicleSession) session = pedicle_session_new (folder);
  PedicleCasePanel *panel = g_object_new (PEDICLE_TYPE_CASE_PANEL, NULL);

  pedicle_case_panel_set_session (panel, session);
  GtkWindow *window = stage_present (GTK_WIDGET (panel), 500, 400);
  g_assert_nonnull (pedicle_session_get_decision (session));
  put (folder, "decision.xml", "<decision id=\"x\" format=\"1\"><wrong/></decision>");
  pedicle_session_load (session);
  g_assert_null (pedicle_session_get_decision (session));
  pedicle_session_next_patient (session);
  stage_clear (window, GTK_WIDGET (panel));
  stage_remove (folder);
}

/* What is behind the table holds nothing of content that was read before. */
static void
test_steps_behind_table (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleConsultationView *view = g_object_new (PEDICLE_TYPE_CONSULTATION_VIEW, NULL);

  pedicle_consultation_view_set_session (view, session);
  GtkWindow *window = stage_present (GTK_WIDGET (view), 1366, 700);
  PedicleTopicPage *page;
  while (page = PEDICLE_TOPIC_PAGE (stage_find (GTK_WIDGET (view), PEDICLE_TYPE_TOPIC_PAGE)),
         !pedicle_topic_page_move_step (page, 1))
    g_assert_true (pedicle_consultation_view_move (view, 1));
  GtkWidget *whole = stage_find_label (GTK_WIDGET (view), "Table");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_parent (whole)), TRUE);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (page)));
  pedicle_session_load (session);
  g_assert_false (pedicle_topic_page_move_step (page, -1));
  stage_clear (window, GTK_WIDGET (view));
}

/* A clinic's change to a text that has changed since is a warning, and warnings are listed as errors are. */
static void
test_conflict (void)
{
  char *folder = stage_copy (TEST_DATA "/packs/knee");

  put (folder, "overlay.xml",
       "<overlay id=\"clinic\" format=\"1\" approved-by=\"A. Person\" approved=\"2026-11-20\">"
       "<clinic><name id=\"name\">Example Hospital</name></clinic>"
       "<replace id=\"local.1\" ref=\"exercise/title\" was=\"sha256:"
       "0000000000000000000000000000000000000000000000000000000000000000\">Moving</replace></overlay>");
  g_autoptr (PedicleSession) session = pedicle_session_new (folder);
  const PedicleProblems *problems = pedicle_session_get_problems (session);
  g_assert_cmpuint (pedicle_problems_get_n_errors (problems), ==, 0);
  g_assert_cmpuint (pedicle_problems_get_n (problems), ==, 1);

  PedicleProblemsView *view = g_object_new (PEDICLE_TYPE_PROBLEMS_VIEW, NULL);
  pedicle_problems_view_show (view, problems, TRUE);
  GtkWindow *window = stage_present (GTK_WIDGET (view), 700, 500);
  g_assert_nonnull (stage_find_label (GTK_WIDGET (view), pedicle_problems_get (problems, 0)->message));
  stage_clear (window, GTK_WIDGET (view));
  stage_remove (folder);
}

static GtkDropDown *
find_drop_down (GtkWidget *view, const char *name)
{
  return GTK_DROP_DOWN (gtk_widget_get_template_child (view, G_OBJECT_TYPE (view), name));
}

/* A translator who reads the content again goes on with the sheet that was open. */
static void
test_translations_keep (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  g_autoptr (GFile) file = g_file_new_for_path (SOURCE_ROOT "/po/content/es.po");
  PedicleTranslationsView *view = g_object_new (PEDICLE_TYPE_TRANSLATIONS_VIEW, NULL);
  GtkDropDown *handout = find_drop_down (GTK_WIDGET (view), "handout");
  GtkDropDown *option = find_drop_down (GTK_WIDGET (view), "option");

  pedicle_translations_view_set_session (view, session);
  pedicle_translations_view_open (view, file);
  GtkWindow *window = stage_present (GTK_WIDGET (view), 1300, 700);
  gtk_drop_down_set_selected (handout, 1);
  gtk_drop_down_set_selected (option, 2);
  pedicle_session_load (session);
  g_assert_cmpuint (gtk_drop_down_get_selected (handout), ==, 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (option), ==, 2);
  stage_clear (window, GTK_WIDGET (view));
}

/* And so does who fills in a sheet. */
static void
test_handouts_keep (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleHandoutsView *view = g_object_new (PEDICLE_TYPE_HANDOUTS_VIEW, NULL);
  GtkDropDown *option = find_drop_down (GTK_WIDGET (view), "option");

  pedicle_handouts_view_set_session (view, session, NULL);
  GtkWindow *window = stage_present (GTK_WIDGET (view), 1300, 700);
  GtkListBox *list = GTK_LIST_BOX (stage_find (GTK_WIDGET (view), GTK_TYPE_LIST_BOX));
  guint last = pedicle_library_get_handouts (pedicle_session_get_library (session))->len - 1;
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, (int) last));
  guint chosen = g_list_model_get_n_items (gtk_drop_down_get_model (option)) - 1;
  gtk_drop_down_set_selected (option, chosen);
  pedicle_session_load (session);
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, (int) last);
  g_assert_cmpuint (gtk_drop_down_get_selected (option), ==, chosen);
  pedicle_session_set_value (session, "patient-name", "Zebedee");
  pedicle_session_next_patient (session);
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, 0);
  stage_clear (window, GTK_WIDGET (view));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/reload/decision-gone", test_decision_gone);
  g_test_add_func ("/reload/steps-behind-table", test_steps_behind_table);
  g_test_add_func ("/reload/conflict", test_conflict);
  g_test_add_func ("/reload/translations-keep", test_translations_keep);
  g_test_add_func ("/reload/handouts-keep", test_handouts_keep);
  return g_test_run ();
}
