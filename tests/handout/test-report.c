/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The report on quality: what it calls met can fail, what it cannot see it leaves to a person. A
 * small pack is changed in one place at a time. */
#include <stdbool.h>
#include <string.h>

#include "../content/pack.h"
#include "quality-private.h"
#include "report.h"
#include "transcript.h"

#define KNEE TEST_DATA "/packs/knee"
#define SHIPPED SOURCE_ROOT "/data/content"
#define MET PEDICLE_QUALITY_MET
#define NOT_MET PEDICLE_QUALITY_NOT_MET
#define PERSON PEDICLE_QUALITY_NEEDS_PERSON
#define NOT_DONE PEDICLE_QUALITY_NOT_DONE
#define NONE PEDICLE_QUALITY_NOT_APPLICABLE

/* ---- Making reports ---- */

static GDate *
date (int day, int month, int year)
{
  return g_date_new_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static PedicleQualitySheet *
transcribe (Pack *pack, const char *handout)
{
  g_autoptr (PedicleCatalogue) english = pedicle_catalogue_new_english ();
  g_autoptr (GError) error = NULL;
  PedicleRequest request = {
    .library = pack->library,
    .handout = pedicle_library_find_handout (pack->library, handout),
    .catalogue = english,
    .size = PEDICLE_SIZE_NORMAL,
  };
  PedicleQualitySheet *sheet = pedicle_transcript_new (&request, &error);

  g_assert_no_error (error);
  return sheet;
}

static PedicleQuality *
judge_at (Pack *pack, const GDate *today)
{
  g_autoptr (PedicleCatalogue) english = pedicle_catalogue_new_english ();
  g_autoptr (GError) error = NULL;
  PedicleReportRequest request = {
    .library = pack->library,
    .decision = pedicle_library_get_decisions (pack->library)->pdata[0],
    .catalogue = english,
    .today = today,
  };
  PedicleQuality *quality = pedicle_report_judge (&request, &error);

  g_assert_no_error (error);
  return quality;
}

static PedicleQuality *
judge (Pack *pack)
{
  g_autoptr (GDate) today = date (1, 3, 2026);

  return judge_at (pack, today);
}

static void
load (Pack *pack)
{
  g_autofree char *said = pack_load (pack);

  g_assert_cmpstr (said, ==, "");
}

/* Each item that was seen not to be met, as "list/id". */
static GHashTable *failed;

static void
remember (const PedicleQuality *quality)
{
  for (guint i = 0; i < quality->lists->len; i++)
    {
      const PedicleQualityList *list = quality->lists->pdata[i];

      for (guint j = 0; j < list->items->len; j++)
        {
          const PedicleQualityItem *item = list->items->pdata[j];

          if (item->state == NOT_MET)
            g_hash_table_add (failed, g_strdup_printf ("%s/%s", list->id, item->id));
        }
    }
}

static void
expect (const PedicleQuality *quality, const char *list, const char *id, PedicleQualityState state)
{
  const PedicleQualityItem *item = pedicle_quality_find (quality, list, id);

  g_assert_nonnull (item);
  g_test_message ("%s %s: %s: %s", list, id, item->words, item->evidence);
  g_assert_cmpint (item->state, ==, state);
}

/* ---- One change of the files at a time ---- */

#define LONG_WORDS                                                                                 \
  "Radiological vertebroplastic investigations necessitate considerable multidisciplinary "        \
  "deliberation notwithstanding idiosyncratic contraindications characterizing elderly "           \
  "individuals."
#define TEN "one two three four five six seven eight nine ten "

static const struct
{
  const char *file, *from, *to;
  const char *list, *id;
  PedicleQualityState before, after;
} edits[] = {
  { "decision.xml", "Bones rub more than they did.", LONG_WORDS, "limits", "1", MET, NOT_MET },
  { "handouts/choosing.xml", "Not known: which is better for you.",
    LONG_WORDS LONG_WORDS LONG_WORDS, "limits", "2", MET, NOT_MET },
  { "handouts/choosing.xml", "Not known: which is better for you.", LONG_WORDS, "limits", "3", MET,
    NOT_MET },
  { "decision.xml", "reviewed=\"yes\" reviewed-by=\"A. Person\" reviewed-on=\"2026-02-01\"",
    "reviewed=\"no\"", "limits", "9", PERSON, NOT_DONE },
  { "decision.xml", "id=\"what\" kind=\"neutral\"", "id=\"what\" kind=\"good\"", "ipdas-qualifying",
    "Q1", MET, NOT_MET },
  { "decision.xml", "How should your knee be treated?", "Treating your knee", "ipdas-qualifying",
    "Q2", MET, NOT_MET },
  { "decision.xml", "id=\"help\" kind=\"good\"", "id=\"help\" kind=\"neutral\"", "ipdas-qualifying",
    "Q4", MET, NOT_MET },
  { "decision.xml", "kind=\"bad\"", "kind=\"neutral\"", "ipdas-qualifying", "Q5", MET, NOT_MET },
  { "decision.xml", "kind=\"bad\"", "kind=\"experience\"", "ipdas-qualifying", "Q6", NOT_MET, MET },
  { "decision.xml", "kind=\"bad\"", "kind=\"neutral\"", "cdc", "19", MET, NOT_MET },
  { "decision.xml", "searched=\"2026-01-10\"", "searched=\"2026-12-10\"", "ipdas-certifying", "C3",
    MET, NOT_MET },
  { "decision.xml", "review-by=\"2027-01-10\"", "review-by=\"2026-02-10\"", "ipdas-certifying",
    "C4", MET, NOT_MET },
  { "decision.xml", "review-by=\"2027-01-10\"", "review-by=\"2026-02-10\"", "limits", "8", MET,
    NOT_MET },
  { "handouts/talk.xml",
    "<record of=\"options\"/>\n    <record of=\"topics\"/>\n    <record of=\"values\"/>\n"
    "    <record of=\"sheets\"/>\n    <record of=\"questions\"/>",
    "", "ipdas-quality", "11", MET, NOT_MET },
  { "handouts/choosing.xml",
    "<use topic=\"*\" form=\"compare\"/>\n    <use topic=\"help harm\" form=\"compare\"/>",
    "<use topic=\"help\" form=\"compare\"/>", "ipdas-quality", "2", MET, NOT_MET },
  { "decision.xml", "<audience id=\"audience\">Programs.</audience>",
    "<audience id=\"audience\">Programs.</audience><selection id=\"selection\">None.</selection>",
    "ipdas-quality", "18", NOT_MET, MET },
  { "decision.xml", "who=\"patients\" state=\"not-done\"",
    "who=\"patients\" state=\"done\" by=\"A\" on=\"2026-02-02\"", "ipdas-quality", "16", NOT_DONE,
    PERSON },
  { "decision.xml", "who=\"clinicians\" state=\"done\" by=\"A. Person\" on=\"2026-02-02\"",
    "who=\"clinicians\" state=\"not-done\"", "ipdas-quality", "17", PERSON, NOT_DONE },
  { "decision.xml", "reviewed=\"yes\" reviewed-by=\"A. Person\" reviewed-on=\"2026-02-01\"",
    "reviewed=\"no\"", "ipdas-quality", "15", PERSON, NOT_DONE },
  { "decision.xml", "Bones rub more than they did.", TEN TEN TEN TEN TEN TEN TEN TEN "eleven.",
    "pemat", "8", MET, NOT_MET },
  { "handouts/choosing.xml", "Not known: which is better for you.",
    LONG_WORDS LONG_WORDS LONG_WORDS, "pemat", "3", PERSON, NOT_MET },
  { "decision.xml", "Bones rub more than they did.",
    "It is cleaned. It is cleaned. It is cleaned. It is cleaned. It is cleaned. It is cleaned. It "
    "is cleaned. It is "
    "cleaned. It is cleaned. It is cleaned. It is cleaned. It is cleaned. It is cleaned. It is "
    "cleaned. It is "
    "cleaned. It is cleaned. It is cleaned. It is cleaned. It is cleaned. It is cleaned. It is "
    "cleaned. It is "
    "cleaned. It is cleaned. It is cleaned. It is cleaned. It is cleaned. It is cleaned. It is "
    "cleaned. It is "
    "cleaned. It is cleaned. It is cleaned. It is cleaned.",
    "pemat", "5", PERSON, NOT_MET },
};

static void
test_edits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (Pack) pack = pack_new (KNEE);
      g_autoptr (PedicleQuality) before = NULL, after = NULL;

      load (pack);
      before = judge (pack);
      expect (before, edits[i].list, edits[i].id, edits[i].before);
      remember (before);
      pack_edit (pack, edits[i].file, edits[i].from, edits[i].to);
      load (pack);
      after = judge (pack);
      expect (after, edits[i].list, edits[i].id, edits[i].after);
      remember (after);
    }
}

/* A sheet without anything on it. */
static void
test_bare_sheet (void)
{
  static const char *const items[] = { "1", "8", "9", "12", "21", NULL };
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autoptr (PedicleQuality) quality = NULL;

  pack_put (pack, "handouts/bare.xml",
            "<handout id=\"bare\" format=\"1\" scope=\"decision\" decision=\"sore-knee\">"
            "<title id=\"title\">Bare</title><label id=\"menu\">Bare</label>"
            "<body><p id=\"p\">Nothing.</p></body></handout>");
  load (pack);
  quality = judge (pack);
  expect (quality, "pemat", items[0], PERSON);
  expect (quality, "pemat", items[1], MET);
  for (guint i = 2; items[i] != NULL; i++)
    expect (quality, "pemat", items[i], NOT_MET);
  remember (quality);
}

/* Nothing to print: what handouts must have is not met. */
static void
test_no_sheets (void)
{
  static const char *const lists[][2] = { { "limits", "2" },
                                          { "ipdas-quality", "2" },
                                          { "ipdas-quality", "21" },
                                          { "pemat", "1" },
                                          { "pemat", "15" },
                                          { "pemat", "23" },
                                          { "cdc", "4" },
                                          { "cdc", "8" } };
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autoptr (PedicleQuality) quality = NULL;

  load (pack);
  g_ptr_array_set_size (pedicle_library_get_handouts (pack->library), 0);
  quality = judge (pack);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    expect (quality, lists[i][0], lists[i][1], NOT_MET);
  expect (quality, "limits", "3", NONE);
  expect (quality, "pemat", "19", NONE);
  remember (quality);
}

/* ---- Equal detail, and claims ---- */

static void
test_equal_detail (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autoptr (PedicleQuality) unequal = NULL, equal = NULL;

  load (pack);
  unequal = judge (pack);
  expect (unequal, "limits", "5", NOT_MET);
  expect (unequal, "limits", "6", NOT_MET);
  remember (unequal);
  pack_edit (pack, "injection.xml", "It can calm the knee for some weeks.",
             "It can calm the knee for some weeks. Then it may hurt again, as it did. You may have "
             "one more.");
  pack_edit (pack, "injection.xml", "You lie down. The doctor cleans the skin.",
             "You lie down. The doctor cleans the skin. You feel a prick. Then you may get up and "
             "go home.");
  pack_edit (pack, "injection.xml", "<p id=\"help.s1.p\">",
             "<figure id=\"f\" src=\"pictures/squat.svg\"><alt id=\"f.alt\">A leg</alt></figure><p "
             "id=\"help.s1.p\">");
  load (pack);
  equal = judge (pack);
  expect (equal, "limits", "5", MET);
  expect (equal, "limits", "6", MET);
  expect (equal, "ipdas-certifying", "C1", MET);
}

static void
test_claims (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autoptr (PedicleQuality) quality = NULL, mended = NULL;

  load (pack);
  quality = judge (pack);
  expect (quality, "ipdas-certifying", "C2", NOT_MET);
  g_assert_cmpuint (quality->unsourced->len, ==, 3);
  g_assert_cmpstr (quality->unsourced->pdata[0], ==, "sore-knee/both");
  pack_edit (pack, "decision.xml", "You can change your mind at any time.</p>",
             "You can change your mind at any time.</p><cite ref=\"guide\"/>");
  pack_edit (pack, "injection.xml", "</part>", "<cite ref=\"guide\"/></part>");
  load (pack);
  mended = judge (pack);
  expect (mended, "limits", "7", MET);
  expect (mended, "ipdas-certifying", "C2", MET);
}

static void
test_excused (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autoptr (GString) terms = g_string_new ("<glossary>"), text = g_string_new (NULL);
  g_autoptr (PedicleQuality) quality = NULL;

  for (char letter = 'a'; letter <= 'u'; letter++)
    {
      g_string_append_printf (terms,
                              "<term id=\"%c\"><word id=\"%c.w\">b%cnaloma</word>"
                              "<meaning id=\"%c.m\">a word</meaning></term>",
                              letter, letter, letter, letter);
      g_string_append_printf (text, "Mind b%cnaloma. ", letter);
    }
  pack_edit (pack, "decision.xml", "<glossary>", terms->str);
  pack_edit (pack, "decision.xml", "Bones rub more than they did.", text->str);
  load (pack);
  quality = judge (pack);
  g_assert_cmpuint (quality->excused->len, ==, 21);
  expect (quality, "limits", "4", NOT_MET);
  remember (quality);
}

static const PedicleQualityMeasure *
find_sheet (const PedicleQuality *quality, const char *name)
{
  for (guint i = 0; i < quality->sheets->len; i++)
    if (strcmp (((const PedicleQualityMeasure *) quality->sheets->pdata[i])->name, name) == 0)
      return quality->sheets->pdata[i];
  g_assert_not_reached ();
}

/* A hard word of the glossary counts in full, until the sheet says what it means. */
static void
test_explained (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autoptr (PedicleQuality) quality = NULL, explained = NULL;
  g_autoptr (PedicleQualitySheet) paper = NULL;
  const PedicleQualityMeasure *sheet;

  pack_edit (pack, "handouts/choosing.xml", "Not known: which is better for you.",
             "Not known: how much cartilage is left.");
  load (pack);
  quality = judge (pack);
  sheet = find_sheet (quality, "Choosing");
  g_assert_cmpstr (sheet->unexplained, ==, "cartilage");
  g_assert_cmpuint (sheet->count.long_words, ==, sheet->count.eased_long_words);
  g_assert_cmpuint (quality->excused->len, ==, 0);
  pack_edit (pack, "handouts/choosing.xml", "<sources/>", "<glossary/><sources/>");
  load (pack);
  explained = judge (pack);
  sheet = find_sheet (explained, "Choosing");
  g_assert_cmpstr (sheet->unexplained, ==, "");
  g_assert_cmpuint (sheet->count.long_words, ==, sheet->count.eased_long_words + 2);
  g_assert_cmpuint (explained->excused->len, ==, 1);
  paper = transcribe (pack, "choosing");
  g_assert_cmpuint (paper->explained->len, ==, 1);
  g_assert_true (g_ptr_array_find_with_equal_func (
      paper->paragraphs, "the smooth cushion at the end of a bone", g_str_equal, NULL));
}

/* ---- What the reader of files would not let pass, taken out afterwards ---- */

static GPtrArray *
outcomes_of (PedicleDecision *decision)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < decision->numbers->len; i++)
    g_ptr_array_extend (all, ((PedicleNumbers *) decision->numbers->pdata[i])->outcomes, NULL,
                        NULL);
  return all;
}

/* Less than nothing has decimals too. */
static void
test_decimals (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autoptr (PedicleQuality) quality = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autofree char *expected = NULL;

  load (pack);
  outcomes = outcomes_of (pedicle_library_get_decisions (pack->library)->pdata[0]);
  for (guint i = 0; i < outcomes->len; i++)
    {
      PedicleOutcome *outcome = outcomes->pdata[i];

      outcome->value = outcome->shown = -1.5;
    }
  quality = judge (pack);
  expected = g_strdup_printf ("Numbers shown: %u, with a decimal: %u.", outcomes->len, outcomes->len);
  g_assert_nonnull (strstr (pedicle_quality_find (quality, "cdc", "15")->evidence, expected));
}

static void
drop_option (PedicleDecision *decision)
{
  g_clear_pointer (&decision->options[1], g_free);
}

static void
drop_funding (PedicleDecision *decision)
{
  g_clear_pointer (&decision->about.funding, pedicle_text_unref);
}

static void
drop_authors (PedicleDecision *decision)
{
  g_clear_pointer (&decision->about.authors, pedicle_text_unref);
}

static void
drop_values (PedicleDecision *decision)
{
  g_ptr_array_set_size (decision->values, 0);
}

static void
drop_terms (PedicleDecision *decision)
{
  g_ptr_array_set_size (decision->terms, 0);
}

static void
drop_groups (PedicleDecision *decision)
{
  g_clear_pointer (&((PedicleNumbers *) decision->numbers->pdata[0])->group, pedicle_text_unref);
}

static void
drop_times (PedicleDecision *decision)
{
  g_clear_pointer (&((PedicleNumbers *) decision->numbers->pdata[1])->time, pedicle_text_unref);
}

static void
drop_sets (PedicleDecision *decision)
{
  g_ptr_array_set_size (decision->numbers, 0);
}

static void
drop_other_way (PedicleDecision *decision)
{
  g_autoptr (GPtrArray) outcomes = outcomes_of (decision);

  g_clear_pointer (&((PedicleOutcome *) outcomes->pdata[0])->happens_not, pedicle_text_unref);
}

static void
drop_words (PedicleDecision *decision)
{
  g_autoptr (GPtrArray) outcomes = outcomes_of (decision);

  g_clear_pointer (&((PedicleOutcome *) outcomes->pdata[0])->happens, pedicle_text_unref);
}

static void
drop_grades (PedicleDecision *decision)
{
  g_autoptr (GPtrArray) outcomes = outcomes_of (decision);

  for (guint i = 0; i < outcomes->len; i++)
    ((PedicleOutcome *) outcomes->pdata[i])->certainty = PEDICLE_CERTAINTY_NOT_GRADED;
}

static void
drop_doubt (PedicleDecision *decision)
{
  drop_grades (decision);
  g_ptr_array_set_size (((PedicleNumbers *) decision->numbers->pdata[0])->notes, 0);
}

static void
change_per (PedicleDecision *decision)
{
  g_autoptr (GPtrArray) outcomes = outcomes_of (decision);

  ((PedicleOutcome *) outcomes->pdata[0])->per = 1000;
}

static void
drop_rates (PedicleDecision *decision)
{
  g_autoptr (GPtrArray) outcomes = outcomes_of (decision);

  for (guint i = 0; i < outcomes->len; i++)
    ((PedicleOutcome *) outcomes->pdata[i])->denominator = 0;
}

static void
compare_with_none (PedicleDecision *decision)
{
  g_autoptr (GPtrArray) outcomes = outcomes_of (decision);
  PedicleOutcome *outcome = outcomes->pdata[0];

  g_free (outcome->comparator);
  outcome->comparator = g_strdup ("none");
}

static void
drop_unknowns (PedicleDecision *decision)
{
  for (guint i = 0; i < decision->numbers->len; i++)
    g_ptr_array_set_size (((PedicleNumbers *) decision->numbers->pdata[i])->unknowns, 0);
}

static const struct
{
  void (*change) (PedicleDecision *decision);
  const char *list, *id;
  PedicleQualityState before, after;
} changes[] = {
  { drop_option, "ipdas-qualifying", "Q3", MET, NOT_MET },
  { drop_doubt, "ipdas-certifying", "C5", MET, NOT_MET },
  { drop_funding, "ipdas-certifying", "C6", MET, NOT_MET },
  { compare_with_none, "ipdas-quality", "1", PERSON, MET },
  { drop_sets, "ipdas-quality", "3", MET, NOT_MET },
  { drop_groups, "ipdas-quality", "4", MET, NOT_MET },
  { drop_rates, "ipdas-quality", "5", MET, NOT_MET },
  { drop_times, "ipdas-quality", "6", MET, NOT_MET },
  { change_per, "ipdas-quality", "7", MET, NOT_MET },
  { change_per, "pemat", "7", PERSON, NOT_MET },
  { change_per, "cdc", "17", PERSON, NOT_MET },
  { drop_other_way, "ipdas-quality", "8", MET, NOT_MET },
  { drop_values, "ipdas-quality", "9", MET, NOT_MET },
  { drop_values, "ipdas-quality", "10", PERSON, NOT_MET },
  { drop_grades, "ipdas-quality", "19", MET, NOT_MET },
  { drop_authors, "ipdas-quality", "20", PERSON, NOT_MET },
  { drop_terms, "pemat", "4", PERSON, NOT_MET },
  { drop_terms, "cdc", "7", PERSON, NOT_MET },
  { drop_words, "cdc", "20", MET, NOT_MET },
  { drop_unknowns, "cdc", "11", MET, MET },
};

static PedicleQuality *
judge_without_sheets (Pack *pack)
{
  g_autoptr (GDate) today = date (1, 3, 2026);

  return pedicle_quality_new (&(PedicleQualityInput){
      .library = pack->library,
      .decision = pedicle_library_get_decisions (pack->library)->pdata[0],
      .today = today,
  });
}

static void
test_changes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (Pack) pack = pack_new (KNEE);
      g_autoptr (PedicleQuality) before = NULL, after = NULL;

      load (pack);
      before = judge_without_sheets (pack);
      expect (before, changes[i].list, changes[i].id, changes[i].before);
      changes[i].change (pedicle_library_get_decisions (pack->library)->pdata[0]);
      after = judge_without_sheets (pack);
      expect (after, changes[i].list, changes[i].id, changes[i].after);
      remember (after);
    }
}

/* Neither the sets nor an answer says that something is not known. */
static void
test_no_unknowns (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autoptr (PedicleQuality) quality = NULL;

  pack_edit (pack, "exercise.xml",
             "<unknown id=\"harm.unknown\">Nobody has counted how often.</unknown>", "");
  pack_edit (pack, "injection.xml",
             "<unknown id=\"harm.unknown\">Not known for your knee.</unknown>",
             "<short id=\"harm.unknown\">It may hurt.</short><cite ref=\"guide\"/>");
  load (pack);
  drop_unknowns (pedicle_library_get_decisions (pack->library)->pdata[0]);
  quality = judge_without_sheets (pack);
  expect (quality, "cdc", "11", NOT_MET);
  remember (quality);
}

/* ---- Of all items ---- */

static void
test_dates (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autoptr (GDate) last = date (10, 1, 2027), late = date (11, 1, 2027), early = date (9, 1, 2026);
  g_autoptr (PedicleQuality) on_last = NULL, too_late = NULL, too_early = NULL;

  load (pack);
  on_last = judge_at (pack, last);
  expect (on_last, "limits", "8", MET);
  too_late = judge_at (pack, late);
  expect (too_late, "limits", "8", NOT_MET);
  expect (too_late, "ipdas-certifying", "C4", NOT_MET);
  too_early = judge_at (pack, early);
  expect (too_early, "ipdas-certifying", "C3", NOT_MET);
}

/* No table says that an item is met: only a function does. */
static void
test_nothing_is_met_by_declaration (void)
{
  static const PedicleQualityTable *const tables[] = {
    &pedicle_quality_limits,   &pedicle_quality_qualifying, &pedicle_quality_certifying,
    &pedicle_quality_goodness, &pedicle_quality_pemat,      &pedicle_quality_cdc,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const PedicleQualityEntry *entry = tables[i]->entries; entry->id != NULL; entry++)
      g_assert_true (entry->check != NULL || (entry->state != MET && entry->state != NOT_MET));
}

/* What is met in the content that is shipped was seen not to be met above. */
static void
test_everything_met_can_fail (void)
{
  g_autoptr (Pack) pack = pack_new (SHIPPED);
  g_autoptr (PedicleQuality) quality = NULL;
  guint n = 0;

  load (pack);
  quality = judge (pack);
  for (guint i = 0; i < quality->lists->len; i++)
    {
      const PedicleQualityList *list = quality->lists->pdata[i];

      for (guint j = 0; j < list->items->len; j++)
        {
          const PedicleQualityItem *item = list->items->pdata[j];
          g_autofree char *name = g_strdup_printf ("%s/%s", list->id, item->id);

          n++;
          g_test_message ("%s", name);
          if (item->state == MET)
            g_assert_true (g_hash_table_contains (failed, name) ||
                           strcmp (name, "ipdas-quality/1") == 0);
        }
    }
  g_assert_cmpuint (n, ==, 9 + 6 + 7 + 24 + 24 + 20);
}

/* ---- On paper ---- */

static void
test_pages (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autoptr (PedicleQuality) quality = NULL;
  g_autoptr (PedicleCatalogue) english = pedicle_catalogue_new_english ();
  g_autoptr (GDate) today = date (1, 3, 2026);
  g_autoptr (PediclePages) pages = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  pack_edit (pack, "decision.xml", "<funding id=\"funding\">None.",
             "<funding id=\"funding\">A \"maker\" paid.");
  load (pack);
  quality = judge (pack);
  pages = pedicle_report_pages (
      &(PedicleReportRequest){ .library = pack->library,
                               .decision = pedicle_library_get_decisions (pack->library)->pdata[0],
                               .catalogue = english,
                               .today = today },
      quality, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pedicle_pages_get_n (pages), >, 3);
  text = pedicle_pages_to_text (pages);
  g_assert_nonnull (strstr (text, "C6. Says who paid for it | met | “A \"maker\" paid.”\n"));
  g_assert_nonnull (strstr (text, "Made by software on 2026-03-01."));
  g_assert_nonnull (strstr (text, "Not tested with patients."));
  g_assert_nonnull (strstr (text, "Tested with clinicians, the content says."));
  g_assert_nonnull (strstr (text, "No source: sore-knee/both."));
}

int
main (int argc, char **argv)
{
  int result;

  failed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/edits", test_edits);
  g_test_add_func ("/report/bare-sheet", test_bare_sheet);
  g_test_add_func ("/report/no-sheets", test_no_sheets);
  g_test_add_func ("/report/equal-detail", test_equal_detail);
  g_test_add_func ("/report/claims", test_claims);
  g_test_add_func ("/report/decimals", test_decimals);
  g_test_add_func ("/report/excused", test_excused);
  g_test_add_func ("/report/explained", test_explained);
  g_test_add_func ("/report/changes", test_changes);
  g_test_add_func ("/report/no-unknowns", test_no_unknowns);
  g_test_add_func ("/report/dates", test_dates);
  g_test_add_func ("/report/nothing-is-met-by-declaration", test_nothing_is_met_by_declaration);
  g_test_add_func ("/report/everything-met-can-fail", test_everything_met_can_fail);
  g_test_add_func ("/report/pages", test_pages);
  result = g_test_run ();
  g_hash_table_unref (failed);
  return result;
}
