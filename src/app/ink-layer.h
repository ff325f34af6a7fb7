/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "block.h"
#include "session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PedicleInkLayer: what was drawn on a figure, over its picture, and while the session's pen is active the place to draw
 * with mouse, finger or stylus. It is as large as the picture and a child of the widget that shows it, whose accessible
 * description tells how much is drawn.
 */
#define PEDICLE_TYPE_INK_LAYER (pedicle_ink_layer_get_type ())
G_DECLARE_FINAL_TYPE (PedicleInkLayer, pedicle_ink_layer, PEDICLE, INK_LAYER, GtkWidget)

/** pedicle_ink_layer_new: @figure: with a key and a size; what is kept of it is copied. */
GtkWidget *pedicle_ink_layer_new (PedicleSession *session, const PedicleFigure *figure);

/** pedicle_ink_layer_set_view_only: for a picture that is part of a button. */
void pedicle_ink_layer_set_view_only (PedicleInkLayer *self);

/** The pen goes down, moves and goes up again, at a place of the widget. What lies outside of the picture is drawn at its
 * edge. pedicle_ink_layer_begin: Returns: %FALSE when there is no room for more strokes. */
gboolean pedicle_ink_layer_begin (PedicleInkLayer *self, double x, double y);
void pedicle_ink_layer_move (PedicleInkLayer *self, double x, double y);
void pedicle_ink_layer_end (PedicleInkLayer *self);

G_END_DECLS
