/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "structure.h"

static void
node_clear (gpointer data)
{
  PedicleNode *node = data;

  g_clear_pointer (&node->language, g_free);
  g_clear_pointer (&node->alt, g_free);
  g_clear_pointer (&node->uri, g_free);
}

PedicleStructure *
pedicle_structure_new (void)
{
  PedicleStructure *structure = g_new0 (PedicleStructure, 1);

  structure->nodes = g_array_new (FALSE, FALSE, sizeof (PedicleNode));
  g_array_set_clear_func (structure->nodes, node_clear);
  return structure;
}

void
pedicle_structure_free (PedicleStructure *structure)
{
  g_array_unref (structure->nodes);
  g_free (structure);
}

int
pedicle_structure_add (PedicleStructure *structure, int parent, const char *tag)
{
  PedicleNode node = { .tag = tag, .parent = parent, .columns = 1 };

  g_array_append_val (structure->nodes, node);
  return (int) structure->nodes->len - 1;
}

PedicleNode *
pedicle_structure_get (const PedicleStructure *structure, int node)
{
  return &g_array_index (structure->nodes, PedicleNode, node);
}

int
pedicle_structure_copy (PedicleStructure *structure, const PedicleNode *node, int parent)
{
  int copy = pedicle_structure_add (structure, parent, node->tag);
  PedicleNode *made = pedicle_structure_get (structure, copy);

  made->language = g_strdup (node->language);
  made->alt = g_strdup (node->alt);
  made->uri = g_strdup (node->uri);
  made->columns = node->columns;
  made->scope = node->scope;
  made->numbering = node->numbering;
  return copy;
}

bool
pedicle_structure_is (const PedicleStructure *structure, int node, const char *tag)
{
  return node >= 0 && g_str_equal (pedicle_structure_get (structure, node)->tag, tag);
}
