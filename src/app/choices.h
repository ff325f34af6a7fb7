/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** pedicle_choices_fit: the drop-down list, whose model is of strings, may be narrower than its words: they are cut short
 * on its button, and take several lines in the list. */
void pedicle_choices_fit (GtkDropDown *drop_down);

G_END_DECLS
