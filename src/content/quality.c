/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "quality-private.h"

#include <string.h>

void
pedicle_quality_say (GString *evidence, const char *format, ...)
{
  va_list arguments;

  if (evidence->len > 0)
    g_string_append_c (evidence, ' ');
  va_start (arguments, format);
  g_string_append_vprintf (evidence, format, arguments);
  va_end (arguments);
}

PedicleQualityState
pedicle_quality_judge (bool met)
{
  return met ? PEDICLE_QUALITY_MET : PEDICLE_QUALITY_NOT_MET;
}

PedicleQualityState
pedicle_quality_refute (bool refuted)
{
  return refuted ? PEDICLE_QUALITY_NOT_MET : PEDICLE_QUALITY_NEEDS_PERSON;
}

bool
pedicle_quality_is_too_hard (const PedicleReadability *count)
{
  return pedicle_readability_kincaid (count, true) > PEDICLE_QUALITY_MAX_KINCAID;
}

bool
pedicle_quality_has_smog (const PedicleReadability *count)
{
  return count->sentences >= PEDICLE_READABILITY_SMOG_SENTENCES;
}

static void
item_free (gpointer data)
{
  PedicleQualityItem *item = data;

  g_free (item->id);
  g_free (item->words);
  g_free (item->evidence);
  g_free (item);
}

static void
list_free (gpointer data)
{
  PedicleQualityList *list = data;

  g_free (list->id);
  g_free (list->title);
  g_ptr_array_unref (list->items);
  g_free (list);
}

static PedicleQualityItem *
look (const PedicleQualityView *view, const PedicleQualityEntry *entry)
{
  PedicleQualityItem *item = g_new0 (PedicleQualityItem, 1);
  GString *evidence = g_string_new (entry->evidence != NULL ? entry->evidence : "");

  item->id = g_strdup (entry->id);
  item->words = g_strdup (entry->words);
  item->state = entry->check != NULL ? entry->check (view, evidence) : entry->state;
  item->evidence = g_string_free (evidence, FALSE);
  return item;
}

static void
add_list (const PedicleQualityView *view, const PedicleQualityTable *table, PedicleQuality *quality)
{
  PedicleQualityList *list = g_new0 (PedicleQualityList, 1);

  list->id = g_strdup (table->id);
  list->title = g_strdup (table->title);
  list->items = g_ptr_array_new_with_free_func (item_free);
  for (const PedicleQualityEntry *entry = table->entries; entry->id != NULL; entry++)
    {
      PedicleQualityItem *item = look (view, entry);

      list->n[item->state]++;
      quality->n[item->state]++;
      g_ptr_array_add (list->items, item);
    }
  g_ptr_array_add (quality->lists, list);
}

PedicleQuality *
pedicle_quality_new (const PedicleQualityInput *input)
{
  static const PedicleQualityTable *const tables[] = {
    &pedicle_quality_limits,   &pedicle_quality_qualifying, &pedicle_quality_certifying,
    &pedicle_quality_goodness, &pedicle_quality_pemat,      &pedicle_quality_cdc,
  };
  PedicleQuality *quality = g_atomic_rc_box_new0 (PedicleQuality);
  PedicleQualityView view = { input, input->decision, quality };

  quality->lists = g_ptr_array_new_with_free_func (list_free);
  pedicle_quality_measure (input, quality);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    add_list (&view, tables[i], quality);
  return quality;
}

PedicleQuality *
pedicle_quality_ref (PedicleQuality *quality)
{
  return g_atomic_rc_box_acquire (quality);
}

static void
quality_clear (gpointer data)
{
  PedicleQuality *quality = data;
  GPtrArray *arrays[] = { quality->lists,   quality->topics,  quality->sheets,   quality->blocks,
                          quality->columns, quality->excused, quality->unsourced };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_ptr_array_unref (arrays[i]);
}

void
pedicle_quality_unref (PedicleQuality *quality)
{
  g_atomic_rc_box_release_full (quality, quality_clear);
}

const PedicleQualityItem *
pedicle_quality_find (const PedicleQuality *quality, const char *list, const char *id)
{
  for (guint i = 0; i < quality->lists->len; i++)
    {
      const PedicleQualityList *one = quality->lists->pdata[i];

      for (guint j = 0; strcmp (one->id, list) == 0 && j < one->items->len; j++)
        if (strcmp (((const PedicleQualityItem *) one->items->pdata[j])->id, id) == 0)
          return one->items->pdata[j];
    }
  return NULL;
}

PedicleQualitySheet *
pedicle_quality_sheet_new (const PedicleHandout *handout, const char *option)
{
  PedicleQualitySheet *sheet = g_new0 (PedicleQualitySheet, 1);

  sheet->handout = handout;
  sheet->option = option;
  sheet->paragraphs = g_ptr_array_new_with_free_func (g_free);
  sheet->explained = g_ptr_array_new ();
  return sheet;
}

void
pedicle_quality_sheet_free (PedicleQualitySheet *sheet)
{
  g_ptr_array_unref (sheet->paragraphs);
  g_ptr_array_unref (sheet->explained);
  g_free (sheet);
}
