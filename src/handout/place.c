/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "place.h"

#include <math.h>

#include "measure.h"

#define RULE 0.9
#define LABEL_PAD 6

void
pedicle_placer_init (
    PediclePlacer *placer, const PedicleSheet *sheet, double size, bool rtl, guint n_pages)
{
  placer->sheet = sheet;
  placer->size = size;
  placer->rtl = rtl;
  placer->under = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  placer->over = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < n_pages; i++)
    {
      g_ptr_array_add (placer->under,
                       g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_item_free));
      g_ptr_array_add (placer->over,
                       g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_item_free));
    }
}

void
pedicle_placer_clear (PediclePlacer *placer)
{
  g_clear_pointer (&placer->under, g_ptr_array_unref);
  g_clear_pointer (&placer->over, g_ptr_array_unref);
}

double
pedicle_placer_x (const PediclePlacer *placer, double start, double width)
{
  start += placer->sheet->start + placer->across;
  return placer->rtl ? placer->sheet->width - start - width : start;
}

static PedicleItem *
add_item (PediclePlacer *placer,
          guint page,
          PedicleItemKind kind,
          int node,
          double x,
          double y,
          double width,
          double height)
{
  PedicleItem *item = pedicle_item_new (kind, node, x, y, width, height);

  g_ptr_array_add (
      node == PEDICLE_NODE_NONE ? placer->under->pdata[page] : placer->over->pdata[page], item);
  return item;
}

static PedicleItem *
add_path (
    PediclePlacer *placer, guint page, int node, double x, double y, double width, double height)
{
  PedicleItem *item = add_item (placer, page, PEDICLE_ITEM_PATH, node, x, y, width, height);

  item->path = pedicle_path_new ();
  item->fill = item->stroke = -1;
  return item;
}

static void
add_rule (PediclePlacer *placer,
          guint page,
          int node,
          double x,
          double width,
          double y,
          double line,
          gint32 colour)
{
  PedicleItem *item = add_path (placer, page, node, x, y, width, 0);

  item->stroke = colour;
  item->line = line;
  pedicle_path_move (item->path, x, y);
  pedicle_path_line (item->path, x + width, y);
}

void
pedicle_place_logo (
    PediclePlacer *placer, guint page, RsvgHandle *logo, double y, double width, double height)
{
  PedicleItem *item = add_item (placer, page, PEDICLE_ITEM_PICTURE, PEDICLE_NODE_NONE,
                                pedicle_placer_x (placer, 0, width), y, width, height);

  item->handle = g_object_ref (logo);
}

void
pedicle_place_rule (PediclePlacer *placer,
                    guint page,
                    double start,
                    double width,
                    double y,
                    double line,
                    gint32 colour)
{
  add_rule (placer, page, PEDICLE_NODE_NONE, pedicle_placer_x (placer, start, width), width, y,
            line, colour);
}

/* A line whose left end is known. */
static PedicleItem *
add_line (PediclePlacer *placer, guint page, int node, const PedicleLine *line, double x, double y)
{
  PedicleItem *item =
      add_item (placer, page, PEDICLE_ITEM_TEXT, node, x, y, line->width, line->height);

  item->baseline = y + line->baseline;
  item->words = g_strdup (line->words);
  /* Each line around a page is words of its own. */
  if (node == PEDICLE_NODE_NONE && g_str_has_suffix (item->words, "\n"))
    g_strchomp (item->words);
  item->runs = g_ptr_array_ref (line->runs);
  for (guint i = 0; i < line->ruled->len; i++)
    {
      const PedicleRuled *ruled = &g_array_index (line->ruled, PedicleRuled, i);

      add_rule (placer, page, node, x + ruled->x, ruled->width, item->baseline + 2, RULE,
                PEDICLE_COLOUR_RULE);
    }
  return item;
}

void
pedicle_place_line (
    PediclePlacer *placer, guint page, int node, const PedicleLine *line, double start, double y)
{
  add_line (placer, page, node, line, pedicle_placer_x (placer, start, line->width), y);
}

static PedicleItem *
add_ground (PediclePlacer *placer,
            guint page,
            const PedicleFrameLook *look,
            double x,
            double y,
            double width,
            double height)
{
  PedicleItem *item = add_path (placer, page, PEDICLE_NODE_NONE, x, y, width, height);

  item->fill = look->fill;
  item->stroke = look->stroke;
  item->line = look->line;
  return item;
}

void
pedicle_place_frame (PediclePlacer *placer,
                     guint page,
                     PedicleFrame frame,
                     double start,
                     double width,
                     double y,
                     double height)
{
  PedicleFrameLook look = pedicle_style_frame (frame);
  double x = pedicle_placer_x (placer, start, width);
  PedicleItem *item;

  if (frame == PEDICLE_FRAME_NONE || height <= 0)
    return;
  if (frame == PEDICLE_FRAME_ROW)
    {
      add_rule (placer, page, PEDICLE_NODE_NONE, x, width, y + height, look.line, look.stroke);
      return;
    }
  item = add_ground (placer, page, &look, x, y, width, height);
  pedicle_path_rectangle (item->path, x + look.line / 2, y + look.line / 2, width - look.line,
                          height - look.line, look.radius);
}

/* A frame that goes on is open at that side: a closed one would tell that these are all the signs. */
static void
place_open_frame (PediclePlacer *placer, const PedicleBox *box, const PediclePiece *piece, double y)
{
  PedicleFrameLook look = pedicle_style_frame (box->frame);
  double width = box->place.width;
  double x = pedicle_placer_x (placer, box->place.start, width);
  PedicleItem *item = add_ground (placer, piece->page, &look, x, y, width, piece->height);
  double left = x + look.line / 2, right = x + width - look.line / 2;
  double top = y + look.line / 2, bottom = y + piece->height - look.line / 2;

  if (!piece->from_before)
    pedicle_path_arch (item->path, left, right, top, y + piece->height, look.radius);
  else if (!piece->goes_on)
    pedicle_path_arch (item->path, left, right, bottom, y, look.radius);
  else
    {
      pedicle_path_move (item->path, left, y);
      pedicle_path_line (item->path, left, y + piece->height);
      pedicle_path_move (item->path, right, y);
      pedicle_path_line (item->path, right, y + piece->height);
    }
}

static void
place_box_frame (PediclePlacer *placer, const PedicleBox *box, const PediclePiece *piece, double y)
{
  if (box->kind == PEDICLE_BOX_STACK && (piece->from_before || piece->goes_on) &&
      pedicle_style_frame (box->frame).radius > 0)
    place_open_frame (placer, box, piece, y);
  else
    pedicle_place_frame (placer, piece->page, box->frame, box->place.start, box->place.width, y,
                         piece->height);
}

static void
place_mark (PediclePlacer *placer, guint page, const PedicleBox *box, double y)
{
  const PedicleLine *first = &box->lines->lines[0];
  double side = placer->size * 0.72;
  double start = box->place.start + box->pad_x;
  PedicleItem *item;
  double x;

  if (box->mark_lines != NULL)
    {
      const PedicleLine *mark = &box->mark_lines->lines[0];

      start += box->mark == PEDICLE_MARK_BULLET ? placer->size * 0.2 : 0;
      pedicle_place_line (placer, page, box->mark_node, mark, start,
                          y + first->baseline - mark->baseline);
      return;
    }
  x = pedicle_placer_x (placer, start, side);
  y += first->baseline - side;
  item = add_path (placer, page, box->mark_node, x, y, side, side);
  item->words = g_strdup (box->mark == PEDICLE_MARK_TICKED ? "\342\230\221" : "\342\230\220");
  item->stroke = PEDICLE_COLOUR_INK;
  item->line = 1.1;
  pedicle_path_rectangle (item->path, x, y, side, side, 1.5);
  if (box->mark == PEDICLE_MARK_TICKED)
    {
      pedicle_path_move (item->path, x + side * 0.2, y + side * 0.52);
      pedicle_path_line (item->path, x + side * 0.42, y + side * 0.75);
      pedicle_path_line (item->path, x + side * 0.82, y + side * 0.22);
    }
}

static void
place_text (PediclePlacer *placer, const PedicleBox *box, const PediclePiece *piece, double y)
{
  double start = box->place.start + box->pad_x + pedicle_measure_mark_width (box, placer->size);

  if (piece->first_line == 0 && piece->n_lines > 0 && box->mark != PEDICLE_MARK_NONE)
    place_mark (placer, piece->page, box, y);
  for (guint i = piece->first_line; i < piece->first_line + piece->n_lines; i++)
    {
      const PedicleLine *line = &box->lines->lines[i];
      double at = box->end ? box->place.start + box->place.width - line->width : start;

      add_line (placer, piece->page, box->node, line, pedicle_placer_x (placer, at, line->width), y)
          ->repeated = box->node == PEDICLE_NODE_NONE;
      y += line->height;
    }
}

static void
place_label (PediclePlacer *placer,
             guint page,
             const PedicleBox *box,
             guint index,
             const PedicleItem *picture)
{
  const PedicleLabel *label = box->figure->labels->pdata[index];
  const PedicleLines *lines = box->label_lines->pdata[index];
  const PedicleLine *line = &lines->lines[0];
  /* The picture is not mirrored, so its words keep to its left. */
  double x = picture->x + label->x * box->scale;
  double y = picture->y + label->y * box->scale - line->height / 2;

  x = fmax (picture->x, fmin (x, picture->x + picture->width - line->width));
  add_line (placer, page, box->node, line, x, y);
}

/* A line with its casing below it. */
static void
place_stroke (PediclePlacer *placer,
              guint page,
              const PedicleBox *box,
              const PedicleStroke *stroke,
              const PedicleItem *picture)
{
  const double widths[] = { stroke->width * PEDICLE_STROKE_CASING, stroke->width };
  const gint32 colours[] = { PEDICLE_COLOUR_PAPER, (gint32) stroke->colour };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      PedicleItem *item = add_path (placer, page, box->node, picture->x, picture->y,
                                    picture->width, picture->height);

      item->stroke = colours[i];
      item->line = widths[i] * box->scale;
      item->round = true;
      pedicle_path_stroke (item->path, stroke, picture->x, picture->y, box->scale);
    }
}

static void
place_picture (PediclePlacer *placer, const PedicleBox *box, const PediclePiece *piece, double y)
{
  double width = box->figure->width * box->scale;
  double x = pedicle_placer_x (placer, box->place.start, width);
  PedicleItem *item = add_item (placer, piece->page, PEDICLE_ITEM_PICTURE, box->node, x, y, width,
                                box->figure->height * box->scale);

  item->handle = g_object_ref (box->handle);
  for (guint i = 0; i < box->label_lines->len; i++)
    place_label (placer, piece->page, box, i, item);
  for (guint i = 0; box->strokes != NULL && i < box->strokes->len; i++)
    place_stroke (placer, piece->page, box, box->strokes->pdata[i], item);
}

/* @n people side by side from @start on. */
static void
place_row (PediclePlacer *placer,
           const PedicleBox *box,
           guint page,
           double start,
           double y,
           int n,
           gint32 fill,
           gint32 stroke)
{
  double side = box->scale;
  PedicleItem *item;

  if (n <= 0)
    return;
  item = add_item (placer, page, PEDICLE_ITEM_PEOPLE, box->node,
                   pedicle_placer_x (placer, start, side * n), y, side * n, side);
  item->path = pedicle_path_new ();
  item->fill = fill;
  item->stroke = stroke;
  item->line = 0.7;
  for (int i = 0; i < n; i++)
    if (box->round)
      pedicle_path_person (item->path, side * i, 0, side);
    else
      pedicle_path_thing (item->path, side * i, 0, side);
}

/* Ten rows of ten, filled from the lowest row and from the start. */
static void
place_people (PediclePlacer *placer, const PedicleBox *box, const PediclePiece *piece, double y)
{
  double start = box->place.start;
  int filled = (int) lround (box->share * PEDICLE_PEOPLE_ROWS * PEDICLE_PEOPLE_ROWS);

  for (int i = PEDICLE_PEOPLE_ROWS - 1; i >= 0; i--, y += box->scale)
    {
      int n = CLAMP (filled - i * PEDICLE_PEOPLE_ROWS, 0, PEDICLE_PEOPLE_ROWS);

      place_row (placer, box, piece->page, start, y, n, PEDICLE_COLOUR_SHARE,
                 PEDICLE_COLOUR_SHARE);
      place_row (placer, box, piece->page, start + box->scale * n, y, PEDICLE_PEOPLE_ROWS - n,
                 PEDICLE_COLOUR_REST, PEDICLE_COLOUR_REST_LINE);
    }
}

static void
place_scale (PediclePlacer *placer, const PedicleBox *box, const PediclePiece *piece, double y)
{
  double width = box->place.width;
  double height = piece->height - 3;
  double part = width * box->share;
  PedicleItem *track =
      add_path (placer, piece->page, box->node, pedicle_placer_x (placer, box->place.start, width),
                y, width, height);
  PedicleItem *bar;

  track->fill = PEDICLE_COLOUR_TRACK;
  pedicle_path_rectangle (track->path, track->x, y, width, height, 2);
  bar = add_path (placer, piece->page, box->node, pedicle_placer_x (placer, box->place.start, part),
                  y, part, height);
  bar->fill = box->quiet ? PEDICLE_COLOUR_REST : PEDICLE_COLOUR_SHARE;
  bar->stroke = box->quiet ? PEDICLE_COLOUR_REST_LINE : PEDICLE_COLOUR_SHARE;
  bar->line = 1.2;
  pedicle_path_rectangle (bar->path, bar->x + 0.6, y + 0.6, fmax (part - 1.2, 0.1), height - 1.2,
                          2);
}

static void
place_notes (PediclePlacer *placer, const PedicleBox *box, const PediclePiece *piece, double y)
{
  for (guint i = piece->first_line; i < piece->first_line + piece->n_lines; i++)
    {
      y += box->heights[i];
      pedicle_place_rule (placer, piece->page, box->place.start, box->place.width, y - 4, RULE,
                          PEDICLE_COLOUR_RULE);
    }
}

/* At the end of the line, as high as it may be stuck. What stands in it will be covered. */
static void
place_label_room (PediclePlacer *placer, const PedicleBox *box, const PediclePiece *piece, double y)
{
  double width = fmin (PEDICLE_LABEL_WIDTH, box->place.width);
  double start = box->place.start + box->place.width - width;

  pedicle_place_frame (placer, piece->page, PEDICLE_FRAME_CARD, start, width, y,
                       PEDICLE_LABEL_HEIGHT);
  for (guint i = 0; i < box->mark_lines->n; i++)
    {
      pedicle_place_line (placer, piece->page, PEDICLE_NODE_NONE, &box->mark_lines->lines[i],
                          start + LABEL_PAD, y + LABEL_PAD);
      y += box->mark_lines->lines[i].height;
    }
}

void
pedicle_place_piece (PediclePlacer *placer,
                     const PedicleBox *box,
                     const PediclePiece *piece,
                     double top)
{
  double y = top + piece->y;

  placer->across = piece->across;
  place_box_frame (placer, box, piece, y);
  switch (box->kind)
    {
    case PEDICLE_BOX_TEXT:
      place_text (placer, box, piece, y);
      break;
    case PEDICLE_BOX_PICTURE:
      place_picture (placer, box, piece, y);
      break;
    case PEDICLE_BOX_PEOPLE:
      place_people (placer, box, piece, y);
      break;
    case PEDICLE_BOX_SCALE:
      place_scale (placer, box, piece, y);
      break;
    case PEDICLE_BOX_NOTES:
      place_notes (placer, box, piece, y);
      break;
    case PEDICLE_BOX_LABEL:
      place_label_room (placer, box, piece, y);
      break;
    case PEDICLE_BOX_STACK:
    case PEDICLE_BOX_BESIDE:
    case PEDICLE_BOX_FLOW:
    default:
      /* A cell of a table that holds nothing is still a cell. */
      if (box->children->len == 0 && box->node != PEDICLE_NODE_NONE)
        add_item (placer, piece->page, PEDICLE_ITEM_TEXT, box->node,
                  pedicle_placer_x (placer, box->place.start, box->place.width), y,
                  box->place.width, 0);
      break;
    }
  placer->across = 0;
}

GPtrArray *
pedicle_placer_finish (PediclePlacer *placer)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < placer->under->len; i++)
    {
      GPtrArray *page = g_ptr_array_ref (placer->under->pdata[i]);

      g_ptr_array_extend_and_steal (page, placer->over->pdata[i]);
      placer->over->pdata[i] = g_ptr_array_new ();
      g_ptr_array_add (pages, page);
    }
  return pages;
}
