/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "search.h"

static PedicleSession *session;

static void
check_fold (const char *text, const char *expected)
{
  g_autofree char *folded = pedicle_search_fold (text);
  g_assert_cmpstr (folded, ==, expected);
}

static void
test_fold (void)
{
  check_fold ("Knee", "knee");
  check_fold ("Rápida CURACIÓN", "rapida curacion");
  check_fold ("ЁЖ", "еж");
  check_fold ("針", "針");
  check_fold ("", "");
}

static void
check_excerpt (const char *text, const char *query, guint chars, const char *expected)
{
  g_autofree char *excerpt = pedicle_search_excerpt (text, query, chars);
  g_assert_cmpstr (excerpt, ==, expected);
}

static void
test_excerpt (void)
{
  check_excerpt ("A needle & a pin", "NEED", 90, "A <b>need</b>le &amp; a pin");
  check_excerpt ("La operación acaba", "operacion", 90, "La <b>operación</b> acaba");
  check_excerpt ("Nothing here", "absent", 90, "Nothing here");
  check_excerpt ("One two three", "two three", 90, "One <b>two</b> <b>three</b>");
  check_excerpt ("This sentence is much longer than what comes before it, and here is the word", "word", 40,
                 "\u2026it, and here is the <b>word</b>");
  check_excerpt ("The word comes first, and much more comes after that", "word", 12, "The <b>word</b> comes\u2026");
  check_excerpt ("e\u0301te\u0301 ete", "ete", 90, "<b>e\u0301te\u0301</b> <b>ete</b>");
}

static guint
count_found (const PedicleSearch *search, const char *query)
{
  g_autoptr (GPtrArray) found = pedicle_search_find (search, query, 1000);
  return found->len;
}

/* Every text of every topic is found by its own words, and stands where it says. */
static void
test_all (void)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  g_autoptr (PedicleSearch) search = pedicle_search_new (session);
  g_autoptr (GPtrArray) first = pedicle_search_find (search, "HELP", 1);

  g_assert_cmpuint (first->len, ==, 1);
  const PedicleFound *question = g_ptr_array_index (first, 0);
  g_assert_true (question->is_question && question->option == NULL);
  for (guint i = 0; i < decision->topics->len; i++)
    {
      const PedicleTopic *topic = g_ptr_array_index (decision->topics, i);
      g_autoptr (GPtrArray) found = pedicle_search_find (search, topic->question->markup, 1);
      g_assert_cmpuint (found->len, ==, 1);
      g_assert_true (((const PedicleFound *) g_ptr_array_index (found, 0))->topic == topic);
    }
  g_assert_cmpuint (count_found (search, ""), ==, 0);
  g_assert_cmpuint (count_found (search, "   "), ==, 0);
  g_assert_cmpuint (count_found (search, "qqqq"), ==, 0);
  /* More words, fewer places; the order of the words is free. */
  guint one = count_found (search, "rub"), both = count_found (search, "bones rub");
  g_assert_cmpuint (one, >, 0);
  g_assert_cmpuint (both, >, 0);
  g_assert_cmpuint (both, <=, one);
  g_assert_cmpuint (count_found (search, "rub bones"), ==, both);
}

/* What stands in a long answer only is said to. */
static void
test_on_demand (void)
{
  g_autoptr (PedicleSearch) search = pedicle_search_new (session);
  g_autoptr (GPtrArray) found = pedicle_search_find (search, "Bones rub more", 10);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (((const PedicleFound *) g_ptr_array_index (found, 0))->on_demand);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  session = pedicle_session_new (SOURCE_ROOT "/tests/packs/knee");
  g_test_add_func ("/search/fold", test_fold);
  g_test_add_func ("/search/excerpt", test_excerpt);
  g_test_add_func ("/search/all", test_all);
  g_test_add_func ("/search/on-demand", test_on_demand);
  int status = g_test_run ();
  g_object_unref (session);
  return status;
}
