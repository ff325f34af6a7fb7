/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "field.h"
#include "numbers.h"
#include "procedure.h"

G_BEGIN_DECLS

typedef enum
{
  PEDICLE_TOPIC_NEUTRAL,
  PEDICLE_TOPIC_GOOD,
  PEDICLE_TOPIC_BAD,
  PEDICLE_TOPIC_EXPERIENCE,
} PedicleTopicKind;

/** PedicleTopic: one question in the patient's words, a row of the table. */
typedef struct
{
  char *id;
  PedicleTopicKind kind;
  gboolean core;         /* belongs to the talk even when time is short */
  gboolean asks_values;  /* the decision's values are picked here */
  PedicleText *question;
  PedicleText *prompt;   /* (nullable): for the clinician; never on paper nor in the large view */
  PedicleAnswer *shared; /* (nullable): answered once for all options */
} PedicleTopic;

void pedicle_topic_free (PedicleTopic *topic);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleTopic, pedicle_topic_free)

/** PedicleSite: something that can be picked on the picture; C knows sites, content knows what they are. */
typedef struct
{
  char *id;     /* also the short code that is shown */
  char *part;   /* id in the picture */
  char *broken; /* (nullable): id in the picture that shows it broken */
  PedicleText *word;
} PedicleSite;

void pedicle_site_free (PedicleSite *site);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleSite, pedicle_site_free)

/** PedicleValue: a statement for "what matters to me". */
typedef struct
{
  char *id;
  PedicleText *statement;
  char **bears; /* topics it bears on */
} PedicleValue;

void pedicle_value_free (PedicleValue *value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleValue, pedicle_value_free)

typedef struct
{
  char *id;
  PedicleText *word, *meaning;
} PedicleTerm;

void pedicle_term_free (PedicleTerm *term);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleTerm, pedicle_term_free)

/** PedicleAbout: who made the content, from what, and how far it was tested. Dates are never %NULL. */
typedef struct
{
  char *version;
  GDate *searched, *review_by;
  gboolean reviewed;      /* by a clinician */
  char *reviewed_by;      /* (nullable) */
  GDate *reviewed_on;     /* (nullable) */
  PedicleText *authors, *funding, *updates;
  PedicleText *audience, *selection; /* (nullable) */
  char **tested;          /* "who=state" pairs, as written */
} PedicleAbout;

/** PedicleDecision: a condition, the choice to be made, its options and the questions. Immutable, counted. */
typedef struct
{
  char *id;
  char *file;
  PedicleAbout about;
  PedicleText *title, *condition, *choice;
  char **options;     /* ids, in order */
  GPtrArray *fields;  /* (element-type PedicleField) */
  GPtrArray *topics;  /* (element-type PedicleTopic) */
  GPtrArray *numbers; /* (element-type PedicleNumbers) */
  GPtrArray *values;  /* (element-type PedicleValue) */
  GPtrArray *terms;   /* (element-type PedicleTerm) */
  GPtrArray *parts;   /* (element-type PediclePart) */
  GPtrArray *sites;   /* (element-type PedicleSite), empty when there is no picture */
  PedicleFigure *sites_picture; /* (nullable) */
} PedicleDecision;

PedicleDecision *pedicle_decision_new (void);
PedicleDecision *pedicle_decision_ref (PedicleDecision *decision);
void pedicle_decision_unref (PedicleDecision *decision);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleDecision, pedicle_decision_unref)

/** pedicle_decision_order_topics: first what bears on the chosen values, in their order; then what speaks of harm, so
 * that no order hides it; then the rest. Without values the order of the content.
 * @matters: (nullable) (array zero-terminated=1): ids of values; one that is not there is passed over
 * Returns: (transfer container) (element-type PedicleTopic) */
GPtrArray *pedicle_decision_order_topics (const PedicleDecision *decision, const char *const *matters);

const PedicleValue *pedicle_decision_find_value (const PedicleDecision *decision, const char *id);
const PedicleTopic *pedicle_decision_find_topic (const PedicleDecision *decision, const char *id);
const PedicleNumbers *pedicle_decision_find_numbers (const PedicleDecision *decision, const char *id);
const PedicleField *pedicle_decision_find_field (const PedicleDecision *decision, const char *id);
const PedicleSite *pedicle_decision_find_site (const PedicleDecision *decision, const char *id);
/** pedicle_decision_style_sites: Returns: (transfer full): CSS for the picture of the sites: those of @picked (nullable,
 * ids between commas) are shown broken, the others whole. */
char *pedicle_decision_style_sites (const PedicleDecision *decision, const char *picked);
const PedicleTerm *pedicle_decision_find_term (const PedicleDecision *decision, const char *id);

G_END_DECLS
