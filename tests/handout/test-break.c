/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "break.h"

#include <string.h>

/*
 * A document is written as words:
 *   l4         four lines of height 10; marks: k keep with next, w the same where it can be had,
 *              t keep together, q the same if short, g spills, n new page, r repeat, sN space of N above,
 *              hN height of the lines
 *   [ ... ]    a stack; ( ... ) boxes beside each other; { ... } a flow of two columns;
 *              marks follow the closing bracket after a colon
 *   padN       as the first word inside a stack: head and foot of N
 * The answer is written as "page: box@y(first-last)", only boxes with lines; > stands before those
 * in the second column.
 */
#define MAX_BOXES 64
#define MAX_LINES 256

typedef struct
{
  PedicleBreakBox boxes[MAX_BOXES];
  double lines[MAX_BOXES][MAX_LINES];
  guint n;
} Document;

static void
read_marks (PedicleBreakBox *box, double *lines, const char *marks)
{
  double height = 10;

  while (*marks != '\0')
    {
      char mark = *marks++;
      char *end = NULL;

      switch (mark)
        {
        case 'k':
          box->keep_next = true;
          break;
        case 'w':
          box->keep_next = box->yields = true;
          break;
        case 'q':
          box->keep_short = true;
          break;
        case 't':
          box->keep_together = true;
          break;
        case 'g':
          box->spills = true;
          break;
        case 'n':
          box->new_page = true;
          break;
        case 'r':
          box->repeat = true;
          break;
        case 's':
          box->before = g_ascii_strtod (marks, &end);
          marks = end;
          break;
        case 'h':
          height = g_ascii_strtod (marks, &end);
          marks = end;
          break;
        default:
          g_error ("unknown mark %c", mark);
        }
    }
  for (guint i = 0; i < box->n_lines; i++)
    lines[i] = height;
}

static void
read_document (Document *document, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  guint open[16];
  guint depth = 0;

  memset (document, 0, sizeof *document);
  for (char **word = list; *word != NULL; word++)
    {
      guint index = document->n;
      PedicleBreakBox *box = &document->boxes[index];

      if (strchr ("[({", **word) != NULL)
        {
          box->kind = **word == '['   ? PEDICLE_BREAK_STACK
                      : **word == '(' ? PEDICLE_BREAK_BESIDE
                                      : PEDICLE_BREAK_FLOW;
          box->n_columns = 2;
          box->pitch = 300;
          open[depth++] = document->n++;
        }
      else if (strchr ("])}", **word) != NULL)
        {
          box = &document->boxes[open[--depth]];
          box->n_inside = document->n - open[depth] - 1;
          if ((*word)[1] == ':')
            read_marks (box, NULL, *word + 2);
        }
      else if (g_str_has_prefix (*word, "pad"))
        {
          PedicleBreakBox *stack = &document->boxes[open[depth - 1]];

          stack->head = stack->foot = g_ascii_strtod (*word + 3, NULL);
        }
      else
        {
          char *end = NULL;

          g_assert_cmpint (**word, ==, 'l');
          box->kind = PEDICLE_BREAK_LINES;
          box->n_lines = (guint) g_ascii_strtoull (*word + 1, &end, 10);
          box->lines = document->lines[index];
          read_marks (box, document->lines[index], end);
          document->n++;
        }
    }
  g_assert_cmpuint (depth, ==, 0);
}

static char *
write_pieces (const Document *document, const GArray *pieces)
{
  GString *out = g_string_new (NULL);
  guint page = G_MAXUINT;

  for (guint i = 0; i < pieces->len; i++)
    {
      const PediclePiece *piece = &g_array_index (pieces, PediclePiece, i);

      if (document->boxes[piece->box].kind != PEDICLE_BREAK_LINES)
        continue;
      if (piece->page != page)
        g_string_append_printf (out, "%s%u:", out->len > 0 ? " | " : "", piece->page + 1);
      page = piece->page;
      g_string_append_printf (out, " %s%u@%g", piece->across > 0 ? ">" : "", piece->box, piece->y);
      if (piece->n_lines < document->boxes[piece->box].n_lines)
        g_string_append_printf (out, "(%u-%u)", piece->first_line,
                                piece->first_line + piece->n_lines - 1);
    }
  return g_string_free (out, FALSE);
}

/* The boxes are copied to where none follows the last one. */
static GArray *
break_document (const Document *document, const double *heights, guint n_heights, guint *n_pages)
{
  g_autofree PedicleBreakBox *boxes =
      g_memdup2 (document->boxes, sizeof *document->boxes * document->n);

  return pedicle_break (boxes, document->n, heights, n_heights, n_pages);
}

/* Pages are 100 high unless said otherwise; box 0 is the whole. */
static const struct
{
  const char *name, *document, *pages;
  double first, later;
} cases[] = {
  { "one", "[ l3 ]", "1: 1@0" },
  { "space", "[ l1s7 l1s5 ]", "1: 1@0 2@15" },
  { "exactly-full", "[ l5 l5 ]", "1: 1@0 2@50" },
  { "one-line-too-many", "[ l5 l3 l3 ]", "1: 1@0 2@50 | 2: 3@0" },
  { "split", "[ l5 l8 ]", "1: 1@0 2@50(0-4) | 2: 2@0(5-7)" },
  { "widow", "[ l5 l6 ]", "1: 1@0 2@50(0-3) | 2: 2@0(4-5)" },
  { "orphan", "[ l9 l6 ]", "1: 1@0 | 2: 2@0" },
  { "three-lines-never-split", "[ l8 l3 ]", "1: 1@0 | 2: 2@0" },
  { "space-dropped-at-top", "[ l9 l4s20 ]", "1: 1@0 | 2: 2@0" },
  { "heading-moves", "[ l9 l1k l4 ]", "1: 1@0 | 2: 2@0 3@10" },
  { "heading-needs-two-lines", "[ l7 l1k l4 ]", "1: 1@0 2@70 3@80(0-1) | 2: 3@0(2-3)" },
  { "two-headings", "[ l7 l1k l1k l4 ]", "1: 1@0 | 2: 2@0 3@10 4@20" },
  { "heading-last", "[ l4 l1k ]", "1: 1@0 2@40" },
  { "heading-before-new-page", "[ l4 l1k l2n ]", "1: 1@0 2@40 | 2: 3@0" },
  { "heading-and-section", "[ l8 [ l1k [ l2t l2t ] ] ]", "1: 1@0 | 2: 3@0 5@10 6@30" },
  { "item-together", "[ l7 l5t ]", "1: 1@0 | 2: 2@0" },
  { "item-taller-than-a-page", "[ l1 l14t l1 ]", "1: 1@0 | 2: 2@0(0-9) | 3: 2@0(10-13) 3@40" },
  { "new-page", "[ l1 l1n ]", "1: 1@0 | 2: 2@0" },
  { "new-page-first", "[ l1n l1 ]", "1: 1@0 2@10" },
  { "box-moves-whole", "[ l4 [ pad5 l1k l3t l3t ]:t ]", "1: 1@0 | 2: 3@5 4@15 5@45" },
  { "box-fits", "[ l2 [ pad5 l1k l3t l3t ]:t ]", "1: 1@0 3@25 4@35 5@65" },
  { "tall-box-begins-a-page-and-repeats", "[ l2 [ pad5 l1r l1k l3t l3t l3t l3t ]:t l2 ]",
    "1: 1@0 | 2: 4@5 5@15 6@45 | 3: 3@5 7@15 8@45 9@80" },
  { "box-with-heading-before", "[ l5 l1k [ pad5 l3t l3t l1 ]:t ]",
    "1: 1@0 | 2: 2@0 4@15 5@45 6@75" },
  { "box-and-heading-fill-more-than-a-page", "[ l5 l2k [ pad5 l3t l3t l3t ]:t ]",
    "1: 1@0 | 2: 2@0 4@25 5@55 | 3: 6@5" },
  { "tall-box-keeps-its-heading", "[ l5 l1k [ l6t l6t ]:t ]", "1: 1@0 | 2: 2@0 4@10 | 3: 5@0" },
  { "row-together", "[ l8 ( l3 l5 ):t ]", "1: 1@0 | 2: 3@0 4@0" },
  { "tall-row-splits", "[ l1 ( l12 l4 ):t l1 ]", "1: 1@0 | 2: 3@0(0-9) 4@0 | 3: 3@0(10-11) 5@20" },
  { "columns-split", "[ l6 ( l8 l8 ) ]", "1: 1@0 3@60(0-3) 4@60(0-3) | 2: 3@0(4-7) 4@0(4-7)" },
  { "columns-of-unequal-height", "[ l6 ( l4 l8 ) l1 ]",
    "1: 1@0 3@60 4@60(0-3) | 2: 4@0(4-7) 5@40" },
  { "columns-need-room", "[ l9 ( [ l1k l4 ] [ l1k l2 ] ) ]", "1: 1@0 | 2: 4@0 5@10 7@0 8@10" },
  { "inside-gives-way-to-its-heading", "[ l3 l1k [ l5tw l5t ] ]", "1: 1@0 2@30 4@40 | 2: 5@0" },
  { "inside-gives-way-from-its-end", "[ l3 l1k [ l3tw l3tw l4t ] ]",
    "1: 1@0 2@30 4@40 5@70 | 2: 6@0" },
  { "a-link-inside-gives-way", "[ l3 l1k [ l3tw l3tw l3tk l3t ] ]",
    "1: 1@0 2@30 4@40 5@70 | 2: 6@0 7@30" },
  { "head-row-repeats", "[ l3 [ ( l1 l1 ):r ( l1 l1 ):kt ( l3 l2 ):t ( l3 l2 ):t ( l3 l2 ):t ] ]",
    "1: 1@0 7@30 8@30 10@40 11@40 13@70 14@70 | 2: 4@0 5@0 16@10 17@10" },
  { "head-row-stays-with-its-first-row", "[ l7 [ ( l1 l1 ):kt ( l1 l1 ):r ( l3 l2 ):t ] ]",
    "1: 1@0 | 2: 4@0 5@0 10@10 11@10" },
  { "repeat-too-high-is-left-out", "[ [ l6r l1k l9t l9t ]:t ]", "1: 3@0 4@10 | 2: 5@0" },
  { "first-page-is-lower", "[ l5 l5 ]", "1: 1@0 | 2: 2@0", 50, 100 },
  { "fits-a-later-page-only", "[ l8t ]", "1: 1@0(0-4) | 2: 1@0(5-7)", 50, 100 },
  { "zero-heights", "[ l1h0 l0 [ ] ( ) l2h0 ]", "1: 1@0 2@0 5@0" },
  { "empty", "[ ]", "" },
  { "page-without-height", "[ l2 l1 ]", "1: 1@0(0-0) | 2: 1@0(1-1) | 3: 2@0", 0, 0 },
  { "picture-higher-than-a-page", "[ l1 l1h150 l1 ]", "1: 1@0 | 2: 2@0 | 3: 3@0" },
  { "picture-keeps-caption", "[ l6 [ l1h40k l2 ]:t ]", "1: 1@0 | 2: 3@0 4@40" },
  { "nested-spaces-collapse", "[ l1 [ l1s9 l1s3 ]:s4 ]", "1: 1@0 3@19 4@32" },
  { "pair-and-heading", "[ l5 l1k ( [ pad5 l4 l4 ]:t [ pad5 l2 ]:t ):t ]",
    "1: 1@0 | 2: 2@0 5@15 6@55 8@15" },
  { "pair-and-heading-fill-more-than-a-page", "[ l5 l2k ( [ l5t l4t ]:t [ l2 ]:t ):t ]",
    "1: 1@0 | 2: 2@0 5@20 8@20 | 3: 6@0" },
  { "what-leads-into-a-box-goes-with-it", "[ l5 l1k l2w [ l4t ]:t ]", "1: 1@0 | 2: 2@0 3@10 5@30" },
  { "what-leads-into-a-high-box-stays-with-its-heading", "[ l5 l1k l2w ( [ l4t l4t ]:t [ l8 ]:t ):t ]",
    "1: 1@0 2@50 3@60 | 2: 6@0 7@40 9@0" },
  { "short-row-of-columns-stays-whole", "[ l8 ( [ l1 l2 ] [ l2 ] ):q ]", "1: 1@0 | 2: 4@0 5@10 7@0" },
  { "what-is-not-short-splits", "[ l7 ( [ l2 l2 ] [ l2 ] ):q ]",
    "1: 1@0 4@70 7@70 | 2: 5@0" },
  { "short-table-stays-whole", "[ l8 [ ( l1 l1 ):t ( l1 l1 ):t ( l1 l1 ):t ]:q ]",
    "1: 1@0 | 2: 4@0 5@0 7@10 8@10 10@20 11@20" },
  { "longer-table-splits", "[ l8 [ ( l1 l1 ):t ( l1 l1 ):t ( l2 l2 ):t ]:q ]",
    "1: 1@0 4@80 5@80 7@90 8@90 | 2: 10@0 11@0" },
  { "flow-is-level", "[ l1 { l2t l1t l3t l1t } l1 ]", "1: 1@0 3@10 4@30 >5@10 >6@40 7@50" },
  { "flow-fills-the-page-first", "[ l4 { l5t l5t l2t l2t l2t } ]",
    "1: 1@0 3@40 >4@40 | 2: 5@0 6@20 >7@0" },
  { "flow-keeps-the-order", "[ l4 { l3t l7t l2t } ]", "1: 1@0 3@40 | 2: 4@0 >5@0" },
  { "flow-does-not-part-what-belongs-together", "[ { l2t l1k l2t l2t } ]", "1: 2@0 3@20 4@30 >5@0" },
  { "flow-with-spaces", "[ { l2ts5 l2ts5 l2ts5 l2ts5 } ]", "1: 2@0 3@25 >4@0 >5@25" },
  { "flow-of-a-box-higher-than-a-page", "[ l1 { l14t l2t } l1 ]",
    "1: 1@0 | 2: 3@0(0-9) >3@0(10-13) >4@40 | 3: 5@0" },
  { "flow-behind-its-heading", "[ l5 l1k { l5t l4t } ]", "1: 1@0 | 2: 2@0 4@10 >5@10" },
  { "flow-in-a-box", "[ l4 [ pad5 l1k { l4t l4t } ]:t l2 ]", "1: 1@0 3@45 5@55 >6@55 | 2: 7@0" },
  { "empty-flow", "[ l1 { } l1 ]", "1: 1@0 3@10" },
  { "card-spills-before-much-stays-empty", "[ l4 [ l1r l1k l1 l5t l2 ]:tg ]",
    "1: 1@0 4@40 5@50 | 2: 3@0 6@10 7@60" },
  { "card-leaves-a-little-empty", "[ l7 [ l1r l1k l1 l5t l2 ]:tg ]", "1: 1@0 | 2: 4@0 5@10 6@20 7@70" },
  { "card-keeps-its-numbers", "[ l4 [ l1r l1k l4k l1k l2 l2 ]:tg ]",
    "1: 1@0 | 2: 4@0 5@10 6@50 7@60 8@80" },
  { "card-spills-with-its-heading", "[ l3 l1k [ l1r l1k l2 l5 l2 ]:tg ]",
    "1: 1@0 2@30 5@40 6@50 7@70(0-2) | 2: 4@0 7@10(3-4) 8@30" },
  { "card-spills-in-a-section", "[ l5 [ l1k [ l1r l1k l2 l5 l2 ]:tg ] ]",
    "1: 1@0 3@50 6@60 7@70 | 2: 5@0 8@10 9@60" },
  { "card-higher-than-a-page-spills", "[ l4 [ l1r l1k l2 l5 l5 ]:tg ]",
    "1: 1@0 4@40 5@50 6@70(0-2) | 2: 3@0 6@10(3-4) 7@30" },
  { "level-cards-stay-whole", "[ l1 { [ l1r l1k l2 l1 ]:tg [ l1r l1k l4 l1 ]:tg } ]",
    "1: 1@0 5@10 6@20 7@40 >10@10 >11@20 >12@60" },
  { "card-moves-to-the-next-column", "[ { l5t [ l1r l1k l2 l4 ]:tg [ l1r l1k l8 ]:t } ]",
    "1: 2@0 >5@0 >6@10 >7@30 | 2: 10@0 11@10" },
  { "card-spills-where-a-column-stays-empty", "[ { l2t [ l1r l1k l2 l2 l2 l2 ]:tg l8t } ]",
    "1: 2@0 5@20 6@30 7@50 8@70 >4@0 >9@10 | 2: 10@0" },
  { "card-spills-in-the-last-column", "[ { l8t l4t [ l1r l1k l2 l4 ]:tg } ]",
    "1: 2@0 >3@0 >6@40 >7@50 >8@70(0-1) | 2: 5@0 8@10(2-3)" },
  { "card-spills-where-a-flow-begins-low", "[ l4 { [ l1r l1k l2 l4 ]:tg l4t } ]",
    "1: 1@0 5@40 6@50 7@70(0-1) >4@40 >7@50(2-3) | 2: 8@0" },
  { "chain-parts-late", "[ l3k l3k l3k l3k l3 ]", "1: 1@0 2@30 3@60 | 2: 4@0 5@30" },
  { "chain-parts-late-inside", "[ l4 [ l1k l3k [ l3k l3k l3k l2 ] ] ]", "1: 1@0 | 2: 3@0 4@10 6@40 7@70 | 3: 8@0 9@30" },
  { "line-below-a-heading", "[ l7 l1k l1 l5 ]", "1: 1@0 | 2: 2@0 3@10 4@20" },
  { "chain-higher-than-a-page", "[ l2 l6k l6k l2 ]", "1: 1@0 2@20 | 2: 3@0 4@60" },
};

static void
test_case (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autofree Document *document = g_new (Document, 1);
  double heights[2] = { 100, 100 };
  g_autoptr (GArray) pieces = NULL;
  g_autofree char *written = NULL;
  guint n_pages;

  if (cases[index].later > 0 || g_str_has_prefix (cases[index].name, "page-without"))
    {
      heights[0] = cases[index].first;
      heights[1] = cases[index].later;
    }
  read_document (document, cases[index].document);
  pieces = break_document (document, heights, 2, &n_pages);
  written = write_pieces (document, pieces);
  g_assert_cmpstr (written, ==, cases[index].pages);
}

/* Some boxes of every kind, chosen by numbers: every line is placed exactly once, in order, and
 * only a box alone on its page overflows it. */
static void
fill_at_random (Document *document, GRand *rand, guint depth, guint budget)
{
  static const PedicleBreakKind kinds[] = { PEDICLE_BREAK_STACK, PEDICLE_BREAK_STACK,
                                            PEDICLE_BREAK_STACK, PEDICLE_BREAK_BESIDE,
                                            PEDICLE_BREAK_FLOW };
  guint self = document->n++;
  guint n = (guint) g_rand_int_range (rand, 0, 6);
  PedicleBreakBox *box = &document->boxes[self];

  memset (box, 0, sizeof *box);
  box->before = g_rand_int_range (rand, 0, 12);
  box->keep_next = g_rand_int_range (rand, 0, 4) == 0;
  box->yields = g_rand_int_range (rand, 0, 2) == 0;
  box->keep_together = g_rand_int_range (rand, 0, 3) == 0;
  box->keep_short = g_rand_int_range (rand, 0, 3) == 0;
  box->spills = g_rand_int_range (rand, 0, 3) == 0;
  box->new_page = g_rand_int_range (rand, 0, 20) == 0;
  if (depth == 3 || (depth > 0 && g_rand_boolean (rand)))
    {
      box->n_lines = (guint) g_rand_int_range (rand, 0, 25);
      box->lines = document->lines[self];
      for (guint i = 0; i < box->n_lines; i++)
        document->lines[self][i] = g_rand_int_range (rand, 0, 30);
      return;
    }
  box->kind = depth == 0 ? PEDICLE_BREAK_STACK : kinds[g_rand_int_range (rand, 0, 5)];
  box->n_columns = (guint) g_rand_int_range (rand, 0, 4);
  box->head = box->kind == PEDICLE_BREAK_STACK && g_rand_boolean (rand) ? 6 : 0;
  box->foot = box->head;
  for (guint i = 0; i < n && document->n < budget; i++)
    fill_at_random (document, rand, depth + 1, budget);
  box->n_inside = document->n - self - 1;
}

static void
test_every_line_once (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree Document *document = g_new (Document, 1);
  double heights[2] = { 180, 200 };

  for (guint round = 0; round < 3000; round++)
    {
      guint next[MAX_BOXES] = { 0 };
      g_autoptr (GArray) pieces = NULL;
      guint n_pages, page = 0;

      memset (document, 0, sizeof *document);
      fill_at_random (document, rand, 0, MAX_BOXES - 1);
      pieces = break_document (document, heights, 2, &n_pages);
      for (guint i = 0; i < pieces->len; i++)
        {
          const PediclePiece *piece = &g_array_index (pieces, PediclePiece, i);

          g_assert_cmpuint (piece->page, >=, page);
          g_assert_cmpuint (piece->page, <, n_pages);
          page = piece->page;
          g_assert_cmpuint (piece->first_line, ==, next[piece->box]);
          next[piece->box] += piece->n_lines;
        }
      for (guint i = 0; i < document->n; i++)
        g_assert_cmpuint (next[i], ==, document->boxes[i].n_lines);
    }
}

/* @heights: of the stacks, box 0 aside */
static void
assert_level (const char *words, const char *heights)
{
  g_autofree Document *document = g_new (Document, 1);
  double height = 100;
  g_autoptr (GArray) pieces = NULL;
  g_autoptr (GString) written = g_string_new (NULL);
  guint n_pages;

  read_document (document, words);
  pieces = break_document (document, &height, 1, &n_pages);
  for (guint i = 0; i < pieces->len; i++)
    {
      const PediclePiece *piece = &g_array_index (pieces, PediclePiece, i);

      if (document->boxes[piece->box].kind == PEDICLE_BREAK_STACK && piece->box > 0)
        g_string_append_printf (written, "%s%g", written->len > 0 ? " " : "", piece->height);
    }
  g_assert_cmpstr (written->str, ==, heights);
}

/* Frames beside each other end at the same height, whatever they hold, those that fill a column too; and what is inside a
 * frame ends inside it. */
static void
test_level (void)
{
  assert_level ("[ ( [ pad5 l4 ] [ pad5 l2 ] [ l1 ] ) ]", "50 50 50");
  assert_level ("[ ( [ [ pad5 l4 ] ] [ [ pad5 l2 ] ] ) ]", "50 50 50 50");
  assert_level ("[ ( [ pad5 [ l4 ] ] [ pad5 [ l2 ] ] ) ]", "50 40 50 40");
  assert_level ("[ ( [ l4 ] [ ] ) ]", "40 40");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/break/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/break/level", test_level);
  g_test_add_func ("/break/every-line-once", test_every_line_once);
  return g_test_run ();
}
