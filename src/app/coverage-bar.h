/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "catalogue.h"

G_BEGIN_DECLS

/** PedicleCoverageBar: how much of the content is translated, needs work, or is empty, as one bar. */
#define PEDICLE_TYPE_COVERAGE_BAR (pedicle_coverage_bar_get_type ())
G_DECLARE_FINAL_TYPE (PedicleCoverageBar, pedicle_coverage_bar, PEDICLE, COVERAGE_BAR, GtkWidget)

/** pedicle_coverage_bar_show: @words: the counts in words, for a screen reader. */
void pedicle_coverage_bar_show (PedicleCoverageBar *self, const PedicleCoverage *coverage, const char *words);

G_END_DECLS
