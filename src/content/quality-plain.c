/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "quality-private.h"

#include <math.h>
#include <string.h>

#include "prose.h"
#include "wording.h"

#define say pedicle_quality_say

/* PEMAT-P and the CDC index: most of their items ask for a reader's judgement. Software can see
 * where an item cannot hold, and can count what the reader will want to know. */

#define MOST_WORDS 75   /* of a paragraph: what still is a chunk */
#define MOST_ITEMS 7    /* of a list without lists in it */
#define LEAST_ACTIVE 80 /* of 100 sentences */

typedef bool (*SheetFunc) (const PedicleQualitySheet *sheet);

/* Names each sheet for which @holds does not. Returns whether there are sheets and all hold. */
static bool
all_sheets (const PedicleQualityView *view, SheetFunc holds, GString *evidence)
{
  const GPtrArray *sheets = view->input->sheets;
  bool all = sheets != NULL && sheets->len > 0;

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      const PedicleQualityMeasure *measure = view->quality->sheets->pdata[i];

      if (holds (sheets->pdata[i]))
        continue;
      all = false;
      say (evidence, "Not so: %s.", measure->name);
    }
  return all;
}

static guint
sum (const PedicleQualityView *view, gsize offset)
{
  const GPtrArray *sheets = view->input->sheets;
  guint n = 0;

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    n += G_STRUCT_MEMBER (guint, sheets->pdata[i], offset);
  return n;
}

#define SUM(view, member) sum (view, G_STRUCT_OFFSET (PedicleQualitySheet, member))

static PedicleQualityState
check_titles (const PedicleQualityView *view, GString *evidence)
{
  const GPtrArray *sheets = view->input->sheets;
  guint n = 0;

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      const PedicleQualitySheet *sheet = sheets->pdata[i];
      const PedicleText *title = pedicle_handout_get_title (sheet->handout, sheet->option);
      g_autofree char *plain = title != NULL ? pedicle_prose_plain (title->markup) : g_strdup ("");

      n += *plain != '\0';
      say (evidence, "“%s”", plain);
    }
  return pedicle_quality_refute (sheets == NULL || n < sheets->len || n == 0);
}

static PedicleQualityState
check_words (const PedicleQualityView *view, GString *evidence)
{
  bool hard = view->quality->sheets->len == 0;

  for (guint i = 0; i < view->quality->sheets->len; i++)
    {
      const PedicleQualityMeasure *measure = view->quality->sheets->pdata[i];

      hard = hard || pedicle_quality_is_too_hard (&measure->count);
    }
  say (evidence, "See the tables of readability.");
  return pedicle_quality_refute (hard);
}

static PedicleQualityState
check_terms (const PedicleQualityView *view, GString *evidence)
{
  guint n = 0;

  for (guint i = 0; i < view->quality->sheets->len; i++)
    n += *((const PedicleQualityMeasure *) view->quality->sheets->pdata[i])->unexplained != '\0';
  say (evidence, "Words in the glossary: %u. Sheets with hard ones that they do not list: %u.",
       view->decision->terms->len, n);
  return pedicle_quality_refute (view->decision->terms->len == 0);
}

static PedicleQualityState
check_active (const PedicleQualityView *view, GString *evidence)
{
  PedicleReadability all = { 0 };
  guint active;

  for (guint i = 0; i < view->quality->sheets->len; i++)
    pedicle_readability_join (
        &all, &((const PedicleQualityMeasure *) view->quality->sheets->pdata[i])->count);
  if (all.sentences == 0)
    return PEDICLE_QUALITY_NOT_MET;
  active = 100 - 100 * all.passive / all.sentences;
  say (evidence, "By their form, about %u of 100 sentences are active.", active);
  return pedicle_quality_refute (active < LEAST_ACTIVE);
}

static PedicleQualityState
check_sums (const PedicleQualityView *view, GString *evidence)
{
  PedicleQualityState state = pedicle_quality_check_per (view, evidence);

  return pedicle_quality_refute (state == PEDICLE_QUALITY_NOT_MET);
}

static bool
has_chunks (const PedicleQualitySheet *sheet)
{
  for (guint i = 0; i < sheet->paragraphs->len; i++)
    if (pedicle_wording_count_words (sheet->paragraphs->pdata[i]) > MOST_WORDS)
      return false;
  return sheet->paragraphs->len > 0;
}

static PedicleQualityState
check_chunks (const PedicleQualityView *view, GString *evidence)
{
  bool all = all_sheets (view, has_chunks, evidence);

  say (evidence, "A paragraph has at most %d words.", MOST_WORDS);
  return pedicle_quality_judge (all);
}

static bool
has_headings (const PedicleQualitySheet *sheet)
{
  return sheet->n_headings > 1;
}

static PedicleQualityState
check_headings (const PedicleQualityView *view, GString *evidence)
{
  bool all = all_sheets (view, has_headings, evidence);

  say (evidence, "Headings: %u.", SUM (view, n_headings));
  return pedicle_quality_refute (!all);
}

static bool
has_cues (const PedicleQualitySheet *sheet)
{
  return sheet->n_boxes + sheet->n_items + sheet->n_ticks + sheet->n_tables > 0;
}

static PedicleQualityState
check_cues (const PedicleQualityView *view, GString *evidence)
{
  bool all = all_sheets (view, has_cues, evidence);

  say (evidence, "Boxes: %u. Items of lists: %u.", SUM (view, n_boxes), SUM (view, n_items));
  return pedicle_quality_judge (all);
}

static PedicleQualityState
say_pictures (const PedicleQualityView *view, GString *evidence)
{
  say (evidence,
       "Pictures on all sheets: %u, with a caption: %u; the others stand beside their words.",
       SUM (view, n_figures), SUM (view, n_captions));
  return PEDICLE_QUALITY_NEEDS_PERSON;
}

static PedicleQualityState
check_pictures (const PedicleQualityView *view, GString *evidence)
{
  say_pictures (view, evidence);
  return pedicle_quality_refute (SUM (view, n_figures) == 0);
}

static PedicleQualityState
check_tables (const PedicleQualityView *view, GString *evidence)
{
  guint n = SUM (view, n_tables);

  if (n == 0)
    return PEDICLE_QUALITY_NOT_APPLICABLE;
  say (evidence, "Tables: %u, with a row of headings: %u.", n, SUM (view, n_tables_with_head));
  return PEDICLE_QUALITY_NEEDS_PERSON;
}

/* Whether one of the words for the reader stands in it. */
static bool
says_you (const PedicleQualitySheet *sheet)
{
  for (guint i = 0; i < sheet->paragraphs->len; i++)
    {
      g_auto (GStrv) words = g_str_tokenize_and_fold (sheet->paragraphs->pdata[i], "en", NULL);

      if (g_strv_contains ((const char *const *) words, "you") ||
          g_strv_contains ((const char *const *) words, "your"))
        return true;
    }
  return false;
}

static PedicleQualityState
check_you (const PedicleQualityView *view, GString *evidence)
{
  bool all = all_sheets (view, says_you, evidence);

  if (all)
    say (evidence, "Every sheet speaks to “you”.");
  return pedicle_quality_judge (all);
}

static PedicleQualityState
check_tools (const PedicleQualityView *view, GString *evidence)
{
  guint n_ticks = SUM (view, n_ticks), n_notes = SUM (view, n_notes),
        n_blanks = SUM (view, n_blanks);

  say (evidence, "Boxes to tick: %u. Places to write: %u. Blanks to fill in: %u.", n_ticks,
       n_notes, n_blanks);
  return pedicle_quality_judge (n_ticks + n_notes + n_blanks > 0);
}

static guint
longest_list (const PedicleQualityView *view, const char **name)
{
  const GPtrArray *sheets = view->input->sheets;
  guint longest = 0;

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      const PedicleQualitySheet *sheet = sheets->pdata[i];

      if (sheet->longest_list <= longest)
        continue;
      longest = sheet->longest_list;
      *name = ((const PedicleQualityMeasure *) view->quality->sheets->pdata[i])->name;
    }
  return longest;
}

static PedicleQualityState
check_lists (const PedicleQualityView *view, GString *evidence)
{
  const char *name = "";
  guint longest = longest_list (view, &name);

  if (longest > 0)
    say (evidence,
         "Items of lists: %u. The longest list has %u, on “%s”; more than %d ask for lists "
         "within it.",
         SUM (view, n_items), longest, name, MOST_ITEMS);
  return pedicle_quality_refute (longest == 0);
}

static PedicleQualityState
check_unknowns (const PedicleQualityView *view, GString *evidence)
{
  guint n = 0;

  for (guint i = 0; i < view->decision->numbers->len; i++)
    n += ((const PedicleNumbers *) view->decision->numbers->pdata[i])->unknowns->len;
  for (char **option = view->decision->options; *option != NULL; option++)
    {
      const PedicleProcedure *procedure = pedicle_quality_find_procedure (view->input, *option);

      for (guint i = 0; procedure != NULL && i < procedure->answers->len; i++)
        n += ((const PedicleAnswer *) procedure->answers->pdata[i])->unknown != NULL;
    }
  say (evidence, "Sentences that say what is not known: %u.", n);
  return pedicle_quality_judge (n > 0);
}

/* Texts with a number of more than one "of how many". */
PedicleQualityState
pedicle_quality_check_per (const PedicleQualityView *view, GString *evidence)
{
  double per = 0;
  bool same = true;
  guint n_words = 0;

  for (guint i = 0; i < view->decision->numbers->len; i++)
    {
      const PedicleNumbers *numbers = view->decision->numbers->pdata[i];

      n_words += numbers->kind == PEDICLE_NUMBERS_WORDS;
      for (guint j = 0; j < numbers->outcomes->len; j++)
        {
          double own = ((const PedicleOutcome *) numbers->outcomes->pdata[j])->per;

          same = same && (own <= 0 || per <= 0 || (own < per + 0.5 && own > per - 0.5));
          per = own > 0 ? own : per;
        }
    }
  if (per > 0)
    say (evidence, same ? "Everything that is drawn is of %.0f." : "Not all is of %.0f.",
         per);
  if (n_words > 0)
    say (evidence, "Sets in words only, for a person to read: %u.", n_words);
  return pedicle_quality_judge (per > 0 && same);
}

static PedicleQualityState
check_whole_numbers (const PedicleQualityView *view, GString *evidence)
{
  guint n = 0, n_parts = 0;

  for (guint i = 0; i < view->decision->numbers->len; i++)
    {
      const PedicleNumbers *numbers = view->decision->numbers->pdata[i];

      for (guint j = 0; j < numbers->outcomes->len; j++)
        {
          const PedicleOutcome *outcome = numbers->outcomes->pdata[j];
          double shown = numbers->kind == PEDICLE_NUMBERS_SCALE ? outcome->value : outcome->shown;

          n++;
          n_parts += fabs (shown - trunc (shown)) > 0;
        }
    }
  say (evidence, "Numbers shown: %u, with a decimal: %u.", n, n_parts);
  return PEDICLE_QUALITY_NEEDS_PERSON;
}

static bool
has_kind (const PedicleQualityView *view, PedicleTopicKind kind)
{
  for (guint i = 0; i < view->decision->topics->len; i++)
    if (((const PedicleTopic *) view->decision->topics->pdata[i])->kind == kind)
      return true;
  return false;
}

static PedicleQualityState
check_both_sides (const PedicleQualityView *view, GString *evidence)
{
  bool both = has_kind (view, PEDICLE_TOPIC_GOOD) && has_kind (view, PEDICLE_TOPIC_BAD);

  if (both)
    say (evidence, "There are questions on both.");
  return pedicle_quality_judge (both);
}

static PedicleQualityState
check_in_words (const PedicleQualityView *view, GString *evidence)
{
  guint n = 0, n_said = 0;

  for (guint i = 0; i < view->decision->numbers->len; i++)
    {
      const PedicleNumbers *numbers = view->decision->numbers->pdata[i];

      for (guint j = 0; j < numbers->outcomes->len; j++)
        {
          n++;
          n_said += ((const PedicleOutcome *) numbers->outcomes->pdata[j])->happens != NULL;
        }
    }
  say (evidence, "Numbers said in a sentence and drawn: %u of %u.", n_said, n);
  return pedicle_quality_judge (n > 0 && n_said == n);
}

#define PERSON NULL, PEDICLE_QUALITY_NEEDS_PERSON, NULL

static const PedicleQualityEntry pemat[] = {
  { "1", "What it is about is clear at once", check_titles, 0, NULL },
  { "2", "Nothing leads away from it", PERSON },
  { "3", "Everyday words", check_words, 0, NULL },
  { "4", "Medical words only to teach them, and explained", check_terms, 0, NULL },
  { "5", "Says who does what", check_active, 0, NULL },
  { "6", "Numbers are easy to grasp", PERSON },
  { "7", "The reader has nothing to work out", check_sums, 0, NULL },
  { "8", "In short pieces", check_chunks, 0, NULL },
  { "9", "Headings that tell", check_headings, 0, NULL },
  { "10", "In an order that makes sense", PERSON },
  { "11", "Sums up", PERSON },
  { "12", "Boxes, bullets or bold words point to what counts", check_cues, 0, NULL },
  { "15", "Pictures wherever they would help", check_pictures, 0, NULL },
  { "16", "Pictures add to the words and do not distract", PERSON },
  { "17", "Pictures say what they show", say_pictures, 0, NULL },
  { "18", "Pictures are clear", PERSON },
  { "19", "Tables are simple and have short headings", check_tables, 0, NULL },
  { "20", "Names at least one thing to do", PERSON },
  { "21", "Speaks to the reader", check_you, 0, NULL },
  { "22", "Breaks what is to be done into steps", PERSON },
  { "23", "Has a tool such as a list to tick", check_tools, 0, NULL },
  { "24", "Shows how to work out what must be worked out", PERSON },
  { "25", "Says how to use its tables and drawings", PERSON },
  { "26", "Pictures wherever they make it easier to act", PERSON },
  { NULL, NULL, NULL, 0, NULL },
};

static const PedicleQualityEntry cdc[] = {
  { "1", "One main message", PERSON },
  { "2", "It stands first", PERSON },
  { "3", "It catches the eye", PERSON },
  { "4", "A picture supports it", check_pictures, 0, NULL },
  { "5", "Asks the reader to do something", PERSON },
  { "6", "Both are said in the active voice", check_active, 0, NULL },
  { "7", "Only words that the reader uses, others explained", check_terms, 0, NULL },
  { "8", "Lists, and no long ones", check_lists, 0, NULL },
  { "9", "One idea under each heading", check_headings, 0, NULL },
  { "10", "What counts most is summed up first", PERSON },
  { "11", "Says what is known and what is not", check_unknowns, 0, NULL },
  { "12", "Recommends what to do", PERSON },
  { "13", "Says why it matters to this reader", PERSON },
  { "14", "Says how, when, how often and whom to call", PERSON },
  { "15", "Only numbers that are needed, and whole ones", check_whole_numbers, 0, NULL },
  { "16", "Says what its numbers mean", PERSON },
  { "17", "No sums: the same “of how many” throughout", check_sums, 0, NULL },
  { "18", "Says what a risk is and how it comes about", PERSON },
  { "19", "Both what may help and what may harm", check_both_sides, 0, NULL },
  { "20", "Every chance also in words or in a picture", check_in_words, 0, NULL },
  { NULL, NULL, NULL, 0, NULL },
};

const PedicleQualityTable pedicle_quality_pemat = {
  "pemat", "PEMAT-P, understanding and acting on printed pages", pemat
};
const PedicleQualityTable pedicle_quality_cdc = { "cdc", "CDC Clear Communication Index",
                                                  cdc };
