/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "review.h"

#include <string.h>

#define DIGEST_LENGTH 16

typedef struct
{
  PedicleReview *review;
  GChecksum *sum;
  gboolean complete;
} Reading;

static void
review_free (gpointer data)
{
  PedicleReview *review = data;

  g_free (review->file);
  g_free (review->digest);
  g_free (review->name);
  g_free (review->credential);
  g_free (review->date);
  g_free (review);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_checksum_free (reading->sum);
  g_free (reading);
}

/* The reading of the file that TEXT is of; begun when it is the first one. */
static Reading *
find_reading (GHashTable *readings, GPtrArray *reviews, const PedicleText *text)
{
  g_autofree char *file = g_strndup (text->context, strcspn (text->context, "/"));
  Reading *reading = g_hash_table_lookup (readings, file);

  if (reading == NULL)
    {
      reading = g_new0 (Reading, 1);
      reading->review = g_new0 (PedicleReview, 1);
      reading->review->file = g_steal_pointer (&file);
      reading->sum = g_checksum_new (G_CHECKSUM_SHA256);
      reading->complete = TRUE;
      g_ptr_array_add (reviews, reading->review);
      g_hash_table_insert (readings, reading->review->file, reading);
    }
  return reading;
}

/* Adds a string and its end, so that no two texts can flow together. */
static void
sum_string (GChecksum *sum, const char *string)
{
  g_checksum_update (sum, (const guchar *) string, (gssize) strlen (string) + 1);
}

static void
read_record (const PedicleCatalogue *catalogue, Reading *reading)
{
  PedicleReview *review = reading->review;
  g_autofree char *field = g_strconcat ("X-Review-", review->file, NULL);
  g_autofree char *record = pedicle_catalogue_get_header (catalogue, field);
  g_auto (GStrv) parts = NULL;

  if (reading->complete)
    review->digest = g_strndup (g_checksum_get_string (reading->sum), DIGEST_LENGTH);
  if (record == NULL)
    return;

  parts = g_strsplit (record, ";", 4);
  if (g_strv_length (parts) < 4)
    return;
  for (guint i = 0; i < 4; i++)
    g_strstrip (parts[i]);
  if (*parts[1] == '\0' || *parts[3] == '\0')
    return;
  review->name = g_strdup (parts[1]);
  review->credential = g_strdup (parts[2]);
  review->date = g_strdup (parts[3]);
  review->state =
      g_strcmp0 (parts[0], review->digest) == 0 ? PEDICLE_REVIEW_DONE : PEDICLE_REVIEW_CHANGED;
}

GPtrArray *
pedicle_catalogue_get_reviews (const PedicleCatalogue *catalogue, const PedicleLibrary *library)
{
  GPtrArray *reviews = g_ptr_array_new_with_free_func (review_free);
  g_autoptr (GHashTable) readings =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, reading_free);
  GPtrArray *texts = pedicle_library_get_texts (library);

  for (guint i = 0; i < texts->len; i++)
    {
      const PedicleText *text = texts->pdata[i];
      Reading *reading = find_reading (readings, reviews, text);
      PedicleTranslationState state;
      const char *translation = pedicle_catalogue_lookup (catalogue, text, &state);

      reading->complete = reading->complete && state == PEDICLE_STATE_TRANSLATED;
      sum_string (reading->sum, text->context);
      sum_string (reading->sum, text->markup);
      sum_string (reading->sum, translation);
    }
  for (guint i = 0; i < reviews->len; i++)
    read_record (catalogue,
                 g_hash_table_lookup (readings, ((PedicleReview *) reviews->pdata[i])->file));

  return reviews;
}

/* Most catalogues have no record at all: that is known without reading every text. */
static gboolean
has_every_record (const PedicleCatalogue *catalogue, const PedicleLibrary *library)
{
  GPtrArray *texts = pedicle_library_get_texts (library);
  g_autofree char *last = NULL;

  for (guint i = 0; i < texts->len; i++)
    {
      const PedicleText *text = texts->pdata[i];
      g_autofree char *file = g_strndup (text->context, strcspn (text->context, "/"));
      g_autofree char *field = g_strconcat ("X-Review-", file, NULL);
      g_autofree char *record = NULL;

      if (g_strcmp0 (file, last) == 0)
        continue;
      record = pedicle_catalogue_get_header (catalogue, field);
      if (record == NULL)
        return FALSE;
      g_free (last);
      last = g_steal_pointer (&file);
    }
  return TRUE;
}

gboolean
pedicle_catalogue_is_reviewed (const PedicleCatalogue *catalogue, const PedicleLibrary *library)
{
  g_autoptr (GPtrArray) reviews = NULL;

  g_return_val_if_fail (catalogue != NULL && library != NULL, FALSE);

  if (pedicle_catalogue_is_english (catalogue))
    return TRUE;
  if (!has_every_record (catalogue, library))
    return FALSE;
  reviews = pedicle_catalogue_get_reviews (catalogue, library);
  for (guint i = 0; i < reviews->len; i++)
    if (((const PedicleReview *) reviews->pdata[i])->state != PEDICLE_REVIEW_DONE)
      return FALSE;
  return TRUE;
}
