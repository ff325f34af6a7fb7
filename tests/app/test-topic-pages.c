/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/** The pages of topics that were seen, and of the next: kept, out of everybody's sight, and for one patient only. */

#include "stage.h"
#include "talk-pages.h"
#include "topic-pages.h"
#include "topics.h"
#include "turns.h"
#include "values-picker.h"

#include <adwaita.h>

typedef struct
{
  PedicleSession *session;
  GtkWidget *view;
  GtkWindow *window;
  GtkWidget *pages;
} Room;

static Room
enter_content (const char *content, int height)
{
  Room room = { pedicle_session_new (content), g_object_new (PEDICLE_TYPE_TALK_PAGES, NULL) };

  pedicle_talk_pages_set_session (PEDICLE_TALK_PAGES (room.view), room.session);
  room.window = stage_present (room.view, 1300, height);
  room.pages = stage_find (room.view, PEDICLE_TYPE_TOPIC_PAGES);
  return room;
}

static Room
enter (void)
{
  return enter_content (SOURCE_ROOT "/data/content", 700);
}

static void
leave (Room *room)
{
  stage_clear (room->window, room->view);
  g_object_unref (room->session);
}

static GtkWidget *
get_shown (Room *room)
{
  return GTK_WIDGET (pedicle_topic_pages_get_page (PEDICLE_TOPIC_PAGES (room->pages)));
}

static guint
count_pages (GtkWidget *pages)
{
  guint n = 0;

  for (GtkWidget *page = gtk_widget_get_first_child (pages); page != NULL; page = gtk_widget_get_next_sibling (page))
    n++;
  return n;
}

/* All but the first, which is the one that is shown. */
static void
check_hidden (Room *room)
{
  GtkWidget *page = gtk_widget_get_first_child (room->pages);

  g_assert_true (page == get_shown (room));
  g_assert_true (gtk_widget_get_visible (page) && gtk_widget_get_mapped (page));
  while ((page = gtk_widget_get_next_sibling (page)) != NULL)
    g_assert_false (gtk_widget_get_visible (page) || gtk_widget_get_mapped (page));
}

static void
wait_for_ready (Room *room, guint n)
{
  for (guint i = 0; i < 100 && count_pages (room->pages) < n; i++)
    stage_wait (50);
  g_assert_cmpuint (count_pages (room->pages), ==, n);
}

static void
go (Room *room, int by)
{
  g_assert_true (pedicle_topics_move (room->session, by));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (room->window));
  stage_wait (20);
}

static void
test_kept (void)
{
  Room room = enter ();
  GtkWidget *first = get_shown (&room);

  go (&room, 1);
  g_assert_true (get_shown (&room) != first);
  check_hidden (&room);
  go (&room, -1);
  g_assert_true (get_shown (&room) == first);
  check_hidden (&room);
  leave (&room);
}

/* What was opened, and the step, are of this time that the topic is shown. */
static void
test_begins_anew (void)
{
  Room room = enter ();

  while (!pedicle_topic_page_move_step (PEDICLE_TOPIC_PAGE (get_shown (&room)), 1))
    go (&room, 1);
  GtkWidget *page = get_shown (&room);
  GtkExpander *more = GTK_EXPANDER (stage_find (page, GTK_TYPE_EXPANDER));
  gtk_expander_set_expanded (more, TRUE);
  g_assert_nonnull (stage_find_label (page, "Step 2 of 4"));
  go (&room, -1);
  g_assert_false (gtk_expander_get_expanded (more));
  go (&room, 1);
  g_assert_true (get_shown (&room) == page);
  g_assert_false (gtk_expander_get_expanded (more));
  g_assert_nonnull (stage_find_label (page, "Step 1 of 4"));
  leave (&room);
}

static PedicleTurns *
get_turns (Room *room)
{
  return PEDICLE_TURNS (gtk_widget_get_template_child (get_shown (room), PEDICLE_TYPE_TOPIC_PAGE, "turns"));
}

static GtkAdjustment *
get_scroll (Room *room)
{
  return gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (stage_find (get_shown (room), GTK_TYPE_SCROLLED_WINDOW)));
}

/* To other topics and back, while the table stands over the page. */
static void
go_round_by_table (Room *room)
{
  PedicleTalk *talk = pedicle_session_get_talk (room->session);

  pedicle_talk_set_mode (talk, PEDICLE_TALK_TABLE);
  stage_wait (20);
  go (room, -1);
  go (room, 1);
  pedicle_talk_set_mode (talk, PEDICLE_TALK_ONE);
  stage_wait (20);
}

/* The same for a topic that was left and come back to while the table was in sight. */
static void
test_begins_anew_by_table (void)
{
  Room room = enter ();
  PedicleTalk *talk = pedicle_session_get_talk (room.session);

  while (!pedicle_topic_page_move_step (PEDICLE_TOPIC_PAGE (get_shown (&room)), 1))
    go (&room, 1);
  GtkWidget *page = get_shown (&room);
  g_assert_nonnull (stage_find_label (page, "Step 2 of 4"));
  go_round_by_table (&room);
  g_assert_true (get_shown (&room) == page);
  g_assert_cmpuint (pedicle_talk_get_step (talk), ==, 0);
  g_assert_nonnull (stage_find_label (page, "Step 1 of 4"));
  g_assert_true (pedicle_topic_page_move_step (PEDICLE_TOPIC_PAGE (page), 1));
  g_assert_nonnull (stage_find_label (page, "Step 2 of 4"));
  leave (&room);
}

static void
test_turn_by_table (void)
{
  Room room = enter ();

  while (!pedicle_topic_page_move_turn (PEDICLE_TOPIC_PAGE (get_shown (&room)), 1))
    go (&room, 1);
  pedicle_topic_page_move_turn (PEDICLE_TOPIC_PAGE (get_shown (&room)), 1);
  g_assert_cmpuint (pedicle_turns_get_current (get_turns (&room)), >, 0);
  go_round_by_table (&room);
  g_assert_cmpuint (pedicle_talk_get_turn (pedicle_session_get_talk (room.session)), ==, 0);
  g_assert_cmpuint (pedicle_turns_get_current (get_turns (&room)), ==, 0);
  leave (&room);
}

/* A look at the table does not take readers from where they are; to leave the topic does. */
static void
test_place_by_table (void)
{
  Room room = enter_content (SOURCE_ROOT "/data/content", 300);
  PedicleTalk *talk = pedicle_session_get_talk (room.session);

  while (!pedicle_topic_page_move_step (PEDICLE_TOPIC_PAGE (get_shown (&room)), 1))
    go (&room, 1);
  stage_wait (50);
  gtk_adjustment_set_value (get_scroll (&room), 40);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (&room)), ==, 40);
  pedicle_talk_set_mode (talk, PEDICLE_TALK_TABLE);
  stage_wait (20);
  pedicle_talk_set_mode (talk, PEDICLE_TALK_ONE);
  stage_wait (20);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (&room)), ==, 40);
  go_round_by_table (&room);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (&room)), ==, 0);
  leave (&room);
}

static GtkExpander *
get_sources (GtkWidget *page)
{
  return GTK_EXPANDER (gtk_widget_get_template_child (page, PEDICLE_TYPE_TOPIC_PAGE, "sources"));
}

/* While a topic is read the next is made ready, and the one before; they stay at their beginning, whatever is open. */
static void
test_ready (void)
{
  Room room = enter ();

  wait_for_ready (&room, 2);
  GtkWidget *next = gtk_widget_get_last_child (room.pages);
  check_hidden (&room);
  g_assert_cmpint (gtk_widget_get_width (stage_find (next, GTK_TYPE_SCROLLED_WINDOW)), ==,
                   gtk_widget_get_width (get_shown (&room)));
  go (&room, 1);
  g_assert_true (get_shown (&room) == next);
  wait_for_ready (&room, 3);
  check_hidden (&room);
  for (GtkWidget *page = get_shown (&room); page != NULL; page = gtk_widget_get_next_sibling (page))
    {
      gtk_expander_set_expanded (get_sources (get_shown (&room)), TRUE);
      g_assert_cmpint (gtk_expander_get_expanded (get_sources (page)), ==, page == get_shown (&room));
    }
  leave (&room);
}

/* The same for one that is made ready while something is open. */
static void
test_ready_closed (void)
{
  Room room = enter ();

  gtk_expander_set_expanded (get_sources (get_shown (&room)), TRUE);
  wait_for_ready (&room, 2);
  g_assert_true (gtk_expander_get_expanded (get_sources (get_shown (&room))));
  g_assert_false (gtk_expander_get_expanded (get_sources (gtk_widget_get_last_child (room.pages))));
  leave (&room);
}

static void
change_language (PedicleSession *session)
{
  g_assert_true (pedicle_session_set_language (session, "es", NULL));
}

static void
change_hidden (PedicleSession *session)
{
  g_autoptr (GPtrArray) options = pedicle_session_get_options (session);

  g_assert_true (
      pedicle_session_set_hidden (session, ((PedicleProcedure *) g_ptr_array_index (options, 0))->id, TRUE));
}

static void
change_value (PedicleSession *session)
{
  pedicle_session_set_value (session, "patient-name", "Zebedee Underhill");
}

static void
change_chosen (PedicleSession *session)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);

  g_assert_true (
      pedicle_session_toggle_matter (session, ((PedicleValue *) g_ptr_array_index (decision->values, 0))->id));
}

static void
change_patient (PedicleSession *session)
{
  pedicle_session_next_patient (session);
}

static void
check_change (Room *room, void (*change) (PedicleSession *), gboolean stay)
{
  gpointer seen, ready;

  go (room, 1);
  wait_for_ready (room, 3);
  seen = gtk_widget_get_last_child (room->pages);
  ready = gtk_widget_get_prev_sibling (seen);
  g_object_add_weak_pointer (seen, &seen);
  g_object_add_weak_pointer (ready, &ready);
  change (room->session);
  g_assert_cmpint (seen != NULL, ==, stay);
  g_assert_cmpint (ready != NULL, ==, stay);
  g_assert_cmpuint (count_pages (room->pages), ==, stay ? 3 : 1);
  g_clear_weak_pointer (&seen);
  g_clear_weak_pointer (&ready);
}

/* At once, not when there is time. */
static void
test_out_of_date (void)
{
  static void (*const changes[]) (PedicleSession *)
      = { change_language, change_hidden, change_chosen, pedicle_session_load, change_patient };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      Room room = enter ();
      check_change (&room, changes[i], FALSE);
      leave (&room);
    }
}

/* Each pause of somebody who fills in a name is not to cost the pages that do not name it. */
static void
test_value (void)
{
  Room plain = enter ();

  check_change (&plain, change_value, TRUE);
  change_patient (plain.session);
  g_assert_cmpuint (count_pages (plain.pages), ==, 1);
  leave (&plain);

  char *folder = stage_copy (TEST_DATA "/packs/knee");
  stage_replace (folder, "exercise.xml", "Do a little each day.", "Patient: {patient-name}.");
  Room named = enter_content (folder, 700);
  check_change (&named, change_value, FALSE);
  leave (&named);
  stage_remove (folder);
}

static guint
count_inside (GtkWidget *root, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_inside (child, type);
  return n;
}

/* The page that is emptied shows another topic at once; what it hides holds nothing about the patient before. */
static void
test_emptied (void)
{
  Room room = enter ();
  const PedicleDecision *decision = pedicle_session_get_decision (room.session);
  const char *said = "Zebedee Underhill, say it back";

  while (!pedicle_topics_get_shown (room.session)->asks_values)
    go (&room, 1);
  for (guint i = 0; i < PEDICLE_VISIT_MAX_VALUES; i++)
    g_assert_true (
        pedicle_session_toggle_matter (room.session, ((PedicleValue *) g_ptr_array_index (decision->values, i))->id));
  pedicle_talk_pages_set_prompt (PEDICLE_TALK_PAGES (room.view), said);
  GtkWidget *picker = stage_find (get_shown (&room), PEDICLE_TYPE_VALUES_PICKER);
  g_assert_cmpuint (count_inside (picker, GTK_TYPE_CHECK_BUTTON), ==, decision->values->len);
  g_assert_nonnull (stage_find_label (picker, "Three are chosen. Take one away to choose another."));
  g_assert_nonnull (stage_find_label (room.view, said));
  pedicle_session_next_patient (room.session);
  picker = stage_find (room.view, PEDICLE_TYPE_VALUES_PICKER);
  g_assert_cmpuint (count_inside (picker, GTK_TYPE_CHECK_BUTTON), ==, 0);
  g_assert_null (stage_find_label (picker, "Three are chosen. Take one away to choose another."));
  g_assert_null (stage_find_label (room.view, said));
  /* It is no part of the talk until its topic is shown again. */
  pedicle_session_toggle_matter (room.session, ((PedicleValue *) g_ptr_array_index (decision->values, 0))->id);
  g_assert_cmpuint (count_inside (picker, GTK_TYPE_CHECK_BUTTON), ==, 0);
  while (!pedicle_topics_get_shown (room.session)->asks_values)
    go (&room, 1);
  picker = stage_find (get_shown (&room), PEDICLE_TYPE_VALUES_PICKER);
  g_assert_cmpuint (count_inside (picker, GTK_TYPE_CHECK_BUTTON), ==, decision->values->len);
  leave (&room);
}

/* The keys do not go to whatever is next on the screen. */
static void
test_focus (void)
{
  Room room = enter ();

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (get_sources (get_shown (&room)))));
  go (&room, 1);
  g_assert_null (gtk_root_get_focus (GTK_ROOT (room.window)));
  leave (&room);
}

static void
test_most (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleTopicPages *pages = g_object_ref_sink (g_object_new (PEDICLE_TYPE_TOPIC_PAGES, NULL));
  PedicleTopic topic = *pedicle_topics_get_shown (session);

  pedicle_topic_pages_set_session (pages, session);
  for (guint i = 0; i < PEDICLE_TOPIC_PAGES_MOST + 3; i++)
    {
      g_autofree char *id = topic.id = g_strdup_printf ("topic-%u", i);
      pedicle_topic_pages_show (pages, &topic);
    }
  g_assert_cmpuint (count_pages (GTK_WIDGET (pages)), ==, PEDICLE_TOPIC_PAGES_MOST);
  g_assert_cmpstr (gtk_widget_get_name (gtk_widget_get_last_child (GTK_WIDGET (pages))), ==, "topic-3");
  g_object_unref (pages);
}

static void
test_likely (void)
{
  const gboolean none[4] = { FALSE }, next[4] = { FALSE, FALSE, TRUE, FALSE }, both[4] = { TRUE, FALSE, TRUE, FALSE };

  g_assert_cmpint (pedicle_topics_likely (1, 4, none), ==, 2);
  g_assert_cmpint (pedicle_topics_likely (1, 4, next), ==, 0);
  g_assert_cmpint (pedicle_topics_likely (1, 4, both), ==, -1);
  g_assert_cmpint (pedicle_topics_likely (3, 4, none), ==, 2);
  g_assert_cmpint (pedicle_topics_likely (0, 1, none), ==, -1);
  g_assert_cmpint (pedicle_topics_likely (-1, 4, none), ==, -1);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/topic-pages/kept", test_kept);
  g_test_add_func ("/topic-pages/begins-anew", test_begins_anew);
  g_test_add_func ("/topic-pages/begins-anew-by-table", test_begins_anew_by_table);
  g_test_add_func ("/topic-pages/turn-by-table", test_turn_by_table);
  g_test_add_func ("/topic-pages/place-by-table", test_place_by_table);
  g_test_add_func ("/topic-pages/ready", test_ready);
  g_test_add_func ("/topic-pages/ready-closed", test_ready_closed);
  g_test_add_func ("/topic-pages/out-of-date", test_out_of_date);
  g_test_add_func ("/topic-pages/value", test_value);
  g_test_add_func ("/topic-pages/emptied", test_emptied);
  g_test_add_func ("/topic-pages/focus", test_focus);
  g_test_add_func ("/topic-pages/most", test_most);
  g_test_add_func ("/topic-pages/likely", test_likely);
  return g_test_run ();
}
