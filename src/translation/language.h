/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** PedicleLanguage: what is known about a language without a locale of the machine. */
typedef struct
{
  const char *tag;
  const char *name; /* in the language itself */
  gboolean rtl;
  gunichar decimal;      /* the usual decimal mark, ASCII digits */
  gunichar group;        /* the usual mark between thousands */
  const char *negations; /* (nullable): words that say no, with bars between, lower case */
} PedicleLanguage;

/** pedicle_language_find: the entry of "es_MX", else of "es", else one for unknown languages (tag
 * ""). Never %NULL. */
const PedicleLanguage *pedicle_language_find (const char *tag);

/** pedicle_language_base: Returns: (transfer full): "es" of "es_MX", "es-MX" or "es@x". */
char *pedicle_language_base (const char *tag);

/** pedicle_language_is_tag: whether @tag looks like a language: letters, then parts after "_", "-"
 * or "@". */
gboolean pedicle_language_is_tag (const char *tag);

/** pedicle_language_is_rtl: by the script that the tag names, else the language's usual one. */
gboolean pedicle_language_is_rtl (const char *tag);

/** pedicle_language_says_no: whether @word (lower case) is one of the words that say no. */
gboolean pedicle_language_says_no (const PedicleLanguage *language, const char *word);

G_END_DECLS
