/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleTranslationsView: a translator's file: how far it is, what is wrong with it, and the page it makes; all of
 * it again whenever the file is saved.
 * Signals: say (sentence, stays): something to be told, in passing or, an error, until it is closed. */
#define PEDICLE_TYPE_TRANSLATIONS_VIEW (pedicle_translations_view_get_type ())
G_DECLARE_FINAL_TYPE (PedicleTranslationsView, pedicle_translations_view, PEDICLE, TRANSLATIONS_VIEW, GtkWidget)

void pedicle_translations_view_set_session (PedicleTranslationsView *self, PedicleSession *session);
void pedicle_translations_view_open (PedicleTranslationsView *self, GFile *file);
/** pedicle_translations_view_choose: asks for a file. */
void pedicle_translations_view_choose (PedicleTranslationsView *self);

G_END_DECLS
