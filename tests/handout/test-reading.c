/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk.h"
#include "reading.h"

static const char *const kinds[] = {
  [PEDICLE_READING_PAGE] = "page",       [PEDICLE_READING_HEADING] = "heading",
  [PEDICLE_READING_TEXT] = "text",       [PEDICLE_READING_LIST] = "list",
  [PEDICLE_READING_ITEM] = "item",       [PEDICLE_READING_TABLE] = "table",
  [PEDICLE_READING_ROW] = "row",         [PEDICLE_READING_HEAD] = "head",
  [PEDICLE_READING_CELL] = "cell",       [PEDICLE_READING_PICTURE] = "picture",
};

static void
dump (const PedicleReading *part, int depth, GString *out)
{
  g_string_append_printf (out, "%*s%s", 2 * depth, "", kinds[part->kind]);
  if (part->level > 0)
    g_string_append_printf (out, " %d", part->level);
  if (*part->words != '\0')
    g_string_append_printf (out, " \"%s\"", part->words);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < part->children->len; i++)
    dump (part->children->pdata[i], depth + 1, out);
}

static void
check_places (const PedicleReading *part, const PedicleReading *page)
{
  g_assert_cmpfloat (part->width, >, 0);
  g_assert_cmpfloat (part->height, >, 0);
  g_assert_cmpfloat (part->x, >=, 0);
  g_assert_cmpfloat (part->y, >=, 0);
  g_assert_cmpfloat (part->x + part->width, <=, page->width + 1);
  g_assert_cmpfloat (part->y + part->height, <=, page->height + 1);
  for (guint i = 0; i < part->children->len; i++)
    check_places (part->children->pdata[i], page);
}

/* Only what is read: what was said of a picture stands for the words in it. */
static void
collect (const PedicleReading *part, GString *words)
{
  if (part->kind != PEDICLE_READING_PICTURE)
    g_string_append_printf (words, " %s", part->words);
  for (guint i = 0; i < part->children->len; i++)
    collect (part->children->pdata[i], words);
}

static char *
squeeze (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0' && !g_str_equal (*word, "|"))
      g_string_append_printf (out, "%s ", *word);
  return g_strdup (out->str);
}

/* Headings, lists, tables and pictures of a small content, in English and from right to left. */
static void
test_golden (void)
{
  static const char *const languages[] = { "en", "ar_XB" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (Desk) desk = desk_new (DESK_KNEE, languages[i], NULL);
      g_autofree char *name = g_strdup_printf ("reading-%s.txt", languages[i]);
      g_autoptr (GString) out = g_string_new (NULL);
      GPtrArray *handouts = pedicle_library_get_handouts (desk->library);

      for (guint j = 0; j < handouts->len; j++)
        {
          const PedicleHandout *handout = handouts->pdata[j];
          const PedicleDecision *decision =
              pedicle_library_find_decision (desk->library, handout->decision);
          char **options = handout->for_options != NULL ? handout->for_options : decision->options;
          g_autoptr (PediclePages) pages =
              desk_pages (desk, handout->id, handout->for_decision ? NULL : options[0]);

          for (guint k = 0; k < pedicle_pages_get_n (pages); k++)
            {
              g_autoptr (PedicleReading) page = pedicle_reading_new (pages, k);

              check_places (page, page);
              dump (page, 0, out);
            }
        }
      desk_compare (name, out->str);
    }
}

/* A page without pictures is read as it is written out: each word once, in the same order. */
static void
test_words (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  g_autoptr (PediclePages) pages = desk_pages (desk, "going-home", "kyphoplasty");
  g_autofree char *text = pedicle_pages_to_text (pages);
  g_auto (GStrv) written = g_strsplit (text, "\f", -1);

  for (guint i = 0; i < pedicle_pages_get_n (pages); i++)
    {
      g_autoptr (PedicleReading) page = pedicle_reading_new (pages, i);
      g_autoptr (GString) words = g_string_new (NULL);
      g_autofree char *read = NULL, *wrote = squeeze (written[i]);

      collect (page, words);
      read = squeeze (words->str);
      g_assert_cmpstr (read, ==, wrote);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/golden", test_golden);
  g_test_add_func ("/reading/words", test_words);
  return g_test_run ();
}
