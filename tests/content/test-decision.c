/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision.h"

static void
add_topic (PedicleDecision *decision, const char *id, PedicleTopicKind kind)
{
  PedicleTopic *topic = g_new0 (PedicleTopic, 1);

  topic->id = g_strdup (id);
  topic->kind = kind;
  g_ptr_array_add (decision->topics, topic);
}

static void
add_value (PedicleDecision *decision, const char *id, const char *bears)
{
  PedicleValue *value = g_new0 (PedicleValue, 1);

  value->id = g_strdup (id);
  value->bears = g_strsplit (bears, " ", -1);
  g_ptr_array_add (decision->values, value);
}

static PedicleDecision *
new_decision (void)
{
  PedicleDecision *decision = pedicle_decision_new ();

  if (decision->topics == NULL)
    decision->topics = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_topic_free);
  if (decision->values == NULL)
    decision->values = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_value_free);
  add_topic (decision, "what", PEDICLE_TOPIC_NEUTRAL);
  add_topic (decision, "good", PEDICLE_TOPIC_GOOD);
  add_topic (decision, "harm", PEDICLE_TOPIC_BAD);
  add_topic (decision, "wait", PEDICLE_TOPIC_NEUTRAL);
  add_value (decision, "ease", "good");
  add_value (decision, "time", "wait good");
  add_value (decision, "safe", "harm");
  add_value (decision, "lost", "nowhere");
  return decision;
}

static void
check (const char *matters, const char *expected)
{
  g_autoptr (PedicleDecision) decision = new_decision ();
  g_auto (GStrv) ids = g_strsplit (matters, " ", -1);
  g_autoptr (GPtrArray) topics = pedicle_decision_order_topics (decision, (const char *const *) ids);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < topics->len; i++)
    g_string_append_printf (order, "%s%s", i > 0 ? " " : "", ((const PedicleTopic *) g_ptr_array_index (topics, i))->id);
  g_assert_cmpstr (order->str, ==, expected);
}

/* What matters comes first, harms right after, and none is lost or told twice. */
static void
test_order (void)
{
  g_autoptr (PedicleDecision) decision = new_decision ();
  g_autoptr (GPtrArray) topics = pedicle_decision_order_topics (decision, NULL);

  g_assert_cmpuint (topics->len, ==, 4);
  check ("", "what good harm wait");
  check ("lost", "what good harm wait");
  check ("gone", "what good harm wait");
  check ("ease", "good harm what wait");
  check ("time", "wait good harm what");
  check ("time ease safe", "wait good harm what");
  check ("safe ease", "harm good what wait");
}

static void
test_find_value (void)
{
  g_autoptr (PedicleDecision) decision = new_decision ();

  g_assert_cmpstr (pedicle_decision_find_value (decision, "time")->id, ==, "time");
  g_assert_null (pedicle_decision_find_value (decision, "gone"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decision/order", test_order);
  g_test_add_func ("/decision/find-value", test_find_value);
  return g_test_run ();
}
