/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/** The content's words on the screen: leaves in a catalogue's language, with the visit's values in their places. */

/** pedicle_words_markup: Returns: (transfer full): Pango markup; an empty string when @text is %NULL. */
char *pedicle_words_markup (PedicleSession *session, const PedicleCatalogue *catalogue, const PedicleText *text);

/** pedicle_words_plain: Returns: (transfer full): the same without markup. */
char *pedicle_words_plain (PedicleSession *session, const PedicleCatalogue *catalogue, const PedicleText *text);

/** pedicle_words_phrase: a phrase of the content with one parameter filled in.
 * @name: (nullable): the parameter; @value: plain text
 * Returns: (transfer full): plain text; @value alone when the content lacks the phrase. */
char *pedicle_words_phrase (PedicleSession *session,
                            const PedicleCatalogue *catalogue,
                            const char *phrase,
                            const char *name,
                            const char *value);

/** pedicle_words_value: Returns: (transfer full): how the visit's value of @field is shown; empty when it has none. */
char *pedicle_words_value (PedicleSession *session, const PedicleCatalogue *catalogue, const PedicleField *field);

/** pedicle_words_label: Returns: (transfer floating): a wrapped label with the words and a style class. */
GtkWidget *pedicle_words_label (PedicleSession *session,
                                const PedicleCatalogue *catalogue,
                                const PedicleText *text,
                                const char *css_class);

/** pedicle_words_direct: gives @widget and everything in it the direction of the catalogue's script. */
void pedicle_words_direct (GtkWidget *widget, const PedicleCatalogue *catalogue);

G_END_DECLS
