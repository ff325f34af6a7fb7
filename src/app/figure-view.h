/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "block.h"

G_BEGIN_DECLS

/**
 * PedicleFigureView: a figure of the content, as wide as its place, with its labels in words. The picture is never
 * mirrored: left and right are those of the body.
 */
#define PEDICLE_TYPE_FIGURE_VIEW (pedicle_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (PedicleFigureView, pedicle_figure_view, PEDICLE, FIGURE_VIEW, GtkWidget)

GtkWidget *pedicle_figure_view_new (void);

/** pedicle_figure_view_set_figure: @figure is borrowed and must outlive the widget's use of it; %NULL shows nothing.
 * @words: (nullable) (array zero-terminated=1): the labels' words, in the order of the figure's labels
 * @alt: the alternative text */
void pedicle_figure_view_set_figure (PedicleFigureView *self,
                                 const PedicleFigure *figure,
                                 const char *const *words,
                                 const char *alt);

/** pedicle_figure_view_set_max_height: in widths of a character, so that pictures grow with the text; 0 for none. */
void pedicle_figure_view_set_max_height (PedicleFigureView *self, int chars);

/** pedicle_figure_view_set_style: CSS for the picture's own elements, such as which part is shown broken. */
void pedicle_figure_view_set_style (PedicleFigureView *self, const char *css);

/** pedicle_figure_view_set_layer: @layer: (transfer floating): lies over the picture and is as large. Once. */
void pedicle_figure_view_set_layer (PedicleFigureView *self, GtkWidget *layer);
/** pedicle_figure_view_get_layer: (nullable) (transfer none) */
GtkWidget *pedicle_figure_view_get_layer (PedicleFigureView *self);

/** pedicle_figure_view_play: the picture begins as @from: (nullable), SVG, and becomes what it is within a second; at once
 * where animations are switched off. */
void pedicle_figure_view_play (PedicleFigureView *self, GBytes *from);

/** pedicle_figure_view_locate: where the element @id stands in the widget. Returns: %FALSE when there is none. */
gboolean pedicle_figure_view_locate (PedicleFigureView *self, const char *id, graphene_rect_t *place);

G_END_DECLS
