/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "standing.h"

#include <glib/gstdio.h>

#define NOBODY "Not yet reviewed by a clinician"
#define OVERDUE "past its date"
#define CONFLICT "out of date"
#define DIGEST_OF_NOTHING "sha256:0000000000000000000000000000000000000000000000000000000000000000"

static PedicleTopic *
find_topic (PedicleSession *session, const char *id)
{
  return (PedicleTopic *) pedicle_decision_find_topic (pedicle_session_get_decision (session), id);
}

static void
expect (PedicleSession *session, const char *topic, const char *words, gboolean said)
{
  g_autofree char *line = pedicle_standing_words (session, find_topic (session, topic));

  g_test_message ("%s", line);
  g_assert_true ((strstr (line, words) != NULL) == said);
}

/* The day to look again is read from the clock, which the tests can set. */
static void
test_overdue (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");

  g_setenv ("SOURCE_DATE_EPOCH", "1795000000", TRUE); /* November 2026 */
  expect (session, "benefits", OVERDUE, FALSE);
  expect (session, "benefits", NOBODY, TRUE);
  g_setenv ("SOURCE_DATE_EPOCH", "1858000000", TRUE); /* November 2028 */
  expect (session, "benefits", OVERDUE, TRUE);
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

/* A copy of the small pack with a clinic's layer. */
static PedicleSession *
with_layer (const char *folder, const char *inside)
{
  static const char *const files[] = { "decision.xml", "exercise.xml", "injection.xml", "phrases.xml", "sources.xml", "sheet.xml" };
  g_autofree char *layer = g_strconcat (
      "<overlay id='clinic' format='1' approved-by='A. Person' approved='2026-11-01'>", inside, "</overlay>", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *from = g_build_filename (SOURCE_ROOT "/tests/content/good/small", files[i], NULL);
      g_autofree char *to = g_build_filename (folder, files[i], NULL);
      g_autofree char *text = NULL;
      gsize length;
      g_assert_true (g_file_get_contents (from, &text, &length, NULL));
      g_assert_true (g_file_set_contents (to, text, (gssize) length, NULL));
    }
  g_autofree char *path = g_build_filename (folder, "overlay.xml", NULL);
  g_assert_true (g_file_set_contents (path, layer, -1, NULL));
  return pedicle_session_new (folder);
}

static char *
sign_off (PedicleSession *session, const char *file)
{
  const char *digest = pedicle_library_digest_file (pedicle_session_get_library (session), file);
  return g_strdup_printf ("<review of='%s' digest='%s' by='B. Person' role='nurse' on='2026-11-02'/>", file, digest);
}

/* Each file that the topic takes words from must be signed off. */
static void
test_sign_off (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pedicle-XXXXXX", NULL);
  g_autoptr (PedicleSession) before = with_layer (folder, "");
  g_autofree char *one = sign_off (before, "knee");
  g_autofree char *two = sign_off (before, "exercise");
  g_autofree char *three = sign_off (before, "injection");
  g_autofree char *most = g_strconcat (one, two, NULL);
  g_autofree char *all = g_strconcat (one, two, three, NULL);
  g_autoptr (PedicleSession) partly = with_layer (folder, most);
  g_autoptr (PedicleSession) whole = with_layer (folder, all);

  expect (before, "help", NOBODY, TRUE);
  expect (partly, "help", NOBODY, TRUE);
  expect (partly, "what", NOBODY, FALSE);
  expect (whole, "help", NOBODY, FALSE);
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

static void
test_conflict (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pedicle-XXXXXX", NULL);
  g_autoptr (PedicleSession) session = with_layer (
      folder, "<replace id='own' ref='exercise/help.short' was='" DIGEST_OF_NOTHING "'>It helps here.</replace>");

  expect (session, "help", CONFLICT, TRUE);
  expect (session, "harm", CONFLICT, FALSE);
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/standing/overdue", test_overdue);
  g_test_add_func ("/standing/sign-off", test_sign_off);
  g_test_add_func ("/standing/conflict", test_conflict);
  return g_test_run ();
}
