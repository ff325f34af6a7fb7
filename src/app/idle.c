/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "idle.h"

#include <glib/gi18n.h>

PedicleIdleStep
pedicle_idle_decide (gint64 quiet, guint minutes, gboolean filled, guint *left)
{
  gint64 over = quiet - (gint64) minutes * 60;

  if (minutes == 0 || !filled || over < 0)
    return PEDICLE_IDLE_WAIT;
  if (over >= PEDICLE_IDLE_PATIENCE)
    return PEDICLE_IDLE_CLEAR;
  *left = (guint) (PEDICLE_IDLE_PATIENCE - over);
  return PEDICLE_IDLE_ASK;
}

guint
pedicle_idle_said (guint left)
{
  static const guint said[] = { 10, 30 };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (left <= said[i])
      return said[i];
  return PEDICLE_IDLE_PATIENCE;
}

char *
pedicle_idle_sentence (guint minutes, guint seconds)
{
  g_autofree char *quiet
      = g_strdup_printf (ngettext ("Nothing was pressed or moved for %u minute.",
                                   "Nothing was pressed or moved for %u minutes.", minutes),
                         minutes);
  g_autofree char *next
      = g_strdup_printf (ngettext ("In %u second everything about this visit is cleared.",
                                   "In %u seconds everything about this visit is cleared.", seconds),
                         seconds);

  return g_strdup_printf ("%s %s", quiet, next);
}
