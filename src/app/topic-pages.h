/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "topic-page.h"

G_BEGIN_DECLS

/** PedicleTopicPages: the pages of the topics, one of them visible. Those that were shown are kept, so that coming back
 * takes no time, at most %PEDICLE_TOPIC_PAGES_MOST, and the oldest goes first. While one is read the next is made ready.
 * A page that is not shown is hidden from everybody, a screen reader too; it holds words about the patient nonetheless. */
#define PEDICLE_TYPE_TOPIC_PAGES (pedicle_topic_pages_get_type ())
G_DECLARE_FINAL_TYPE (PedicleTopicPages, pedicle_topic_pages, PEDICLE, TOPIC_PAGES, GtkWidget)

#define PEDICLE_TOPIC_PAGES_MOST 16

void pedicle_topic_pages_set_session (PedicleTopicPages *self, PedicleSession *session);

/** pedicle_topic_pages_set_quiet: see pedicle_topic_page_set_quiet() */
void pedicle_topic_pages_set_quiet (PedicleTopicPages *self);

/** pedicle_topic_pages_show: @topic: (nullable): leaves a page with nothing on it */
void pedicle_topic_pages_show (PedicleTopicPages *self, const PedicleTopic *topic);

/** pedicle_topic_pages_get_page: (transfer none): the page that is shown, also the first child. */
PedicleTopicPage *pedicle_topic_pages_get_page (PedicleTopicPages *self);

/** pedicle_topic_pages_drop: those that are not shown go at once: what they hold is out of date. */
void pedicle_topic_pages_drop (PedicleTopicPages *self);

/** pedicle_topic_pages_forget: the one that is shown is emptied, too. */
void pedicle_topic_pages_forget (PedicleTopicPages *self);

G_END_DECLS
