/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "overlay.h"

PedicleOverlay *
pedicle_overlay_new (void)
{
  return g_atomic_rc_box_new0 (PedicleOverlay);
}

PedicleOverlay *
pedicle_overlay_ref (PedicleOverlay *overlay)
{
  return g_atomic_rc_box_acquire (overlay);
}

static void
overlay_clear (gpointer data)
{
  PedicleOverlay *overlay = data;
  g_free (overlay->id);
  g_free (overlay->file);
  g_free (overlay->approved_by);
  g_clear_pointer (&overlay->approved, g_date_free);
  g_clear_pointer (&overlay->name, pedicle_text_unref);
  g_clear_pointer (&overlay->values, g_hash_table_unref);
  g_clear_pointer (&overlay->limits, g_ptr_array_unref);
  g_clear_pointer (&overlay->reviews, g_ptr_array_unref);
  g_clear_pointer (&overlay->logo, g_bytes_unref);
  g_clear_pointer (&overlay->conflicts, g_ptr_array_unref);
  g_clear_pointer (&overlay->conflict_marks, g_ptr_array_unref);
}

void
pedicle_overlay_unref (PedicleOverlay *overlay)
{
  g_atomic_rc_box_release_full (overlay, overlay_clear);
}
