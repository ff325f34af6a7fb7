/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "finish.h"

#include <string.h>

#include "colours.h"
#include "desk.h"
#include "links.h"
#include "marks.h"
#include "xmp.h"

/* ---- Marks ---- */

static void
assert_marked (const char *content, const char *wanted)
{
  g_autoptr (GString) marked = pedicle_marks_complete (content, strlen (content));

  g_assert_nonnull (marked);
  g_assert_cmpstr (marked->str, ==, wanted);
}

static void
test_marks_kept (void)
{
  static const char *const contents[] = {
    "",
    "q 1 0 0 -1 0 842 cm Q\n",
    "/P << /MCID 0 >> BDC\nBT\n(a) Tj\nET\n0 0 m 1 1 l S\nEMC\n",
    "/P << /MCID 0 >> BDC /Span << /ActualText (x) >> BDC BT (\\) ET (a) b) Tj ET EMC f EMC ",
    "/Artifact BMC 0 0 1 1 re f EMC",
    "0 0 1 1 re W n",
    "% 0 0 1 1 re f\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    assert_marked (contents[i], contents[i]);
}

static void
test_marks_added (void)
{
  assert_marked ("1 g 0 0 m 1 1 l S 2 w",
                 "1 g /Artifact <</Type /Layout>> BDC\n0 0 m 1 1 l S\nEMC\n 2 w");
  assert_marked ("q /x5 Do Q", "q /Artifact <</Type /Layout>> BDC\n/x5 Do\nEMC\n Q");
  assert_marked ("BT (EMC) Tj <454d43> Tj ET",
                 "/Artifact <</Type /Pagination>> BDC\nBT (EMC) Tj <454d43> Tj ET\nEMC\n");
  assert_marked ("/P << /MCID 0 >> BDC EMC 0 0 1 1 re f",
                 "/P << /MCID 0 >> BDC EMC /Artifact <</Type /Layout>> BDC\n0 0 1 1 re f\nEMC\n");
  /* what the painter marked as no part of the text */
  assert_marked ("/NonStruct << /MCID 7 >> BDC\nBT (a) Tj ET EMC",
                 "/Artifact <</Type /Pagination>> BDC\nBT (a) Tj ET EMC");
}

/* What opened the tag of a drawing goes, the tag stays. */
static void
test_marks_speck (void)
{
  assert_marked ("/Figure << /MCID 1 >> BDC 1 g BT 0.1 0 0 -0.1 5 6 Tm /Span << /ActualText ( ) >> "
                 "BDC /f 1 Tf (N) Tj EMC ET 0 0 1 1 re f EMC",
                 "/Figure << /MCID 1 >> BDC 1 g  0 0 1 1 re f EMC");
  assert_marked ("/P << /MCID 1 >> BDC BT 14 0 0 -14 5 6 Tm (N) Tj ET EMC",
                 "/P << /MCID 1 >> BDC BT 14 0 0 -14 5 6 Tm (N) Tj ET EMC");
}

static void
test_marks_refused (void)
{
  static const char *const contents[] = {
    "EMC",
    "/P << /MCID 0 >> BDC",
    "BT (a) Tj",
    "ET",
    "/Artifact BMC /P << /MCID 0 >> BDC EMC EMC",
    "BT /P << /MCID 0 >> BDC (a) Tj EMC ET",
    "BI /W 1 /H 1 ID x EI",
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    g_assert_null (pedicle_marks_complete (contents[i], strlen (contents[i])));
}

/* Broken operators, cut anywhere, end the same way: with an answer. */
static void
test_marks_cut (void)
{
  static const char content[] = "/P << /MCID 0 /X <41> /Y (\\(a\\)) >> BDC % x\nBT [(b) 2 <63>] TJ ET EMC ";

  for (gsize i = 0; i <= strlen (content); i++)
    {
      g_autofree char *cut = g_memdup2 (content, MAX (i, 1));
      g_autoptr (GString) marked = pedicle_marks_complete (cut, i);

      if (i == strlen (content))
        g_assert_nonnull (marked);
    }
}

/* ---- The file ---- */

static GBytes *
make (const PediclePages *pages)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = pedicle_pages_to_pdf (pages, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
assert_refused (GBytes *bytes, const PediclePages *pages)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (pedicle_finish (bytes, pages, &error));
  g_assert_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_OUTPUT);
}

/* No file whose tags are those of another page, or of none. */
static void
test_mismatch (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);
  g_autoptr (PediclePages) pages = desk_pages (desk, "after", "injection");
  g_autoptr (PediclePages) other = desk_pages (desk, "choosing", NULL);
  g_autoptr (GBytes) bytes = make (pages);
  g_autoptr (GBytes) broken = g_bytes_new_static ("%PDF-1.5\n", 9);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) / 2);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  PedicleNode *node;

  again = pedicle_finish (bytes, pages, &error);
  g_assert_no_error (error);
  assert_refused (bytes, other);
  assert_refused (broken, pages);
  assert_refused (half, pages);
  /* one tag, and one parent */
  for (guint i = 2; i < pages->structure->nodes->len; i++)
    {
      const char *tag;
      int parent;

      node = pedicle_structure_get (pages->structure, (int) i);
      tag = node->tag;
      parent = node->parent;
      node->tag = "Quote";
      assert_refused (bytes, pages);
      node->tag = tag;
      node->parent = parent == 0 ? 1 : 0;
      assert_refused (bytes, pages);
      node->parent = parent;
    }
  pedicle_structure_add (pages->structure, 0, "P");
  assert_refused (bytes, pages);
}

static void
test_no_description (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);
  g_autoptr (PediclePages) pages = desk_pages (desk, "choosing", NULL);
  g_autoptr (GBytes) bytes = make (pages);
  guint n = 0;

  for (guint i = 0; i < pages->structure->nodes->len; i++)
    {
      PedicleNode *node = pedicle_structure_get (pages->structure, (int) i);

      if (!g_str_equal (node->tag, "Figure"))
        continue;
      n++;
      g_free (g_steal_pointer (&node->alt));
    }
  g_assert_cmpuint (n, >, 0);
  assert_refused (bytes, pages);
}

/* ---- What it says about itself ---- */

static void
test_language (void)
{
  static const char *const pairs[][2] = { { "en", "en" },           { "pt_BR", "pt-BR" },
                                          { "de_CH.UTF-8", "de-CH" }, { "sr@latin", "sr-Latn" },
                                          { "uz_UZ@cyrillic", "uz-Cyrl-UZ" },
                                          { "ca@valencia", "ca" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *tag = pedicle_finish_language (pairs[i][0]);

      g_assert_cmpstr (tag, ==, pairs[i][1]);
    }
}

static void
test_xmp (void)
{
  const PedicleXmp xmp = { .title = "Back & <home>",
                           .language = "en",
                           .date = "2026-11-20T00:00:00Z",
                           .creator = "Pedicle",
                           .producer = "cairo" };
  PedicleXmp archive = xmp;
  g_autofree char *plain = pedicle_xmp_format (&xmp);
  g_autofree char *kept = NULL;

  archive.archive = true;
  kept = pedicle_xmp_format (&archive);
  g_assert_nonnull (strstr (plain, ">Back &amp; &lt;home&gt;</rdf:li>"));
  g_assert_nonnull (strstr (plain, "<pdfuaid:part>1</pdfuaid:part>"));
  g_assert_null (strstr (plain, "<pdfaid:part>"));
  g_assert_nonnull (strstr (kept, "<pdfaid:part>2</pdfaid:part>"));
}

/* The sizes that stand in the profile are its own. */
static void
test_colours (void)
{
  g_autoptr (GByteArray) colours = pedicle_colours_new ();
  const guint8 *at = colours->data;

  g_assert_cmpuint (at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3], ==, colours->len);
  g_assert_cmpint (memcmp (at + 36, "acsp", 4), ==, 0);
  for (guint i = 0; i < at[131]; i++)
    {
      const guint8 *entry = at + 132 + 12 * i;
      guint begin = (guint) (entry[6] << 8 | entry[7]), size = (guint) (entry[10] << 8 | entry[11]);

      g_assert_cmpuint (begin % 4, ==, 0);
      g_assert_cmpuint (begin, >=, 132 + 12 * (guint) at[131]);
      g_assert_cmpuint (begin + size, <=, colours->len);
    }
}

static void
assert_link (const char *const *identifiers, const char *wanted)
{
  const PedicleSource source = { .identifiers = (char **) identifiers };
  g_autofree char *found = pedicle_links_find (&source);

  g_assert_cmpstr (found, ==, wanted);
}

static void
test_links (void)
{
  const char *const doi[] = { "pmid:30399208", "doi:10.1/a<b>(c)", NULL };
  const char *const pmid[] = { "nct:1", "pmid:30399208", NULL };
  const char *const page[] = { "url:https://example.org/a?b=c", NULL };
  const char *const script[] = { "url:javascript:alert(1)", NULL };
  const char *const broken[] = { "url:https://exa mple.org", NULL };
  const char *const file[] = { "url:file:///etc/passwd", NULL };

  assert_link (NULL, NULL);
  assert_link (doi, "https://doi.org/10.1/a%3Cb%3E(c)");
  assert_link (pmid, "https://pubmed.ncbi.nlm.nih.gov/30399208");
  assert_link (page, "https://example.org/a?b=c");
  assert_link (script, NULL);
  assert_link (broken, NULL);
  assert_link (file, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/finish/marks/kept", test_marks_kept);
  g_test_add_func ("/finish/marks/added", test_marks_added);
  g_test_add_func ("/finish/marks/speck", test_marks_speck);
  g_test_add_func ("/finish/marks/refused", test_marks_refused);
  g_test_add_func ("/finish/marks/cut", test_marks_cut);
  g_test_add_func ("/finish/mismatch", test_mismatch);
  g_test_add_func ("/finish/no-description", test_no_description);
  g_test_add_func ("/finish/language", test_language);
  g_test_add_func ("/finish/xmp", test_xmp);
  g_test_add_func ("/finish/colours", test_colours);
  g_test_add_func ("/finish/links", test_links);
  return g_test_run ();
}
