/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes.h"
#include "decision.h"
#include "handout.h"
#include "phrases.h"
#include "reader.h"
#include "source.h"

G_BEGIN_DECLS

/**
 * SECTION: read
 *
 * The builders of the model, one for each element. They follow a walk (pedicle_reader_walk), so
 * that structure, kinds of values and leaves are checked already; they report what takes more than
 * one element to see. All give something even when the file is wrong, so that every problem is
 * found at once; %NULL only where nothing can be made.
 */

PedicleBlock *pedicle_block_read (PedicleReader *reader, const PedicleElement *element);
/** pedicle_blocks_read: (element-type PedicleBlock): the blocks among the children of @parent. */
GPtrArray *pedicle_blocks_read (PedicleReader *reader, const PedicleElement *parent);
PedicleUse *pedicle_use_read (PedicleReader *reader, const PedicleElement *element);

/** pedicle_field_read_type: of a <field>. */
PedicleFieldType pedicle_field_read_type (const PedicleElement *element);

PedicleField *pedicle_field_read (PedicleReader *reader, const PedicleElement *element);
PedicleAnswer *
pedicle_answer_read (PedicleReader *reader, const PedicleElement *element, const char *topic);
PediclePart *pedicle_part_read (PedicleReader *reader, const PedicleElement *element);
/** pedicle_parts_read: (element-type PediclePart): the parts of a file. */
GPtrArray *pedicle_parts_read (PedicleReader *reader);
PedicleNumbers *pedicle_numbers_read (PedicleReader *reader, const PedicleElement *element);

PedicleDecision *pedicle_decision_read (PedicleReader *reader);
PedicleProcedure *pedicle_procedure_read (PedicleReader *reader);
PediclePhrases *pedicle_phrases_read (PedicleReader *reader);
PedicleOverlay *pedicle_overlay_read (PedicleReader *reader);
/** pedicle_sources_read: (element-type PedicleSource) */
GPtrArray *pedicle_sources_read (PedicleReader *reader);
/** pedicle_handout_read: @decision: (nullable): whose fields the handout refers to. */
PedicleHandout *pedicle_handout_read (PedicleReader *reader, const PedicleDecision *decision);

/** pedicle_ids_check: two children called @name of @parent with one id are an error. */
void pedicle_ids_check (PedicleReader *reader, const PedicleElement *parent, const char *name);

G_END_DECLS
