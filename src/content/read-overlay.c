/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "read.h"
#include "gallery.h"

#include <stdlib.h>

static void
limit_free (gpointer data)
{
  PedicleLimit *limit = data;
  g_free (limit->field);
  g_free (limit->after);
  g_free (limit);
}

static void
sign_off_free (gpointer data)
{
  PedicleSignOff *sign_off = data;
  g_free (sign_off->of);
  g_free (sign_off->digest);
  g_free (sign_off->by);
  g_free (sign_off->role);
  g_clear_pointer (&sign_off->on, g_date_free);
  g_free (sign_off);
}

static void
read_limit (const PedicleElement *element, PedicleOverlay *overlay)
{
  const char *weeks = pedicle_element_get (element, "weeks");
  PedicleLimit *limit = g_new0 (PedicleLimit, 1);
  limit->field = pedicle_element_string (element, "field");
  limit->after = pedicle_element_string (element, "after");
  limit->weeks = weeks ? atoi (weeks) : 0;
  g_ptr_array_add (overlay->limits, limit);
}

static void
read_review (const PedicleElement *element, PedicleOverlay *overlay)
{
  PedicleSignOff *sign_off = g_new0 (PedicleSignOff, 1);
  sign_off->of = pedicle_element_string (element, "of");
  sign_off->digest = pedicle_element_string (element, "digest");
  sign_off->by = pedicle_element_string (element, "by");
  sign_off->role = pedicle_element_string (element, "role");
  sign_off->on = pedicle_element_date (element, "on");
  g_ptr_array_add (overlay->reviews, sign_off);
}

static void
read_value (PedicleReader *reader, const PedicleElement *element, PedicleOverlay *overlay)
{
  const char *field = pedicle_element_get (element, "field");
  if (field &&
      !g_hash_table_insert (overlay->values, g_strdup (field), pedicle_element_plain (element)))
    pedicle_reader_error (reader, element, PEDICLE_CONTENT_ERROR_REFERENCE,
                          "the field \"%s\" gets a value twice: keep one", field);
}

static void
read_logo (PedicleReader *reader, const PedicleElement *element, PedicleOverlay *overlay)
{
  const char *source = pedicle_element_get (element, "src");
  g_autoptr (PedicleFigure) figure =
      source ? pedicle_gallery_get_figure (reader, element, source, NULL) : NULL;
  if (!figure)
    return;
  overlay->logo = pedicle_figure_open (figure, reader->problems);
  overlay->logo_width = figure->width;
  overlay->logo_height = figure->height;
}

static void
read_clinic (PedicleReader *reader, const PedicleElement *clinic, PedicleOverlay *overlay)
{
  overlay->name = pedicle_reader_child_text (reader, clinic, "name");
  for_each_child (child, clinic)
    if (pedicle_element_is (child, "value"))
      read_value (reader, child, overlay);
    else if (pedicle_element_is (child, "limit"))
      read_limit (child, overlay);
    else if (pedicle_element_is (child, "logo"))
      read_logo (reader, child, overlay);
}

PedicleOverlay *
pedicle_overlay_read (PedicleReader *reader)
{
  const PedicleElement *root = pedicle_reader_get_root (reader);
  const PedicleElement *clinic = pedicle_element_child (root, "clinic");
  PedicleOverlay *overlay = pedicle_overlay_new ();
  overlay->id = g_strdup (reader->id);
  overlay->file = g_strdup (reader->file);
  overlay->approved_by = pedicle_element_string (root, "approved-by");
  overlay->approved = pedicle_element_date (root, "approved");
  overlay->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  overlay->limits = g_ptr_array_new_with_free_func (limit_free);
  overlay->reviews = g_ptr_array_new_with_free_func (sign_off_free);
  overlay->conflicts = g_ptr_array_new_with_free_func (g_free);
  overlay->conflict_marks = g_ptr_array_new_with_free_func (g_free);
  if (clinic)
    read_clinic (reader, clinic, overlay);
  for_each_child (child, root)
    if (pedicle_element_is (child, "review"))
      read_review (child, overlay);
  return overlay;
}
