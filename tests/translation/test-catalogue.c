/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What a .po file gives, and what is refused. */
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "catalogue.h"
#include "translations.h"

#define HEADER                                                                                     \
  "msgid \"\"\n"                                                                                   \
  "msgstr \"\"\n"                                                                                  \
  "\"Language: es\\n\"\n"                                                                          \
  "\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

static PedicleCatalogue *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return pedicle_catalogue_parse (bytes, "es.po", NULL, error);
}

static PedicleText *
text_new (const char *context, const char *markup)
{
  return pedicle_text_new (context, markup, "p", NULL, "a.xml", 1, 1);
}

/* ---- states ---- */

static const char sample[] = HEADER "msgctxt \"a/done\"\n"
                                    "msgid \"Rest today.\"\n"
                                    "msgstr \"Descanse hoy.\"\n"
                                    "\n"
                                    "# a translator's word\n"
                                    "#. maxlen:20. a note\n"
                                    "#: a.xml\n"
                                    "#, fuzzy\n"
                                    "#| msgid \"Wait 24 hours.\"\n"
                                    "msgctxt \"a/fuzzy\"\n"
                                    "msgid \"\"\n"
                                    "\"Wait \"\n"
                                    "\"48 hours.\"\n"
                                    "msgstr \"Espere 24 horas.\"\n"
                                    "\n"
                                    "msgctxt \"a/empty\"\n"
                                    "msgid \"Empty.\"\n"
                                    "msgstr \"\"\n"
                                    "\n"
                                    "#~ msgctxt \"a/old\"\n"
                                    "#~ msgid \"Old.\"\n"
                                    "#~ msgstr \"Viejo.\"\n"
                                    "\n"
                                    "msgctxt \"a/markup\"\n"
                                    "msgid \"Do <em>not</em> lift.\"\n"
                                    "msgstr \"<em>No</em> levante.\"\n"
                                    "\n"
                                    "msgctxt \"a/broken\"\n"
                                    "msgid \"Do <em>not</em> drive.\"\n"
                                    "msgstr \"No conduzca.\"\n"
                                    "\n"
                                    "msgctxt \"a/unclosed\"\n"
                                    "msgid \"Do <em>not</em> eat.\"\n"
                                    "msgstr \"<em>No coma.\"\n"
                                    "\n"
                                    "msgctxt \"a/ref\"\n"
                                    "msgid \"A <term ref=\\\"vertebra\\\">vertebra</term>.\"\n"
                                    "msgstr \"Una <term ref=\\\"rib\\\">vértebra</term>.\"\n"
                                    "\n"
                                    "msgctxt \"a/place\"\n"
                                    "msgid \"Call {phone}.\"\n"
                                    "msgstr \"Llame al {telefono}.\"\n"
                                    "\n"
                                    "msgctxt \"a/last\" msgid \"Two \\\"words\\\".\" msgstr \"\"\n"
                                    "\"Dos \"\n"
                                    "\"\\\"palabras\\\".\"\n";

static const struct
{
  const char *context, *markup;
  PedicleTranslationState state;
  const char *print, *peek;
  int line;
} sample_texts[] = {
  { "a/done", "Rest today.", PEDICLE_STATE_TRANSLATED, "Descanse hoy.", "Descanse hoy.", 7 },
  { "a/fuzzy", "Wait 48 hours.", PEDICLE_STATE_FUZZY, "Wait 48 hours.", "Espere 24 horas.", 16 },
  { "a/empty", "Empty.", PEDICLE_STATE_MISSING, "Empty.", NULL, 22 },
  { "a/old", "Old.", PEDICLE_STATE_MISSING, "Old.", NULL, 0 },
  { "a/absent", "Absent.", PEDICLE_STATE_MISSING, "Absent.", NULL, 0 },
  { "a/done", "Rest now.", PEDICLE_STATE_MISSING, "Rest now.", NULL, 0 },
  { "b/done", "Rest today.", PEDICLE_STATE_MISSING, "Rest today.", NULL, 0 },
  { "a/markup", "Do <em>not</em> lift.", PEDICLE_STATE_TRANSLATED, "<em>No</em> levante.",
    "<em>No</em> levante.", 30 },
  { "a/broken", "Do <em>not</em> drive.", PEDICLE_STATE_BROKEN, "Do <em>not</em> drive.",
    "No conduzca.", 34 },
  { "a/unclosed", "Do <em>not</em> eat.", PEDICLE_STATE_BROKEN, "Do <em>not</em> eat.",
    "<em>No coma.", 38 },
  { "a/ref", "A <term ref=\"vertebra\">vertebra</term>.", PEDICLE_STATE_BROKEN,
    "A <term ref=\"vertebra\">vertebra</term>.", "Una <term ref=\"rib\">vértebra</term>.", 42 },
  { "a/place", "Call {phone}.", PEDICLE_STATE_BROKEN, "Call {phone}.", "Llame al {telefono}.", 46 },
  { "a/last", "Two \"words\".", PEDICLE_STATE_TRANSLATED, "Dos \"palabras\".", "Dos \"palabras\".",
    49 },
};

static void
test_states (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PedicleCatalogue) catalogue = parse (sample, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (pedicle_catalogue_get_language (catalogue), ==, "es");
  g_assert_cmpstr (pedicle_catalogue_get_path (catalogue), ==, "es.po");
  g_assert_false (pedicle_catalogue_is_english (catalogue));
  g_assert_false (pedicle_catalogue_is_rtl (catalogue));
  for (guint i = 0; i < G_N_ELEMENTS (sample_texts); i++)
    {
      g_autoptr (PedicleText) text = text_new (sample_texts[i].context, sample_texts[i].markup);
      PedicleTranslationState state;
      int line;

      g_test_message ("%s", sample_texts[i].context);
      g_assert_cmpstr (pedicle_catalogue_lookup (catalogue, text, &state), ==,
                       sample_texts[i].print);
      g_assert_cmpint (state, ==, sample_texts[i].state);
      g_assert_cmpstr (pedicle_catalogue_peek (catalogue, text, &line), ==, sample_texts[i].peek);
      g_assert_cmpint (line, ==, sample_texts[i].line);
    }
}

static void
test_english (void)
{
  g_autoptr (PedicleCatalogue) catalogue = pedicle_catalogue_new_english ();
  g_autoptr (PedicleText) text = text_new ("a/done", "Rest today.");
  PedicleTranslationState state;

  g_assert_true (pedicle_catalogue_is_english (catalogue));
  g_assert_cmpstr (pedicle_catalogue_get_language (catalogue), ==, "en");
  g_assert_cmpstr (pedicle_catalogue_lookup (catalogue, text, &state), ==, "Rest today.");
  g_assert_cmpint (state, ==, PEDICLE_STATE_SOURCE);
  g_assert_null (pedicle_catalogue_peek (catalogue, text, NULL));
  g_assert_null (pedicle_catalogue_get_header (catalogue, "Language"));
}

/* The usual header is read the quick way, another spelling of it the library's: equal words. */
static void
test_letters (void)
{
  static const char body[] = "\n# charset=UTF-8 stands in a comment, too\nmsgctxt \"a/letters\"\n"
                             "msgid \"Letters.\"\nmsgstr \"\"\n"
                             "\"Ñandú \\\"\xe8\xa1\xa8\\\"\\n\"\n"
                             "\"\xf0\x9f\xa6\xb4 \xe3\x82\xbd\\\\ charset=UTF-8\"\n";
  static const char words[] =
      "Ñandú \"\xe8\xa1\xa8\"\n\xf0\x9f\xa6\xb4 \xe3\x82\xbd\\ charset=UTF-8";
  static const char *const charsets[] = { "charset=UTF-8", "charset=utf-8" };
  g_autoptr (PedicleText) text = text_new ("a/letters", "Letters.");

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      g_autofree char *file = g_strconcat (
          "msgid \"\"\nmsgstr \"\"\n\"Language: es\\n\"\n\"Content-Type: text/plain; ", charsets[i],
          "\\n\"\n", body, NULL);
      g_autoptr (PedicleCatalogue) catalogue = parse (file, NULL);
      g_autofree char *type = pedicle_catalogue_get_header (catalogue, "Content-Type");

      g_assert_true (g_str_has_suffix (type, charsets[i]));
      g_assert_cmpstr (pedicle_catalogue_peek (catalogue, text, NULL), ==, words);
    }
}

static void
test_header (void)
{
  g_autoptr (PedicleCatalogue) catalogue = parse (sample, NULL);
  g_autoptr (PedicleCatalogue) other = parse (HEADER, NULL);
  g_autofree char *type = pedicle_catalogue_get_header (catalogue, "Content-Type");
  g_autofree char *none = pedicle_catalogue_get_header (catalogue, "X-Review-a");
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, sample, -1);

  g_assert_cmpstr (type, ==, "text/plain; charset=UTF-8");
  g_assert_null (none);
  g_assert_cmpstr (pedicle_catalogue_digest (catalogue), ==, sum);
  g_assert_cmpstr (pedicle_catalogue_digest (other), !=, sum);
}

/* Files of other systems and editors. */
static void
test_forms (void)
{
  static const char marked[] =
      "\357\273\277" HEADER "msgctxt \"a/x\"\nmsgid \"Yes.\"\nmsgstr \"Sí.\"\n";
  g_autoptr (PedicleText) text = text_new ("a/x", "Yes.");
  g_autoptr (PedicleCatalogue) with_mark = parse (marked, NULL);
  g_auto (GStrv) lines = g_strsplit (marked + 3, "\n", -1);
  g_autofree char *returns = g_strjoinv ("\r\n", lines);
  g_autoptr (PedicleCatalogue) with_returns = parse (returns, NULL);
  int line;

  g_assert_nonnull (with_mark);
  g_assert_cmpstr (pedicle_catalogue_peek (with_mark, text, &line), ==, "Sí.");
  g_assert_cmpint (line, ==, 7);
  g_assert_nonnull (with_returns);
  g_assert_cmpstr (pedicle_catalogue_peek (with_returns, text, &line), ==, "Sí.");
  g_assert_cmpint (line, ==, 7);
}

/* ---- refusals ---- */

static const struct
{
  const char *name, *text, *message;
  PedicleTranslationError code;
} wrong[] = {
  { "unclosed", HEADER "msgid \"x\"\nmsgstr \"y",
    "es.po:7: error: end-of-file within string; the file is not used*",
    PEDICLE_TRANSLATION_ERROR_SYNTAX },
  { "no msgstr", HEADER "msgid \"x\"\n", "es.po:6: error: missing 'msgstr' section;*",
    PEDICLE_TRANSLATION_ERROR_SYNTAX },
  { "twice", HEADER "msgid \"x\"\nmsgstr \"y\"\nmsgid \"x\"\nmsgstr \"z\"\n",
    "es.po:8: error: duplicate message definition;*", PEDICLE_TRANSLATION_ERROR_SYNTAX },
  { "no po", "<html>\n<body>\n", "es.po:1: error: *", PEDICLE_TRANSLATION_ERROR_SYNTAX },
  { "escape", HEADER "msgid \"a\"\nmsgstr \"\\q\"\n", "es.po:7: error: invalid control sequence;*",
    PEDICLE_TRANSLATION_ERROR_SYNTAX },
  { "latin-1", HEADER "msgid \"x\"\nmsgstr \"\351\"\n",
    "es.po:7: error: this is not UTF-8 text; save the file in UTF-8",
    PEDICLE_TRANSLATION_ERROR_SYNTAX },
  { "charset",
    "msgid \"\"\nmsgstr \"Language: es\\nContent-Type: text/plain; charset=ISO-8859-1\\n\"\n",
    "es.po: error: the header says charset=ISO-8859-1;*", PEDICLE_TRANSLATION_ERROR_SYNTAX },
  { "domain", HEADER "domain \"other\"\nmsgid \"x\"\nmsgstr \"y\"\n",
    "es.po: error: a `domain` line hides*", PEDICLE_TRANSLATION_ERROR_SYNTAX },
  { "no language", "msgid \"x\"\nmsgstr \"y\"\n",
    "es.po: error: the header does not say which language*", PEDICLE_TRANSLATION_ERROR_LANGUAGE },
  { "a path as language", "msgid \"\"\nmsgstr \"Language: ../es\\n\"\n",
    "es.po: error: the header does not say*", PEDICLE_TRANSLATION_ERROR_LANGUAGE },
};

static void
assert_refused (PedicleCatalogue *catalogue,
                const GError *error,
                PedicleTranslationError code,
                const char *pattern)
{
  g_assert_null (catalogue);
  g_assert_error (error, PEDICLE_TRANSLATION_ERROR, (int) code);
  if (!g_pattern_match_simple (pattern, error->message))
    g_test_fail_printf ("\"%s\" does not match \"%s\"", error->message, pattern);
}

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      PedicleCatalogue *catalogue = parse (wrong[i].text, &error);

      g_test_message ("%s", wrong[i].name);
      assert_refused (catalogue, error, wrong[i].code, wrong[i].message);
    }
}

static void
test_nul (void)
{
  static const char text[] = HEADER "msgid \"x\"\nmsgstr \"y\0z\"\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;
  PedicleCatalogue *catalogue = pedicle_catalogue_parse (bytes, "es.po", NULL, &error);

  assert_refused (catalogue, error, PEDICLE_TRANSLATION_ERROR_SYNTAX,
                  "es.po:7: error: this is not UTF-8 text*");
}

/* Sixty wrong lines give one error, and nothing is written: libgettextpo's own handlers print and
 * leave. */
static void
test_silence (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GString) many = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 60; i++)
        g_string_append (many, "garbage\n");
      g_assert_null (parse (many->str, &error));
      g_assert_error (error, PEDICLE_TRANSLATION_ERROR, PEDICLE_TRANSLATION_ERROR_SYNTAX);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr_unmatched ("*garbage*");
  g_test_trap_assert_stdout_unmatched ("*garbage*");
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pedicle-XXXXXX", NULL);
  g_autofree char *big = g_build_filename (folder, "big.po", NULL),
                  *good = g_build_filename (folder, "es.po", NULL);
  g_autofree char *fifo = g_build_filename (folder, "fifo.po", NULL),
                  *none = g_build_filename (folder, "none.po", NULL);
  const struct
  {
    const char *path, *pattern;
  } files[] = {
    { folder, "*: error: this is no plain file*" },
    { fifo, "*fifo.po: error: this is no plain file*" },
    { none, "*none.po: error: the file cannot be read*" },
    { big, "*big.po: error: the file is larger than 8 MiB*" },
  };

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_true (g_file_set_contents (big, "#\n", -1, NULL));
  g_assert_cmpint (truncate (big, 9 * 1024 * 1024), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      PedicleCatalogue *catalogue = pedicle_catalogue_read (files[i].path, NULL, &error);

      assert_refused (catalogue, error, PEDICLE_TRANSLATION_ERROR_FILE, files[i].pattern);
    }

  g_assert_true (g_file_set_contents (good, sample, -1, NULL));
  g_autoptr (PedicleCatalogue) catalogue = pedicle_catalogue_read (good, "es_MX", NULL);
  g_assert_cmpstr (pedicle_catalogue_get_language (catalogue), ==, "es_MX");
  g_assert_cmpstr (pedicle_catalogue_get_path (catalogue), ==, good);

  g_remove (big);
  g_remove (good);
  g_remove (fifo);
  g_rmdir (folder);
}

static void
test_large (void)
{
  gsize size = PEDICLE_CATALOGUE_MAX_BYTES + 1;
  char *data = g_malloc (size);

  memset (data, '\n', size);
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);
  g_autoptr (GError) error = NULL;
  PedicleCatalogue *catalogue = pedicle_catalogue_parse (bytes, "es.po", "es", &error);
  assert_refused (catalogue, error, PEDICLE_TRANSLATION_ERROR_FILE,
                  "es.po: error: the file is larger than 8 MiB*");
}

/* ---- half-written files ---- */

/* Each cut is refused, or gives what the whole file gives; of the last entry at most a part is
 * there. */
static void
test_cuts (void)
{
  guint refused = 0, partial = 0;

  for (gsize size = 0; size < strlen (sample); size++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (sample, size);
      g_autoptr (PedicleCatalogue) catalogue = pedicle_catalogue_parse (bytes, "es.po", "es", NULL);
      guint cut = 0;

      refused += catalogue == NULL;
      for (guint i = 0; catalogue != NULL && i < G_N_ELEMENTS (sample_texts); i++)
        {
          g_autoptr (PedicleText) text = text_new (sample_texts[i].context, sample_texts[i].markup);
          const char *found = pedicle_catalogue_peek (catalogue, text, NULL);

          if (found == NULL)
            continue;
          g_assert_true (g_str_has_prefix (sample_texts[i].peek, found));
          cut += strcmp (sample_texts[i].peek, found) != 0;
        }
      g_assert_cmpuint (cut, <=, 1);
      partial += cut;
    }
  g_assert_cmpuint (refused, >, strlen (sample) / 2);
  g_assert_cmpuint (partial, >, 0); /* between two lines of one entry no syntax tells */
  g_test_message ("%u of %zu cuts refused, %u with a shorter last entry", refused, strlen (sample),
                  partial);
}

/* ---- machines and threads ---- */

static gpointer
read_often (gpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PedicleCatalogue) good = parse (sample, &error);
      PedicleCatalogue *bad = parse (wrong[0].text, NULL);

      g_assert_no_error (error);
      g_assert_null (bad);
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_often, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_locale (void)
{
  static const char arabic[] =
      "msgid \"\"\nmsgstr \"Language: ar\\nContent-Type: text/plain; charset=UTF-8\\n\"\n\n"
      "msgctxt \"a/x\"\nmsgid \"Today\"\nmsgstr \"اليوم\"\n";
  g_autoptr (PedicleCatalogue) catalogue = parse (arabic, NULL);
  g_autoptr (PedicleText) text = text_new ("a/x", "Today");

  g_assert_cmpstr (setlocale (LC_ALL, ""), ==, "C");
  g_assert_cmpstr (pedicle_catalogue_lookup (catalogue, text, NULL), ==, "اليوم");
  g_assert_true (pedicle_catalogue_is_rtl (catalogue));
}

static void
test_languages (void)
{
  static const struct
  {
    const char *tag, *name;
    gboolean rtl;
  } languages[] = {
    { "en", "English", FALSE },
    { "es", "Español", FALSE },
    { "es_MX", "Español (México)", FALSE },
    { "es_CO", "Español (CO)", FALSE },
    { "ar", "العربية", TRUE },
    { "ar_XB", "العربية (XB)", TRUE },
    { "en_XA", "English (XA)", FALSE },
    { "he", "עברית", TRUE },
    { "ur_PK", "اردو (PK)", TRUE },
    { "az_Arab", "az_Arab", TRUE },
    { "ug", "ug", TRUE },
    { "sr@latin", "Српски (latin)", FALSE },
    { "pa_Arab_PK", "ਪੰਜਾਬੀ (Arab_PK)", TRUE },
    { "xx", "xx", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("msgid \"\"\nmsgstr \"Language: %s\\n\"\n", languages[i].tag);
      g_autoptr (PedicleCatalogue) catalogue = parse (text, NULL);

      g_assert_cmpstr (pedicle_language_name (languages[i].tag), ==, languages[i].name);
      g_assert_cmpint (pedicle_catalogue_is_rtl (catalogue), ==, languages[i].rtl);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/states", test_states);
  g_test_add_func ("/catalogue/english", test_english);
  g_test_add_func ("/catalogue/letters", test_letters);
  g_test_add_func ("/catalogue/header", test_header);
  g_test_add_func ("/catalogue/forms", test_forms);
  g_test_add_func ("/catalogue/wrong", test_wrong);
  g_test_add_func ("/catalogue/nul", test_nul);
  g_test_add_func ("/catalogue/silence", test_silence);
  g_test_add_func ("/catalogue/files", test_files);
  g_test_add_func ("/catalogue/large", test_large);
  g_test_add_func ("/catalogue/cuts", test_cuts);
  g_test_add_func ("/catalogue/threads", test_threads);
  g_test_add_func ("/catalogue/locale", test_locale);
  g_test_add_func ("/catalogue/languages", test_languages);
  return g_test_run ();
}
