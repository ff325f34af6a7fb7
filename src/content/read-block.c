/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "read.h"
#include "gallery.h"

#include <stdlib.h>
#include <string.h>

#define wrong(reader, element, ...)                                                                \
  pedicle_reader_error (reader, element, PEDICLE_CONTENT_ERROR_STRUCTURE, __VA_ARGS__)

typedef void (*ReadFunc) (PedicleReader *reader,
                          const PedicleElement *element,
                          PedicleBlock *block);

static void
read_leaf (PedicleReader *reader, const PedicleElement *element, PedicleBlock *block)
{
  block->text = pedicle_reader_text (reader, element);
}

static void
read_children (PedicleReader *reader, const PedicleElement *element, PedicleBlock *block)
{
  block->children = pedicle_blocks_read (reader, element);
}

static void
read_list (PedicleReader *reader, const PedicleElement *element, PedicleBlock *block)
{
  block->numbered = pedicle_element_equals (element, "numbered", "yes");
  read_children (reader, element, block);
}

static void
read_step (PedicleReader *reader, const PedicleElement *element, PedicleBlock *block)
{
  block->pairs = pedicle_element_string (element, "pairs");
  block->moves = pedicle_element_equals (element, "moves", "yes");
  read_children (reader, element, block);
}

static bool
has_figure (const PedicleBlock *step)
{
  for (guint i = 0; step->children && i < step->children->len; i++)
    if (((const PedicleBlock *) step->children->pdata[i])->kind == PEDICLE_BLOCK_FIGURE)
      return true;
  return false;
}

/* A picture becomes another only where there are two. */
static void
read_steps (PedicleReader *reader, const PedicleElement *element, PedicleBlock *block)
{
  read_children (reader, element, block);
  for (guint i = 0; i < block->children->len; i++)
    {
      const PedicleBlock *step = block->children->pdata[i];

      if (step->moves &&
          (i == 0 || !has_figure (step) || !has_figure (block->children->pdata[i - 1])))
        pedicle_reader_report (reader, PEDICLE_SEVERITY_WARNING, element,
                               PEDICLE_CONTENT_ERROR_STRUCTURE,
                               "the step \"%s\" says moves=\"yes\", but it and the step before it do "
                               "not both have a picture: add them, or leave moves out",
                               step->id);
    }
}

static void
read_label (PedicleReader *reader, const PedicleElement *element, PedicleFigure *figure)
{
  const char *at = pedicle_element_get (element, "at");
  g_autoptr (PedicleText) text = pedicle_reader_text (reader, element);
  double x, y;
  if (!at || !text || !pedicle_parse_point (at, &x, &y))
    return;
  if (x < 0 || y < 0 || x > figure->width || y > figure->height)
    pedicle_reader_error (
        reader, element, PEDICLE_CONTENT_ERROR_VALUE,
        "at=\"%s\" lies outside the picture, which is %g wide and %g high: move the label into it",
        at, figure->width, figure->height);
  PedicleLabel *label = g_new0 (PedicleLabel, 1);
  label->x = x;
  label->y = y;
  label->text = g_steal_pointer (&text);
  g_ptr_array_add (figure->labels, label);
}

static void
read_figure (PedicleReader *reader, const PedicleElement *element, PedicleBlock *block)
{
  const char *source = pedicle_element_get (element, "src");
  block->text = pedicle_reader_child_text (reader, element, "caption");
  block->figure = source ? pedicle_gallery_get_figure (reader, element, source, NULL) : NULL;
  if (!block->figure)
    return;
  block->figure->scale = pedicle_element_number (element, "scale");
  block->figure->alt = pedicle_reader_child_text (reader, element, "alt");
  for_each_child (child, element)
    if (pedicle_element_is (child, "label"))
      read_label (reader, child, block->figure);
}

static const char *const halves[] = { "when", "unless" };

/* A call that depends on a field has its other half beside it, so that one of the two always
 * stands. @fields: those of the calls with when, and those of the calls with unless. */
static void
check_call (PedicleReader *reader, const PedicleElement *call, GHashTable *const fields[2])
{
  for (int i = 0; i < 2; i++)
    {
      const char *field = pedicle_element_get (call, halves[i]);
      if (field && !g_hash_table_contains (fields[1 - i], field))
        wrong (reader, call,
               "<call %s=\"%s\"> stands alone: add <call %s=\"%s\"> beside it, so that one of them "
               "always shows",
               halves[i], field, halves[1 - i], field);
    }
  if (pedicle_element_get (call, "when") && pedicle_element_get (call, "unless"))
    wrong (reader, call,
           "<call> has both when and unless: keep one, and write a <call> for each case");
}

static void
check_calls (PedicleReader *reader, const PedicleElement *warning)
{
  g_autoptr (GHashTable) when = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) unless = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *const fields[2] = { when, unless };
  bool calls_over = false;
  for_each_child (child, warning)
    for (int i = 0; i < 2; i++)
      if (pedicle_element_is (child, "call") && pedicle_element_get (child, halves[i]))
        g_hash_table_add (fields[i], (gpointer) pedicle_element_get (child, halves[i]));
  for_each_child (child, warning)
    {
      bool is_call = pedicle_element_is (child, "call");
      if (is_call && calls_over)
        wrong (reader, child,
               "<call> stands behind other text: put each <call> at the start of its <warning>");
      calls_over |= !is_call;
      if (is_call)
        check_call (reader, child, fields);
    }
}

/* Nothing around a warning may switch it off. */
static void
check_warning_place (PedicleReader *reader, const PedicleElement *warning)
{
  for (const PedicleElement *outer = warning->parent; outer; outer = outer->parent)
    if (pedicle_element_get (outer, "when") || pedicle_element_get (outer, "unless"))
      {
        wrong (reader, warning,
               "<warning> stands in <%s> of line %d, which depends on a field: move it out, a "
               "warning always shows",
               outer->name, outer->line);
        return;
      }
}

static void
read_warning (PedicleReader *reader, const PedicleElement *element, PedicleBlock *block)
{
  static const char *const kinds[] = { "emergency", "call", NULL };
  block->warning = pedicle_element_pick (element, "kind", kinds);
  check_calls (reader, element);
  check_warning_place (reader, element);
  read_children (reader, element, block);
}

static void
read_section (PedicleReader *reader, const PedicleElement *element, PedicleBlock *block)
{
  block->cites = pedicle_element_cites (element);
  read_children (reader, element, block);
}

static guint
count_children (const PedicleElement *element)
{
  guint n = 0;
  for_each_child (child, element)
    n++;
  return n;
}

/* @n: how many columns there are, which @they tells. That an attribute is empty is told elsewhere. */
static void
read_widths (PedicleReader *reader,
             const PedicleElement *element,
             guint n,
             const char *they,
             PedicleBlock *block)
{
  g_auto (GStrv) widths = pedicle_element_words (element, "widths");

  if (widths == NULL)
    return;
  block->n_widths = g_strv_length (widths);
  block->widths = g_new0 (double, block->n_widths + 1);
  for (guint i = 0; i < block->n_widths; i++)
    block->widths[i] = g_ascii_strtod (widths[i], NULL);
  if (block->n_widths > 0 && block->n_widths != n)
    wrong (reader, element, "widths names %u columns, %s %u: write one number for each",
           block->n_widths, they, n);
}

static void
read_columns (PedicleReader *reader, const PedicleElement *element, PedicleBlock *block)
{
  read_widths (reader, element, count_children (element), "here are", block);
  read_children (reader, element, block);
}

static void
read_table (PedicleReader *reader, const PedicleElement *element, PedicleBlock *block)
{
  const PedicleElement *first = pedicle_element_first (element);
  guint n_cells = first ? count_children (first) : 0;
  bool head_over = false;
  for_each_child (row, element)
    {
      bool is_head = pedicle_element_equals (row, "head", "yes");
      if (count_children (row) != n_cells)
        wrong (reader, row,
               "this <row> has %u cells, the first has %u: give each row the same number",
               count_children (row), n_cells);
      if (is_head && head_over)
        wrong (reader, row, "<row head=\"yes\"> stands behind other rows: put it first");
      head_over |= !is_head;
    }
  if (first && !head_over)
    wrong (reader, element, "<table> has no <row> without head=\"yes\": add one");
  read_widths (reader, element, n_cells, "the cells of the first <row> are", block);
  read_children (reader, element, block);
}

static void
read_row (PedicleReader *reader, const PedicleElement *element, PedicleBlock *block)
{
  block->head = pedicle_element_equals (element, "head", "yes");
  read_children (reader, element, block);
}

static void
read_notes (PedicleReader *reader, const PedicleElement *element, PedicleBlock *block)
{
  const char *lines = pedicle_element_get (element, "lines");
  block->lines = lines ? atoi (lines) : 0;
  if (block->lines > 40)
    pedicle_reader_error (reader, element, PEDICLE_CONTENT_ERROR_VALUE,
                          "lines=\"%s\" in <notes>: write at most 40", lines);
}

static void
read_use (PedicleReader *reader, const PedicleElement *element, PedicleBlock *block)
{
  block->use = pedicle_use_read (reader, element);
}

static void
read_record (PedicleReader *reader, const PedicleElement *element, PedicleBlock *block)
{
  static const char *const kinds[] = { "options", "topics", "values", "questions",
                                       "drawings", "numbers", "sheets", NULL };
  block->record = pedicle_element_pick (element, "of", kinds);
}

static void
read_nothing (PedicleReader *reader, const PedicleElement *element, PedicleBlock *block)
{
}

static const struct
{
  const char *name;
  PedicleBlockKind kind;
  ReadFunc read;
} table[] = {
  { "p", PEDICLE_BLOCK_PARAGRAPH, read_leaf },
  { "heading", PEDICLE_BLOCK_HEADING, read_leaf },
  { "item", PEDICLE_BLOCK_ITEM, read_leaf },
  { "call", PEDICLE_BLOCK_CALL, read_leaf },
  { "unknown", PEDICLE_BLOCK_UNKNOWN, read_leaf },
  { "list", PEDICLE_BLOCK_LIST, read_list },
  { "steps", PEDICLE_BLOCK_STEPS, read_steps },
  { "step", PEDICLE_BLOCK_STEP, read_step },
  { "figure", PEDICLE_BLOCK_FIGURE, read_figure },
  { "warning", PEDICLE_BLOCK_WARNING, read_warning },
  { "section", PEDICLE_BLOCK_SECTION, read_section },
  { "columns", PEDICLE_BLOCK_COLUMNS, read_columns },
  { "column", PEDICLE_BLOCK_COLUMN, read_children },
  { "table", PEDICLE_BLOCK_TABLE, read_table },
  { "row", PEDICLE_BLOCK_ROW, read_row },
  { "cell", PEDICLE_BLOCK_CELL, read_children },
  { "checklist", PEDICLE_BLOCK_CHECKLIST, read_children },
  { "notes", PEDICLE_BLOCK_NOTES, read_notes },
  { "use", PEDICLE_BLOCK_USE, read_use },
  { "record", PEDICLE_BLOCK_RECORD, read_record },
  { "patient-label", PEDICLE_BLOCK_PATIENT_LABEL, read_leaf },
  { "glossary", PEDICLE_BLOCK_GLOSSARY, read_nothing },
  { "sources", PEDICLE_BLOCK_SOURCES, read_nothing },
};

static void
read_conditions (PedicleReader *reader, const PedicleElement *element, PedicleBlock *block)
{
  block->for_options = pedicle_element_words (element, "for");
  block->when = pedicle_element_string (element, "when");
  block->unless = pedicle_element_string (element, "unless");
  block->is = pedicle_element_words (element, "is");
  if (block->is && !block->when && !pedicle_element_within (element, "warning"))
    wrong (reader, element, "is in <%s> needs when: add when with the field's id", element->name);
}

/* What cannot stand without its words or its picture is left out; why was reported. */
static bool
is_whole (const PedicleBlock *block, ReadFunc read)
{
  return (read != read_leaf || block->text) && (read != read_figure || block->figure) &&
         (read != read_use || block->use);
}

PedicleBlock *
pedicle_block_read (PedicleReader *reader, const PedicleElement *element)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (!pedicle_element_is (element, table[i].name))
        continue;
      g_autoptr (PedicleBlock) block = pedicle_block_new (table[i].kind);
      block->id = pedicle_element_string (element, "id");
      read_conditions (reader, element, block);
      table[i].read (reader, element, block);
      return is_whole (block, table[i].read) ? g_steal_pointer (&block) : NULL;
    }
  return NULL;
}

GPtrArray *
pedicle_blocks_read (PedicleReader *reader, const PedicleElement *parent)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_block_unref);
  for_each_child (child, parent)
    {
      PedicleBlock *block = pedicle_block_read (reader, child);
      if (block && reader->changes && pedicle_changes_hides (reader->changes, reader, child))
        g_clear_pointer (&block, pedicle_block_unref);
      if (block)
        g_ptr_array_add (blocks, block);
      if (reader->changes)
        pedicle_changes_add_after (reader->changes, reader, child, blocks);
    }
  return blocks;
}
