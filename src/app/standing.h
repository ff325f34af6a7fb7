/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/** pedicle_standing_words: what stands behind the words of @topic, in the words of the content and in the language of the
 * talk, as at the head and the foot of the paper: that their day has passed, that the clinic's own are out of date, the
 * version, that nobody has reviewed them, that the clinic has a part in them.
 * Returns: (transfer full): sentences with a dot between them */
char *pedicle_standing_words (PedicleSession *session, const PedicleTopic *topic);

G_END_DECLS
