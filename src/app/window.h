/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/** PedicleWindow: the one window: three places, one for each user. The Handouts and Translations places are made
 * when they are first shown. */
#define PEDICLE_TYPE_WINDOW (pedicle_window_get_type ())
G_DECLARE_FINAL_TYPE (PedicleWindow, pedicle_window, PEDICLE, WINDOW, AdwApplicationWindow)

PedicleWindow *pedicle_window_new (AdwApplication *application, PedicleSession *session);

/** pedicle_window_open: shows a translator's file in the Translations place. */
void pedicle_window_open (PedicleWindow *self, GFile *file);
void pedicle_window_show_about (PedicleWindow *self);
/** pedicle_window_say: shows a sentence below, in place of the one before. What @stays, an error, is there until it is
 * closed; else it passes. */
void pedicle_window_say (PedicleWindow *self, const char *sentence, gboolean stays);

G_END_DECLS
