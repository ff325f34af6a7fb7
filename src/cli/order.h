/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"
#include "pages.h"

G_BEGIN_DECLS

/** PedicleOrder: what the commands that make handouts are told alike: as words, and as they were
 * understood. */
typedef struct
{
  char *handout, *procedure, *language, *size, *paper, *fields;
  char **words; /* of --field */
  gboolean final, archive;

  PedicleLibrary *library;
  PedicleTranslations *translations;
  PedicleVisit *visit; /* the fields given for every sheet */
  GDate today;
  PedicleRequest request; /* all but its catalogue; borrows from the above */
} PedicleOrder;

void pedicle_order_clear (PedicleOrder *order);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PedicleOrder, pedicle_order_clear)

/** pedicle_order_parse: reads the options of @order and, after them in the help, the command's
 * @own, from @argv, which is left as it is. Returns: as pedicle_command_parse(). */
gboolean pedicle_order_parse (PedicleOrder *order,
                              const PedicleCommand *command,
                              PedicleSettings *settings,
                              const GOptionEntry *own,
                              char **argv,
                              PedicleExit *exit);

/** pedicle_order_judge: what is wrong with the words, said before any content is read.
 * Returns: (transfer none) (nullable): a sentence */
const char *pedicle_order_judge (PedicleOrder *order);

/** pedicle_order_fill: loads the content and finds in it what was ordered; tells what cannot be.
 * @each: whether each sheet names a procedure of its own, so that none need be given
 * @alone: whether one sheet is made, which does not wait for the pictures of others */
PedicleExit pedicle_order_fill (PedicleOrder *order,
                                const PedicleSettings *settings,
                                gboolean each,
                                gboolean alone);

/** pedicle_order_catalogue: @language (nullable): English.
 * Returns: (transfer full) (nullable) */
PedicleCatalogue *
pedicle_order_catalogue (PedicleOrder *order, const char *language, GError **error);

/** pedicle_order_has_procedure: Returns: whether the handout is for the procedure @id. */
gboolean pedicle_order_has_procedure (const PedicleOrder *order, const char *id);

/** pedicle_order_join_procedures: Returns: (transfer full): ids of the procedures the handout is
 * for. */
char *pedicle_order_join_procedures (const PedicleOrder *order);

/** pedicle_order_sum: of all that decides what sheets say: the order, the texts, the day and @list
 * (hex SHA-256). Returns: (transfer full): hex SHA-256 */
char *pedicle_order_sum (const PedicleOrder *order, const char *list);

G_END_DECLS
