/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include "phrasing.h"
#include "rich.h"

G_BEGIN_DECLS

/** PediclePlaceholders: what stands for {name}: the visit's value, else the clinic's, else a limit
 * the clinic has set by weeks, else nothing. */
typedef struct
{
  const PedicleRequest *request;
  const PedicleDecision *decision;
  const PediclePhrasing *phrasing;
  char *clinic;       /* (owned) (nullable): the clinic's name in the words of the sheet */
  GHashTable *limits; /* (owned): field -> date made of a limit */
} PediclePlaceholders;

/** Names that need no declaration. */
#define PEDICLE_FIELD_PATIENT_NAME "patient-name"
#define PEDICLE_FIELD_CLINIC_NAME "clinic-name"

void pedicle_placeholders_init (PediclePlaceholders *placeholders,
                                const PedicleRequest *request,
                                const PedicleDecision *decision,
                                const PediclePhrasing *phrasing);
void pedicle_placeholders_clear (PediclePlaceholders *placeholders);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PediclePlaceholders, pedicle_placeholders_clear)

/** pedicle_placeholders_find: Returns: (transfer none) (nullable): the field's declaration. */
const PedicleField *
pedicle_placeholders_find (const PediclePlaceholders *placeholders, const char *name);

/** pedicle_placeholders_find_choice: the words that stand for the value of @name. Returns:
 * (transfer none) (nullable): %NULL when there is no value or it is said in its own words. */
const PedicleText *
pedicle_placeholders_find_choice (const PediclePlaceholders *placeholders, const char *name);

/** pedicle_placeholders_get: Returns: (transfer none) (nullable): the value as it was entered,
 * never empty. A #PedicleValueFunc with @user_data a #PediclePlaceholders. */
const char *pedicle_placeholders_get (const char *name, gpointer placeholders);

/** pedicle_placeholders_append: the value in the words of the sheet, or a blank.
 * Returns: whether they fell back to English. */
bool pedicle_placeholders_append (const PediclePlaceholders *placeholders,
                                  const char *name,
                                  guint style,
                                  PedicleRich *rich);

/** pedicle_placeholders_empty: Returns: (transfer full): ids of the fields that a final handout
 * needs and that have no value. */
char **pedicle_placeholders_empty (const PediclePlaceholders *placeholders);

G_END_DECLS
