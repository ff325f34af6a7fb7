/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/** pedicle_leaf_read: the text of a leaf: white space squeezed, inline elements written out, rules
 * for words checked. Returns: (transfer full) (nullable): %NULL with a problem reported when it
 * cannot be a unit of translation. */
PedicleText *pedicle_leaf_read (PedicleReader *reader, const PedicleElement *element);

G_END_DECLS
