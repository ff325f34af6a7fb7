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
  gboolean holds; /* the text is still the one that was reviewed */
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
  GBytes *logo;         /* (nullable): SVG, checked */
  double logo_width, logo_height; /* of its viewBox */
  GPtrArray *conflict_marks; /* (element-type utf8): for each of the next, by what a sheet is known to be touched: the
                              * context of the text that stands there now, or the id of the file that lacks one */
  GPtrArray *conflicts; /* (element-type utf8): "file/id" of what was changed here and has changed in the shipped text since */
} PedicleOverlay;

PedicleOverlay *pedicle_overlay_new (void);
PedicleOverlay *pedicle_overlay_ref (PedicleOverlay *overlay);
void pedicle_overlay_unref (PedicleOverlay *overlay);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleOverlay, pedicle_overlay_unref)

G_END_DECLS
