/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/** The topics of the session's decision, and which of them its talk is at. */

/** pedicle_topics_get_shown: (nullable) */
const PedicleTopic *pedicle_topics_get_shown (PedicleSession *session);
/** pedicle_topics_get_index: from 0; -1 without a topic. */
int pedicle_topics_get_index (PedicleSession *session);
guint pedicle_topics_get_n (PedicleSession *session);

/** pedicle_topics_question: what is asked over all that is shown. Returns: (transfer full): plain text, "" without a
 * topic */
char *pedicle_topics_question (PedicleSession *session);
/** pedicle_topics_place: "2 / 10". Returns: (transfer full) */
char *pedicle_topics_place (PedicleSession *session);

/** pedicle_topics_go: to the topic at @index. pedicle_topics_move: so many further. Returns: %FALSE when there is none. */
gboolean pedicle_topics_go (PedicleSession *session, int index);
gboolean pedicle_topics_move (PedicleSession *session, int by);

/** pedicle_topics_likely: which topic is likely to be shown after the one at @index, of @n, and is not @ready (one for
 * each): the next, else the one before. Returns: -1 when there is none */
int pedicle_topics_likely (int index, guint n, const gboolean *ready);

G_END_DECLS
