/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow.h"

PedicleBox *
pedicle_box_new (PedicleBox *parent, PedicleBoxKind kind, int node)
{
  PedicleBox *box = g_new0 (PedicleBox, 1);

  box->kind = kind;
  box->node = node;
  box->mark_node = PEDICLE_NODE_NONE;
  box->children = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_box_free);
  if (parent != NULL)
    g_ptr_array_add (parent->children, box);
  return box;
}

void
pedicle_box_free (PedicleBox *box)
{
  g_ptr_array_unref (box->children);
  g_clear_pointer (&box->rich, pedicle_rich_free);
  g_clear_pointer (&box->mark_rich, pedicle_rich_free);
  g_clear_pointer (&box->labels, g_ptr_array_unref);
  g_clear_pointer (&box->strokes, g_ptr_array_unref);
  g_clear_pointer (&box->lines, pedicle_lines_free);
  g_clear_pointer (&box->mark_lines, pedicle_lines_free);
  g_clear_pointer (&box->label_lines, g_ptr_array_unref);
  g_clear_object (&box->handle);
  g_clear_pointer (&box->svg, g_bytes_unref);
  g_free (box->style);
  g_free (box->widths);
  g_free (box->heights);
  g_free (box);
}

void
pedicle_box_remove (PedicleBox *parent, PedicleBox *box)
{
  g_ptr_array_remove (parent->children, box);
}

PedicleBox *
pedicle_box_last_text (PedicleBox *box)
{
  if (box->kind == PEDICLE_BOX_TEXT)
    return box;
  for (guint i = box->children->len; i-- > 0;)
    {
      PedicleBox *found = pedicle_box_last_text (box->children->pdata[i]);

      if (found != NULL)
        return found;
    }
  return NULL;
}

PedicleFlow *
pedicle_flow_new (void)
{
  PedicleFlow *flow = g_new0 (PedicleFlow, 1);

  flow->structure = pedicle_structure_new ();
  flow->root = pedicle_box_new (NULL, PEDICLE_BOX_STACK,
                                pedicle_structure_add (flow->structure, -1, "Document"));
  return flow;
}

void
pedicle_flow_free (PedicleFlow *flow)
{
  pedicle_box_free (flow->root);
  pedicle_structure_free (flow->structure);
  g_free (flow);
}
