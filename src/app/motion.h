/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** pedicle_motion_between: a picture on the way from one to another: each part with an id, `<g id="…">`, that is drawn in
 * the same way in both and with other numbers lies between them. A part that the second has not is left out; all else is as
 * in the first. Colours and names are never between.
 * @from, @to: SVG, of pictures that were accepted
 * @share: of the way, 0 to 1
 * Returns: (transfer full): SVG */
GBytes *pedicle_motion_between (GBytes *from, GBytes *to, double share);

G_END_DECLS
