/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "consultation-view.h"

#include <glib/gi18n.h>

#include "adaptive.h"
#include "case-panel.h"
#include "closures.h"
#include "columns.h"
#include "hide-button.h"
#include "language-menu.h"
#include "large-layout.h"
#include "names.h"
#include "question-bar.h"
#include "search-panel.h"
#include "tab-stop.h"
#include "option-card.h"
#include "talk-keys.h"
#include "talk-pages.h"
#include "topic-row.h"
#include "topics.h"
#include "words.h"
#include "wrap.h"

struct _PedicleConsultationView
{
  GtkWidget parent_instance;

  GtkBox *body;
  PedicleAdaptive *adaptive;
  GtkWidget *sidebar;
  PedicleCasePanel *case_panel;
  GtkLabel *count;
  GtkToggleButton *search_button;
  GtkStack *side_stack;
  GtkWidget *topics_scroller;
  GtkListBox *topics;
  PedicleSearchPanel *search;
  GtkWidget *language_box;
  GtkLabel *language_label;
  PedicleLanguageMenu *language;
  GtkWidget *modes;
  GtkBox *head_start;
  GtkBox *head_place;
  GtkBox *small_bar;
  GtkWidget *topics_button;
  GtkMenuButton *look;
  GtkBox *look_place;
  GtkLabel *question;
  GtkToggleButton *one;
  GtkToggleButton *whole;
  GtkToggleButton *apart;
  PedicleWrap *hidden;
  PedicleTalkPages *pages;
  GtkWidget *bottom;
  GtkButton *previous;
  GtkButton *discussed;
  PedicleQuestionBar *questions;
  GtkWidget *make;
  GtkMenuButton *record;
  GtkWidget *large_bar;
  GtkLabel *large_count;
  GtkWidget *large_next;

  PedicleSession *session;
  gboolean large;
};

G_DEFINE_FINAL_TYPE (PedicleConsultationView, pedicle_consultation_view, GTK_TYPE_WIDGET)

static guint make_signal, say_signal;

/* A narrow bar has room for a word; its name stays whole. */
static void
show_discussed (PedicleConsultationView *self, const char *name, const char *word)
{
  gtk_button_set_label (self->discussed, pedicle_adaptive_get_narrow (self->adaptive) ? word : name);
  pedicle_name_button (GTK_WIDGET (self->discussed), name);
}

/* In the clinician's language; below it in the language of the talk, for who speaks some of it, and for an interpreter. */
static char *
format_prompt (PedicleConsultationView *self, const PedicleTopic *topic)
{
  g_autofree char *prompt = pedicle_words_plain (self->session, pedicle_session_get_interface (self->session),
                                                 topic->prompt);
  g_autofree char *spoken = pedicle_words_plain (self->session, pedicle_session_get_spoken (self->session),
                                                 topic->prompt);

  if (g_str_equal (prompt, spoken))
    return g_steal_pointer (&prompt);
  return g_strconcat (prompt, "\n", spoken, NULL);
}

/* The words around the page: the question, the prompt, the counts. */
static void
refresh_frame (PedicleConsultationView *self)
{
  const PedicleCatalogue *spoken = pedicle_session_get_spoken (self->session);
  const PedicleTopic *topic = pedicle_topics_get_shown (self->session);

  if (topic == NULL)
    return;
  g_autofree char *question = pedicle_topics_question (self->session);
  g_autofree char *prompt = format_prompt (self, topic);
  g_autofree char *place = pedicle_topics_place (self->session);
  gboolean done = pedicle_visit_is_discussed (pedicle_session_get_visit (self->session), topic->id);

  gtk_label_set_label (self->question, question);
  pedicle_talk_pages_set_prompt (self->pages, self->large ? NULL : prompt);
  gtk_label_set_label (self->large_count, place);
  show_discussed (self, done ? _("Next topic") : _("Discussed, next topic"), done ? _("Next") : _("Discussed"));
  pedicle_tab_stop_enable (GTK_WIDGET (self->previous), pedicle_topics_get_index (self->session) > 0,
                           GTK_WIDGET (self->discussed));
  pedicle_words_direct (GTK_WIDGET (self->question), spoken);
}

static void
refresh_marks (PedicleConsultationView *self)
{
  const PedicleVisit *visit = pedicle_session_get_visit (self->session);
  g_autofree char *count = pedicle_discussed_of (pedicle_visit_get_n_discussed (visit), pedicle_topics_get_n (self->session));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->topics, i)) != NULL; i++)
    pedicle_topic_row_set_discussed (
        PEDICLE_TOPIC_ROW (row), pedicle_visit_is_discussed (visit, pedicle_topic_row_get_topic (PEDICLE_TOPIC_ROW (row))));
  gtk_label_set_label (self->count, count);
  refresh_frame (self);
}

static void
on_row_selected (PedicleConsultationView *self, GtkListBoxRow *row)
{
  if (row != NULL)
    pedicle_topics_go (self->session, gtk_list_box_row_get_index (row));
}

static void
on_row_activated (PedicleConsultationView *self, GtkListBoxRow *row)
{
  pedicle_talk_set_mode (pedicle_session_get_talk (self->session), PEDICLE_TALK_ONE);
  pedicle_adaptive_set_show_sidebar (self->adaptive, FALSE);
}

static void
on_row_toggled (PedicleTopicRow *row, gboolean discussed, PedicleConsultationView *self)
{
  pedicle_session_set_discussed (self->session, pedicle_topic_row_get_topic (row), discussed);
}

/* What had the focus on the page may have gone with it. */
static void
show_topic (PedicleConsultationView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->topics, pedicle_topics_get_index (self->session));
  gboolean in_topics = pedicle_tab_stop_holds (GTK_WIDGET (self->topics));

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->topics, row);
  if (in_topics)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else if (gtk_widget_get_mapped (GTK_WIDGET (self))
           && !pedicle_tab_stop_holds (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)))))
    pedicle_consultation_view_take_focus (self);
  refresh_frame (self);
}

static void
on_search_toggled (PedicleConsultationView *self)
{
  gboolean search = gtk_toggle_button_get_active (self->search_button);

  gtk_stack_set_visible_child (self->side_stack, search ? GTK_WIDGET (self->search) : self->topics_scroller);
  if (search)
    pedicle_search_panel_open (self->search);
  else
    pedicle_search_panel_forget (self->search);
}

static void
close_search (PedicleConsultationView *self)
{
  gboolean was = gtk_toggle_button_get_active (self->search_button);

  gtk_toggle_button_set_active (self->search_button, FALSE);
  if (was)
    pedicle_consultation_view_take_focus (self);
}

/* The search stays, for the next of what was found. */
static void
on_found (PedicleConsultationView *self, const char *topic, const char *option, gboolean on_demand)
{
  PedicleTalk *talk = pedicle_session_get_talk (self->session);
  g_autofree char *id = g_strdup (*option != '\0' ? option : NULL);
  g_autofree char *mark = pedicle_option_card_mark (topic, id);

  if (id != NULL)
    pedicle_session_set_hidden (self->session, id, FALSE);
  pedicle_talk_set_topic (talk, topic);
  pedicle_talk_set_mode (talk, PEDICLE_TALK_ONE);
  pedicle_adaptive_set_show_sidebar (self->adaptive, FALSE);
  if (on_demand)
    pedicle_talk_set_mark (talk, mark, TRUE);
}

/* Two buttons say it when the view changes: the one that is left too. */
static void
on_mode (PedicleConsultationView *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  gtk_menu_button_popdown (self->look);
  pedicle_talk_set_mode (pedicle_session_get_talk (self->session), button == self->one     ? PEDICLE_TALK_ONE
                                                                   : button == self->apart ? PEDICLE_TALK_APART
                                                                                           : PEDICLE_TALK_TABLE);
}

static void
show_mode (PedicleConsultationView *self)
{
  GtkToggleButton *const buttons[] = { [PEDICLE_TALK_ONE] = self->one,
                                       [PEDICLE_TALK_TABLE] = self->whole,
                                       [PEDICLE_TALK_APART] = self->apart };

  gtk_toggle_button_set_active (buttons[pedicle_talk_get_mode (pedicle_session_get_talk (self->session))], TRUE);
  refresh_frame (self);
}

gboolean
pedicle_consultation_view_move (PedicleConsultationView *self, int by)
{
  g_return_val_if_fail (PEDICLE_IS_CONSULTATION_VIEW (self), FALSE);

  return pedicle_topics_move (self->session, by);
}

void
pedicle_consultation_view_toggle_discussed (PedicleConsultationView *self)
{
  g_return_if_fail (PEDICLE_IS_CONSULTATION_VIEW (self));

  const char *topic = pedicle_talk_get_topic (pedicle_session_get_talk (self->session));
  if (topic == NULL)
    return;
  gboolean done = pedicle_visit_is_discussed (pedicle_session_get_visit (self->session), topic);
  pedicle_session_set_discussed (self->session, topic, !done);
}

static void
on_discussed (PedicleConsultationView *self)
{
  const char *topic = pedicle_talk_get_topic (pedicle_session_get_talk (self->session));

  if (topic == NULL)
    return;
  pedicle_session_set_discussed (self->session, topic, TRUE);
  pedicle_topics_move (self->session, 1);
}

static void
on_previous (PedicleConsultationView *self)
{
  pedicle_consultation_view_move (self, -1);
}

static void
on_next (PedicleConsultationView *self)
{
  pedicle_consultation_view_move (self, 1);
}

static void
say (PedicleConsultationView *self, const char *sentence)
{
  g_signal_emit (self, say_signal, 0, sentence, TRUE);
}

static void
on_make (PedicleConsultationView *self)
{
  g_signal_emit (self, make_signal, 0);
}

void
pedicle_consultation_view_ask (PedicleConsultationView *self)
{
  g_return_if_fail (PEDICLE_IS_CONSULTATION_VIEW (self));
  pedicle_question_bar_focus (self->questions);
}

static void
move_to (GtkWidget *widget, GtkBox *box)
{
  GtkWidget *from = gtk_widget_get_parent (widget);

  if (from == GTK_WIDGET (box))
    return;
  g_object_ref (widget);
  gtk_box_remove (GTK_BOX (from), widget);
  gtk_box_append (box, widget);
  g_object_unref (widget);
}

/* Language and view stand beside the question, and where there is no room behind a button; this and the one of the
 * topics in the question's row, or in a small window in one of their own. */
static void
place_look (PedicleConsultationView *self, gboolean narrow)
{
  GtkBox *place = narrow ? self->look_place : self->head_place;
  gboolean bar = narrow && gtk_widget_has_css_class (GTK_WIDGET (self), "small");

  gtk_menu_button_popdown (self->look);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->modes),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  move_to (self->language_box, place);
  move_to (self->modes, place);
  gtk_widget_set_hexpand (self->topics_button, bar);
  move_to (self->topics_button, bar ? self->small_bar : self->head_start);
  move_to (GTK_WIDGET (self->look), bar ? self->small_bar : self->head_place);
  gtk_widget_set_visible (GTK_WIDGET (self->look), narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->small_bar), bar && !self->large);
  gtk_widget_set_visible (GTK_WIDGET (self->head_start), narrow && !bar && !self->large);
  gtk_widget_set_visible (GTK_WIDGET (self->head_place), !bar && !self->large);
}

static void
refresh_layout (PedicleConsultationView *self)
{
  gboolean narrow = pedicle_adaptive_get_narrow (self->adaptive);

  gtk_widget_set_visible (self->sidebar, !self->large);
  gtk_widget_set_visible (self->bottom, !self->large);
  gtk_widget_set_visible (self->large_bar, self->large);
  gtk_widget_set_visible (self->language_box, pedicle_language_menu_get_n_languages (self->language) > 1);
  place_look (self, narrow);
  gtk_widget_set_visible (self->make, !narrow);
  if (narrow)
    gtk_button_set_icon_name (self->previous, "go-previous-symbolic");
  else
    gtk_button_set_label (self->previous, _("Previous"));
  pedicle_name_button (GTK_WIDGET (self->previous), _("Previous"));
  refresh_frame (self);
}

void
pedicle_consultation_view_expect_width (PedicleConsultationView *self, int width)
{
  g_return_if_fail (PEDICLE_IS_CONSULTATION_VIEW (self));
  pedicle_adaptive_expect_width (self->adaptive, width);
}

void
pedicle_consultation_view_set_large (PedicleConsultationView *self, gboolean large)
{
  g_return_if_fail (PEDICLE_IS_CONSULTATION_VIEW (self));

  self->large = large;
  if (large)
    gtk_widget_add_css_class (GTK_WIDGET (self), "large");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "large");
  refresh_layout (self);
  pedicle_consultation_view_take_focus (self);
}

void
pedicle_consultation_view_take_focus (PedicleConsultationView *self)
{
  g_return_if_fail (PEDICLE_IS_CONSULTATION_VIEW (self));

  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->topics);
  if (self->large)
    gtk_widget_grab_focus (self->large_next);
  else if (pedicle_adaptive_get_narrow (self->adaptive) && !pedicle_adaptive_get_show_sidebar (self->adaptive))
    gtk_widget_grab_focus (GTK_WIDGET (self->discussed));
  else if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static char **
list_hidden (PedicleConsultationView *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (GtkWidget *each = gtk_widget_get_first_child (GTK_WIDGET (self->hidden)); each != NULL;
       each = gtk_widget_get_next_sibling (each))
    g_strv_builder_add (ids, gtk_widget_get_name (each));
  return g_strv_builder_end (ids);
}

/* A button for each option that is hidden. Returns: (nullable): the one of the option that was hidden last, or any. */
static GtkWidget *
fill_hidden (PedicleConsultationView *self)
{
  const PedicleVisit *visit = pedicle_session_get_visit (self->session);
  g_autoptr (GPtrArray) options = pedicle_session_get_options (self->session);
  g_auto (GStrv) before = list_hidden (self);
  GtkWidget *last = NULL;

  pedicle_wrap_clear (self->hidden);
  for (guint i = 0; i < options->len; i++)
    {
      const PedicleProcedure *option = g_ptr_array_index (options, i);
      if (!pedicle_visit_is_hidden (visit, option->id))
        continue;
      GtkWidget *button = pedicle_show_button_new (self->session, option);
      pedicle_wrap_append (self->hidden, button);
      if (last == NULL || !g_strv_contains ((const char *const *) before, option->id))
        last = button;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->hidden), last != NULL);
  return last;
}

static void
fill_topics (PedicleConsultationView *self)
{
  const PedicleDecision *decision = pedicle_session_get_decision (self->session);
  const PedicleCatalogue *spoken = pedicle_session_get_spoken (self->session);
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->topics, 0)) != NULL)
    gtk_list_box_remove (self->topics, GTK_WIDGET (old));
  for (guint i = 0; decision != NULL && i < decision->topics->len; i++)
    {
      const PedicleTopic *each = g_ptr_array_index (decision->topics, i);
      g_autofree char *question = pedicle_words_plain (self->session, spoken, each->question);
      GtkWidget *row = pedicle_topic_row_new (each->id, question);
      g_signal_connect_object (row, "toggled", G_CALLBACK (on_row_toggled), self, 0);
      gtk_list_box_append (self->topics, row);
    }
  fill_hidden (self);
  show_topic (self);
  refresh_marks (self);
}

static void
on_replaced (PedicleConsultationView *self)
{
  show_mode (self);
  fill_topics (self);
}

/* The button that was pressed has gone: the keys go to the one that undoes it, or to the topics. A search keeps them. */
static void
on_hidden (PedicleConsultationView *self)
{
  GtkWidget *last = fill_hidden (self);

  refresh_frame (self);
  if (pedicle_tab_stop_holds (GTK_WIDGET (self->search)))
    return;
  if (last != NULL)
    gtk_widget_grab_focus (last);
  else
    pedicle_consultation_view_take_focus (self);
}

/* A question that was pressed is out of sight with the table. */
static void
on_mode_changed (PedicleConsultationView *self)
{
  show_mode (self);
  if (pedicle_tab_stop_holds (GTK_WIDGET (self->pages)))
    pedicle_consultation_view_take_focus (self);
}

void
pedicle_consultation_view_search (PedicleConsultationView *self)
{
  g_return_if_fail (PEDICLE_IS_CONSULTATION_VIEW (self));

  pedicle_adaptive_set_show_sidebar (self->adaptive, TRUE);
  gtk_toggle_button_set_active (self->search_button, TRUE);
  pedicle_search_panel_open (self->search);
}

static gboolean
on_search_key (GtkWidget *widget, GVariant *unused, gpointer user_data)
{
  if (!gtk_widget_get_mapped (widget) || PEDICLE_CONSULTATION_VIEW (widget)->large)
    return FALSE;
  pedicle_consultation_view_search (PEDICLE_CONSULTATION_VIEW (widget));
  return TRUE;
}

static void
add_keys (PedicleConsultationView *self)
{
  GtkEventController *first = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (first, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (first), GTK_SHORTCUT_SCOPE_GLOBAL);
  pedicle_talk_keys_bind (first, GDK_KEY_f, GDK_CONTROL_MASK, on_search_key, 0, self->session);
  gtk_widget_add_controller (GTK_WIDGET (self), first);
  pedicle_talk_keys_add (GTK_WIDGET (self), self->session);
}

static void
pedicle_consultation_view_dispose (GObject *object)
{
  PedicleConsultationView *self = PEDICLE_CONSULTATION_VIEW (object);

  g_clear_pointer ((GtkWidget **) &self->body, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pedicle_consultation_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, body);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, adaptive);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, case_panel);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, count);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, search_button);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, side_stack);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, topics_scroller);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, search);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, topics);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, language_box);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, language_label);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, language);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, modes);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, head_place);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, head_start);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, small_bar);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, topics_button);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, look);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, look_place);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, question);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, one);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, whole);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, apart);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, hidden);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, pages);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, bottom);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, previous);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, discussed);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, questions);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, make);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, record);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, large_bar);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, large_count);
  gtk_widget_class_bind_template_child (widget_class, PedicleConsultationView, large_next);
}

static void
pedicle_consultation_view_class_init (PedicleConsultationViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_consultation_view_dispose;
  make_signal = g_signal_new ("make-handout", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
  say_signal = g_signal_new ("say", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                             G_TYPE_STRING, G_TYPE_BOOLEAN);
  g_type_ensure (PEDICLE_TYPE_ADAPTIVE);
  g_type_ensure (PEDICLE_TYPE_CASE_PANEL);
  g_type_ensure (PEDICLE_TYPE_COLUMNS);
  g_type_ensure (PEDICLE_TYPE_LANGUAGE_MENU);
  g_type_ensure (PEDICLE_TYPE_QUESTION_BAR);
  g_type_ensure (PEDICLE_TYPE_SEARCH_PANEL);
  g_type_ensure (PEDICLE_TYPE_TALK_PAGES);
  g_type_ensure (PEDICLE_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/consultation-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_found);
  gtk_widget_class_bind_template_callback (widget_class, on_search_toggled);
  gtk_widget_class_bind_template_callback (widget_class, close_search);
  gtk_widget_class_bind_template_callback (widget_class, on_mode);
  gtk_widget_class_bind_template_callback (widget_class, on_discussed);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_make);
  gtk_widget_class_bind_template_callback (widget_class, say);
  gtk_widget_class_bind_template_callback (widget_class, refresh_layout);
  gtk_widget_class_set_layout_manager_type (widget_class, PEDICLE_TYPE_LARGE_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_consultation_view_init (PedicleConsultationView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "resized", G_CALLBACK (refresh_layout), self,
                           G_CONNECT_SWAPPED);
  pedicle_name_menu_button (self->look, _("Language and view"));
  pedicle_name_menu_button (self->record, _("The record of this talk"));
  pedicle_tab_stop_list (self->topics);
}

void
pedicle_consultation_view_set_session (PedicleConsultationView *self, PedicleSession *session)
{
  PedicleTalk *talk = pedicle_session_get_talk (session);

  g_return_if_fail (PEDICLE_IS_CONSULTATION_VIEW (self));

  g_set_object (&self->session, session);
  pedicle_talk_pages_set_session (self->pages, session);
  pedicle_case_panel_set_session (self->case_panel, session);
  pedicle_question_bar_set_session (self->questions, session);
  pedicle_search_panel_set_session (self->search, session);
  pedicle_language_menu_set_session (self->language, session, self->language_label);
  g_signal_connect_object (session, "library-changed", G_CALLBACK (fill_topics), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "language-changed", G_CALLBACK (fill_topics), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::value", G_CALLBACK (refresh_frame), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::discussed", G_CALLBACK (refresh_marks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::hidden", G_CALLBACK (on_hidden), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::replaced", G_CALLBACK (on_replaced), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (talk, "topic-changed", G_CALLBACK (show_topic), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (talk, "mode-changed", G_CALLBACK (on_mode_changed), self, G_CONNECT_SWAPPED);
  add_keys (self);
  fill_topics (self);
  show_mode (self);
  refresh_layout (self);
}
