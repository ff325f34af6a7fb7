/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** pedicle_talk_keys_add: the keys that lead through the talk, in the whole window of @widget while it is shown: pages as
 * a presenter's remote sends them, digits for the topics, steps and scrolling. */
void pedicle_talk_keys_add (GtkWidget *widget, PedicleSession *session);

/** pedicle_talk_keys_bind: one key more. @keys: (transfer none): a GtkShortcutController
 * @function: gets @argument, and @session as its data */
void pedicle_talk_keys_bind (GtkEventController *keys,
                             guint key,
                             GdkModifierType modifiers,
                             GtkShortcutFunc function,
                             int argument,
                             PedicleSession *session);

G_END_DECLS
