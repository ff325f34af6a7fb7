/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "block.h"
#include "field.h"

G_BEGIN_DECLS

/** PedicleHandout: the template of a printed sheet: which blocks, in which order, with which fields. */
typedef struct
{
  char **for_options; /* (nullable): all */
  PedicleText *text;
} PedicleHandoutTitle;

void pedicle_handout_title_free (PedicleHandoutTitle *title);

typedef struct
{
  char *id;
  char *file;
  char *decision;        /* id */
  gboolean for_decision; /* stands for all options at once; no option is chosen */
  gboolean landscape;
  int order;             /* in menus; those without stand last, by file */
  char **for_options;    /* options of the decision; in a library never %NULL */
  PedicleText *menu;     /* name in menus */
  GPtrArray *titles;     /* (element-type PedicleHandoutTitle) */
  GPtrArray *fields;     /* (element-type PedicleField): the form, decision's fields that are referred to included */
  GPtrArray *blocks;     /* (element-type PedicleBlock) */
} PedicleHandout;

PedicleHandout *pedicle_handout_new (void);
PedicleHandout *pedicle_handout_ref (PedicleHandout *handout);
void pedicle_handout_unref (PedicleHandout *handout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleHandout, pedicle_handout_unref)

gboolean pedicle_handout_is_for (const PedicleHandout *handout, const char *option);
/** pedicle_handout_get_title: @option: (nullable). Returns: (transfer none) */
PedicleText *pedicle_handout_get_title (const PedicleHandout *handout, const char *option);
const PedicleField *pedicle_handout_find_field (const PedicleHandout *handout, const char *id);
/** pedicle_handout_is_record: whether it lists what was talked about. */
gboolean pedicle_handout_is_record (const PedicleHandout *handout);

G_END_DECLS
