/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** pedicle_box_clear: takes every child out of @box, before it is filled anew. */
void pedicle_box_clear (GtkBox *box);

G_END_DECLS
