/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "handout.h"

#include <stdbool.h>
#include <string.h>

void
pedicle_handout_title_free (PedicleHandoutTitle *title)
{
  g_strfreev (title->for_options);
  g_clear_pointer (&title->text, pedicle_text_unref);
  g_free (title);
}

PedicleHandout *
pedicle_handout_new (void)
{
  return g_atomic_rc_box_new0 (PedicleHandout);
}

PedicleHandout *
pedicle_handout_ref (PedicleHandout *handout)
{
  return g_atomic_rc_box_acquire (handout);
}

static void
handout_clear (gpointer data)
{
  PedicleHandout *handout = data;
  g_free (handout->id);
  g_free (handout->file);
  g_free (handout->decision);
  g_strfreev (handout->for_options);
  g_clear_pointer (&handout->menu, pedicle_text_unref);
  g_clear_pointer (&handout->titles, g_ptr_array_unref);
  g_clear_pointer (&handout->fields, g_ptr_array_unref);
  g_clear_pointer (&handout->blocks, g_ptr_array_unref);
}

void
pedicle_handout_unref (PedicleHandout *handout)
{
  g_atomic_rc_box_release_full (handout, handout_clear);
}

static bool
is_listed (char **options, const char *option)
{
  return !options || (option && g_strv_contains ((const char *const *) options, option));
}

gboolean
pedicle_handout_is_for (const PedicleHandout *handout, const char *option)
{
  return !handout->for_decision && is_listed (handout->for_options, option);
}

PedicleText *
pedicle_handout_get_title (const PedicleHandout *handout, const char *option)
{
  for (guint i = 0; i < handout->titles->len; i++)
    {
      const PedicleHandoutTitle *title = handout->titles->pdata[i];
      if (is_listed (title->for_options, option))
        return title->text;
    }
  return handout->menu;
}

const PedicleField *
pedicle_handout_find_field (const PedicleHandout *handout, const char *id)
{
  for (guint i = 0; i < handout->fields->len; i++)
    {
      const PedicleField *field = handout->fields->pdata[i];
      if (strcmp (field->id, id) == 0)
        return field;
    }
  return NULL;
}

static bool
has_record (const GPtrArray *blocks)
{
  for (guint i = 0; blocks && i < blocks->len; i++)
    {
      const PedicleBlock *block = blocks->pdata[i];
      if (has_record (block->children) ||
          (block->kind == PEDICLE_BLOCK_RECORD && block->record == PEDICLE_RECORD_TOPICS))
        return true;
    }
  return false;
}

gboolean
pedicle_handout_is_record (const PedicleHandout *handout)
{
  return has_record (handout->blocks);
}
