/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Coverage, checks and the review record of catalogues for the whole content. */
#include <string.h>

#include "check.h"
#include "pseudo.h"
#include "review.h"

static PedicleLibrary *library;

/* ---- made catalogues ---- */

typedef const char *(*FlawFunc) (guint index, char **translation);

/* A catalogue of all texts with HEADER's lines added; FLAW may change a translation and give a line
 * before it. */
static PedicleCatalogue *
make (const char *header, FlawFunc flaw)
{
  GPtrArray *texts = pedicle_library_get_texts (library);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *start = pseudo_po (none, "en_XA");
  g_autoptr (GString) po = g_string_new (start);
  g_autoptr (GError) error = NULL;

  g_string_append (po, header);
  for (guint i = 0; i < texts->len; i++)
    {
      const PedicleText *text = texts->pdata[i];
      g_autofree char *translation = pseudo_text (text->markup, "en_XA");
      const char *before = flaw != NULL ? flaw (i, &translation) : "";
      g_auto (GStrv) id = g_strsplit (text->markup, "\"", -1),
                     str = g_strsplit (translation, "\"", -1);
      g_autofree char *id_quoted = g_strjoinv ("\\\"", id), *str_quoted = g_strjoinv ("\\\"", str);

      g_string_append_printf (po, "\n%smsgctxt \"%s\"\nmsgid \"%s\"\nmsgstr \"%s\"\n", before,
                              text->context, id_quoted, str_quoted);
    }

  g_autoptr (GBytes) bytes = g_bytes_new (po->str, po->len);
  PedicleCatalogue *catalogue = pedicle_catalogue_parse (bytes, "made.po", NULL, &error);
  g_assert_no_error (error);
  return catalogue;
}

static void
set (char **translation, const char *value)
{
  g_free (*translation);
  *translation = g_strdup (value);
}

/* The first text is fuzzy, the second empty, the third broken. */
static const char *
three_flaws (guint index, char **translation)
{
  if (index == 1)
    set (translation, "");
  if (index == 2)
    set (translation, "{nothing}");
  return index == 0 ? "#, fuzzy\n" : "";
}

static const char *
one_accent (guint index, char **translation)
{
  if (index == 0)
    set (translation, "Another word");
  return "";
}

static const char *
one_fuzzy (guint index, char **translation)
{
  return index == 0 ? "#, fuzzy\n" : "";
}

/* ---- coverage ---- */

static void
test_coverage (void)
{
  guint n = pedicle_library_get_texts (library)->len;
  g_autoptr (PedicleCatalogue) flawed = make ("", three_flaws), whole = make ("", NULL);
  g_autoptr (PedicleCatalogue) english = pedicle_catalogue_new_english ();
  PedicleCoverage coverage;

  pedicle_catalogue_cover (whole, library, &coverage);
  g_assert_cmpuint (coverage.n_units, ==, n);
  g_assert_cmpuint (coverage.units[PEDICLE_STATE_TRANSLATED], ==, n);
  g_assert_cmpuint (coverage.words[PEDICLE_STATE_TRANSLATED], ==, coverage.n_words);
  g_assert_cmpuint (coverage.n_words, >, 2 * n);

  pedicle_catalogue_cover (flawed, library, &coverage);
  g_assert_cmpuint (coverage.units[PEDICLE_STATE_TRANSLATED], ==, n - 3);
  g_assert_cmpuint (coverage.units[PEDICLE_STATE_FUZZY], ==, 1);
  g_assert_cmpuint (coverage.units[PEDICLE_STATE_MISSING], ==, 1);
  g_assert_cmpuint (coverage.units[PEDICLE_STATE_BROKEN], ==, 1);
  g_assert_cmpuint (coverage.words[PEDICLE_STATE_TRANSLATED], <, coverage.n_words);

  pedicle_catalogue_cover (english, library, &coverage);
  g_assert_cmpuint (coverage.units[PEDICLE_STATE_SOURCE], ==, n);
}

/* ---- the review record ---- */

/* The header lines of a review of every file, signed for what CATALOGUE says now. */
static char *
sign (const PedicleCatalogue *catalogue, const char *rest)
{
  g_autoptr (GPtrArray) reviews = pedicle_catalogue_get_reviews (catalogue, library);
  GString *lines = g_string_new (NULL);

  g_assert_cmpuint (reviews->len, >, 3);
  for (guint i = 0; i < reviews->len; i++)
    {
      const PedicleReview *review = reviews->pdata[i];

      g_assert_cmpint (review->state, ==, PEDICLE_REVIEW_NONE);
      g_assert_cmpuint (strlen (review->digest), ==, 16);
      g_string_append_printf (lines, "\"X-Review-%s: %s; %s\\n\"\n", review->file, review->digest,
                              rest);
    }
  return g_string_free (lines, FALSE);
}

static guint
count_reviews (const PedicleCatalogue *catalogue, PedicleReviewState state)
{
  g_autoptr (GPtrArray) reviews = pedicle_catalogue_get_reviews (catalogue, library);
  guint n = 0;

  for (guint i = 0; i < reviews->len; i++)
    n += ((const PedicleReview *) reviews->pdata[i])->state == state;
  return n;
}

/* The one finding about a review, "" when there is none. */
static char *
finding_about (const PedicleCatalogue *catalogue)
{
  g_autoptr (GPtrArray) findings = pedicle_catalogue_check (catalogue, library);
  char *message = g_strdup ("");

  for (guint i = 0; i < findings->len; i++)
    {
      const PedicleFinding *finding = findings->pdata[i];

      if (strcmp (finding->check, "review") != 0)
        continue;
      g_assert_cmpstr (message, ==, "");
      g_assert_cmpint (finding->severity, ==, PEDICLE_SEVERITY_WARNING);
      set (&message, finding->message);
    }
  return message;
}

/* The finding names the digest that a new record needs. */
static void
test_findings (void)
{
  g_autoptr (PedicleCatalogue) unsigned_one = make ("", NULL);
  g_autofree char *lines = sign (unsigned_one, "María López; CMI-Spanish; 2026-11-20");
  g_autoptr (PedicleCatalogue) done = make (lines, NULL), changed = make (lines, one_accent);
  g_autoptr (PedicleCatalogue) fuzzy = make (lines, one_fuzzy);
  g_autoptr (GPtrArray) reviews = pedicle_catalogue_get_reviews (changed, library);
  const PedicleReview *first = reviews->pdata[0];
  g_autofree char *none = finding_about (unsigned_one), *still_none = finding_about (done);
  g_autofree char *about_changed = finding_about (changed), *about_fuzzy = finding_about (fuzzy);
  g_autofree char *expected = g_strdup_printf (
      "the texts of %s are not those that María López reviewed; their digest is now %s",
      first->file, first->digest);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (still_none, ==, "");
  g_assert_cmpstr (about_changed, ==, expected);
  g_assert_true (g_str_has_suffix (about_fuzzy, "a text is missing, broken or needs work"));
}

static void
test_review (void)
{
  g_autoptr (PedicleCatalogue) unsigned_one = make ("", NULL),
                               english = pedicle_catalogue_new_english ();
  g_autofree char *lines = sign (unsigned_one, "María López; CMI-Spanish; 2026-11-20");
  g_autofree char *nameless = sign (unsigned_one, "; CMI-Spanish; 2026-11-20");
  g_autoptr (PedicleCatalogue) done = make (lines, NULL), changed = make (lines, one_accent);
  g_autoptr (PedicleCatalogue) fuzzy = make (lines, one_fuzzy), unnamed = make (nameless, NULL);
  g_autoptr (GPtrArray) reviews = pedicle_catalogue_get_reviews (done, library);
  const PedicleReview *first = reviews->pdata[0];

  g_assert_false (pedicle_catalogue_is_reviewed (unsigned_one, library));
  g_assert_true (pedicle_catalogue_is_reviewed (done, library));
  g_assert_cmpstr (first->name, ==, "María López");
  g_assert_cmpstr (first->credential, ==, "CMI-Spanish");
  g_assert_cmpstr (first->date, ==, "2026-11-20");

  g_assert_false (pedicle_catalogue_is_reviewed (changed, library));
  g_assert_cmpuint (count_reviews (changed, PEDICLE_REVIEW_CHANGED), ==, 1);
  g_assert_false (pedicle_catalogue_is_reviewed (fuzzy, library));
  g_assert_cmpuint (count_reviews (fuzzy, PEDICLE_REVIEW_CHANGED), ==, 1);
  g_assert_false (pedicle_catalogue_is_reviewed (unnamed, library));
  g_assert_cmpuint (count_reviews (unnamed, PEDICLE_REVIEW_NONE), ==, reviews->len);
  g_assert_true (pedicle_catalogue_is_reviewed (english, library));
}

/* One file without a record is enough. */
static void
test_one_missing (void)
{
  g_autoptr (PedicleCatalogue) unsigned_one = make ("", NULL);
  g_autofree char *lines = sign (unsigned_one, "María López; CMI-Spanish; 2026-11-20");
  g_autoptr (PedicleCatalogue) catalogue = make (strchr (lines, '\n') + 1, NULL);

  g_assert_false (pedicle_catalogue_is_reviewed (catalogue, library));
}

/* ---- checks with the library at hand ---- */

static void
test_changed (void)
{
  const PedicleText *text = pedicle_library_get_texts (library)->pdata[0];
  g_autofree char *po =
      g_strdup_printf ("msgid \"\"\nmsgstr \"Language: es\\n\"\n\nmsgctxt \"%s\"\n"
                       "msgid \"Words of last year\"\nmsgstr \"Palabras del año pasado\"\n",
                       text->context);
  g_autoptr (GBytes) bytes = g_bytes_new (po, strlen (po));
  g_autoptr (PedicleCatalogue) catalogue = pedicle_catalogue_parse (bytes, "es.po", NULL, NULL);
  g_autoptr (GPtrArray) findings = pedicle_catalogue_check (catalogue, library);
  PedicleTranslationState state;

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((PedicleFinding *) findings->pdata[0])->check, ==, "changed");
  pedicle_catalogue_lookup (catalogue, text, &state);
  g_assert_cmpint (state, ==, PEDICLE_STATE_MISSING);
}

/* The pseudo-languages are whole and right, so that a golden made with them shows no English. */
static void
test_pseudo (void)
{
  static const char *const languages[] = { "en_XA", "ar_XB" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (PedicleCatalogue) catalogue = pseudo_catalogue (library, languages[i]);
      g_autoptr (GPtrArray) findings = pedicle_catalogue_check (catalogue, library);
      PedicleCoverage coverage;

      pedicle_catalogue_cover (catalogue, library, &coverage);
      g_assert_cmpuint (coverage.units[PEDICLE_STATE_TRANSLATED], ==, coverage.n_units);
      g_assert_cmpint (pedicle_catalogue_is_rtl (catalogue), ==, i == 1);
      for (guint k = 0; k < findings->len; k++)
        {
          const PedicleFinding *finding = findings->pdata[k];

          if (finding->severity == PEDICLE_SEVERITY_ERROR)
            g_test_fail_printf ("%s: [%s] %s", finding->context, finding->check, finding->message);
        }
    }
}

int
main (int argc, char **argv)
{
  const char *folders[] = { SOURCE_ROOT "/data/content", NULL };
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  int result;

  g_test_init (&argc, &argv, NULL);
  library = pedicle_library_load (folders, NULL, problems);
  g_assert_cmpuint (pedicle_library_get_texts (library)->len, >, 100);
  g_test_add_func ("/review/coverage", test_coverage);
  g_test_add_func ("/review/record", test_review);
  g_test_add_func ("/review/findings", test_findings);
  g_test_add_func ("/review/one-missing", test_one_missing);
  g_test_add_func ("/review/changed", test_changed);
  g_test_add_func ("/review/pseudo", test_pseudo);
  result = g_test_run ();
  g_clear_pointer (&library, pedicle_library_unref);
  return result;
}
