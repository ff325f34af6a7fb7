/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "differences.h"

/* The marked words of each text, with "|" between the texts. */
static char *
describe (const char *const *texts, guint n, const char *language)
{
  g_autoptr (GPtrArray) spans = pedicle_differences_find (texts, n, pango_language_from_string (language));
  GString *out = g_string_new (NULL);

  g_assert_cmpuint (spans->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = pedicle_differences_words (texts[i] != NULL ? texts[i] : "", g_ptr_array_index (spans, i));
      g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", words);
    }
  return g_string_free (out, FALSE);
}

static void
check (const char *first, const char *second, const char *third, const char *language, const char *expected)
{
  const char *texts[] = { first, second, third };
  g_autofree char *found = describe (texts, G_N_ELEMENTS (texts), language);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_marks (void)
{
  /* The first is like none of the others, which are told apart by their ends. */
  check ("Rest, and time to heal.", "A needle goes in through the skin. Cement goes straight in.",
         "A needle goes in through the skin. A balloon makes a space first.", "en",
         "|Cement goes straight in|A balloon makes a space first");
  /* Case and signs do not count, and the one that is most alike is the measure. */
  check ("It takes about one hour in all.", "It takes, about ONE hour in all!", "It takes about two hours in all.", "en",
         "||two hours");
  /* Two words that they happen to have in common do not tear a mark apart. */
  check ("You lie down on a soft table while it is done, and then you rest.", NULL,
         "You lie down on a soft table while we look on, and walk home.", "en", "it is done, and then you rest||we look on, and walk home");
}

static void
test_same (void)
{
  const char *const texts[] = { "One.", "Two.", "One.", NULL };

  check ("The same words stand here.", "The same words stand here.", "The same words stand here.", "en", "||");
  check ("", NULL, "Words", "en", "||");
  g_assert_true (pedicle_differences_any (texts, 3));
  g_assert_false (pedicle_differences_any (texts, 1));
  g_assert_true (pedicle_differences_any (texts + 2, 2));
  g_assert_cmpint (pedicle_differences_same (texts, 2), ==, 0);
  g_assert_cmpint (pedicle_differences_same (texts, 1), ==, -1);
  g_assert_cmpint (pedicle_differences_same (texts, 0), ==, -1);
}

/* Scripts with other letters, and without spaces. */
static void
test_scripts (void)
{
  check ("Игла входит в сломанную кость. Цемент держит её.", "Игла входит в сломанную кость. Баллон делает место.", NULL, "ru",
         "Цемент держит её|Баллон делает место|");
  check ("针从背部皮肤进入骨头。水泥直接进去。", "针从背部皮肤进入骨头。先用球囊。", NULL, "zh", "水泥直接进去|先用球囊|");
  check ("تدخل الإبرة عبر جلد الظهر. يدخل الإسمنت مباشرة.", "تدخل الإبرة عبر جلد الظهر. يصنع البالون مكانا.", NULL, "ar",
         "يدخل الإسمنت مباشرة|يصنع البالون مكانا|");
}

/* A text of hostile length is not compared: it would take its square of time. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "word%u ", i);
  check (text->str, text->str, "word1 word2", "en", "||");
}

static void
test_attributes (void)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PedicleSpan));
  g_autoptr (PangoAttrList) none = pedicle_differences_attributes (spans);
  PedicleSpan span = { 2, 5 };

  g_assert_null (none);
  g_array_append_val (spans, span);
  g_autoptr (PangoAttrList) list = pedicle_differences_attributes (spans);
  g_autoptr (PangoAttrIterator) at = pango_attr_list_get_iterator (list);
  g_assert_null (pango_attr_iterator_get (at, PANGO_ATTR_UNDERLINE));
  g_assert_true (pango_attr_iterator_next (at));
  g_assert_nonnull (pango_attr_iterator_get (at, PANGO_ATTR_UNDERLINE));
  g_assert_nonnull (pango_attr_iterator_get (at, PANGO_ATTR_BACKGROUND));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/differences/marks", test_marks);
  g_test_add_func ("/differences/same", test_same);
  g_test_add_func ("/differences/scripts", test_scripts);
  g_test_add_func ("/differences/long", test_long);
  g_test_add_func ("/differences/attributes", test_attributes);
  return g_test_run ();
}
