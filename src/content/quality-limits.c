/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "quality-private.h"

#define say pedicle_quality_say

/* The limits that this project sets for itself, and the checks that other lists ask for too. */

static PedicleQualityState
check_rows (const GPtrArray *rows, GString *evidence)
{
  double hardest = -100;
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const PedicleQualityMeasure *measure = rows->pdata[i];
      double grade = pedicle_readability_kincaid (&measure->count, true);

      if (pedicle_quality_is_too_hard (&measure->count))
        say (evidence, "Too hard: %s (%.1f).", measure->name, grade);
      n += pedicle_quality_is_too_hard (&measure->count);
      hardest = MAX (hardest, grade);
    }
  if (rows->len > 0)
    say (evidence, "Texts: %u. The hardest has grade %.1f, the limit is %.1f.", rows->len,
         hardest, PEDICLE_QUALITY_MAX_KINCAID);
  return pedicle_quality_judge (n == 0 && rows->len > 0);
}

static PedicleQualityState
check_topics (const PedicleQualityView *view, GString *evidence)
{
  return check_rows (view->quality->topics, evidence);
}

static PedicleQualityState
check_sheets (const PedicleQualityView *view, GString *evidence)
{
  return check_rows (view->quality->sheets, evidence);
}

static PedicleQualityState
check_smog (const PedicleQualityView *view, GString *evidence)
{
  const GPtrArray *rows = view->quality->sheets;
  double hardest = 0;
  guint n_judged = 0, n_hard = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const PedicleQualityMeasure *measure = rows->pdata[i];
      double grade = pedicle_readability_smog (&measure->count, true);

      if (!pedicle_quality_has_smog (&measure->count))
        {
          say (evidence, "Too short for SMOG: %s (%u sentences).", measure->name,
               measure->count.sentences);
          continue;
        }
      n_judged++;
      hardest = MAX (hardest, grade);
      if (grade > PEDICLE_QUALITY_MAX_SMOG)
        {
          n_hard++;
          say (evidence, "Too hard: %s (%.1f).", measure->name, grade);
        }
    }
  if (n_judged == 0)
    return PEDICLE_QUALITY_NOT_APPLICABLE;
  say (evidence, "Texts: %u. The hardest has grade %.1f, the limit is %.1f.", n_judged, hardest,
       PEDICLE_QUALITY_MAX_SMOG);
  return pedicle_quality_judge (n_hard == 0);
}

static PedicleQualityState
check_excused (const PedicleQualityView *view, GString *evidence)
{
  guint n = view->quality->excused->len;

  say (evidence, "Words excused: %u, at most %d may be.", n, PEDICLE_QUALITY_MAX_EXCUSED);
  return pedicle_quality_judge (n <= PEDICLE_QUALITY_MAX_EXCUSED);
}

PedicleQualityState
pedicle_quality_check_equal_words (const PedicleQualityView *view, GString *evidence)
{
  const GPtrArray *columns = view->quality->columns;
  guint least[2] = { G_MAXUINT, G_MAXUINT }, most[2] = { 0, 0 };
  bool equal = columns->len > 1;

  for (guint i = 0; i < columns->len; i++)
    {
      const PedicleQualityColumn *column = columns->pdata[i];
      const guint words[2] = { column->brief, column->words };

      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        {
          least[j] = MIN (least[j], words[j]);
          most[j] = MAX (most[j], words[j]);
        }
    }
  for (guint j = 0; j < G_N_ELEMENTS (least) && columns->len > 1; j++)
    equal = equal && most[j] <= least[j] * (1 + PEDICLE_QUALITY_MAX_UNEQUAL);
  if (columns->len > 1)
    say (evidence,
         "Words for each option: in short from %u to %u, in all from %u to %u. The longest may "
         "exceed the shortest by %.0f %%.",
         least[0], most[0], least[1], most[1], 100 * PEDICLE_QUALITY_MAX_UNEQUAL);
  return pedicle_quality_judge (equal);
}

PedicleQualityState
pedicle_quality_check_equal_pictures (const PedicleQualityView *view, GString *evidence)
{
  const GPtrArray *columns = view->quality->columns;
  bool equal = columns->len > 1;

  for (guint i = 0; i < columns->len; i++)
    {
      const PedicleQualityColumn *column = columns->pdata[i];

      say (evidence, "Pictures for “%s”: %u.", column->option, column->pictures);
      equal =
          equal && column->pictures == ((const PedicleQualityColumn *) columns->pdata[0])->pictures;
    }
  return pedicle_quality_judge (equal);
}

PedicleQualityState
pedicle_quality_check_claims (const PedicleQualityView *view, GString *evidence)
{
  const GPtrArray *unsourced = view->quality->unsourced;

  say (evidence, "Answers, numbers and parts: %u. Without a source: %u.",
       view->quality->n_claims, unsourced->len);
  for (guint i = 0; i < unsourced->len; i++)
    say (evidence, "No source: %s.", (const char *) unsourced->pdata[i]);
  return pedicle_quality_judge (view->quality->n_claims > 0 && unsourced->len == 0);
}

static PedicleQualityState
check_review_date (const PedicleQualityView *view, GString *evidence)
{
  const GDate *by = view->decision->about.review_by;
  char date[16] = "";

  if (by == NULL || view->input->today == NULL)
    return PEDICLE_QUALITY_NOT_MET;
  g_date_strftime (date, sizeof date, "%Y-%m-%d", by);
  say (evidence, "Next review by %s.", date);
  return pedicle_quality_judge (g_date_compare (view->input->today, by) <= 0);
}

static PedicleQualityState
check_clinician (const PedicleQualityView *view, GString *evidence)
{
  const PedicleAbout *about = &view->decision->about;

  if (!about->reviewed)
    {
      say (evidence, "The content says that no clinician has reviewed it.");
      return PEDICLE_QUALITY_NOT_DONE;
    }
  say (evidence, "The content names who reviewed it: %s. Ask that person.",
       about->reviewed_by != NULL ? about->reviewed_by : "");
  return PEDICLE_QUALITY_NEEDS_PERSON;
}

static const PedicleQualityEntry entries[] = {
  { "1", "The text of every question has at most the Flesch-Kincaid grade 6.0", check_topics,
    0, NULL },
  { "2", "Every handout has at most the Flesch-Kincaid grade 6.0", check_sheets, 0, NULL },
  { "3", "Every handout has at most the SMOG grade 6.5", check_smog, 0, NULL },
  { "4", "Few words of the glossary are excused, on a sheet only those it explains",
    check_excused, 0, NULL },
  { "5", "All options are told in about as many words", pedicle_quality_check_equal_words, 0,
    NULL },
  { "6", "All options have as many pictures", pedicle_quality_check_equal_pictures, 0, NULL },
  { "7", "Every claim names its source", pedicle_quality_check_claims, 0, NULL },
  { "8", "The day to look at the text again has not passed", check_review_date, 0, NULL },
  { "9", "A clinician has reviewed the text", check_clinician, 0, NULL },
  { NULL, NULL, NULL, 0, NULL },
};

const PedicleQualityTable pedicle_quality_limits = { "limits", "Limits of this project",
                                                     entries };
