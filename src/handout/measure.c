/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure.h"

#include "units.h"

#define NOTE_LINE (9 * PEDICLE_POINTS_PER_MM)
#define PEOPLE_CELL 7.6
#define SCALE_HEIGHT 13
#define PICTURE_HIGHEST 180

typedef struct
{
  PedicleTypeset *typeset;
  double size, height;
  const char *language;
  bool rtl;
  GError *error;
} Measurer;

static void measure_box (Measurer *m, PedicleBox *box, double start, double width);

double
pedicle_measure_mark_width (const PedicleBox *box, double size)
{
  switch (box->mark)
    {
    case PEDICLE_MARK_BULLET:
      return size * 1.05;
    case PEDICLE_MARK_TICK:
    case PEDICLE_MARK_TICKED:
      return size * 1.4;
    case PEDICLE_MARK_NUMBER:
    case PEDICLE_MARK_CITE:
      return fmax (size * (box->mark == PEDICLE_MARK_CITE ? 2.25 : 1.6),
                   box->mark_lines != NULL ? box->mark_lines->width + size * 0.4 : 0);
    case PEDICLE_MARK_NONE:
    default:
      return 0;
    }
}

static PedicleLines *
set_lines (Measurer *m, const PedicleBox *box, const PedicleRich *rich, double width, int measure)
{
  PedicleFace face = pedicle_style_face (box->role, m->size);
  bool english = box->language != NULL;

  return pedicle_typeset_lines (m->typeset, rich, &face, english ? box->language : m->language,
                                english ? false : m->rtl, width, measure);
}

static void
measure_text (Measurer *m, PedicleBox *box, double width)
{
  if (box->mark_rich != NULL)
    box->mark_lines = set_lines (m, box, box->mark_rich, -1, 0);
  box->lines = set_lines (m, box, box->rich,
                          fmax (width - pedicle_measure_mark_width (box, m->size), m->size),
                          PEDICLE_MEASURE_MAX);
}

static void
measure_picture (Measurer *m, PedicleBox *box, double width)
{
  const PedicleFigure *figure = box->figure;
  double highest = fmin (PICTURE_HIGHEST, m->height * 0.6);

  box->handle =
      pedicle_typeset_get_picture (m->typeset, box->svg, box->style,
                                   m->error == NULL ? &m->error : NULL);
  box->scale = 1;
  if (figure->width > 0 && figure->height > 0)
    box->scale = fmin (width * (figure->scale > 0 ? figure->scale : 1) / figure->width,
                       highest / figure->height);
  box->heights = g_new (double, 1);
  box->heights[0] = figure->height * box->scale;
  box->label_lines = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_lines_free);
  for (guint i = 0; box->labels != NULL && i < box->labels->len; i++)
    {
      PedicleFace face = pedicle_style_face (PEDICLE_ROLE_LABEL, m->size);

      g_ptr_array_add (box->label_lines, pedicle_typeset_lines (m->typeset, box->labels->pdata[i],
                                                                &face, m->language, m->rtl, -1, 0));
    }
}

static void
measure_drawing (Measurer *m, PedicleBox *box, double width)
{
  double grown = pedicle_style_scale (m->size);

  box->heights = g_new (double, 1);
  if (box->kind == PEDICLE_BOX_SCALE)
    {
      box->heights[0] = SCALE_HEIGHT * grown;
      return;
    }
  box->scale = fmin (PEOPLE_CELL * grown, width / PEDICLE_PEOPLE_ROWS);
  box->heights[0] = box->scale * PEDICLE_PEOPLE_ROWS;
}

static void
measure_notes (PedicleBox *box)
{
  box->heights = g_new (double, box->lines_to_write);
  for (guint i = 0; i < box->lines_to_write; i++)
    box->heights[i] = NOTE_LINE;
}

/* The width of a column that takes what its picture, or its label, needs. */
static double
own_width (Measurer *m, const PedicleBox *box)
{
  while (box->kind == PEDICLE_BOX_STACK && box->children->len == 1)
    box = box->children->pdata[0];
  return box->kind == PEDICLE_BOX_PEOPLE
             ? PEOPLE_CELL * pedicle_style_scale (m->size) * PEDICLE_PEOPLE_ROWS
         : box->kind == PEDICLE_BOX_LABEL ? PEDICLE_LABEL_WIDTH
                                          : 0;
}

static PedicleLines *
first_lines (const PedicleBox *box)
{
  while (box->kind == PEDICLE_BOX_STACK && box->children->len > 0)
    box = box->children->pdata[0];
  return box->kind == PEDICLE_BOX_TEXT && box->lines->n > 0 ? box->lines : NULL;
}

/* A line to write on is higher than a line of print: what stands beside it comes down to it. */
static void
align_first_lines (PedicleBox *box)
{
  double lowest = 0;

  for (guint i = 0; i < box->children->len; i++)
    {
      const PedicleLines *lines = first_lines (box->children->pdata[i]);

      if (lines != NULL && lines->lines[0].ruled->len > 0)
        lowest = fmax (lowest, lines->lines[0].baseline);
    }
  for (guint i = 0; i < box->children->len; i++)
    {
      PedicleLines *lines = first_lines (box->children->pdata[i]);
      double down = lines != NULL ? fmax (lowest - lines->lines[0].baseline, 0) : 0;

      if (lines == NULL)
        continue;
      lines->lines[0].baseline += down;
      lines->lines[0].height += down;
      lines->heights[0] += down;
      lines->height += down;
    }
}

static void
measure_beside (Measurer *m, PedicleBox *box, double start, double width)
{
  guint n = box->children->len;
  double sum = 0;
  double rest = width - box->gutter * (n > 0 ? n - 1 : 0);

  for (guint i = 0; i < n; i++)
    {
      sum += box->widths != NULL ? box->widths[i] : 1;
      if (box->widths != NULL && box->widths[i] <= 0)
        rest -= own_width (m, box->children->pdata[i]);
    }
  for (guint i = 0; i < box->children->len; i++)
    {
      PedicleBox *child = box->children->pdata[i];
      double part = box->widths != NULL ? box->widths[i] : 1;
      double share = part > 0 ? rest * part / sum : own_width (m, child);

      measure_box (m, child, start, fmax (share, 1));
      start += share + box->gutter;
    }
  align_first_lines (box);
}

static double
column_width (const PedicleBox *box, double width)
{
  return (width - box->gutter * (box->n_columns - 1)) / box->n_columns;
}

static void
measure_box (Measurer *m, PedicleBox *box, double start, double width)
{
  box->place.start = start;
  box->place.width = width;
  start += box->pad_x;
  width = fmax (width - 2 * box->pad_x, m->size);
  switch (box->kind)
    {
    case PEDICLE_BOX_STACK:
      for (guint i = 0; i < box->children->len; i++)
        measure_box (m, box->children->pdata[i], start,
                     box->widths != NULL ? width * box->widths[i] : width);
      break;
    case PEDICLE_BOX_BESIDE:
      measure_beside (m, box, start, width);
      break;
    case PEDICLE_BOX_FLOW:
      /* All as if in the first column: which one it is the break step finds. */
      for (guint i = 0; i < box->children->len; i++)
        measure_box (m, box->children->pdata[i], start, column_width (box, width));
      break;
    case PEDICLE_BOX_TEXT:
      measure_text (m, box, width);
      break;
    case PEDICLE_BOX_PICTURE:
      measure_picture (m, box, width);
      break;
    case PEDICLE_BOX_NOTES:
      measure_notes (box);
      break;
    case PEDICLE_BOX_LABEL:
      box->mark_lines = set_lines (m, box, box->rich, PEDICLE_LABEL_WIDTH, 0);
      box->heights = g_new (double, 1);
      box->heights[0] = PEDICLE_LABEL_HEIGHT;
      break;
    case PEDICLE_BOX_PEOPLE:
    case PEDICLE_BOX_SCALE:
    default:
      measure_drawing (m, box, width);
      break;
    }
}

static PedicleBreakKind
break_kind (PedicleBoxKind kind)
{
  switch (kind)
    {
    case PEDICLE_BOX_STACK:
      return PEDICLE_BREAK_STACK;
    case PEDICLE_BOX_BESIDE:
      return PEDICLE_BREAK_BESIDE;
    case PEDICLE_BOX_FLOW:
      return PEDICLE_BREAK_FLOW;
    case PEDICLE_BOX_TEXT:
    case PEDICLE_BOX_PICTURE:
    case PEDICLE_BOX_PEOPLE:
    case PEDICLE_BOX_SCALE:
    case PEDICLE_BOX_NOTES:
    case PEDICLE_BOX_LABEL:
    default:
      return PEDICLE_BREAK_LINES;
    }
}

static void
add_numbers (PedicleBox *box, GArray *numbers, GPtrArray *order)
{
  guint index = numbers->len;
  PedicleBreakBox number = {
    .kind = break_kind (box->kind),
    .before = box->before,
    .head = box->pad_y,
    .foot = box->pad_y,
    .lines = box->lines != NULL ? box->lines->heights : box->heights,
    .n_lines = box->lines != NULL               ? box->lines->n
               : box->kind == PEDICLE_BOX_NOTES ? box->lines_to_write
                                                : 1,
    .keep_next = box->keep_next,
    .yields = box->yields,
    .keep_together = box->keep_together,
    .keep_short = box->keep_short,
    .spills = box->spills,
    .repeat = box->repeat,
    .n_columns = box->n_columns,
  };

  if (box->kind == PEDICLE_BOX_FLOW)
    number.pitch = column_width (box, box->place.width) + box->gutter;
  g_array_append_val (numbers, number);
  g_ptr_array_add (order, box);
  for (guint i = 0; i < box->children->len; i++)
    add_numbers (box->children->pdata[i], numbers, order);
  g_array_index (numbers, PedicleBreakBox, index).n_inside = numbers->len - index - 1;
}

GArray *
pedicle_measure (PedicleFlow *flow,
                 double size,
                 const char *language,
                 bool rtl,
                 double width,
                 double height,
                 GPtrArray **order,
                 GError **error)
{
  Measurer measurer = { pedicle_typeset_get (), size, height, language, rtl, NULL };
  GArray *numbers;

  measure_box (&measurer, flow->root, 0, width);
  if (measurer.error != NULL)
    {
      g_propagate_error (error, measurer.error);
      return NULL;
    }
  numbers = g_array_new (FALSE, FALSE, sizeof (PedicleBreakBox));
  *order = g_ptr_array_new ();
  add_numbers (flow->root, numbers, *order);
  return numbers;
}
