/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** pedicle_colours_new: Returns: (transfer full): an ICC profile of sRGB: which colours the numbers
 * in a file mean. A file that is kept for decades must hold it. */
GByteArray *pedicle_colours_new (void);

G_END_DECLS
