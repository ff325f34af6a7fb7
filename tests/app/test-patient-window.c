/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patient-window.h"

#include <glib/gstdio.h>

#include "case-panel.h"
#include "consultation-view.h"
#include "draw-bar.h"
#include "ink-layer.h"
#include "large-view.h"
#include "private-entry.h"
#include "question-bar.h"
#include "search-panel.h"
#include "stage.h"
#include "topic-page.h"
#include "topic-table.h"
#include "topics.h"
#include "turns.h"
#include "window.h"
#include "words.h"

static AdwApplication *application;

typedef struct
{
  PedicleSession *session;
  PedicleTalk *talk;
  GtkWidget *first, *second; /* the windows */
} Room;

static GtkWidget *
find_patient_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (windows, i);
      if (PEDICLE_IS_PATIENT_WINDOW (each))
        found = each;
    }
  return found;
}

static void
act (Room *room, const char *action)
{
  g_assert_true (gtk_widget_activate_action (room->first, action, NULL));
  stage_wait (100);
}

static Room
enter (const char *content)
{
  Room room = { .session = pedicle_session_new (content) };

  room.talk = pedicle_session_get_talk (room.session);
  room.first = GTK_WIDGET (pedicle_window_new (application, room.session));
  gtk_window_present (GTK_WINDOW (room.first));
  gtk_test_widget_wait_for_draw (room.first);
  act (&room, "win.patient-window");
  room.second = find_patient_window ();
  g_assert_nonnull (room.second);
  gtk_test_widget_wait_for_draw (room.second);
  return room;
}

static void
leave (Room *room)
{
  gpointer first = room->first, second = room->second;

  g_object_add_weak_pointer (first, &first);
  g_object_add_weak_pointer (second, &second);
  gtk_window_destroy (GTK_WINDOW (room->first));
  stage_wait (50);
  g_assert_null (first);
  g_assert_null (second);
  g_clear_object (&room->session);
}

static gboolean
is_in (GtkWidget *window, GType type)
{
  return stage_find (window, type) != NULL;
}

static const char *
question_of (GtkWidget *window)
{
  GtkWidget *view = stage_find (window, PEDICLE_TYPE_LARGE_VIEW);

  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_template_child (view, PEDICLE_TYPE_LARGE_VIEW, "question")));
}

/* Whether both windows ask what the talk is at, and show it in the same way. */
static void
check_same (Room *room)
{
  g_autofree char *question = pedicle_topics_question (room->session);
  gboolean one = pedicle_talk_get_mode (room->talk) == PEDICLE_TALK_ONE;
  GtkWidget *windows[] = { room->first, room->second };

  g_assert_cmpstr (question_of (room->second), ==, question);
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      g_assert_nonnull (stage_find_label (windows[i], question));
      g_assert_cmpint (gtk_widget_get_mapped (stage_find (windows[i], PEDICLE_TYPE_TOPIC_PAGE)), ==, one);
      g_assert_cmpint (gtk_widget_get_mapped (stage_find (windows[i], PEDICLE_TYPE_TOPIC_TABLE)), ==, !one);
    }
}

/* What is the clinician's is not even hidden in it: it is not there. */
static void
check_nothing_of_the_clinician (Room *room)
{
  const PedicleDecision *decision = pedicle_session_get_decision (room->session);
  const GType types[] = { PEDICLE_TYPE_CONSULTATION_VIEW, PEDICLE_TYPE_CASE_PANEL, PEDICLE_TYPE_QUESTION_BAR,
                          PEDICLE_TYPE_SEARCH_PANEL, GTK_TYPE_ENTRY };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_assert_true (i == G_N_ELEMENTS (types) - 1 || is_in (room->first, types[i]));
      g_assert_false (is_in (room->second, types[i]));
    }
  for (guint i = 0; i < decision->topics->len; i++)
    {
      const PedicleTopic *topic = g_ptr_array_index (decision->topics, i);
      g_autofree char *prompt = pedicle_words_plain (
          room->session, pedicle_session_get_interface (room->session), topic->prompt);
      g_autofree char *spoken
          = pedicle_words_plain (room->session, pedicle_session_get_spoken (room->session), topic->prompt);
      g_assert_true (*prompt == '\0' || stage_find_label (room->second, prompt) == NULL);
      g_assert_true (*spoken == '\0' || stage_find_label (room->second, spoken) == NULL);
    }
  g_assert_null (stage_find_label (room->second, "Will I walk again?"));
}

static void
check_tools (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  g_assert_false (tooltip != NULL && g_str_has_prefix (tooltip, "Hide ") && gtk_widget_get_mapped (widget));
  g_assert_false (PEDICLE_IS_DRAW_BAR (widget) && gtk_widget_get_mapped (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_tools (child);
}

static void
test_patient_alone (void)
{
  Room room = enter (SOURCE_ROOT "/data/content");
  guint n_prompts = 0;

  pedicle_session_add_question (room.session, "Will I walk again?");
  pedicle_pen_set_active (pedicle_session_get_pen (room.session), TRUE);
  stage_wait (50);
  g_assert_nonnull (stage_find_label (room.first, "Will I walk again?"));
  do
    {
      const PedicleTopic *topic = pedicle_topics_get_shown (room.session);
      g_autofree char *prompt
          = pedicle_words_plain (room.session, pedicle_session_get_interface (room.session), topic->prompt);
      n_prompts += *prompt != '\0' && stage_find_label (room.first, prompt) != NULL;
      stage_wait (30);
      check_nothing_of_the_clinician (&room);
      check_tools (room.second);
    }
  while (pedicle_topics_move (room.session, 1));
  g_assert_cmpuint (n_prompts, >, 0);
  pedicle_talk_set_mode (room.talk, PEDICLE_TALK_TABLE);
  stage_wait (50);
  check_nothing_of_the_clinician (&room);
  check_tools (room.second);
  leave (&room);
}

static gboolean
press (GtkWidget *window, GType type, const char *id)
{
  GtkWidget *button = GTK_WIDGET (gtk_widget_get_template_child (stage_find (window, type), type, id));
  gboolean sensitive = gtk_widget_is_sensitive (button);

  g_signal_emit_by_name (button, "clicked");
  stage_wait (50);
  return sensitive;
}

/* Either of them moves both. */
static void
test_moves (void)
{
  Room room = enter (SOURCE_ROOT "/data/content");
  g_autofree char *start = pedicle_topics_question (room.session);

  check_same (&room);
  g_assert_true (press (room.second, PEDICLE_TYPE_LARGE_VIEW, "next"));
  check_same (&room);
  g_assert_cmpstr (question_of (room.second), !=, start);
  g_assert_true (press (room.first, PEDICLE_TYPE_CONSULTATION_VIEW, "previous"));
  check_same (&room);
  g_assert_cmpstr (question_of (room.second), ==, start);
  g_assert_true (pedicle_consultation_view_move (
      PEDICLE_CONSULTATION_VIEW (stage_find (room.first, PEDICLE_TYPE_CONSULTATION_VIEW)), 2));
  stage_wait (50);
  check_same (&room);
  for (PedicleTalkMode mode = PEDICLE_TALK_APART; (int) mode >= PEDICLE_TALK_ONE; mode--)
    {
      pedicle_talk_set_mode (room.talk, mode);
      stage_wait (50);
      check_same (&room);
    }
  leave (&room);
}

static void
go_to_steps (Room *room)
{
  while (!pedicle_topic_page_move_step (PEDICLE_TOPIC_PAGE (stage_find (room->first, PEDICLE_TYPE_TOPIC_PAGE)), 1))
    g_assert_true (pedicle_topics_move (room->session, 1));
  stage_wait (50);
}

/* Steps, what is opened, what was turned round, and the order of the numbers. */
static void
test_place (void)
{
  Room room = enter (SOURCE_ROOT "/data/content");

  go_to_steps (&room);
  g_assert_nonnull (stage_find_label (room.second, "Step 2 of 4"));
  PedicleTopicPage *page = PEDICLE_TOPIC_PAGE (stage_find (room.second, PEDICLE_TYPE_TOPIC_PAGE));
  g_assert_true (pedicle_topic_page_move_step (page, 1));
  g_assert_nonnull (stage_find_label (room.first, "Step 3 of 4"));
  g_assert_true (pedicle_topics_move (room.session, -1));
  g_assert_cmpuint (pedicle_talk_get_step (room.talk), ==, 0);
  GtkWidget *windows[] = { room.first, room.second };
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      GtkExpander *here = GTK_EXPANDER (stage_find (windows[i], GTK_TYPE_EXPANDER));
      GtkExpander *there = GTK_EXPANDER (stage_find (windows[1 - i], GTK_TYPE_EXPANDER));
      gtk_expander_set_expanded (here, i == 0);
      g_assert_cmpint (gtk_expander_get_expanded (there), ==, i == 0);
    }
  stage_wait (50);
  leave (&room);
}

/* Sets of numbers that the first window has room for are led through in the second, by keys in either of them. */
static void
test_turns (void)
{
  Room room = enter (SOURCE_ROOT "/data/content");
  PedicleTurns *turns;

  do
    {
      stage_wait (100);
      turns = PEDICLE_TURNS (stage_find (room.second, PEDICLE_TYPE_TURNS));
    }
  while (pedicle_turns_get_mode (turns) != PEDICLE_TURNS_ALONE && pedicle_topics_move (room.session, 1));
  g_assert_cmpint (pedicle_turns_get_mode (turns), ==, PEDICLE_TURNS_ALONE);
  g_assert_cmpuint (pedicle_turns_get_current (turns), ==, 0);
  while (pedicle_talk_get_step (room.talk) + 1 < 4 && pedicle_turns_get_current (turns) == 0)
    g_assert_true (pedicle_talk_go_further (room.talk, 1));
  g_assert_cmpuint (pedicle_turns_get_current (turns), ==, 1);
  g_assert_cmpuint (pedicle_talk_get_turn (room.talk), ==, 1);
  g_assert_true (pedicle_talk_go_further (room.talk, -1));
  g_assert_cmpuint (pedicle_turns_get_current (turns), ==, 0);
  leave (&room);
}

/* A choice that is hidden, another language, and what matters. */
static void
test_choices (void)
{
  Room room = enter (SOURCE_ROOT "/data/content");
  g_autoptr (GPtrArray) options = pedicle_session_get_options (room.session);
  const PedicleProcedure *option = g_ptr_array_index (options, 0);
  g_autofree char *title = pedicle_words_plain (room.session, pedicle_session_get_spoken (room.session), option->title);

  while (stage_find_label (room.second, title) == NULL)
    g_assert_true (pedicle_topics_move (room.session, 1));
  pedicle_session_set_hidden (room.session, option->id, TRUE);
  stage_wait (50);
  g_assert_null (stage_find_label (room.second, title));
  pedicle_session_set_hidden (room.session, option->id, FALSE);
  stage_wait (50);
  g_assert_nonnull (stage_find_label (room.second, title));
  g_autofree char *english = g_strdup (question_of (room.second));
  g_assert_true (pedicle_session_set_language (room.session, "es", NULL));
  stage_wait (50);
  check_same (&room);
  g_assert_cmpstr (question_of (room.second), !=, english);
  leave (&room);
}

/* What the clinician could say stands in both languages, for the clinician alone. */
static void
test_prompts (void)
{
  Room room = enter (SOURCE_ROOT "/data/content");
  guint n_prompts = 0;

  g_assert_true (pedicle_session_set_language (room.session, "es", NULL));
  do
    {
      const PedicleTopic *topic = pedicle_topics_get_shown (room.session);
      g_autofree char *prompt
          = pedicle_words_plain (room.session, pedicle_session_get_interface (room.session), topic->prompt);
      g_autofree char *spoken
          = pedicle_words_plain (room.session, pedicle_session_get_spoken (room.session), topic->prompt);
      g_autofree char *both = g_strconcat (prompt, "\n", spoken, NULL);
      stage_wait (30);
      g_assert_cmpstr (prompt, !=, spoken);
      n_prompts += stage_find_label (room.first, both) != NULL;
      check_nothing_of_the_clinician (&room);
    }
  while (pedicle_topics_move (room.session, 1));
  g_assert_cmpuint (n_prompts, ==, pedicle_topics_get_n (room.session));
  leave (&room);
}

/* A line is seen in both while it is drawn. */
static void
test_line (void)
{
  Room room = enter (SOURCE_ROOT "/data/content");

  go_to_steps (&room);
  pedicle_pen_set_active (pedicle_session_get_pen (room.session), TRUE);
  stage_wait (100);
  GtkWidget *here = stage_find (stage_find (room.first, PEDICLE_TYPE_TOPIC_PAGE), PEDICLE_TYPE_INK_LAYER);
  GtkWidget *there = stage_find (room.second, PEDICLE_TYPE_INK_LAYER);
  g_assert_cmpfloat (stage_coverage (there), <=, 0);
  g_assert_true (pedicle_ink_layer_begin (PEDICLE_INK_LAYER (here), 10, 10));
  pedicle_ink_layer_move (PEDICLE_INK_LAYER (here), 90, 60);
  stage_wait (100);
  g_assert_cmpfloat (stage_coverage (there), >, 0);
  pedicle_ink_layer_end (PEDICLE_INK_LAYER (here));
  stage_wait (100);
  g_assert_cmpfloat (stage_coverage (there), >, 0);
  /* A line that the next patient's arrival has cut off is in neither. */
  g_assert_true (pedicle_ink_layer_begin (PEDICLE_INK_LAYER (here), 10, 90));
  pedicle_session_next_patient (room.session);
  g_assert_null (pedicle_pen_get_line (pedicle_session_get_pen (room.session), "any"));
  stage_wait (50);
  leave (&room);
}

/* Both begin anew, and the second window stays where it was put; it can be emptied by itself. */
static void
test_next_patient (void)
{
  Room room = enter (SOURCE_ROOT "/data/content");
  g_autofree char *start = pedicle_topics_question (room.session);

  pedicle_session_set_value (room.session, "patient-name", "Zebedee Underhill");
  go_to_steps (&room);
  pedicle_talk_set_mode (room.talk, PEDICLE_TALK_TABLE);
  pedicle_talk_set_blank (room.talk, TRUE);
  stage_wait (50);
  g_assert_false (gtk_widget_get_mapped (stage_find (room.second, PEDICLE_TYPE_TOPIC_TABLE)));
  act (&room, "win.next-patient");
  g_assert_true (find_patient_window () == room.second);
  g_assert_true (gtk_widget_get_mapped (room.second));
  check_same (&room);
  g_assert_cmpstr (question_of (room.second), ==, start);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (room.second)), ==, "Patient’s window");
  act (&room, "win.undo-next-patient");
  check_same (&room);
  leave (&room);
}

/* Content that cannot be used leaves nothing to be shown. */
static void
test_reload (void)
{
  char *folder = stage_copy (SOURCE_ROOT "/data/content");
  g_autofree char *file = g_build_filename (folder, "decision.xml", NULL);
  Room room = enter (folder);

  go_to_steps (&room);
  act (&room, "win.reload");
  check_same (&room);
  g_assert_nonnull (stage_find_label (room.second, "Step 1 of 4"));
  g_assert_cmpint (g_remove (file), ==, 0);
  act (&room, "win.reload");
  if (pedicle_session_get_decision (room.session) == NULL)
    {
      g_assert_null (find_patient_window ());
      g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (room.first), "patient-window"));
    }
  else
    check_same (&room);
  gtk_window_destroy (GTK_WINDOW (room.first));
  stage_wait (50);
  g_assert_null (find_patient_window ());
  g_clear_object (&room.session);
  stage_remove (folder);
}

/* It goes by itself, comes again, and goes with the first. */
static void
test_close (void)
{
  Room room = enter (SOURCE_ROOT "/data/content");

  gtk_window_close (GTK_WINDOW (room.second));
  stage_wait (100);
  g_assert_null (find_patient_window ());
  g_assert_true (gtk_widget_get_mapped (room.first));
  act (&room, "win.patient-window");
  g_assert_nonnull (find_patient_window ());
  act (&room, "win.patient-window");
  g_assert_null (find_patient_window ());
  act (&room, "win.patient-window");
  room.second = find_patient_window ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (stage_find (room.second, PEDICLE_TYPE_LARGE_VIEW)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Large view");
  leave (&room);
}

int
main (int argc, char **argv)
{
  application = stage_start (&argc, &argv);
  g_test_add_func ("/patient-window/patient-alone", test_patient_alone);
  g_test_add_func ("/patient-window/moves", test_moves);
  g_test_add_func ("/patient-window/place", test_place);
  g_test_add_func ("/patient-window/turns", test_turns);
  g_test_add_func ("/patient-window/choices", test_choices);
  g_test_add_func ("/patient-window/prompts", test_prompts);
  g_test_add_func ("/patient-window/line", test_line);
  g_test_add_func ("/patient-window/next-patient", test_next_patient);
  g_test_add_func ("/patient-window/reload", test_reload);
  g_test_add_func ("/patient-window/close", test_close);
  return stage_run (application);
}
