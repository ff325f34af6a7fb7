/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A good pack with one thing wrong, for each attribute and element in it: nothing crashes, and what
 * stands in the library is whole, so that no other layer meets a hole. */
#include "pack.h"

#include <string.h>

#define KNEE TEST_DATA "/packs/knee"

static void
check_blocks (GPtrArray *blocks)
{
  g_assert_nonnull (blocks);
  for (guint i = 0; i < blocks->len; i++)
    {
      const PedicleBlock *block = blocks->pdata[i];
      switch (block->kind)
        {
        case PEDICLE_BLOCK_PARAGRAPH:
        case PEDICLE_BLOCK_HEADING:
        case PEDICLE_BLOCK_ITEM:
        case PEDICLE_BLOCK_CALL:
        case PEDICLE_BLOCK_UNKNOWN:
        case PEDICLE_BLOCK_PATIENT_LABEL:
          g_assert_nonnull (block->text);
          break;
        case PEDICLE_BLOCK_FIGURE:
          g_assert_nonnull (block->figure);
          g_assert_nonnull (block->figure->svg);
          g_assert_nonnull (block->figure->alt);
          break;
        case PEDICLE_BLOCK_USE:
          g_assert_nonnull (block->use);
          break;
        case PEDICLE_BLOCK_NOTES:
          g_assert_cmpint (block->lines, >, 0);
          break;
        case PEDICLE_BLOCK_RECORD:
        case PEDICLE_BLOCK_GLOSSARY:
        case PEDICLE_BLOCK_SOURCES:
          break;
        default:
          check_blocks (block->children);
        }
    }
}

static void
check_answer (const PedicleAnswer *answer)
{
  g_assert_nonnull (answer->topic);
  g_assert_true (answer->brief || answer->unknown);
  g_assert_nonnull (answer->cites);
  if (answer->blocks)
    check_blocks (answer->blocks);
  if (answer->steps)
    check_blocks (answer->steps->children);
}

static void
check_parts (GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    check_blocks (((PediclePart *) parts->pdata[i])->blocks);
}

static void
check_numbers (const PedicleLibrary *library, const PedicleNumbers *numbers)
{
  g_assert_nonnull (numbers->title);
  if (numbers->kind == PEDICLE_NUMBERS_WORDS)
    return;
  g_assert_true (numbers->group && numbers->time);
  g_assert_true (numbers->kind == PEDICLE_NUMBERS_SHARE ? numbers->unit != NULL
                                                        : numbers->scale_high_text != NULL);
  for (guint i = 0; i < numbers->outcomes->len; i++)
    {
      const PedicleOutcome *outcome = numbers->outcomes->pdata[i];
      g_assert_true (outcome->happens && outcome->happens_not && outcome->cites[0]);
      g_assert_nonnull (outcome->comparator);
      g_assert_nonnull (pedicle_library_find_procedure (library, outcome->option));
    }
}

static void
check_decision (const PedicleLibrary *library, const PedicleDecision *decision)
{
  const PedicleAbout *about = &decision->about;
  g_assert_true (decision->title && decision->condition && decision->choice);
  g_assert_true (about->version && about->searched && about->review_by && about->tested);
  g_assert_true (about->authors && about->funding && about->updates);
  g_assert_true (!about->reviewed || (about->reviewed_by && about->reviewed_on));
  g_assert_nonnull (decision->options[0]);
  for (char **option = decision->options; *option; option++)
    g_assert_nonnull (pedicle_library_find_procedure (library, *option));
  for (guint i = 0; i < decision->topics->len; i++)
    {
      const PedicleTopic *topic = decision->topics->pdata[i];
      g_assert_true (topic->id && topic->question);
      if (topic->shared)
        check_answer (topic->shared);
    }
  for (guint i = 0; i < decision->numbers->len; i++)
    check_numbers (library, decision->numbers->pdata[i]);
  for (guint i = 0; i < decision->fields->len; i++)
    g_assert_nonnull (((PedicleField *) decision->fields->pdata[i])->label);
  for (guint i = 0; i < decision->sites->len; i++)
    g_assert_nonnull (((PedicleSite *) decision->sites->pdata[i])->word);
  check_parts (decision->parts);
}

/* What a handout uses is there for each option that it is offered for. */
static void
check_use (const PedicleLibrary *library,
           const PedicleHandout *handout,
           const PedicleBlock *block,
           const char *option)
{
  const PedicleUse *use = block->use;
  const PedicleDecision *decision = pedicle_library_find_decision (library, handout->decision);
  if (use->numbers)
    g_assert_nonnull (pedicle_decision_find_numbers (decision, use->numbers));
  if (!use->part || use->optional)
    return;
  if (strcmp (use->from, "phrases") == 0)
    g_assert_nonnull (pedicle_library_find_shared_part (library, use->part));
  else if (strcmp (use->from, "decision") == 0)
    g_assert_nonnull (pack_find_part (decision->parts, use->part));
  else if (strcmp (use->from, "procedure") == 0 && option)
    g_assert_nonnull (
        pack_find_part (pedicle_library_find_procedure (library, option)->parts, use->part));
  else if (strcmp (use->from, "procedure") != 0)
    g_assert_nonnull (pack_find_part (
        pedicle_library_find_procedure (library, use->from)->parts, use->part));
}

static void
check_uses (const PedicleLibrary *library,
            const PedicleHandout *handout,
            GPtrArray *blocks,
            const char *option)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const PedicleBlock *block = blocks->pdata[i];
      if (block->kind == PEDICLE_BLOCK_USE)
        check_use (library, handout, block, option);
      else if (block->children)
        check_uses (library, handout, block->children, option);
    }
}

static void
check_handout (const PedicleLibrary *library, const PedicleHandout *handout)
{
  g_assert_nonnull (pedicle_library_find_decision (library, handout->decision));
  g_assert_nonnull (handout->menu);
  g_assert_nonnull (handout->for_options[0]);
  check_blocks (handout->blocks);
  for (guint i = 0; i < handout->fields->len; i++)
    g_assert_nonnull (((PedicleField *) handout->fields->pdata[i])->label);
  if (handout->for_decision)
    check_uses (library, handout, handout->blocks, NULL);
  for (char **option = handout->for_options; *option && !handout->for_decision; option++)
    {
      g_assert_nonnull (pedicle_handout_get_title (handout, *option));
      check_uses (library, handout, handout->blocks, *option);
    }
}

static void
check_library (const PedicleLibrary *library)
{
  GPtrArray *decisions = pedicle_library_get_decisions (library);
  GPtrArray *procedures = pedicle_library_get_procedures (library);
  GPtrArray *handouts = pedicle_library_get_handouts (library);
  for (guint i = 0; i < decisions->len; i++)
    check_decision (library, decisions->pdata[i]);
  for (guint i = 0; i < handouts->len; i++)
    check_handout (library, handouts->pdata[i]);
  for (guint i = 0; i < procedures->len; i++)
    {
      const PedicleProcedure *procedure = procedures->pdata[i];
      g_assert_true (procedure->title && procedure->summary);
      for (guint j = 0; j < procedure->answers->len; j++)
        check_answer (procedure->answers->pdata[j]);
      check_parts (procedure->parts);
    }
}

/* Mutations */

typedef struct
{
  const char *pattern, *instead;
} Mutation;

static const Mutation mutations[] = {
  { " [a-z-]+=\"[^\"]*\"", "" },               /* no attribute */
  { "(?<==\")[^\"]*(?=\")", "" },              /* an empty value */
  { "(?<==\")[^\"]*(?=\")", "x/y" },           /* a value that is none */
  { "<([a-z-]+)( [^<>]*)?>[^<>]*</\\1>", "" }, /* no leaf */
  { "<[a-z-]+( [^<>]*)?/>", "" },              /* no empty element */
  { "(?<=<)([a-z-]+)(?=[ >][^<>]*>[^<>]*</\\1>)",
    "p" }, /* another name, so that the file is malformed */
};

static void
mutate (Pack *pack, const char *name, const char *text, const Mutation *mutation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new (mutation->pattern, G_REGEX_OPTIMIZE, 0, &error);
  g_autoptr (GMatchInfo) match = NULL;
  const char *body = strstr (text, " id=") - 12;
  g_assert_no_error (error);
  g_regex_match_full (regex, text, -1, (int) (body - text), 0, &match, NULL);
  guint n = 0;
  for (; g_match_info_matches (match); g_match_info_next (match, NULL), n++)
    {
      int start, end;
      g_match_info_fetch_pos (match, 0, &start, &end);
      g_autoptr (GString) changed = g_string_new_len (text, start);
      g_string_append (changed, mutation->instead);
      g_string_append (changed, text + end);
      pack_put (pack, name, changed->str);
      g_autofree char *said = pack_load (pack);
      check_library (pack->library);
    }
  g_assert_cmpuint (n, >, 0);
  pack_put (pack, name, text);
}

static void
test_file (gconstpointer data)
{
  const char *name = data;
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autofree char *path = g_build_filename (KNEE, name, NULL);
  g_autofree char *text = pack_read (path);
  for (gsize i = 0; i < G_N_ELEMENTS (mutations); i++)
    if (g_regex_match_simple (mutations[i].pattern, text, 0, 0))
      mutate (pack, name, text, &mutations[i]);
  g_autofree char *said = pack_load (pack);
  g_assert_cmpstr (said, ==, "");
  check_library (pack->library);
}

int
main (int argc, char *argv[])
{
  static const char *const names[] = {
    "decision.xml", "exercise.xml",       "injection.xml",
    "phrases.xml",  "handouts/after.xml", "handouts/choosing.xml"
  };
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/mutations/", names[i], NULL);
      g_test_add_data_func (path, names[i], test_file);
    }
  return g_test_run ();
}
