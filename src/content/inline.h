/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Inline markup of a leaf or of its translation, as runs. */

typedef enum
{
  PEDICLE_STYLE_PLAIN = 0,
  PEDICLE_STYLE_EM = 1 << 0,
  PEDICLE_STYLE_STRONG = 1 << 1,
  PEDICLE_STYLE_NUM = 1 << 2, /* a number with its unit: never broken over lines */
  PEDICLE_STYLE_TERM = 1 << 3,
} PedicleStyle;

/** PedicleRun: a stretch of text in one style (@field %NULL), or a placeholder (@field is its name, @text %NULL). */
typedef struct
{
  PedicleStyle style;
  char *text;
  char *field;
  char *term; /* (nullable): id in the glossary */
} PedicleRun;

/** pedicle_inline_parse: Returns: (transfer full) (element-type PedicleRun) (nullable): %NULL with @error when the
 * markup is not well formed or uses an element that is not inline. */
GPtrArray *pedicle_inline_parse (const char *markup, GError **error);

/** pedicle_inline_to_plain: Returns: (transfer full): the text without markup, placeholders as {name}; what cannot
 * be parsed comes back as it is. */
char *pedicle_inline_to_plain (const char *markup);

/** pedicle_inline_same_shape: whether a translation carries the same inline elements with the same attributes and
 * the same placeholders as its source, in any order. @why: (out) (optional) (transfer full): a sentence if not. */
gboolean pedicle_inline_same_shape (const char *source, const char *translation, char **why);

G_END_DECLS
