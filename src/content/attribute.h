/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/** What a reference names. Kept while a file is read; checked when every file is there. */
typedef enum
{
  PEDICLE_NAMES_NOTHING, /* the value is no reference */
  PEDICLE_NAMES_SOURCE,
  PEDICLE_NAMES_TOPIC,
  PEDICLE_NAMES_OPTION,
  PEDICLE_NAMES_COMPARATOR, /* an option, or one of the fixed words */
  PEDICLE_NAMES_DECISION,
  PEDICLE_NAMES_FIELD,
  PEDICLE_NAMES_CHOICE, /* of the field in `when` beside it */
  PEDICLE_NAMES_STEP,   /* "option/step" */
  PEDICLE_NAMES_TERM,
  PEDICLE_NAMES_PLACEHOLDER,
} PedicleNames;

/** What is written into an `id`. */
typedef enum
{
  PEDICLE_ID_NONE,
  PEDICLE_ID_OF_FILE, /* one for each file, or for each kind of thing */
  PEDICLE_ID_OF_LEAF, /* unique in the file, blocks included */
} PedicleIdKind;

/** PedicleAttributeKind: what may stand in an attribute. @expected completes "write ...". */
typedef struct
{
  const char *name;
  bool (*check) (const char *value);
  const char *expected;
  PedicleNames names;
  PedicleIdKind id;
  bool list; /* several, separated by spaces: each is checked */
} PedicleAttributeKind;

/** pedicle_attribute_kind_find: Returns: (transfer none) (nullable) */
const PedicleAttributeKind *pedicle_attribute_kind_find (const char *name);

bool pedicle_is_slug (const char *value);
bool pedicle_is_leaf_id (const char *value);
bool pedicle_is_number (const char *value);

/** pedicle_parse_date: YYYY-MM-DD. Returns: (transfer full) (nullable): %NULL for what is no day of
 * the calendar. */
GDate *pedicle_parse_date (const char *value);

/** pedicle_parse_point: "x,y" */
bool pedicle_parse_point (const char *value, double *x, double *y);

G_END_DECLS
