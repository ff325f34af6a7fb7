/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PedicleConsultationView: the talk with the patient: topics at the side, the options beside each other.
 *
 * Properties: large: for the patient's eyes: large type, and none of the clinician's notes or prompts.
 * Signals: make-handout: the paper is asked for; say (sentence, stays): something to be told, in passing or, an error,
 * until it is closed.
 */
#define PEDICLE_TYPE_CONSULTATION_VIEW (pedicle_consultation_view_get_type ())
G_DECLARE_FINAL_TYPE (PedicleConsultationView, pedicle_consultation_view, PEDICLE, CONSULTATION_VIEW, GtkWidget)

void pedicle_consultation_view_set_session (PedicleConsultationView *self, PedicleSession *session);

/** pedicle_consultation_view_move: to the topic @by rows further; stays at the ends. Returns: whether it moved. */
gboolean pedicle_consultation_view_move (PedicleConsultationView *self, int by);
/** pedicle_consultation_view_toggle_discussed: of the topic that is shown. */
void pedicle_consultation_view_toggle_discussed (PedicleConsultationView *self);
void pedicle_consultation_view_set_large (PedicleConsultationView *self, gboolean large);
/** pedicle_consultation_view_take_focus: the keyboard goes to the topics. */
void pedicle_consultation_view_take_focus (PedicleConsultationView *self);
/** pedicle_consultation_view_search: opens the search over all texts, with the keys in it. */
void pedicle_consultation_view_search (PedicleConsultationView *self);

/** pedicle_consultation_view_ask: puts the cursor into the line for questions. */
void pedicle_consultation_view_ask (PedicleConsultationView *self);

/** pedicle_consultation_view_expect_width: before it is first shown: how wide it will be. */
void pedicle_consultation_view_expect_width (PedicleConsultationView *self, int width);

G_END_DECLS
