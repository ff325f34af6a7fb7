/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** PedicleTalkMode: how much is shown at once. */
typedef enum
{
  PEDICLE_TALK_ONE,   /* one topic */
  PEDICLE_TALK_TABLE, /* all topics */
  PEDICLE_TALK_APART, /* of all topics only what sets the options apart */
} PedicleTalkMode;

/**
 * PedicleTalk: where the talk stands: what each window of it shows. It knows nothing of the patient, and not the content.
 *
 * Signals:
 * * topic-changed: with it step, turn and the marks have begun anew; that the marks are off is told before it
 * * mode-changed, step-changed, turn-changed, blank-changed
 * * mark-changed (mark): something was opened, turned round, or closed
 * * further (round, by) -> handled: to the next step or set of numbers. Who can go there does it, in the first round for
 *   steps; in the second where one set of numbers is shown at a time, in the third where one stands beside the words.
 * * scroll (by): by so many small steps, down when positive
 */
#define PEDICLE_TYPE_TALK (pedicle_talk_get_type ())
G_DECLARE_FINAL_TYPE (PedicleTalk, pedicle_talk, PEDICLE, TALK, GObject)

#define PEDICLE_TALK_ROUNDS 3 /* of the signal further */

PedicleTalk *pedicle_talk_new (void);

/** pedicle_talk_get_topic: (nullable): an id */
const char *pedicle_talk_get_topic (PedicleTalk *self);
void pedicle_talk_set_topic (PedicleTalk *self, const char *topic);

PedicleTalkMode pedicle_talk_get_mode (PedicleTalk *self);
void pedicle_talk_set_mode (PedicleTalk *self, PedicleTalkMode mode);

/** pedicle_talk_get_step: of the steps in pictures, from 0. */
guint pedicle_talk_get_step (PedicleTalk *self);
void pedicle_talk_set_step (PedicleTalk *self, guint step);

/** pedicle_talk_get_turn: which of the parts that are shown in turn is in front, from 0, the words. */
guint pedicle_talk_get_turn (PedicleTalk *self);
void pedicle_talk_set_turn (PedicleTalk *self, guint turn);

/** pedicle_talk_get_blank: the patient's window shows nothing for a while. */
gboolean pedicle_talk_get_blank (PedicleTalk *self);
void pedicle_talk_set_blank (PedicleTalk *self, gboolean blank);

/** pedicle_talk_bind: @property of @object, a boolean, and @mark are the same from now on; called again, with another
 * mark. A mark names its topic, or what only one topic has: pages of others are kept, unseen. */
void pedicle_talk_bind (PedicleTalk *self, const char *mark, GObject *object, const char *property);
void pedicle_talk_set_mark (PedicleTalk *self, const char *mark, gboolean on);

/** pedicle_talk_go_further: Returns: whether somebody did. */
gboolean pedicle_talk_go_further (PedicleTalk *self, int by);
void pedicle_talk_scroll (PedicleTalk *self, int by);

/** pedicle_talk_begin: at @topic, as one topic, nothing open. pedicle_talk_rewind: at the first step of the topic that is
 * shown. Neither tells anybody: it is part of a change that the session tells of. */
void pedicle_talk_begin (PedicleTalk *self, const char *topic);
void pedicle_talk_rewind (PedicleTalk *self);

G_END_DECLS
