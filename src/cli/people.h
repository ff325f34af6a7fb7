/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "order.h"

G_BEGIN_DECLS

/** PediclePeople: a list of people, a row each, whose head names fields, and perhaps a procedure
 * and a language. No problem ever repeats what a cell holds, nor a name in the head: without a head
 * it would be a patient's. */
typedef struct _PediclePeople PediclePeople;

/** pedicle_people_read: @path: "-" is standard input. */
PediclePeople *pedicle_people_read (const char *path, GError **error);
void pedicle_people_free (PediclePeople *people);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PediclePeople, pedicle_people_free)

/** pedicle_people_name_procedures: Returns: whether there is a column for the procedure, or may be
 * in a head that cannot be read. */
gboolean pedicle_people_name_procedures (const PediclePeople *people);

/** pedicle_people_understand: finds the field of each column in what @order has loaded. */
gboolean pedicle_people_understand (PediclePeople *people,
                                    const PedicleOrder *order,
                                    PedicleProblems *problems);

/** pedicle_people_get_rows: Returns: (transfer none) (element-type guint): the numbers of the rows
 * that hold anything, from 1; the head does not count, an empty row does. */
const GArray *pedicle_people_get_rows (const PediclePeople *people);

/** pedicle_people_get_sum: Returns: (transfer none): hex SHA-256 of the file. */
const char *pedicle_people_get_sum (const PediclePeople *people);

/** pedicle_people_fill: puts the values of @row into the visit of @order in place of those of the
 * row before, and its procedure into the request.
 *
 * Returns: (transfer full) (nullable): the words of the row's language; %NULL when the row has
 * problems. */
PedicleCatalogue *pedicle_people_fill (const PediclePeople *people,
                                       PedicleOrder *order,
                                       guint row,
                                       PedicleProblems *problems);

/** pedicle_people_blame: adds @sentence as a problem of @row. */
void pedicle_people_blame (const PediclePeople *people,
                           guint row,
                           PedicleProblems *problems,
                           const char *sentence);

G_END_DECLS
