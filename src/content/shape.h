/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "attribute.h"
#include "xml.h"

G_BEGIN_DECLS

/**
 * SECTION: shape
 *
 * The format's grammar as a table: which attributes and children each element may have, and how
 * often. The reader walks a file along it, so that what builds the model finds only what belongs
 * there.
 */

typedef struct _PedicleShape PedicleShape;

typedef enum
{
  PEDICLE_HOLDS_ELEMENTS,
  PEDICLE_HOLDS_LEAF,  /* text that is translated, with inline elements */
  PEDICLE_HOLDS_WORDS, /* plain text, never translated */
} PedicleHolds;

typedef struct
{
  const char *name;
  const PedicleAttributeKind *kind; /* (nullable): then @words */
  const char *const *words;         /* the only values */
  bool required;
} PedicleShapeAttribute;

typedef struct
{
  const char *name;
  const char *shape;   /* key of the shape */
  const char *variant; /* (nullable): attribute whose value picks the shape */
  bool required, several, handout_only;
} PedicleShapeChild;

#define PEDICLE_SHAPE_MAX_CHILDREN 24

struct _PedicleShape
{
  PedicleHolds holds;
  const PedicleShapeAttribute *attributes;
  guint n_attributes;
  const PedicleShapeChild *children;
  guint n_children;
};

/** pedicle_shape_find: the shape of a root element, or of @child found as @element. Returns:
 * (transfer none) (nullable) */
const PedicleShape *pedicle_shape_find_root (const char *name);
const PedicleShape *
pedicle_shape_find (const PedicleShapeChild *child, const PedicleElement *element);

const PedicleShapeAttribute *
pedicle_shape_get_attribute (const PedicleShape *shape, const char *name);

/** pedicle_shape_index_child: -1 when @name may not stand there. */
int pedicle_shape_index_child (const PedicleShape *shape, const char *name, bool in_handout);

/** pedicle_shape_list_children / _attributes: Returns: (transfer full): the names for a message. */
char *pedicle_shape_list_children (const PedicleShape *shape, bool in_handout);
char *pedicle_shape_list_attributes (const PedicleShape *shape);

G_END_DECLS
