/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"
#include "readability.h"

G_BEGIN_DECLS

/**
 * SECTION: quality
 *
 * What can be said of the content by the lists with which decision aids and handouts are judged:
 * IPDAS (the criteria of 2013, version 4), PEMAT-P, the CDC Clear Communication Index, and the
 * limits of this project. Nothing is met by declaration: an item is met or not because a function
 * looked at the content. What a function cannot see needs a person, and is counted apart. No list
 * gets a score. The words of the items are ours, not those of the lists.
 */

typedef enum
{
  PEDICLE_QUALITY_MET,            /* software looked, and found it */
  PEDICLE_QUALITY_NOT_MET,        /* software looked, and something is missing */
  PEDICLE_QUALITY_NEEDS_PERSON,   /* a named person must judge; the evidence may help */
  PEDICLE_QUALITY_NOT_DONE,       /* work with people that has not taken place */
  PEDICLE_QUALITY_NOT_APPLICABLE, /* for content of another kind */
  PEDICLE_QUALITY_N_STATES
} PedicleQualityState;

typedef struct
{
  char *id;    /* in its list: "Q1" */
  char *words; /* what it asks for, in the interface's language */
  PedicleQualityState state;
  char *evidence; /* what was seen, and where; may be empty */
} PedicleQualityItem;

/** PedicleQualityList: one list, in its own order. */
typedef struct
{
  char *id;
  char *title;
  GPtrArray *items; /* (element-type PedicleQualityItem) */
  guint n[PEDICLE_QUALITY_N_STATES];
} PedicleQualityList;

/** PedicleQualitySheet: what stands on a sheet of paper with every blank empty. Made by the handout
 * layer; read here. */
typedef struct
{
  const PedicleHandout *handout;
  const char *option; /* (nullable) */
  GPtrArray
      *paragraphs; /* (element-type utf8): in order, without sources; blanks as in readability.h */
  GPtrArray *explained; /* (element-type PedicleTerm): words that this sheet explains */
  guint n_headings, n_figures, n_captions, n_boxes, n_items, longest_list, n_ticks, n_notes;
  guint n_tables, n_tables_with_head, n_blanks;
} PedicleQualitySheet;

/** PedicleQualityMeasure: one stretch of text and what was counted in it. @name is in the words of
 * the content, or an id. */
typedef struct
{
  char *name;
  PedicleReadability count;
  PedicleReadability other; /* the same in the other language */
  char *unexplained; /* of sheets: words of the glossary that count in full, since the sheet does
                        not explain them; may be empty */
} PedicleQualityMeasure;

/** PedicleQualityColumn: one option's share of the comparison. */
typedef struct
{
  char *option;
  guint brief;    /* words in one cell of the table, over all questions */
  guint words;    /* the same with long forms and steps */
  guint pictures; /* in long forms and steps */
} PedicleQualityColumn;

/** PedicleQualityLookup: the words of @text in the other language; %NULL where it has none. */
typedef const char *(*PedicleQualityLookup) (const PedicleText *text, gpointer user_data);

/** PedicleQualityInput: what to report on. All borrowed for the length of the call. */
typedef struct
{
  const PedicleLibrary *library;
  const PedicleDecision *decision;
  const GDate *today;
  const GPtrArray *sheets;       /* (element-type PedicleQualitySheet) */
  const GPtrArray *other_sheets; /* (nullable): the same in the other language */
  PedicleQualityLookup lookup;   /* (nullable) */
  gpointer lookup_data;
} PedicleQualityInput;

/** PedicleQuality: the report as values. Immutable, counted. */
typedef struct
{
  GPtrArray *lists;   /* (element-type PedicleQualityList) */
  GPtrArray *topics;  /* (element-type PedicleQualityMeasure): each question with all its answers */
  GPtrArray *sheets;  /* (element-type PedicleQualityMeasure) */
  GPtrArray *blocks;  /* (element-type PedicleQualityMeasure): each answer, set, part */
  GPtrArray *columns; /* (element-type PedicleQualityColumn) */
  GPtrArray *excused; /* (element-type utf8): words of the glossary that were excused, sorted */
  GPtrArray *unsourced; /* (element-type utf8): claims that name no source */
  guint n_claims;
  guint n[PEDICLE_QUALITY_N_STATES];
} PedicleQuality;

#define PEDICLE_QUALITY_MAX_KINCAID 6.0
#define PEDICLE_QUALITY_MAX_SMOG 6.5
#define PEDICLE_QUALITY_MAX_EXCUSED 20
#define PEDICLE_QUALITY_MAX_UNEQUAL 0.2 /* by how much the longest column exceeds the shortest */

PedicleQuality *pedicle_quality_new (const PedicleQualityInput *input);
PedicleQuality *pedicle_quality_ref (PedicleQuality *quality);
void pedicle_quality_unref (PedicleQuality *quality);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleQuality, pedicle_quality_unref)

PedicleQualitySheet *pedicle_quality_sheet_new (const PedicleHandout *handout, const char *option);
void pedicle_quality_sheet_free (PedicleQualitySheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleQualitySheet, pedicle_quality_sheet_free)

/** pedicle_quality_find: Returns: (transfer none) (nullable): item @id of list @list. */
const PedicleQualityItem *
pedicle_quality_find (const PedicleQuality *quality, const char *list, const char *id);

/** pedicle_quality_is_too_hard: whether a text exceeds the limit of Flesch-Kincaid, its excused
 * words excused. */
bool pedicle_quality_is_too_hard (const PedicleReadability *count);

/** pedicle_quality_has_smog: whether a text has sentences enough for SMOG to be judged. */
bool pedicle_quality_has_smog (const PedicleReadability *count);

G_END_DECLS
