/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "block.h"

G_BEGIN_DECLS

/** PedicleAnswer: what one option (or, for a shared topic, the decision) says on a topic. */
typedef struct
{
  char *topic;
  PedicleText *brief;   /* (nullable): the short form, one cell of the table */
  PedicleText *unknown; /* (nullable): "not known" is an answer */
  GPtrArray *blocks;    /* (nullable) (element-type PedicleBlock): the long form */
  PedicleBlock *steps;  /* (nullable) */
  char **cites;
} PedicleAnswer;

void pedicle_answer_free (PedicleAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleAnswer, pedicle_answer_free)

/** PediclePart: named blocks that handouts use. */
typedef struct
{
  char *id;
  GPtrArray *blocks; /* (element-type PedicleBlock) */
  char **cites;      /* (nullable) */
} PediclePart;

void pedicle_part_free (PediclePart *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PediclePart, pedicle_part_free)

/** PedicleProcedure: one option of a decision, "no procedure" included. Immutable, counted. */
typedef struct
{
  char *id;
  char *file;
  PedicleText *title, *summary;
  GPtrArray *answers; /* (element-type PedicleAnswer) */
  GPtrArray *parts;   /* (element-type PediclePart) */
} PedicleProcedure;

PedicleProcedure *pedicle_procedure_new (void);
PedicleProcedure *pedicle_procedure_ref (PedicleProcedure *procedure);
void pedicle_procedure_unref (PedicleProcedure *procedure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleProcedure, pedicle_procedure_unref)

const PedicleAnswer *pedicle_procedure_find_answer (const PedicleProcedure *procedure, const char *topic);

G_END_DECLS
