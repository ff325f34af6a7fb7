/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "inline.h"
#include "problem.h"

/* Runs in a form that can be read: em, strong, num, term as e s n t before the words. */
static char *
describe (GPtrArray *runs)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const PedicleRun *run = g_ptr_array_index (runs, i);

      g_string_append_printf (
          all, "[%s%s%s%s%s%s%s]", run->style & PEDICLE_STYLE_EM ? "e" : "",
          run->style & PEDICLE_STYLE_STRONG ? "s" : "", run->style & PEDICLE_STYLE_NUM ? "n" : "",
          run->style & PEDICLE_STYLE_TERM ? "t=" : "", run->term != NULL ? run->term : "",
          run->field != NULL ? "@" : ":", run->field != NULL ? run->field : run->text);
      g_assert_true ((run->field == NULL) != (run->text == NULL));
      g_assert_true ((run->term != NULL) == ((run->style & PEDICLE_STYLE_TERM) != 0));
    }
  return g_strdup (all->str);
}

static void
assert_runs (const char *markup, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = pedicle_inline_parse (markup, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = describe (runs);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_runs (void)
{
  assert_runs ("", "");
  assert_runs ("Lie flat.", "[:Lie flat.]");
  assert_runs ("<em>Lie</em> flat.", "[e:Lie][: flat.]");
  assert_runs ("No <strong>bending</strong>", "[:No ][s:bending]");
  assert_runs ("About <num>10 ml</num> of it", "[:About ][n:10 ml][: of it]");
  assert_runs ("A <term ref=\"vertebra\">bone</term>.", "[:A ][t=vertebra:bone][:.]");
  assert_runs ("A <term ref='two.words-x'>bone</term>", "[:A ][t=two.words-x:bone]");
  assert_runs ("<em>a</em><strong>b</strong>", "[e:a][s:b]");
  assert_runs ("&lt;&gt;&amp;&quot;&apos;", "[:<>&\"']");
  assert_runs ("\xc3\xb1 \xd8\xb9", "[:\xc3\xb1 \xd8\xb9]");
}

static void
test_nesting (void)
{
  assert_runs ("<strong>Call <num>911</num> now</strong>!", "[s:Call ][sn:911][s: now][:!]");
  assert_runs ("<em><term ref=\"a\">b</term></em>c", "[et=a:b][:c]");
  assert_runs ("<term ref=\"a\"><em>b</em> c</term>", "[et=a:b][t=a: c]");
}

static void
test_placeholders (void)
{
  assert_runs ("Day: {day-phone}. Night: {night-phone}.",
               "[:Day: ][@day-phone][:. Night: ][@night-phone][:.]");
  assert_runs ("<strong>Call {emergency-number} now.</strong>",
               "[s:Call ][s@emergency-number][s: now.]");
  assert_runs ("{n}", "[@n]");
  assert_runs ("<em>{n}</em>", "[e@n]");
}

static void
test_errors (void)
{
  static const struct
  {
    const char *markup, *message;
  } cases[] = {
    { "<b>x</b>", "<b> is unknown inside a sentence; allowed here: em, strong, term, num" },
    { "<em>x", "<em> is not closed: write </em> behind its words" },
    { "x</em>", "</em> closes nothing: remove it, or open the element before" },
    { "<em>x</strong>", "</strong> stands where <em> is still open: write </em> first" },
    { "<em></em>", "<em> holds no words: remove it, or put words into it" },
    { "<em/>", "the tag <em is not finished: write <em>, without anything else" },
    { "<em", "the tag <em is not finished: write <em>, without anything else" },
    { "<em class=\"x\">x</em>", "the tag <em is not finished: write <em>, without anything else" },
    { "<term>x</term>", "<term> needs the word that it explains: <term ref=\"id\">" },
    { "<term ref=\"a b\">x</term>", "<term> needs the word that it explains: <term ref=\"id\">" },
    { "<term ref=\"a\" x=\"\">x</term>",
      "the tag <term is not finished: write <term ref=\"id\">, without anything else" },
    { "<em>a <strong>b <num>c</num></strong></em>",
      "<num> lies too deep: only one element may stand inside another" },
    { "1 < 2", "a \"<\" begins a tag: write \"less than\" in words" },
    { "</>", "an end tag is not finished: write it as </em>" },
    { "</em", "an end tag is not finished: write it as </em>" },
    { "one & two", "a \"&\" has no place in the words: write \"and\"" },
    { "one&nbsp;two", "a \"&\" has no place in the words: write \"and\"" },
    { "{", "a \"{\" begins the name of a field: write {name}, without spaces" },
    { "{day phone}", "a \"{\" begins the name of a field: write {name}, without spaces" },
    { "{}", "a \"{\" begins the name of a field: write {name}, without spaces" },
    { "}", "a \"}\" stands alone: write {name} for a field, or remove it" },
    { "\xff", "the words are not UTF-8 text: save the file as UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (pedicle_inline_parse (cases[i].markup, &error));
      g_assert_error (error, PEDICLE_CONTENT_ERROR, PEDICLE_CONTENT_ERROR_MALFORMED);
      g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_null (pedicle_inline_parse (cases[i].markup, NULL));
    }
}

static void
assert_plain (const char *markup, const char *expected)
{
  g_autofree char *plain = pedicle_inline_to_plain (markup);

  g_assert_cmpstr (plain, ==, expected);
}

static void
test_plain (void)
{
  assert_plain ("<strong>Call {emergency-number}</strong> at <num>5 am</num> &amp; wait.",
                "Call {emergency-number} at 5 am & wait.");
  assert_plain ("", "");
  assert_plain ("1 < 2 <em>", "1 < 2 <em>");
}

static void
assert_shape (const char *source, const char *translation, const char *expected)
{
  g_autofree char *why = NULL;
  gboolean same = pedicle_inline_same_shape (source, translation, &why);

  g_assert_cmpstr (why, ==, expected);
  g_assert_true (same == (expected == NULL));
  g_assert_true (same == pedicle_inline_same_shape (source, translation, NULL));
}

static void
test_shape (void)
{
  assert_shape ("plain", "sencillo", NULL);
  assert_shape ("<em>a</em> {x} <num>2</num>", "<num>2</num> {x} y <em>b</em>", NULL);
  assert_shape ("<strong>a <num>2</num></strong>", "<strong>b</strong> <num>2</num>", NULL);
  assert_shape ("Call {x} or {y}.", "Llame {y}.",
                "the translation lacks {x}: put it in, as in the English text");
  assert_shape ("{x} {x}", "{x}", "the translation lacks {x}: put it in, as in the English text");
  assert_shape ("{x}", "{x} {x}",
                "the translation has {x}, which the English text has not: remove it");
  assert_shape ("a", "<em>a</em>",
                "the translation has <em>, which the English text has not: remove it");
  assert_shape ("<term ref=\"a\">x</term>", "<term ref=\"b\">x</term>",
                "the translation lacks <term ref=\"a\">: put it in, as in the English text");
  assert_shape ("<em>a</em>", "<em>a", "<em> is not closed: write </em> behind its words");
  assert_shape ("<em>a", "a", "the English text: <em> is not closed: write </em> behind its words");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inline/runs", test_runs);
  g_test_add_func ("/inline/nesting", test_nesting);
  g_test_add_func ("/inline/placeholders", test_placeholders);
  g_test_add_func ("/inline/errors", test_errors);
  g_test_add_func ("/inline/plain", test_plain);
  g_test_add_func ("/inline/shape", test_shape);
  return g_test_run ();
}
