/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/** PediclePreferences: what is set once and for every patient. */
#define PEDICLE_TYPE_PREFERENCES (pedicle_preferences_get_type ())
G_DECLARE_FINAL_TYPE (PediclePreferences, pedicle_preferences, PEDICLE, PREFERENCES, AdwPreferencesWindow)

PediclePreferences *pedicle_preferences_new (GtkWindow *parent, PedicleSession *session, GSettings *settings);

G_END_DECLS
