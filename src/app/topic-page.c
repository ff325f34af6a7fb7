/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-page.h"

#include "box.h"
#include <glib/gi18n.h>

#include "blocks.h"
#include "closures.h"
#include "columns.h"
#include "draw-bar.h"
#include "names.h"
#include "numbers-panel.h"
#include "option-card.h"
#include "reveal.h"
#include "source-list.h"
#include "standing.h"
#include "steps.h"
#include "tab-stop.h"
#include "turns.h"
#include "values-picker.h"
#include "wrap.h"

struct _PedicleTopicPage
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *prompt;
  PedicleTurns *turns;
  GtkWidget *shared_row;
  GtkBox *shared;
  PedicleValuesPicker *values;
  PedicleColumns *columns;
  GtkWidget *tools; /* over the cards */
  PedicleDrawBar *draw_bar, *shared_bar;
  GtkBox *stepper;
  GtkButton *previous_step;
  GtkButton *next_step;
  GtkLabel *step_label;
  GtkLabel *standing;
  GtkExpander *sources;
  GtkLabel *source_list;

  GtkSizeGroup *heads; /* of the cards */
  GPtrArray *cards; /* (element-type PedicleOptionCard), borrowed from columns */
  GPtrArray *rows;  /* (nullable): of pedicle_steps_align() */
  guint step;        /* the row that is shown */
  PedicleTalk *talk; /* (nullable): of the session */
  PediclePen *pen;   /* (nullable): of the session */
  gboolean has_pictures;
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (PedicleTopicPage, pedicle_topic_page, GTK_TYPE_WIDGET)

/* A page that is kept, or made ready, stands at its beginning, where it will be when it is shown. */
static gboolean
follows (PedicleTopicPage *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

static guint
get_step (PedicleTopicPage *self)
{
  guint n = self->rows != NULL ? self->rows->len : 0;

  return n > 0 && follows (self) ? MIN (pedicle_talk_get_step (self->talk), n - 1) : 0;
}

/* Where the buttons have led to, said by the one that is pressed. */
static void
describe_step (PedicleTopicPage *self, const char *step)
{
  GtkButton *const buttons[] = { self->previous_step, self->next_step };

  gtk_label_set_label (self->step_label, step);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (buttons[i]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, step, -1);
}

static void
show_step (PedicleTopicPage *self)
{
  guint n = self->rows != NULL ? self->rows->len : 0, step = get_step (self);

  gtk_widget_set_visible (GTK_WIDGET (self->stepper), n > 1);
  if (n == 0)
    return;
  GPtrArray *row = g_ptr_array_index (self->rows, step);
  GPtrArray *before = self->step + 1 == step ? g_ptr_array_index (self->rows, self->step) : NULL;
  for (guint i = 0; i < self->cards->len; i++)
    pedicle_option_card_show_step (g_ptr_array_index (self->cards, i), g_ptr_array_index (row, i),
                                   before != NULL ? g_ptr_array_index (before, i) : NULL);
  self->step = step;
  g_autofree char *label = pedicle_step_of (step + 1, n);
  describe_step (self, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_step), TRUE);
  pedicle_tab_stop_enable (GTK_WIDGET (self->previous_step), step > 0, GTK_WIDGET (self->next_step));
  pedicle_tab_stop_enable (GTK_WIDGET (self->next_step), step + 1 < n, GTK_WIDGET (self->previous_step));
}

static void
on_step (PedicleTopicPage *self)
{
  if (follows (self))
    show_step (self);
}

/* The talk goes back to the first step and set without a word. The page that the table hides is not exchanged for another,
 * and its topic may be come back to. */
static void
on_topic (PedicleTopicPage *self)
{
  if (follows (self))
    pedicle_topic_page_resume (self);
}

gboolean
pedicle_topic_page_move_step (PedicleTopicPage *self, int by)
{
  g_return_val_if_fail (PEDICLE_IS_TOPIC_PAGE (self), FALSE);

  int step = (int) get_step (self) + by;
  if (self->rows == NULL || step < 0 || step >= (int) self->rows->len)
    return FALSE;
  pedicle_talk_set_step (self->talk, (guint) step);
  return TRUE;
}

gboolean
pedicle_topic_page_move_turn (PedicleTopicPage *self, int by)
{
  g_return_val_if_fail (PEDICLE_IS_TOPIC_PAGE (self), FALSE);
  return pedicle_turns_move (self->turns, by);
}

static void
on_chosen (PedicleTopicPage *self)
{
  if (self->talk != NULL && follows (self))
    pedicle_talk_set_turn (self->talk, pedicle_turns_get_current (self->turns));
}

static void
show_turn (PedicleTopicPage *self)
{
  guint turn = follows (self) ? pedicle_talk_get_turn (self->talk) : 0;

  if (turn != pedicle_turns_get_current (self->turns))
    pedicle_turns_set_current (self->turns, turn);
}

/* Of several pages the one with the least room takes its turn first: it has the most to be led through. */
static gboolean
on_further (PedicleTalk *talk, int round, int by, PedicleTopicPage *self)
{
  static const PedicleTurnsMode modes[PEDICLE_TALK_ROUNDS] = { 0, PEDICLE_TURNS_ALONE, PEDICLE_TURNS_BESIDE };

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  if (round == 0)
    return pedicle_topic_page_move_step (self, by);
  return pedicle_turns_get_mode (self->turns) == modes[round] && pedicle_turns_move (self->turns, by);
}

static void
on_scroll (PedicleTalk *talk, int by, PedicleTopicPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    pedicle_topic_page_scroll (self, by);
}

static void
on_previous_step (PedicleTopicPage *self)
{
  pedicle_topic_page_move_step (self, -1);
}

static void
on_next_step (PedicleTopicPage *self)
{
  pedicle_topic_page_move_step (self, 1);
}

/* Quiet: where there is nothing to draw on, only when the pen is taken up all the same. */
static void
show_tools (PedicleTopicPage *self)
{
  gboolean draws = !self->quiet && (self->has_pictures || pedicle_pen_get_active (self->pen));

  gtk_widget_set_visible (GTK_WIDGET (self->draw_bar), draws);
  gtk_widget_set_visible (GTK_WIDGET (self->shared_bar), draws);
  gtk_widget_set_visible (self->tools, gtk_widget_get_visible (GTK_WIDGET (self->columns))
                                           && (draws || gtk_widget_get_visible (GTK_WIDGET (self->stepper))));
}

static void
note_pictures (PedicleTopicPage *self, const PedicleAnswer *answer)
{
  self->has_pictures = self->has_pictures
                       || (answer != NULL
                           && (pedicle_blocks_hold_picture (answer->blocks)
                               || (answer->steps != NULL && pedicle_blocks_hold_picture (answer->steps->children))));
}

static void
set_session (PedicleTopicPage *self, PedicleSession *session)
{
  if (self->pen != NULL)
    return;
  self->talk = g_object_ref (pedicle_session_get_talk (session));
  self->pen = g_object_ref (pedicle_session_get_pen (session));
  pedicle_draw_bar_set_session (self->draw_bar, session);
  pedicle_draw_bar_set_session (self->shared_bar, session);
  g_signal_connect_object (self->pen, "notify::active", G_CALLBACK (show_tools), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->talk, "topic-changed", G_CALLBACK (on_topic), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->talk, "step-changed", G_CALLBACK (on_step), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->talk, "turn-changed", G_CALLBACK (show_turn), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->talk, "further", G_CALLBACK (on_further), self, 0);
  g_signal_connect_object (self->talk, "scroll", G_CALLBACK (on_scroll), self, 0);
}

static void
show_shared (PedicleTopicPage *self, PedicleSession *session, const PedicleTopic *topic)
{
  gtk_widget_set_visible (self->shared_row, topic->shared != NULL);
  note_pictures (self, topic->shared);
  if (topic->shared == NULL)
    return;
  gtk_box_append (self->shared, pedicle_option_card_new_shared (session, topic));
}

/* Below the page that asks what matters: how each option does on what was chosen. */
static void
show_values (PedicleTopicPage *self, PedicleSession *session, const PedicleTopic *topic)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  const char *const *matters = pedicle_visit_get_matters (pedicle_session_get_visit (session));
  gboolean asks = topic->asks_values && decision->values->len > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->values), asks);
  for (; asks && *matters != NULL; matters++)
    {
      const PedicleValue *value = pedicle_decision_find_value (decision, *matters);
      if (value == NULL)
        continue;
      g_autofree char *statement = pedicle_words_plain (session, pedicle_session_get_spoken (session), value->statement);
      pedicle_turns_append (self->turns, pedicle_value_page_new (session, value), statement);
    }
}

static void
show_options (PedicleTopicPage *self, PedicleSession *session, const PedicleTopic *topic)
{
  gtk_widget_set_visible (GTK_WIDGET (self->columns), topic->shared == NULL);
  if (topic->shared != NULL)
    return;
  g_autoptr (PedicleAnswers) answers = pedicle_answers_new (session, topic);
  for (guint i = 0; i < answers->options->len; i++)
    {
      GtkWidget *card = pedicle_option_card_new (answers, i);
      g_ptr_array_add (self->cards, card);
      note_pictures (self, g_ptr_array_index (answers->answers, i));
      pedicle_option_card_align (PEDICLE_OPTION_CARD (card), self->heads);
      if (self->quiet)
        pedicle_option_card_set_quiet (PEDICLE_OPTION_CARD (card));
      pedicle_columns_append (self->columns, card);
    }
  self->rows = pedicle_steps_align (answers->options, topic->id);
}

/* A set is left out when it tells of nothing but options that are hidden. */
static gboolean
is_of_shown (PedicleSession *session, const PedicleNumbers *numbers)
{
  const PedicleVisit *visit = pedicle_session_get_visit (session);
  guint n_hidden = 0;

  for (guint i = 0; i < numbers->outcomes->len; i++)
    {
      const PedicleOutcome *outcome = g_ptr_array_index (numbers->outcomes, i);
      n_hidden += outcome->option != NULL && pedicle_visit_is_hidden (visit, outcome->option) ? 1 : 0;
    }
  return n_hidden == 0 || n_hidden < numbers->outcomes->len;
}

static void
show_numbers (PedicleTopicPage *self, PedicleSession *session, const PedicleTopic *topic)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);

  for (guint i = 0; i < decision->numbers->len; i++)
    {
      const PedicleNumbers *numbers = g_ptr_array_index (decision->numbers, i);
      if (!g_str_equal (numbers->topic, topic->id) || !is_of_shown (session, numbers))
        continue;
      g_autofree char *title = pedicle_words_plain (session, pedicle_session_get_spoken (session), numbers->title);
      pedicle_turns_append (self->turns, pedicle_numbers_panel_new (session, numbers), title);
    }
}

static GPtrArray *
collect_cites (PedicleSession *session, const PedicleTopic *topic)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  g_autoptr (GPtrArray) options = pedicle_session_get_shown (session);
  GPtrArray *ids = g_ptr_array_new ();

  pedicle_source_list_add (ids, topic->shared != NULL ? topic->shared->cites : NULL);
  for (guint i = 0; topic->shared == NULL && i < options->len; i++)
    {
      const PedicleAnswer *answer = pedicle_procedure_find_answer (g_ptr_array_index (options, i), topic->id);
      pedicle_source_list_add (ids, answer != NULL ? answer->cites : NULL);
    }
  for (guint i = 0; i < decision->numbers->len; i++)
    {
      const PedicleNumbers *numbers = g_ptr_array_index (decision->numbers, i);
      if (!g_str_equal (numbers->topic, topic->id))
        continue;
      pedicle_source_list_add_numbers (ids, numbers);
    }
  return ids;
}

static void
show_sources (PedicleTopicPage *self, PedicleSession *session, const PedicleTopic *topic)
{
  g_autoptr (GPtrArray) ids = collect_cites (session, topic);
  g_autofree char *list = pedicle_source_list_format (session, ids);
  g_autofree char *mark = g_strconcat ("sources ", topic->id, NULL);

  gtk_label_set_markup (self->source_list, list);
  pedicle_talk_bind (self->talk, mark, G_OBJECT (self->sources), "expanded");
  gtk_expander_set_expanded (self->sources, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->sources), *list != '\0');
}

static void
on_sources (PedicleTopicPage *self)
{
  if (gtk_expander_get_expanded (self->sources))
    pedicle_reveal (GTK_WIDGET (self->sources), GTK_WIDGET (self->source_list));
}

static void
show_standing (PedicleTopicPage *self, PedicleSession *session, const PedicleTopic *topic)
{
  g_autofree char *words = pedicle_standing_words (session, topic);

  gtk_label_set_label (self->standing, words);
  pedicle_words_direct (GTK_WIDGET (self->standing), pedicle_session_get_spoken (session));
}

/* Hidden parts, too: what somebody chose, or was told, does not outlive the visit in them. */
static void
clear (PedicleTopicPage *self)
{
  pedicle_topic_page_set_prompt (self, NULL);
  pedicle_values_picker_clear (self->values);
  pedicle_box_clear (self->shared);
  pedicle_turns_clear (self->turns);
  g_ptr_array_set_size (self->cards, 0);
  pedicle_columns_clear (self->columns);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->has_pictures = FALSE;
}

void
pedicle_topic_page_show (PedicleTopicPage *self, PedicleSession *session, const PedicleTopic *topic)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_PAGE (self));

  const PedicleCatalogue *spoken = pedicle_session_get_spoken (session);
  clear (self);
  set_session (self, session);
  if (topic == NULL)
    return;
  show_shared (self, session, topic);
  show_options (self, session, topic);
  show_numbers (self, session, topic);
  if (topic->asks_values)
    pedicle_values_picker_show (self->values, session);
  show_values (self, session, topic);
  show_standing (self, session, topic);
  show_sources (self, session, topic);
  self->step = get_step (self);
  show_step (self);
  show_turn (self);
  show_tools (self);
  pedicle_words_direct (GTK_WIDGET (self->turns), spoken);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
pedicle_topic_page_resume (PedicleTopicPage *self)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_PAGE (self));

  if (self->step != get_step (self))
    show_step (self);
  show_turn (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
pedicle_topic_page_refresh_values (PedicleTopicPage *self, PedicleSession *session, const PedicleTopic *topic)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_PAGE (self));

  if (topic == NULL || !topic->asks_values)
    return;
  pedicle_turns_clear (self->turns);
  show_numbers (self, session, topic);
  show_values (self, session, topic);
  show_turn (self);
  pedicle_words_direct (GTK_WIDGET (self->turns), pedicle_session_get_spoken (session));
}

void
pedicle_topic_page_set_quiet (PedicleTopicPage *self)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_PAGE (self));
  self->quiet = TRUE;
}

void
pedicle_topic_page_set_prompt (PedicleTopicPage *self, const char *prompt)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_PAGE (self));

  gtk_label_set_label (self->prompt, prompt != NULL ? prompt : "");
  gtk_widget_set_visible (GTK_WIDGET (self->prompt), prompt != NULL && *prompt != '\0');
}

void
pedicle_topic_page_scroll (PedicleTopicPage *self, int by)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_PAGE (self));

  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroller);
  gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + by * gtk_adjustment_get_step_increment (down));
}

static void
pedicle_topic_page_dispose (GObject *object)
{
  PedicleTopicPage *self = PEDICLE_TOPIC_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_object (&self->heads);
  g_clear_object (&self->pen);
  g_clear_object (&self->talk);
  g_clear_pointer ((GtkWidget **) &self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (pedicle_topic_page_parent_class)->dispose (object);
}

static void
pedicle_topic_page_class_init (PedicleTopicPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_topic_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/topic-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, prompt);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, turns);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, shared_row);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, shared);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, values);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, columns);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, stepper);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, tools);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, draw_bar);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, shared_bar);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, previous_step);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, next_step);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, step_label);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, standing);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, sources);
  gtk_widget_class_bind_template_child (widget_class, PedicleTopicPage, source_list);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_step);
  gtk_widget_class_bind_template_callback (widget_class, on_next_step);
  gtk_widget_class_bind_template_callback (widget_class, on_sources);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_topic_page_init (PedicleTopicPage *self)
{
  g_type_ensure (PEDICLE_TYPE_COLUMNS);
  g_type_ensure (PEDICLE_TYPE_DRAW_BAR);
  g_type_ensure (PEDICLE_TYPE_TURNS);
  g_type_ensure (PEDICLE_TYPE_VALUES_PICKER);
  g_type_ensure (PEDICLE_TYPE_WRAP);
  self->cards = g_ptr_array_new ();
  self->heads = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  pedicle_draw_bar_stack (self->shared_bar);
  pedicle_name_expander (self->sources);
  pedicle_tab_stop_expander (self->sources);
}
