/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include "phrasing.h"

G_BEGIN_DECLS

/** Dates and times in the words of the sheet. Values come in as YYYY-MM-DD and HH:MM; what is not
 * such a value comes back as it is. All: Returns: (transfer full) */
char *pedicle_dates_format (const PediclePhrasing *phrasing, const GDate *date);
char *pedicle_dates_format_month (const PediclePhrasing *phrasing, const GDate *date);
char *pedicle_dates_format_value (const PediclePhrasing *phrasing,
                                  PedicleFieldType type,
                                  const char *value);

/** pedicle_dates_parse: whether @value begins with a date. */
bool pedicle_dates_parse (const char *value, GDate *date);

/** pedicle_dates_add_weeks: Returns: (transfer full) (nullable): the date so many weeks after
 * @value, as YYYY-MM-DD. */
char *pedicle_dates_add_weeks (const char *value, int weeks);

G_END_DECLS
