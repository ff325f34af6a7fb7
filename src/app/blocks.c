/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "blocks.h"

#include <glib/gi18n.h>

#include "columns.h"
#include "figure-view.h"
#include "ink-layer.h"
#include "row.h"

#define PICTURE_HEIGHT 25 /* at most, in widths of a character */

typedef struct
{
  PedicleSession *session;
  const PedicleCatalogue *spoken;
  const char *option;
} Context;

static void append_blocks (GtkBox *box, const Context *context, GPtrArray *blocks);
static void append_block (GtkBox *box, const Context *context, const PedicleBlock *block);

static const char *
get_value (const char *field, gpointer user_data)
{
  return pedicle_visit_get_value (user_data, field);
}

static gboolean
stands (const Context *context, const PedicleBlock *block)
{
  return pedicle_block_stands (block, context->option, get_value,
                               (gpointer) pedicle_session_get_visit (context->session));
}

static GtkWidget *
new_box (int spacing, const char *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);

  if (css_class != NULL)
    gtk_widget_add_css_class (box, css_class);
  return box;
}

static void
append_text (GtkBox *box, const Context *context, const PedicleText *text, const char *css_class)
{
  gtk_box_append (box, pedicle_words_label (context->session, context->spoken, text, css_class));
}

static void
append_list (GtkBox *box, const Context *context, const PedicleBlock *list)
{
  guint number = 0;

  for (guint i = 0; i < list->children->len; i++)
    {
      const PedicleBlock *item = g_ptr_array_index (list->children, i);
      if (!stands (context, item))
        continue;
      if (item->kind != PEDICLE_BLOCK_ITEM)
        {
          append_block (box, context, item);
          continue;
        }
      g_autofree char *mark = list->numbered ? g_strdup_printf ("%u.", ++number) : g_strdup ("\u2022");
      GtkWidget *line = pedicle_row_new (9);
      GtkWidget *bullet = gtk_label_new (mark);
      gtk_widget_set_valign (bullet, GTK_ALIGN_START);
      pedicle_row_append (PEDICLE_ROW (line), bullet);
      pedicle_row_append (PEDICLE_ROW (line), pedicle_words_label (context->session, context->spoken, item->text, NULL));
      gtk_box_append (box, line);
    }
}

static void
append_inner (GtkBox *box, const Context *context, const PedicleBlock *block, const char *css_class)
{
  GtkWidget *inner = new_box (6, css_class);

  append_blocks (GTK_BOX (inner), context, block->children);
  gtk_box_append (box, inner);
}

/* Columns and table rows are the same on the screen: equal columns, stacked where it is narrow. */
static void
append_columns (GtkBox *box, const Context *context, const PedicleBlock *block)
{
  GtkWidget *columns = pedicle_columns_new (12, 16);

  for (guint i = 0; i < block->children->len; i++)
    {
      const PedicleBlock *column = g_ptr_array_index (block->children, i);
      if (!stands (context, column))
        continue;
      GtkWidget *inner = new_box (6, block->head ? "heading" : NULL);
      append_blocks (GTK_BOX (inner), context, column->children);
      pedicle_columns_append (PEDICLE_COLUMNS (columns), inner);
    }
  gtk_box_append (box, columns);
}

static GtkWidget *
new_figure (const Context *context, const PedicleBlock *block)
{
  GtkWidget *figure = new_box (3, NULL);
  GtkWidget *picture = pedicle_blocks_new_picture (context->session, block->figure);

  pedicle_figure_view_set_max_height (PEDICLE_FIGURE_VIEW (picture), PICTURE_HEIGHT);
  gtk_widget_set_halign (picture, GTK_ALIGN_START); /* over its caption, however wide the place is */
  gtk_box_append (GTK_BOX (figure), picture);
  if (block->text != NULL)
    append_text (GTK_BOX (figure), context, block->text, "caption");
  return figure;
}

/* Pictures that follow each other stand beside each other, to be compared. Returns how many there were. */
static guint
append_figures (GtkBox *box, const Context *context, GPtrArray *blocks, guint from)
{
  GtkWidget *columns = pedicle_columns_new (18, 16);
  guint i;

  for (i = from; i < blocks->len; i++)
    {
      const PedicleBlock *block = g_ptr_array_index (blocks, i);
      if (block->kind != PEDICLE_BLOCK_FIGURE)
        break;
      if (block->figure != NULL && stands (context, block))
        pedicle_columns_append (PEDICLE_COLUMNS (columns), new_figure (context, block));
    }
  gtk_box_append (box, columns);
  return i - from;
}

static void
append_block (GtkBox *box, const Context *context, const PedicleBlock *block)
{
  switch (block->kind)
    {
    case PEDICLE_BLOCK_PARAGRAPH:
    case PEDICLE_BLOCK_ITEM:
      append_text (box, context, block->text, NULL);
      break;
    case PEDICLE_BLOCK_HEADING:
    case PEDICLE_BLOCK_CALL:
      append_text (box, context, block->text, "heading");
      break;
    case PEDICLE_BLOCK_UNKNOWN:
      append_text (box, context, block->text, "unknown");
      break;
    case PEDICLE_BLOCK_LIST:
    case PEDICLE_BLOCK_CHECKLIST:
      append_list (box, context, block);
      break;
    case PEDICLE_BLOCK_WARNING:
      append_inner (box, context, block,
                    block->warning == PEDICLE_WARNING_EMERGENCY ? "emergency" : "call");
      break;
    case PEDICLE_BLOCK_COLUMNS:
    case PEDICLE_BLOCK_ROW:
      append_columns (box, context, block);
      break;
    case PEDICLE_BLOCK_STEPS:
    case PEDICLE_BLOCK_STEP:
    case PEDICLE_BLOCK_SECTION:
    case PEDICLE_BLOCK_COLUMN:
    case PEDICLE_BLOCK_TABLE:
    case PEDICLE_BLOCK_CELL:
      append_inner (box, context, block, NULL);
      break;
    case PEDICLE_BLOCK_FIGURE:
      break; /* append_figures() */
    case PEDICLE_BLOCK_NOTES:
    case PEDICLE_BLOCK_USE:
    case PEDICLE_BLOCK_RECORD:
    case PEDICLE_BLOCK_PATIENT_LABEL:
    case PEDICLE_BLOCK_GLOSSARY:
    case PEDICLE_BLOCK_SOURCES:
      break; /* these belong to paper */
    default:
      break;
    }
}

static void
append_blocks (GtkBox *box, const Context *context, GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len;)
    {
      const PedicleBlock *block = g_ptr_array_index (blocks, i);
      if (block->kind == PEDICLE_BLOCK_FIGURE)
        i += append_figures (box, context, blocks, i);
      else
        {
          if (stands (context, block))
            append_block (box, context, block);
          i++;
        }
    }
}

void
pedicle_blocks_append (GtkBox *box, PedicleSession *session, GPtrArray *blocks, const char *option)
{
  Context context = { session, pedicle_session_get_spoken (session), option };

  append_blocks (box, &context, blocks);
}

GtkWidget *
pedicle_blocks_new_picture (PedicleSession *session, const PedicleFigure *figure)
{
  const PedicleCatalogue *spoken = pedicle_session_get_spoken (session);
  g_autofree char *alt = pedicle_words_plain (session, spoken, figure->alt);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  GtkWidget *picture = pedicle_figure_view_new ();

  for (guint i = 0; figure->labels != NULL && i < figure->labels->len; i++)
    {
      const PedicleLabel *label = g_ptr_array_index (figure->labels, i);
      g_autofree char *word = pedicle_words_plain (session, spoken, label->text);
      g_strv_builder_add (words, word);
    }
  g_auto (GStrv) list = g_strv_builder_end (words);
  pedicle_figure_view_set_figure (PEDICLE_FIGURE_VIEW (picture), figure, (const char *const *) list, alt);
  pedicle_figure_view_set_layer (PEDICLE_FIGURE_VIEW (picture), pedicle_ink_layer_new (session, figure));
  return picture;
}

gboolean
pedicle_blocks_hold_picture (GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const PedicleBlock *block = g_ptr_array_index (blocks, i);
      if (block->figure != NULL || pedicle_blocks_hold_picture (block->children))
        return TRUE;
    }
  return FALSE;
}
