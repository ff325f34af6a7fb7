/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a page says that its words can be trusted: who reviewed them, and what is out of date. */
#include <glib/gstdio.h>
#include <string.h>

#include "desk.h"
#include "inline.h"

/* The clinic's sign-off counts when it covers each file that the sheet takes words from, as it is now. */
static void
test_sign_off (void)
{
  static const char *const files[] = { "after", "injection", "phrases", "sore-knee" };
  g_autoptr (Desk) plain = desk_new (DESK_KNEE, "en", NULL);

  for (guint wrong = 0; wrong <= G_N_ELEMENTS (files); wrong++)
    {
      g_autoptr (GString) xml = g_string_new (
          "<overlay id='clinic' format='1' approved-by='A. Person' approved='2026-11-01'>"
          "<clinic><name id='clinic.name'>Example Clinic</name></clinic>");
      g_autofree char *path = NULL, *text = NULL;
      g_autoptr (Desk) desk = NULL;
      g_autoptr (PediclePages) pages = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (files); i++)
        {
          g_autofree char *digest =
              g_strdup (pedicle_library_digest_file (plain->library, files[i]));
          char *last = digest + strlen (digest) - 1;

          if (i == wrong)
            *last = *last == '0' ? '1' : '0';
          g_string_append_printf (
              xml, "<review of='%s' digest='%s' by='%s' role='nurse' on='2026-11-0%u'/>", files[i],
              digest, i == 2 ? "C. Other" : "B. Person", i + 2);
        }
      g_string_append (xml, "</overlay>");
      path = desk_write ("xml", xml->str, xml->len);
      desk = desk_new (DESK_KNEE, "en", path);
      pages = desk_pages (desk, "after", "injection");
      text = pedicle_pages_to_text (pages);
      g_test_message ("%u: %s", wrong, text);
      g_assert_true ((strstr (text, "Reviewed by B. Person (nurse), C. Other (nurse), November 2, 2026") !=
                      NULL) == (wrong == G_N_ELEMENTS (files)));
      g_assert_cmpint (remove (path), ==, 0);
    }
}

/* The clinic's words that are older than what they replace: told on the sheets that they are on, and no
 * final one is made. */
static void
test_conflict (void)
{
  static const char layer[] =
      "<overlay id='clinic' format='1' approved-by='A. Person' approved='2026-11-01'>"
      "<replace id='own' ref='injection/home.t4' was='sha256:"
      "0000000000000000000000000000000000000000000000000000000000000000'>Sleep.</replace></overlay>";
  g_autofree char *path = desk_write ("xml", layer, strlen (layer));
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", path);
  g_autoptr (PediclePages) pages = desk_pages (desk, "after", "injection");
  g_autoptr (PediclePages) other = desk_pages (desk, "after", "exercise");
  g_autofree char *text = pedicle_pages_to_text (pages);
  g_autofree char *without = pedicle_pages_to_text (other);
  PedicleRequest request = desk_request (desk, "after", "injection");
  g_autoptr (PediclePages) final = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (strstr (text, "Sleep."));
  g_assert_nonnull (strstr (text, "Some text of this clinic is out of date."));
  g_assert_null (strstr (without, "out of date"));
  desk_fill_in (desk);
  request.final = TRUE;
  final = pedicle_pages_new (&request, &error);
  g_assert_null (final);
  g_assert_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "injection/home.t4"));
  g_assert_cmpint (remove (path), ==, 0);
}

#define LAYER(inside)                                                                              \
  "<overlay id='clinic' format='1' approved-by='A. Person' approved='2026-11-01'>" inside          \
  "</overlay>"
#define WAS                                                                                        \
  " was='sha256:0000000000000000000000000000000000000000000000000000000000000000'"

/* Also where the words are not a paragraph of the page, and where the change leaves none. */
static void
test_conflict_anywhere (void)
{
  static const char *const layers[] = {
    LAYER ("<hide ref='sore-knee/both.1'" WAS "/>"),
    LAYER ("<replace id='o' ref='phrases/sources'" WAS ">Where it comes from</replace>"),
    LAYER ("<replace id='o' ref='phrases/local'" WAS ">Ours</replace>"),
    LAYER ("<replace id='o' ref='after/medicine.none'" WAS ">None.</replace>"),
    LAYER ("<replace id='o' ref='exercise/help.s1.alt'" WAS ">A knee bends.</replace>"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      g_autofree char *path = desk_write ("xml", layers[i], strlen (layers[i]));
      g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", path);
      g_autoptr (PediclePages) pages = NULL;
      g_autofree char *text = NULL;

      pedicle_visit_set_value (desk->visit, "medicine", "medicine.none");
      pages = desk_pages (desk, "after", "exercise");
      text = pedicle_pages_to_text (pages);
      g_test_message ("%u: %s", i, text);
      g_assert_nonnull (strstr (text, "Some text of this clinic is out of date."));
      g_assert_cmpint (remove (path), ==, 0);
    }
}

static char *
signed_text (const char *const *files, const char *const *by)
{
  g_autoptr (Desk) plain = desk_new (DESK_KNEE, "en", NULL);
  g_autoptr (GString) xml = g_string_new ("<overlay id='clinic' format='1' approved-by='A. Person' "
                                          "approved='2026-11-01'>");
  g_autofree char *path = NULL;
  g_autoptr (Desk) desk = NULL;
  g_autoptr (PediclePages) pages = NULL;

  for (guint i = 0; files[i] != NULL; i++)
    {
      const char *digest = pedicle_library_digest_file (plain->library, files[i]);

      g_string_append_printf (
          xml, "<review of='%s' digest='%s' by='%s' role='nurse' on='2026-11-01'/>", files[i],
          digest, by[i]);
    }
  g_string_append (xml, "</overlay>");
  path = desk_write ("xml", xml->str, xml->len);
  desk = desk_new (DESK_KNEE, "en", path);
  pages = desk_pages (desk, "talk", NULL);
  g_assert_cmpint (remove (path), ==, 0);
  return pedicle_pages_to_text (pages);
}

/* The words of the page itself are signed off too, and each person is named, whoever else has a
 * name like theirs. */
static void
test_sign_off_names (void)
{
  /* It lists the sheets that were given, whose titles are theirs. */
  const char *const all[] = { "talk",     "sore-knee", "exercise", "injection",
                              "choosing", "after",     "phrases",  NULL };
  const char *const some[] = { "talk", "sore-knee", "exercise", "injection", "choosing", "after", NULL };
  const char *const by[] = { "B. Person", "B. Person",  "AB. Person", "B. Person",
                             "B. Person", "AB. Person", "B. Person" };
  g_autofree char *whole = signed_text (all, by);
  g_autofree char *part = signed_text (some, by);

  g_assert_nonnull (strstr (whole, "Reviewed by AB. Person (nurse), B. Person (nurse), November"));
  g_assert_null (strstr (part, "B. Person"));
}

static void
test_overdue (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);
  g_autoptr (PediclePages) before = desk_pages (desk, "choosing", NULL);
  g_autoptr (PediclePages) after = NULL;
  g_autofree char *early = pedicle_pages_to_text (before);
  g_autofree char *late = NULL;
  g_autofree char *phrase =
      pedicle_inline_to_plain (pedicle_library_find_phrase (desk->library, "overdue")->markup);
  g_auto (GStrv) pages = NULL;

  g_date_set_dmy (desk->today, 11, 1, 2027);
  after = desk_pages (desk, "choosing", NULL);
  late = pedicle_pages_to_text (after);
  g_assert_null (strstr (early, phrase));
  pages = g_strsplit (late, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), ==, pedicle_pages_get_n (after));
  for (char **page = pages; *page != NULL; page++)
    g_assert_nonnull (strstr (*page, phrase));
}

/* Content that cannot say who reviewed it makes no page: a file of phrases that was not read, for
 * example. */
static void
test_mark_missing (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pedicle-XXXXXX", NULL);
  g_autofree char *pack = g_build_filename (folder, "knee", NULL);
  g_autofree char *phrases = g_build_filename (pack, "phrases.xml", NULL);
  g_autofree char *copied = desk_run ("cp", "-r", DESK_KNEE, folder, NULL);
  const char *folders[] = { pack, NULL };
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  g_autoptr (PedicleLibrary) library = NULL;
  g_autoptr (PedicleCatalogue) english = pedicle_catalogue_new_english ();
  g_autoptr (GError) error = NULL;
  PedicleRequest request = { .catalogue = english, .size = PEDICLE_SIZE_NORMAL };

  g_assert_cmpint (remove (phrases), ==, 0);
  library = pedicle_library_load (folders, NULL, problems);
  request.library = library;
  request.handout = pedicle_library_find_handout (library, "talk");
  g_assert_nonnull (request.handout);
  g_assert_null (pedicle_pages_new (&request, &error));
  g_assert_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_REQUEST);
  g_assert_nonnull (strstr (error->message, "add the phrase “reviewed”"));
  g_free (desk_run ("rm", "-r", folder, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trust/sign-off", test_sign_off);
  g_test_add_func ("/trust/sign-off-names", test_sign_off_names);
  g_test_add_func ("/trust/conflict", test_conflict);
  g_test_add_func ("/trust/conflict-anywhere", test_conflict_anywhere);
  g_test_add_func ("/trust/overdue", test_overdue);
  g_test_add_func ("/trust/mark-missing", test_mark_missing);
  return g_test_run ();
}
