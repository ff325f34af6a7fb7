/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include "report.h"

G_BEGIN_DECLS

/** PedicleReportWriter: the blocks of a report, as they come. On the stack. */
typedef struct
{
  const PedicleReportRequest *request;
  const PedicleQuality *quality;
  GPtrArray *blocks; /* (element-type PedicleBlock) */
  guint n;           /* texts so far */
} PedicleReportWriter;

/** All take plain words. */
void pedicle_report_heading (PedicleReportWriter *writer, const char *words);
void pedicle_report_paragraph (PedicleReportWriter *writer, const char *words);
/** pedicle_report_item: an item of the list that is last, or of a new one. */
void pedicle_report_item (PedicleReportWriter *writer, const char *words);
void pedicle_report_notes (PedicleReportWriter *writer, int lines);

/** pedicle_report_table: @n relative widths. Returns: (transfer none): for the rows. */
PedicleBlock *pedicle_report_table (PedicleReportWriter *writer, const double *widths, guint n);
/** pedicle_report_row: as many cells as the table has columns. */
void pedicle_report_row (PedicleReportWriter *writer,
                         PedicleBlock *table,
                         bool head,
                         const char *const *cells);

/** pedicle_report_escape: Returns: (transfer full): @plain as markup of a leaf. */
char *pedicle_report_escape (const char *plain);

/** pedicle_report_write: all of it. */
void pedicle_report_write (PedicleReportWriter *writer);
/** pedicle_report_write_measures: what was measured: reading, equal detail, sources. */
void pedicle_report_write_measures (PedicleReportWriter *writer);

G_END_DECLS
