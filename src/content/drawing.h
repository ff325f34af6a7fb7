/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The values of a picture's attributes: numbers, colours, paths, transforms. A second grammar beside the tree's. */

typedef enum
{
  PEDICLE_DRAWING_NUMBER,    /* one number, or a percentage */
  PEDICLE_DRAWING_SIZE,      /* one number above 0, with or without px, pt, mm */
  PEDICLE_DRAWING_NUMBERS,   /* numbers */
  PEDICLE_DRAWING_DASHES,    /* none, or numbers above 0 */
  PEDICLE_DRAWING_FRACTION,  /* 0 to 1, or a percentage */
  PEDICLE_DRAWING_PATH,      /* path data */
  PEDICLE_DRAWING_VIEW_BOX,  /* four numbers, the last two above 0 */
  PEDICLE_DRAWING_TRANSFORM, /* matrix, translate, scale, rotate, skewX, skewY */
  PEDICLE_DRAWING_COLOUR,    /* #rgb, #rrggbb, a name */
  PEDICLE_DRAWING_PAINT,     /* none, a colour, url(#id) */
  PEDICLE_DRAWING_ID,
  PEDICLE_DRAWING_WORD, /* one of a list */
} PedicleDrawingKind;

/** PedicleDrawingNumbers: what the numbers of a value were. */
typedef struct
{
  double first[4];  /* the first four */
  guint n;
  double sum;       /* of their absolute values */
  double smallest;  /* of those above 0; 0 without one */
  double enlarges;  /* at most, by a transform; else 1 */
} PedicleDrawingNumbers;

/**
 * pedicle_drawing_check:
 * @words: (nullable): for a word: those allowed, separated by spaces
 * @numbers: (out): of a value with numbers
 *
 * Returns: (transfer full) (nullable): %NULL when @value is of @kind, else what it should be: "is no number".
 */
char *pedicle_drawing_check (PedicleDrawingKind kind,
                             const char *value,
                             const char *words,
                             PedicleDrawingNumbers *numbers);

/** pedicle_drawing_reference: Returns: (transfer full) (nullable): the id of "url(#id)". */
char *pedicle_drawing_reference (const char *value);

G_END_DECLS
