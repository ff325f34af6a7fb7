/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words.h"

G_BEGIN_DECLS

/** Blocks of the content as widgets, in the visit's language. */

/** pedicle_blocks_append: @blocks: (nullable) (element-type PedicleBlock); @option: (nullable): for the blocks'
 * conditions. */
void pedicle_blocks_append (GtkBox *box, PedicleSession *session, GPtrArray *blocks, const char *option);


/** pedicle_blocks_new_picture: Returns: (transfer floating): a figure with its labels and with what was drawn
 * on it. */
GtkWidget *pedicle_blocks_new_picture (PedicleSession *session, const PedicleFigure *figure);

/** pedicle_blocks_hold_picture: @blocks: (nullable) (element-type PedicleBlock): whether a figure is among them or inside
 * of them. */
gboolean pedicle_blocks_hold_picture (GPtrArray *blocks);

G_END_DECLS
