/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SECTION: private-entry
 *
 * Entries that hold something about a patient: their words are not learnt by an input method, not looked up by a
 * spelling checker, and do not become somebody's latest emoji.
 */

/** pedicle_private_entry_mark: makes @entry such an entry. */
void pedicle_private_entry_mark (GtkEntry *entry);

/** pedicle_private_entry_is: whether @widget is such an entry, by whatever way it became one. */
gboolean pedicle_private_entry_is (GtkWidget *widget);

/** pedicle_private_entry_any_filled: whether anything stands in such an entry inside of @root. */
gboolean pedicle_private_entry_any_filled (GtkWidget *root);

/** pedicle_private_entry_empty: empties @entry; it cannot be undone, and nothing half composed is left. */
void pedicle_private_entry_empty (GtkEntry *entry);

G_END_DECLS
