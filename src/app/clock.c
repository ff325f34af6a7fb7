/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "clock.h"

#include <time.h>

static gint64 skipped;

gint64
pedicle_clock_now (void)
{
  struct timespec now;

  if (clock_gettime (CLOCK_BOOTTIME, &now) != 0)
    return skipped + g_get_monotonic_time () / 1000;
  return skipped + (gint64) now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void
pedicle_clock_skip (gint64 milliseconds)
{
  skipped += milliseconds;
}
