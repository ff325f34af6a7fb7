/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "catalogue.h"

G_BEGIN_DECLS

/** PedicleUnit: one unit of translation as an item of the list: the English, what the file says, and what is wrong. */
#define PEDICLE_TYPE_UNIT (pedicle_unit_get_type ())
G_DECLARE_FINAL_TYPE (PedicleUnit, pedicle_unit, PEDICLE, UNIT, GObject)

typedef enum
{
  PEDICLE_UNITS_PROBLEMS,
  PEDICLE_UNITS_NEED_WORK,
  PEDICLE_UNITS_EMPTY,
  PEDICLE_UNITS_ALL,
  PEDICLE_UNITS_N,
} PedicleUnits;

/** pedicle_unit_list: Returns: (transfer full) (element-type PedicleUnit): every unit of the library, with the
 * checks' findings. */
GListStore *pedicle_unit_list (const PedicleCatalogue *catalogue, const PedicleLibrary *library);

/** pedicle_unit_is_of: whether the unit belongs under a filter. */
gboolean pedicle_unit_is_of (PedicleUnit *self, PedicleUnits units);

const PedicleText *pedicle_unit_get_text (PedicleUnit *self);
const char *pedicle_unit_get_english (PedicleUnit *self);
/** pedicle_unit_get_translation: (nullable) */
const char *pedicle_unit_get_translation (PedicleUnit *self);
PedicleTranslationState pedicle_unit_get_state (PedicleUnit *self);
/** pedicle_unit_get_message: (nullable): what is wrong, one sentence a line. */
const char *pedicle_unit_get_message (PedicleUnit *self);
int pedicle_unit_get_line (PedicleUnit *self);
/** pedicle_unit_is_rtl: whether the translation is written from right to left. */
gboolean pedicle_unit_is_rtl (PedicleUnit *self);

G_END_DECLS
