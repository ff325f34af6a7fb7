/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The record of the talk: what it holds, copied, and on the sheet. */
#include "consultation-view.h"
#include "handouts-view.h"
#include "numbers-panel.h"
#include "page-preview.h"
#include "record.h"
#include "stage.h"
#include "topic-page.h"
#include "window.h"

#define CONTENT SOURCE_ROOT "/data/content"
#define TICKED "\342\230\221 "

static AdwApplication *application;

static const PedicleTopic *
get_topic (PedicleSession *session, guint index)
{
  return g_ptr_array_index (pedicle_session_get_decision (session)->topics, index);
}

static char *
get_text (PedicleSession *session)
{
  g_autoptr (GError) error = NULL;
  char *text = pedicle_record_text (session, pedicle_record_find (session), NULL, &error);

  g_assert_no_error (error);
  return text;
}

static void
assert_has (const char *text, const char *before, const char *words)
{
  g_autofree char *line = g_strdup_printf ("%s%s\n", before, words);

  if (strstr (text, line) == NULL)
    g_error ("no line “%s%s” in:\n%s", before, words, text);
}

/* One piece, with version and digest at its end, however many pages the sheet has. */
static void
test_text (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (CONTENT);
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  const PedicleNumbers *numbers = g_ptr_array_index (decision->numbers, 0);
  const PedicleValue *value = g_ptr_array_index (decision->values, 0);

  pedicle_session_set_discussed (session, get_topic (session, 1)->id, TRUE);
  pedicle_session_toggle_matter (session, value->id);
  pedicle_session_show_numbers (session, numbers->id);
  for (guint i = 0; i < 30; i++)
    pedicle_session_add_question (session, "May I swim?");
  g_autofree char *text = get_text (session);
  assert_has (text, TICKED, get_topic (session, 1)->question->markup);
  assert_has (text, TICKED, value->statement->markup);
  assert_has (text, TICKED, numbers->title->markup);
  assert_has (text, "", "May I swim?");
  g_assert_null (strchr (text, '\f'));
  g_assert_null (strstr (text, "Page 1"));
  const char *foot = strstr (text, "Content ");
  g_assert_nonnull (foot);
  g_assert_null (strstr (foot + 1, "Content "));
  g_assert_true (g_str_has_suffix (text, "\n"));
  g_assert_true (g_regex_match_simple ("\\b[0-9a-f]{4} [0-9a-f]{4}\n$", text, 0, 0));
}

/* The clinic keeps it, so it is in the clinic's language whatever the talk was in. */
static void
test_language (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (CONTENT);

  g_assert_true (pedicle_session_set_language (session, "es", NULL));
  pedicle_session_give (session, pedicle_record_find (session)->id, NULL, "es");
  g_autofree char *text = get_text (session);
  assert_has (text, "\342\230\220 ", get_topic (session, 1)->question->markup);
}

static void
test_another_decision (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/tests/packs/knee");
  g_autofree char *text = get_text (session);

  assert_has (text, "\342\230\220 ", get_topic (session, 1)->question->markup);
}

static char *
get_clipboard (PedicleWindow *window)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (window)));
  g_auto (GValue) value = G_VALUE_INIT;

  if (content == NULL)
    return NULL;
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  return g_value_dup_string (&value);
}

/* From either place; it says so, and the next patient takes it off the clipboard. */
static void
test_copy (void)
{
  const char *const places[] = { "consultation", "handouts" };
  g_autoptr (PedicleSession) session = pedicle_session_new (CONTENT);
  PedicleWindow *window = stage_open (application, session, 1300, 700);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", places[i]);
      pedicle_session_set_discussed (session, get_topic (session, i)->id, TRUE);
      g_assert_null (get_clipboard (window));
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-record", NULL));
      stage_wait (100);
      g_autofree char *text = get_text (session), *copied = get_clipboard (window);
      g_assert_cmpstr (copied, ==, text);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      g_autofree char *said
          = g_strdup_printf ("Copied: the record of this talk, %u lines", g_strv_length (lines) - 1);
      g_assert_nonnull (stage_find_label (GTK_WIDGET (window), said));
      gtk_widget_activate_action (GTK_WIDGET (window), "win.next-patient", NULL);
      g_assert_null (get_clipboard (window));
      gtk_widget_activate_action (GTK_WIDGET (window), "win.undo-next-patient", NULL);
      stage_wait (500);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_shown (PedicleSession *session)
{
  const GPtrArray *numbers = pedicle_session_get_decision (session)->numbers;
  guint n = 0;

  for (guint i = 0; i < numbers->len; i++)
    n += pedicle_visit_was_shown (pedicle_session_get_visit (session),
                                  ((const PedicleNumbers *) g_ptr_array_index (numbers, i))->id);
  return n;
}

/* What stands on the screen for a while is noted, what does not is not, though it may be only one turn away; nothing of it
 * for the next patient. */
static void
test_numbers (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (CONTENT);
  const PedicleNumbers *numbers = g_ptr_array_index (pedicle_session_get_decision (session)->numbers, 0);
  PedicleWindow *window = stage_open (application, session, 1300, 700);
  PedicleConsultationView *view
      = PEDICLE_CONSULTATION_VIEW (stage_find (GTK_WIDGET (window), PEDICLE_TYPE_CONSULTATION_VIEW));
  GtkWidget *unseen = g_object_ref_sink (pedicle_numbers_panel_new (session, numbers));

  g_assert_cmpuint (count_shown (session), ==, 0);
  for (guint i = 0; !g_str_equal (get_topic (session, i)->id, numbers->topic); i++)
    pedicle_consultation_view_move (view, 1);
  stage_wait (1500);
  g_assert_cmpuint (count_shown (session), ==, 0);
  pedicle_topic_page_move_turn (PEDICLE_TOPIC_PAGE (stage_find (GTK_WIDGET (view), PEDICLE_TYPE_TOPIC_PAGE)), 1);
  stage_wait (100);
  g_assert_cmpuint (count_shown (session), ==, 0);
  stage_wait (1500);
  g_assert_cmpuint (count_shown (session), ==, 1);
  g_assert_true (pedicle_visit_was_shown (pedicle_session_get_visit (session), numbers->id));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.next-patient", NULL);
  stage_wait (1500);
  g_assert_cmpuint (count_shown (session), ==, 0);
  g_object_unref (unseen);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What was talked about since the sheet was last seen is on it. */
static void
test_preview (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (CONTENT);
  PedicleWindow *window = stage_open (application, session, 1300, 700);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.record", NULL));
  stage_wait (200);
  GtkWidget *preview = stage_find (GTK_WIDGET (window), PEDICLE_TYPE_PAGE_PREVIEW);
  g_assert_true (gtk_widget_get_mapped (stage_find_label (GTK_WIDGET (window), "Copy the record")));
  g_autofree char *before = stage_paint (preview);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "consultation");
  stage_wait (50);
  pedicle_session_set_discussed (session, get_topic (session, 0)->id, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "handouts");
  stage_wait (200);
  g_autofree char *after = stage_paint (preview);
  g_assert_cmpstr (before, !=, after);
  /* And at once while it is seen. */
  pedicle_session_set_hidden (session, pedicle_session_get_decision (session)->options[0], TRUE);
  stage_wait (200);
  g_autofree char *hidden = stage_paint (preview);
  g_assert_cmpstr (after, !=, hidden);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  application = stage_start (&argc, &argv);
  g_test_add_func ("/record/text", test_text);
  g_test_add_func ("/record/language", test_language);
  g_test_add_func ("/record/another-decision", test_another_decision);
  g_test_add_func ("/record/copy", test_copy);
  g_test_add_func ("/record/numbers", test_numbers);
  g_test_add_func ("/record/preview", test_preview);
  return stage_run (application);
}
