/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "topic-page.h"

G_BEGIN_DECLS

/** PedicleTopicPages: the pages of the topics, one at a time. Those that were shown are kept as they were left, so that
 * coming back takes no time; only so many, the oldest go first. */
#define PEDICLE_TYPE_TOPIC_PAGES (pedicle_topic_pages_get_type ())
G_DECLARE_FINAL_TYPE (PedicleTopicPages, pedicle_topic_pages, PEDICLE, TOPIC_PAGES, GtkWidget)

#define PEDICLE_TOPIC_PAGES_MOST 16

/** pedicle_topic_pages_show: @topic: (nullable): none */
void pedicle_topic_pages_show (PedicleTopicPages *self, PedicleSession *session, const PedicleTopic *topic);

/** pedicle_topic_pages_prepare: makes the page of a topic that is likely to be the next, when there is nothing else to
 * do. @topic: (nullable): none */
void pedicle_topic_pages_prepare (PedicleTopicPages *self, PedicleSession *session, const PedicleTopic *topic);

/** pedicle_topic_pages_get_page: Returns: (transfer none) (nullable): the page that is shown. */
PedicleTopicPage *pedicle_topic_pages_get_page (PedicleTopicPages *self);

/** pedicle_topic_pages_forget: what the pages hold is out of date, or gone. */
void pedicle_topic_pages_forget (PedicleTopicPages *self);

G_END_DECLS
