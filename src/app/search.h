/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/** PedicleFound: a text of a topic. Its words may hold what the visit knows, and are overwritten when it is freed. */
typedef struct
{
  const PedicleTopic *topic;
  const PedicleProcedure *option; /* (nullable): whose answer it is */
  gboolean is_question;
  gboolean on_demand; /* of a long answer */
  char *text;
} PedicleFound;

/** PedicleSearch: all texts that the topics hold, in the language of the talk: questions, answers short and long, steps,
 * numbers and statements. For as long as the session's library, language and values stay. */
typedef struct _PedicleSearch PedicleSearch;
PedicleSearch *pedicle_search_new (PedicleSession *session);
void pedicle_search_free (PedicleSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleSearch, pedicle_search_free)

/** pedicle_search_find: the texts in which all words of @query stand, or parts of words; questions first, then short
 * answers, then the rest; within each the order of the topics.
 * Returns: (transfer container) (element-type PedicleFound): at most @most; none for an empty query */
GPtrArray *pedicle_search_find (const PedicleSearch *search, const char *query, guint most);

/** pedicle_search_fold: Returns: (transfer full): without capitals and accents. */
char *pedicle_search_fold (const char *text);

/** pedicle_search_excerpt: what stands around the first place of a word of @query.
 * Returns: (transfer full): Pango markup of at most about @chars characters, the query's words in bold */
char *pedicle_search_excerpt (const char *text, const char *query, guint chars);

G_END_DECLS
