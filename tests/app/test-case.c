/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What this patient has: the picture of the sites, and what else is chosen beside it. */
#include "answers.h"
#include "case-panel.h"
#include "consultation-view.h"
#include "field-row.h"
#include "site-picker.h"
#include "stage.h"

#define CONTENT SOURCE_ROOT "/data/content"

static const char *const ids[] = { "T1", "T10", "L1", "L2", NULL };
static const char *const words[] = { "T1, the first bone", "T10, the tenth bone", "L1, the first one below",
                                     "L2, \303\234ber allem", NULL };

static void
test_find (void)
{
  static const struct
  {
    const char *typed;
    int from, found;
  } cases[] = {
    { "t", 0, 0 },     { "T", 1, 1 },     { "t", 2, 0 },   { "t1", 0, 0 },   { "t1", 1, 0 }, { "t10", 0, 1 },
    { "l", 0, 2 },     { "L2", 0, 3 },    { "l9", 0, -1 }, { "first", 1, 2 }, { "first", 3, 0 },
    { "irst", 0, -1 }, { "\303\274b", 0, 3 }, { "", 0, -1 },  { "t1", -1, 0 }, { "tenth", 99, 1 },
  };
  static const char *const none[] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s” from %d", cases[i].typed, cases[i].from);
      g_assert_cmpint (pedicle_site_find (ids, words, cases[i].typed, cases[i].from), ==, cases[i].found);
    }
  g_assert_cmpint (pedicle_site_find (none, none, "t", 0), ==, -1);
}

static GtkEventController *
find_keys (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        return controller;
    }
  g_assert_not_reached ();
}

static gboolean
press (GtkWidget *picker, guint key, GdkModifierType state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_keys (picker), "key-pressed", key, 0u, state, &handled);
  return handled;
}

static void
assert_focus (GtkWidget *picker, const char *site)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (picker));

  g_assert_true (GTK_IS_TOGGLE_BUTTON (focus));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (focus)), ==, site);
}

static const PedicleSite *
get_site (PedicleSession *session, guint index)
{
  return g_ptr_array_index (pedicle_session_get_decision (session)->sites, index);
}

/* Every site by the arrows, the first and the last at once, any by its letters; none picked by going there. */
static void
test_keys (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (CONTENT);
  guint n = pedicle_session_get_decision (session)->sites->len;
  const char *first = get_site (session, 0)->id, *last = get_site (session, n - 1)->id;
  GtkWidget *picker = pedicle_site_picker_new (session, "levels");
  GtkWindow *window = stage_present (picker, 400, 700);

  gtk_widget_child_focus (picker, GTK_DIR_TAB_FORWARD);
  assert_focus (picker, first);
  for (guint i = 1; i < n; i++)
    {
      g_assert_true (press (picker, GDK_KEY_Down, 0));
      assert_focus (picker, get_site (session, i)->id);
    }
  g_assert_true (press (picker, GDK_KEY_Down, 0));
  assert_focus (picker, last);
  g_assert_true (press (picker, GDK_KEY_Up, 0));
  assert_focus (picker, get_site (session, n - 2)->id);
  g_assert_true (press (picker, GDK_KEY_Home, 0));
  assert_focus (picker, first);
  g_assert_true (press (picker, GDK_KEY_Up, 0));
  assert_focus (picker, first);
  g_assert_true (press (picker, GDK_KEY_End, 0));
  assert_focus (picker, last);
  g_assert_true (press (picker, GDK_KEY_l, 0));
  g_assert_true (press (picker, GDK_KEY_1, 0));
  assert_focus (picker, "L1");
  g_assert_true (press (picker, GDK_KEY_T, GDK_SHIFT_MASK));
  g_assert_true (press (picker, GDK_KEY_1, 0));
  g_assert_true (press (picker, GDK_KEY_1, 0));
  assert_focus (picker, "T11");
  g_assert_false (press (picker, GDK_KEY_n, GDK_CONTROL_MASK));
  g_assert_null (pedicle_visit_get_value (pedicle_session_get_visit (session), "levels"));
  stage_clear (window, picker);
}

/* Tab stops once, at what is picked; several are. */
static void
test_tab (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (CONTENT);
  GtkWidget *picker = pedicle_site_picker_new (session, "levels"), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *after = gtk_button_new_with_label ("after");

  pedicle_session_toggle_site (session, "levels", "L2", TRUE);
  gtk_box_append (GTK_BOX (box), picker);
  gtk_box_append (GTK_BOX (box), after);
  GtkWindow *window = stage_present (box, 400, 800);
  gtk_window_set_focus (window, NULL);
  gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD);
  assert_focus (picker, "L2");
  press (picker, GDK_KEY_Up, 0);
  gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (window)));
  stage_wait (400);
  g_assert_cmpstr (pedicle_visit_get_value (pedicle_session_get_visit (session), "levels"), ==, "L1,L2");
  gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == after);
  gtk_widget_child_focus (box, GTK_DIR_TAB_BACKWARD);
  assert_focus (picker, "L1");
  stage_clear (window, picker);
}

static const PedicleField *
get_choice (PedicleSession *session)
{
  const GPtrArray *fields = pedicle_session_get_decision (session)->fields;

  for (guint i = 0; i < fields->len; i++)
    if (((const PedicleField *) g_ptr_array_index (fields, i))->type == PEDICLE_FIELD_CHOICE)
      return g_ptr_array_index (fields, i);
  g_assert_not_reached ();
}

static GtkCheckButton *
get_button (GtkWidget *row, guint index)
{
  GtkWidget *button = stage_find (row, GTK_TYPE_CHECK_BUTTON);

  while (index-- > 0)
    button = gtk_widget_get_next_sibling (button);
  return GTK_CHECK_BUTTON (button);
}

/* One of all, in sight, and none again; another place may change it. */
static void
test_choices (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (CONTENT);
  const PedicleVisit *visit = pedicle_session_get_visit (session);
  const PedicleField *field = get_choice (session);
  guint n = field->choices->len;
  GtkWidget *row = pedicle_field_row_new_spread (session, field);
  GtkWindow *window = stage_present (row, 360, 400);
  GtkWidget *empty = stage_find (row, GTK_TYPE_BUTTON);

  g_assert_null (stage_find (row, GTK_TYPE_DROP_DOWN));
  g_assert_null (gtk_widget_get_next_sibling (GTK_WIDGET (get_button (row, n - 1))));
  g_assert_false (gtk_widget_get_sensitive (empty));
  for (guint i = 0; i < n; i++)
    {
      g_assert_false (gtk_check_button_get_active (get_button (row, i)));
      gtk_check_button_set_active (get_button (row, i), TRUE);
      g_assert_cmpstr (pedicle_visit_get_value (visit, field->id), ==, pedicle_field_get_choice_id (field, i));
    }
  g_signal_emit_by_name (empty, "clicked");
  g_assert_null (pedicle_visit_get_value (visit, field->id));
  g_assert_false (gtk_check_button_get_active (get_button (row, n - 1)));
  g_assert_false (gtk_widget_get_sensitive (empty));
  g_assert_nonnull (gtk_root_get_focus (GTK_ROOT (window)));
  pedicle_session_set_value (session, field->id, pedicle_field_get_choice_id (field, 0));
  g_assert_true (gtk_check_button_get_active (get_button (row, 0)));
  pedicle_session_next_patient (session);
  g_assert_false (gtk_check_button_get_active (get_button (row, 0)));
  stage_clear (window, row);
}

/* On a small laptop nothing has to be scrolled, and each choice is large enough for a finger. */
static void
test_room (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (CONTENT);
  GtkWidget *panel = g_object_new (PEDICLE_TYPE_CASE_PANEL, NULL);
  pedicle_case_panel_set_session (PEDICLE_CASE_PANEL (panel), session);
  gtk_widget_set_size_request (panel, 300, -1);
  gtk_widget_set_halign (panel, GTK_ALIGN_START);
  GtkWindow *window = stage_present (panel, 1366, 768);
  GtkWidget *button = stage_find (panel, GTK_TYPE_MENU_BUTTON);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  stage_wait (300);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (stage_find (popover, GTK_TYPE_SCROLLED_WINDOW)));
  g_assert_cmpfloat (gtk_adjustment_get_upper (scroll), <=, gtk_adjustment_get_page_size (scroll));
  g_assert_cmpint (gtk_widget_get_height (popover), <=, 768 - 32); /* with its shadow, beside a desktop's own bar */
  for (GtkWidget *each = stage_find (popover, GTK_TYPE_CHECK_BUTTON); each != NULL; each = gtk_widget_get_next_sibling (each))
    g_assert_cmpint (gtk_widget_get_allocated_height (each), >=, 44);
  g_assert_cmpint (gtk_menu_button_get_direction (GTK_MENU_BUTTON (button)), ==, GTK_ARROW_RIGHT);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  stage_wait (700);
  /* Beside a panel as wide as the window there is no place. */
  gtk_widget_set_halign (panel, GTK_ALIGN_FILL);
  gtk_widget_set_valign (panel, GTK_ALIGN_START);
  stage_wait (100);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  stage_wait (100);
  g_assert_cmpint (gtk_menu_button_get_direction (GTK_MENU_BUTTON (button)), ==, GTK_ARROW_DOWN);
  /* It scrolls rather than reach below the window, which may be as high as the screen. */
  graphene_rect_t place;
  GtkWidget *form = stage_find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (window), &place));
  g_assert_cmpfloat (place.origin.y + place.size.height + (float) gtk_scrolled_window_get_max_content_height (GTK_SCROLLED_WINDOW (form)),
                     <, gtk_widget_get_height (GTK_WIDGET (window)));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  stage_wait (700);
  stage_clear (window, panel);
}

/* However long the words are, they stay in the panel. */
static void
test_long (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (CONTENT);
  const PedicleField *field = get_choice (session);
  GtkWidget *panel = g_object_new (PEDICLE_TYPE_CASE_PANEL, NULL);
  pedicle_case_panel_set_session (PEDICLE_CASE_PANEL (panel), session);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (side), panel); /* as high as it asks to be */
  GtkWindow *window = stage_present (side, 240, 400);

  for (guint i = 0; i < field->choices->len; i++)
    {
      pedicle_session_set_value (session, field->id, pedicle_field_get_choice_id (field, i));
      stage_wait (50);
      graphene_rect_t bounds;
      GtkWidget *label = stage_find_label (panel, ((PedicleText *) g_ptr_array_index (field->choices, i))->markup);
      g_assert_nonnull (label);
      g_assert_true (gtk_widget_compute_bounds (label, panel, &bounds));
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (panel));
      g_assert_cmpint (gtk_widget_get_width (panel), <=, 240);
    }
  stage_clear (window, panel);
}

/* The words of the label that begins so. */
static const char *
find_words (GtkWidget *root, const char *start)
{
  const char *found = NULL;

  if (GTK_IS_LABEL (root) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (root)), start))
    return gtk_label_get_text (GTK_LABEL (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_words (child, start);
  return found;
}

/* Wherever a page of a topic can say what is filled in, or leave something out by it. */
static void
test_names_values (void)
{
  static const struct
  {
    const char *file, *old, *new;
  } places[] = {
    { "exercise.xml", "Moving the knee each day.", "Side: {sides}." },
    { "exercise.xml", "Strong muscles carry part of the load.", "Side: {sides}." },
    { "exercise.xml", "Do a little each day.", "Side: {sides}." },
    { "exercise.xml", "Sit down slowly.", "Side: {sides}." },
    { "exercise.xml", "A person bends the knees", "Side: {sides}" },
    { "exercise.xml", "Stand up again.", "Side: {sides}." },
    { "exercise.xml", "Nobody has counted how often.", "Side: {sides}." },
    { "exercise.xml", "<p id=\"help.1\">", "<p id=\"help.1\" when=\"sides\">" },
    { "exercise.xml", "<item id=\"help.3\">", "<item id=\"help.3\" unless=\"sides\">" },
    { "exercise.xml", "<p id=\"help.s2.p\">", "<p id=\"help.s2.p\" when=\"sides\">" },
    { "decision.xml", "How could it help?", "How could it help? {sides}" },
    { "decision.xml", "The <term ref=\"cartilage\">cushion</term> between two bones has worn thin.", "Side: {sides}." },
    { "decision.xml", "Your knee", "Side: {sides}" },
    { "decision.xml", "knee cap", "{sides}" },
    { "decision.xml", "walking soon", "Side: {sides}" },
    { "decision.xml", "Walking well again", "Side: {sides}" },
    { "decision.xml", "3 months on", "3 months on: {sides}" },
    { "decision.xml", "walked well after an injection.", "walked well: {sides}." },
    { "decision.xml", "from 0.3 to 1.2", "from 0.3 to 1.2: {sides}" },
    { "decision.xml", "Exercise was not tested like this.", "Side: {sides}." },
    { "decision.xml", "People knew what they got.", "Side: {sides}." },
    { "phrases.xml", "Do it slowly.", "Side: {sides}." },
  };
  g_autoptr (PedicleSession) plain = pedicle_session_new (TEST_DATA "/packs/knee");

  g_assert_false (pedicle_answers_name_values (plain));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      char *folder = stage_copy (TEST_DATA "/packs/knee");
      stage_replace (folder, places[i].file, places[i].old, places[i].new);
      g_autoptr (PedicleSession) session = pedicle_session_new (folder);
      g_test_message ("%s: %s", places[i].old, places[i].new);
      g_assert_nonnull (pedicle_session_get_decision (session));
      g_assert_true (pedicle_answers_name_values (session));
      stage_remove (folder);
    }
}

/* What is chosen stands at once in an answer that names it. */
static void
test_named (void)
{
  char *folder = stage_copy (TEST_DATA "/packs/knee");

  stage_replace (folder, "exercise.xml", "Strong muscles carry part of the load.", "Place: {sides}.");
  stage_replace (folder, "decision.xml", "Say the rare things too.", "Ask about: {sides}.");
  g_autoptr (PedicleSession) session = pedicle_session_new (folder);
  PedicleConsultationView *view = g_object_new (PEDICLE_TYPE_CONSULTATION_VIEW, NULL);
  pedicle_consultation_view_set_session (view, session);
  GtkWindow *window = stage_present (GTK_WIDGET (view), 1200, 700);
  pedicle_consultation_view_move (view, 1);
  stage_wait (50);
  const char *answer = find_words (GTK_WIDGET (view), "Place: ");
  g_assert_true (answer != NULL && strstr (answer, get_site (session, 1)->id) == NULL);
  pedicle_session_toggle_site (session, "sides", get_site (session, 1)->id, TRUE);
  stage_wait (50);
  answer = find_words (GTK_WIDGET (view), "Place: ");
  g_assert_true (answer != NULL && strstr (answer, get_site (session, 1)->id) != NULL);
  /* The words for the clinician are not lost with the page that is shown anew. */
  pedicle_consultation_view_move (view, 1);
  pedicle_session_toggle_site (session, "sides", get_site (session, 0)->id, TRUE);
  stage_wait (50);
  answer = find_words (GTK_WIDGET (view), "Ask about: ");
  g_assert_true (answer != NULL && strstr (answer, get_site (session, 0)->id) != NULL);
  stage_clear (window, GTK_WIDGET (view));
  stage_remove (folder);
}

/* GTK tells of a widget that is higher than it said. */
static void
test_large_text (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (CONTENT);
  GtkWidget *panel = g_object_new (PEDICLE_TYPE_CASE_PANEL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  pedicle_case_panel_set_session (PEDICLE_CASE_PANEL (panel), session);
  GtkWindow *window = stage_present (panel, 1366, 768);
  GtkMenuButton *button = GTK_MENU_BUTTON (stage_find (panel, GTK_TYPE_MENU_BUTTON));

  gtk_menu_button_popup (button);
  stage_wait (300);
  g_assert_true (gtk_widget_get_mapped (stage_find (GTK_WIDGET (gtk_menu_button_get_popover (button)),
                                                    GTK_TYPE_CHECK_BUTTON)));
  gtk_menu_button_popdown (button);
  stage_wait (700);
  stage_clear (window, panel);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

int
main (int argc, char **argv)
{
  AdwApplication *application = stage_start (&argc, &argv);
  g_test_add_func ("/case/find", test_find);
  g_test_add_func ("/case/keys", test_keys);
  g_test_add_func ("/case/tab", test_tab);
  g_test_add_func ("/case/choices", test_choices);
  g_test_add_func ("/case/room", test_room);
  g_test_add_func ("/case/long", test_long);
  g_test_add_func ("/case/names-values", test_names_values);
  g_test_add_func ("/case/named", test_named);
  g_test_add_func ("/case/large-text", test_large_text);
  return stage_run (application);
}
