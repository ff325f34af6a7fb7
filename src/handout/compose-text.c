/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose.h"

#include <string.h>

#include "approval.h"
#include "inline.h"

/* U+002E, U+3002, U+FF0E, U+0964, U+0589, U+1362, U+06D4, U+104B, U+17D4, U+0F0D */
#define STOPS                                                                                      \
  ".\343\200\202\357\274\216\340\245\244\326\211\341\215\242\333\224\341\201\213\341\237\224\340\274\215"

/* Behind a line to write on a full stop is a mark in the void; what is written ends where it ends.
 * Returns: @text without the stop that it begins with, in any script. */
static const char *
skip_stop (const char *text)
{
  const char *next = *text != '\0' ? g_utf8_next_char (text) : text;

  return g_utf8_strchr (STOPS, -1, g_utf8_get_char (text)) != NULL &&
                 (*next == '\0' || *next == ' ' || g_unichar_iswide (g_utf8_get_char (text)))
             ? next
             : text;
}

static bool
append_run (PedicleComposer *composer, const PedicleRun *run, PedicleRich *rich)
{
  const PedicleText *choice;

  if (run->field == NULL)
    {
      pedicle_rich_append (rich, pedicle_rich_ends_blank (rich) ? skip_stop (run->text) : run->text,
                           run->style & ~(guint) PEDICLE_STYLE_TERM);
      return false;
    }
  choice = pedicle_placeholders_find_choice (&composer->placeholders, run->field);
  if (choice != NULL)
    pedicle_approval_note (composer, choice);
  composer->name_placed =
      composer->name_placed || strcmp (run->field, PEDICLE_FIELD_PATIENT_NAME) == 0;
  return pedicle_placeholders_append (&composer->placeholders, run->field, run->style, rich);
}

PedicleRich *
pedicle_compose_rich (PedicleComposer *composer, const PedicleText *text, bool *english)
{
  PedicleTranslationState state;
  const char *markup = pedicle_catalogue_lookup (composer->request->catalogue, text, &state);
  g_autoptr (GPtrArray) runs = pedicle_inline_parse (markup, NULL);
  PedicleRich *rich = pedicle_rich_new ();
  /* Among words from right to left the degrees of 38 °C would go to the wrong side. */
  bool mirrored = pedicle_catalogue_is_rtl (composer->request->catalogue);
  bool in_number = false;

  pedicle_compose_note_terms (composer, text);
  pedicle_approval_note (composer, text);
  *english = state != PEDICLE_STATE_SOURCE && state != PEDICLE_STATE_TRANSLATED;
  if (runs == NULL)
    pedicle_rich_append (rich, markup, 0);
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const PedicleRun *run = runs->pdata[i];
      bool is_number = mirrored && !*english && (run->style & PEDICLE_STYLE_NUM) != 0;

      if (is_number != in_number)
        pedicle_rich_append_isolate (rich, is_number);
      in_number = is_number;
      *english = append_run (composer, run, rich) || *english;
    }
  if (in_number)
    pedicle_rich_append_isolate (rich, false);
  return rich;
}

/* Says once, before the first of several, that what follows is not translated. */
static void
mark_english (PedicleComposer *composer, PedicleBox *box)
{
  g_autofree char *phrase =
      pedicle_phrasing_get (&composer->phrasing, PEDICLE_PHRASE_IN_ENGLISH, NULL);
  PedicleRich *rich = pedicle_rich_new ();

  pedicle_rich_append_value (rich, phrase, PEDICLE_FIELD_TEXT,
                             PEDICLE_STYLE_EM | PEDICLE_SPAN_QUIET);
  pedicle_rich_append (rich, " ", 0);
  pedicle_rich_append_rich (rich, box->rich);
  pedicle_rich_free (box->rich);
  box->rich = rich;
}

static void
set_english (PedicleComposer *composer, PedicleBox *box, bool english)
{
  if (english)
    {
      PedicleNode *node = pedicle_structure_get (composer->flow->structure, box->node);

      box->language = "en";
      node->language = g_strdup ("en");
      composer->warning_untranslated |= composer->in_warning;
      if (!composer->in_english)
        mark_english (composer, box);
    }
  composer->in_english = english;
}

static bool
holds_picture (const PedicleBox *box)
{
  for (guint i = 0; i < box->children->len; i++)
    if (holds_picture (box->children->pdata[i]))
      return true;
  return box->kind == PEDICLE_BOX_PICTURE;
}

/* What stands below a frame, a table or a row of pictures is not of it. */
static void
keep_off (PedicleComposer *composer, const PedicleBox *parent, PedicleBox *box)
{
  const PedicleBox *last =
      parent->children->len > 1 ? parent->children->pdata[parent->children->len - 2] : NULL;

  if (last != NULL && (last->frame >= PEDICLE_FRAME_EMERGENCY && last->frame <= PEDICLE_FRAME_CARD))
    box->before = MAX (box->before, 8 * pedicle_style_scale (composer->request->size));
  else if (last != NULL &&
           (pedicle_structure_is (composer->flow->structure, last->node, "Table") ||
            (last->kind == PEDICLE_BOX_BESIDE && holds_picture (last))))
    box->before = MAX (box->before, 5 * pedicle_style_scale (composer->request->size));
}

static PedicleBox *
text_box (
    PedicleComposer *composer, PedicleBox *parent, int node, PedicleRole role, PedicleRich *rich)
{
  PedicleBox *box = pedicle_box_new (parent, PEDICLE_BOX_TEXT, node);

  box->role = role;
  box->rich = rich;
  box->before = pedicle_style_before (role, composer->request->size);
  keep_off (composer, parent, box);
  return box;
}

PedicleBox *
pedicle_compose_text (PedicleComposer *composer,
                      PedicleBox *parent,
                      int node,
                      const char *tag,
                      PedicleRole role,
                      const PedicleText *text)
{
  bool english;
  PedicleRich *rich = pedicle_compose_rich (composer, text, &english);
  PedicleBox *box = text_box (
      composer, parent, pedicle_structure_add (composer->flow->structure, node, tag), role, rich);

  set_english (composer, box, english);
  return box;
}

PedicleBox *
pedicle_compose_words (PedicleComposer *composer,
                       PedicleBox *parent,
                       int node,
                       const char *tag,
                       PedicleRole role,
                       const char *words)
{
  return text_box (composer, parent, pedicle_structure_add (composer->flow->structure, node, tag),
                   role, pedicle_rich_new_plain (words));
}

PedicleBox *
pedicle_compose_phrase (PedicleComposer *composer,
                        PedicleBox *parent,
                        int node,
                        const char *tag,
                        PedicleRole role,
                        const char *id,
                        const PedicleText *value,
                        const char *words)
{
  const PedicleText *phrase = pedicle_library_find_phrase (composer->request->library, id);
  PedicleBox *box =
      text_box (composer, parent, pedicle_structure_add (composer->flow->structure, node, tag),
                role, pedicle_rich_new ());
  PedicleTranslationState state = PEDICLE_STATE_SOURCE;
  const char *markup =
      phrase != NULL ? pedicle_catalogue_lookup (composer->request->catalogue, phrase, &state) : "";
  g_autoptr (GPtrArray) runs = pedicle_inline_parse (markup, NULL);
  g_autoptr (PedicleRich) inner = NULL;
  bool english = false;

  if (phrase != NULL)
    pedicle_approval_note (composer, phrase);
  if (value != NULL)
    inner = pedicle_compose_rich (composer, value, &english);
  else
    inner = pedicle_rich_new_lasting (words != NULL ? words : "");
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const PedicleRun *run = runs->pdata[i];

      if (run->field != NULL)
        pedicle_rich_append_rich (box->rich, inner);
      else
        pedicle_rich_append (box->rich, run->text, run->style);
    }
  english = english || (state != PEDICLE_STATE_SOURCE && state != PEDICLE_STATE_TRANSLATED);
  set_english (composer, box, english);
  return box;
}

PedicleBox *
pedicle_compose_stack (PedicleComposer *composer, PedicleBox *parent, int node, PedicleFrame frame)
{
  PedicleBox *box = pedicle_box_new (parent, PEDICLE_BOX_STACK, node);
  PedicleFrameLook look = pedicle_style_frame (frame);

  box->frame = frame;
  box->pad_x = look.pad_x;
  box->pad_y = look.pad_y;
  if (frame != PEDICLE_FRAME_NONE)
    {
      box->before = 8 * pedicle_style_scale (composer->request->size);
      box->keep_together = true;
    }
  keep_off (composer, parent, box);
  return box;
}

PedicleBox *
pedicle_compose_flow (PedicleComposer *composer, PedicleBox *parent, int node)
{
  PedicleBox *box = pedicle_box_new (parent, PEDICLE_BOX_FLOW, node);

  box->n_columns = 2;
  box->gutter = 16;
  keep_off (composer, parent, box);
  return box;
}

PedicleBox *
pedicle_compose_heading (PedicleComposer *composer,
                         PedicleBox *parent,
                         int node,
                         PedicleRole role,
                         const PedicleText *text)
{
  bool third = role == PEDICLE_ROLE_SUBHEADING && composer->has_heading;
  PedicleBox *box = pedicle_compose_text (composer, parent, node, third ? "H3" : "H2", role, text);

  composer->has_heading = true;
  box->keep_next = true;
  return box;
}

/* No reader hears it twice: it is an artifact. */
void
pedicle_compose_continued (PedicleComposer *composer, PedicleBox *parent, const PedicleBox *heading)
{
  const PedicleText *text =
      pedicle_library_find_phrase (composer->request->library, PEDICLE_PHRASE_CONTINUED);
  PedicleBox *box = pedicle_box_new (parent, PEDICLE_BOX_TEXT, PEDICLE_NODE_NONE);
  g_autoptr (GPtrArray) runs = NULL;

  box->role = heading->role;
  box->language = heading->language;
  box->repeat = true;
  box->rich = pedicle_rich_new ();
  if (text != NULL)
    runs = pedicle_inline_parse (
        pedicle_catalogue_lookup (composer->request->catalogue, text, NULL), NULL);
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const PedicleRun *run = runs->pdata[i];

      if (run->field != NULL)
        pedicle_rich_append_rich (box->rich, heading->rich);
      else
        pedicle_rich_append (box->rich, run->text, 0);
    }
  if (runs == NULL)
    pedicle_rich_append_rich (box->rich, heading->rich);
}

static PedicleRich *
mark_words (PedicleComposer *composer, PedicleMark mark, guint number)
{
  g_autofree char *digits = NULL;
  g_autofree char *words = NULL;

  switch (mark)
    {
    case PEDICLE_MARK_BULLET:
      return pedicle_rich_new_lasting ("\342\200\242");
    case PEDICLE_MARK_NUMBER:
      digits = pedicle_phrasing_number (&composer->phrasing, number);
      words = g_strconcat (digits, ".", NULL);
      return pedicle_rich_new_lasting (words);
    case PEDICLE_MARK_NONE:
    case PEDICLE_MARK_TICK:
    case PEDICLE_MARK_TICKED:
    case PEDICLE_MARK_CITE:
    default:
      return NULL;
    }
}

static const char *
name_numbering (PedicleMark mark)
{
  switch (mark)
    {
    case PEDICLE_MARK_BULLET:
      return "Disc";
    case PEDICLE_MARK_TICK:
    case PEDICLE_MARK_TICKED:
      return "Square";
    case PEDICLE_MARK_NUMBER:
    case PEDICLE_MARK_CITE:
      return "Decimal";
    case PEDICLE_MARK_NONE:
    default:
      return NULL;
    }
}

static PedicleBox *
child_from_end (const PedicleBox *box, guint n)
{
  return box->children->len > n ? box->children->pdata[box->children->len - 1 - n] : NULL;
}

static bool
is_item (PedicleComposer *composer, const PedicleBox *box)
{
  const PedicleStructure *structure = composer->flow->structure;

  return pedicle_structure_is (structure, box->node, "LI") ||
         pedicle_structure_is (structure, box->node, "LBody");
}

void
pedicle_compose_keep_first (PedicleComposer *composer, const PedicleBox *parent)
{
  PedicleBox *first = child_from_end (parent, 1);
  const PedicleBox *before = child_from_end (parent, 2);

  if (parent->kind == PEDICLE_BOX_STACK && first != NULL && is_item (composer, first) &&
      (before == NULL || !is_item (composer, before)))
    first->keep_next = first->yields = true;
}

PedicleBox *
pedicle_compose_item (PedicleComposer *composer,
                      PedicleBox *parent,
                      int node,
                      PedicleMark mark,
                      guint number,
                      const PedicleText *text)
{
  PedicleStructure *structure = composer->flow->structure;
  int item = pedicle_structure_add (structure, node, "LI");
  int label = pedicle_structure_add (structure, item, "Lbl");
  PedicleBox *box = pedicle_compose_text (composer, parent, item, "LBody", PEDICLE_ROLE_ITEM, text);

  pedicle_structure_get (structure, node)->numbering = name_numbering (mark);
  box->mark = mark;
  box->mark_node = label;
  box->mark_rich = mark_words (composer, mark, number);
  box->keep_together = true;
  pedicle_compose_keep_first (composer, parent);
  return box;
}

void
pedicle_compose_alt (PedicleComposer *composer, int node, const PedicleText *text)
{
  PedicleNode *picture = pedicle_structure_get (composer->flow->structure, node);
  PedicleTranslationState state;

  if (text == NULL)
    return;
  pedicle_approval_note (composer, text);
  picture->alt = pedicle_inline_to_plain (
      pedicle_catalogue_lookup (composer->request->catalogue, text, &state));
  if (state != PEDICLE_STATE_SOURCE && state != PEDICLE_STATE_TRANSLATED)
    picture->language = g_strdup ("en");
}
