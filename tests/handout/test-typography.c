/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Clear print, measured on the pages that are shipped. */
#include "desk.h"

#include <math.h>
#include <string.h>

#include "../content/pack.h"
#include "pages-private.h"
#include "paint.h"
#include "style.h"
#include "typeset.h"

#define MM (72.0 / 25.4)
#define PHONE "555 010 0199"

static const double sizes[] = { 14, 15.5, 18, 24, 36 };

typedef void (*Look) (const PediclePages *pages, double size);

static void
look_at (const Desk *desk, const PedicleHandout *handout, const char *option, double size, Look look)
{
  PedicleRequest request = desk_request (desk, handout->id, option);

  request.size = size;
  for (guint i = 0; i < PEDICLE_PAPER_N; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PediclePages) pages = NULL;

      request.paper = (PediclePaper) i;
      pages = pedicle_pages_new (&request, &error);
      g_assert_no_error (error);
      look (pages, size);
    }
}

/* Every shipped sheet for every option on both papers. */
static void
look_at_all_on (const Desk *desk, double size, Look look)
{
  GPtrArray *handouts = pedicle_library_get_handouts (desk->library);

  pedicle_visit_set_value (desk->visit, "day-phone", PHONE);
  for (guint i = 0; i < handouts->len; i++)
    {
      const PedicleHandout *handout = handouts->pdata[i];
      const PedicleDecision *decision =
          pedicle_library_find_decision (desk->library, handout->decision);
      char **options = handout->for_options != NULL ? handout->for_options : decision->options;

      if (handout->for_decision)
        look_at (desk, handout, NULL, size, look);
      for (char **option = options; !handout->for_decision && *option != NULL; option++)
        look_at (desk, handout, *option, size, look);
    }
}

static void
look_at_all (double size, Look look)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);

  look_at_all_on (desk, size, look);
}

static void
look_at_all_mirrored (double size, Look look)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "ar_XB", NULL);

  look_at_all_on (desk, size, look);
}

/* ---- Lines ---- */

static bool
is_line (const PedicleItem *item)
{
  return item->kind == PEDICLE_ITEM_TEXT && item->words != NULL && *item->words != '\0';
}

/* Lines of one paragraph follow each other below the same edge. */
static bool
goes_on (const PedicleItem *line, const PedicleItem *next)
{
  return line->node == next->node && fabs (line->x - next->x) < 0.1 && next->y > line->y;
}

static bool
goes_below (const PedicleItem *line, const PedicleItem *first)
{
  return line->node == first->node && line->y > first->y;
}

typedef void (*Paragraph) (const PediclePages *pages, const PedicleItem *const *lines, guint n);

static void
for_paragraphs (const PediclePages *pages, Paragraph visit)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GPtrArray *items = pages->pages->pdata[i];
      g_autoptr (GPtrArray) lines = g_ptr_array_new ();

      for (guint j = 0; j <= items->len; j++)
        {
          PedicleItem *item = j < items->len ? items->pdata[j] : NULL;

          if (item != NULL && (item->node == PEDICLE_NODE_NONE || !is_line (item)))
            continue;
          if (lines->len > 0 && (item == NULL || !goes_on (lines->pdata[lines->len - 1], item)))
            {
              visit (pages, (const PedicleItem *const *) lines->pdata, lines->len);
              g_ptr_array_set_size (lines, 0);
            }
          g_ptr_array_add (lines, item);
        }
    }
}

static long
count_letters (const char *words)
{
  long n = 0;

  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    n += !g_unichar_iszerowidth (g_utf8_get_char (at));
  return n - g_str_has_suffix (words, " ");
}

static GArray *longest;

static void
note_longest (const PediclePages *pages, const PedicleItem *const *lines, guint n)
{
  long most = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, count_letters (lines[i]->words));
  g_assert_cmpint (most, <=, PEDICLE_MEASURE_MAX);
  /* only a paragraph of the page's own width says how wide that is */
  if (n >= 3 && lines[0]->x < 46 && pages->width < pages->height)
    g_array_append_val (longest, most);
}

static void
look_at_lengths (const PediclePages *pages, double size)
{
  for_paragraphs (pages, note_longest);
}

static int
compare_longs (gconstpointer a, gconstpointer b)
{
  return (int) (*(const long *) a - *(const long *) b);
}

/* At most 70 letters in a line; 60 to 70 in one column of normal size. */
static void
test_line_lengths (void)
{
  longest = g_array_new (FALSE, FALSE, sizeof (long));
  look_at_all (14, look_at_lengths);
  g_array_sort (longest, compare_longs);
  g_assert_cmpuint (longest->len, >, 100);
  g_assert_cmpint (g_array_index (longest, long, longest->len / 10), >=, 60);
  g_assert_cmpint (g_array_index (longest, long, longest->len - 1), <=, 70);
  g_array_set_size (longest, 0);
  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    look_at_all (sizes[i], look_at_lengths);
  g_clear_pointer (&longest, g_array_unref);
}

/* A word or a number at the end of a line, and what stands at the beginning of the next. */
static void
check_ends (const PediclePages *pages, const PedicleItem *const *lines, guint n)
{
  static const char number[] = "[0-9]\\s*$";
  static const char unit[] = "^(°|mg|g|kg|pounds?|lb|cm|mm|inch|inches|minutes?|hours?|days?|weeks?|"
                             "months?|years?|percent|%|of [0-9])";

  for (guint i = 0; i + 1 < n; i++)
    if (g_regex_match_simple (number, lines[i]->words, 0, 0) &&
        g_regex_match_simple (unit, lines[i + 1]->words, 0, 0))
      g_error ("“%s” is parted from “%s”", lines[i]->words, lines[i + 1]->words);
}

static void
check_numbers (const PediclePages *pages, double size)
{
  g_autofree char *text = pedicle_pages_to_text (pages);

  for_paragraphs (pages, check_ends);
  /* each time that it is begun it is whole */
  for (const char *at = strstr (text, "555 "); at != NULL; at = strstr (at + 1, "555 "))
    g_assert_true (g_str_has_prefix (at, PHONE));
}

static void
test_numbers_whole (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    look_at_all (sizes[i], check_numbers);
}

/* What is filled in, and how it stands on paper: on one line each. */
static const char *const filled[][3] = {
  { "driving-until", "2026-11-22", "November 22, 2026" },
  { "lifting-until", "2027-01-04", "January 4, 2027" },
  { "lifting-limit", "5 kg", "5 kg" },
  { "levels", "T12, L1", "T12, L1" },
  { "day-phone", "555 010 0199", "555 010 0199" },
  { "night-phone", "+1 555 010 0142", "+1 555 010 0142" },
};

static void
look_for_filled (const PediclePages *pages, double size)
{
  for (guint i = 0; i < G_N_ELEMENTS (filled); i++)
    {
      guint n = 0;

      for (guint j = 0; j < pages->pages->len; j++)
        for (guint k = 0; k < ((GPtrArray *) pages->pages->pdata[j])->len; k++)
          {
            const PedicleItem *item = ((GPtrArray *) pages->pages->pdata[j])->pdata[k];

            n += is_line (item) && strstr (item->words, filled[i][2]) != NULL;
          }
      if (n == 0)
        g_error ("“%s” is not on one line at %g points", filled[i][2], size);
    }
}

static void
test_filled_whole (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  const PedicleHandout *handout = pedicle_library_find_handout (desk->library, "going-home");

  for (guint i = 0; i < G_N_ELEMENTS (filled); i++)
    pedicle_visit_set_value (desk->visit, filled[i][0], filled[i][1]);
  for (double size = 14; size <= 24; size += 2)
    look_at (desk, handout, "kyphoplasty", size, look_for_filled);
}

static void
check_brackets (const PediclePages *pages, const PedicleItem *const *lines, guint n)
{
  for (guint i = 0; i + 1 < n; i++)
    {
      const char *open = strrchr (lines[i]->words, '(');
      const char *close = open != NULL ? strchr (lines[i + 1]->words, ')') : NULL;

      if (close != NULL && strchr (open, ')') == NULL &&
          strlen (open) + (gsize) (close - lines[i + 1]->words) < 20 && lines[i]->width > 300)
        g_error ("“%s” is parted from “%s”", lines[i]->words, lines[i + 1]->words);
    }
}

/* "12 of" and what stands at the beginning of the next line. */
static void
check_counts (const PediclePages *pages, const PedicleItem *const *lines, guint n)
{
  for (guint i = 0; i + 1 < n; i++)
    if (lines[i]->width > 300 && g_regex_match_simple ("[0-9] (of|to)\\s*$", lines[i]->words, 0, 0) &&
        g_ascii_isdigit (*lines[i + 1]->words))
      g_error ("“%s” is parted from “%s”", lines[i]->words, lines[i + 1]->words);
}

static void
look_at_brackets (const PediclePages *pages, double size)
{
  for_paragraphs (pages, check_brackets);
  for_paragraphs (pages, check_counts);
}

/* A few words in brackets stay on one line, and so do so many of so many. */
static void
test_brackets (void)
{
  look_at_all (14, look_at_brackets);
  look_at_all (18, look_at_brackets);
}

static guint n_lonely;

static void
count_lonely (const PediclePages *pages, const PedicleItem *const *lines, guint n)
{
  const char *last = lines[n - 1]->words, *above = n > 1 ? lines[n - 2]->words : "";
  g_autofree char *line = g_strstrip (g_strdup (above));
  const char *word = strrchr (line, ' ');

  /* narrow columns cannot help it */
  n_lonely += word != NULL && strchr (last, ' ') == NULL && lines[n - 2]->width > 300 &&
              strlen (word) + strlen (last) < 16;
}

static void
look_for_lonely (const PediclePages *pages, double size)
{
  for_paragraphs (pages, count_lonely);
}

/* No short word ends a paragraph alone. */
static void
test_last_words (void)
{
  look_at_all (14, look_for_lonely);
  look_at_all (18, look_for_lonely);
  g_assert_cmpuint (n_lonely, ==, 0);
}

/* ---- Sizes and room ---- */

static double
letter_size (const PedicleGlyphs *run)
{
  cairo_matrix_t matrix;

  cairo_scaled_font_get_font_matrix (run->font, &matrix);
  return matrix.yy;
}

/* Text is set in its size, never drawn smaller or larger, and nothing of the body is smaller. */
static void
check_sizes (const PediclePages *pages, double size)
{
  guint n_body = 0;

  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GPtrArray *items = pages->pages->pdata[i];

      for (guint j = 0; j < items->len; j++)
        {
          const PedicleItem *item = items->pdata[j];

          for (guint k = 0; item->runs != NULL && k < item->runs->len; k++)
            {
              double found = letter_size (item->runs->pdata[k]);

              g_assert_cmpfloat (found, >=, item->node == PEDICLE_NODE_NONE ? 9.99 : size - 0.01);
              n_body += fabs (found - size) < 0.01;
            }
        }
    }
  g_assert_cmpuint (n_body, >, 10);
}

static bool
is_rule (const PedicleItem *item)
{
  return item->kind == PEDICLE_ITEM_PATH && item->stroke == PEDICLE_COLOUR_RULE && item->height < 0.1;
}

/* From a line to write on up to what stands above it: another one, or the feet of letters. */
static void
check_room_above (const GPtrArray *items, const PedicleItem *rule, double size)
{
  for (guint i = 0; i < items->len; i++)
    {
      const PedicleItem *item = items->pdata[i];
      double foot = is_rule (item) ? item->y : item->y + item->height - 0.25 * size;

      if (item == rule || !(is_rule (item) || is_line (item)) || foot >= rule->y - 1 ||
          item->x >= rule->x + rule->width || item->x + item->width <= rule->x ||
          (is_line (item) && item->y + item->height > rule->y))
        continue;
      if (rule->y - foot < 8 * MM - 0.1)
        g_error ("%.1f mm to write on below “%s”", (rule->y - foot) / MM,
                 item->words != NULL ? item->words : "a line");
    }
}

static void
check_rules (const PediclePages *pages, double size)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GPtrArray *items = pages->pages->pdata[i];

      for (guint j = 0; j < items->len; j++)
        if (is_rule (items->pdata[j]))
          check_room_above (items, items->pdata[j], size);
    }
}

static void
look_at_room (const PediclePages *pages, double size)
{
  check_sizes (pages, size);
  check_rules (pages, size);
}

static void
test_sizes_and_blanks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    look_at_all (sizes[i], look_at_room);
}

static guint n_bars;

/* From the feet of letters down to the bar below them. */
static void
check_room_over_bar (const GPtrArray *items, const PedicleItem *bar, double size)
{
  double foot = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const PedicleItem *item = items->pdata[i];

      if (is_line (item) && item->baseline < bar->y && item->x < bar->x + bar->width &&
          item->x + item->width > bar->x)
        foot = fmax (foot, item->baseline + 0.24 * size);
    }
  g_assert_cmpfloat (foot, >, 0);
  g_assert_cmpfloat (bar->y - foot, >=, 3 * pedicle_style_scale (size));
  n_bars++;
}

static void
look_over_bars (const PediclePages *pages, double size)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GPtrArray *items = pages->pages->pdata[i];

      for (guint j = 0; j < items->len; j++)
        if (((const PedicleItem *) items->pdata[j])->fill == PEDICLE_COLOUR_TRACK)
          check_room_over_bar (items, items->pdata[j], size);
    }
}

/* A bar is not an underline. */
static void
test_bars (void)
{
  look_at_all (14, look_over_bars);
  look_at_all (24, look_over_bars);
  g_assert_cmpuint (n_bars, >, 10);
}

/* ---- Lists ---- */

static guint n_marks, n_hanging;

/* The mark stands before all lines of its words, on the first one's baseline; these share an edge. */
static void
check_mark (const PediclePages *pages, const GPtrArray *items, guint index)
{
  const PedicleItem *mark = items->pdata[index];
  const PedicleItem *first = NULL;

  for (guint i = index + 1; i < items->len; i++)
    {
      const PedicleItem *line = items->pdata[i];

      if (!is_line (line))
        continue;
      if (first != NULL && !goes_below (line, first))
        break;
      if (first == NULL && mark->runs != NULL)
        g_assert_cmpfloat_with_epsilon (mark->baseline, line->baseline, 0.1);
      if (pages->rtl)
        g_assert_cmpfloat (mark->x, >, line->x + line->width);
      else
        g_assert_cmpfloat (mark->x + mark->width, <, line->x);
      if (first != NULL && pages->rtl)
        g_assert_cmpfloat_with_epsilon (line->x + line->width, first->x + first->width, 4);
      else if (first != NULL)
        g_assert_cmpfloat_with_epsilon (line->x, first->x, 0.1);
      n_hanging += first != NULL;
      first = first != NULL ? first : line;
    }
  g_assert_nonnull (first);
  n_marks++;
}

static void
look_at_marks (const PediclePages *pages, double size)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GPtrArray *items = pages->pages->pdata[i];

      for (guint j = 0; j < items->len; j++)
        {
          const PedicleItem *item = items->pdata[j];

          /* not "Step 1" over a picture */
          if (item->words != NULL && count_letters (item->words) <= 4 &&
              item->node != PEDICLE_NODE_NONE &&
              pedicle_structure_is (pages->structure, item->node, "Lbl"))
            check_mark (pages, items, j);
        }
    }
}

/* Bullets, ticks and numbers hang. */
static void
test_hanging (void)
{
  static const double hung[] = { 14, 24 };

  for (guint i = 0; i < G_N_ELEMENTS (hung); i++)
    {
      n_marks = n_hanging = 0;
      look_at_all (hung[i], look_at_marks);
      look_at_all_mirrored (hung[i], look_at_marks);
      g_assert_cmpuint (n_marks, >, 500);
      g_assert_cmpuint (n_hanging, >, 200);
    }
}

/* The element with @tag that @item is in, or -1. */
static int
find_around (const PedicleStructure *structure, const PedicleItem *item, const char *tag)
{
  int node = item->node;

  while (node >= 0 && !pedicle_structure_is (structure, node, tag))
    node = pedicle_structure_get (structure, node)->parent;
  return node;
}

static guint
count_children (const PedicleStructure *structure, int list)
{
  guint n = 0;

  for (guint i = 0; i < structure->nodes->len; i++)
    n += pedicle_structure_get (structure, (int) i)->parent == list;
  return n;
}

static bool
is_heading (const PedicleStructure *structure, const PedicleItem *item)
{
  return is_line (item) && item->node != PEDICLE_NODE_NONE &&
         *pedicle_structure_get (structure, item->node)->tag == 'H';
}

static guint n_headed;

/* That the list right below @heading has two items on its page, or all it has. */
static void
check_below_heading (const PediclePages *pages, const GPtrArray *items, guint heading)
{
  int list = PEDICLE_NODE_NONE, last = PEDICLE_NODE_NONE;
  guint n = 0;

  for (guint i = heading + 1; i < items->len; i++)
    {
      const PedicleItem *item = items->pdata[i];
      int one = find_around (pages->structure, item, "LI");

      if (item->node == PEDICLE_NODE_NONE || is_heading (pages->structure, item))
        continue;
      if (list == PEDICLE_NODE_NONE && one < 0)
        return;
      if (list == PEDICLE_NODE_NONE)
        list = pedicle_structure_get (pages->structure, one)->parent;
      n += one != last && one >= 0 && pedicle_structure_get (pages->structure, one)->parent == list;
      last = one;
    }
  if (list == PEDICLE_NODE_NONE)
    return;
  n_headed++;
  if (n < MIN (2, count_children (pages->structure, list)))
    g_error ("“%s” heads one item of many", ((const PedicleItem *) items->pdata[heading])->words);
}

static void
look_below_headings (const PediclePages *pages, double size)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GPtrArray *items = pages->pages->pdata[i];

      for (guint j = 0; j < items->len; j++)
        if (is_heading (pages->structure, items->pdata[j]))
          check_below_heading (pages, items, j);
    }
}

/* A heading goes to the next page rather than have one item of its list below it. */
static void
test_headed_lists (void)
{
  for (double size = 14; size <= 36; size += 2)
    look_at_all (size, look_below_headings);
  g_assert_cmpuint (n_headed, >, 300);
}

/* ---- Tables ---- */

/* Returns: (nullable): the line with these words on @page, an artifact or not. */
static const PedicleItem *
find_line (const PediclePages *pages, guint page, const char *words, bool artifact)
{
  const GPtrArray *items = pages->pages->pdata[page];

  for (guint i = 0; i < items->len; i++)
    {
      const PedicleItem *item = items->pdata[i];

      if (is_line (item) && (item->node == PEDICLE_NODE_NONE) == artifact &&
          g_str_equal (item->words, words))
        return item;
    }
  return NULL;
}

static guint
count_heads (const PedicleStructure *structure, PedicleScope scope)
{
  guint n = 0;

  for (guint i = 0; i < structure->nodes->len; i++)
    n += pedicle_structure_get (structure, (int) i)->scope == scope;
  return n;
}

/* The heads of the columns stand again over the rows on each further page, in the same places; for
 * a reader of tags they are the heads of one table and stand once. */
static void
test_head_row (void)
{
  static const char *const heads[] = { "Question", "No procedure", "Vertebroplasty", "Kyphoplasty" };
  static const char *const rows[] = { "What can go", "How do I prevent" };
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  g_autoptr (PediclePages) pages = desk_pages (desk, "comparing", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      const PedicleItem *head = find_line (pages, 0, heads[i], false);

      g_assert_nonnull (head);
      for (guint page = 1; page <= G_N_ELEMENTS (rows); page++)
        {
          const PedicleItem *again = find_line (pages, page, heads[i], true);

          g_assert_nonnull (again);
          g_assert_true (again->repeated);
          g_assert_cmpfloat_with_epsilon (again->x, head->x, 0.1);
          g_assert_cmpfloat (again->y, <, 100);
          g_assert_null (find_line (pages, page, heads[i], false));
        }
    }
  g_assert_null (find_line (pages, 0, heads[0], true));
  g_assert_cmpuint (count_heads (pages->structure, PEDICLE_SCOPE_COLUMN), ==, G_N_ELEMENTS (heads));
  g_assert_cmpuint (count_heads (pages->structure, PEDICLE_SCOPE_ROW), ==, 10);
}

/* ---- Pages ---- */

/* What printers keep for themselves: 4.2 mm all round, and where they hold the paper, which is the
 * foot of an upright page and a side of a wide one, up to 12.7 mm. */
#define EDGE (4.2 * MM)
#define FEED (12.7 * MM)
#define ROUNDING 1.5 /* of what cairo tells of letters */

static void
check_edges (const PediclePages *pages, double size)
{
  const bool wide = pages->width > pages->height;
  const double sides = (wide ? FEED : EDGE) - ROUNDING, foot = (wide ? EDGE : FEED) - ROUNDING;

  for (guint i = 0; i < pages->pages->len; i++)
    {
      cairo_surface_t *ink = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (ink);
      double x, y, width, height;

      pedicle_paint (pages, i, cr, NULL);
      cairo_recording_surface_ink_extents (ink, &x, &y, &width, &height);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (ink);
      g_assert_cmpfloat (x, >=, sides);
      g_assert_cmpfloat (pages->width - x - width, >=, sides);
      g_assert_cmpfloat (y, >=, EDGE);
      g_assert_cmpfloat (pages->height - y - height, >=, foot);
    }
}

/* Nothing is printed where a printer cannot print. */
static void
test_edges (void)
{
  g_autoptr (Desk) clinic =
      desk_new (DESK_SHIPPED, "en", SOURCE_ROOT "/docs/example-clinic/overlay.xml");

  look_at_all (14, check_edges);
  look_at_all (24, check_edges);
  look_at_all_mirrored (14, check_edges);
  look_at_all_on (clinic, 18, check_edges);
}

static bool
page_has (const GPtrArray *items, const char *pattern)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    if (((const PedicleItem *) items->pdata[i])->node == PEDICLE_NODE_NONE &&
        is_line (items->pdata[i]))
      g_string_append_printf (words, "%s ", ((const PedicleItem *) items->pdata[i])->words);
  return g_regex_match_simple (pattern, words->str, 0, 0);
}

/* What stands between the parts of the foot neither begins nor ends a line. */
static void
check_line_ends (const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const PedicleItem *item = items->pdata[i];

      if (item->node == PEDICLE_NODE_NONE && is_line (item))
        g_assert_false (g_regex_match_simple ("^·|·\\s*$", item->words, 0, 0));
    }
}

static void
check_feet (const PediclePages *pages, double size)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, pages->pages->len);

      check_line_ends (pages->pages->pdata[i]);
      g_assert_true (page_has (pages->pages->pdata[i], number));
      g_assert_true (page_has (pages->pages->pdata[i], "Content [0-9.]+"));
      g_assert_true (page_has (pages->pages->pdata[i], "Look again by [A-Z][a-z]+ 20[0-9]{2}"));
      g_assert_true (page_has (pages->pages->pdata[i], "Sources: (at the end|ask us)"));
      g_assert_true (page_has (pages->pages->pdata[i], "[0-9a-f]{4} [0-9a-f]{4}"));
    }
}

static void
test_feet (void)
{
  look_at_all (14, check_feet);
  look_at_all (24, check_feet);
}

static void
check_line_ends_of_all (const PediclePages *pages, double size)
{
  for (guint i = 0; i < pages->pages->len; i++)
    check_line_ends (pages->pages->pdata[i]);
}

static void
check_feet_of (const Pack *pack)
{
  g_autoptr (Desk) desk = desk_new (pack->folder, "en", NULL);

  desk_fill_in (desk);
  look_at_all_on (desk, sizes[0], check_line_ends_of_all);
}

/* A part may hold the sign that stands between two; and long names need a third line. */
static void
test_feet_of_others (void)
{
  g_autoptr (Pack) pack = pack_new (DESK_KNEE);

  pack_edit (pack, "decision.xml", "version=\"0.3\"", "version=\"2026 · 3 · b\"");
  for (guint n = 0; n < 48; n++)
    {
      check_feet_of (pack);
      pack_edit (pack, "decision.xml", "A. Person", "A. Person, B");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typography/line-lengths", test_line_lengths);
  g_test_add_func ("/typography/numbers-whole", test_numbers_whole);
  g_test_add_func ("/typography/filled-whole", test_filled_whole);
  g_test_add_func ("/typography/brackets", test_brackets);
  g_test_add_func ("/typography/last-words", test_last_words);
  g_test_add_func ("/typography/sizes-and-blanks", test_sizes_and_blanks);
  g_test_add_func ("/typography/bars", test_bars);
  g_test_add_func ("/typography/hanging", test_hanging);
  g_test_add_func ("/typography/headed-lists", test_headed_lists);
  g_test_add_func ("/typography/head-row", test_head_row);
  g_test_add_func ("/typography/edges", test_edges);
  g_test_add_func ("/typography/feet", test_feet);
  g_test_add_func ("/typography/feet-of-others", test_feet_of_others);
  return g_test_run ();
}
