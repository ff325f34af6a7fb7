/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "topics.h"

#include "words.h"

const PedicleTopic *
pedicle_topics_get_shown (PedicleSession *session)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  const char *topic = pedicle_talk_get_topic (pedicle_session_get_talk (session));

  return decision != NULL && topic != NULL ? pedicle_decision_find_topic (decision, topic) : NULL;
}

int
pedicle_topics_get_index (PedicleSession *session)
{
  const PedicleTopic *topic = pedicle_topics_get_shown (session);
  guint index;

  if (topic == NULL || !g_ptr_array_find (pedicle_session_get_decision (session)->topics, topic, &index))
    return -1;
  return (int) index;
}

guint
pedicle_topics_get_n (PedicleSession *session)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);

  return decision != NULL ? decision->topics->len : 0;
}

char *
pedicle_topics_question (PedicleSession *session)
{
  const PedicleTopic *topic = pedicle_topics_get_shown (session);
  gboolean one = pedicle_talk_get_mode (pedicle_session_get_talk (session)) == PEDICLE_TALK_ONE;

  if (topic == NULL)
    return g_strdup ("");
  return pedicle_words_plain (session, pedicle_session_get_spoken (session),
                              one ? topic->question : pedicle_session_get_decision (session)->choice);
}

char *
pedicle_topics_place (PedicleSession *session)
{
  return g_strdup_printf ("%d / %u", pedicle_topics_get_index (session) + 1, pedicle_topics_get_n (session));
}

gboolean
pedicle_topics_go (PedicleSession *session, int index)
{
  if (index < 0 || index >= (int) pedicle_topics_get_n (session))
    return FALSE;
  const PedicleTopic *topic = g_ptr_array_index (pedicle_session_get_decision (session)->topics, index);
  pedicle_talk_set_topic (pedicle_session_get_talk (session), topic->id);
  return TRUE;
}

int
pedicle_topics_likely (int index, guint n, const gboolean *ready)
{
  const int likely[] = { index + 1, index - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (likely) && index >= 0; i++)
    if (likely[i] >= 0 && likely[i] < (int) n && !ready[likely[i]])
      return likely[i];
  return -1;
}

gboolean
pedicle_topics_move (PedicleSession *session, int by)
{
  return pedicle_topics_go (session, pedicle_topics_get_index (session) + by);
}
