/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"
#include "drawing.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define SVG(inner)                                                                                 \
  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\">\n" inner "</svg>"
#define PLACE "p.svg:2:1: error: "
#define ROOT "p.svg:1:1: error: "

static gboolean
check (const char *svg, double *width, double *height, GHashTable **ids, char **messages)
{
  g_autoptr (GBytes) bytes = g_bytes_new (svg, strlen (svg));
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  gboolean good = pedicle_picture_check (bytes, "p.svg", width, height, ids, problems);

  g_assert_true (good == (pedicle_problems_get_n (problems) == 0));
  *messages = pedicle_problems_format (problems);
  return good;
}

static gboolean
measure (const char *svg, double *width, double *height)
{
  g_autoptr (GBytes) bytes = g_bytes_new (svg, strlen (svg));

  return pedicle_picture_measure (bytes, width, height);
}

static void
assert_good (const char *svg)
{
  g_autofree char *messages = NULL;
  double width = 0, height = 0;

  g_assert_true (measure (svg, &width, &height));
  g_assert_cmpfloat (width, ==, 100);
  g_assert_cmpfloat (height, ==, 50);
  width = height = 0;

  check (svg, &width, &height, NULL, &messages);
  g_assert_cmpstr (messages, ==, "");
  g_assert_cmpfloat (width, ==, 100);
  g_assert_cmpfloat (height, ==, 50);
}

static void
assert_bad (const char *svg, const char *expected)
{
  g_autofree char *messages = NULL;
  double width = -1, height = -1;

  g_assert_false (check (svg, &width, &height, NULL, &messages));
  g_assert_cmpstr (messages, ==, expected);
  g_assert_cmpfloat (width, ==, -1);
}

static void
test_allowed (void)
{
  assert_good (
      SVG ("<title>Spine</title><desc>From the side</desc>"
           "<g id=\"a\" transform=\"translate(1 2) rotate(-12.5) scale(2,.5)\" opacity=\".8\">"
           "<path d=\"M 1.5-2.5l3,4h1v2 c1 2 3 4 5 6 s1 2 3 4q1 2 3 4t1 2A1 1 0 01 5 5z\" "
           "fill=\"#fff\" stroke=\"#0f766e\" stroke-width=\"1.2\" stroke-dasharray=\"7 3.5\"/>"
           "</g>"));
  assert_good (
      SVG ("<defs><linearGradient id=\"lg\" x1=\"0%\" y2=\"1\" "
           "gradientUnits=\"userSpaceOnUse\"><stop offset=\"0\" stop-color=\"white\"/>"
           "<stop offset=\"100%\" stop-color=\"#000000\" stop-opacity=\"0.5\"/>"
           "</linearGradient></defs><rect x=\"-1\" y=\"1e1\" width=\"3\" height=\"4\" rx=\"1\" "
           "fill=\"url(#lg)\"><title>Bone</title></rect>"));
  assert_good (
      SVG ("<circle cx=\"1\" cy=\"2\" r=\"3\" fill=\"none\"/><ellipse rx=\"1\" ry=\"2\"/>"
           "<line x1=\"1\" y1=\"2\" x2=\"3\" y2=\"4\" stroke-linecap=\"round\"/>"
           "<polyline points=\"1,2 3,4\"/><polygon points=\"1 2 3 4 5 6\" display=\"none\"/>"));
}

static void
test_ids (void)
{
  g_autofree char *messages = NULL;
  g_autoptr (GHashTable) ids = NULL;
  double width, height;

  check (SVG ("<g id=\"v-l1\"/><path id=\"v-l1-wedge\" d=\"M0 0\"/>"), &width, &height, &ids,
         &messages);
  g_assert_cmpuint (g_hash_table_size (ids), ==, 2);
  g_assert_true (g_hash_table_contains (ids, "v-l1"));
  g_assert_true (g_hash_table_contains (ids, "v-l1-wedge"));
  assert_bad (SVG ("<g id=\"a\"/>\n<g id=\"a\"/>"),
              "p.svg:3:1: error: the id \"a\" stands twice in this picture: give each its own\n");
}

static void
test_elements (void)
{
  const char *const names[] = { "filter", "script",  "foreignObject", "animate",  "set",
                                "a",      "pattern", "mask",          "clipPath", "marker",
                                "symbol", "switch",  "feImage",       "Path" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *svg = g_strdup_printf (SVG ("<%s/>"), names[i]);
      g_autofree char *expected =
          g_strdup_printf (PLACE "<%s> is not allowed in a picture: remove it (allowed: svg g defs "
                                 "path rect circle ellipse line polyline polygon linearGradient "
                                 "radialGradient stop title desc)\n",
                           names[i]);

      assert_bad (svg, expected);
    }
  assert_bad (SVG ("<text x=\"1\">T10</text>"), PLACE
              "<text> is not allowed in a picture: put the words into a <label> of the figure, "
              "so that they can be translated\n");
  assert_bad (SVG ("<use href=\"#a\"/>"),
              PLACE "<use> is not allowed in a picture: copy the shape to where it is needed\n");
  assert_bad (SVG ("<image href=\"/etc/passwd\"/>"),
              PLACE "<image> is not allowed in a picture: draw it with shapes\n");
  assert_bad (SVG ("<style>g { fill: red }</style>"), PLACE
              "<style> is not allowed in a picture: write fill, stroke and so on as attributes\n");
}

static void
test_places (void)
{
  assert_bad (SVG ("<svg/>"), PLACE "<svg> is not allowed inside <svg>: move it\n");
  assert_bad (SVG ("<stop/>"), PLACE "<stop> is not allowed inside <svg>: move it\n");
  assert_bad (SVG ("<rect><g/></rect>"),
              "p.svg:2:7: error: <g> is not allowed inside <rect>: move it\n");
  assert_bad (SVG ("<defs><path/></defs>"),
              "p.svg:2:7: error: <path> is not allowed inside <defs>: move it\n");
  assert_bad (SVG ("<title><g/></title>"),
              "p.svg:2:8: error: <g> is not allowed inside <title>: move it\n");
  assert_bad (
      SVG ("<g>L1</g>"),
      "p.svg:2:4: error: words stand in the picture: put the words into a <label> of the figure, "
      "so that they can be translated\n");
  assert_bad ("<page/>",
              "p.svg:1:1: error: a picture begins with <svg>, not with <page>: save it as SVG\n");
  assert_bad ("<svg/>", "p.svg:1:1: error: <svg> needs viewBox=\"left top width height\"\n");
  assert_bad ("<!DOCTYPE svg><svg/>", "p.svg:1:1: error: a DOCTYPE is not allowed: remove it\n");
}

static void
test_attributes (void)
{
  static const struct
  {
    const char *element, *message;
  } cases[] = {
    { "<g style=\"fill:red\"/>",
      "the attribute style is not allowed on <g>: write fill, stroke and so on as attributes" },
    { "<g onclick=\"x()\"/>", "the attribute onclick is not allowed on <g>: remove it" },
    { "<g filter=\"url(#a)\"/>", "the attribute filter is not allowed on <g>: remove it" },
    { "<g href=\"#a\"/>", "the attribute href is not allowed on <g>: remove it" },
    { "<g d=\"M0 0\"/>", "the attribute d is not allowed on <g>: remove it" },
    { "<g id=\"1a\"/>", "id of <g> is no id: write letters, digits, \".\", \"_\" and \"-\"" },
    { "<rect x=\"inf\"/>", "x of <rect> holds something that is no number" },
    { "<rect x=\"0x10\"/>", "x of <rect> is no plain number" },
    { "<rect x=\"--1\"/>", "x of <rect> holds something that is no number" },
    { "<rect x=\"\"/>", "x of <rect> holds something that is no number" },
    { "<rect x=\"1em\"/>", "x of <rect> is no plain number" },
    { "<rect x=\"1e999\"/>", "x of <rect> holds a number beyond 10000: draw in smaller units" },
    { "<rect x=\"-10001\"/>", "x of <rect> holds a number beyond 10000: draw in smaller units" },
    { "<rect width=\"0\"/>", "width of <rect> is not above 0" },
    { "<path d=\"L 1 2\"/>", "d of <path> does not begin with M, the point where the path starts" },
    { "<path d=\"M 1 2 L nan 2\"/>", "d of <path> holds something that is no number" },
    { "<path d=\"M39.0+0.0j 1\"/>", "d of <path> holds something that is no number" },
    { "<polygon points=\"\"/>", "points of <polygon> holds no number" },
    { "<g opacity=\"2\"/>", "opacity of <g> is not between 0 and 1" },
    { "<g fill=\"red;\"/>",
      "fill of <g> is no paint: write none, a colour as #rrggbb, or url(#id)" },
    { "<g fill=\"url(http://a/b#c)\"/>",
      "fill of <g> is no paint: write none, a colour as #rrggbb, or url(#id)" },
    { "<g fill=\"url(#a) red\"/>",
      "fill of <g> is no paint: write none, a colour as #rrggbb, or url(#id)" },
    { "<g fill=\"url(#a)\"/>", "url(#a) names no gradient of this picture: correct the id" },
    { "<g id=\"a\" fill=\"url(#a)\"/>",
      "url(#a) names no gradient of this picture: correct the id" },
    { "<g stroke=\"#12345\"/>",
      "stroke of <g> is no paint: write none, a colour as #rrggbb, or url(#id)" },
    { "<g fill-rule=\"odd\"/>", "fill-rule of <g> is none of: nonzero evenodd" },
    { "<g stroke-dasharray=\"1 -1\"/>", "stroke-dasharray of <g> holds a number below 0" },
    { "<g transform=\"scale(1,2,3)\"/>",
      "transform of <g> has too few or too many numbers in its brackets" },
    { "<g transform=\"scale(2\"/>",
      "transform of <g> is no list of matrix, translate, scale, rotate, skewX, skewY" },
    { "<g transform=\"perspective(2)\"/>",
      "transform of <g> is no list of matrix, translate, scale, rotate, skewX, skewY" },
    { "<g transform=\"skewX(89.99)\"/>", "transform of <g> skews by more than 80 degrees" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *svg = g_strdup_printf (SVG ("%s"), cases[i].element);
      g_autofree char *expected = g_strdup_printf (PLACE "%s\n", cases[i].message);

      assert_bad (svg, expected);
    }
  assert_bad ("<svg viewBox=\"0 0 0 5\"/>",
              "p.svg:1:1: error: viewBox of <svg> needs a width and a height above 0\n");
  assert_bad ("<svg viewBox=\"0 0 5\"/>",
              "p.svg:1:1: error: viewBox of <svg> needs four numbers: left, top, width, height\n");
}

static char *
repeat (const char *what, guint n)
{
  g_autoptr (GString) inner = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (inner, what);
  return g_strdup_printf (SVG ("%s"), inner->str);
}

/* What would take minutes to draw, and what is just within the limits. */
static void
test_slow (void)
{
  g_autofree char *shapes = repeat ("<circle r=\"1\"/>", 1999);
  g_autofree char *many_shapes = repeat ("<circle r=\"1\"/>", 2000);
  g_autofree char *numbers = repeat ("<path d=\"M0 0 1 1 2 2 3 3 4 4\"/>", 1900);
  g_autofree char *many_numbers =
      repeat ("<path d=\"M0 0 1 1 2 2 3 3 4 4 5 5 6 6 7 7 8 8 9 9\"/>", 1900);
  g_autofree char *opacity = repeat ("<g opacity=\".5\"/>", 200);
  g_autofree char *many_opacity = repeat ("<g opacity=\".5\"/>", 201);

  assert_bad (SVG ("<g transform=\"scale(100)\"><g transform=\"matrix(9 0 0 9 0 0)\"/></g>"),
              "p.svg:2:27: error: the transforms around here enlarge more than 1000 times: draw it "
              "larger\n");
  assert_good (SVG ("<path d=\"M0 0h2000\" stroke-dasharray=\".1\"/>"));
  assert_bad (SVG ("<path d=\"M0 0h9999\" stroke-dasharray=\".1\"/>"),
              ROOT "the lines have about 99990 dashes: make them longer, for at most 20000\n");
  assert_bad (SVG ("<g stroke-dasharray=\".1 5\"><path d=\"M0 0h9999\"/></g>"),
              ROOT "the lines have about 99990 dashes: make them longer, for at most 20000\n");
  assert_good (SVG ("<g stroke-dasharray=\".1\"/><path d=\"M0 0h9999\"/>"));
  assert_good (shapes);
  assert_bad (many_shapes, ROOT "the picture has 2001 elements: draw it with at most 2000\n");
  assert_good (numbers);
  assert_bad (many_numbers, ROOT "the shapes have 38000 numbers: draw them with at most 30000\n");
  assert_good (opacity);
  assert_bad (many_opacity, ROOT "201 elements have an opacity: use it on at most 200\n");
}

/* Every problem of a picture comes at once. */
static void
test_all_at_once (void)
{
  assert_bad (SVG ("<text/>\n <g style=\"\" x=\"1\"/>\n"), PLACE
              "<text> is not allowed in a picture: put the words into a <label> of the figure, so "
              "that they can be translated\n"
              "p.svg:3:2: error: the attribute style is not allowed on <g>: write fill, stroke and "
              "so on as attributes\n"
              "p.svg:3:2: error: the attribute x is not allowed on <g>: remove it\n");
}

/* Of what is not written plainly nothing is guessed. */
static void
test_measure (void)
{
  static const struct
  {
    const char *svg;
    double width;
  } heads[] = {
    { "<svg viewBox='0 0 7 8'>", 7 },
    { "<?xml version='1.0'?>\n<!-- <svg viewBox='0 0 1 1'> --> <!-- -->\n<svg a=\"b\"\n\tviewBox=\"0 0 7 8\"", 7 },
    { "<svg a='viewBox=\"0 0 1 1\"' viewBox='0 0 7 8'>", 7 },
    { "<svg a=\"'\" viewBox='0 0 0 8'>", 0 },
    { "<svg viewBox='0 0 7'>", 0 },
    { "<svg viewBox='0 0 7 &#56;'>", 0 },
    { "<svg viewBox='0 0 7 8", 0 },
    { "<svg viewBox = '0 0 7 8'>", 0 },
    { "<svg a='&lt;' viewBox='0 0 7 8'>", 0 },
    { "<svg a=b viewBox='0 0 7 8'>", 0 },
    { "<svg a='b'viewBox='0 0 7 8'>", 0 },
    { "<svg><g viewBox='0 0 7 8'>", 0 },
    { "<svg width='7'/><svg viewBox='0 0 7 8'>", 0 },
    { "<svgs viewBox='0 0 7 8'>", 0 },
    { "<!DOCTYPE svg [ ]><svg viewBox='0 0 7 8'>", 0 },
    { "<!-- <svg viewBox='0 0 7 8'>", 0 },
    { "<?xml <svg viewBox='0 0 7 8'>", 0 },
    { "<svg", 0 },
    { "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      double width = -1, height = -1;

      g_test_message ("%s", heads[i].svg);
      g_assert_cmpint (measure (heads[i].svg, &width, &height), ==, heads[i].width > 0);
      g_assert_cmpfloat (width, ==, heads[i].width > 0 ? 7 : -1);
    }
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL, large_error = NULL, path_error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("pedicle-picture-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "p.svg", NULL);
  g_autofree char *large = g_strnfill (PEDICLE_PICTURE_MAX_BYTES + 1, ' ');
  g_autoptr (GBytes) bytes = NULL;
  const char *svg = SVG ("<g/>");

  g_assert_true (g_file_set_contents (path, svg, -1, NULL));
  bytes = pedicle_picture_read (folder, "p.svg", &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), svg, strlen (svg));

  g_assert_true (g_file_set_contents (path, large, -1, NULL));
  g_assert_null (pedicle_picture_read (folder, "p.svg", &large_error));
  g_assert_cmpstr (large_error->message, ==,
                   "the file is larger than 256 KiB: make it smaller, or split it");
  g_assert_null (pedicle_picture_read (folder, "../p.svg", &path_error));
  g_assert_cmpstr (path_error->message, ==,
                   "the path \"../p.svg\" may not be used: write one below the content folder, "
                   "such as pictures/needle.svg, of at most 200 letters, without \"..\", \":\", "
                   "\"\\\" or a dot at the start of a name");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Plain numbers have a way of their own; it must not differ from the library's by one bit. */
static void
test_numbers (void)
{
  static const char *const plain[] = {
    "0",        "-0",      "+7",         ".5",          "-.25",         "5.",
    "0.1",      "12.345",  "9999.99999", "-0.0000001",  "123456789012345", "0.12345678901234",
    "1e3",      "1.5E-2",  "-2e+2",      "0000000000000000000012.5",
    "1234.5678901234567890", "0.000000000000000000000001", "9007199254740993e-13",
  };

  for (guint i = 0; i < 200000 + G_N_ELEMENTS (plain); i++)
    {
      char random[32];
      const char *text = i < G_N_ELEMENTS (plain) ? plain[i] : random;
      PedicleDrawingNumbers numbers;
      g_autofree char *wrong = NULL;
      double expected;

      if (text == random)
        g_snprintf (random, sizeof random, "%.*f", (int) (i % 12),
                    g_test_rand_double_range (-10001, 10001));
      expected = g_ascii_strtod (text, NULL);
      wrong = pedicle_drawing_check (PEDICLE_DRAWING_NUMBER, text, NULL, &numbers);
      if (fabs (expected) > PEDICLE_PICTURE_MAX_NUMBER)
        g_assert_nonnull (wrong);
      else
        {
          g_assert_null (wrong);
          g_assert_cmpmem (&expected, sizeof expected, &numbers.first[0], sizeof expected);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/allowed", test_allowed);
  g_test_add_func ("/picture/ids", test_ids);
  g_test_add_func ("/picture/elements", test_elements);
  g_test_add_func ("/picture/places", test_places);
  g_test_add_func ("/picture/attributes", test_attributes);
  g_test_add_func ("/picture/slow", test_slow);
  g_test_add_func ("/picture/all-at-once", test_all_at_once);
  g_test_add_func ("/picture/measure", test_measure);
  g_test_add_func ("/picture/read", test_read);
  g_test_add_func ("/picture/numbers", test_numbers);
  return g_test_run ();
}
