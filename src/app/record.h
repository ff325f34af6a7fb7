/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/** The record of the talk: a handout that lists what was talked about, as plain text for the file that the clinic keeps
 * of the patient. */

/** pedicle_record_find: Returns: (nullable): the first such handout that is about the whole decision. */
const PedicleHandout *pedicle_record_find (PedicleSession *session);

/** pedicle_record_text: the handout with what this visit holds, in the interface's language: the file is the clinic's.
 * @option: (nullable): of a handout that is about one option
 * Returns: (transfer full) (nullable) */
char *pedicle_record_text (PedicleSession *session, const PedicleHandout *handout, const char *option, GError **error);

/** pedicle_record_copy: puts the text on the clipboard of @widget's display.
 * Returns: (transfer full) (nullable): a sentence that says what was copied */
char *pedicle_record_copy (GtkWidget *widget,
                           PedicleSession *session,
                           const PedicleHandout *handout,
                           const char *option,
                           GError **error);

/** pedicle_record_watch: from now on the visit keeps that this set of numbers was shown, when @panel is for a while.
 * @panel: a widget that shows it */
void pedicle_record_watch (GtkWidget *panel, PedicleSession *session, const char *numbers);

G_END_DECLS
