/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Every bad file, with the messages that it gets. A file takes the place of one in the small good
 * pack, a folder lies over it. PEDICLE_REGENERATE=1 writes the messages down. */
#include "pack.h"

#include <stdbool.h>
#include <string.h>

#define SMALL TEST_DATA "/content/good/small"
#define BAD TEST_DATA "/content/bad"
#define PICTURE TEST_DATA "/packs/knee/pictures/knee.svg"

static void
compare_or_write (const char *said, const char *path)
{
  if (g_getenv ("PEDICLE_REGENERATE"))
    {
      g_autoptr (GError) error = NULL;
      g_file_set_contents (path, said, -1, &error);
      g_assert_no_error (error);
    }
  g_autofree char *expected = pack_read (path);
  g_assert_cmpstr (said, ==, expected);
}

/* Takes out the good file whose place the bad one takes. */
static void
make_room (Pack *pack, const char *text)
{
  static const char *const places[][2] = {
    { "<procedure ", "injection.xml" }, { "<decision ", "decision.xml" },
    { "<sources ", "sources.xml" },     { "<phrases ", "phrases.xml" },
    { "<handout ", "sheet.xml" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (strstr (text, places[i][0]))
      {
        pack_remove (pack, places[i][1]);
        return;
      }
}

static void
test_bad (gconstpointer data)
{
  const char *name = data;
  g_autofree char *path = g_build_filename (BAD, name, NULL);
  bool is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);
  g_autofree char *stem = is_folder ? g_strdup (name) : g_strndup (name, strlen (name) - 4);
  g_autofree char *expected = g_strconcat (BAD, "/", stem, ".expected", NULL);
  g_autoptr (Pack) pack = pack_new (SMALL);
  pack_copy (pack, PICTURE, "pictures/knee.svg");
  if (is_folder)
    pack_copy_folder (pack, path);
  else
    {
      g_autofree char *text = pack_read (path);
      make_room (pack, text);
      pack_put (pack, name, text);
    }
  g_autofree char *said = pack_load (pack);
  g_assert_cmpstr (said, !=, "");
  compare_or_write (said, expected);
}

/* A terminal obeys some characters; a problem is one line of words, whatever a file is called. */
static void
test_plain (void)
{
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  pedicle_problems_add (problems, PEDICLE_SEVERITY_ERROR, PEDICLE_CONTENT_ERROR_VALUE,
                        "a\n\033[31m\377.xml", 1, 2, "id=\"%s\": write letters", "\302\2332J");
  g_autofree char *said = pedicle_problems_format (problems);
  g_assert_cmpstr (said, ==,
                   "a\357\277\275\357\277\275[31m\357\277\275.xml:1:2: error: "
                   "id=\"\357\277\2752J\": write letters\n");
}

/* The position is that of the tag, whatever stands before it: what the messages say is looked up in
 * the file. */
static void
test_positions (void)
{
  static const struct
  {
    const char *tag, *words;
  } mistakes[] = {
    { "<summary", "\"&\"" },  { "<picture", "unknown element <picture>" },
    { "<cite", "no source" }, { "<unknown", "the id \"title\"" },
    { "<p ", "{nobody}" },
  };
  g_autofree char *text = pack_read (BAD "/five-mistakes.xml");
  g_autoptr (Pack) pack = pack_new (SMALL);
  make_room (pack, text);
  pack_put (pack, "five-mistakes.xml", text);
  g_autofree char *said = pack_load (pack);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (pedicle_problems_get_n (pack->problems), ==, G_N_ELEMENTS (mistakes));
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      const PedicleProblem *problem = pedicle_problems_get (pack->problems, i);
      g_assert_true (g_str_has_suffix (problem->file, "/five-mistakes.xml"));
      g_assert_true (
          g_str_has_prefix (lines[problem->line - 1] + problem->column - 1, mistakes[i].tag));
      g_assert_nonnull (strstr (problem->message, mistakes[i].words));
      g_assert_cmpint (problem->severity, ==, PEDICLE_SEVERITY_ERROR);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_autoptr (GPtrArray) names = pack_list (BAD);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      g_autofree char *path = g_strconcat ("/problems/", name, NULL);
      if (!g_str_has_suffix (name, ".expected"))
        g_test_add_data_func (path, name, test_bad);
    }
  g_test_add_func ("/problems/plain", test_plain);
  g_test_add_func ("/problems/positions", test_positions);
  return g_test_run ();
}
