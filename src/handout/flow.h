/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <librsvg/rsvg.h>
#include "block.h"
#include "break.h"
#include "rich.h"
#include "stroke.h"
#include "structure.h"
#include "style.h"
#include "typeset.h"

G_BEGIN_DECLS

/** What is composed: boxes in reading order, without positions. */

typedef enum
{
  PEDICLE_BOX_STACK,   /* children below each other */
  PEDICLE_BOX_BESIDE,  /* children beside each other */
  PEDICLE_BOX_FLOW,    /* children down one column and on in the next */
  PEDICLE_BOX_TEXT,    /* a paragraph */
  PEDICLE_BOX_PICTURE, /* a figure of the content */
  PEDICLE_BOX_PEOPLE,  /* so many of a hundred */
  PEDICLE_BOX_SCALE,   /* a value on a scale */
  PEDICLE_BOX_NOTES,   /* ruled lines */
  PEDICLE_BOX_LABEL,   /* room for a label that is stuck on */
} PedicleBoxKind;

/** A picture of people has so many rows of so many. */
#define PEDICLE_PEOPLE_ROWS 10

typedef enum
{
  PEDICLE_MARK_NONE,
  PEDICLE_MARK_BULLET,
  PEDICLE_MARK_NUMBER,
  PEDICLE_MARK_CITE,   /* a number of two digits in brackets, or less */
  PEDICLE_MARK_TICK,   /* an empty square */
  PEDICLE_MARK_TICKED, /* a square with a tick */
} PedicleMark;

/** PediclePlace: a box's place across the page, from the start margin; down the page is the break
 * step's. */
typedef struct
{
  double start, width;
} PediclePlace;

typedef struct _PedicleBox PedicleBox;
struct _PedicleBox
{
  PedicleBoxKind kind;
  PedicleRole role;
  PedicleFrame frame;
  bool keep_next, yields, keep_together, keep_short, spills, repeat;
  double before, pad_x, pad_y;
  int node;             /* in the structure, or PEDICLE_NODE_NONE */
  const char *language; /* (nullable): "en" where the words fell back */
  GPtrArray *children;  /* (element-type PedicleBox) */

  PedicleRich *rich; /* text */
  PedicleMark mark;
  int mark_node;
  PedicleRich *mark_rich;

  double *widths;  /* (nullable): one for each child; beside: relative, 0 for as wide as it is; stack: of its width */
  guint n_columns; /* flow */
  double gutter;   /* beside, flow */

  const PedicleFigure *figure; /* borrowed from the library, as long as the call lasts */
  GBytes *svg;           /* (nullable): the figure's */
  GPtrArray *strokes;    /* (nullable) (element-type PedicleStroke), borrowed from the visit as long */
  char *style;           /* (nullable): CSS for the picture's own elements */
  GPtrArray *labels;     /* (nullable) (element-type PedicleRich), as the figure's */
  double share;          /* people: so many of a hundred; scale: from 0 to 1 */
  bool round;            /* people, not things */
  bool quiet;            /* the one that is compared with */
  bool end;              /* text stands at the end of its line */
  guint lines_to_write;  /* notes */

  /* from measure */
  PediclePlace place;
  PedicleLines *lines, *mark_lines;
  GPtrArray *label_lines; /* (element-type PedicleLines) */
  RsvgHandle *handle;
  double *heights; /* of what is no text */
  double scale;    /* points for a unit of the picture; side of a cell of people */
};

PedicleBox *pedicle_box_new (PedicleBox *parent, PedicleBoxKind kind, int node);
void pedicle_box_free (PedicleBox *box);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleBox, pedicle_box_free)

/** pedicle_box_remove: takes @box out of @parent and frees it. */
void pedicle_box_remove (PedicleBox *parent, PedicleBox *box);
/** pedicle_box_last_text: Returns: (nullable): the last paragraph inside. */
PedicleBox *pedicle_box_last_text (PedicleBox *box);

/** PedicleFlow: a composed document. */
typedef struct
{
  PedicleBox *root;
  PedicleStructure *structure;
} PedicleFlow;

PedicleFlow *pedicle_flow_new (void);
void pedicle_flow_free (PedicleFlow *flow);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleFlow, pedicle_flow_free)

G_END_DECLS
