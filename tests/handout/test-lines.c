/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of words that last are kept for the next page: they are as if set anew, and a patient's
 * words are never among them. */
#include <string.h>

#include "compose.h"
#include "desk.h"
#include "letters.h"
#include "typeset.h"

#define WORDS "Call us at once if you cannot feel your legs. Do not wait for your next visit."
#define NO_LETTER "\363\261\210\264" /* U+F1234 */

static PedicleRich *
rich_new (const char *text, bool lasting)
{
  PedicleRich *rich = pedicle_rich_new ();

  pedicle_rich_append (rich, text, 0);
  pedicle_rich_append_blank (rich, PEDICLE_FIELD_DATE);
  pedicle_rich_append (rich, text, PEDICLE_STYLE_STRONG);
  rich->lasting = lasting;
  return rich;
}

static PedicleLines *
set (const PedicleRich *rich, double width, double size)
{
  const PedicleFace face = pedicle_style_face (PEDICLE_ROLE_BODY, size);

  return pedicle_typeset_lines (pedicle_typeset_get (), rich, &face, "en", false, width, 70);
}

static void
assert_equal_glyphs (const PedicleGlyphs *one, const PedicleGlyphs *other)
{
  g_assert_true (one->font == other->font);
  g_assert_cmpmem (one->text, one->n_bytes, other->text, other->n_bytes);
  g_assert_cmpint (one->n_glyphs, ==, other->n_glyphs);
  for (int i = 0; i < one->n_glyphs; i++)
    {
      g_assert_cmpuint (one->glyphs[i].index, ==, other->glyphs[i].index);
      g_assert_cmpfloat (one->glyphs[i].x, ==, other->glyphs[i].x);
    }
}

static void
assert_equal (const PedicleLines *one, const PedicleLines *other)
{
  g_assert_cmpuint (one->n, ==, other->n);
  g_assert_cmpfloat (one->height, ==, other->height);
  for (guint i = 0; i < one->n; i++)
    {
      const PedicleLine *line = &one->lines[i], *same = &other->lines[i];

      g_assert_cmpfloat (line->baseline, ==, same->baseline);
      g_assert_cmpfloat (one->heights[i], ==, other->heights[i]);
      g_assert_cmpstr (line->words, ==, same->words);
      g_assert_cmpuint (line->ruled->len, ==, same->ruled->len);
      g_assert_cmpuint (line->runs->len, ==, same->runs->len);
      for (guint j = 0; j < line->runs->len; j++)
        assert_equal_glyphs (line->runs->pdata[j], same->runs->pdata[j]);
    }
}

/* Words that last, set twice, beside the same words that do not; whatever else differs is set on
 * its own. */
static void
test_kept_lines_are_as_set_anew (void)
{
  static const double widths[] = { 200, 300, -1 }, sizes[] = { 14, 18 };
  g_autoptr (PedicleRich) lasting = rich_new (WORDS, true);
  g_autoptr (PedicleRich) passing = rich_new (WORDS, false);

  for (guint i = 0; i < G_N_ELEMENTS (widths) * G_N_ELEMENTS (sizes); i++)
    {
      double width = widths[i % G_N_ELEMENTS (widths)], size = sizes[i % G_N_ELEMENTS (sizes)];
      g_autoptr (PedicleLines) first = set (lasting, width, size);
      g_autoptr (PedicleLines) again = set (lasting, width, size);
      g_autoptr (PedicleLines) anew = set (passing, width, size);

      assert_equal (first, anew);
      assert_equal (again, anew);
    }
}

/* The words alone are not what lines are kept by. */
static void
test_styles_are_told_apart (void)
{
  g_autoptr (PedicleRich) plain = pedicle_rich_new_plain (WORDS);
  g_autoptr (PedicleRich) strong = pedicle_rich_new ();
  g_autoptr (PedicleLines) narrow = NULL;
  g_autoptr (PedicleLines) wide = NULL;

  pedicle_rich_append (strong, WORDS, PEDICLE_STYLE_STRONG);
  plain->lasting = strong->lasting = true;
  narrow = set (plain, -1, 14);
  wide = set (strong, -1, 14);
  g_assert_cmpfloat (wide->width, >, narrow->width);
}

/* The measure step moves lines that stand beside a line to write on: its own, not those kept. */
static void
test_who_moves_lines_moves_its_own (void)
{
  g_autoptr (PedicleRich) rich = rich_new ("Moved. ", true);
  g_autoptr (PedicleLines) anew = set (rich, 300, 14);
  g_autoptr (PedicleLines) moved = set (rich, 300, 14);
  g_autoptr (PedicleLines) again = NULL;

  moved->lines[0].baseline += 5;
  moved->heights[0] += 5;
  moved->height += 5;
  again = set (rich, 300, 14);
  assert_equal (again, anew);
}

static void
test_a_letter_that_no_font_has_is_told_each_time (void)
{
  g_autoptr (PedicleRich) rich = rich_new ("A " NO_LETTER, true);
  PedicleTypeset *typeset = pedicle_typeset_get ();

  for (int i = 0; i < 2; i++)
    {
      pedicle_typeset_reset (typeset);
      pedicle_lines_free (set (rich, 300, 14));
      g_assert_cmpuint (pedicle_typeset_get_lacks (typeset)->len, ==, 1);
      g_assert_cmphex (g_array_index (pedicle_typeset_get_lacks (typeset), PedicleLack, 0).letter,
                       ==, 0xf1234);
    }
  pedicle_typeset_reset (typeset);
}

static void
test_values_never_last (void)
{
  g_autoptr (PedicleRich) rich = rich_new (WORDS, true);
  g_autoptr (PedicleRich) more = rich_new (WORDS, true);
  g_autoptr (PedicleRich) words = pedicle_rich_new_plain ("Maria");

  g_assert_false (words->lasting);
  pedicle_rich_append_rich (more, rich);
  g_assert_true (more->lasting);
  pedicle_rich_append_value (rich, "Maria", PEDICLE_FIELD_TEXT, 0);
  g_assert_false (rich->lasting);
  pedicle_rich_append_rich (more, words);
  g_assert_false (more->lasting);
}

/* Nor does a message show a letter that a person typed: it shows another one of its script. */
static void
test_typed_letters_are_not_shown (void)
{
  static const gunichar letters[] = { 0x1e80, 0x41, 0x1c80, 0x10330, 0xe000, 0x1f600, 0x2800 };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autoptr (GArray) lacks = g_array_new (FALSE, FALSE, sizeof (PedicleLack));
      g_autoptr (GError) error = NULL;
      char utf8[7] = "";

      g_unichar_to_utf8 (letters[i], utf8);
      pedicle_letters_note (lacks, PEDICLE_LACK_LETTER, letters[i], true);
      g_assert_false (pedicle_letters_report (lacks, &error));
      /* as it is quoted: the sentence itself has an A */
      g_autofree char *quoted = g_strdup_printf ("“%s”", utf8);
      g_assert_null (strstr (error->message, quoted));
    }
}

/* Counts the words of @box that are set anew on each page, and those of them that hold @value. */
static void
count_anew (const PedicleBox *box, const char *value, guint *n_anew, guint *n_value)
{
  if (box->rich != NULL && !box->rich->lasting)
    {
      *n_anew += 1;
      *n_value += value != NULL && strstr (box->rich->text->str, value) != NULL;
    }
  if (box->mark_rich != NULL)
    g_assert_true (box->mark_rich->lasting);
  for (guint i = 0; i < box->children->len; i++)
    count_anew (box->children->pdata[i], value, n_anew, n_value);
}

static void
check_anew (const Desk *desk, const char *handout, const char *option, const char *value)
{
  PedicleRequest request = desk_request (desk, handout, option);
  PedicleComposer composer = { 0 };
  g_autoptr (GError) error = NULL;
  guint n_anew = 0, n_value = 0;

  g_assert_true (pedicle_composer_init (&composer, &request, &error));
  g_assert_true (pedicle_compose (&composer, &error));
  count_anew (composer.flow->root, value, &n_anew, &n_value);
  g_assert_cmpuint (n_anew, ==, n_value);
  g_assert_true ((n_value > 0) == (value != NULL));
  pedicle_composer_clear (&composer);
}

/* What a letter typed into a field costs: the words of a handout last, whatever block they come
 * from, but for the paragraphs that hold what was typed. */
static void
test_only_what_was_typed_is_set_anew (void)
{
  static const char *const handouts[][2] = { { "after", "exercise" }, { "choosing", NULL },
                                             { "talk", NULL } };
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (handouts); i++)
    check_anew (desk, handouts[i][0], handouts[i][1], NULL);
  pedicle_visit_set_value (desk->visit, PEDICLE_FIELD_PATIENT_NAME, "Quill");
  check_anew (desk, "after", "exercise", "Quill");
  pedicle_visit_add_question (desk->visit, "May Quill run?");
  check_anew (desk, "talk", NULL, "Quill");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines/as-anew", test_kept_lines_are_as_set_anew);
  g_test_add_func ("/lines/styles", test_styles_are_told_apart);
  g_test_add_func ("/lines/moved", test_who_moves_lines_moves_its_own);
  g_test_add_func ("/lines/no-letter", test_a_letter_that_no_font_has_is_told_each_time);
  g_test_add_func ("/lines/values", test_values_never_last);
  g_test_add_func ("/lines/typed-letters", test_typed_letters_are_not_shown);
  g_test_add_func ("/lines/typed", test_only_what_was_typed_is_set_anew);
  return g_test_run ();
}
