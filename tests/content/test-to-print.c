/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program loads that makes one sheet: less work, and the same sheet. */
#include "pack.h"

#include "block.h"

#include <string.h>

#define KNEE TEST_DATA "/packs/knee"

static PedicleLibrary *
load_to_print (const Pack *pack, char **said)
{
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  const char *folders[] = { pack->folder, NULL };
  PedicleLibrary *library = pedicle_library_load_to_print (folders, NULL, problems);
  *said = pedicle_problems_format (problems);
  return library;
}

/* The picture of the step that the pack has. */
static const PedicleFigure *
find_figure (const PedicleLibrary *library)
{
  const PedicleProcedure *exercise = pedicle_library_find_procedure (library, "exercise");
  const PedicleBlock *steps = pedicle_procedure_find_answer (exercise, "help")->steps;
  const PedicleBlock *step = steps->children->pdata[0];
  const PedicleBlock *first = step->children->pdata[0];
  g_assert_nonnull (first->figure);
  return first->figure;
}

static void
test_same (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autofree char *said = pack_load (pack), *now = NULL;
  g_autoptr (PedicleLibrary) library = load_to_print (pack, &now);
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  const PedicleFigure *whole = find_figure (pack->library), *late = find_figure (library);
  g_autoptr (GBytes) svg = pedicle_figure_open (late, problems);
  g_autoptr (GBytes) again = pedicle_figure_open (whole, problems);
  g_assert_cmpstr (said, ==, "");
  g_assert_cmpstr (now, ==, "");
  g_assert_cmpstr (pedicle_library_digest (library), ==, pedicle_library_digest (pack->library));
  g_assert_cmpuint (pedicle_library_get_texts (library)->len, ==,
                    pedicle_library_get_texts (pack->library)->len);
  g_assert_null (late->svg);
  g_assert_cmpfloat (late->width, ==, whole->width);
  g_assert_cmpfloat (late->height, ==, whole->height);
  g_assert_true (g_bytes_equal (svg, whole->svg));
  g_assert_true (again == whole->svg);
  g_assert_cmpuint (pedicle_problems_get_n (problems), ==, 0);
}

/* Whoever looks at the picture is told, at its own lines; the digest is of what stands there. */
static void
test_broken (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  pack_edit (pack, "pictures/squat.svg", "<circle", "<text/><circle");
  g_autofree char *whole = pack_load (pack), *now = NULL;
  g_autoptr (PedicleLibrary) library = load_to_print (pack, &now);
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  g_assert_null (pedicle_figure_open (find_figure (library), problems));
  g_autofree char *told = pedicle_problems_format (problems);
  g_assert_cmpstr (now, ==, "");
  g_assert_true (g_str_has_prefix (whole, "pictures/squat.svg:5:3: error: <text> is not allowed"));
  g_assert_true (g_str_has_suffix (told, whole));
  g_assert_cmpstr (pedicle_library_digest (library), ==, pedicle_library_digest (pack->library));
}

/* What is not plain to see is not put off: no size, no such file, a clinic's logo. */
static void
test_at_once (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE), other = pack_new (KNEE), logo = pack_new (KNEE);
  g_autofree char *no_size = NULL, *no_file = NULL, *bad_logo = NULL;
  pack_edit (pack, "pictures/squat.svg", "viewBox", "viewbox");
  g_autoptr (PedicleLibrary) first = load_to_print (pack, &no_size);
  g_assert_nonnull (strstr (no_size, "squat.svg:3:1: error: <svg> needs viewBox="));
  pack_remove (other, "pictures/squat.svg");
  g_autoptr (PedicleLibrary) second = load_to_print (other, &no_file);
  g_assert_nonnull (strstr (no_file, "the picture \"pictures/squat.svg\" cannot be read"));
  pack_edit (logo, "pictures/squat.svg", "<circle", "<text/><circle");
  pack_put (logo, "overlay.xml",
            "<overlay id=\"c\" format=\"1\" approved-by=\"A\" approved=\"2026-11-20\">"
            "<clinic><logo src=\"pictures/squat.svg\"/></clinic></overlay>");
  g_autoptr (PedicleLibrary) third = load_to_print (logo, &bad_logo);
  g_assert_nonnull (strstr (bad_logo, "squat.svg:5:3: error: <text> is not allowed"));
  g_assert_null (pedicle_library_get_overlay (third)->logo);
}

/* A label's place is held against the size that is known without the check. */
static void
test_label (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autofree char *said = NULL;
  pack_edit (pack, "exercise.xml", "A person bends the knees</alt>",
             "A person bends the knees</alt><label id=\"help.s1.l\" at=\"161,5\">Knee</label>");
  g_autoptr (PedicleLibrary) library = load_to_print (pack, &said);
  g_assert_nonnull (strstr (said, "at=\"161,5\" lies outside the picture, which is 160 wide"));
}

static void
test_sign_off (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autofree char *whole = pack_load (pack), *said = NULL;
  const char *digest = pedicle_library_digest_file (pack->library, "exercise");
  g_autofree char *layer = g_strconcat (
      "<overlay id=\"c\" format=\"1\" approved-by=\"A\" approved=\"2026-11-20\">"
      "<review of=\"exercise\" by=\"B\" role=\"doctor\" on=\"2026-11-20\" digest=\"",
      digest, "\"/></overlay>", NULL);
  pack_put (pack, "overlay.xml", layer);
  g_autoptr (PedicleLibrary) library = load_to_print (pack, &said);
  g_assert_cmpstr (said, ==, "");
  g_assert_nonnull (pedicle_library_find_sign_off (library, "exercise"));
  g_assert_null (pedicle_library_digest_file (library, "injection"));
  pack_edit (pack, "pictures/squat.svg", "#f4f8f9", "#f4f8f8");
  g_autofree char *changed = NULL;
  g_autoptr (PedicleLibrary) after = load_to_print (pack, &changed);
  g_assert_nonnull (strstr (changed, "conflict: \"exercise\" has changed since it was reviewed"));
  g_assert_null (pedicle_library_find_sign_off (after, "exercise"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/to-print/same", test_same);
  g_test_add_func ("/to-print/broken", test_broken);
  g_test_add_func ("/to-print/at-once", test_at_once);
  g_test_add_func ("/to-print/label", test_label);
  g_test_add_func ("/to-print/sign-off", test_sign_off);
  return g_test_run ();
}
