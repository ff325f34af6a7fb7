/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleAnswers: the short answers of the options that are shown to one topic, in the language of the talk, and what
 * sets each apart from the one that it is most like. */
typedef struct
{
  PedicleSession *session;
  const PedicleTopic *topic; /* borrowed from the content */
  GPtrArray *options; /* (element-type PedicleProcedure) */
  GPtrArray *answers; /* (element-type PedicleAnswer): of each, nullable */
  GPtrArray *texts;   /* (element-type utf8): of each, nullable */
  GPtrArray *spans;   /* (element-type GArray): of each, of PedicleSpan */
} PedicleAnswers;

/** pedicle_answers_new: @topic: that each option answers for itself. */
PedicleAnswers *pedicle_answers_new (PedicleSession *session, const PedicleTopic *topic);
void pedicle_answers_free (PedicleAnswers *answers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleAnswers, pedicle_answers_free)

/** pedicle_answers_name_values: whether an answer of the decision, or what else stands on the pages of its topics, has a
 * place for what is filled in, or is left out by it. */
gboolean pedicle_answers_name_values (PedicleSession *session);

/** pedicle_answers_differ: whether not all say the same. */
gboolean pedicle_answers_differ (const PedicleAnswers *answers);

/** pedicle_answers_find_same: Returns: (transfer none) (nullable): the option before @index that says the same. */
const PedicleProcedure *pedicle_answers_find_same (const PedicleAnswers *answers, guint index);

/** pedicle_answers_append: the short answer of the option, its own words marked, and what is not known. */
void pedicle_answers_append (const PedicleAnswers *answers, guint index, GtkBox *box);

/** pedicle_answers_append_one: a short answer that stands alone. @answer: (nullable) */
void pedicle_answers_append_one (PedicleSession *session, const PedicleAnswer *answer, GtkBox *box);

G_END_DECLS
