/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "procedure.h"

G_BEGIN_DECLS

/**
 * pedicle_steps_align: which steps of several options stand beside each other.
 * @options: (element-type PedicleProcedure)
 * @topic: id of the topic
 *
 * The option with the most steps leads. A step that names another's (pairs="option/step") stands beside it; an option
 * whose steps name none, and are not named, is taken in order.
 *
 * Returns: (transfer full): one array for each of the leader's steps, holding for each option its #PedicleBlock step,
 * owned by the content, or %NULL.
 */
GPtrArray *pedicle_steps_align (GPtrArray *options, const char *topic);

G_END_DECLS
