/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose.h"

#include <string.h>

#include "inline.h"

#define WORD_SHARE 2 /* of the line's width, in parts */
#define MEANING_SHARE 5

/* Whether @word begins a word in @text; both folded. */
static bool
says (const char *text, const char *word)
{
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return true;
  return false;
}

static char *
fold (const char *markup)
{
  g_autofree char *plain = pedicle_inline_to_plain (markup);

  return g_utf8_casefold (plain, -1);
}

/* The words of all terms, once for the sheet. */
static void
fold_terms (PedicleComposer *composer)
{
  const GPtrArray *terms = composer->decision->terms;

  if (composer->term_words != NULL)
    return;
  composer->term_words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < terms->len; i++)
    g_ptr_array_add (composer->term_words,
                     fold (((const PedicleTerm *) terms->pdata[i])->word->markup));
}

/* Marked by the author, or said in the English text: that one is the same in every language. */
void
pedicle_compose_note_terms (PedicleComposer *composer, const PedicleText *text)
{
  const GPtrArray *terms = composer->decision->terms;
  g_autofree char *folded = NULL;
  bool marked;

  if (composer->terms == NULL)
    return;
  fold_terms (composer);
  folded = fold (text->markup);
  marked = strstr (text->markup, "<term ") != NULL;
  for (guint i = 0; i < terms->len; i++)
    {
      const char *id = ((const PedicleTerm *) terms->pdata[i])->id;
      g_autofree char *mark = marked ? g_strdup_printf ("<term ref=\"%s\">", id) : NULL;
      bool holds = (mark != NULL && strstr (text->markup, mark) != NULL) ||
                   says (folded, composer->term_words->pdata[i]);

      if (holds && !g_ptr_array_find (composer->terms, terms->pdata[i], NULL))
        g_ptr_array_add (composer->terms, terms->pdata[i]);
    }
}

static void
compose_term (PedicleComposer *composer, const PedicleTerm *term, PedicleBox *parent, int list)
{
  PedicleStructure *structure = composer->flow->structure;
  int item = pedicle_structure_add (structure, list, "LI");
  PedicleBox *row =
      composer->stacked ? pedicle_compose_stack (composer, parent, item, PEDICLE_FRAME_NONE)
                        : pedicle_box_new (parent, PEDICLE_BOX_BESIDE, item);
  PedicleBox *word, *meaning;

  row->keep_together = true;
  pedicle_compose_keep_first (composer, parent);
  if (!composer->stacked)
    {
      row->gutter = 14;
      row->widths = g_new (double, 2);
      row->widths[0] = WORD_SHARE;
      row->widths[1] = MEANING_SHARE;
    }
  word = pedicle_compose_text (composer, row, item, "Lbl", PEDICLE_ROLE_LEAD, term->word);
  meaning = pedicle_compose_text (composer, row, item, "LBody", PEDICLE_ROLE_BODY, term->meaning);
  /* Below each other, a word is its meaning's heading: the wider space stands above it. */
  if (composer->stacked)
    {
      double above = word->before;

      word->before = meaning->before;
      meaning->before = above;
    }
}

void
pedicle_compose_glossary (PedicleComposer *composer, PedicleBox *parent, int node)
{
  /* The meanings hold such words too. */
  g_autoptr (GPtrArray) terms = g_steal_pointer (&composer->terms);
  PedicleBox *box;

  if (terms->len > 0)
    {
      box = pedicle_compose_stack (composer, parent,
                                   pedicle_structure_add (composer->flow->structure, node, "L"),
                                   PEDICLE_FRAME_NONE);
      for (guint i = 0; i < terms->len; i++)
        compose_term (composer, terms->pdata[i], box, box->node);
    }
  composer->terms = g_steal_pointer (&terms);
}
