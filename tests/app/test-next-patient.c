/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "next-patient.h"

#include "application.h"
#include "case-panel.h"
#include "clipboard.h"
#include "clock.h"
#include "consultation-view.h"
#include "handouts-view.h"
#include "idle.h"
#include "preferences.h"
#include "private-entry.h"
#include "question-bar.h"
#include "search-panel.h"
#include "stage.h"
#include "topic-page.h"
#include "window.h"

#define NAME "Zebedee Underhill"
#define ANSWER 1600 /* milliseconds: what looks each second has looked */
#define MINUTE 60000

static AdwApplication *application;

static PedicleSession *
new_visit (void)
{
  PedicleSession *session = pedicle_session_new (SOURCE_ROOT "/data/content");

  pedicle_session_set_value (session, "patient-name", NAME);
  return session;
}

static const char *
get_name (PedicleSession *session)
{
  return pedicle_visit_get_value (pedicle_session_get_visit (session), "patient-name");
}

static void
act (PedicleWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  stage_wait (200);
}

static void
go_to (PedicleWindow *window, const char *place)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", place);
  stage_wait (200);
}

/* What the actions tell on the bus holds nothing of the patient, nor does the title. */
static void
test_undo (void)
{
  g_autoptr (PedicleSession) session = new_visit ();
  PedicleWindow *window = stage_open (application, session, 1300, 700);
  g_auto (GStrv) actions = g_action_group_list_actions (G_ACTION_GROUP (window));

  act (window, "win.next-patient");
  g_assert_nonnull (stage_find_label (GTK_WIDGET (window), "Ready for the next patient"));
  g_assert_true (pedicle_visit_is_empty (pedicle_session_get_visit (session)));
  act (window, "win.undo-next-patient");
  g_assert_cmpstr (get_name (session), ==, NAME);
  g_assert_null (strstr (gtk_window_get_title (GTK_WINDOW (window)), "Zebedee"));
  for (guint i = 0; actions[i] != NULL; i++)
    g_assert_null (g_action_group_get_action_state (G_ACTION_GROUP (window), actions[i]));
  stage_clear (GTK_WINDOW (window), GTK_WIDGET (window));
}

static void
on_press (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}

/* What can be taken back is forgotten when its time is over, with the pointer resting on the toast, and when the machine
 * has slept meanwhile. */
static void
test_undo_ends (void)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");
  if (xdotool == NULL)
    {
      g_test_skip ("needs xdotool to move the pointer");
      return;
    }
  g_autoptr (PedicleSession) session = new_visit ();
  PedicleWindow *window = stage_open (application, session, 1300, 440);

  act (window, "win.next-patient");
  on_press (gtk_widget_get_parent (stage_find_label (GTK_WIDGET (window), "Undo")));
  g_assert_cmpstr (get_name (session), ==, NAME);
  stage_wait (200);
  act (window, "win.next-patient");
  g_assert_true (g_spawn_command_line_sync ("xdotool mousemove 650 390 mousemove 651 391", NULL, NULL, NULL, NULL));
  pedicle_clock_skip (9000);
  stage_wait (300);
  g_assert_nonnull (stage_find_label (GTK_WIDGET (window), "Undo"));
  pedicle_clock_skip (1000);
  stage_wait (600);
  g_assert_null (stage_find_label (GTK_WIDGET (window), "Undo"));
  g_assert_false (pedicle_session_undo_next_patient (session));
  stage_clear (GTK_WINDOW (window), GTK_WIDGET (window));
}

/* A window that is closed keeps nothing for an undo that nobody can press, nor the visit. */
static void
test_closed (void)
{
  g_autoptr (PedicleSession) session = new_visit ();
  PedicleWindow *window = stage_open (application, session, 1300, 700);

  act (window, "win.next-patient");
  stage_clear (GTK_WINDOW (window), GTK_WIDGET (window));
  g_assert_false (pedicle_session_undo_next_patient (session));

  pedicle_session_set_value (session, "patient-name", NAME);
  window = stage_open (application, session, 1300, 700);
  stage_clear (GTK_WINDOW (window), GTK_WIDGET (window));
  g_assert_true (pedicle_visit_is_empty (pedicle_session_get_visit (session)));
  g_assert_false (pedicle_session_undo_next_patient (session));
}

/* How much an entry promises. Returns: how many there are. */
static guint
check_entries (GtkWidget *root)
{
  const GtkInputHints hints = GTK_INPUT_HINT_PRIVATE | GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_NO_EMOJI;
  guint n = 0;

  if (GTK_IS_ENTRY (root))
    {
      g_assert_true (pedicle_private_entry_is (root));
      g_assert_cmpuint (gtk_entry_get_input_hints (GTK_ENTRY (root)) & hints, ==, hints);
      g_assert_null (gtk_entry_get_completion (GTK_ENTRY (root)));
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check_entries (child);
  return n;
}

/* Each entry of the talk and of each form, so a new one cannot be forgotten. */
static void
test_entries (void)
{
  g_autoptr (PedicleSession) session = new_visit ();
  PedicleWindow *window = stage_open (application, session, 1300, 700);
  GtkWidget *panel = stage_find (GTK_WIDGET (window), PEDICLE_TYPE_CASE_PANEL);

  gtk_menu_button_popup (GTK_MENU_BUTTON (stage_find (panel, GTK_TYPE_MENU_BUTTON)));
  go_to (window, "handouts");
  GtkWidget *view = stage_find (GTK_WIDGET (window), PEDICLE_TYPE_HANDOUTS_VIEW);
  GtkListBox *list = GTK_LIST_BOX (stage_find (view, GTK_TYPE_LIST_BOX));
  g_assert_cmpuint (check_entries (stage_find (GTK_WIDGET (window), PEDICLE_TYPE_QUESTION_BAR)), ==, 1);
  guint most = 0;
  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    {
      gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, i));
      most = MAX (most, check_entries (GTK_WIDGET (window)));
    }
  g_assert_cmpuint (most, >, 4);
  stage_clear (GTK_WINDOW (window), GTK_WIDGET (window));
}

/* Whether @text stands in a label, an entry or the name of a widget inside of @root. */
static gboolean
holds (GtkWidget *root, const char *text)
{
  if (GTK_IS_EDITABLE (root) && strstr (gtk_editable_get_text (GTK_EDITABLE (root)), text) != NULL)
    return TRUE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (holds (child, text))
      return TRUE;
  return FALSE;
}

static GtkAdjustment *
scroll_down (GtkWidget *view)
{
  GtkWidget *scrolled = stage_find (view, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  gtk_adjustment_set_value (adjustment, 40);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 40);
  return adjustment;
}

/* Words in entries that are not in the visit yet, open popovers, and the place where somebody has read go as well. */
static void
test_everywhere (void)
{
  g_autoptr (PedicleSession) session = new_visit ();
  PedicleWindow *window = stage_open (application, session, 1300, 440);
  GtkWidget *bar = stage_find (GTK_WIDGET (window), PEDICLE_TYPE_QUESTION_BAR);
  GtkEditable *entry = GTK_EDITABLE (stage_find (bar, GTK_TYPE_ENTRY));

  pedicle_session_add_question (session, NAME " asks whether to swim");
  pedicle_consultation_view_search (
      PEDICLE_CONSULTATION_VIEW (stage_find (GTK_WIDGET (window), PEDICLE_TYPE_CONSULTATION_VIEW)));
  GtkWidget *search = stage_find (GTK_WIDGET (window), PEDICLE_TYPE_SEARCH_PANEL);
  gtk_editable_set_text (GTK_EDITABLE (stage_find (search, GTK_TYPE_SEARCH_ENTRY)), NAME);
  gtk_editable_set_text (entry, NAME " wants");
  GtkWidget *button = stage_find (bar, GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  GtkAdjustment *read = scroll_down (stage_find (GTK_WIDGET (window), PEDICLE_TYPE_TOPIC_PAGE));
  stage_wait (200);
  g_assert_true (holds (GTK_WIDGET (window), NAME));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)))));
  act (window, "win.next-patient");
  g_assert_false (holds (GTK_WIDGET (window), NAME));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)))));
  g_assert_cmpfloat (gtk_adjustment_get_value (read), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (entry), "text.undo", NULL);
  gtk_widget_activate_action (stage_find (GTK_WIDGET (entry), GTK_TYPE_TEXT), "text.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  stage_clear (GTK_WINDOW (window), GTK_WIDGET (window));
}

static void
expect_text (GdkClipboard *clipboard, const char *text)
{
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, text);
}

/* What was copied and what is marked are gone at once; what another program has copied stays. */
static void
test_clipboard (void)
{
  g_autoptr (PedicleSession) session = new_visit ();
  PedicleWindow *window = stage_open (application, session, 1300, 700);
  GdkDisplay *ours = gtk_widget_get_display (GTK_WIDGET (window));
  GdkDisplay *other = gdk_display_open (gdk_display_get_name (ours));
  GdkClipboard *clipboard = gdk_display_get_clipboard (ours), *primary = gdk_display_get_primary_clipboard (ours);

  gdk_clipboard_set_text (clipboard, NAME);
  gdk_clipboard_set_text (primary, NAME);
  act (window, "win.next-patient");
  g_assert_null (gdk_clipboard_get_content (clipboard));
  g_assert_null (gdk_clipboard_get_content (primary));

  pedicle_session_set_value (session, "patient-name", NAME);
  gdk_clipboard_set_text (gdk_display_get_clipboard (other), "of another program");
  stage_wait (200);
  g_assert_false (gdk_clipboard_is_local (clipboard));
  act (window, "win.next-patient");
  g_assert_true (gdk_clipboard_is_local (gdk_display_get_clipboard (other)));
  expect_text (gdk_display_get_clipboard (other), "of another program");
  gdk_display_close (other);
  stage_clear (GTK_WINDOW (window), GTK_WIDGET (window));
}

/* Without a window, without a clock. */
static void
test_decide (void)
{
  guint left = 0;

  g_assert_cmpint (pedicle_idle_decide (899, 15, TRUE, &left), ==, PEDICLE_IDLE_WAIT);
  g_assert_cmpint (pedicle_idle_decide (900, 15, TRUE, &left), ==, PEDICLE_IDLE_ASK);
  g_assert_cmpuint (left, ==, 60);
  g_assert_cmpint (pedicle_idle_decide (959, 15, TRUE, &left), ==, PEDICLE_IDLE_ASK);
  g_assert_cmpuint (left, ==, 1);
  g_assert_cmpint (pedicle_idle_decide (960, 15, TRUE, &left), ==, PEDICLE_IDLE_CLEAR);
  g_assert_cmpint (pedicle_idle_decide (86400, 5, TRUE, &left), ==, PEDICLE_IDLE_CLEAR);
  g_assert_cmpint (pedicle_idle_decide (86400, 5, FALSE, &left), ==, PEDICLE_IDLE_WAIT);
  g_assert_cmpint (pedicle_idle_decide (86400, 0, TRUE, &left), ==, PEDICLE_IDLE_WAIT);
  g_assert_cmpuint (pedicle_idle_said (60), ==, 60);
  g_assert_cmpuint (pedicle_idle_said (31), ==, 60);
  g_assert_cmpuint (pedicle_idle_said (30), ==, 30);
  g_assert_cmpuint (pedicle_idle_said (1), ==, 10);
  g_autofree char *sentence = pedicle_idle_sentence (15, 60);
  g_assert_cmpstr (sentence, ==, "Nothing was pressed or moved for 15 minutes. "
                                 "In 60 seconds everything about this visit is cleared.");
}

static AdwMessageDialog *
find_question (void)
{
  g_autolist (GtkWindow) windows = gtk_window_list_toplevels ();

  g_list_foreach (windows, (GFunc) (void (*) (void)) g_object_ref, NULL);
  for (const GList *each = windows; each != NULL; each = each->next)
    if (ADW_IS_MESSAGE_DIALOG (each->data))
      return each->data;
  return NULL;
}

static gboolean
question_says (const char *words)
{
  return strstr (adw_message_dialog_get_body (find_question ()), words) != NULL;
}

/* After a quarter of an hour it asks; with no answer it clears, and that can be taken back too. */
static void
test_idle (void)
{
  g_autoptr (PedicleSession) session = new_visit ();
  PedicleWindow *window = stage_open (application, session, 1300, 700);

  stage_wait (ANSWER);
  g_assert_null (find_question ());
  pedicle_clock_skip (15 * MINUTE);
  stage_wait (ANSWER);
  g_assert_nonnull (find_question ());
  g_assert_true (question_says ("In 60 seconds"));
  pedicle_clock_skip (30000);
  stage_wait (ANSWER);
  g_assert_true (question_says ("In 30 seconds"));
  gtk_window_close (GTK_WINDOW (find_question ()));
  stage_wait (ANSWER);
  g_assert_null (find_question ());
  g_assert_cmpstr (get_name (session), ==, NAME);

  pedicle_clock_skip (15 * MINUTE);
  stage_wait (ANSWER);
  pedicle_clock_skip (MINUTE);
  stage_wait (ANSWER);
  g_assert_null (find_question ());
  g_assert_true (pedicle_visit_is_empty (pedicle_session_get_visit (session)));
  act (window, "win.undo-next-patient");
  g_assert_cmpstr (get_name (session), ==, NAME);

  pedicle_clock_skip (15 * MINUTE);
  stage_wait (ANSWER);
  adw_message_dialog_response (find_question (), "clear");
  stage_wait (200);
  g_assert_null (find_question ());
  g_assert_true (pedicle_visit_is_empty (pedicle_session_get_visit (session)));
  stage_clear (GTK_WINDOW (window), GTK_WIDGET (window));
}

/* Half a sentence is something to clear, an empty form is not; nor does it ask where it is not to. */
static void
test_idle_filled (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  g_autoptr (GSettings) settings = pedicle_application_get_settings ();
  PedicleWindow *window = stage_open (application, session, 1300, 700);
  GtkWidget *bar = stage_find (GTK_WIDGET (window), PEDICLE_TYPE_QUESTION_BAR);

  pedicle_clock_skip (20 * MINUTE);
  stage_wait (ANSWER);
  g_assert_null (find_question ());
  gtk_editable_set_text (GTK_EDITABLE (stage_find (bar, GTK_TYPE_ENTRY)), NAME);
  g_settings_set_string (settings, "clear-after", "0");
  stage_wait (ANSWER);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (stage_find (bar, GTK_TYPE_ENTRY))), ==, NAME);
  g_settings_set_string (settings, "clear-after", "5");
  stage_wait (ANSWER);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (stage_find (bar, GTK_TYPE_ENTRY))), ==, "");
  g_settings_reset (settings, "clear-after");
  stage_clear (GTK_WINDOW (window), GTK_WIDGET (window));
}

/* A key or the pointer, in a dialog too, starts the time anew. */
static void
test_idle_touched (void)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");
  if (xdotool == NULL)
    {
      g_test_skip ("needs xdotool to move the pointer");
      return;
    }
  g_autoptr (PedicleSession) session = new_visit ();
  PedicleWindow *window = stage_open (application, session, 1300, 700);

  for (guint i = 0; i < 2; i++)
    {
      pedicle_clock_skip (14 * MINUTE);
      g_assert_true (g_spawn_command_line_sync ("xdotool mousemove 320 300 mousemove 300 310 mousemove 290 300", NULL,
                                                NULL, NULL, NULL));
      stage_wait (ANSWER);
      pedicle_clock_skip (2 * MINUTE);
      stage_wait (ANSWER);
      g_assert_null (find_question ());
      act (window, "win.preferences");
    }
  act (window, "win.next-patient");
  stage_clear (GTK_WINDOW (window), GTK_WIDGET (window));
}

int
main (int argc, char **argv)
{
  application = stage_start (&argc, &argv);
  g_test_add_func ("/next-patient/undo", test_undo);
  g_test_add_func ("/next-patient/undo-ends", test_undo_ends);
  g_test_add_func ("/next-patient/closed", test_closed);
  g_test_add_func ("/next-patient/entries", test_entries);
  g_test_add_func ("/next-patient/everywhere", test_everywhere);
  g_test_add_func ("/next-patient/clipboard", test_clipboard);
  g_test_add_func ("/next-patient/decide", test_decide);
  g_test_add_func ("/next-patient/idle", test_idle);
  g_test_add_func ("/next-patient/idle-filled", test_idle_filled);
  g_test_add_func ("/next-patient/idle-touched", test_idle_touched);
  return stage_run (application);
}
