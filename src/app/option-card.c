/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "option-card.h"

#include "box.h"
#include <glib/gi18n.h>

#include "blocks.h"
#include "figure-view.h"
#include "hide-button.h"
#include "names.h"
#include "reveal.h"
#include "row.h"
#include "tab-stop.h"

struct _PedicleOptionCard
{
  GtkWidget parent_instance;

  GtkBox *body;
  GtkBox *head;
  PedicleRow *title_box;
  GtkLabel *title;
  GtkLabel *summary;
  GtkBox *picture_box;
  GtkBox *answer_box;
  GtkBox *step_box;
  GtkExpander *more;
  GtkBox *more_box;

  PedicleSession *session;
  const PedicleProcedure *option; /* (nullable) */
  GPtrArray *more_blocks;         /* (nullable) (element-type PedicleBlock): what is shown on demand */
};

G_DEFINE_FINAL_TYPE (PedicleOptionCard, pedicle_option_card, GTK_TYPE_WIDGET)

static void
append (PedicleOptionCard *self, GtkBox *box, GPtrArray *blocks)
{
  pedicle_blocks_append (box, self->session, blocks, self->option != NULL ? self->option->id : NULL);
}

static void
on_expanded (PedicleOptionCard *self)
{
  if (!gtk_expander_get_expanded (self->more))
    return;
  if (gtk_widget_get_first_child (GTK_WIDGET (self->more_box)) == NULL)
    append (self, self->more_box, self->more_blocks);
  pedicle_reveal (GTK_WIDGET (self->more), GTK_WIDGET (self->more));
}

static void
pedicle_option_card_dispose (GObject *object)
{
  PedicleOptionCard *self = PEDICLE_OPTION_CARD (object);

  g_clear_pointer ((GtkWidget **) &self->body, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->more_blocks, g_ptr_array_unref);
  G_OBJECT_CLASS (pedicle_option_card_parent_class)->dispose (object);
}

static void
pedicle_option_card_class_init (PedicleOptionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_option_card_dispose;
  g_type_ensure (PEDICLE_TYPE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/option-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PedicleOptionCard, body);
  gtk_widget_class_bind_template_child (widget_class, PedicleOptionCard, head);
  gtk_widget_class_bind_template_child (widget_class, PedicleOptionCard, title_box);
  gtk_widget_class_bind_template_child (widget_class, PedicleOptionCard, title);
  gtk_widget_class_bind_template_child (widget_class, PedicleOptionCard, summary);
  gtk_widget_class_bind_template_child (widget_class, PedicleOptionCard, picture_box);
  gtk_widget_class_bind_template_child (widget_class, PedicleOptionCard, answer_box);
  gtk_widget_class_bind_template_child (widget_class, PedicleOptionCard, step_box);
  gtk_widget_class_bind_template_child (widget_class, PedicleOptionCard, more);
  gtk_widget_class_bind_template_child (widget_class, PedicleOptionCard, more_box);
  gtk_widget_class_bind_template_callback (widget_class, on_expanded);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "option");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_option_card_init (PedicleOptionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_wrap (GTK_LABEL (gtk_expander_get_label_widget (self->more)), TRUE);
  gtk_label_set_xalign (GTK_LABEL (gtk_expander_get_label_widget (self->more)), 0);
  pedicle_name_expander (self->more);
  pedicle_tab_stop_expander (self->more);
}

/* Shows @blocks, and nothing when there are none. */
static void
fill (PedicleOptionCard *self, GtkBox *box, GPtrArray *blocks)
{
  pedicle_box_clear (box);
  gtk_widget_set_visible (GTK_WIDGET (box), blocks->len > 0);
  append (self, box, blocks);
  pedicle_words_direct (GTK_WIDGET (box), pedicle_session_get_spoken (self->session));
}

static gboolean
has_picture (const PedicleBlock *block)
{
  if (block->kind == PEDICLE_BLOCK_FIGURE)
    return TRUE;
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    if (has_picture (g_ptr_array_index (block->children, i)))
      return TRUE;
  return FALSE;
}

static void
part (GPtrArray *blocks, GPtrArray *pictures, GPtrArray *others)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      PedicleBlock *block = g_ptr_array_index (blocks, i);
      g_ptr_array_add (has_picture (block) ? pictures : others, block);
    }
}

static void
set_more (PedicleOptionCard *self, const PedicleTopic *topic, GPtrArray *blocks)
{
  g_autofree char *mark = pedicle_option_card_mark (topic->id, self->option != NULL ? self->option->id : NULL);

  self->more_blocks = g_ptr_array_ref (blocks);
  gtk_widget_set_visible (GTK_WIDGET (self->more), blocks->len > 0);
  pedicle_talk_bind (pedicle_session_get_talk (self->session), mark, G_OBJECT (self->more), "expanded");
}

static void
show_head (PedicleOptionCard *self)
{
  const PedicleCatalogue *spoken = pedicle_session_get_spoken (self->session);
  g_autofree char *title = pedicle_words_plain (self->session, spoken, self->option->title);
  g_autofree char *summary = pedicle_words_markup (self->session, spoken, self->option->summary);
  g_autofree char *more = pedicle_name_of (gtk_expander_get_label (self->more), title);

  gtk_label_set_label (self->title, title);
  gtk_label_set_markup (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *summary != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  pedicle_name_button (GTK_WIDGET (self->more), more);
  pedicle_row_append (self->title_box, pedicle_hide_button_new (self->session, self->option));
}

GtkWidget *
pedicle_option_card_new (const PedicleAnswers *answers, guint index)
{
  PedicleOptionCard *self = g_object_new (PEDICLE_TYPE_OPTION_CARD, NULL);
  const PedicleAnswer *answer = g_ptr_array_index (answers->answers, index);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  self->session = g_object_ref (answers->session);
  self->option = g_ptr_array_index (answers->options, index);
  show_head (self);
  pedicle_answers_append (answers, index, self->answer_box);
  set_more (self, answers->topic, answer != NULL && answer->blocks != NULL ? answer->blocks : none);
  return GTK_WIDGET (self);
}

GtkWidget *
pedicle_option_card_new_shared (PedicleSession *session, const PedicleTopic *topic)
{
  PedicleOptionCard *self = g_object_new (PEDICLE_TYPE_OPTION_CARD, NULL);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new (), others = g_ptr_array_new ();
  const PedicleAnswer *answer = topic->shared;

  self->session = g_object_ref (session);
  gtk_widget_set_visible (GTK_WIDGET (self->head), FALSE);
  pedicle_answers_append_one (session, answer, self->answer_box);
  part (answer->blocks, pictures, others);
  fill (self, self->picture_box, pictures);
  if (answer->steps != NULL)
    fill (self, self->step_box, answer->steps->children);
  set_more (self, topic, others);
  return GTK_WIDGET (self);
}

char *
pedicle_option_card_mark (const char *topic, const char *option)
{
  return g_strconcat ("more ", topic, option != NULL ? " " : NULL, option, NULL);
}

void
pedicle_option_card_set_quiet (PedicleOptionCard *self)
{
  g_return_if_fail (PEDICLE_IS_OPTION_CARD (self));
  gtk_widget_set_visible (gtk_widget_get_last_child (GTK_WIDGET (self->title_box)), FALSE);
}

void
pedicle_option_card_align (PedicleOptionCard *self, GtkSizeGroup *heads)
{
  g_return_if_fail (PEDICLE_IS_OPTION_CARD (self));
  gtk_size_group_add_widget (heads, GTK_WIDGET (self->head));
}

static const PedicleFigure *
find_figure (const PedicleBlock *block)
{
  const PedicleFigure *figure = block->figure;

  for (guint i = 0; figure == NULL && block->children != NULL && i < block->children->len; i++)
    figure = find_figure (g_ptr_array_index (block->children, i));
  return figure;
}

static PedicleFigureView *
find_view (GtkWidget *widget)
{
  PedicleFigureView *view = PEDICLE_IS_FIGURE_VIEW (widget) ? PEDICLE_FIGURE_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); view == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    view = find_view (child);
  return view;
}

/* The picture of @before becomes that of @step, where the content says so. */
static void
play (PedicleOptionCard *self, const PedicleBlock *step, const PedicleBlock *before)
{
  const PedicleFigure *from = step != NULL && before != NULL && step->moves ? find_figure (before) : NULL;
  PedicleFigureView *view = from != NULL ? find_view (GTK_WIDGET (self->picture_box)) : NULL;

  if (view != NULL)
    pedicle_figure_view_play (view, from->svg);
}

void
pedicle_option_card_show_step (PedicleOptionCard *self, const PedicleBlock *step, const PedicleBlock *before)
{
  g_autoptr (GPtrArray) pictures = g_ptr_array_new (), words = g_ptr_array_new ();

  g_return_if_fail (PEDICLE_IS_OPTION_CARD (self));
  part (step != NULL ? step->children : NULL, pictures, words);
  fill (self, self->picture_box, pictures);
  fill (self, self->step_box, words);
  play (self, step, before);
}
