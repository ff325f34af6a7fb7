/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is made to keep the program busy: four times as much takes about four times as long.
 * Quadratic work would take sixteen times as long. The time is that of the processor, and machines
 * differ in it: only one time is held against the other. */
#include <string.h>
#include <time.h>

#include "../content/pack.h"
#include "transcript.h"

#define KNEE TEST_DATA "/packs/knee"
#define MOST 9.0 /* between 4 and 16 */

/** Files with @n of something; and what is done with them. */
typedef struct
{
  void (*make) (Pack *pack, guint n);
  const char *transcribe; /* (nullable): a handout, when loading is not all */
  guint n;
} Growth;

static double
seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
transcribe (Pack *pack, const char *handout)
{
  g_autoptr (PedicleCatalogue) english = pedicle_catalogue_new_english ();
  g_autoptr (GError) error = NULL;
  PedicleRequest request = {
    .library = pack->library,
    .handout = pedicle_library_find_handout (pack->library, handout),
    .option = "exercise",
    .catalogue = english,
    .size = PEDICLE_SIZE_NORMAL,
  };
  g_autoptr (PedicleQualitySheet) sheet = pedicle_transcript_new (&request, &error);

  g_assert_no_error (error);
}

/* The best of three: nothing makes a run faster than it is. */
static double
take_time (const Growth *growth, guint n)
{
  double best = 0;

  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (Pack) pack = pack_new (KNEE);
      g_autofree char *said = NULL;
      double begin, took;

      growth->make (pack, n);
      said = growth->transcribe != NULL ? pack_load (pack) : NULL;
      begin = seconds ();
      if (growth->transcribe != NULL)
        transcribe (pack, growth->transcribe);
      else
        said = pack_load (pack);
      took = seconds () - begin;
      g_assert_cmpuint (pedicle_problems_get_n_errors (pack->problems), ==, 0);
      best = round == 0 ? took : MIN (best, took);
    }
  return best;
}

static void
test_growth (gconstpointer data)
{
  const Growth *growth = data;
  double few = take_time (growth, growth->n), many = take_time (growth, 4 * growth->n);

  g_test_message ("%u: %.3f s, %u: %.3f s, %.1f times", growth->n, few, 4 * growth->n, many,
                  many / few);
  g_assert_cmpfloat (many / few, <, MOST);
}

/* A part that asks for many fields, used many times. */
static void
make_needs (Pack *pack, guint n)
{
  g_autoptr (GString) part = g_string_new ("<part id=\"z\">"), uses = g_string_new ("<body>");

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (part, "<p id=\"z%u\">Next: {next-visit}</p>", i);
      g_string_append (uses, "<use part=\"z\" from=\"phrases\"/>");
    }
  g_string_append (part, "</part></phrases>");
  pack_edit (pack, "phrases.xml", "</phrases>", part->str);
  pack_edit (pack, "handouts/after.xml", "<body>", uses->str);
}

/* A part with many items, each of which the clinic hides; and which would not hold a warning. */
static void
make_hidden (Pack *pack, guint n)
{
  g_autoptr (GString) part = g_string_new ("<part id=\"z\"><list>");
  g_autoptr (GString) layer = g_string_new (
      "<overlay id='clinic' format='1' approved-by='A' approved='2026-11-01'>");

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (part, "<item id=\"z%u\">Walk.</item>", i);
      g_string_append_printf (layer,
                              "<hide ref='phrases/z%u' was='sha256:00000000000000000000000000000000"
                              "00000000000000000000000000000000'/>",
                              i);
    }
  g_string_append (part, "<item id=\"z\">Rest.</item></list></part></phrases>");
  g_string_append (layer, "</overlay>");
  pack_edit (pack, "phrases.xml", "</phrases>", part->str);
  pack_put (pack, "overlay.xml", layer->str);
}

/* Many parts, each used in an answer. */
static void
make_parts (Pack *pack, guint n)
{
  g_autoptr (GString) parts = g_string_new (NULL), uses = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (parts, "<part id=\"z%u\"><p id=\"z%u.p\">Walk.</p></part>", i, i);
      g_string_append_printf (uses, "<use part=\"z%u\" from=\"phrases\"/>", i);
    }
  g_string_append (parts, "</phrases>");
  g_string_append (uses, "<use part=\"slowly\" from=\"phrases\"/>");
  pack_edit (pack, "phrases.xml", "</phrases>", parts->str);
  pack_edit (pack, "exercise.xml", "<use part=\"slowly\" from=\"phrases\"/>", uses->str);
}

/* Many sources, each named once. */
static void
make_sources (Pack *pack, guint n)
{
  g_autoptr (GString) sources = g_string_new (NULL), body = g_string_new ("<body>");

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (sources,
                              "<source id=\"z%u\" kind=\"page\" year=\"2026\" seen=\"part\">"
                              "<published>A</published><where>B</where></source>",
                              i);
      g_string_append_printf (
          body, "<section id=\"z%u\"><p id=\"z%u.p\">Walk.</p><cite ref=\"z%u\"/></section>", i, i,
          i);
    }
  g_string_append (sources, "</sources>");
  pack_edit (pack, "sources.xml", "</sources>", sources->str);
  pack_edit (pack, "handouts/after.xml", "<body>", body->str);
}

/* One long paragraph with many words in bold. */
static void
make_spans (Pack *pack, guint n)
{
  g_autoptr (GString) body = g_string_new ("<body><p id=\"z\">Walk");

  for (guint i = 0; i < n; i++)
    g_string_append (body, " <strong>a</strong> b");
  g_string_append (body, "</p>");
  pack_edit (pack, "handouts/after.xml", "<body>", body->str);
}

int
main (int argc, char **argv)
{
  static const Growth needs = { make_needs, NULL, 3000 };
  static const Growth hidden = { make_hidden, NULL, 4000 };
  static const Growth parts = { make_parts, NULL, 4000 };
  static const Growth sources = { make_sources, "after", 3000 };
  static const Growth spans = { make_spans, "after", 2000 };

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/growth/needs", &needs, test_growth);
  g_test_add_data_func ("/growth/hidden", &hidden, test_growth);
  g_test_add_data_func ("/growth/parts", &parts, test_growth);
  g_test_add_data_func ("/growth/sources", &sources, test_growth);
  g_test_add_data_func ("/growth/spans", &spans, test_growth);
  return g_test_run ();
}
