/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleHandoutsView: paper: which handout, in which language and size, with what filled in, and the real pages.
 * Signals: say (sentence, stays): something to be told, in passing or, an error, until it is closed. */
#define PEDICLE_TYPE_HANDOUTS_VIEW (pedicle_handouts_view_get_type ())
G_DECLARE_FINAL_TYPE (PedicleHandoutsView, pedicle_handouts_view, PEDICLE, HANDOUTS_VIEW, GtkWidget)

/** pedicle_handouts_view_set_session: @settings: (nullable): where paper and text size are kept. */
void pedicle_handouts_view_set_session (PedicleHandoutsView *self, PedicleSession *session, GSettings *settings);
void pedicle_handouts_view_print (PedicleHandoutsView *self);
void pedicle_handouts_view_save (PedicleHandoutsView *self);
/** pedicle_handouts_view_copy: the record of the talk as text: the sheet that is chosen, if it is one, else the first; for
 * content that has one. */
void pedicle_handouts_view_copy (PedicleHandoutsView *self);
/** pedicle_handouts_view_choose_record: chooses the sheet that is the record of the talk. */
void pedicle_handouts_view_choose_record (PedicleHandoutsView *self);

G_END_DECLS
