/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** pedicle_label_new: words at their start, in lines that wrap. @text, @css_class: (nullable) */
GtkWidget *pedicle_label_new (const char *text, const char *css_class);

/** pedicle_label_wrap: makes @label one as pedicle_label_new() does, after it was given its words. */
void pedicle_label_wrap (GtkLabel *label);

G_END_DECLS
