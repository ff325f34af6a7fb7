/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include "text.h"

G_BEGIN_DECLS

/** The clinic's own layer: its values, its sign-off, its changes to answers. */

typedef struct
{
  char *field;    /* gets its value ... */
  char *after;    /* ... so many weeks after this date field */
  int weeks;
} PedicleLimit;

typedef struct
{
  char *of, *digest, *by, *role;
  GDate *on;
} PedicleSignOff;

typedef struct
{
  char *id;
  char *file;
  char *approved_by;
  GDate *approved;
  PedicleText *name;    /* (nullable): the clinic's name */
  GHashTable *values;   /* field id -> value */
  GPtrArray *limits;    /* (element-type PedicleLimit) */
  GPtrArray *reviews;   /* (element-type PedicleSignOff) */
  guint n_changes;      /* texts replaced, hidden or added */
} PedicleOverlay;

G_END_DECLS
