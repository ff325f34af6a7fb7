/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "break.h"

#include <math.h>

/* Positions are sums of the same heights in different orders; less than this is no difference. */
#define TOLERANCE 0.01
/* Of a page: what is no higher is short. */
#define SHORT (1.0 / 3)
/* Of a page: what looks forgotten when it stays empty. */
#define EMPTY 0.5
/* The same of a column that others of the page follow: what does not fit below may stand whole in
 * one of them. */
#define EMPTY_COLUMN (3.0 / 4)
#define NO_BOX G_MAXUINT

/** What is known of a box while the pages are filled. */
typedef struct
{
  double total; /* height on an endless page */
  double gap;   /* space above, that of the first box inside included */
  guint next;   /* the line or the inside box that comes next */
  bool begun;   /* an earlier page holds a part */
  bool done;
  bool led;   /* a box before it is to stay with it */
  bool apart; /* what it leads into would not fit a page with it: its next sibling may stand on
                 another */
  bool loose; /* may split although it is to be kept together: with its heading it fills more than a
                 page */
  bool spilled; /* may split although it is to be kept together: else much of a page stays empty */
} State;

typedef struct
{
  const PedicleBreakBox *boxes;
  State *states;
  GArray *pieces;
  guint page;
  double full;   /* height of the next page */
  double across; /* of the column that is filled */
  double empty;  /* of a page: what may stay empty before what is to be kept together splits */
} Breaker;

static double fragment (Breaker *b, guint box, double y, double limit, bool fresh);
static double chain_need (Breaker *b, guint box, guint end);

static inline guint
after (const Breaker *b, guint box)
{
  return box + 1 + b->boxes[box].n_inside;
}

static inline double
sane (double height)
{
  return height > 0 && isfinite (height) ? height : 0;
}

static bool
stays_whole (const Breaker *b, guint box)
{
  const PedicleBreakBox *self = &b->boxes[box];
  const State *state = &b->states[box];

  if (state->loose || state->spilled)
    return false;
  return self->keep_together || (self->keep_short && state->total <= b->full * SHORT);
}

static double
sum_lines (const PedicleBreakBox *box, guint first, guint n)
{
  double sum = 0;

  for (guint i = first; i < first + n; i++)
    sum += sane (box->lines[i]);
  return sum;
}

/* The height of the box at @i and of those that must not part from it; @i goes on behind them. */
static double
take_group (const Breaker *b, guint *i, guint end, bool first)
{
  double height = 0;
  bool kept = true;

  for (; kept && *i < end; *i = after (b, *i))
    {
      height += b->states[*i].total + (first ? 0 : b->states[*i].gap);
      kept = b->boxes[*i].keep_next;
      first = false;
    }
  return height;
}

/* Fills columns of at most @height with what is inside the flow @box from @i on. Returns: how deep
 * they go. @more: (out): how much higher they must at least be to hold another box; 0 when they
 * hold all. */
static double
fill_columns (const Breaker *b, guint box, guint i, double height, double *more)
{
  const guint end = after (b, box);
  double deepest = 0, y = 0;
  guint column = 0;

  *more = INFINITY;
  while (i < end && column < MAX (b->boxes[box].n_columns, 1))
    {
      guint next = i;
      double bottom = y + take_group (b, &next, end, y <= 0);

      if (bottom <= height + TOLERANCE / 2)
        {
          deepest = fmax (deepest, bottom);
          y = bottom;
          i = next;
          continue;
        }
      *more = fmin (*more, bottom - height);
      y = 0;
      column++;
    }
  if (i >= end)
    *more = 0;
  return deepest;
}

/* The lowest height at which the columns hold all that is inside from @i on, each box whole. */
static double
level_height (const Breaker *b, guint box, guint i)
{
  double height = 0, more = 0, deepest;

  for (guint j = i; j < after (b, box); j = after (b, j))
    height += b->states[j].total / MAX (b->boxes[box].n_columns, 1);
  deepest = fill_columns (b, box, i, height, &more);
  while (more > 0 && isfinite (more))
    {
      height += more;
      deepest = fill_columns (b, box, i, height, &more);
    }
  return deepest;
}

static void
add_inside (Breaker *b, guint box)
{
  const PedicleBreakBox *self = &b->boxes[box];
  State *state = &b->states[box];
  bool first = true;

  for (guint i = box + 1; i < after (b, box); i = after (b, i))
    {
      const State *inside = &b->states[i];

      if (b->boxes[i].repeat)
        continue;
      if (self->kind == PEDICLE_BREAK_BESIDE)
        state->total = fmax (state->total, inside->total);
      else
        state->total += inside->total + (first ? 0 : inside->gap);
      if (self->kind == PEDICLE_BREAK_BESIDE || (first && self->head <= 0))
        state->gap = fmax (state->gap, inside->gap);
      first = false;
    }
  if (self->kind == PEDICLE_BREAK_STACK)
    state->total += sane (self->head) + sane (self->foot);
  if (self->kind == PEDICLE_BREAK_FLOW)
    state->total = level_height (b, box, box + 1);
}

/* From the last box to the first, so that what is inside is known before what holds it. */
static void
add_up (Breaker *b, guint n)
{
  for (guint i = n; i-- > 0;)
    {
      State *state = &b->states[i];

      state->gap = sane (b->boxes[i].before);
      if (b->boxes[i].kind == PEDICLE_BREAK_LINES)
        state->total = sum_lines (&b->boxes[i], 0, b->boxes[i].n_lines);
      else
        add_inside (b, i);
    }
}

/* How many lines the first part of a paragraph has at least: so many that neither part is too
 * short. */
static guint
fewest_lines (guint n)
{
  return n < PEDICLE_BREAK_ORPHANS + PEDICLE_BREAK_WIDOWS ? n : PEDICLE_BREAK_ORPHANS;
}

static guint
first_inside (const Breaker *b, guint box)
{
  guint i = box + 1;

  while (i < after (b, box) && b->boxes[i].repeat)
    i = after (b, i);
  return i;
}

/* The height without which the box does not begin on this page. */
static double
need (Breaker *b, guint box)
{
  const PedicleBreakBox *self = &b->boxes[box];
  const State *state = &b->states[box];
  double most = 0;
  guint first;

  if (stays_whole (b, box))
    return fmin (state->total, b->full);
  switch (self->kind)
    {
    case PEDICLE_BREAK_LINES:
      return sum_lines (self, 0, fewest_lines (self->n_lines));
    case PEDICLE_BREAK_BESIDE:
      for (guint i = box + 1; i < after (b, box); i = after (b, i))
        most = fmax (most, need (b, i));
      return most;
    case PEDICLE_BREAK_STACK:
    case PEDICLE_BREAK_FLOW:
    default:
      first = first_inside (b, box);
      most = sane (self->head) + sane (self->foot);
      return first < after (b, box) ? most + chain_need (b, first, after (b, box)) : most;
    }
}

/* What stands side by side splits together. */
static void
loosen (Breaker *b, guint box)
{
  b->states[box].loose = true;
  if (b->boxes[box].kind == PEDICLE_BREAK_BESIDE)
    for (guint i = box + 1; i < after (b, box); i = after (b, i))
      loosen (b, i);
}

/* The next box that stands here: not one that stands on further pages only. */
static guint
following (const Breaker *b, guint box, guint end)
{
  guint i = after (b, box);

  while (i < end && b->boxes[i].repeat)
    i = after (b, i);
  return i;
}

static bool
keeps_next (Breaker *b, guint box, guint end)
{
  guint next = following (b, box, end);

  return b->boxes[box].keep_next && !b->states[box].apart && next < end &&
         !b->boxes[next].new_page;
}

/* Parts the last link that yields of the chain that begins with @box, or of one at the beginning of
 * its last box. Returns: whether there was one. */
static bool
give_way (Breaker *b, guint box, guint end)
{
  guint last = box, link = NO_BOX, inside;

  while (keeps_next (b, last, end))
    {
      link = b->boxes[last].yields ? last : link;
      last = following (b, last, end);
    }
  if (link != NO_BOX)
    {
      b->states[link].apart = true;
      return true;
    }
  inside = first_inside (b, last);
  return b->boxes[last].kind != PEDICLE_BREAK_BESIDE && !stays_whole (b, last) &&
         inside < after (b, last) && give_way (b, inside, after (b, last));
}

/* @box is a single line and the next one begins with as little. */
static bool
leads_lines (const Breaker *b, guint box, guint end)
{
  guint next = following (b, box, end);

  return b->boxes[box].kind == PEDICLE_BREAK_LINES && b->boxes[box].n_lines == 1 && next < end &&
         b->boxes[next].kind == PEDICLE_BREAK_LINES && !stays_whole (b, next);
}

/* What is kept together from @box on, and is higher than @room, parts where it must, and not before.
 * Returns: whether it does. */
static bool
part_chain (Breaker *b, guint box, guint end, double room)
{
  double height = b->states[box].total;
  bool parts = false;

  while (keeps_next (b, box, end))
    {
      guint next = following (b, box, end);

      height += b->states[next].gap + b->states[next].total;
      if (height > room)
        {
          b->states[box].apart = parts = true;
          height = b->states[next].total;
        }
      box = next;
    }
  return parts;
}

static void
part_inside (Breaker *b, guint box, double room)
{
  guint first = first_inside (b, box);

  if (b->boxes[box].kind == PEDICLE_BREAK_STACK && first < after (b, box))
    part_chain (b, first, after (b, box),
                room - sane (b->boxes[box].head) - sane (b->boxes[box].foot));
}

/* The chain from @box on, of which @last splits. */
static bool
begins_page (const Breaker *b, guint box, guint last)
{
  return b->states[last].loose && !b->boxes[last].spills && !b->states[box].led;
}

/* The same with the boxes that must not be left behind; a single line below a heading takes one more
 * with it. Where such a chain is higher than a page its last link that may yields; without one the
 * chain begins a page, and its last box may split; where that does not help either, the chain parts
 * as late as it can. */
static double
chain_need (Breaker *b, guint box, guint end)
{
  double kept = 0, needed;
  guint last = box;

  while (keeps_next (b, last, end))
    {
      kept += b->states[last].total;
      last = following (b, last, end);
      kept += b->states[last].gap;
      b->states[last].led = true;
    }
  if (last == box)
    return need (b, box);
  if (kept > b->full && (give_way (b, box, end) || part_chain (b, box, end, b->full)))
    return chain_need (b, box, end);
  if (leads_lines (b, last, end))
    {
      kept += b->states[last].total;
      last = following (b, last, end);
      kept += b->states[last].gap;
    }
  needed = need (b, last);
  if (kept + needed <= b->full + TOLERANCE)
    return begins_page (b, box, last) ? b->full : kept + needed;
  if (give_way (b, box, end))
    return chain_need (b, box, end);
  loosen (b, last);
  part_inside (b, last, b->full - kept);
  needed = need (b, last);
  if (kept + needed > b->full + TOLERANCE && part_chain (b, box, end, b->full))
    return chain_need (b, box, end);
  return begins_page (b, box, last) ? b->full : kept + needed;
}

static guint
add_piece (Breaker *b, guint box, double y, double height, guint first_line, guint n_lines)
{
  PediclePiece piece = { .box = box,
                         .page = b->page,
                         .y = y,
                         .height = height,
                         .across = b->across,
                         .first_line = first_line,
                         .n_lines = n_lines,
                         .from_before = b->states[box].begun };

  g_array_append_val (b->pieces, piece);
  return b->pieces->len - 1;
}

static double
fragment_lines (Breaker *b, guint box, double y, double limit, bool fresh)
{
  const PedicleBreakBox *self = &b->boxes[box];
  State *state = &b->states[box];
  guint rest = self->n_lines - state->next;
  guint fits = 0;
  guint n;
  double height = 0;

  while (fits < rest && y + height + sane (self->lines[state->next + fits]) <= limit + TOLERANCE)
    height += sane (self->lines[state->next + fits++]);
  n = fits;
  if (fits < rest && rest - fits < PEDICLE_BREAK_WIDOWS)
    n = rest > PEDICLE_BREAK_WIDOWS ? rest - PEDICLE_BREAK_WIDOWS : 0;
  if (!state->begun && n < rest && n < fewest_lines (self->n_lines))
    n = 0;
  if (n == 0 && fresh && rest > 0)
    n = MAX (fits, 1);
  if (n == 0 && rest > 0)
    return y;
  height = sum_lines (self, state->next, n);
  add_piece (b, box, y, height, state->next, n);
  state->next += n;
  state->begun = true;
  state->done = state->next == self->n_lines;
  return y + height;
}

/* The headings of a stack that goes on, unless they would leave no room for what goes on. */
static double
repeat_heads (Breaker *b, guint box, double y, double limit)
{
  double height = 0;

  for (guint i = box + 1; i < after (b, box); i = after (b, i))
    if (b->boxes[i].repeat)
      height += b->states[i].total;
  if (height > (limit - y) / 2)
    return y;
  for (guint i = box + 1; i < after (b, box); i = after (b, i))
    if (b->boxes[i].repeat)
      {
        for (guint j = i; j < after (b, i); j++)
          b->states[j].next = b->states[j].begun = b->states[j].done = 0;
        y = fragment (b, i, y, limit, true);
      }
  return y;
}

/* The box kept together, at the beginning of @box or of what it leads into, that may spill over. */
static guint
find_spilling (Breaker *b, guint box, guint end)
{
  guint inside;

  while (keeps_next (b, box, end))
    box = following (b, box, end);
  if (stays_whole (b, box))
    return b->boxes[box].spills ? box : NO_BOX;
  inside = first_inside (b, box);
  if (b->boxes[box].kind == PEDICLE_BREAK_LINES || b->boxes[box].kind == PEDICLE_BREAK_BESIDE ||
      inside >= after (b, box))
    return NO_BOX;
  return find_spilling (b, inside, after (b, box));
}

/* @empty: of a page: what may stay empty here */
static bool
fits_here (Breaker *b, guint box, guint end, double y, double limit, double empty)
{
  guint spilling;

  if (b->boxes[box].new_page)
    return false;
  if (y + chain_need (b, box, end) <= limit + TOLERANCE)
    return true;
  spilling = limit - y > b->full * empty ? find_spilling (b, box, end) : NO_BOX;
  if (spilling == NO_BOX)
    return false;
  b->states[spilling].spilled = true;
  b->states[spilling].spilled = y + chain_need (b, box, end) <= limit + TOLERANCE;
  return b->states[spilling].spilled;
}

/* Places what fits of the boxes from @next to @end below each other; @next goes on to the first
 * that is not done. Returns: where they end; @y when nothing fits. */
static double
fill (Breaker *b, guint *next, guint end, double y, double limit, bool fresh)
{
  bool placed = false;

  for (; *next < end; *next = after (b, *next))
    {
      const guint before = b->pieces->len;
      double gap = placed ? b->states[*next].gap : 0;
      double bottom;

      if (b->boxes[*next].repeat)
        continue;
      if (!fits_here (b, *next, end, y + gap, limit, placed ? b->empty : EMPTY) &&
          (placed || !fresh))
        break;
      bottom = fragment (b, *next, y + gap, limit, fresh && !placed);
      if (b->pieces->len > before)
        {
          placed = true;
          y = bottom;
        }
      if (!b->states[*next].done)
        break;
    }
  return y;
}

static double
fragment_stack (Breaker *b, guint box, double y, double limit, bool fresh)
{
  const PedicleBreakBox *self = &b->boxes[box];
  State *state = &b->states[box];
  guint end = after (b, box);
  guint piece = add_piece (b, box, y, 0, 0, 0);
  guint before, i = state->begun ? state->next : first_inside (b, box);
  double top = y;

  y += sane (self->head);
  limit -= sane (self->foot);
  if (state->begun)
    y = repeat_heads (b, box, y, limit);
  before = b->pieces->len;
  y = fill (b, &i, end, y, limit, fresh);
  if (b->pieces->len == before && i < end)
    {
      g_array_set_size (b->pieces, piece);
      return top;
    }
  state->next = i;
  state->begun = true;
  state->done = i >= end;
  y += sane (self->foot);
  g_array_index (b->pieces, PediclePiece, piece).height = y - top;
  g_array_index (b->pieces, PediclePiece, piece).goes_on = !state->done;
  return y;
}

/* Where all that is left has room, the columns are equally high, as far as can be. */
static double
fragment_flow (Breaker *b, guint box, double y, double limit, bool fresh)
{
  State *state = &b->states[box];
  const double across = b->across;
  guint end = after (b, box);
  guint piece = add_piece (b, box, y, 0, 0, 0);
  guint i = state->begun ? state->next : box + 1;
  const guint n_columns = MAX (b->boxes[box].n_columns, 1);
  double bottom = y, level;
  bool holds = false;

  if (i < end && !b->states[i].begun)
    {
      level = level_height (b, box, i);
      holds = y + level <= limit + TOLERANCE;
      limit = holds ? y + level : limit;
    }
  for (guint column = 0; column < n_columns && i < end; column++)
    {
      b->empty = holds ? 1 : column + 1 < n_columns ? EMPTY_COLUMN : EMPTY;
      b->across = across + column * sane (b->boxes[box].pitch);
      bottom = fmax (bottom, fill (b, &i, end, y, limit, fresh));
    }
  b->across = across;
  b->empty = EMPTY;
  if (b->pieces->len == piece + 1 && i < end)
    {
      g_array_set_size (b->pieces, piece);
      return y;
    }
  state->next = i;
  state->begun = true;
  state->done = i >= end;
  g_array_index (b->pieces, PediclePiece, piece).height = bottom - y;
  return bottom;
}

/* What alone fills the stack @box, or NO_BOX. */
static guint
only_inside (const Breaker *b, guint box)
{
  return b->boxes[box].n_inside > 0 && after (b, box + 1) == after (b, box) ? box + 1 : NO_BOX;
}

/* Stacks beside each other are equally high, and so is what alone fills one, such as a card. */
static void
level_out (Breaker *b, guint box, guint first, double height)
{
  guint next = box + 1, level = NO_BOX;
  double inner = height;

  for (guint i = first; i < b->pieces->len; i++)
    {
      PediclePiece *piece = &g_array_index (b->pieces, PediclePiece, i);

      while (after (b, next) <= piece->box)
        next = after (b, next);
      if (piece->box == next)
        {
          level = next;
          inner = height;
        }
      if (piece->box != level || b->boxes[level].kind != PEDICLE_BREAK_STACK)
        continue;
      piece->height = inner;
      inner -= sane (b->boxes[level].head) + sane (b->boxes[level].foot);
      level = only_inside (b, level);
    }
}

static double
fragment_beside (Breaker *b, guint box, double y, double limit, bool fresh)
{
  State *state = &b->states[box];
  guint piece = add_piece (b, box, y, 0, 0, 0);
  guint level = b->pieces->len;
  double bottom = y;

  state->done = true;
  for (guint i = box + 1; i < after (b, box); i = after (b, i))
    {
      if (!b->states[i].done)
        bottom = fmax (bottom, fragment (b, i, y, limit, fresh));
      state->done = state->done && b->states[i].done;
    }
  if (b->pieces->len == piece + 1 && !state->done)
    g_array_set_size (b->pieces, piece);
  else
    g_array_index (b->pieces, PediclePiece, piece).height = bottom - y;
  level_out (b, box, level, bottom - y);
  state->begun = true;
  return bottom;
}

/* Places what fits of @box between @y and @limit, at least something when the page is @fresh.
 * Returns: where it ends. */
static double
fragment (Breaker *b, guint box, double y, double limit, bool fresh)
{
  switch (b->boxes[box].kind)
    {
    case PEDICLE_BREAK_LINES:
      return fragment_lines (b, box, y, limit, fresh);
    case PEDICLE_BREAK_BESIDE:
      return fragment_beside (b, box, y, limit, fresh);
    case PEDICLE_BREAK_FLOW:
      return fragment_flow (b, box, y, limit, fresh);
    case PEDICLE_BREAK_STACK:
    default:
      return fragment_stack (b, box, y, limit, fresh);
    }
}

GArray *
pedicle_break (const PedicleBreakBox *boxes,
               guint n_boxes,
               const double *heights,
               guint n_heights,
               guint *n_pages)
{
  g_autofree State *states = g_new0 (State, MAX (n_boxes, 1));
  Breaker b = { .boxes = boxes, .states = states, .empty = EMPTY };

  b.pieces = g_array_new (FALSE, FALSE, sizeof (PediclePiece));
  add_up (&b, n_boxes);
  while (n_boxes > 0 && !states[0].done)
    {
      guint before = b.pieces->len;

      b.full = sane (heights[MIN (b.page + 1, n_heights - 1)]);
      fragment (&b, 0, 0, sane (heights[MIN (b.page, n_heights - 1)]), true);
      if (b.pieces->len == before)
        break;
      b.page++;
    }
  *n_pages = MAX (b.page, 1);
  return b.pieces;
}
