/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "talk.h"

#define MARK "pedicle-mark"
#define PROPERTY "pedicle-mark-property"

struct _PedicleTalk
{
  GObject parent_instance;

  char *topic; /* (nullable) */
  PedicleTalkMode mode;
  guint step;
  guint turn;
  gboolean blank;
  GHashTable *marks; /* set of utf8: those that are on */
};

G_DEFINE_FINAL_TYPE (PedicleTalk, pedicle_talk, G_TYPE_OBJECT)

enum
{
  TOPIC_CHANGED,
  MODE_CHANGED,
  STEP_CHANGED,
  TURN_CHANGED,
  BLANK_CHANGED,
  MARK_CHANGED,
  FURTHER,
  SCROLL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
pedicle_talk_finalize (GObject *object)
{
  PedicleTalk *self = PEDICLE_TALK (object);

  g_clear_pointer (&self->topic, g_free);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  G_OBJECT_CLASS (pedicle_talk_parent_class)->finalize (object);
}

static void
pedicle_talk_class_init (PedicleTalkClass *klass)
{
  static const char *const plain[]
      = { "topic-changed", "mode-changed", "step-changed", "turn-changed", "blank-changed" };
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pedicle_talk_finalize;
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    signals[TOPIC_CHANGED + i] = g_signal_new (plain[i], type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MARK_CHANGED] = g_signal_new ("mark-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        G_TYPE_STRING);
  signals[FURTHER] = g_signal_new ("further", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                                   G_TYPE_BOOLEAN, 2, G_TYPE_INT, G_TYPE_INT);
  signals[SCROLL] = g_signal_new ("scroll", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
pedicle_talk_init (PedicleTalk *self)
{
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

PedicleTalk *
pedicle_talk_new (void)
{
  return g_object_new (PEDICLE_TYPE_TALK, NULL);
}

const char *
pedicle_talk_get_topic (PedicleTalk *self)
{
  g_return_val_if_fail (PEDICLE_IS_TALK (self), NULL);
  return self->topic;
}

static void
go_to (PedicleTalk *self, const char *topic)
{
  char *old = self->topic;

  self->topic = g_strdup (topic);
  g_free (old);
  pedicle_talk_rewind (self);
}

static void
clear_marks (PedicleTalk *self, gboolean tell)
{
  g_autoptr (GHashTable) marks = g_steal_pointer (&self->marks);
  GHashTableIter iter;
  gpointer mark;

  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, marks);
  while (tell && g_hash_table_iter_next (&iter, &mark, NULL))
    g_signal_emit (self, signals[MARK_CHANGED], 0, mark);
}

void
pedicle_talk_set_topic (PedicleTalk *self, const char *topic)
{
  g_return_if_fail (PEDICLE_IS_TALK (self));

  if (g_strcmp0 (topic, self->topic) == 0)
    return;
  clear_marks (self, TRUE);
  go_to (self, topic);
  pedicle_talk_set_blank (self, FALSE);
  g_signal_emit (self, signals[TOPIC_CHANGED], 0);
}

PedicleTalkMode
pedicle_talk_get_mode (PedicleTalk *self)
{
  g_return_val_if_fail (PEDICLE_IS_TALK (self), PEDICLE_TALK_ONE);
  return self->mode;
}

void
pedicle_talk_set_mode (PedicleTalk *self, PedicleTalkMode mode)
{
  g_return_if_fail (PEDICLE_IS_TALK (self));

  if (mode == self->mode)
    return;
  self->mode = mode;
  g_signal_emit (self, signals[MODE_CHANGED], 0);
}

static void
set_number (PedicleTalk *self, guint *number, guint value, guint signal)
{
  if (*number == value)
    return;
  *number = value;
  g_signal_emit (self, signal, 0);
}

guint
pedicle_talk_get_step (PedicleTalk *self)
{
  g_return_val_if_fail (PEDICLE_IS_TALK (self), 0);
  return self->step;
}

void
pedicle_talk_set_step (PedicleTalk *self, guint step)
{
  g_return_if_fail (PEDICLE_IS_TALK (self));
  set_number (self, &self->step, step, signals[STEP_CHANGED]);
}

guint
pedicle_talk_get_turn (PedicleTalk *self)
{
  g_return_val_if_fail (PEDICLE_IS_TALK (self), 0);
  return self->turn;
}

void
pedicle_talk_set_turn (PedicleTalk *self, guint turn)
{
  g_return_if_fail (PEDICLE_IS_TALK (self));
  set_number (self, &self->turn, turn, signals[TURN_CHANGED]);
}

gboolean
pedicle_talk_get_blank (PedicleTalk *self)
{
  g_return_val_if_fail (PEDICLE_IS_TALK (self), FALSE);
  return self->blank;
}

void
pedicle_talk_set_blank (PedicleTalk *self, gboolean blank)
{
  g_return_if_fail (PEDICLE_IS_TALK (self));

  if (blank == self->blank)
    return;
  self->blank = blank;
  g_signal_emit (self, signals[BLANK_CHANGED], 0);
}

void
pedicle_talk_set_mark (PedicleTalk *self, const char *mark, gboolean on)
{
  g_return_if_fail (PEDICLE_IS_TALK (self));

  gboolean changed
      = on ? g_hash_table_add (self->marks, g_strdup (mark)) : g_hash_table_remove (self->marks, mark);
  if (changed)
    g_signal_emit (self, signals[MARK_CHANGED], 0, mark);
}

static void
show_mark (GObject *object, const char *mark, PedicleTalk *self)
{
  if (g_str_equal (mark, g_object_get_data (object, MARK)))
    g_object_set (object, (const char *) g_object_get_data (object, PROPERTY),
                  g_hash_table_contains (self->marks, mark), NULL);
}

static void
on_property (GObject *object, GParamSpec *spec, PedicleTalk *self)
{
  gboolean on;

  g_object_get (object, spec->name, &on, NULL);
  pedicle_talk_set_mark (self, g_object_get_data (object, MARK), on);
}

void
pedicle_talk_bind (PedicleTalk *self, const char *mark, GObject *object, const char *property)
{
  g_return_if_fail (PEDICLE_IS_TALK (self));

  g_autofree char *notify = g_strconcat ("notify::", property, NULL);
  gboolean again = g_object_get_data (object, MARK) != NULL;
  g_object_set_data_full (object, MARK, g_strdup (mark), g_free);
  g_object_set_data_full (object, PROPERTY, g_strdup (property), g_free);
  show_mark (object, mark, self);
  if (again)
    return;
  g_signal_connect_object (self, "mark-changed", G_CALLBACK (show_mark), object, G_CONNECT_SWAPPED);
  g_signal_connect_object (object, notify, G_CALLBACK (on_property), self, 0);
}

gboolean
pedicle_talk_go_further (PedicleTalk *self, int by)
{
  g_return_val_if_fail (PEDICLE_IS_TALK (self), FALSE);

  gboolean done = FALSE;
  for (int i = 0; i < PEDICLE_TALK_ROUNDS && !done; i++)
    g_signal_emit (self, signals[FURTHER], 0, i, by, &done);
  return done;
}

void
pedicle_talk_scroll (PedicleTalk *self, int by)
{
  g_return_if_fail (PEDICLE_IS_TALK (self));
  g_signal_emit (self, signals[SCROLL], 0, by);
}

void
pedicle_talk_begin (PedicleTalk *self, const char *topic)
{
  g_return_if_fail (PEDICLE_IS_TALK (self));

  clear_marks (self, FALSE);
  go_to (self, topic);
  self->mode = PEDICLE_TALK_ONE;
  self->blank = FALSE;
}

void
pedicle_talk_rewind (PedicleTalk *self)
{
  g_return_if_fail (PEDICLE_IS_TALK (self));

  self->step = 0;
  self->turn = 0;
}
