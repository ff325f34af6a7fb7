/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "report.h"

#include "inline.h"
#include "report-private.h"
#include "transcript.h"

/* ---- What is judged ---- */

static const char *
look_up (const PedicleText *text, gpointer catalogue)
{
  PedicleTranslationState state;
  const char *words = pedicle_catalogue_lookup (catalogue, text, &state);

  return state == PEDICLE_STATE_TRANSLATED ? words : NULL;
}

static bool
add_sheet (const PedicleReportRequest *request,
           const PedicleCatalogue *catalogue,
           const PedicleHandout *handout,
           const char *option,
           GPtrArray *sheets,
           GError **error)
{
  const PedicleRequest one = {
    .library = request->library,
    .handout = handout,
    .option = option,
    .catalogue = catalogue,
    .size = PEDICLE_SIZE_NORMAL,
    .paper = request->paper,
    .today = request->today,
  };
  PedicleQualitySheet *sheet = pedicle_transcript_new (&one, error);

  if (sheet != NULL)
    g_ptr_array_add (sheets, sheet);
  return sheet != NULL;
}

/* Returns: (transfer full) (nullable): each handout, for each option that it is for. */
static GPtrArray *
list_sheets (const PedicleReportRequest *request, const PedicleCatalogue *catalogue, GError **error)
{
  g_autoptr (GPtrArray) sheets =
      g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_quality_sheet_free);
  GPtrArray *handouts = pedicle_library_get_handouts (request->library);

  for (guint i = 0; i < handouts->len; i++)
    {
      const PedicleHandout *handout = handouts->pdata[i];

      if (g_strcmp0 (handout->decision, request->decision->id) != 0)
        continue;
      if (handout->for_decision && !add_sheet (request, catalogue, handout, NULL, sheets, error))
        return NULL;
      for (char **option = request->decision->options; *option != NULL; option++)
        if (pedicle_handout_is_for (handout, *option) &&
            !add_sheet (request, catalogue, handout, *option, sheets, error))
          return NULL;
    }
  return g_steal_pointer (&sheets);
}

PedicleQuality *
pedicle_report_judge (const PedicleReportRequest *request, GError **error)
{
  bool other = !pedicle_catalogue_is_english (request->catalogue);
  g_autoptr (PedicleCatalogue) english = pedicle_catalogue_new_english ();
  g_autoptr (GPtrArray) sheets = list_sheets (request, english, error);
  g_autoptr (GPtrArray) other_sheets = NULL;

  if (sheets != NULL && other)
    other_sheets = list_sheets (request, request->catalogue, error);
  if (sheets == NULL || (other && other_sheets == NULL))
    return NULL;
  return pedicle_quality_new (&(PedicleQualityInput){
      .library = request->library,
      .decision = request->decision,
      .today = request->today,
      .sheets = sheets,
      .other_sheets = other_sheets,
      .lookup = other ? look_up : NULL,
      .lookup_data = (gpointer) request->catalogue,
  });
}

/* ---- Building stones ---- */

static PedicleText *
make_text (PedicleReportWriter *writer, const char *markup)
{
  g_autofree char *context = g_strdup_printf ("report/%u", ++writer->n);

  return pedicle_text_new (context, markup, "p", NULL, "", 0, 0);
}

char *
pedicle_report_escape (const char *plain)
{
  g_auto (GStrv) pieces = g_strsplit (plain, PEDICLE_READABILITY_BLANK, -1);
  g_autofree char *filled = g_strjoinv ("…", pieces);

  /* Braces would be the name of a field. */
  return g_markup_escape_text (g_strdelimit (g_strdelimit (filled, "{", '('), "}", ')'), -1);
}

static PedicleBlock *
add_block (PedicleReportWriter *writer,
           GPtrArray *blocks,
           PedicleBlockKind kind,
           const char *markup)
{
  PedicleBlock *block = pedicle_block_new (kind);

  if (markup != NULL)
    block->text = make_text (writer, markup);
  else
    block->children = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_block_unref);
  g_ptr_array_add (blocks, block);
  return block;
}

void
pedicle_report_heading (PedicleReportWriter *writer, const char *words)
{
  g_autofree char *markup = pedicle_report_escape (words);

  add_block (writer, writer->blocks, PEDICLE_BLOCK_HEADING, markup);
}

void
pedicle_report_paragraph (PedicleReportWriter *writer, const char *words)
{
  g_autofree char *markup = pedicle_report_escape (words);

  if (*words != '\0')
    add_block (writer, writer->blocks, PEDICLE_BLOCK_PARAGRAPH, markup);
}

void
pedicle_report_item (PedicleReportWriter *writer, const char *words)
{
  PedicleBlock *last =
      writer->blocks->len > 0 ? writer->blocks->pdata[writer->blocks->len - 1] : NULL;
  g_autofree char *markup = pedicle_report_escape (words);

  if (last == NULL || last->kind != PEDICLE_BLOCK_LIST)
    last = add_block (writer, writer->blocks, PEDICLE_BLOCK_LIST, NULL);
  add_block (writer, last->children, PEDICLE_BLOCK_ITEM, markup);
}

void
pedicle_report_notes (PedicleReportWriter *writer, int lines)
{
  add_block (writer, writer->blocks, PEDICLE_BLOCK_NOTES, NULL)->lines = lines;
}

PedicleBlock *
pedicle_report_table (PedicleReportWriter *writer, const double *widths, guint n)
{
  PedicleBlock *table = add_block (writer, writer->blocks, PEDICLE_BLOCK_TABLE, NULL);

  table->widths = g_memdup2 (widths, sizeof *widths * n);
  table->n_widths = n;
  return table;
}

void
pedicle_report_row (PedicleReportWriter *writer,
                    PedicleBlock *table,
                    bool head,
                    const char *const *cells)
{
  PedicleBlock *row = add_block (writer, table->children, PEDICLE_BLOCK_ROW, NULL);

  row->head = head;
  for (guint i = 0; i < table->n_widths; i++)
    {
      PedicleBlock *cell = add_block (writer, row->children, PEDICLE_BLOCK_CELL, NULL);
      g_autofree char *markup = pedicle_report_escape (cells[i]);

      if (*markup != '\0')
        add_block (writer, cell->children, PEDICLE_BLOCK_PARAGRAPH, markup);
    }
}

/* ---- Pages ---- */

static PedicleHandout *
make_handout (PedicleReportWriter *writer)
{
  const PedicleDecision *decision = writer->request->decision;
  PedicleHandout *handout = pedicle_handout_new ();
  PedicleHandoutTitle *title = g_new0 (PedicleHandoutTitle, 1);
  g_autofree char *subject = pedicle_inline_to_plain (decision->title->markup);
  g_autofree char *words = g_strdup_printf ("Report on quality: %s", subject);
  g_autofree char *markup = pedicle_report_escape (words);

  title->text = make_text (writer, markup);
  handout->id = g_strdup ("report");
  handout->file = g_strdup ("");
  handout->decision = g_strdup (decision->id);
  handout->for_decision = TRUE;
  handout->landscape = TRUE;
  handout->for_options = g_strdupv (decision->options);
  handout->titles = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_handout_title_free);
  g_ptr_array_add (handout->titles, title);
  handout->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_field_unref);
  handout->blocks = g_ptr_array_ref (writer->blocks);
  return handout;
}

PediclePages *
pedicle_report_pages (const PedicleReportRequest *request,
                      const PedicleQuality *quality,
                      GError **error)
{
  g_autoptr (GPtrArray) blocks =
      g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_block_unref);
  g_autoptr (PedicleCatalogue) english = pedicle_catalogue_new_english ();
  PedicleReportWriter writer = { request, quality, blocks, 0 };
  g_autoptr (PedicleHandout) handout = make_handout (&writer);
  PedicleRequest pages = {
    .library = request->library,
    .handout = handout,
    .catalogue = english,
    .size = PEDICLE_SIZE_NORMAL,
    .paper = request->paper,
    .today = request->today,
  };

  pedicle_report_write (&writer);
  return pedicle_pages_new (&pages, error);
}
