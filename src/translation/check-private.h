/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check.h"
#include "language.h"
#include "po-file.h"

G_BEGIN_DECLS

/** PedicleCheck: what a check gets to see of one entry. */
typedef struct
{
  const char *name; /* of the check that runs */
  const char *file;
  const PedicleMessage *message;
  const PedicleLanguage *language;
  gunichar decimal, group;     /* marks inside numbers of the translation */
  const char *source, *target; /* words without markup and placeholders */
  GHashTable *current;         /* (nullable): context -> PedicleText of the library */
  GPtrArray *findings;
} PedicleCheck;

void pedicle_check_report (PedicleCheck *check, PedicleSeverity severity, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/** pedicle_check_missing: what of @wanted is not in @given, each as often as it lacks. Both get
 * sorted. Returns: (transfer full) (nullable): "24, 48", %NULL when nothing lacks */
char *pedicle_check_missing (GPtrArray *wanted, GPtrArray *given);

void pedicle_check_number (PedicleCheck *check);
void pedicle_check_decimal_mark (PedicleCheck *check);
void pedicle_check_fuzzy_number (PedicleCheck *check);
void pedicle_check_unit (PedicleCheck *check);
void pedicle_check_same (PedicleCheck *check);
void pedicle_check_length (PedicleCheck *check);
void pedicle_check_too_long (PedicleCheck *check);
void pedicle_check_negation (PedicleCheck *check);
void pedicle_check_space (PedicleCheck *check);
void pedicle_check_punctuation (PedicleCheck *check);
void pedicle_check_control (PedicleCheck *check);
void pedicle_check_bidi (PedicleCheck *check);

G_END_DECLS
