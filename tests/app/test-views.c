/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "blocks.h"
#include "case-panel.h"
#include "columns.h"
#include "consultation-view.h"
#include "figure-view.h"
#include "handouts-view.h"
#include "numbers-panel.h"
#include "option-card.h"
#include "problems-view.h"
#include "question-bar.h"
#include "search-panel.h"
#include "stage.h"
#include "topic-page.h"
#include "topic-row.h"
#include "topic-table.h"
#include "translations-view.h"
#include "unit-row.h"

static PedicleSession *session;

static void
check_view (GtkWidget *view)
{
  GtkWindow *window = stage_present (view, 1000, 700);
  stage_clear (window, view);
}

static void
test_small (void)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);

  GtkWidget *list = gtk_list_box_new ();
  gtk_list_box_append (GTK_LIST_BOX (list), pedicle_topic_row_new ("topic", "What is it?"));
  check_view (list);
  check_view (pedicle_unit_row_new ());
  check_view (g_object_new (PEDICLE_TYPE_QUESTION_BAR, NULL));
  check_view (g_object_new (PEDICLE_TYPE_CASE_PANEL, NULL));
  const PedicleTopic *topic = pedicle_decision_find_topic (decision, "harms");
  g_autoptr (PedicleAnswers) answers = pedicle_answers_new (session, topic);
  check_view (pedicle_option_card_new (answers, 0));
  topic = pedicle_decision_find_topic (decision, "broken");
  check_view (pedicle_option_card_new_shared (session, topic));
  for (guint i = 0; i < decision->numbers->len; i++)
    check_view (pedicle_numbers_panel_new (session, g_ptr_array_index (decision->numbers, i)));
}

static void
test_problems (void)
{
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  PedicleProblemsView *view = g_object_new (PEDICLE_TYPE_PROBLEMS_VIEW, NULL);

  pedicle_problems_add (problems, PEDICLE_SEVERITY_WARNING, PEDICLE_CONTENT_ERROR_REFERENCE, "/a/a.xml", 1, 1,
                        "the handout is left out");
  pedicle_problems_add (problems, PEDICLE_SEVERITY_ERROR, PEDICLE_CONTENT_ERROR_STRUCTURE, "/a/b.xml", 3, 7,
                        "unknown element <%s>", "blink");
  pedicle_problems_view_show (view, problems, TRUE);
  GtkWindow *window = stage_present (GTK_WIDGET (view), 700, 500);
  g_assert_nonnull (stage_find_label (GTK_WIDGET (view), "2 problems in the content"));
  /* The cause stands before what follows from it. */
  GtkListBox *list = GTK_LIST_BOX (stage_find (GTK_WIDGET (view), GTK_TYPE_LIST_BOX));
  GtkWidget *first = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0));
  g_assert_nonnull (stage_find_label (first, "unknown element <blink>"));
  g_assert_nonnull (stage_find_label (GTK_WIDGET (view), "b.xml:3:7"));
  stage_clear (window, GTK_WIDGET (view));
}

static PedicleBlock *
append_new (PedicleBlock *parent, PedicleBlockKind kind, const char *words)
{
  PedicleBlock *block = pedicle_block_new (kind);

  if (parent->children == NULL)
    parent->children = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_block_unref);
  block->text = words != NULL ? pedicle_text_new (words, words, "p", NULL, "test", 1, 1) : NULL;
  g_ptr_array_add (parent->children, block);
  return block;
}

/* What is for another option, or for a field that is filled in otherwise, is not shown and leaves nothing behind: no number,
 * no empty column. */
static void
test_conditions (void)
{
  g_autoptr (PedicleBlock) root = pedicle_block_new (PEDICLE_BLOCK_SECTION);
  PedicleBlock *list = append_new (root, PEDICLE_BLOCK_LIST, NULL), *columns = append_new (root, PEDICLE_BLOCK_COLUMNS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  list->numbered = TRUE;
  append_new (list, PEDICLE_BLOCK_ITEM, "other item")->for_options = g_strsplit ("other", ",", -1);
  append_new (list, PEDICLE_BLOCK_ITEM, "own item")->for_options = g_strsplit ("own", ",", -1);
  for (guint i = 0; i < 3; i++)
    {
      PedicleBlock *column = append_new (columns, PEDICLE_BLOCK_COLUMN, NULL);
      append_new (column, PEDICLE_BLOCK_PARAGRAPH, i == 0 ? "other column" : i == 1 ? "when column" : "own column");
    }
  ((PedicleBlock *) g_ptr_array_index (columns->children, 0))->for_options = g_strsplit ("other", ",", -1);
  ((PedicleBlock *) g_ptr_array_index (columns->children, 1))->when = g_strdup ("levels");
  pedicle_blocks_append (GTK_BOX (box), session, root->children, "own");
  GtkWindow *window = stage_present (box, 600, 300);
  g_assert_nonnull (stage_find_label (box, "own item"));
  g_assert_null (stage_find_label (box, "other item"));
  g_assert_nonnull (stage_find_label (box, "1."));
  g_assert_nonnull (stage_find_label (box, "own column"));
  g_assert_null (stage_find_label (box, "other column"));
  g_assert_null (stage_find_label (box, "when column"));
  GtkWidget *shown = stage_find (box, PEDICLE_TYPE_COLUMNS);
  g_assert_true (gtk_widget_get_first_child (shown) == gtk_widget_get_last_child (shown));
  stage_clear (window, box);
}

/* Each topic is shown with its question, and each option's title stands over its answer. */
static void
test_consultation (void)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  PedicleConsultationView *view = g_object_new (PEDICLE_TYPE_CONSULTATION_VIEW, NULL);
  guint shown = 1;

  pedicle_consultation_view_set_session (view, session);
  GtkWindow *window = stage_present (GTK_WIDGET (view), 1366, 700);
  while (pedicle_consultation_view_move (view, 1))
    shown++;
  g_assert_cmpuint (shown, ==, decision->topics->len);
  while (pedicle_consultation_view_move (view, -1))
    shown--;
  g_assert_cmpuint (shown, ==, 1);

  pedicle_consultation_view_toggle_discussed (view);
  g_assert_cmpuint (pedicle_visit_get_n_discussed (pedicle_session_get_visit (session)), ==, 1);
  g_autofree char *count = g_strdup_printf ("1 of %u discussed", decision->topics->len);
  g_assert_nonnull (stage_find_label (GTK_WIDGET (view), count));
  pedicle_session_next_patient (session);
  g_assert_null (stage_find_label (GTK_WIDGET (view), count));
  stage_clear (window, GTK_WIDGET (view));
}

/* What the clinician notes, and what is suggested to the clinician, is never in the patient's view. */
static void
test_large_view (void)
{
  PedicleConsultationView *view = g_object_new (PEDICLE_TYPE_CONSULTATION_VIEW, NULL);

  pedicle_consultation_view_set_session (view, session);
  pedicle_session_add_question (session, "May I swim?");
  GtkWindow *window = stage_present (GTK_WIDGET (view), 1366, 700);
  GtkWidget *bar = stage_find (GTK_WIDGET (view), PEDICLE_TYPE_QUESTION_BAR);
  g_assert_true (gtk_widget_get_mapped (bar));
  pedicle_consultation_view_set_large (view, TRUE);
  stage_wait (50);
  g_assert_false (gtk_widget_get_mapped (bar));
  g_assert_false (gtk_widget_get_mapped (stage_find (GTK_WIDGET (view), PEDICLE_TYPE_CASE_PANEL)));
  pedicle_consultation_view_set_large (view, FALSE);
  pedicle_session_next_patient (session);
  stage_clear (window, GTK_WIDGET (view));
}

static const char *
topic_id (const PedicleDecision *decision, guint index)
{
  return ((const PedicleTopic *) g_ptr_array_index (decision->topics, index))->id;
}

static void
test_tables (void)
{
  PedicleTopicTable *table = g_object_new (PEDICLE_TYPE_TOPIC_TABLE, NULL);
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  PedicleTopicPage *page = g_object_new (PEDICLE_TYPE_TOPIC_PAGE, NULL);

  pedicle_topic_table_show (table, session, FALSE);
  GtkWindow *window = stage_present (GTK_WIDGET (table), 1000, 300);
  for (guint i = 0; i < decision->topics->len; i++)
    {
      const PedicleTopic *topic = g_ptr_array_index (decision->topics, i);
      g_assert_nonnull (stage_find_label (GTK_WIDGET (table), topic->question->markup));
    }
  GtkWidget *scrolled = stage_find (GTK_WIDGET (table), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  pedicle_topic_table_reveal (table, topic_id (decision, 1));
  double second = gtk_adjustment_get_value (down);
  g_assert_cmpfloat (second, >, 0);
  pedicle_topic_table_reveal (table, topic_id (decision, 2));
  g_assert_cmpfloat (gtk_adjustment_get_value (down), >, second);
  pedicle_topic_table_reveal (table, topic_id (decision, 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 0);
  stage_clear (window, GTK_WIDGET (table));

  window = stage_present (GTK_WIDGET (page), 1000, 700);
  for (guint i = 0; i < decision->topics->len; i++)
    pedicle_topic_page_show (page, session, g_ptr_array_index (decision->topics, i));
  pedicle_topic_page_show (page, session, NULL);
  stage_clear (window, GTK_WIDGET (page));
}

static int
y_of (GtkWidget *widget, GtkWidget *root)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, root, &bounds));
  return (int) bounds.origin.y;
}

static GtkExpander *
find_expander (GtkWidget *root, const char *label)
{
  return GTK_EXPANDER (gtk_widget_get_ancestor (stage_find_label (root, label), GTK_TYPE_EXPANDER));
}

/* What was opened at the lower edge comes into sight, its beginning at least. */
static void
test_opened (void)
{
  PedicleTopicPage *page = g_object_new (PEDICLE_TYPE_TOPIC_PAGE, NULL);
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  GtkWindow *window = stage_present (GTK_WIDGET (page), 1000, 240);

  pedicle_topic_page_show (page, session, g_ptr_array_index (decision->topics, 0));
  stage_wait (100);
  GtkWidget *sources = GTK_WIDGET (find_expander (GTK_WIDGET (page), "Sources"));
  GtkWidget *around = gtk_widget_get_ancestor (sources, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (around));
  gtk_expander_set_expanded (GTK_EXPANDER (sources), TRUE);
  stage_wait (200);
  GtkWidget *list = gtk_widget_get_last_child (gtk_widget_get_parent (gtk_widget_get_parent (sources)));
  g_assert_true (gtk_widget_get_mapped (list));
  int end = y_of (list, around) + gtk_widget_get_height (list);
  g_assert_true (end <= gtk_widget_get_height (around) || y_of (sources, around) == 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), >, 0);

  /* What is in sight already stays where it is. */
  pedicle_topic_page_show (page, session, g_ptr_array_index (decision->topics, 1));
  gtk_window_set_default_size (window, 1000, 600);
  stage_wait (100);
  gtk_expander_set_expanded (find_expander (GTK_WIDGET (page), "More about this"), TRUE);
  stage_wait (200);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 0);
  stage_clear (window, GTK_WIDGET (page));
}

/* The pictures of a step stand at one height in all columns, over the words, to be compared. */
static void
test_step_pictures (void)
{
  PedicleConsultationView *view = g_object_new (PEDICLE_TYPE_CONSULTATION_VIEW, NULL);
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  g_autoptr (GPtrArray) options = pedicle_session_get_options (session);
  guint topic = 0, n = 0;
  int y = 0;

  pedicle_consultation_view_set_session (view, session);
  GtkWindow *window = stage_present (GTK_WIDGET (view), 1366, 700);
  GtkWidget *page;
  for (;; topic++)
    {
      page = stage_find (GTK_WIDGET (view), PEDICLE_TYPE_TOPIC_PAGE);
      if (pedicle_topic_page_move_step (PEDICLE_TOPIC_PAGE (page), 1))
        break;
      g_assert_true (pedicle_consultation_view_move (view, 1));
    }
  stage_wait (100);
  GtkWidget *card = stage_find (page, PEDICLE_TYPE_OPTION_CARD);
  for (guint i = 0; i < options->len; i++, card = gtk_widget_get_next_sibling (card))
    {
      const PedicleAnswer *answer = pedicle_procedure_find_answer (
          g_ptr_array_index (options, i), ((PedicleTopic *) g_ptr_array_index (decision->topics, topic))->id);
      g_autofree char *words = pedicle_words_plain (session, pedicle_session_get_spoken (session), answer->brief);
      GtkWidget *picture = stage_find (card, PEDICLE_TYPE_FIGURE_VIEW);
      if (picture == NULL)
        continue;
      g_assert_true (n++ == 0 || y_of (picture, page) == y);
      y = y_of (picture, page);
      g_assert_cmpint (y, <, y_of (stage_find_label (card, words), page));
    }
  g_assert_cmpuint (n, >=, 2);
  stage_clear (window, GTK_WIDGET (view));
}

static void
paint_pictures (GtkWidget *widget, GPtrArray *digests)
{
  if (PEDICLE_IS_FIGURE_VIEW (widget))
    g_ptr_array_add (digests, stage_paint (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    paint_pictures (child, digests);
}

/* Returns: how many pictures look different from what they looked like now, so many milliseconds later. */
static guint
count_moving (GtkWidget *page, guint milliseconds)
{
  g_autoptr (GPtrArray) now = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) later = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  paint_pictures (page, now);
  stage_wait (milliseconds);
  paint_pictures (page, later);
  g_assert_cmpuint (now->len, ==, later->len);
  for (guint i = 0; i < now->len; i++)
    n += !g_str_equal (g_ptr_array_index (now, i), g_ptr_array_index (later, i));
  return n;
}

/* Where the content says so, and once, a picture becomes the next one; not on the way back, and not where animations are
 * switched off. */
static void
test_moving_picture (void)
{
  PedicleConsultationView *view = g_object_new (PEDICLE_TYPE_CONSULTATION_VIEW, NULL);
  gboolean enabled;

  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &enabled, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  pedicle_session_next_patient (session);
  pedicle_consultation_view_set_session (view, session);
  GtkWindow *window = stage_present (GTK_WIDGET (view), 1366, 700);
  GtkWidget *page;
  while (page = stage_find (GTK_WIDGET (view), PEDICLE_TYPE_TOPIC_PAGE),
         !pedicle_topic_page_move_step (PEDICLE_TOPIC_PAGE (page), 1))
    g_assert_true (pedicle_consultation_view_move (view, 1));
  stage_wait (150);
  g_assert_cmpuint (count_moving (page, 2000), ==, 1);
  g_assert_cmpuint (count_moving (page, 300), ==, 0);
  g_assert_true (pedicle_topic_page_move_step (PEDICLE_TOPIC_PAGE (page), -1));
  stage_wait (150);
  g_assert_cmpuint (count_moving (page, 1000), ==, 0);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_assert_true (pedicle_topic_page_move_step (PEDICLE_TOPIC_PAGE (page), 1));
  stage_wait (150);
  g_assert_cmpuint (count_moving (page, 1000), ==, 0);
  /* Going away on the way ends it. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  pedicle_topic_page_move_step (PEDICLE_TOPIC_PAGE (page), -1);
  pedicle_topic_page_move_step (PEDICLE_TOPIC_PAGE (page), 1);
  stage_wait (50);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", enabled, NULL);
  stage_clear (window, GTK_WIDGET (view));
}

/* A picture whose width is not known yet asks for no more height than in any width: a newer GTK warns of it. */
static void
test_picture_height (void)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  PedicleTopicPage *page = g_object_new (PEDICLE_TYPE_TOPIC_PAGE, NULL);
  GtkWindow *window = stage_present (GTK_WIDGET (page), 1000, 700);
  int any, natural, narrow;

  pedicle_topic_page_show (page, session, g_ptr_array_index (decision->topics, 0));
  GtkWidget *picture = stage_find (GTK_WIDGET (page), PEDICLE_TYPE_FIGURE_VIEW);
  gtk_widget_measure (picture, GTK_ORIENTATION_VERTICAL, -1, &any, &natural, NULL, NULL);
  gtk_widget_measure (picture, GTK_ORIENTATION_VERTICAL, 100, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (any, <=, narrow);
  g_assert_cmpint (natural, >, narrow);
  stage_clear (window, GTK_WIDGET (page));
}

/* What is typed is looked for at once; what is chosen is shown, long answers too; the next patient finds it empty. */
static void
test_search (void)
{
  PedicleConsultationView *view = g_object_new (PEDICLE_TYPE_CONSULTATION_VIEW, NULL);
  const PedicleDecision *decision = pedicle_session_get_decision (session);

  pedicle_consultation_view_set_session (view, session);
  GtkWindow *window = stage_present (GTK_WIDGET (view), 1366, 700);
  GtkWidget *panel = stage_find (GTK_WIDGET (view), PEDICLE_TYPE_SEARCH_PANEL);
  GtkWidget *entry = stage_find (panel, GTK_TYPE_SEARCH_ENTRY);
  g_assert_false (gtk_widget_get_mapped (panel));
  pedicle_session_add_question (session, "May I swim?");
  pedicle_consultation_view_search (view);
  const PedicleTopic *last = g_ptr_array_index (decision->topics, decision->topics->len - 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), last->question->markup);
  stage_wait (150);
  GtkWidget *row = stage_find (panel, GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (row != NULL && gtk_widget_get_mapped (row));
  g_signal_emit_by_name (entry, "activate");
  stage_wait (50);
  g_assert_false (pedicle_consultation_view_move (view, 1)); /* it is the last that is shown */
  pedicle_session_next_patient (session);
  stage_wait (50);
  g_assert_false (gtk_widget_get_mapped (panel));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_null (stage_find (panel, GTK_TYPE_LIST_BOX_ROW));
  stage_clear (window, GTK_WIDGET (view));
}

static void
check_filled (GtkWidget *widget)
{
  g_assert_true (!PEDICLE_IS_COLUMNS (widget) || gtk_widget_get_halign (widget) == GTK_ALIGN_FILL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_filled (child);
}

/* No columns are asked for their width by their height, of which a newer GTK says that it does not fit: words get lower in a
 * wider place, pictures higher. */
static void
test_columns_filled (void)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  PedicleTopicPage *page = g_object_new (PEDICLE_TYPE_TOPIC_PAGE, NULL);
  GtkWindow *window = stage_present (GTK_WIDGET (page), 1000, 700);

  for (guint i = 0; i < decision->topics->len; i++)
    {
      pedicle_topic_page_show (page, session, g_ptr_array_index (decision->topics, i));
      check_filled (GTK_WIDGET (page));
    }
  stage_clear (window, GTK_WIDGET (page));
}

static void
test_handouts (void)
{
  PedicleHandoutsView *view = g_object_new (PEDICLE_TYPE_HANDOUTS_VIEW, NULL);

  pedicle_handouts_view_set_session (view, session, NULL);
  check_view (GTK_WIDGET (view));
}

static void
test_translations (void)
{
  PedicleTranslationsView *view = g_object_new (PEDICLE_TYPE_TRANSLATIONS_VIEW, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (SOURCE_ROOT "/po/content/es.po");

  pedicle_translations_view_set_session (view, session);
  pedicle_translations_view_open (view, file);
  GtkWindow *window = stage_present (GTK_WIDGET (view), 1200, 700);
  g_assert_nonnull (stage_find_label (GTK_WIDGET (view), "es.po"));
  stage_clear (window, GTK_WIDGET (view));
}

/* Where the row is broken, what a list chooses stands beside the list. */
static void
test_translations_narrow (void)
{
  PedicleTranslationsView *view = g_object_new (PEDICLE_TYPE_TRANSLATIONS_VIEW, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (SOURCE_ROOT "/po/content/es.po");

  pedicle_translations_view_set_session (view, session);
  pedicle_translations_view_open (view, file);
  GtkWindow *window = stage_present (GTK_WIDGET (view), 360, 640);
  GtkWidget *button = gtk_widget_get_ancestor (stage_find_label (GTK_WIDGET (view), "Show the page"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  stage_wait (200);
  for (int width = 300; width <= 480; width += 30)
    {
      gtk_window_set_default_size (window, width, 640);
      stage_wait (50);
      GtkWidget *label = stage_find_label (GTK_WIDGET (view), "Handout");
      GtkWidget *list = gtk_widget_get_next_sibling (label);
      g_assert_true (GTK_IS_DROP_DOWN (list) && gtk_widget_get_mapped (list));
      int y = y_of (list, GTK_WIDGET (view)) + gtk_widget_get_height (list) / 2;
      g_assert_cmpint (ABS (y_of (label, GTK_WIDGET (view)) + gtk_widget_get_height (label) / 2 - y), <, 6);
    }
  stage_clear (window, GTK_WIDGET (view));
}

/* Says what is wider than a telephone. */
static void
check_width (GtkWidget *widget, int width)
{
  int minimum;

  if (!gtk_widget_get_visible (widget) || GTK_IS_POPOVER (widget))
    return;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum > width)
    {
      g_test_message ("%s %s needs %d of %d", G_OBJECT_TYPE_NAME (widget),
                      GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "", minimum, width);
      g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_width (child, width);
}

/* With text of twice the size the places of nurses and translators fit a telephone's width. */
static void
test_reflow (void)
{
  PedicleHandoutsView *handouts = g_object_new (PEDICLE_TYPE_HANDOUTS_VIEW, NULL);
  PedicleTranslationsView *translations = g_object_new (PEDICLE_TYPE_TRANSLATIONS_VIEW, NULL);
  PedicleProblemsView *problems = g_object_new (PEDICLE_TYPE_PROBLEMS_VIEW, NULL);
  GtkWidget *views[] = { GTK_WIDGET (handouts), GTK_WIDGET (translations), GTK_WIDGET (problems) };
  g_autoptr (GFile) file = g_file_new_for_path (SOURCE_ROOT "/po/content/es.po");

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  pedicle_handouts_view_set_session (handouts, session, NULL);
  pedicle_translations_view_set_session (translations, session);
  pedicle_translations_view_open (translations, file);
  pedicle_problems_view_show (problems, pedicle_session_get_problems (session), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWindow *window = stage_present (views[i], 360, 700);
      check_width (views[i], 360);
      GtkWidget *list = stage_find (views[i], GTK_TYPE_LIST_BOX);
      if (i == 0) /* the sheet with all its fields */
        gtk_list_box_select_row (GTK_LIST_BOX (list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
      stage_wait (100);
      check_width (views[i], 360);
      stage_clear (window, views[i]);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  session = pedicle_session_new (SOURCE_ROOT "/data/content");
  g_test_add_func ("/views/conditions", test_conditions);
  g_test_add_func ("/views/small", test_small);
  g_test_add_func ("/views/problems", test_problems);
  g_test_add_func ("/views/consultation", test_consultation);
  g_test_add_func ("/views/large-view", test_large_view);
  g_test_add_func ("/views/tables", test_tables);
  g_test_add_func ("/views/opened", test_opened);
  g_test_add_func ("/views/step-pictures", test_step_pictures);
  g_test_add_func ("/views/moving-picture", test_moving_picture);
  g_test_add_func ("/views/picture-height", test_picture_height);
  g_test_add_func ("/views/columns-filled", test_columns_filled);
  g_test_add_func ("/views/search", test_search);
  g_test_add_func ("/views/handouts", test_handouts);
  g_test_add_func ("/views/translations", test_translations);
  g_test_add_func ("/views/translations-narrow", test_translations_narrow);
  g_test_add_func ("/views/reflow", test_reflow);
  int status = g_test_run ();
  g_object_unref (session);
  return status;
}
