/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The options side by side: which are shown, in which order, and what sets them apart. Over the pack about a knee and
 * the shipped content: nothing here is made for one of them. */
#include "consultation-view.h"
#include "numbers-panel.h"
#include "option-card.h"
#include "stage.h"
#include "topic-table.h"
#include "topics.h"
#include "values-picker.h"
#include "words.h"

typedef struct
{
  PedicleSession *session;
  PedicleConsultationView *view;
  GtkWindow *window;
} Room;

static Room
open_room (const char *content)
{
  Room room = { .session = pedicle_session_new (content),
                .view = g_object_new (PEDICLE_TYPE_CONSULTATION_VIEW, NULL) };

  pedicle_consultation_view_set_session (room.view, room.session);
  room.window = stage_present (GTK_WIDGET (room.view), 1366, 700);
  return room;
}

static void
close_room (Room *room)
{
  stage_clear (room->window, GTK_WIDGET (room->view));
  g_object_unref (room->session);
}

static guint
count (GtkWidget *root, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count (child, type);
  return n;
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *found = stage_find_label (root, label);

  return found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON) : NULL;
}

/* The button with this name of an option, that has a picture instead of words. */
static GtkWidget *
find_hide (GtkWidget *root, const char *option)
{
  if (gtk_widget_has_css_class (root, "hide") && g_str_equal (gtk_widget_get_name (root), option)
      && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_hide (child, option);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static int
find_each_topic (const PedicleDecision *decision)
{
  for (guint i = 0; i < decision->topics->len; i++)
    if (((const PedicleTopic *) g_ptr_array_index (decision->topics, i))->shared == NULL)
      return (int) i;
  g_assert_not_reached ();
}

/* The words for the clinician stand over the page, if its topic has any. */
static void
check_prompt (Room *room)
{
  const PedicleTopic *topic = pedicle_topics_get_shown (room->session);

  g_assert_true (topic->prompt == NULL || stage_find_label (GTK_WIDGET (room->view), topic->prompt->markup) != NULL);
}

static void
test_hide (gconstpointer content)
{
  Room room = open_room (content);
  GtkWidget *root = GTK_WIDGET (room.view);
  const PedicleDecision *decision = pedicle_session_get_decision (room.session);
  g_autoptr (GPtrArray) options = pedicle_session_get_options (room.session);
  const PedicleProcedure *option = g_ptr_array_index (options, 0);
  g_autofree char *show = g_strconcat ("Show ", option->title->markup, NULL);

  pedicle_consultation_view_move (room.view, find_each_topic (decision));
  stage_wait (50);
  g_assert_cmpuint (count (root, PEDICLE_TYPE_OPTION_CARD), ==, options->len);
  g_assert_null (find_button (root, show));
  g_signal_emit_by_name (find_hide (root, option->id), "clicked");
  stage_wait (50);
  g_assert_cmpuint (count (root, PEDICLE_TYPE_OPTION_CARD), ==, options->len - 1);
  check_prompt (&room);
  /* The keys are where it can be taken back. */
  GtkWidget *button = find_button (root, show);
  g_assert_nonnull (button);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (room.window)) == button);
  /* The table leaves it out too. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (root, "Table")), TRUE);
  stage_wait (50);
  g_assert_null (find_hide (root, option->id));
  g_signal_emit_by_name (button, "clicked");
  stage_wait (50);
  g_assert_nonnull (find_hide (root, option->id));
  g_assert_null (find_button (root, show));
  close_room (&room);
}

/* The questions of the table's rows, in order. */
static char *
list_rows (GtkWidget *table)
{
  GtkWidget *scroller = stage_find (table, GTK_TYPE_SCROLLED_WINDOW), *row = stage_find (scroller, GTK_TYPE_BUTTON);
  g_autoptr (GString) ids = g_string_new (NULL);

  while (row != NULL && !gtk_widget_has_css_class (row, "row"))
    row = gtk_widget_get_parent (row);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", gtk_widget_get_name (row));
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static char *
list_topics (GPtrArray *topics, gboolean apart)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < topics->len; i++)
    {
      const PedicleTopic *topic = g_ptr_array_index (topics, i);
      if (!apart || topic->shared == NULL)
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", topic->id);
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_table (gconstpointer content)
{
  Room room = open_room (content);
  const PedicleDecision *decision = pedicle_session_get_decision (room.session);
  const PedicleValue *value = g_ptr_array_index (decision->values, decision->values->len - 1);
  GtkWidget *root = GTK_WIDGET (room.view), *table = stage_find (root, PEDICLE_TYPE_TOPIC_TABLE);
  g_autofree char *before = list_topics (decision->topics, FALSE);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (root, "Table")), TRUE);
  stage_wait (50);
  g_autofree char *all = list_rows (table);
  g_assert_cmpstr (all, ==, before);
  /* What matters moves the rows, and each is still there. */
  pedicle_session_toggle_matter (room.session, value->id);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (root, "One topic")), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (root, "Table")), TRUE);
  stage_wait (50);
  g_autoptr (GPtrArray) ordered
      = pedicle_decision_order_topics (decision, pedicle_visit_get_matters (pedicle_session_get_visit (room.session)));
  g_autofree char *expected = list_topics (ordered, FALSE), *moved = list_rows (table);
  g_assert_cmpstr (moved, ==, expected);
  g_assert_cmpstr (moved, !=, before);
  g_assert_true (g_str_has_prefix (moved, value->bears[0]));
  /* Only the differences: nothing that all share. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (root, "Differences")), TRUE);
  stage_wait (50);
  g_autofree char *apart = list_rows (table), *differ = list_topics (ordered, TRUE);
  g_assert_cmpstr (apart, ==, differ);
  close_room (&room);
}

/* Chosen statements have their pages, and the fourth cannot be chosen. */
static void
test_values (gconstpointer content)
{
  Room room = open_room (content);
  const PedicleDecision *decision = pedicle_session_get_decision (room.session);
  GtkWidget *root = GTK_WIDGET (room.view);
  guint asks = 0;

  while (asks < decision->topics->len && !((const PedicleTopic *) g_ptr_array_index (decision->topics, asks))->asks_values)
    asks++;
  g_assert_cmpuint (asks, <, decision->topics->len);
  g_assert_cmpuint (count (root, PEDICLE_TYPE_VALUES_PICKER), ==, asks == 0 ? 1 : 0);
  pedicle_consultation_view_move (room.view, (int) asks);
  stage_wait (50);
  GtkWidget *picker = stage_find (root, PEDICLE_TYPE_VALUES_PICKER);
  g_assert_true (gtk_widget_get_mapped (picker));
  for (guint i = 0; i < decision->values->len; i++)
    {
      const PedicleValue *value = g_ptr_array_index (decision->values, i);
      GtkWidget *label = stage_find_label (picker, value->statement->markup);
      g_assert_nonnull (label);
      GtkWidget *check = gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON);
      g_assert_true (gtk_widget_is_sensitive (check) == (i < PEDICLE_VISIT_MAX_VALUES));
      if (i >= PEDICLE_VISIT_MAX_VALUES)
        continue;
      gtk_widget_grab_focus (check);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      stage_wait (20);
      /* The keys stay, and the statement tells its place. */
      g_assert_true (gtk_root_get_focus (GTK_ROOT (room.window)) == check);
      g_autofree char *ranked = g_strdup_printf ("%u. %s", i + 1, value->statement->markup);
      g_assert_nonnull (stage_find_label (picker, ranked));
    }
  pedicle_session_next_patient (room.session);
  stage_wait (20);
  const char *const *matters = pedicle_visit_get_matters (pedicle_session_get_visit (room.session));
  g_assert_null (matters[0]);
  pedicle_consultation_view_move (room.view, (int) asks);
  stage_wait (20);
  g_assert_null (stage_find_label (picker, "1. "));
  close_room (&room);
}

/* Words that differ are marked, and named for a screen reader. */
static void
test_marks (void)
{
  Room room = open_room (SOURCE_ROOT "/data/content");
  const PedicleDecision *decision = pedicle_session_get_decision (room.session);
  guint n_marked = 0;

  for (guint i = 0; i < decision->topics->len; i++)
    {
      const PedicleTopic *topic = g_ptr_array_index (decision->topics, i);
      if (topic->shared != NULL)
        continue;
      g_autoptr (PedicleAnswers) answers = pedicle_answers_new (room.session, topic);
      for (guint j = 0; j < answers->options->len; j++)
        {
          GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
          pedicle_answers_append (answers, j, GTK_BOX (box));
          GtkWidget *label = gtk_widget_get_first_child (box);
          const GArray *spans = g_ptr_array_index (answers->spans, j);
          g_assert_true ((gtk_label_get_attributes (GTK_LABEL (label)) != NULL) == (spans->len > 0));
          n_marked += spans->len > 0 ? 1 : 0;
          g_object_unref (box);
        }
    }
  g_assert_cmpuint (n_marked, >, 4);
  close_room (&room);
}

static GtkWidget *
find_turn (GtkWidget *root)
{
  GtkWidget *button = stage_find (root, GTK_TYPE_TOGGLE_BUTTON);

  g_assert_true (GTK_IS_TOGGLE_BUTTON (button));
  return button;
}

static int
y_of (GtkWidget *widget, GtkWidget *root)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, root, &bounds));
  return (int) bounds.origin.y;
}

static gboolean
stands_below (GtkWidget *root, const char *lower, const char *upper)
{
  return y_of (stage_find_label (root, lower), root) > y_of (stage_find_label (root, upper), root);
}

/* Both sentences stand there always; turned round, the other comes first, and the picture is another. */
static void
test_turn (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  guint n = 0;

  for (guint i = 0; i < decision->numbers->len; i++)
    {
      const PedicleNumbers *numbers = g_ptr_array_index (decision->numbers, i);
      if (numbers->kind != PEDICLE_NUMBERS_SHARE)
        continue;
      GtkWidget *panel = pedicle_numbers_panel_new (session, numbers);
      GtkWindow *window = stage_present (panel, 1000, 400);
      const PedicleOutcome *outcome = g_ptr_array_index (numbers->outcomes, 0);
      const PedicleCatalogue *spoken = pedicle_session_get_spoken (session);
      g_autofree char *is = pedicle_words_plain (session, spoken, outcome->happens);
      g_autofree char *is_not = pedicle_words_plain (session, spoken, outcome->happens_not);
      g_assert_true (stands_below (panel, is_not, is));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_turn (panel)), TRUE);
      for (guint tries = 0; tries < 40 && !stands_below (panel, is, is_not); tries++)
        stage_wait (50);
      g_assert_true (stands_below (panel, is, is_not));
      stage_clear (window, panel);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

static void
add (const char *path, GTestDataFunc test)
{
  g_autofree char *knee = g_strconcat (path, "/knee", NULL), *shipped = g_strconcat (path, "/shipped", NULL);

  g_test_add_data_func (knee, SOURCE_ROOT "/tests/packs/knee", test);
  g_test_add_data_func (shipped, SOURCE_ROOT "/data/content", test);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  add ("/compare/hide", test_hide);
  add ("/compare/table", test_table);
  add ("/compare/values", test_values);
  g_test_add_func ("/compare/marks", test_marks);
  g_test_add_func ("/compare/turn", test_turn);
  return g_test_run ();
}
