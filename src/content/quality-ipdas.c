/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "quality-private.h"

#include <string.h>

#include "prose.h"

#define say pedicle_quality_say
#define MET_IF(condition) pedicle_quality_judge (condition)

/* ---- What several items look at ---- */

/* Says @text in its own words. Returns whether there are any. */
static bool
quote (const PedicleText *text, GString *evidence)
{
  g_autofree char *plain = text != NULL ? pedicle_prose_plain (text->markup) : g_strdup ("");

  if (*plain == '\0')
    return false;
  say (evidence, "“%s”", plain);
  return true;
}

static bool
is_answered (const PedicleAnswer *answer)
{
  return answer != NULL && (answer->brief != NULL || answer->unknown != NULL ||
                            answer->blocks != NULL || answer->steps != NULL);
}

/* Whether every option answers, or all do together. */
static bool
all_answer (const PedicleQualityView *view, const PedicleTopic *topic, GString *evidence)
{
  bool all = true;

  if (topic->shared != NULL)
    return is_answered (topic->shared);
  for (char **option = view->decision->options; *option != NULL; option++)
    {
      const PedicleProcedure *procedure = pedicle_quality_find_procedure (view->input, *option);

      if (procedure != NULL && is_answered (pedicle_procedure_find_answer (procedure, topic->id)))
        continue;
      all = false;
      say (evidence, "No answer: %s/%s.", *option, topic->id);
    }
  return all;
}

static PedicleQualityState
check_kind (const PedicleQualityView *view, PedicleTopicKind kind, GString *evidence)
{
  bool good = true;
  guint n = 0;

  for (guint i = 0; i < view->decision->topics->len; i++)
    {
      const PedicleTopic *topic = view->decision->topics->pdata[i];

      if (topic->kind != kind || topic->shared != NULL)
        continue;
      n++;
      quote (topic->question, evidence);
      good = all_answer (view, topic, evidence) && good;
    }
  if (n == 0)
    say (evidence, "No question of this kind is answered by each option.");
  else if (good)
    say (evidence, "Each option answers.");
  return MET_IF (n > 0 && good);
}

/* Calls @func for each set that is more than words. Returns for how many it held. */
typedef bool (*SetFunc) (const PedicleNumbers *numbers);

static guint
count_sets (const PedicleQualityView *view, SetFunc holds, guint *n_all, GString *evidence)
{
  guint n = 0;

  *n_all = 0;
  for (guint i = 0; i < view->decision->numbers->len; i++)
    {
      const PedicleNumbers *numbers = view->decision->numbers->pdata[i];

      if (numbers->kind == PEDICLE_NUMBERS_WORDS)
        continue;
      ++*n_all;
      if (holds (numbers))
        n++;
      else
        say (evidence, "Not so: %s.", numbers->id);
    }
  return n;
}

static PedicleQualityState
check_sets (const PedicleQualityView *view, SetFunc holds, GString *evidence)
{
  guint n_all, n = count_sets (view, holds, &n_all, evidence);

  say (evidence, "Sets of numbers: %u of %u.", n, n_all);
  return MET_IF (n_all > 0 && n == n_all);
}

/* ---- Qualifying ---- */

static PedicleQualityState
check_condition (const PedicleQualityView *view, GString *evidence)
{
  bool quoted = quote (view->decision->condition, evidence);
  guint n = 0;

  for (guint i = 0; i < view->decision->topics->len; i++)
    {
      const PedicleTopic *topic = view->decision->topics->pdata[i];

      n += topic->kind == PEDICLE_TOPIC_NEUTRAL && is_answered (topic->shared);
    }
  say (evidence, "Questions answered for all options together: %u.", n);
  return MET_IF (quoted && n > 0);
}

static PedicleQualityState
check_choice (const PedicleQualityView *view, GString *evidence)
{
  const PedicleText *choice = view->decision->choice;

  return MET_IF (quote (choice, evidence) && g_str_has_suffix (choice->markup, "?"));
}

static PedicleQualityState
check_options (const PedicleQualityView *view, GString *evidence)
{
  bool all = true;
  guint n = 0;

  for (char **option = view->decision->options; *option != NULL; option++)
    {
      const PedicleProcedure *procedure = pedicle_quality_find_procedure (view->input, *option);

      n++;
      all = procedure != NULL && quote (procedure->title, evidence) &&
            quote (procedure->summary, evidence) && all;
    }
  return MET_IF (all && n > 1);
}

static PedicleQualityState
check_good (const PedicleQualityView *view, GString *evidence)
{
  return check_kind (view, PEDICLE_TOPIC_GOOD, evidence);
}

static PedicleQualityState
check_bad (const PedicleQualityView *view, GString *evidence)
{
  return check_kind (view, PEDICLE_TOPIC_BAD, evidence);
}

static PedicleQualityState
check_experience (const PedicleQualityView *view, GString *evidence)
{
  return check_kind (view, PEDICLE_TOPIC_EXPERIENCE, evidence);
}

static const PedicleQualityEntry qualifying[] = {
  { "Q1", "Says what the condition is", check_condition, 0, NULL },
  { "Q2", "Says what is to be decided", check_choice, 0, NULL },
  { "Q3", "Says what the options are", check_options, 0, NULL },
  { "Q4", "Says what is good about each option", check_good, 0, NULL },
  { "Q5", "Says what is bad about each option", check_bad, 0, NULL },
  { "Q6", "Says what it is like to live through each option", check_experience, 0, NULL },
  { NULL, NULL, NULL, 0, NULL },
};

/* ---- Certifying ---- */

static PedicleQualityState
check_equal (const PedicleQualityView *view, GString *evidence)
{
  bool words = pedicle_quality_check_equal_words (view, evidence) == PEDICLE_QUALITY_MET;
  bool pictures = pedicle_quality_check_equal_pictures (view, evidence) == PEDICLE_QUALITY_MET;

  return MET_IF (words && pictures);
}

static void
say_date (GString *evidence, const char *format, const GDate *date)
{
  char words[16] = "";
  g_autofree char *said = NULL;

  g_date_strftime (words, sizeof words, "%Y-%m-%d", date);
  said = g_strconcat (format, " ", words, ".", NULL);
  say (evidence, "%s", said);
}

static PedicleQualityState
check_date (const PedicleQualityView *view, GString *evidence)
{
  const PedicleAbout *about = &view->decision->about;
  const GDate *today = view->input->today;

  if (about->searched == NULL || about->version == NULL || today == NULL)
    return PEDICLE_QUALITY_NOT_MET;
  say (evidence, "Version %s.", about->version);
  say_date (evidence, "Evidence searched on", about->searched);
  return MET_IF (*about->version != '\0' && g_date_compare (about->searched, today) <= 0);
}

static PedicleQualityState
check_updates (const PedicleQualityView *view, GString *evidence)
{
  const PedicleAbout *about = &view->decision->about;

  if (about->review_by == NULL || about->searched == NULL || view->input->today == NULL)
    return PEDICLE_QUALITY_NOT_MET;
  say_date (evidence, "Next review by", about->review_by);
  return MET_IF (quote (about->updates, evidence) &&
                 g_date_compare (about->searched, about->review_by) < 0 &&
                 g_date_compare (view->input->today, about->review_by) <= 0);
}

/* A range, how sure it is, or a sentence on what to make of it. */
static bool
tells_doubt (const PedicleNumbers *numbers)
{
  for (guint i = 0; i < numbers->outcomes->len; i++)
    {
      const PedicleOutcome *outcome = numbers->outcomes->pdata[i];

      if (!outcome->has_range && outcome->range == NULL &&
          outcome->certainty == PEDICLE_CERTAINTY_NOT_GRADED && numbers->notes->len == 0)
        return false;
    }
  return numbers->outcomes->len > 0;
}

static PedicleQualityState
check_doubt (const PedicleQualityView *view, GString *evidence)
{
  return check_sets (view, tells_doubt, evidence);
}

static PedicleQualityState
check_funding (const PedicleQualityView *view, GString *evidence)
{
  return MET_IF (quote (view->decision->about.funding, evidence));
}

#define TESTS_ONLY NULL, PEDICLE_QUALITY_NOT_APPLICABLE, "Only for aids about a medical test."

static const PedicleQualityEntry certifying[] = {
  { "C1", "Tells every option in equal detail", check_equal, 0, NULL },
  { "C2", "Names the evidence", pedicle_quality_check_claims, 0, NULL },
  { "C3", "Says when it was made", check_date, 0, NULL },
  { "C4", "Says when it will be looked at again", check_updates, 0, NULL },
  { "C5", "Says how unsure its numbers are", check_doubt, 0, NULL },
  { "C6", "Says who paid for it", check_funding, 0, NULL },
  { "C7–C10", "What a medical test measures and what follows from its result", TESTS_ONLY },
  { NULL, NULL, NULL, 0, NULL },
};

/* ---- Quality ---- */

static PedicleQualityState
check_natural_course (const PedicleQualityView *view, GString *evidence)
{
  for (guint i = 0; i < view->decision->numbers->len; i++)
    {
      const PedicleNumbers *numbers = view->decision->numbers->pdata[i];

      for (guint j = 0; j < numbers->outcomes->len; j++)
        {
          const PedicleOutcome *outcome = numbers->outcomes->pdata[j];

          if (g_strcmp0 (outcome->comparator, "none") != 0)
            continue;
          say (evidence, "Number without a comparison: %s.", outcome->id);
          return PEDICLE_QUALITY_MET;
        }
    }
  say (evidence, "No number says it; a person must see whether the words do.");
  return PEDICLE_QUALITY_NEEDS_PERSON;
}

static const PedicleUse *
find_compare (const GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const PedicleBlock *block = blocks->pdata[i];
      const PedicleUse *use = block->use;

      if (use == NULL || use->topics == NULL || use->form != PEDICLE_FORM_COMPARE)
        use = find_compare (block->children);
      if (use != NULL)
        return use;
    }
  return NULL;
}

/* Whether the table of @use has good and bad points. */
static bool
weighs (const PedicleQualityView *view, const PedicleUse *use)
{
  const char *const *topics = (const char *const *) use->topics;
  bool good = false, bad = false;

  for (guint i = 0; i < view->decision->topics->len; i++)
    {
      const PedicleTopic *topic = view->decision->topics->pdata[i];

      if (!g_strv_contains (topics, "*") && !g_strv_contains (topics, topic->id))
        continue;
      good = good || topic->kind == PEDICLE_TOPIC_GOOD;
      bad = bad || topic->kind == PEDICLE_TOPIC_BAD;
    }
  return good && bad;
}

static PedicleQualityState
check_comparison (const PedicleQualityView *view, GString *evidence)
{
  const GPtrArray *sheets = view->input->sheets;

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      const PedicleHandout *handout = ((const PedicleQualitySheet *) sheets->pdata[i])->handout;
      const PedicleUse *use = find_compare (handout->blocks);

      if (use == NULL || !weighs (view, use))
        continue;
      say (evidence, "Table of all options: %s.", handout->id);
      return PEDICLE_QUALITY_MET;
    }
  say (evidence, "No handout sets good and bad points of all options side by side.");
  return PEDICLE_QUALITY_NOT_MET;
}

static bool
speaks_of (const PedicleQualityView *view, const char *option)
{
  for (guint i = 0; i < view->decision->numbers->len; i++)
    {
      const PedicleNumbers *numbers = view->decision->numbers->pdata[i];
      const char *const *unknown = (const char *const *) numbers->unknown_options;

      for (guint j = 0; j < numbers->outcomes->len; j++)
        if (g_strcmp0 (((const PedicleOutcome *) numbers->outcomes->pdata[j])->option, option) == 0)
          return true;
      if (unknown != NULL && g_strv_contains (unknown, option))
        return true;
    }
  return false;
}

static PedicleQualityState
check_chances (const PedicleQualityView *view, GString *evidence)
{
  bool all = true;

  for (char **option = view->decision->options; *option != NULL; option++)
    if (!speaks_of (view, *option))
      {
        all = false;
        say (evidence, "No number, and no word that none is known: %s.", *option);
      }
  if (all)
    say (evidence, "Each option has numbers, or it is said that none are known.");
  return MET_IF (all);
}

static bool
names_group (const PedicleNumbers *numbers)
{
  return numbers->group != NULL;
}

static PedicleQualityState
check_group (const PedicleQualityView *view, GString *evidence)
{
  return check_sets (view, names_group, evidence);
}

static guint
count_shares (const PedicleQualityView *view)
{
  guint n = 0;

  for (guint i = 0; i < view->decision->numbers->len; i++)
    {
      const PedicleNumbers *numbers = view->decision->numbers->pdata[i];

      for (guint j = 0; j < numbers->outcomes->len; j++)
        n += ((const PedicleOutcome *) numbers->outcomes->pdata[j])->denominator > 0;
    }
  return n;
}

static PedicleQualityState
check_rates (const PedicleQualityView *view, GString *evidence)
{
  guint n = count_shares (view);

  say (evidence, "Numbers of the kind “so many of so many”: %u.", n);
  return MET_IF (n > 0);
}

static bool
names_time (const PedicleNumbers *numbers)
{
  return numbers->time != NULL;
}

static PedicleQualityState
check_time (const PedicleQualityView *view, GString *evidence)
{
  return check_sets (view, names_time, evidence);
}

static bool
shows_twice (const PedicleNumbers *numbers)
{
  for (guint i = 0; i < numbers->outcomes->len; i++)
    {
      const PedicleOutcome *outcome = numbers->outcomes->pdata[i];

      if (outcome->happens == NULL || outcome->happens_not == NULL)
        return false;
    }
  return numbers->outcomes->len > 0;
}

static PedicleQualityState
check_views (const PedicleQualityView *view, GString *evidence)
{
  say (evidence, "In words and numbers, both ways round, and drawn.");
  return check_sets (view, shows_twice, evidence);
}

static PedicleQualityState
check_values (const PedicleQualityView *view, GString *evidence)
{
  say (evidence, "Statements to choose from: %u.", view->decision->values->len);
  return MET_IF (view->decision->values->len > 1);
}

static guint
sum_of_sheets (const PedicleQualityView *view, bool for_decision, gsize offset)
{
  const GPtrArray *sheets = view->input->sheets;
  guint sum = 0;

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      const PedicleQualitySheet *sheet = sheets->pdata[i];

      if (sheet->handout->for_decision == for_decision)
        sum += G_STRUCT_MEMBER (guint, sheet, offset);
    }
  return sum;
}

static PedicleQualityState
check_way (const PedicleQualityView *view, GString *evidence)
{
  guint n_core = 0;

  for (guint i = 0; i < view->decision->topics->len; i++)
    n_core += ((const PedicleTopic *) view->decision->topics->pdata[i])->core ? 1 : 0;
  say (evidence,
       "Questions in order: %u, for a short talk: %u. Statements on what matters: %u.",
       view->decision->topics->len, n_core, view->decision->values->len);
  return pedicle_quality_refute (n_core == 0 || view->decision->values->len == 0);
}

static PedicleQualityState
check_worksheet (const PedicleQualityView *view, GString *evidence)
{
  guint n = sum_of_sheets (view, true, G_STRUCT_OFFSET (PedicleQualitySheet, n_notes)) +
            sum_of_sheets (view, true, G_STRUCT_OFFSET (PedicleQualitySheet, n_ticks));

  say (evidence, "On handouts about all options: places to write or tick: %u.", n);
  return MET_IF (n > 0);
}

/* What the content itself says of a test with people. */
static PedicleQualityState
check_tested (const PedicleQualityView *view, const char *done, GString *evidence)
{
  const char *const *tested = (const char *const *) view->decision->about.tested;

  if (tested != NULL && g_strv_contains (tested, done))
    {
      say (evidence, "The content says that it was done. Look at how.");
      return PEDICLE_QUALITY_NEEDS_PERSON;
    }
  say (evidence, "The content does not say that it was done.");
  return PEDICLE_QUALITY_NOT_DONE;
}

static PedicleQualityState
check_patients (const PedicleQualityView *view, GString *evidence)
{
  return check_tested (view, "patients=done", evidence);
}

static PedicleQualityState
check_clinicians (const PedicleQualityView *view, GString *evidence)
{
  return check_tested (view, "clinicians=done", evidence);
}

static PedicleQualityState
check_reviewer (const PedicleQualityView *view, GString *evidence)
{
  const PedicleAbout *about = &view->decision->about;

  if (!about->reviewed)
    {
      say (evidence, "The content says that no clinician has reviewed it.");
      return PEDICLE_QUALITY_NOT_DONE;
    }
  say (evidence,
       "Reviewed by: %s. Whether that person had no part in the making is not recorded.",
       about->reviewed_by != NULL ? about->reviewed_by : "");
  return PEDICLE_QUALITY_NEEDS_PERSON;
}

static PedicleQualityState
check_selection (const PedicleQualityView *view, GString *evidence)
{
  return MET_IF (quote (view->decision->about.selection, evidence));
}

static bool
is_graded (const PedicleNumbers *numbers)
{
  for (guint i = 0; i < numbers->outcomes->len; i++)
    if (((const PedicleOutcome *) numbers->outcomes->pdata[i])->certainty !=
        PEDICLE_CERTAINTY_NOT_GRADED)
      return true;
  return false;
}

static PedicleQualityState
check_grades (const PedicleQualityView *view, GString *evidence)
{
  g_autoptr (GString) unread = g_string_new (NULL);
  guint n_all, n = count_sets (view, is_graded, &n_all, unread);

  say (evidence,
       "Sets whose certainty its source has graded: %u of %u; the others say that it "
       "was not.",
       n, n_all);
  return MET_IF (n > 0);
}

static PedicleQualityState
check_authors (const PedicleQualityView *view, GString *evidence)
{
  return pedicle_quality_refute (!quote (view->decision->about.authors, evidence));
}

static PedicleQualityState
check_report (const PedicleQualityView *view, GString *evidence)
{
  guint n = view->quality->topics->len + view->quality->sheets->len;

  say (evidence, "This report: texts measured: %u.", n);
  return MET_IF (view->quality->topics->len > 0 && view->quality->sheets->len > 0);
}

#define NO_RECORD NULL, PEDICLE_QUALITY_NOT_DONE, "Nothing about it is recorded."

static const PedicleQualityEntry goodness[] = {
  { "1", "Says what happens if nothing is done", check_natural_course, 0, NULL },
  { "2", "Lets good and bad points be compared across options", check_comparison, 0, NULL },
  { "3", "Gives the chances for the options", check_chances, 0, NULL },
  { "4", "Says which people the numbers are about", check_group, 0, NULL },
  { "5", "Says how many of how many", check_rates, 0, NULL },
  { "6", "Keeps one time within a comparison", check_time, 0, NULL },
  { "7", "Keeps one “of how many” within a comparison", pedicle_quality_check_per, 0, NULL },
  { "8", "Shows the chances in more than one way", check_views, 0, NULL },
  { "9", "Asks what matters most to the patient", check_values, 0, NULL },
  { "10", "Leads to a choice step by step", check_way, 0, NULL },
  { "11", "Has a sheet for one’s own questions", check_worksheet, 0, NULL },
  { "12", "Makers asked patients what they need to prepare", NO_RECORD },
  { "13", "Makers asked clinicians what they need", NO_RECORD },
  { "14", "Patients who did not make it have reviewed it", NO_RECORD },
  { "15", "Clinicians who did not make it have reviewed it", check_reviewer, 0, NULL },
  { "16", "Tried out with patients who face the choice", check_patients, 0, NULL },
  { "17", "Tried out with clinicians in the talk", check_clinicians, 0, NULL },
  { "18", "Says how the evidence was chosen", check_selection, 0, NULL },
  { "19", "Says how good the evidence is", check_grades, 0, NULL },
  { "20", "Says what qualifies its authors", check_authors, 0, NULL },
  { "21", "Reports how hard it is to read", check_report, 0, NULL },
  { "22", "Shown that users know more about the options", NO_RECORD },
  { "23", "Shown that choices fit what matters to the patient", NO_RECORD },
  { "24–28", "Right and wrong results of a medical test", TESTS_ONLY },
  { NULL, NULL, NULL, 0, NULL },
};

const PedicleQualityTable pedicle_quality_qualifying = { "ipdas-qualifying",
                                                         "IPDAS, to count as a decision aid",
                                                         qualifying };
const PedicleQualityTable pedicle_quality_certifying = { "ipdas-certifying",
                                                         "IPDAS, against harmful bias",
                                                         certifying };
const PedicleQualityTable pedicle_quality_goodness = { "ipdas-quality", "IPDAS, quality",
                                                       goodness };
