/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "transcript.h"

#include <string.h>

#include "compose.h"

typedef struct
{
  const PedicleComposer *composer;
  PedicleQualitySheet *sheet;
} Reader;

/* The words without what is quiet: citations, and marks that a text is not translated. Spans follow
 * each other. */
static char *
words_of (const PedicleRich *rich)
{
  GString *words = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < rich->spans->len; i++)
    {
      const PedicleSpan *span = &g_array_index (rich->spans, PedicleSpan, i);

      if ((span->style & PEDICLE_SPAN_QUIET) == 0)
        continue;
      g_string_append_len (words, rich->text->str + at, (gssize) span->start - at);
      at = span->end;
    }
  g_string_append (words, rich->text->str + at);
  return g_string_free (words, FALSE);
}

static bool
is_heading (PedicleRole role)
{
  return role == PEDICLE_ROLE_TITLE || role == PEDICLE_ROLE_HEADING ||
         role == PEDICLE_ROLE_SUBHEADING || role == PEDICLE_ROLE_CALL ||
         role == PEDICLE_ROLE_CALL_EMERGENCY || role == PEDICLE_ROLE_LEAD;
}

static void
read_text (Reader *reader, const PedicleBox *box)
{
  PedicleQualitySheet *sheet = reader->sheet;
  bool numbered = box->mark == PEDICLE_MARK_NUMBER || box->mark == PEDICLE_MARK_BULLET;

  /* An item of the list of sources. */
  if (box->role == PEDICLE_ROLE_QUIET && box->mark != PEDICLE_MARK_NONE)
    return;
  g_ptr_array_add (sheet->paragraphs, words_of (box->rich));
  sheet->n_headings += is_heading (box->role);
  sheet->n_items += numbered;
  sheet->n_ticks +=
      box->mark == PEDICLE_MARK_TICK || box->mark == PEDICLE_MARK_TICKED;
  sheet->n_blanks += box->rich->blanks->len;
}

static guint
count_inside (const PedicleBox *box)
{
  guint n = box->kind == PEDICLE_BOX_TEXT && box->role == PEDICLE_ROLE_ITEM;

  for (guint i = 0; i < box->children->len; i++)
    n += count_inside (box->children->pdata[i]);
  return n;
}

static bool
holds_cell (const PedicleBox *box, const PedicleStructure *structure, const char *tag)
{
  for (guint i = 0; i < box->children->len; i++)
    {
      const PedicleBox *child = box->children->pdata[i];

      if (pedicle_structure_is (structure, child->node, tag) || holds_cell (child, structure, tag))
        return true;
    }
  return false;
}

/* Boxes of one list lie side by side and below each other; all are tagged with the list's node. */
static void
note_box (Reader *reader, const PedicleBox *box, const PedicleBox *parent)
{
  const PedicleStructure *structure = reader->composer->flow->structure;
  PedicleQualitySheet *sheet = reader->sheet;
  bool outer = parent == NULL || parent->node != box->node;

  sheet->n_boxes += box->frame >= PEDICLE_FRAME_EMERGENCY && box->frame <= PEDICLE_FRAME_CARD;
  sheet->n_notes += box->kind == PEDICLE_BOX_NOTES;
  sheet->n_figures += box->kind == PEDICLE_BOX_PICTURE || box->kind == PEDICLE_BOX_PEOPLE ||
                      box->kind == PEDICLE_BOX_SCALE;
  sheet->n_captions += box->kind == PEDICLE_BOX_PICTURE && box->keep_next;
  if (outer && pedicle_structure_is (structure, box->node, "L"))
    sheet->longest_list = MAX (sheet->longest_list, count_inside (box));
  if (outer && pedicle_structure_is (structure, box->node, "Table"))
    {
      sheet->n_tables++;
      sheet->n_tables_with_head += holds_cell (box, structure, "TH");
    }
}

static void
read_box (Reader *reader, const PedicleBox *box, const PedicleBox *parent)
{
  if (box->repeat)
    return;
  note_box (reader, box, parent);
  if (box->kind == PEDICLE_BOX_TEXT)
    read_text (reader, box);
  for (guint i = 0; i < box->children->len; i++)
    read_box (reader, box->children->pdata[i], box);
}

PedicleQualitySheet *
pedicle_transcript_new (const PedicleRequest *request, GError **error)
{
  PedicleComposer composer = { NULL };
  g_autoptr (PedicleQualitySheet) sheet =
      pedicle_quality_sheet_new (request->handout, request->option);
  Reader reader = { &composer, sheet };
  bool done =
      pedicle_composer_init (&composer, request, error) && pedicle_compose (&composer, error);

  if (done)
    {
      read_box (&reader, composer.flow->root, NULL);
      for (guint i = 0; composer.terms != NULL && i < composer.terms->len; i++)
        g_ptr_array_add (sheet->explained, composer.terms->pdata[i]);
    }
  pedicle_composer_clear (&composer);
  return done ? g_steal_pointer (&sheet) : NULL;
}
