/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "private-entry.h"

void
pedicle_private_entry_mark (GtkEntry *entry)
{
  g_return_if_fail (GTK_IS_ENTRY (entry));

  gtk_entry_set_input_hints (entry, GTK_INPUT_HINT_PRIVATE | GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_NO_EMOJI);
}

gboolean
pedicle_private_entry_is (GtkWidget *widget)
{
  return GTK_IS_ENTRY (widget) && (gtk_entry_get_input_hints (GTK_ENTRY (widget)) & GTK_INPUT_HINT_PRIVATE) != 0;
}

gboolean
pedicle_private_entry_any_filled (GtkWidget *root)
{
  if (pedicle_private_entry_is (root))
    return gtk_entry_get_text_length (GTK_ENTRY (root)) > 0;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (pedicle_private_entry_any_filled (child))
      return TRUE;
  return FALSE;
}

void
pedicle_private_entry_empty (GtkEntry *entry)
{
  GtkEditable *editable = GTK_EDITABLE (entry);

  gtk_entry_reset_im_context (entry);
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_text (editable, "");
  gtk_editable_set_enable_undo (editable, TRUE);
}
