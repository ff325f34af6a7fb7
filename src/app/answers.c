/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "answers.h"

#include <glib/gi18n.h>

#include "differences.h"
#include "words.h"

static void
add_option (PedicleAnswers *answers, const PedicleProcedure *option, const PedicleTopic *topic)
{
  const PedicleCatalogue *spoken = pedicle_session_get_spoken (answers->session);
  const PedicleAnswer *answer = pedicle_procedure_find_answer (option, topic->id);

  g_ptr_array_add (answers->answers, (gpointer) answer);
  g_ptr_array_add (answers->texts, answer != NULL && answer->brief != NULL
                                       ? pedicle_words_plain (answers->session, spoken, answer->brief)
                                       : NULL);
}

PedicleAnswers *
pedicle_answers_new (PedicleSession *session, const PedicleTopic *topic)
{
  PedicleAnswers *answers = g_new0 (PedicleAnswers, 1);
  const char *language = pedicle_catalogue_get_language (pedicle_session_get_spoken (session));

  answers->session = session;
  answers->topic = topic;
  answers->options = pedicle_session_get_shown (session);
  answers->answers = g_ptr_array_new ();
  answers->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < answers->options->len; i++)
    add_option (answers, g_ptr_array_index (answers->options, i), topic);
  answers->spans = pedicle_differences_find ((const char *const *) answers->texts->pdata, answers->texts->len,
                                             pango_language_from_string (language));
  return answers;
}

void
pedicle_answers_free (PedicleAnswers *answers)
{
  g_ptr_array_unref (answers->options);
  g_ptr_array_unref (answers->answers);
  g_ptr_array_unref (answers->texts);
  g_ptr_array_unref (answers->spans);
  g_free (answers);
}

gboolean
pedicle_answers_differ (const PedicleAnswers *answers)
{
  return pedicle_differences_any ((const char *const *) answers->texts->pdata, answers->texts->len);
}

const PedicleProcedure *
pedicle_answers_find_same (const PedicleAnswers *answers, guint index)
{
  int same = pedicle_differences_same ((const char *const *) answers->texts->pdata, index);

  return same >= 0 ? g_ptr_array_index (answers->options, same) : NULL;
}

/* The marks as words, for who does not see them. */
static void
describe (GtkWidget *label, const char *text, const GArray *spans)
{
  g_autofree char *words = pedicle_differences_words (text, spans);
  /* Translators: read by a screen reader; %s are the words of an answer that the answers beside it do not have. */
  g_autofree char *description = g_strdup_printf (_("Different here: %s"), words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
append_text (PedicleSession *session, const PedicleText *text, const GArray *spans, const char *css_class, GtkBox *box)
{
  if (text == NULL)
    return;

  GtkWidget *label = pedicle_words_label (session, pedicle_session_get_spoken (session), text, css_class);
  if (spans != NULL && spans->len > 0)
    {
      g_autoptr (PangoAttrList) marks = pedicle_differences_attributes (spans);
      gtk_label_set_attributes (GTK_LABEL (label), marks);
      describe (label, gtk_label_get_text (GTK_LABEL (label)), spans);
    }
  gtk_box_append (box, label);
}

void
pedicle_answers_append (const PedicleAnswers *answers, guint index, GtkBox *box)
{
  const PedicleAnswer *answer = g_ptr_array_index (answers->answers, index);

  if (answer == NULL)
    return;
  append_text (answers->session, answer->brief, g_ptr_array_index (answers->spans, index), NULL, box);
  append_text (answers->session, answer->unknown, NULL, "unknown", box);
}

void
pedicle_answers_append_one (PedicleSession *session, const PedicleAnswer *answer, GtkBox *box)
{
  if (answer == NULL)
    return;
  append_text (session, answer->brief, NULL, NULL, box);
  append_text (session, answer->unknown, NULL, "unknown", box);
}

static gboolean
has_place (const PedicleText *text)
{
  return text != NULL && strchr (text->markup, '{') != NULL;
}

static gboolean
have_place (const GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    if (has_place (g_ptr_array_index (texts, i)))
      return TRUE;
  return FALSE;
}

static gboolean
figure_has_place (const PedicleFigure *figure)
{
  for (guint i = 0; figure != NULL && figure->labels != NULL && i < figure->labels->len; i++)
    if (has_place (((const PedicleLabel *) g_ptr_array_index (figure->labels, i))->text))
      return TRUE;
  return figure != NULL && has_place (figure->alt);
}

static gboolean
blocks_name_values (const GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const PedicleBlock *block = g_ptr_array_index (blocks, i);
      if (block->when != NULL || block->unless != NULL || has_place (block->text) || figure_has_place (block->figure)
          || blocks_name_values (block->children))
        return TRUE;
    }
  return FALSE;
}

static gboolean
answer_names_values (const PedicleAnswer *answer)
{
  return answer != NULL
         && (has_place (answer->brief) || has_place (answer->unknown) || blocks_name_values (answer->blocks)
             || (answer->steps != NULL && blocks_name_values (answer->steps->children)));
}

static gboolean
option_names_values (const PedicleProcedure *option)
{
  for (guint i = 0; i < option->answers->len; i++)
    if (answer_names_values (g_ptr_array_index (option->answers, i)))
      return TRUE;
  return has_place (option->title) || has_place (option->summary);
}

static gboolean
numbers_have_place (const PedicleNumbers *numbers)
{
  for (guint i = 0; i < numbers->outcomes->len; i++)
    {
      const PedicleOutcome *outcome = g_ptr_array_index (numbers->outcomes, i);
      if (has_place (outcome->happens) || has_place (outcome->happens_not) || has_place (outcome->range))
        return TRUE;
    }
  return has_place (numbers->title) || has_place (numbers->group) || has_place (numbers->time)
         || has_place (numbers->unit) || has_place (numbers->scale_low_text) || has_place (numbers->scale_high_text)
         || have_place (numbers->unknowns) || have_place (numbers->notes);
}

/* Beside what the options answer. */
static gboolean
decision_names_values (const PedicleDecision *decision)
{
  for (guint i = 0; i < decision->topics->len; i++)
    {
      const PedicleTopic *topic = g_ptr_array_index (decision->topics, i);
      if (has_place (topic->question) || answer_names_values (topic->shared))
        return TRUE;
    }
  for (guint i = 0; i < decision->numbers->len; i++)
    if (numbers_have_place (g_ptr_array_index (decision->numbers, i)))
      return TRUE;
  for (guint i = 0; i < decision->values->len; i++)
    if (has_place (((const PedicleValue *) g_ptr_array_index (decision->values, i))->statement))
      return TRUE;
  return FALSE;
}

gboolean
pedicle_answers_name_values (PedicleSession *session)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  g_autoptr (GPtrArray) options = pedicle_session_get_options (session);

  for (guint i = 0; i < options->len; i++)
    if (option_names_values (g_ptr_array_index (options, i)))
      return TRUE;
  return decision != NULL && decision_names_values (decision);
}
