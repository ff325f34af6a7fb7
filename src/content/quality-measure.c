/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "quality-private.h"

#include <string.h>

#include "prose.h"
#include "wording.h"

/** Where a measure goes, and with which words excused. */
typedef struct
{
  const PedicleQualityInput *input;
  PedicleQualityMeasure *measure;
  GHashTable *hard; /* of the glossary */
  GHashTable *met;
} Gauge;

/* The file of parts that handouts share, in the names of blocks. */
#define SHARED "phrases"

/* ---- Words ---- */

static void
measure_free (gpointer data)
{
  PedicleQualityMeasure *measure = data;

  g_free (measure->name);
  g_free (measure->unexplained);
  g_free (measure);
}

static void
column_free (gpointer data)
{
  g_free (((PedicleQualityColumn *) data)->option);
  g_free (data);
}

static void
gauge_text (const PedicleText *text, gpointer user_data)
{
  Gauge *gauge = user_data;
  const PedicleQualityInput *input = gauge->input;
  g_autofree char *plain = pedicle_prose_plain (text->markup);
  const char *other = input->lookup != NULL ? input->lookup (text, input->lookup_data) : NULL;

  pedicle_readability_add (&gauge->measure->count, plain, gauge->hard, gauge->met);
  if (other != NULL)
    {
      g_autofree char *words = pedicle_prose_plain (other);

      pedicle_readability_add (&gauge->measure->other, words, NULL, NULL);
    }
}

static void
gauge_texts (const GPtrArray *texts, Gauge *gauge)
{
  for (guint i = 0; i < texts->len; i++)
    gauge_text (texts->pdata[i], gauge);
}

/* A row of @rows for what is gauged next. */
static void
begin (Gauge *gauge, GPtrArray *rows, char *name)
{
  gauge->measure = g_new0 (PedicleQualityMeasure, 1);
  gauge->measure->name = name;
  gauge->measure->unexplained = g_strdup ("");
  g_ptr_array_add (rows, gauge->measure);
}

/* A row without any word says nothing. */
static void
end (Gauge *gauge, GPtrArray *rows)
{
  if (gauge->measure->count.words == 0)
    g_ptr_array_remove (rows, gauge->measure);
}

static GHashTable *
hard_words (const GPtrArray *terms)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      g_autofree char *plain =
          pedicle_prose_plain (((const PedicleTerm *) terms->pdata[i])->word->markup);

      pedicle_readability_hard_words (plain, words);
    }
  return words;
}

/* ---- Blocks: each answer, set, part, and what a handout says itself ---- */

static void
gauge_answer (Gauge *gauge, GPtrArray *rows, const char *owner, const PedicleAnswer *answer)
{
  begin (gauge, rows, g_strdup_printf ("%s/%s", owner, answer->topic));
  pedicle_prose_of_answer (answer, gauge_text, gauge);
  end (gauge, rows);
}

static void
gauge_parts (Gauge *gauge, GPtrArray *rows, const char *owner, const GPtrArray *parts)
{
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const PediclePart *part = parts->pdata[i];

      begin (gauge, rows, g_strdup_printf ("%s/%s", owner, part->id));
      pedicle_prose_of_blocks (part->blocks, gauge_text, gauge);
      end (gauge, rows);
    }
}

static void
gauge_decision (Gauge *gauge, GPtrArray *rows)
{
  const PedicleDecision *decision = gauge->input->decision;
  const PedicleText *head[] = { decision->title, decision->condition, decision->choice };
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  begin (gauge, rows, g_strdup (decision->id));
  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    if (head[i] != NULL)
      gauge_text (head[i], gauge);
  for (guint i = 0; i < decision->values->len; i++)
    gauge_text (((const PedicleValue *) decision->values->pdata[i])->statement, gauge);
  end (gauge, rows);
  begin (gauge, rows, g_strdup_printf ("%s/glossary", decision->id));
  for (guint i = 0; i < decision->terms->len; i++)
    g_ptr_array_add (words, ((const PedicleTerm *) decision->terms->pdata[i])->meaning);
  gauge_texts (words, gauge);
  end (gauge, rows);
  for (guint i = 0; i < decision->topics->len; i++)
    {
      const PedicleTopic *topic = decision->topics->pdata[i];

      if (topic->shared != NULL)
        gauge_answer (gauge, rows, decision->id, topic->shared);
    }
  for (guint i = 0; i < decision->numbers->len; i++)
    {
      const PedicleNumbers *numbers = decision->numbers->pdata[i];

      begin (gauge, rows, g_strdup_printf ("%s/%s", decision->id, numbers->id));
      pedicle_prose_of_numbers (numbers, gauge_text, gauge);
      end (gauge, rows);
    }
  gauge_parts (gauge, rows, decision->id, decision->parts);
}

const PedicleProcedure *
pedicle_quality_find_procedure (const PedicleQualityInput *input, const char *option)
{
  return pedicle_library_find_procedure (input->library, option);
}

static void
gauge_procedure (Gauge *gauge, GPtrArray *rows, const PedicleProcedure *procedure)
{
  for (guint i = 0; i < procedure->answers->len; i++)
    gauge_answer (gauge, rows, procedure->id, procedure->answers->pdata[i]);
  gauge_parts (gauge, rows, procedure->id, procedure->parts);
}

static bool
is_of (const PedicleHandout *handout, const PedicleDecision *decision)
{
  return g_strcmp0 (handout->decision, decision->id) == 0;
}

static void
add_shared_parts (const PedicleQualityInput *input, const GPtrArray *blocks, GPtrArray *parts)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const PedicleBlock *block = blocks->pdata[i];
      const PediclePart *part =
          block->use != NULL && g_strcmp0 (block->use->from, SHARED) == 0
              ? pedicle_library_find_shared_part (input->library, block->use->part)
              : NULL;

      if (part != NULL && !g_ptr_array_find (parts, part, NULL))
        g_ptr_array_add (parts, (PediclePart *) part);
      add_shared_parts (input, block->children, parts);
    }
}

/* Returns: (transfer container) (element-type PediclePart): those that the handouts share. */
static GPtrArray *
list_shared_parts (const PedicleQualityInput *input)
{
  GPtrArray *parts = g_ptr_array_new ();
  GPtrArray *handouts = pedicle_library_get_handouts (input->library);

  for (guint i = 0; i < handouts->len; i++)
    if (is_of (handouts->pdata[i], input->decision))
      add_shared_parts (input, ((const PedicleHandout *) handouts->pdata[i])->blocks, parts);
  return parts;
}

static void
gauge_handouts (Gauge *gauge, GPtrArray *rows)
{
  GPtrArray *handouts = pedicle_library_get_handouts (gauge->input->library);

  for (guint i = 0; i < handouts->len; i++)
    {
      const PedicleHandout *handout = handouts->pdata[i];

      if (!is_of (handout, gauge->input->decision))
        continue;
      begin (gauge, rows, g_strdup (handout->id));
      for (guint j = 0; j < handout->titles->len; j++)
        gauge_text (((const PedicleHandoutTitle *) handout->titles->pdata[j])->text, gauge);
      pedicle_prose_of_blocks (handout->blocks, gauge_text, gauge);
      end (gauge, rows);
    }
}

static void
gauge_blocks (Gauge *gauge, GPtrArray *rows)
{
  g_autoptr (GPtrArray) shared = list_shared_parts (gauge->input);

  gauge_decision (gauge, rows);
  for (char **option = gauge->input->decision->options; *option != NULL; option++)
    {
      const PedicleProcedure *procedure = pedicle_quality_find_procedure (gauge->input, *option);

      if (procedure != NULL)
        gauge_procedure (gauge, rows, procedure);
    }
  gauge_parts (gauge, rows, SHARED, shared);
  gauge_handouts (gauge, rows);
}

/* ---- Topics and sheets ---- */

static void
gauge_topics (Gauge *gauge, GPtrArray *rows)
{
  const PedicleDecision *decision = gauge->input->decision;

  for (guint i = 0; i < decision->topics->len; i++)
    {
      const PedicleTopic *topic = decision->topics->pdata[i];

      begin (gauge, rows, pedicle_prose_plain (topic->question->markup));
      gauge_text (topic->question, gauge);
      if (topic->shared != NULL)
        pedicle_prose_of_answer (topic->shared, gauge_text, gauge);
      for (char **option = decision->options; topic->shared == NULL && *option != NULL; option++)
        {
          const PedicleProcedure *procedure =
              pedicle_quality_find_procedure (gauge->input, *option);
          const PedicleAnswer *answer =
              procedure != NULL ? pedicle_procedure_find_answer (procedure, topic->id) : NULL;

          if (answer != NULL)
            pedicle_prose_of_answer (answer, gauge_text, gauge);
        }
    }
}

static char *
sheet_name (const PedicleQualityInput *input, const PedicleQualitySheet *sheet)
{
  const PedicleText *menu = sheet->handout->menu;
  const PedicleProcedure *procedure =
      sheet->option != NULL ? pedicle_quality_find_procedure (input, sheet->option) : NULL;
  g_autofree char *name =
      menu != NULL ? pedicle_prose_plain (menu->markup) : g_strdup (sheet->handout->id);
  g_autofree char *option =
      procedure != NULL ? pedicle_prose_plain (procedure->title->markup) : NULL;

  return g_strjoin (": ", name, option, NULL);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer container) (element-type utf8): sorted; owned by the set. */
static GPtrArray *
sort_words (GHashTable *words)
{
  GPtrArray *sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_ptr_array_add (sorted, word);
  g_ptr_array_sort (sorted, compare_words);
  return sorted;
}

static gboolean
is_in (gpointer word, gpointer value, gpointer words)
{
  return g_hash_table_contains (words, word);
}

/* The words of the glossary that stand on the sheet and that it does not explain. */
static char *
list_unexplained (const PedicleQualitySheet *sheet, GHashTable *hard, GHashTable *explained)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) sorted = NULL;
  PedicleReadability count = { 0 };

  for (guint i = 0; i < sheet->paragraphs->len; i++)
    pedicle_readability_add (&count, sheet->paragraphs->pdata[i], hard, found);
  g_hash_table_foreach_remove (found, is_in, explained);
  sorted = sort_words (found);
  g_ptr_array_add (sorted, NULL);
  return g_strjoinv (", ", (char **) sorted->pdata);
}

static void
gauge_sheet (Gauge *gauge,
             const PedicleQualitySheet *sheet,
             const PedicleQualitySheet *other,
             GPtrArray *rows)
{
  g_autoptr (GHashTable) explained = hard_words (sheet->explained);
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer word;

  begin (gauge, rows, sheet_name (gauge->input, sheet));
  for (guint i = 0; i < sheet->paragraphs->len; i++)
    pedicle_readability_add (&gauge->measure->count, sheet->paragraphs->pdata[i], explained, met);
  for (guint i = 0; other != NULL && i < other->paragraphs->len; i++)
    pedicle_readability_add (&gauge->measure->other, other->paragraphs->pdata[i], NULL, NULL);
  g_free (gauge->measure->unexplained);
  gauge->measure->unexplained = list_unexplained (sheet, gauge->hard, explained);
  g_hash_table_iter_init (&iter, met);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      gpointer own = NULL;

      if (g_hash_table_lookup_extended (gauge->hard, word, &own, NULL))
        g_hash_table_add (gauge->met, own);
    }
}

static void
gauge_sheets (Gauge *gauge, GPtrArray *rows)
{
  const GPtrArray *sheets = gauge->input->sheets, *others = gauge->input->other_sheets;

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    gauge_sheet (gauge, sheets->pdata[i],
                 others != NULL && i < others->len ? others->pdata[i] : NULL, rows);
}

/* ---- Columns ---- */

static guint
count_figures (const GPtrArray *blocks)
{
  guint n = 0;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const PedicleBlock *block = blocks->pdata[i];

      n += (block->figure != NULL) + count_figures (block->children);
    }
  return n;
}

static void
count_words (const PedicleText *text, gpointer user_data)
{
  g_autofree char *plain = pedicle_prose_plain (text->markup);
  guint *n = user_data;

  /* What a picture shows and its labels are counted with the picture. */
  if (strcmp (text->tag, "alt") != 0 && strcmp (text->tag, "label") != 0)
    *n += pedicle_wording_count_words (plain);
}

static void
add_column (const PedicleQualityInput *input, const char *option, GPtrArray *columns)
{
  const PedicleProcedure *procedure = pedicle_quality_find_procedure (input, option);
  PedicleQualityColumn *column;

  if (procedure == NULL)
    return;
  column = g_new0 (PedicleQualityColumn, 1);
  column->option = pedicle_prose_plain (procedure->title->markup);
  for (guint i = 0; i < procedure->answers->len; i++)
    {
      const PedicleAnswer *answer = procedure->answers->pdata[i];

      if (answer->brief != NULL)
        count_words (answer->brief, &column->brief);
      if (answer->unknown != NULL)
        count_words (answer->unknown, &column->brief);
      pedicle_prose_of_answer (answer, count_words, &column->words);
      column->pictures += count_figures (answer->blocks) +
                          (answer->steps != NULL ? count_figures (answer->steps->children) : 0);
    }
  g_ptr_array_add (columns, column);
}

/* ---- Claims ---- */

static bool
names_source (char *const *cites)
{
  return cites != NULL && *cites != NULL;
}

static void
claim (PedicleQuality *quality, bool sourced, const char *owner, const char *id)
{
  quality->n_claims++;
  if (!sourced)
    g_ptr_array_add (quality->unsourced, g_strdup_printf ("%s/%s", owner, id));
}

/* A part names its sources itself, or the sections in it do. */
static bool
is_sourced (const GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const PedicleBlock *block = blocks->pdata[i];

      if (names_source (block->cites) || is_sourced (block->children))
        return true;
    }
  return false;
}

/* That nothing is known is no claim. */
static void
claim_answer (PedicleQuality *quality, const char *owner, const PedicleAnswer *answer)
{
  if (answer->brief != NULL || answer->blocks != NULL || answer->steps != NULL)
    claim (quality, names_source (answer->cites), owner, answer->topic);
}

static void
claim_parts (PedicleQuality *quality, const char *owner, const GPtrArray *parts)
{
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const PediclePart *part = parts->pdata[i];

      claim (quality, names_source (part->cites) || is_sourced (part->blocks), owner, part->id);
    }
}

static void
claim_numbers (PedicleQuality *quality, const char *owner, const PedicleNumbers *numbers)
{
  for (guint i = 0; i < numbers->outcomes->len; i++)
    {
      const PedicleOutcome *outcome = numbers->outcomes->pdata[i];

      claim (quality, names_source (outcome->cites), owner, outcome->id);
    }
  if (numbers->outcomes->len == 0)
    claim (quality, names_source (numbers->cites), owner, numbers->id);
}

static void
find_claims (const PedicleQualityInput *input, PedicleQuality *quality)
{
  const PedicleDecision *decision = input->decision;
  g_autoptr (GPtrArray) shared = list_shared_parts (input);

  claim_parts (quality, SHARED, shared);
  for (guint i = 0; i < decision->topics->len; i++)
    {
      const PedicleTopic *topic = decision->topics->pdata[i];

      if (topic->shared != NULL)
        claim_answer (quality, decision->id, topic->shared);
    }
  for (guint i = 0; i < decision->numbers->len; i++)
    claim_numbers (quality, decision->id, decision->numbers->pdata[i]);
  claim_parts (quality, decision->id, decision->parts);
  for (char **option = decision->options; *option != NULL; option++)
    {
      const PedicleProcedure *procedure = pedicle_quality_find_procedure (input, *option);

      for (guint i = 0; procedure != NULL && i < procedure->answers->len; i++)
        claim_answer (quality, procedure->id, procedure->answers->pdata[i]);
      if (procedure != NULL)
        claim_parts (quality, procedure->id, procedure->parts);
    }
}

void
pedicle_quality_measure (const PedicleQualityInput *input, PedicleQuality *quality)
{
  g_autoptr (GHashTable) hard = hard_words (input->decision->terms);
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) sorted = NULL;
  Gauge gauge = { .input = input, .hard = hard, .met = met };

  quality->topics = g_ptr_array_new_with_free_func (measure_free);
  quality->sheets = g_ptr_array_new_with_free_func (measure_free);
  quality->blocks = g_ptr_array_new_with_free_func (measure_free);
  quality->columns = g_ptr_array_new_with_free_func (column_free);
  quality->unsourced = g_ptr_array_new_with_free_func (g_free);
  quality->excused = g_ptr_array_new_with_free_func (g_free);
  gauge_topics (&gauge, quality->topics);
  gauge_sheets (&gauge, quality->sheets);
  /* Blocks are shown and not judged: nothing is excused for their sake. */
  gauge.met = NULL;
  gauge_blocks (&gauge, quality->blocks);
  for (char **option = input->decision->options; *option != NULL; option++)
    add_column (input, *option, quality->columns);
  find_claims (input, quality);
  sorted = sort_words (met);
  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_add (quality->excused, g_strdup (sorted->pdata[i]));
}
