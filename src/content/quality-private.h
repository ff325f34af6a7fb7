/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quality.h"

G_BEGIN_DECLS

/** PedicleQualityView: what a check looks at: the content, and what was measured of it before. */
typedef struct
{
  const PedicleQualityInput *input;
  const PedicleDecision *decision;
  const PedicleQuality *quality;
} PedicleQualityView;

/** PedicleQualityCheck: looks, and says in @evidence what it saw. */
typedef PedicleQualityState (*PedicleQualityCheck) (const PedicleQualityView *view,
                                                    GString *evidence);

/** PedicleQualityEntry: an item of a list before it is looked at. Without @check, @state is what it
 * is for any content: never met nor not met. */
typedef struct
{
  const char *id;
  const char *words;
  PedicleQualityCheck check;
  PedicleQualityState state;
  const char *evidence; /* (nullable): where there is no check */
} PedicleQualityEntry;

/** PedicleQualityTable: ends with an entry without id. */
typedef struct
{
  const char *id;
  const char *title;
  const PedicleQualityEntry *entries;
} PedicleQualityTable;

extern const PedicleQualityTable pedicle_quality_limits;
extern const PedicleQualityTable pedicle_quality_qualifying;
extern const PedicleQualityTable pedicle_quality_certifying;
extern const PedicleQualityTable pedicle_quality_goodness;
extern const PedicleQualityTable pedicle_quality_pemat;
extern const PedicleQualityTable pedicle_quality_cdc;

/** pedicle_quality_measure: fills what is measured: topics, sheets, blocks, columns, claims. */
void pedicle_quality_measure (const PedicleQualityInput *input, PedicleQuality *quality);

/** pedicle_quality_say: one more sentence of @evidence. */
void pedicle_quality_say (GString *evidence, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** pedicle_quality_judge: Returns: met or not. */
PedicleQualityState pedicle_quality_judge (bool met);

/** pedicle_quality_refute: Returns: not met, or that a person must judge: for what software can see
 * only to be missing. */
PedicleQualityState pedicle_quality_refute (bool refuted);

/** Checks that stand in several lists. */
PedicleQualityState
pedicle_quality_check_equal_words (const PedicleQualityView *view, GString *evidence);
PedicleQualityState
pedicle_quality_check_equal_pictures (const PedicleQualityView *view, GString *evidence);
PedicleQualityState
pedicle_quality_check_claims (const PedicleQualityView *view, GString *evidence);
PedicleQualityState pedicle_quality_check_per (const PedicleQualityView *view, GString *evidence);

/** pedicle_quality_find_procedure: (nullable): option @index of the decision. */
const PedicleProcedure *
pedicle_quality_find_procedure (const PedicleQualityInput *input, const char *option);

G_END_DECLS
