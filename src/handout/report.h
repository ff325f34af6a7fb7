/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages.h"
#include "quality.h"

G_BEGIN_DECLS

/** PedicleReportRequest: what to report on. All borrowed, as long as the quality made of it is
 * used. */
typedef struct
{
  const PedicleLibrary *library;
  const PedicleDecision *decision;
  const PedicleCatalogue *catalogue; /* the language that is set beside English; English for none */
  const GDate *today;
  PediclePaper paper;
} PedicleReportRequest;

/** pedicle_report_judge: composes every handout of the decision as it goes to paper and looks at
 * all. Returns: (transfer full) (nullable): %NULL with @error when a handout cannot be composed. */
PedicleQuality *pedicle_report_judge (const PedicleReportRequest *request, GError **error);

/** pedicle_report_pages: the report on paper, in the interface's language. Returns: (transfer full)
 * (nullable) */
PediclePages *pedicle_report_pages (const PedicleReportRequest *request,
                                    const PedicleQuality *quality,
                                    GError **error);

G_END_DECLS
