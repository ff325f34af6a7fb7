/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION: break
 *
 * Where pages end: arithmetic on plain numbers, with no knowledge of words, fonts or drawing.
 *
 * The boxes of a document come as a tree in document order: each says how many of the boxes behind
 * it are inside it. Box 0 holds all others.
 */

typedef enum
{
  PEDICLE_BREAK_LINES,  /* lines of text, or one line that is a picture */
  PEDICLE_BREAK_STACK,  /* boxes below each other */
  PEDICLE_BREAK_BESIDE, /* boxes beside each other: columns, cells of a row */
  PEDICLE_BREAK_FLOW,   /* boxes down one column and on at the head of the next, as in a newspaper */
} PedicleBreakKind;

/** PedicleBreakBox: one box. @before is the space above it, which is dropped at the head of a page
 * or of a stack; the space between two boxes is that of the lower one. @head and @foot stand inside
 * a stack, on every page it has a part on. */
typedef struct
{
  PedicleBreakKind kind;
  guint n_inside;
  double before, head, foot;
  const double *lines; /* heights; of LINES only */
  guint n_lines;
  bool keep_next;     /* its end and the beginning of its next sibling share a page */
  bool yields;        /* @keep_next gives way before a box that is to be kept together splits */
  bool keep_together; /* no page ends inside it when it fits a page; else it begins a page */
  bool keep_short;    /* the same for a box of at most a third of a page, and no more */
  bool spills;        /* @keep_together gives way before half a page stays empty */
  bool new_page;      /* begins a page */
  bool repeat; /* stands only where its stack goes on on a further page, at the head of the part */
  guint n_columns; /* of FLOW only */
  double pitch;    /* of FLOW only: from one column to the next */
} PedicleBreakBox;

/** PediclePiece: a part of a box on one page: its place and, for lines, which of them. The pieces
 * come in order of pages, on each page in order of the document, a stack before what it holds. */
typedef struct
{
  guint box;
  guint page;
  double y, height; /* from the top of the page's body */
  double across;    /* how far its column stands from the first one */
  guint first_line, n_lines;
  bool from_before, goes_on; /* of a stack: another piece holds what is before it, behind it */
} PediclePiece;

/** The fewest lines of a paragraph that stand alone at a page's end or beginning. */
#define PEDICLE_BREAK_ORPHANS 2
#define PEDICLE_BREAK_WIDOWS 2

/**
 * pedicle_break:
 * @heights: heights of the bodies of the pages; the last stands for all further ones
 * @n_heights: at least 1
 * @n_pages: (out): at least 1
 *
 * Always ends: where nothing fits, one line (or picture) is placed on a page of its own and
 * overflows it. Returns: (transfer full) (element-type PediclePiece)
 */
GArray *pedicle_break (const PedicleBreakBox *boxes,
                       guint n_boxes,
                       const double *heights,
                       guint n_heights,
                       guint *n_pages);

G_END_DECLS
