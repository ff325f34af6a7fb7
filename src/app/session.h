/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "catalogue.h"
#include "library.h"
#include "pen.h"
#include "talk.h"
#include "translations.h"
#include "visit.h"

G_BEGIN_DECLS

/**
 * PedicleSession: the one owner of what the window shows: the library, the languages and the patient's visit.
 *
 * Signals:
 * * library-changed: the content was read again
 * * visit-changed, with a detail: value, discussed, questions, hidden, chosen (what matters), strokes, noted (numbers
 *   shown, sheets given), or replaced (another patient)
 * * language-changed: the visit's language, or the words of that language
 */
#define PEDICLE_TYPE_SESSION (pedicle_session_get_type ())
G_DECLARE_FINAL_TYPE (PedicleSession, pedicle_session, PEDICLE, SESSION, GObject)

/** pedicle_session_new: @content: (nullable): a folder that is looked at before the user's own and the shipped one. */
PedicleSession *pedicle_session_new (const char *content);

/** pedicle_session_load: reads the content again. */
void pedicle_session_load (PedicleSession *self);

const PedicleLibrary *pedicle_session_get_library (PedicleSession *self);
const PedicleProblems *pedicle_session_get_problems (PedicleSession *self);
/** pedicle_session_get_decision: (nullable): the decision that is talked about: the library's first. */
const PedicleDecision *pedicle_session_get_decision (PedicleSession *self);
/** pedicle_session_get_options: Returns: (transfer container) (element-type PedicleProcedure): in order; those that
 * could not be read left out. */
GPtrArray *pedicle_session_get_options (PedicleSession *self);

/** pedicle_session_get_shown: the same without those that are hidden: one at least. */
GPtrArray *pedicle_session_get_shown (PedicleSession *self);

PedicleTranslations *pedicle_session_get_translations (PedicleSession *self);
/** pedicle_session_get_interface: the catalogue for the content's words on forms: the interface's language where
 * there is one. */
const PedicleCatalogue *pedicle_session_get_interface (PedicleSession *self);
/** pedicle_session_get_spoken: the catalogue of the visit's language. */
const PedicleCatalogue *pedicle_session_get_spoken (PedicleSession *self);
/** pedicle_session_use_catalogue: a translator's file stands in for the language's own words from now on. */
void pedicle_session_use_catalogue (PedicleSession *self, PedicleCatalogue *catalogue);

/** The visit: read it here, change it by the functions below only. */
const PedicleVisit *pedicle_session_get_visit (PedicleSession *self);
void pedicle_session_set_value (PedicleSession *self, const char *field, const char *value);
void pedicle_session_toggle_site (PedicleSession *self, const char *field, const char *site, gboolean picked);
gboolean pedicle_session_has_site (PedicleSession *self, const char *field, const char *site);
void pedicle_session_set_discussed (PedicleSession *self, const char *topic, gboolean discussed);
void pedicle_session_add_question (PedicleSession *self, const char *question);
void pedicle_session_remove_question (PedicleSession *self, guint index);
/** pedicle_session_toggle_matter: what matters most. Returns: %FALSE when as many as there may be are chosen. */
gboolean pedicle_session_toggle_matter (PedicleSession *self, const char *value);
/** pedicle_session_show_numbers: they are in sight; pedicle_session_give: a sheet is printed or saved. See visit.h. */
void pedicle_session_show_numbers (PedicleSession *self, const char *numbers);
void pedicle_session_give (PedicleSession *self, const char *handout, const char *option, const char *language);
/** pedicle_session_set_hidden: Returns: %FALSE when @option is the last that is shown: it stays. */
gboolean pedicle_session_set_hidden (PedicleSession *self, const char *option, gboolean hidden);
/** Drawing on pictures. @figure: a key; @figures: keys of those in sight: see visit.h. pedicle_session_add_stroke:
 * Returns: %FALSE when there is no room for more. */
gboolean pedicle_session_add_stroke (PedicleSession *self, const PedicleStroke *stroke);
void pedicle_session_clear_strokes (PedicleSession *self, const char *figure);
void pedicle_session_undo_stroke (PedicleSession *self, const char *const *figures);
/** pedicle_session_get_pen: (transfer none): put away for the next patient. */
PediclePen *pedicle_session_get_pen (PedicleSession *self);
/** pedicle_session_get_talk: (transfer none): where the talk stands; at a topic of the decision, if it has one. */
PedicleTalk *pedicle_session_get_talk (PedicleSession *self);
/** pedicle_session_set_language: %FALSE with @error when the language's file is wrong; nothing changes then. */
gboolean pedicle_session_set_language (PedicleSession *self, const char *language, GError **error);

/** pedicle_session_next_patient: replaces the visit whole. The old one is kept for undo until it is forgotten.
 * Returns: whether there is something to undo. */
gboolean pedicle_session_next_patient (PedicleSession *self);
gboolean pedicle_session_undo_next_patient (PedicleSession *self);
void pedicle_session_forget_previous (PedicleSession *self);

/** pedicle_session_today: the date on paper: SOURCE_DATE_EPOCH, else the local date. */
void pedicle_session_today (GDate *today);

G_END_DECLS
