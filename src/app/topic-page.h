/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleTopicPage: one topic across the options: the shared answer or a card for each option, the steps in
 * pictures, the sets of numbers, and the sources. Step, set and what is open are those of the session's talk. */
#define PEDICLE_TYPE_TOPIC_PAGE (pedicle_topic_page_get_type ())
G_DECLARE_FINAL_TYPE (PedicleTopicPage, pedicle_topic_page, PEDICLE, TOPIC_PAGE, GtkWidget)

/** pedicle_topic_page_show: @topic: (nullable). While the page is not visible it stays at the topic's beginning. */
void pedicle_topic_page_show (PedicleTopicPage *self, PedicleSession *session, const PedicleTopic *topic);

/** pedicle_topic_page_resume: the page has become visible again: from now on it follows the talk. */
void pedicle_topic_page_resume (PedicleTopicPage *self);

/** pedicle_topic_page_refresh_values: what matters was chosen anew; all else on the page stays, the keys too. */
void pedicle_topic_page_refresh_values (PedicleTopicPage *self, PedicleSession *session, const PedicleTopic *topic);

/** pedicle_topic_page_set_quiet: for the patient's window, before it shows anything: without the tools to draw and to
 * hide. */
void pedicle_topic_page_set_quiet (PedicleTopicPage *self);

/** pedicle_topic_page_move_step: Returns: %FALSE at the end, or when there are no steps. */
gboolean pedicle_topic_page_move_step (PedicleTopicPage *self, int by);

/** pedicle_topic_page_move_turn: to the next set of numbers, where they are shown in turn. Returns: %FALSE at the end. */
gboolean pedicle_topic_page_move_turn (PedicleTopicPage *self, int by);

/** pedicle_topic_page_set_prompt: @prompt: (nullable): words for the clinician, over the answers */
void pedicle_topic_page_set_prompt (PedicleTopicPage *self, const char *prompt);

/** pedicle_topic_page_scroll: by so many small steps, down when positive. */
void pedicle_topic_page_scroll (PedicleTopicPage *self, int by);

G_END_DECLS
