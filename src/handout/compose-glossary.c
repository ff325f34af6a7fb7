/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose.h"

#include <string.h>

#include "inline.h"

#define WORD_SHARE 2 /* of the line's width, in parts */
#define MEANING_SHARE 5

/* Whether @word begins a word in @text, in any case. */
static bool
says (const char *text, const char *word)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);
  g_autofree char *folded_word = g_utf8_casefold (word, -1);

  for (const char *at = strstr (folded_text, folded_word); at != NULL;
       at = strstr (at + 1, folded_word))
    if (at == folded_text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return true;
  return false;
}

/* Marked by the author, or said in the English text: that one is the same in every language. */
static bool
holds (const PedicleText *text, const PedicleTerm *term)
{
  g_autofree char *mark = g_strdup_printf ("<term ref=\"%s\">", term->id);
  g_autofree char *plain = NULL, *word = NULL;

  if (strstr (text->markup, mark) != NULL)
    return true;
  plain = pedicle_inline_to_plain (text->markup);
  word = pedicle_inline_to_plain (term->word->markup);
  return says (plain, word);
}

void
pedicle_compose_note_terms (PedicleComposer *composer, const PedicleText *text)
{
  const GPtrArray *terms = composer->decision->terms;

  for (guint i = 0; composer->terms != NULL && i < terms->len; i++)
    if (!g_ptr_array_find (composer->terms, terms->pdata[i], NULL) &&
        holds (text, terms->pdata[i]))
      g_ptr_array_add (composer->terms, terms->pdata[i]);
}

static void
compose_term (PedicleComposer *composer, const PedicleTerm *term, PedicleBox *parent, int list)
{
  PedicleStructure *structure = composer->flow->structure;
  int item = pedicle_structure_add (structure, list, "LI");
  PedicleBox *row =
      composer->stacked ? pedicle_compose_stack (composer, parent, item, PEDICLE_FRAME_NONE)
                        : pedicle_box_new (parent, PEDICLE_BOX_BESIDE, item);

  row->keep_together = true;
  if (!composer->stacked)
    {
      row->gutter = 14;
      row->widths = g_new (double, 2);
      row->widths[0] = WORD_SHARE;
      row->widths[1] = MEANING_SHARE;
    }
  pedicle_compose_text (composer, row, item, "Lbl", PEDICLE_ROLE_LEAD, term->word);
  pedicle_compose_text (composer, row, item, "LBody", PEDICLE_ROLE_BODY, term->meaning);
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
