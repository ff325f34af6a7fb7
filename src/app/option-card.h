/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "answers.h"

G_BEGIN_DECLS

/** PedicleOptionCard: what one option says on one topic: a column of the comparison. */
#define PEDICLE_TYPE_OPTION_CARD (pedicle_option_card_get_type ())
G_DECLARE_FINAL_TYPE (PedicleOptionCard, pedicle_option_card, PEDICLE, OPTION_CARD, GtkWidget)

/** pedicle_option_card_new: of option @index: its short answer; the long one on demand. Returns: (transfer floating) */
GtkWidget *pedicle_option_card_new (const PedicleAnswers *answers, guint index);

/** pedicle_option_card_new_shared: an answer that holds for all: short, with all its pictures; the rest on demand.
 * Returns: (transfer floating) */
GtkWidget *pedicle_option_card_new_shared (PedicleSession *session, const PedicleTopic *topic);

/** pedicle_option_card_mark: the mark of the session's talk that stands for the long answer of @option to @topic.
 * @option: (nullable): for the answer that holds for all. Returns: (transfer full) */
char *pedicle_option_card_mark (const char *topic, const char *option);

/** pedicle_option_card_set_quiet: for the patient's window: without a button to hide the option. */
void pedicle_option_card_set_quiet (PedicleOptionCard *self);

/** pedicle_option_card_align: what stands over the pictures gets the height it has in the other cards of @heads. */
void pedicle_option_card_align (PedicleOptionCard *self, GtkSizeGroup *heads);

/** pedicle_option_card_show_step: @step: (nullable): the step whose picture stands over the answer, and whose words
 * stand below it; nothing when this option has none beside the others' step.
 * @before: (nullable): the step that was shown until now, when one goes on from it to @step */
void pedicle_option_card_show_step (PedicleOptionCard *self, const PedicleBlock *step, const PedicleBlock *before);

G_END_DECLS
