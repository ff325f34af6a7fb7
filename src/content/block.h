/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "problem.h"
#include "text.h"

G_BEGIN_DECLS

/** The building stones of answers, parts and handouts. Immutable, counted, a tree. */

typedef enum
{
  PEDICLE_BLOCK_PARAGRAPH, /* p: text */
  PEDICLE_BLOCK_HEADING,   /* heading: text */
  PEDICLE_BLOCK_LIST,      /* list: children are items; @numbered */
  PEDICLE_BLOCK_ITEM,      /* item: text */
  PEDICLE_BLOCK_STEPS,     /* steps: children are steps */
  PEDICLE_BLOCK_STEP,      /* step: children figure?, p+; @pairs, @moves */
  PEDICLE_BLOCK_FIGURE,    /* figure: @figure; text is the caption (nullable) */
  PEDICLE_BLOCK_WARNING,   /* warning: @warning; children call+, p, list */
  PEDICLE_BLOCK_CALL,      /* call: text, the warning's heading */
  PEDICLE_BLOCK_SECTION,   /* section: children */
  PEDICLE_BLOCK_COLUMNS,   /* columns: children are columns; @widths */
  PEDICLE_BLOCK_COLUMN,    /* column: children */
  PEDICLE_BLOCK_TABLE,     /* table: children are rows; @widths */
  PEDICLE_BLOCK_ROW,       /* row: children are cells; @head */
  PEDICLE_BLOCK_CELL,      /* cell: children */
  PEDICLE_BLOCK_CHECKLIST, /* checklist: children heading?, item+ */
  PEDICLE_BLOCK_NOTES,     /* notes: @lines to write on */
  PEDICLE_BLOCK_UNKNOWN,   /* unknown: text */
  PEDICLE_BLOCK_USE,       /* use: @use; handouts only (in an answer, what it uses stands in its place) */
  PEDICLE_BLOCK_RECORD,    /* record: @record; handouts only */
  PEDICLE_BLOCK_PATIENT_LABEL, /* patient-label: text; handouts only */
  PEDICLE_BLOCK_GLOSSARY,  /* glossary: handouts only */
  PEDICLE_BLOCK_SOURCES,   /* sources: handouts only */
} PedicleBlockKind;

typedef enum
{
  PEDICLE_WARNING_EMERGENCY,
  PEDICLE_WARNING_CALL,
} PedicleWarningKind;

/** PedicleRecord: what a `record` lists of the talk: all there is, to tick; what the visit holds is ticked. Questions
 * are the visit's own words, drawings the pictures that were drawn on; numbers are only those that were shown. */
typedef enum
{
  PEDICLE_RECORD_OPTIONS,   /* ticked: not hidden */
  PEDICLE_RECORD_TOPICS,    /* ticked: discussed */
  PEDICLE_RECORD_VALUES,    /* ticked: what matters most */
  PEDICLE_RECORD_QUESTIONS,
  PEDICLE_RECORD_DRAWINGS,
  PEDICLE_RECORD_NUMBERS,   /* ticked: all of them */
  PEDICLE_RECORD_SHEETS,    /* ticked: given */
} PedicleRecord;

/** PedicleLabel: words beside a point of a picture, in the picture's own units. */
typedef struct
{
  double x, y;
  PedicleText *text;
} PedicleLabel;

/** PedicleFigure: @svg holds the checked bytes of the picture, when all were checked; pedicle_figure_open() gives them in
 * any case. @key names the figure among all of the content, as "file-id/figure-id": options may use the same id. */
typedef struct
{
  char *id;
  char *key;
  char *src;
  GBytes *svg;          /* (nullable) */
  GBytes *unchecked;    /* (nullable): in its place */
  char *file;           /* (nullable): path of what is unchecked, as in messages */
  double width, height; /* of the viewBox */
  double scale;         /* share of the width it may take, above 0 and up to 1; 0 when the content says nothing */
  PedicleText *alt;
  GPtrArray *labels; /* (element-type PedicleLabel) */
} PedicleFigure;

typedef enum
{
  PEDICLE_FORM_SHORT,
  PEDICLE_FORM_LONG,
  PEDICLE_FORM_STEPS,
  PEDICLE_FORM_COMPARE,
} PedicleForm;

/** PedicleUse: what a `use` pulls in: a part (@part, @from), answers (@topics, @form) or a set (@numbers). */
typedef struct
{
  char *from;   /* "procedure", "phrases", "decision" or an option's id */
  char *part;
  char **topics; /* (nullable): ids, or one "*" for all */
  PedicleForm form;
  char *numbers;
  gboolean optional;
} PedicleUse;

void pedicle_label_free (PedicleLabel *label);
void pedicle_figure_free (PedicleFigure *figure);
/** pedicle_figure_open: checks the picture if it was not. Returns: (transfer full) (nullable): the checked bytes; %NULL
 * with @problems. */
GBytes *pedicle_figure_open (const PedicleFigure *figure, PedicleProblems *problems);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleFigure, pedicle_figure_free)
void pedicle_use_free (PedicleUse *use);

typedef struct _PedicleBlock PedicleBlock;
struct _PedicleBlock
{
  PedicleBlockKind kind;
  char *id;               /* (nullable) */
  PedicleText *text;      /* (nullable) */
  GPtrArray *children;    /* (nullable) (element-type PedicleBlock) */
  char **cites;           /* (nullable): ids of sources named by `cite` children */
  /* conditions */
  char **for_options;     /* (nullable): ids of options */
  char *when, *unless;    /* (nullable): name of a field */
  char **is;              /* (nullable): ids of choices, with @when */
  /* by kind */
  PedicleWarningKind warning;
  PedicleRecord record;
  gboolean numbered, head;
  gboolean moves;         /* a step: its picture is what became of the one before, and may be shown becoming so */
  int lines;
  double *widths;         /* (nullable): n_widths relative widths of the columns */
  guint n_widths;
  char *pairs;            /* (nullable): step of another option that this one stands beside: "option/step-id" */
  PedicleFigure *figure;  /* (nullable) */
  PedicleUse *use;        /* (nullable) */
};

PedicleBlock *pedicle_block_new (PedicleBlockKind kind);
PedicleBlock *pedicle_block_ref (PedicleBlock *block);
void pedicle_block_unref (PedicleBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleBlock, pedicle_block_unref)

/** pedicle_block_stands: whether the conditions hold for @option and the values that @lookup gives
 * (%NULL or "" for an empty field). */
typedef const char *(*PedicleValueFunc) (const char *field, gpointer user_data);
gboolean pedicle_block_stands (const PedicleBlock *block,
                               const char *option,
                               PedicleValueFunc lookup,
                               gpointer user_data);

G_END_DECLS
