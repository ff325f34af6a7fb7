/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** pedicle_reveal: what was just opened comes into sight: scrolls what is around @first so little that all from its top to
 * the end of @last is seen, and no further than to its top. Both stand in one scrolled window; it happens when they have
 * their place, and not at all when one is gone by then. */
void pedicle_reveal (GtkWidget *first, GtkWidget *last);

G_END_DECLS
