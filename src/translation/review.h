/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"

G_BEGIN_DECLS

/** Whether a qualified person has read a translation. The record is one line of the header for each
 * file of content: "X-Review-FILE: digest; name; credential; date". The digest covers the English
 * texts of the file and their translations, so that a record ends with the first change of either.
 * It shows changes; it is no proof of who signed. */

typedef enum
{
  PEDICLE_REVIEW_NONE,    /* no record */
  PEDICLE_REVIEW_CHANGED, /* a text or a translation has changed since, or is not there */
  PEDICLE_REVIEW_DONE,
} PedicleReviewState;

/** PedicleReview: of one file of content, by its id. The strings of the record are %NULL without
 * one. */
typedef struct
{
  char *file;
  PedicleReviewState state;
  char *digest; /* (nullable): what a reviewer would sign now; %NULL while a text is missing, fuzzy
                   or broken */
  char *name, *credential, *date;
} PedicleReview;

/** pedicle_catalogue_get_reviews: one for each file of @library that has texts, in order.
 * Returns: (transfer full) (element-type PedicleReview) */
GPtrArray *
pedicle_catalogue_get_reviews (const PedicleCatalogue *catalogue, const PedicleLibrary *library);

G_END_DECLS
