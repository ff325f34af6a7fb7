/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Pure functions: what is to be done when nobody has touched the program for a while. */

#define PEDICLE_IDLE_PATIENCE 60 /* seconds between the question and the clearing */

typedef enum
{
  PEDICLE_IDLE_WAIT,
  PEDICLE_IDLE_ASK,
  PEDICLE_IDLE_CLEAR,
} PedicleIdleStep;

/** pedicle_idle_decide: @quiet: seconds since a key or the pointer was used last. @minutes: after which to ask; 0: never.
 * @filled: whether there is anything to clear. @left: (out): for %PEDICLE_IDLE_ASK: seconds until it is cleared. */
PedicleIdleStep pedicle_idle_decide (gint64 quiet, guint minutes, gboolean filled, guint *left);

/** pedicle_idle_said: what is said of @left seconds, one sentence for many of them: who hears it would hear nothing else
 * if it changed each second. Returns: seconds, never less than @left. */
guint pedicle_idle_said (guint left);

/** pedicle_idle_sentence: Returns: (transfer full): that nobody was there for @minutes, and what comes in @seconds. */
char *pedicle_idle_sentence (guint minutes, guint seconds);

G_END_DECLS
