/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/** PedicleSpan: a part of a text, in bytes. */
typedef struct
{
  guint start;
  guint end;
} PedicleSpan;

/** pedicle_differences_find: what sets each text apart from the one that it is most like. A text that is like none
 * has no spans: there, every word is another one. Words are told apart as Pango does for @language, so that it works
 * without spaces too; signs and capital letters do not count.
 * @texts: (array length=n_texts) (element-type utf8): of plain words, each nullable
 * Returns: (transfer full) (element-type GArray): for each text an array of PedicleSpan, in order. */
GPtrArray *pedicle_differences_find (const char *const *texts, guint n_texts, PangoLanguage *language);

/** pedicle_differences_any: whether two of the texts are not the same; %NULL is a text too. */
gboolean pedicle_differences_any (const char *const *texts, guint n_texts);

/** pedicle_differences_same: Returns: the first text before @index that is the same, or -1. */
int pedicle_differences_same (const char *const *texts, guint index);

/** pedicle_differences_words: the marked words of @text, for who does not see the marks: "one ... two".
 * @spans: (element-type PedicleSpan)
 * Returns: (transfer full): "" without a span */
char *pedicle_differences_words (const char *text, const GArray *spans);

/** pedicle_differences_attributes: how the marked words look: underlined, and on a ground that fits light and dark.
 * Returns: (transfer full) (nullable): %NULL without a span */
PangoAttrList *pedicle_differences_attributes (const GArray *spans);

G_END_DECLS
