/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text.h"

G_BEGIN_DECLS

/** Sets of numbers: one study, one denominator, one time frame, standing across the options. */

typedef enum
{
  PEDICLE_NUMBERS_SHARE, /* so many of so many: outcomes */
  PEDICLE_NUMBERS_SCALE, /* points on a scale: differences */
  PEDICLE_NUMBERS_WORDS, /* sentences only */
} PedicleNumbersKind;

typedef enum
{
  PEDICLE_DIRECTION_GOOD,
  PEDICLE_DIRECTION_BAD,
  PEDICLE_DIRECTION_NEUTRAL,
} PedicleDirection;

typedef enum
{
  PEDICLE_CERTAINTY_NOT_GRADED,
  PEDICLE_CERTAINTY_VERY_LOW,
  PEDICLE_CERTAINTY_LOW,
  PEDICLE_CERTAINTY_MODERATE,
  PEDICLE_CERTAINTY_HIGH_TO_MODERATE,
  PEDICLE_CERTAINTY_HIGH,
} PedicleCertainty;

/** PedicleOutcome: one number of a set. Share: @numerator of @denominator, shown as @shown per @per. Scale: @value
 * against @against, @gap between them. @low and @high bound the gap or the share; @has_range is %FALSE where the
 * source does not report them. */
typedef struct
{
  char *id;
  char *option;
  char *comparator;  /* "sham", "usual-care", "none" or an option's id */
  gboolean control;  /* the numbers are those of the comparator's arm */
  double numerator, denominator, per, shown;
  double value, against, gap;
  gboolean has_range;
  double low, high;
  PedicleDirection direction;
  PedicleCertainty certainty;
  PedicleText *happens, *happens_not;
  PedicleText *range; /* (nullable) */
  char **cites;
} PedicleOutcome;

void pedicle_outcome_free (PedicleOutcome *outcome);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleOutcome, pedicle_outcome_free)

typedef struct
{
  char *id;
  char *topic;
  PedicleNumbersKind kind;
  PedicleText *title;
  PedicleText *group, *time, *unit; /* (nullable) */
  char *after;                      /* (nullable): ISO 8601 duration */
  char *of;                         /* (nullable): "people", "bones", "things" */
  gboolean is_change;               /* scale: points gained or lost, which have no place on the scale */
  double scale_low, scale_high;
  PedicleText *scale_low_text, *scale_high_text; /* (nullable) */
  GPtrArray *outcomes; /* (element-type PedicleOutcome) */
  GPtrArray *unknowns; /* (element-type PedicleText) */
  char **unknown_options; /* the option that each of @unknowns is about, "" for none */
  GPtrArray *notes;    /* (element-type PedicleText): note-text and the sentences of a words set */
  char **cites;        /* (nullable): of the set itself */
} PedicleNumbers;

PedicleNumbers *pedicle_numbers_new (void);
PedicleNumbers *pedicle_numbers_ref (PedicleNumbers *numbers);
void pedicle_numbers_unref (PedicleNumbers *numbers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleNumbers, pedicle_numbers_unref)

G_END_DECLS
