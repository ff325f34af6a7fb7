/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleQuestionBar: a line for the patient's questions and wishes, and the list of those written down. */
#define PEDICLE_TYPE_QUESTION_BAR (pedicle_question_bar_get_type ())
G_DECLARE_FINAL_TYPE (PedicleQuestionBar, pedicle_question_bar, PEDICLE, QUESTION_BAR, GtkWidget)

void pedicle_question_bar_set_session (PedicleQuestionBar *self, PedicleSession *session);
void pedicle_question_bar_focus (PedicleQuestionBar *self);

G_END_DECLS
