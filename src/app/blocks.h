/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words.h"

G_BEGIN_DECLS

/** Blocks of the content as widgets, in the visit's language. */

/** pedicle_blocks_append: @blocks: (nullable) (element-type PedicleBlock); @option: (nullable): for the blocks'
 * conditions. */
void pedicle_blocks_append (GtkBox *box, PedicleSession *session, GPtrArray *blocks, const char *option);


/** pedicle_blocks_new_picture: Returns: (transfer floating): a figure with its labels. */
GtkWidget *pedicle_blocks_new_picture (PedicleSession *session, const PedicleFigure *figure);

G_END_DECLS
