/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Any tree of boxes is broken into pages: each line stands once, in order, and no piece of several
 * lines hangs over. */
#include "fuzz.h"

#include "break.h"

#define MAX_BOXES 48
#define MAX_LINES 12
#define MAX_DEPTH 6

typedef struct
{
  const uint8_t *data;
  size_t size;
  PedicleBreakBox boxes[MAX_BOXES];
  double lines[MAX_BOXES][MAX_LINES];
  gboolean repeated[MAX_BOXES];
  guint n;
} Document;

static guint
take (Document *document)
{
  if (document->size == 0)
    return 0;
  document->size--;
  return *document->data++;
}

static void
read_lines (Document *document, guint index)
{
  PedicleBreakBox *box = &document->boxes[index];

  box->n_lines = 1 + take (document) % MAX_LINES;
  for (guint i = 0; i < box->n_lines; i++)
    document->lines[index][i] = 1 + take (document) % 64;
  box->lines = document->lines[index];
}

static void
read_box (Document *document, int depth, gboolean repeated)
{
  guint index = document->n++;
  PedicleBreakBox *box = &document->boxes[index];
  guint marks = take (document), n = take (document) % 6;

  *box = (PedicleBreakBox){ .kind = depth == 0 ? PEDICLE_BREAK_STACK : marks % 3,
                            .before = n * 3,
                            .keep_next = (marks & 8) != 0,
                            .keep_together = (marks & 16) != 0,
                            .new_page = (marks & 32) != 0,
                            .spills = (marks & 64) != 0,
                            .repeat = depth > 0 && (marks & 0xc0) == 0xc0 };
  document->repeated[index] = repeated || box->repeat;
  if (box->kind == PEDICLE_BREAK_LINES || depth == MAX_DEPTH)
    {
      box->kind = PEDICLE_BREAK_LINES;
      read_lines (document, index);
      return;
    }
  if (box->kind == PEDICLE_BREAK_STACK)
    box->head = box->foot = (marks & 4) ? 7 : 0;
  for (guint i = 0; i < n && document->n < MAX_BOXES && document->size > 0; i++)
    read_box (document, depth + 1, document->repeated[index]);
  box->n_inside = document->n - index - 1;
}

static void
check_piece (const Document *document, const PediclePiece *piece, guint *next, double height)
{
  const PedicleBreakBox *box = &document->boxes[piece->box];

  if (box->kind != PEDICLE_BREAK_LINES)
    return;
  if (!document->repeated[piece->box] && piece->first_line != next[piece->box])
    g_error ("box %u: line %u instead of %u", piece->box, piece->first_line, next[piece->box]);
  next[piece->box] = piece->first_line + piece->n_lines;
  if (next[piece->box] > box->n_lines)
    g_error ("box %u has %u lines, not %u", piece->box, box->n_lines, next[piece->box]);
  if (piece->n_lines > 1 && piece->y + piece->height > height + 0.01)
    g_error ("box %u hangs over its page", piece->box);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree Document *document = g_new0 (Document, 1);
  const double heights[] = { 150, 200 };
  guint next[MAX_BOXES] = { 0 }, n_pages = 0, page = 0;
  g_autoptr (GArray) pieces = NULL;

  document->data = data;
  document->size = size;
  read_box (document, 0, FALSE);
  pieces = pedicle_break (document->boxes, document->n, heights, G_N_ELEMENTS (heights), &n_pages);
  for (guint i = 0; i < pieces->len; i++)
    {
      const PediclePiece *piece = &g_array_index (pieces, PediclePiece, i);

      if (piece->page < page || piece->page >= n_pages)
        g_error ("page %u after %u of %u", piece->page, page, n_pages);
      page = piece->page;
      check_piece (document, piece, next, heights[MIN (page, G_N_ELEMENTS (heights) - 1)]);
    }
  for (guint i = 0; i < document->n; i++)
    if (document->boxes[i].kind == PEDICLE_BREAK_LINES && !document->repeated[i] &&
        next[i] != document->boxes[i].n_lines)
      g_error ("box %u: %u of %u lines stand", i, next[i], document->boxes[i].n_lines);
  return 0;
}
