/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleWrap: its children in a row at their natural widths, over several rows where they do not fit into one.
 * Children that expand share what is left of their row. */
#define PEDICLE_TYPE_WRAP (pedicle_wrap_get_type ())
G_DECLARE_FINAL_TYPE (PedicleWrap, pedicle_wrap, PEDICLE, WRAP, GtkWidget)

GtkWidget *pedicle_wrap_new (int spacing);
void pedicle_wrap_append (PedicleWrap *self, GtkWidget *child);
void pedicle_wrap_clear (PedicleWrap *self);

G_END_DECLS
