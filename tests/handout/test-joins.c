/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What a line has room for stays on it: numbers and units, dates, telephone numbers, labels and
 * their values, in lines of every width and in any language. */
#include <math.h>
#include <string.h>

#include "typeset.h"

#define SIZE 24
#define NARROWEST 60
#define WIDEST 560
#define STEP 3
#define SPACE (SIZE / 2.0) /* more than the one at the end of a line takes */

typedef struct
{
  const char *language;
  const char *before, *value;
  PedicleFieldType type;
  const char *after;
  const char *whole[5]; /* what stays on one line that has room for it */
} Case;

#define UNTIL_AR "\330\255\330\252\331\211: "
#define DAY_AR "\331\242 \330\257\331\212\330\263\331\205\330\250\330\261"
#define YEAR_AR " \331\242\331\240\331\242\331\246"

static const Case cases[] = {
  { "en", "Until: ", "November 22, 2026", PEDICLE_FIELD_DATE, "",
    { "November 22, 2026", "November 22,", "Until: November 22, 2026" } },
  { "es", "Hasta: ", "2 de diciembre de 2026", PEDICLE_FIELD_DATE, "",
    { "2 de diciembre de 2026", "2 de diciembre", "de 2026", "Hasta: 2 de diciembre de 2026" } },
  { "hu", "Eddig: ", "2026. november 22.", PEDICLE_FIELD_DATE, "",
    { "2026. november 22.", "november 22." } },
  { "en", "From: ", "December 2, 2026, 09:30", PEDICLE_FIELD_DATE_TIME, "",
    { "December 2, 2026, 09:30", "December 2, 2026,", "December 2," } },
  { "ar", UNTIL_AR, DAY_AR YEAR_AR, PEDICLE_FIELD_DATE, "",
    { DAY_AR YEAR_AR, DAY_AR, UNTIL_AR DAY_AR YEAR_AR } },
  { "en", "Call us then. Night: ", "+1 555 010 0142", PEDICLE_FIELD_PHONE, ". Then wait.",
    { "+1 555 010 0142.", "Night: +1 555 010 0142." } },
  { "es", "Durante el d\303\255a no. De noche: ", "555 010 0142", PEDICLE_FIELD_PHONE, ".",
    { "555 010 0142.", "De noche: 555 010 0142." } },
  { "en", "Name: ", "Apixaban 5 mg", PEDICLE_FIELD_TEXT, "",
    { "5 mg", "Apixaban 5 mg", "Name: Apixaban 5 mg" } },
  { "en", "Lift no more than ", "5", PEDICLE_FIELD_NUMBER, " kg until then.", { "5 kg" } },
  { "en", "Take ", "amlodipine 5 mg, metoprolol 50 mg", PEDICLE_FIELD_TEXT, " at 8.",
    { "amlodipine 5 mg,", "metoprolol 50 mg" } },
  { "en", "Cement got out of 82 of 100 bones with ", "T12, L1", PEDICLE_FIELD_SITES, ".",
    { "82 of 100", "T12, L1." } },
  { "en", "The needle is 3 mm wide. We saw 100 bones, ", "L1", PEDICLE_FIELD_SITES, ".",
    { "3 mm", "100 bones," } },
  { "de", "Nach 24 Stunden, mit bis zu 5 Personen: ", "L1", PEDICLE_FIELD_SITES, ".",
    { "24 Stunden,", "5 Personen:" } },
  { "es", "Con la cifoplastia, 16 de cada 100 personas con ", "L1", PEDICLE_FIELD_SITES, ".",
    { "16 de cada 100" } },
};

static PedicleRich *
rich_of (const Case *c)
{
  PedicleRich *rich = pedicle_rich_new ();

  pedicle_rich_append (rich, c->before, 0);
  pedicle_rich_append_value (rich, c->value, c->type, PEDICLE_STYLE_STRONG);
  pedicle_rich_append (rich, c->after, 0);
  return rich;
}

static PedicleLines *
set (const Case *c, const PedicleRich *rich, double width)
{
  const PedicleFace face = pedicle_style_face (PEDICLE_ROLE_BODY, SIZE);

  return pedicle_typeset_lines (pedicle_typeset_get (), rich, &face, c->language,
                                g_str_equal (c->language, "ar"), width, 0);
}

static double
width_of (const Case *c, const char *words)
{
  g_autoptr (PedicleRich) rich = pedicle_rich_new ();
  g_autoptr (PedicleLines) lines = NULL;

  pedicle_rich_append (rich, words, PEDICLE_STYLE_STRONG);
  lines = set (c, rich, -1);
  return lines->width;
}

/* Without the marks of direction. */
static char *
words_of (const PedicleLine *line)
{
  GString *words = g_string_new (NULL);

  for (const char *at = line->words; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_iszerowidth (g_utf8_get_char (at)))
      g_string_append_unichar (words, g_utf8_get_char (at));
  return g_string_free (words, FALSE);
}

static bool
is_on_one_line (const PedicleLines *lines, const char *whole)
{
  for (guint i = 0; i < lines->n; i++)
    {
      g_autofree char *words = words_of (&lines->lines[i]);

      if (strstr (words, whole) != NULL)
        return true;
    }
  return false;
}

static double
widest_word (const Case *c)
{
  g_autofree char *all = g_strconcat (c->before, c->value, c->after, NULL);
  g_auto (GStrv) words = g_strsplit (all, " ", -1);
  double widest = 0;

  for (char **word = words; *word != NULL; word++)
    widest = fmax (widest, width_of (c, *word));
  return widest;
}

static void
check (const Case *c, const PedicleRich *rich, double width)
{
  g_autoptr (PedicleLines) lines = set (c, rich, width);

  g_assert_cmpfloat (lines->width, <=, fmax (width, widest_word (c)) + SPACE);
  for (const char *const *whole = c->whole; *whole != NULL; whole++)
    if (width_of (c, *whole) <= width && !is_on_one_line (lines, *whole))
      g_error ("“%s” is parted in a line of %g points", *whole, width);
}

static void
test_every_width (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (PedicleRich) rich = rich_of (c);

  for (double width = NARROWEST; width < WIDEST; width += STEP)
    check (c, rich, width);
}

/* No short word stands alone below two lines or more. */
static void
test_last_word (void)
{
  static const Case plain = { .language = "en" };
  g_autoptr (PedicleRich) rich =
      pedicle_rich_new_plain ("The needle spot may be sore for a few days.");
  guint n_long = 0;

  for (double width = width_of (&plain, "few days."); width < WIDEST; width += STEP)
    {
      g_autoptr (PedicleLines) lines = set (&plain, rich, width);
      g_autofree char *last = words_of (&lines->lines[lines->n - 1]);

      if (lines->n > 2 && strchr (last, ' ') == NULL)
        g_error ("“%s” stands alone in lines of %g points", last, width);
      n_long += lines->n > 2;
    }
  g_assert_cmpuint (n_long, >, 10);
}

static void
check_parts (const Case *c, const PedicleLines *lines, const char *const *parts)
{
  for (guint i = 0; i < lines->n; i++)
    {
      g_autofree char *words = g_strstrip (words_of (&lines->lines[i]));

      if (g_str_has_prefix (words, "·") || g_str_has_suffix (words, "·"))
        g_error ("“%s” has a mark at its end", words);
    }
  for (; *parts != NULL; parts++)
    if (width_of (c, *parts) <= lines->width && !is_on_one_line (lines, *parts))
      g_error ("“%s” is parted", *parts);
}

static double
plain_width (const Case *c, const char *words)
{
  g_autoptr (PedicleRich) rich = pedicle_rich_new_plain (words);
  g_autoptr (PedicleLines) lines = set (c, rich, -1);

  return lines->width;
}

/* How many lines take @parts when each stands behind the one before where it fits there with a space. */
static guint
count_lines (const Case *c, const char *const *parts, double width)
{
  g_autoptr (GString) line = g_string_new (*parts);
  guint n = 1;

  for (const char *const *part = parts + 1; *part != NULL; part++)
    {
      g_autofree char *longer = g_strconcat (line->str, " \302\267 ", *part, NULL);
      bool fits = plain_width (c, longer) + SPACE < width;

      g_string_assign (line, fits ? longer : *part);
      n += !fits;
    }
  return n;
}

/* A line that is ended earlier than it was leaves no end where those behind it ended: parts take no more lines than they
 * need. */
static void
test_fewest_lines (void)
{
  static const Case plain = { .language = "en" };
  static const char *const parts[] = { "Content 1.0",     "Not yet reviewed", "Look again",
                                       "Sources: ask us", "6bb5 be9e",        NULL };
  g_autoptr (PedicleRich) rich = pedicle_rich_new ();
  guint n_more = 0;

  for (const char *const *part = parts; *part != NULL; part++)
    {
      g_autoptr (PedicleRich) one = pedicle_rich_new_plain (*part);

      pedicle_rich_append_part (rich, one);
    }
  for (double width = 250; width < 900; width += 0.5)
    {
      g_autoptr (PedicleLines) lines = set (&plain, rich, width);

      n_more += lines->n > count_lines (&plain, parts, width);
    }
  g_assert_cmpuint (n_more, ==, 0);
}

/* A part that does not fit behind the one before begins a line, and the mark between them is left
 * away. */
static void
test_parts (void)
{
  static const Case plain = { .language = "en" };
  static const char *const parts[] = { "When: In a month", "Where: Here", NULL };
  g_autoptr (PedicleRich) rich = pedicle_rich_new_plain ("Studied: Bones that were treated");
  g_autoptr (PedicleLines) line = NULL;

  for (const char *const *part = parts; *part != NULL; part++)
    {
      g_autoptr (PedicleRich) more = pedicle_rich_new_plain (*part);

      pedicle_rich_append_part (rich, more);
    }
  for (double width = NARROWEST * 2; width < WIDEST * 2; width += STEP)
    {
      g_autoptr (PedicleLines) lines = set (&plain, rich, width);

      check_parts (&plain, lines, parts);
    }
  line = set (&plain, rich, WIDEST * 2);
  g_assert_cmpuint (line->n, ==, 1);
  g_assert_cmpstr (line->lines[0].words, ==,
                   "Studied: Bones that were treated · When: In a month · Where: Here");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/joins/%s/%u", cases[i].language, i);

      g_test_add_data_func (path, &cases[i], test_every_width);
    }
  g_test_add_func ("/joins/last-word", test_last_word);
  g_test_add_func ("/joins/parts", test_parts);
  g_test_add_func ("/joins/fewest-lines", test_fewest_lines);
  return g_test_run ();
}
