/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text.h"

G_BEGIN_DECLS

typedef enum
{
  PEDICLE_FIELD_TEXT,
  PEDICLE_FIELD_DATE,      /* value: YYYY-MM-DD */
  PEDICLE_FIELD_DATE_TIME, /* value: YYYY-MM-DD HH:MM */
  PEDICLE_FIELD_TIME,      /* value: HH:MM */
  PEDICLE_FIELD_PHONE,
  PEDICLE_FIELD_CHOICE,    /* value: id of a choice */
  PEDICLE_FIELD_PHRASE,    /* value: id of a choice, or the user's own words */
  PEDICLE_FIELD_SITES,     /* value: ids of sites, separated by commas */
  PEDICLE_FIELD_NUMBER,
} PedicleFieldType;

/** Who a value is about: the patient's lives in memory only and is never taken from a command line. */
typedef enum
{
  PEDICLE_WHO_PATIENT,
  PEDICLE_WHO_CLINIC,
} PedicleWho;

/** PedicleField: something that a person fills in. Immutable, counted. */
typedef struct
{
  char *id;
  PedicleFieldType type;
  PedicleWho who;
  gboolean required;   /* for a final handout */
  char **for_options;  /* (nullable): ids of the options whose sheets it stands on; all */
  PedicleText *label;
  PedicleText *hint;   /* (nullable) */
  GPtrArray *choices;  /* (nullable) (element-type PedicleText) */
  GPtrArray *choice_ids; /* (nullable) (element-type utf8): of each; not its text's id where a clinic puts its own words */
} PedicleField;

PedicleField *pedicle_field_new (void);
PedicleField *pedicle_field_ref (PedicleField *field);
void pedicle_field_unref (PedicleField *field);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleField, pedicle_field_unref)

/** pedicle_field_is_standard: whether @id is one of the values that each clinic has, declared or not. */
gboolean pedicle_field_is_standard (const char *id);

/** pedicle_field_new_standard: such a value as the field that it is where none is declared. Returns: (transfer full)
 * (nullable): without a label; %NULL when @id is not standard. */
PedicleField *pedicle_field_new_standard (const char *id);

/** pedicle_field_is_for: whether a sheet of @option (nullable) has this field. */
gboolean pedicle_field_is_for (const PedicleField *field, const char *option);

/** pedicle_field_get_choice_id: Returns: (transfer none): the value that stands for choice @index. */
const char *pedicle_field_get_choice_id (const PedicleField *field, guint index);

/** pedicle_field_find_choice: Returns: (transfer none) (nullable) */
PedicleText *pedicle_field_find_choice (const PedicleField *field, const char *id);

/** pedicle_field_check: whether @value is of the field's type; the error says what is expected and never repeats the
 * value. An empty value is always right. @sites: (nullable): the known sites' ids. */
gboolean pedicle_field_check (const PedicleField *field, const char *value, const char *const *sites, GError **error);

G_END_DECLS
