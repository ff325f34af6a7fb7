/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "numbers.h"
#include "procedure.h"

G_BEGIN_DECLS

/** The words that the program itself puts on a page, and parts that several handouts share. Ids of the phrases the
 * program needs; phrases.xml without one of them is an error. Parameters in braces are filled in by compose. */
#define PEDICLE_PHRASE_PAGE "page"                     /* Page {n} of {m} */
#define PEDICLE_PHRASE_CONTENT "content"               /* Content {version} */
#define PEDICLE_PHRASE_NOT_REVIEWED "not-reviewed"     /* Not yet reviewed by a clinician */
#define PEDICLE_PHRASE_REVIEWED "reviewed"             /* Reviewed by {name}, {date} */
#define PEDICLE_PHRASE_REVIEW_BY "review-by"           /* Look again by {date} */
#define PEDICLE_PHRASE_SOURCES_END "sources-end"       /* (optional) Sources: at the end */
#define PEDICLE_PHRASE_SOURCES_ASK "sources-ask"       /* (optional) Sources: ask us */
#define PEDICLE_PHRASE_OVERDUE "overdue"               /* This text is overdue for review ... */
#define PEDICLE_PHRASE_CONFLICT "conflict"             /* The clinic's words are older than what they replace */
#define PEDICLE_PHRASE_TRANSLATION_NOT_REVIEWED "translation-not-reviewed" /* This translation was not reviewed by a qualified medical translator. */
#define PEDICLE_PHRASE_LOCAL "local"                   /* With text of this clinic */
#define PEDICLE_PHRASE_SOURCES "sources"               /* Sources */
#define PEDICLE_PHRASE_CONTINUED "continued"           /* {title} (continued) */
#define PEDICLE_PHRASE_STEP "step"                     /* Step {n} */
#define PEDICLE_PHRASE_TOPIC "topic"                   /* Question: head of the first column of the table */
#define PEDICLE_PHRASE_IN_ENGLISH "in-english"         /* In English: before a block that is not translated */
#define PEDICLE_PHRASE_DATE "date"                     /* {month} {day}, {year} */
#define PEDICLE_PHRASE_DATE_TIME "date-time"           /* {date}, {time} */
#define PEDICLE_PHRASE_TIME "time"                     /* {hour}:{minute} */
#define PEDICLE_PHRASE_MONTH "month"                   /* month.1 to month.12 */
#define PEDICLE_PHRASE_MONTH_YEAR "month-year"         /* {month} {year} */
#define PEDICLE_PHRASE_DIGITS "digits"                 /* 0123456789 */
#define PEDICLE_PHRASE_DECIMAL "decimal-mark"          /* . */
#define PEDICLE_PHRASE_LIST_AND "list-and"             /* {first}, {last}: how two of several are joined */
#define PEDICLE_PHRASE_CERTAINTY "certainty"           /* certainty.high, .high-to-moderate, .moderate, .low, .very-low, .not-graded */
#define PEDICLE_PHRASE_SAME_AS "same-as"               /* The same as: {option} */
#define PEDICLE_PHRASE_FOR_WHOM "numbers-group"        /* Who: {group} */
#define PEDICLE_PHRASE_WHEN "numbers-time"             /* When: {time} */
#define PEDICLE_PHRASE_RANGE "numbers-range"           /* Range: {range} */
#define PEDICLE_PHRASE_RANGE_UNKNOWN "numbers-range-unknown" /* The study gives no range. */
#define PEDICLE_PHRASE_DRAWN_ON "drawn-on"             /* Said behind what a picture shows: it was drawn on in the talk */

typedef struct
{
  char *id;
  char *file;
  GHashTable *phrases; /* id -> PedicleText */
  GPtrArray *parts;    /* (element-type PediclePart) */
} PediclePhrases;

PediclePhrases *pedicle_phrases_new (void);
void pedicle_phrases_free (PediclePhrases *phrases);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PediclePhrases, pedicle_phrases_free)

/** pedicle_phrases_required: (transfer none): NULL-terminated ids, months and certainties spelled out. */
const char *const *pedicle_phrases_required (void);

/** pedicle_phrases_certainty: (transfer none): the id of the phrase that says how sure a number is. */
const char *pedicle_phrases_certainty (PedicleCertainty certainty);

/** pedicle_phrases_is_mark: whether phrase @id tells the reader how far the text can be trusted: a clinic cannot
 * put other words in its place. */
gboolean pedicle_phrases_is_mark (const char *id);

/** pedicle_phrases_allows: whether phrase @id may hold the placeholder {@name}, which the program fills in. */
gboolean pedicle_phrases_allows (const char *id, const char *name);

G_END_DECLS
