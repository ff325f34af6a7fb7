/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "digest.h"
#include "gallery.h"

#include <string.h>

struct _PedicleDigester
{
  GHashTable *sources; /* borrowed */
  GHashTable *sums;    /* PedicleElement of a source -> its digest: named many times, summed once */
};

PedicleDigester *
pedicle_digester_new (GHashTable *sources)
{
  PedicleDigester *digester = g_new0 (PedicleDigester, 1);
  digester->sources = sources;
  digester->sums = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return digester;
}

void
pedicle_digester_free (PedicleDigester *digester)
{
  g_hash_table_unref (digester->sums);
  g_free (digester);
}

/* A mark for what it is and an end, so that no two can flow together. */
static void
sum_string (GChecksum *sum, char mark, const char *string)
{
  g_checksum_update (sum, (const guchar *) &mark, 1);
  g_checksum_update (sum, (const guchar *) string, (gssize) strlen (string) + 1);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (((const PedicleAttribute *) a)->name, ((const PedicleAttribute *) b)->name);
}

static void
sum_attributes (GChecksum *sum, const PedicleElement *element)
{
  gsize size = element->n_attributes * sizeof *element->attributes;
  g_autofree PedicleAttribute *sorted = g_memdup2 (element->attributes, size);
  if (sorted)
    qsort (sorted, element->n_attributes, sizeof *sorted, compare_names);
  for (guint i = 0; i < element->n_attributes; i++)
    {
      if (strcmp (sorted[i].name, "note") == 0 || strcmp (sorted[i].name, "maxlen") == 0)
        continue;
      sum_string (sum, '@', sorted[i].name);
      sum_string (sum, '=', sorted[i].value);
    }
}

static void sum_element (PedicleDigester *digester,
                         GChecksum *sum,
                         const PedicleReader *reader,
                         const PedicleElement *element);

static const char *
source_sum (PedicleDigester *digester, const PedicleReader *reader, const PedicleElement *source)
{
  char *hex = g_hash_table_lookup (digester->sums, source);
  if (!hex)
    {
      g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
      sum_element (digester, sum, reader, source);
      hex = g_strdup (g_checksum_get_string (sum));
      g_hash_table_insert (digester->sums, (gpointer) source, hex);
    }
  return hex;
}

/* What stands elsewhere and is seen with this file. Parts are not: their own files are signed off. */
static void
sum_elsewhere (PedicleDigester *digester,
               GChecksum *sum,
               const PedicleReader *reader,
               const PedicleElement *element)
{
  static const char *const shows[] = { "src", "picture" };
  const char *ref = pedicle_element_is (element, "cite") ? pedicle_element_get (element, "ref") : NULL;
  const PedicleElement *source = ref ? g_hash_table_lookup (digester->sources, ref) : NULL;
  if (source)
    sum_string (sum, '[', source_sum (digester, reader, source));
  for (gsize i = 0; i < G_N_ELEMENTS (shows); i++)
    {
      const char *picture = pedicle_element_get (element, shows[i]);
      const char *hex = picture ? pedicle_gallery_get_digest (reader, picture) : NULL;
      if (hex)
        sum_string (sum, '#', hex);
    }
}

static void
sum_element (PedicleDigester *digester,
             GChecksum *sum,
             const PedicleReader *reader,
             const PedicleElement *element)
{
  const PedicleText *text = g_hash_table_lookup (reader->leaves, element);
  g_autofree char *plain = text ? NULL : pedicle_element_plain (element);
  sum_string (sum, '<', element->name);
  sum_attributes (sum, element);
  sum_elsewhere (digester, sum, reader, element);
  sum_string (sum, '"', text ? text->markup : plain);
  for_each_child (child, element)
    if (!text)
      sum_element (digester, sum, reader, child);
  sum_string (sum, '>', "");
}

char *
pedicle_digester_sum (PedicleDigester *digester, const PedicleReader *reader)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  sum_element (digester, sum, reader, pedicle_reader_get_root (reader));
  return g_strconcat ("sha256:", g_checksum_get_string (sum), NULL);
}
