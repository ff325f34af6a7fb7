/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "flow.h"
#include "phrasing.h"
#include "placeholders.h"

G_BEGIN_DECLS

/** PedicleComposer: what the parts of the compose step share: content, catalogue, template and
 * personal fields become boxes of a flow. On the stack, for one document. */
typedef struct
{
  const PedicleRequest *request;
  const PedicleDecision *decision;
  const PedicleProcedure *procedure; /* (nullable) */
  PediclePhrasing phrasing;
  PediclePlaceholders placeholders;
  PedicleFlow *flow;
  bool stacked;     /* large text: words do not stand side by side */
  bool cites;       /* the template lists the sources */
  bool has_heading; /* a heading of the second level stands */
  bool in_english;  /* the block before fell back to English */
  bool name_placed; /* the patient's name stands in the body */
  bool in_warning;
  bool warning_untranslated; /* a warning fell back to English */
  GPtrArray *sources;        /* ids, in the order of their numbers */
  GHashTable *source_numbers; /* id -> number */
  GHashTable *told;          /* (element-type PedicleAnswer) whose short form stands on the sheet */
  GHashTable *files;         /* ids of the files whose words stand on the sheet */
  GHashTable *local;         /* contexts of the clinic's own texts on it */
  GPtrArray *terms;          /* (nullable) (element-type PedicleTerm): of a sheet that explains them */
  GPtrArray *term_words;     /* (nullable) (element-type utf8): of each of the decision's terms, to be looked for */
  GPtrArray *broken;         /* (element-type PedicleFigure): checked only now, may not be shown; each file once */
  GError *error;
} PedicleComposer;

/** pedicle_compose: fills composer->flow; the composer is set up and cleared by the caller with the
 * two below. */
bool
pedicle_composer_init (PedicleComposer *composer, const PedicleRequest *request, GError **error);
bool pedicle_compose (PedicleComposer *composer, GError **error);
void pedicle_composer_clear (PedicleComposer *composer);

/** pedicle_compose_rich: the words of @text in the sheet's language, values in place.
 * @english: (out): whether they fell back. Returns: (transfer full) */
PedicleRich *
pedicle_compose_rich (PedicleComposer *composer, const PedicleText *text, bool *english);

/** pedicle_compose_text: a paragraph in @parent, tagged @tag below @node. */
PedicleBox *pedicle_compose_text (PedicleComposer *composer,
                                  PedicleBox *parent,
                                  int node,
                                  const char *tag,
                                  PedicleRole role,
                                  const PedicleText *text);
/** pedicle_compose_words: the same with words that are in no language or in their own. */
PedicleBox *pedicle_compose_words (PedicleComposer *composer,
                                   PedicleBox *parent,
                                   int node,
                                   const char *tag,
                                   PedicleRole role,
                                   const char *words);
/** pedicle_compose_phrase: the same with a phrase, whose parameter is @value or @words. */
PedicleBox *pedicle_compose_phrase (PedicleComposer *composer,
                                    PedicleBox *parent,
                                    int node,
                                    const char *tag,
                                    PedicleRole role,
                                    const char *id,
                                    const PedicleText *value,
                                    const char *words);
PedicleBox *
pedicle_compose_stack (PedicleComposer *composer, PedicleBox *parent, int node, PedicleFrame frame);
/** pedicle_compose_flow: two columns, one after the other. */
PedicleBox *pedicle_compose_flow (PedicleComposer *composer, PedicleBox *parent, int node);
/** pedicle_compose_heading: a heading of the second or third level. */
PedicleBox *pedicle_compose_heading (PedicleComposer *composer,
                                     PedicleBox *parent,
                                     int node,
                                     PedicleRole role,
                                     const PedicleText *text);
/** pedicle_compose_continued: for the parts of @parent on further pages, the words of @heading and
 * that it goes on. */
void pedicle_compose_continued (PedicleComposer *composer,
                                PedicleBox *parent,
                                const PedicleBox *heading);
/** pedicle_compose_note_terms: the words of the glossary that @text holds. */
void pedicle_compose_note_terms (PedicleComposer *composer, const PedicleText *text);
/** pedicle_compose_glossary: those that were met so far, with their meanings. */
void pedicle_compose_glossary (PedicleComposer *composer, PedicleBox *parent, int node);
/** pedicle_compose_record: what was shown, talked about, chosen or asked. */
void pedicle_compose_record (PedicleComposer *composer,
                             PedicleRecord kind,
                             PedicleBox *parent,
                             int node);
/** pedicle_compose_keep_first: called for each item that was added to @parent: the first two stay
 * together, so that none stands alone below its heading at the foot of a page. */
void pedicle_compose_keep_first (PedicleComposer *composer, const PedicleBox *parent);

/** pedicle_compose_item: an item of list @node. */
PedicleBox *pedicle_compose_item (PedicleComposer *composer,
                                  PedicleBox *parent,
                                  int node,
                                  PedicleMark mark,
                                  guint number,
                                  const PedicleText *text);
/** pedicle_compose_alt: what the picture @node shows, and in which language that is said. */
void pedicle_compose_alt (PedicleComposer *composer, int node, const PedicleText *text);

void pedicle_compose_blocks (PedicleComposer *composer,
                             const GPtrArray *blocks,
                             PedicleBox *parent,
                             int node);
void pedicle_compose_table (PedicleComposer *composer,
                            const PedicleBlock *block,
                            PedicleBox *parent,
                            int node);
void pedicle_compose_compare (PedicleComposer *composer,
                              const PedicleUse *use,
                              PedicleBox *parent,
                              int node);
void pedicle_compose_numbers (PedicleComposer *composer,
                              const PedicleNumbers *numbers,
                              PedicleBox *parent,
                              int node);
void pedicle_compose_use (PedicleComposer *composer,
                          const PedicleUse *use,
                          PedicleBox *parent,
                          int node);
void pedicle_compose_steps (PedicleComposer *composer,
                            const PedicleBlock *block,
                            PedicleBox *parent,
                            int node);
/** pedicle_compose_two: where picture @number (from 1) of several stands, so that they can be set one against the
 * other: two beside each other, in large text below. @row: what the one before got; @parent has them all. After the
 * last of @n, pedicle_compose_end_two(). */
PedicleBox *pedicle_compose_two (
    PedicleComposer *composer, PedicleBox *parent, int node, guint number, PedicleBox *row);
void pedicle_compose_end_two (PedicleComposer *composer, guint n, PedicleBox *row);
/** pedicle_compose_drawings: the pictures that were drawn on in the talk. */
void pedicle_compose_drawings (PedicleComposer *composer, PedicleBox *parent, int node);
bool pedicle_compose_has_drawings (PedicleComposer *composer);
/** pedicle_compose_has_numbers: whether sets of numbers were shown in the talk. */
bool pedicle_compose_has_numbers (PedicleComposer *composer);
/** pedicle_compose_figure: the picture with its caption and what was drawn on it in the talk. */
void pedicle_compose_figure (PedicleComposer *composer,
                             const PedicleBlock *block,
                             PedicleBox *parent,
                             int node);

/** pedicle_compose_cite: puts the numbers of @cites behind the last words of @box. */
void pedicle_compose_cite (PedicleComposer *composer, char **cites, PedicleBox *box);
/** pedicle_compose_cite_since: the same when @box got words since @before (nullable) was its last
 * text. */
void pedicle_compose_cite_since (PedicleComposer *composer,
                                 char **cites,
                                 PedicleBox *box,
                                 const PedicleBox *before);
void pedicle_compose_sources (PedicleComposer *composer, PedicleBox *parent, int node);

G_END_DECLS
