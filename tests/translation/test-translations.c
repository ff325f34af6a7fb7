/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Which file is asked for a language, and in which order. */
#include <string.h>

#include <glib/gstdio.h>

#include "translations.h"

typedef struct
{
  char *top, *clinic, *shipped, *none;
  PedicleTranslations *translations;
} Fixture;

static void
put_file (const char *folder, const char *name, const char *body)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = g_strconcat (
      "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n", body, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->top = g_dir_make_tmp ("pedicle-XXXXXX", NULL);
  fixture->clinic = g_build_filename (fixture->top, "clinic", NULL);
  fixture->shipped = g_build_filename (fixture->top, "shipped", NULL);
  fixture->none = g_build_filename (fixture->top, "none", NULL);
  g_mkdir (fixture->clinic, 0700);
  g_mkdir (fixture->shipped, 0700);

  put_file (fixture->clinic, "es.po",
            "msgctxt \"a/both\"\nmsgid \"Both.\"\nmsgstr \"Clínica.\"\n\n"
            "msgctxt \"a/empty\"\nmsgid \"Empty.\"\nmsgstr \"\"\n\n"
            "msgctxt \"a/own\"\nmsgid \"Own.\"\nmsgstr \"Propio.\"\n");
  put_file (fixture->shipped, "es.po",
            "msgctxt \"a/both\"\nmsgid \"Both.\"\nmsgstr \"Los dos.\"\n\n"
            "msgctxt \"a/empty\"\nmsgid \"Empty.\"\nmsgstr \"Vacío.\"\n\n"
            "msgctxt \"a/shipped\"\nmsgid \"Shipped.\"\nmsgstr \"Incluido.\"\n");
  put_file (fixture->shipped, "es_MX.po",
            "msgctxt \"a/both\"\nmsgid \"Both.\"\nmsgstr \"Ambos.\"\n");
  put_file (fixture->shipped, "fr.po", "msgid \"unfinished\"\n");
  put_file (fixture->shipped, "pt-BR.po", "msgctxt \"a/both\"\nmsgid \"Both.\"\nmsgstr \"Os dois.\"\n");
  put_file (fixture->shipped, "notes.txt", "");
  put_file (fixture->shipped, "pedicle-content.pot", "");
  put_file (fixture->shipped, "a language.po", "");
  put_file (fixture->shipped, "en.po", "msgctxt \"a/both\"\nmsgid \"Both.\"\nmsgstr \"Never.\"\n");

  const char *folders[] = { fixture->clinic, fixture->none, fixture->shipped, NULL };
  fixture->translations = pedicle_translations_new (folders);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_all (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  pedicle_translations_free (fixture->translations);
  remove_all (fixture->top);
  g_free (fixture->top);
  g_free (fixture->clinic);
  g_free (fixture->shipped);
  g_free (fixture->none);
}

static void
assert_printed (const PedicleCatalogue *catalogue,
                const char *context,
                const char *markup,
                const char *expected)
{
  g_autoptr (PedicleText) text = pedicle_text_new (context, markup, "p", NULL, "a.xml", 1, 1);

  g_assert_cmpstr (pedicle_catalogue_lookup (catalogue, text, NULL), ==, expected);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  const char *const *languages = pedicle_translations_get_languages (fixture->translations);
  g_autofree char *all = g_strjoinv (" ", (char **) languages);

  g_assert_cmpstr (all, ==, "en es es_MX fr pt_BR");
}

/* The clinic's file goes first; what it lacks comes from the shipped one. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PedicleCatalogue) es = pedicle_translations_get (fixture->translations, "es", &error);
  g_autoptr (PedicleCatalogue) again = pedicle_translations_get (fixture->translations, "es", NULL);
  g_autofree char *path = g_build_filename (fixture->clinic, "es.po", NULL);

  g_assert_no_error (error);
  g_assert_true (es == again);
  g_assert_cmpstr (pedicle_catalogue_get_path (es), ==, path);
  assert_printed (es, "a/both", "Both.", "Clínica.");
  assert_printed (es, "a/own", "Own.", "Propio.");
  assert_printed (es, "a/empty", "Empty.", "Vacío.");
  assert_printed (es, "a/shipped", "Shipped.", "Incluido.");
  assert_printed (es, "a/nowhere", "Nowhere.", "Nowhere.");
}

/* es_MX has a few words of its own; a language without a file falls back whole. */
static void
test_fallback (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PedicleCatalogue) mexico =
      pedicle_translations_get (fixture->translations, "es-MX", NULL);
  g_autoptr (PedicleCatalogue) cuba =
      pedicle_translations_get (fixture->translations, "es_CU", NULL);
  g_autoptr (PedicleCatalogue) es = pedicle_translations_get (fixture->translations, "es", NULL);

  g_assert_cmpstr (pedicle_catalogue_get_language (mexico), ==, "es_MX");
  assert_printed (mexico, "a/both", "Both.", "Ambos.");
  assert_printed (mexico, "a/own", "Own.", "Propio.");
  assert_printed (mexico, "a/shipped", "Shipped.", "Incluido.");
  g_assert_cmpstr (pedicle_catalogue_get_language (cuba), ==, "es");
  assert_printed (cuba, "a/both", "Both.", "Clínica.");
  g_assert_cmpstr (pedicle_catalogue_digest (cuba), ==, pedicle_catalogue_digest (es));
  g_assert_cmpstr (pedicle_catalogue_digest (mexico), !=, pedicle_catalogue_digest (es));
}

/* Some programs write a hyphen into the name of the file. */
static void
test_hyphen (Fixture *fixture, gconstpointer data)
{
  static const char *const tags[] = { "pt_BR", "pt-BR" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PedicleCatalogue) catalogue =
          pedicle_translations_get (fixture->translations, tags[i], &error);

      g_assert_no_error (error);
      assert_printed (catalogue, "a/both", "Both.", "Os dois.");
    }
}

static void
test_english (Fixture *fixture, gconstpointer data)
{
  static const char *const tags[] = { "en", "en_GB", "en-US" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr (PedicleCatalogue) english =
          pedicle_translations_get (fixture->translations, tags[i], NULL);

      g_assert_true (pedicle_catalogue_is_english (english));
      assert_printed (english, "a/own", "Own.", "Own.");
    }
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *language, *pattern;
    PedicleTranslationError code;
  } refused[] = {
    { "fr", "*fr.po:4: error: missing 'msgstr' section;*", PEDICLE_TRANSLATION_ERROR_SYNTAX },
    { "fr_CA", "*fr.po:4: error: *", PEDICLE_TRANSLATION_ERROR_SYNTAX },
    { "de", "There is no translation into \"de\"; there are: en, es, es_MX, fr, pt_BR.",
      PEDICLE_TRANSLATION_ERROR_LANGUAGE },
    { "../shipped/es", "\"../shipped/es\" is not a language*", PEDICLE_TRANSLATION_ERROR_LANGUAGE },
    { "", "\"\" is not a language*", PEDICLE_TRANSLATION_ERROR_LANGUAGE },
    { "es_", "\"es_\" is not a language*", PEDICLE_TRANSLATION_ERROR_LANGUAGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      PedicleCatalogue *catalogue =
          pedicle_translations_get (fixture->translations, refused[i].language, &error);

      g_assert_null (catalogue);
      g_assert_error (error, PEDICLE_TRANSLATION_ERROR, (int) refused[i].code);
      if (!g_pattern_match_simple (refused[i].pattern, error->message))
        g_test_fail_printf ("\"%s\" does not match \"%s\"", error->message, refused[i].pattern);
    }
}

/* A translator's open file takes the place of all files of its language. */
static void
test_put (Fixture *fixture, gconstpointer data)
{
  static const char open[] = "msgid \"\"\nmsgstr \"Language: %s\\n\"\n\nmsgctxt \"a/own\"\nmsgid "
                             "\"Own.\"\nmsgstr \"X.\"\n";
  static const char *const tags[] = { "es", "de" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autofree char *text = g_strdup_printf (open, tags[i]);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (PedicleCatalogue) catalogue =
          pedicle_catalogue_parse (bytes, "open.po", NULL, NULL);
      g_autoptr (PedicleCatalogue) found = NULL;

      pedicle_translations_put (fixture->translations, catalogue);
      found = pedicle_translations_get (fixture->translations, tags[i], NULL);
      g_assert_true (found == catalogue);
      assert_printed (found, "a/shipped", "Shipped.", "Shipped.");
    }

  g_autofree char *all =
      g_strjoinv (" ", (char **) pedicle_translations_get_languages (fixture->translations));
  g_assert_cmpstr (all, ==, "en de es es_MX fr pt_BR");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/translations/list", test_list },         { "/translations/order", test_order },
    { "/translations/hyphen", test_hyphen },
    { "/translations/fallback", test_fallback }, { "/translations/english", test_english },
    { "/translations/refused", test_refused },   { "/translations/put", test_put },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
