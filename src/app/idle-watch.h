/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/** PedicleIdleWatch: notices that no key and no pointer was used in any window for the time of the settings, while there
 * is something to clear, and asks whether it is to be kept.
 *
 * Signals:
 * * clear: nobody said that it is to be kept, or somebody said that it is not */
#define PEDICLE_TYPE_IDLE_WATCH (pedicle_idle_watch_get_type ())
G_DECLARE_FINAL_TYPE (PedicleIdleWatch, pedicle_idle_watch, PEDICLE, IDLE_WATCH, GObject)

/** pedicle_idle_watch_new: @settings: (nullable): the time is the usual one then. */
PedicleIdleWatch *pedicle_idle_watch_new (GtkWindow *window, PedicleSession *session, GSettings *settings);

G_END_DECLS
