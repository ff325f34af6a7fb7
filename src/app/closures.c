/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "closures.h"

#include <glib/gi18n.h>

char *
pedicle_discussed_of (guint discussed, guint topics)
{
  /* Translators: how many topics were talked about, of how many. */
  return g_strdup_printf (_("%u of %u discussed"), discussed, topics);
}

char *
pedicle_step_of (guint step, guint steps)
{
  /* Translators: which step of a procedure is shown, of how many. */
  return g_strdup_printf (_("Step %u of %u"), step, steps);
}

char *
pedicle_page_of (guint page, guint pages)
{
  return g_strdup_printf (_("Page %u of %u"), page, pages);
}

char *
pedicle_problems_in_content (guint problems)
{
  return g_strdup_printf (ngettext ("%u problem in the content", "%u problems in the content", problems), problems);
}

char *
pedicle_questions_noted (guint questions)
{
  return g_strdup_printf (ngettext ("%u question", "%u questions", questions), questions);
}

char *
pedicle_drawn_by_hand (guint strokes)
{
  /* Translators: said by a screen reader of a picture. */
  return g_strdup_printf (ngettext ("Drawn on by hand, %u stroke", "Drawn on by hand, %u strokes", strokes), strokes);
}

char *
pedicle_places_found (guint places)
{
  /* Translators: said by a screen reader while words are typed that are looked for. */
  return g_strdup_printf (ngettext ("%u place found", "%u places found", places), places);
}

char *
pedicle_record_copied (guint lines)
{
  return g_strdup_printf (ngettext ("Copied: the record of this talk, %u line",
                                    "Copied: the record of this talk, %u lines", lines),
                          lines);
}

char *
pedicle_and_more (guint more)
{
  if (more == 0)
    return g_strdup ("");
  /* Translators: the end of a list that is too long: so many are not named. */
  return g_strdup_printf (ngettext ("%u more", "%u more", more), more);
}

char *
pedicle_join_words (const char *const *words)
{
  guint n = g_strv_length ((char **) words);

  if (n == 0)
    return g_strdup ("");
  if (n == 1)
    return g_strdup (words[0]);

  g_autoptr (GString) head = g_string_new (words[0]);
  for (guint i = 1; i + 1 < n; i++)
    /* Translators: joins two of several words of a list, before the last. */
    g_string_append_printf (head, _(", %s"), words[i]);
  /* Translators: joins the last word of a list to those before. */
  return g_strdup_printf (_("%s and %s"), head->str, words[n - 1]);
}
