/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "stroke.h"

G_BEGIN_DECLS

/**
 * PedicleVisit: the patient's state, and the only place that holds it: values of fields, sites, topics discussed, what
 * matters, questions, strokes drawn, numbers shown, sheets given, the language of paper. One owner (the window's session); replaced whole for the
 * next patient. What it held is overwritten before it is freed. It never goes to disk, to a log, nor into an action.
 */
typedef struct _PedicleVisit PedicleVisit;

PedicleVisit *pedicle_visit_new (void);
PedicleVisit *pedicle_visit_ref (PedicleVisit *visit);
void pedicle_visit_unref (PedicleVisit *visit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleVisit, pedicle_visit_unref)

/** Fields, sites among them (comma separated). An empty value and none are the same. */
const char *pedicle_visit_get_value (const PedicleVisit *visit, const char *field);
void pedicle_visit_set_value (PedicleVisit *visit, const char *field, const char *value);

gboolean pedicle_visit_is_discussed (const PedicleVisit *visit, const char *topic);
void pedicle_visit_set_discussed (PedicleVisit *visit, const char *topic, gboolean discussed);
guint pedicle_visit_get_n_discussed (const PedicleVisit *visit);

/** What matters: at most three ids of values, in the order chosen. */
#define PEDICLE_VISIT_MAX_VALUES 3
const char *const *pedicle_visit_get_matters (const PedicleVisit *visit);
gboolean pedicle_visit_toggle_matter (PedicleVisit *visit, const char *value); /* FALSE when three are chosen */

/** Questions and wishes, one line each. */
const char *const *pedicle_visit_get_questions (const PedicleVisit *visit);
void pedicle_visit_add_question (PedicleVisit *visit, const char *question);
void pedicle_visit_remove_question (PedicleVisit *visit, guint index);

/** Sets of numbers that were shown, by their ids. */
gboolean pedicle_visit_was_shown (const PedicleVisit *visit, const char *numbers);
void pedicle_visit_show_numbers (PedicleVisit *visit, const char *numbers);

/** PedicleGiven: a sheet that the patient got: printed or saved. */
typedef struct
{
  char *handout;  /* id */
  char *option;   /* (nullable): id, for a sheet of one option */
  char *language; /* tag */
} PedicleGiven;
/** pedicle_visit_give: copies what it is given; a sheet that was given before stands once. */
void pedicle_visit_give (PedicleVisit *visit, const char *handout, const char *option, const char *language);
GPtrArray *pedicle_visit_get_given (const PedicleVisit *visit); /* (element-type PedicleGiven) (transfer none) */

/** Options that are hidden on the screen. */
gboolean pedicle_visit_is_hidden (const PedicleVisit *visit, const char *option);
void pedicle_visit_set_hidden (PedicleVisit *visit, const char *option, gboolean hidden);

/** Strokes drawn on figures, each named by the figure's key. @figures: (array zero-terminated=1): keys of those that
 * are in sight: what nobody sees does not change. */
#define PEDICLE_VISIT_MAX_STROKES 400
/** pedicle_visit_add_stroke: copies @stroke. Returns: %FALSE when there is no room for more. */
gboolean pedicle_visit_add_stroke (PedicleVisit *visit, const PedicleStroke *stroke);
GPtrArray *pedicle_visit_get_strokes (const PedicleVisit *visit); /* (element-type PedicleStroke) (transfer none) */
guint pedicle_visit_count_strokes (const PedicleVisit *visit, const char *figure);
/** pedicle_visit_get_last_drawn: (nullable): the one of @figures that was drawn on last. */
const char *pedicle_visit_get_last_drawn (const PedicleVisit *visit, const char *const *figures);
/** pedicle_visit_clear_strokes: takes away what is drawn on @figure, until it is undone or something new is drawn. */
void pedicle_visit_clear_strokes (PedicleVisit *visit, const char *figure);
/** pedicle_visit_undo_stroke: brings back what was cleared from one of @figures, else takes the last stroke from the
 * one that was drawn on last. */
gboolean pedicle_visit_can_undo_stroke (const PedicleVisit *visit, const char *const *figures);
gboolean pedicle_visit_undo_stroke (PedicleVisit *visit, const char *const *figures);

/** The language of paper and of the talk: a tag such as "es"; "en" at first. */
const char *pedicle_visit_get_language (const PedicleVisit *visit);
void pedicle_visit_set_language (PedicleVisit *visit, const char *language);

/** pedicle_visit_is_empty: nothing was entered yet: which numbers were looked at does not count. */
gboolean pedicle_visit_is_empty (const PedicleVisit *visit);

G_END_DECLS
