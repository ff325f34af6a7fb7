/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include "field.h"
#include "inline.h"

G_BEGIN_DECLS

/** Styles of a span: those of the content (#PedicleStyle) and ours. */
#define PEDICLE_SPAN_WHOLE PEDICLE_STYLE_NUM /* not broken over lines where it fits one */
#define PEDICLE_SPAN_QUIET (1u << 8)
#define PEDICLE_SPAN_VALUE (1u << 9)    /* what stands in a field */
#define PEDICLE_SPAN_BETWEEN (1u << 10) /* two parts: a line that would end there takes its place */

typedef struct
{
  guint start, end; /* bytes */
  guint style;
} PedicleSpan;

/** PedicleBlank: a place to write on, which stands for the object replacement character at byte
 * @at. */
typedef struct
{
  guint at;
  PedicleFieldType type;
} PedicleBlank;

/** PedicleRich: the words of one paragraph as they go to paper. */
typedef struct
{
  GString *text;
  GArray *spans;  /* (element-type PedicleSpan) */
  GArray *blanks; /* (element-type PedicleBlank) */
  GArray *cited;  /* (nullable) (element-type guint): the numbers of sources at its end */
  guint cited_at; /* bytes before them */
  bool lasting;   /* only the content's words: they may be remembered when the page is done */
} PedicleRich;

PedicleRich *pedicle_rich_new (void);
void pedicle_rich_free (PedicleRich *rich);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleRich, pedicle_rich_free)

/** pedicle_rich_new_lasting: Returns: (transfer full): @words of the content, in no style. */
PedicleRich *pedicle_rich_new_lasting (const char *words);

/** pedicle_rich_new_plain: Returns: (transfer full): @text, which may be of a visit and does not
 * last, in no style. */
PedicleRich *pedicle_rich_new_plain (const char *text);

/** pedicle_rich_append: @text of the content; what a visit says is a value. */
void pedicle_rich_append (PedicleRich *rich, const char *text, guint style);
void pedicle_rich_append_rich (PedicleRich *rich, const PedicleRich *more);
/** pedicle_rich_append_between: a mark between what stands before and the next part; the end of a
 * line takes its place where one would end there. Nothing when there is no part before. */
void pedicle_rich_append_between (PedicleRich *rich);

/** pedicle_rich_append_part: @part behind such a mark, or whole on a line of its own where it does
 * not fit behind it. */
void pedicle_rich_append_part (PedicleRich *rich, const PedicleRich *part);
void pedicle_rich_append_blank (PedicleRich *rich, PedicleFieldType type);

/** pedicle_rich_cut: takes away what stands from byte @at on. */
void pedicle_rich_cut (PedicleRich *rich, guint at);

/** pedicle_rich_append_isolate: begins or ends words whose direction is their own. */
void pedicle_rich_append_isolate (PedicleRich *rich, bool begin);

/** pedicle_rich_append_value: @value, which does not last, between marks that keep its direction
 * apart from that of the words around it. */
void pedicle_rich_append_value (PedicleRich *rich,
                                const char *value,
                                PedicleFieldType type,
                                guint style);

/** pedicle_rich_ends_blank: whether it ends with a place to write on. */
bool pedicle_rich_ends_blank (const PedicleRich *rich);

/** pedicle_rich_is_blank: whether there is nothing but a place to write on. */
bool pedicle_rich_is_blank (const PedicleRich *rich);

G_END_DECLS
