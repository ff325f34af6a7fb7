/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include <glib.h>

G_BEGIN_DECLS

/** What the head of a row or a column is the head of. */
typedef enum
{
  PEDICLE_SCOPE_NONE,
  PEDICLE_SCOPE_COLUMN,
  PEDICLE_SCOPE_ROW,
} PedicleScope;

/** PedicleNode: an element of the document's structure, named as in PDF. */
typedef struct
{
  const char *tag; /* static */
  int parent;      /* index, -1 for the root */
  char *language;  /* (nullable): where it differs from the document's */
  char *alt;       /* (nullable): what a picture shows */
  char *uri;       /* (nullable): where its words lead to */
  guint columns;   /* of a cell: how many columns it spans */
  PedicleScope scope;    /* of a TH */
  const char *numbering; /* (nullable): static; of an L: its marks, named as in PDF */
} PedicleNode;

/** PedicleStructure: one tree for the whole document; a node's parent comes before it. Items of no
 * node (-1) are artifacts: header, footer, decoration. */
typedef struct
{
  GArray *nodes; /* (element-type PedicleNode) */
} PedicleStructure;

#define PEDICLE_NODE_NONE (-1)

PedicleStructure *pedicle_structure_new (void);
void pedicle_structure_free (PedicleStructure *structure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleStructure, pedicle_structure_free)

int pedicle_structure_add (PedicleStructure *structure, int parent, const char *tag);
PedicleNode *pedicle_structure_get (const PedicleStructure *structure, int node);
/** pedicle_structure_copy: Returns: a new node like @node, below @parent. */
int pedicle_structure_copy (PedicleStructure *structure, const PedicleNode *node, int parent);
bool pedicle_structure_is (const PedicleStructure *structure, int node, const char *tag);

G_END_DECLS
