/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What a good pack gives, where it is looked for, and what a local layer makes of it. */
#include "pack.h"
#include "sum.h"

#include <stdbool.h>
#include <string.h>

#define KNEE TEST_DATA "/packs/knee"
#define SMALL TEST_DATA "/content/good/small"

static Pack *
load_good (const char *source)
{
  Pack *pack = pack_new (source);
  g_autofree char *said = pack_load (pack);
  g_assert_cmpstr (said, ==, "");
  return pack;
}

static void
assert_words (char **words, const char *expected)
{
  g_autofree char *joined = words ? g_strjoinv (" ", words) : NULL;
  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_text (const PedicleText *text, const char *context, const char *markup)
{
  g_assert_nonnull (text);
  g_assert_cmpstr (text->context, ==, context);
  g_assert_cmpstr (text->markup, ==, markup);
}

static const PedicleBlock *
get_block (GPtrArray *blocks, guint index, PedicleBlockKind kind)
{
  g_assert_cmpuint (index, <, blocks->len);
  const PedicleBlock *block = blocks->pdata[index];
  g_assert_cmpint (block->kind, ==, kind);
  return block;
}

static void
test_decision (void)
{
  g_autoptr (Pack) pack = load_good (KNEE);
  const PedicleDecision *decision = pedicle_library_find_decision (pack->library, "sore-knee");
  g_assert_nonnull (decision);
  g_assert_cmpuint (pedicle_library_get_decisions (pack->library)->len, ==, 1);
  assert_text (decision->title, "sore-knee/title", "A sore knee");
  assert_text (decision->condition, "sore-knee/condition",
               "The cushion in the knee has worn thin.");
  assert_text (decision->choice, "sore-knee/choice", "How should your knee be treated?");
  assert_words (decision->options, "exercise injection");
  const PedicleAbout *about = &decision->about;
  g_assert_cmpstr (about->version, ==, "0.3");
  g_assert_cmpint (g_date_get_year (about->searched), ==, 2026);
  g_assert_cmpint (g_date_get_month (about->review_by), ==, 1);
  g_assert_true (about->reviewed);
  g_assert_cmpstr (about->reviewed_by, ==, "A. Person");
  g_assert_cmpint (g_date_get_day (about->reviewed_on), ==, 1);
  assert_text (about->funding, "sore-knee/funding", "None.");
  assert_text (about->audience, "sore-knee/audience", "Programs.");
  g_assert_null (about->selection);
  assert_words (about->tested, "patients=not-done clinicians=done");
  assert_text (pedicle_decision_find_term (decision, "cartilage")->meaning, "sore-knee/cartilage.m",
               "the smooth cushion at the end of a bone");
  const PedicleValue *value = decision->values->pdata[1];
  g_assert_cmpstr (value->id, ==, "walk-soon");
  assert_words (value->bears, "help harm");
  g_assert_cmpuint (pack_find_part (decision->parts, "both")->blocks->len, ==, 1);
  g_assert_null (pack_find_part (decision->parts, "none"));
}

static void
test_topics (void)
{
  g_autoptr (Pack) pack = load_good (KNEE);
  const PedicleDecision *decision = pedicle_library_find_decision (pack->library, "sore-knee");
  const PedicleTopic *what = pedicle_decision_find_topic (decision, "what");
  const PedicleTopic *help = pedicle_decision_find_topic (decision, "help");
  g_assert_cmpuint (decision->topics->len, ==, 3);
  g_assert_true (decision->topics->pdata[0] == what);
  g_assert_cmpint (what->kind, ==, PEDICLE_TOPIC_NEUTRAL);
  g_assert_false (what->core);
  g_assert_nonnull (what->prompt);
  assert_text (what->shared->brief, "sore-knee/what.short",
               "The <term ref=\"cartilage\">cushion</term> between two bones has worn thin.");
  const PedicleBlock *block = get_block (what->shared->blocks, 1, PEDICLE_BLOCK_FIGURE);
  g_assert_cmpstr (block->figure->id, ==, "what.f");
  g_assert_cmpfloat (block->figure->width, ==, 200);
  g_assert_cmpfloat (block->figure->scale, ==, 0.5);
  assert_text (block->text, "sore-knee/what.f.cap", "Your knee");
  const PedicleLabel *label = block->figure->labels->pdata[0];
  g_assert_cmpfloat (label->x, ==, 100);
  g_assert_cmpfloat (label->y, ==, 104);
  assert_text (label->text, "sore-knee/what.f.l1", "knee cap");
  g_assert_cmpint (help->kind, ==, PEDICLE_TOPIC_GOOD);
  g_assert_true (help->core);
  g_assert_null (help->shared);
  g_assert_null (help->prompt);
  g_assert_null (pedicle_decision_find_topic (decision, "none"));
}

static void
test_fields (void)
{
  g_autoptr (Pack) pack = load_good (KNEE);
  const PedicleDecision *decision = pedicle_library_find_decision (pack->library, "sore-knee");
  const PedicleHandout *handout = pedicle_library_find_handout (pack->library, "after");
  const PedicleField *walks = pedicle_decision_find_field (decision, "walks");
  g_assert_cmpint (walks->type, ==, PEDICLE_FIELD_CHOICE);
  assert_text (pedicle_field_find_choice (walks, "walks.stick"), "sore-knee/walks.stick",
               "With a stick");
  g_assert_cmpstr (walks->label->note, ==, "maxlen:30.");
  /* The handout's form shows the decision's own fields, in its order. */
  g_assert_cmpuint (handout->fields->len, ==, 8);
  g_assert_true (handout->fields->pdata[7] == walks);
  const PedicleField *name = pedicle_handout_find_field (handout, "patient-name");
  g_assert_true (name->required);
  assert_text (name->hint, "after/f.name.h", "As on the card.");
  g_assert_cmpint (pedicle_handout_find_field (handout, "gym-phone")->who, ==, PEDICLE_WHO_CLINIC);
  g_assert_cmpint (pedicle_handout_find_field (handout, "medicine")->type, ==,
                   PEDICLE_FIELD_PHRASE);
  const PedicleSite *site = pedicle_decision_find_site (decision, "IN");
  g_assert_cmpstr (site->part, ==, "inner");
  g_assert_cmpstr (site->broken, ==, "inner-sore");
  assert_text (decision->sites_picture->alt, "sore-knee/sites.alt", "A knee seen from the front.");
  g_assert_cmpfloat (decision->sites_picture->height, ==, 240);
}

static void
test_numbers (void)
{
  g_autoptr (Pack) pack = load_good (KNEE);
  const PedicleDecision *decision = pedicle_library_find_decision (pack->library, "sore-knee");
  const PedicleNumbers *walking = pedicle_decision_find_numbers (decision, "walking");
  g_assert_cmpint (walking->kind, ==, PEDICLE_NUMBERS_SHARE);
  g_assert_cmpstr (walking->topic, ==, "help");
  g_assert_cmpstr (walking->after, ==, "P3M");
  g_assert_cmpstr (walking->of, ==, "people");
  const PedicleOutcome *outcome = walking->outcomes->pdata[0];
  g_assert_cmpstr (outcome->option, ==, "exercise");
  g_assert_cmpstr (outcome->comparator, ==, "injection");
  g_assert_cmpfloat (outcome->shown, ==, 60);
  g_assert_true (outcome->has_range);
  g_assert_cmpfloat (outcome->high, ==, 70);
  g_assert_cmpint (outcome->certainty, ==, PEDICLE_CERTAINTY_MODERATE);
  g_assert_cmpint (outcome->direction, ==, PEDICLE_DIRECTION_GOOD);
  assert_text (outcome->range, "sore-knee/walking.ex.r", "from 50 to 70");
  outcome = walking->outcomes->pdata[1];
  g_assert_false (outcome->has_range);
  assert_words (outcome->cites, "walk guide");
  g_assert_cmpuint (walking->notes->len, ==, 1);
  const PedicleNumbers *pain = pedicle_decision_find_numbers (decision, "pain");
  g_assert_cmpfloat (pain->scale_high, ==, 10);
  outcome = pain->outcomes->pdata[0];
  g_assert_cmpfloat (outcome->gap, ==, 0.7);
  g_assert_cmpfloat (outcome->against, ==, 5);
  assert_words (pain->unknown_options, "exercise");
  assert_text (pain->unknowns->pdata[0], "sore-knee/pain.ex", "Exercise was not tested like this.");
  const PedicleNumbers *rare = pedicle_decision_find_numbers (decision, "rare");
  g_assert_cmpint (rare->kind, ==, PEDICLE_NUMBERS_WORDS);
  g_assert_cmpuint (rare->notes->len, ==, 1);
  assert_words (rare->cites, "walk");
}

static void
test_procedures (void)
{
  g_autoptr (Pack) pack = load_good (KNEE);
  const PedicleProcedure *exercise = pedicle_library_find_procedure (pack->library, "exercise");
  const PedicleAnswer *help = pedicle_procedure_find_answer (exercise, "help");
  const PedicleAnswer *harm = pedicle_procedure_find_answer (exercise, "harm");
  assert_text (exercise->title, "exercise/title", "Exercise");
  assert_text (help->brief, "exercise/help.short",
               "Strong muscles carry part of the load. Most people feel it in <num>6 weeks</num>.");
  const PedicleBlock *list = get_block (help->blocks, 1, PEDICLE_BLOCK_LIST);
  g_assert_true (list->numbered);
  g_assert_cmpuint (list->children->len, ==, 2);
  /* The part that the answer uses stands in it, with its sources. */
  const PedicleBlock *used = get_block (help->blocks, 2, PEDICLE_BLOCK_SECTION);
  assert_text (get_block (used->children, 0, PEDICLE_BLOCK_PARAGRAPH)->text, "phrases/slowly.1",
               "Do it slowly.");
  assert_words (used->cites, "guide");
  const PedicleBlock *step = get_block (help->steps->children, 0, PEDICLE_BLOCK_STEP);
  g_assert_cmpstr (step->pairs, ==, "injection/help.s1");
  get_block (step->children, 0, PEDICLE_BLOCK_FIGURE);
  get_block (step->children, 1, PEDICLE_BLOCK_PARAGRAPH);
  g_assert_nonnull (harm->unknown);
  g_assert_null (harm->steps);
  assert_words (harm->cites, "guide");
  const PediclePart *home = pack_find_part (exercise->parts, "home");
  const PedicleBlock *ticks = get_block (home->blocks, 2, PEDICLE_BLOCK_CHECKLIST);
  get_block (ticks->children, 0, PEDICLE_BLOCK_HEADING);
  get_block (ticks->children, 2, PEDICLE_BLOCK_ITEM);
  assert_words (home->cites, "guide");
  const PedicleProcedure *injection = pedicle_library_find_procedure (pack->library, "injection");
  g_assert_null (pedicle_procedure_find_answer (injection, "harm")->brief);
  home = pack_find_part (injection->parts, "home");
  const PedicleBlock *table = get_block (home->blocks, 3, PEDICLE_BLOCK_TABLE);
  g_assert_cmpuint (table->n_widths, ==, 2);
  g_assert_cmpfloat (table->widths[1], ==, 3);
  g_assert_true (get_block (table->children, 0, PEDICLE_BLOCK_ROW)->head);
}

static void
test_handouts (void)
{
  g_autoptr (Pack) pack = load_good (KNEE);
  const PedicleHandout *after = pedicle_library_find_handout (pack->library, "after");
  const PedicleHandout *choosing = pedicle_library_find_handout (pack->library, "choosing");
  assert_text (after->menu, "after/menu", "After the visit");
  assert_text (pedicle_handout_get_title (after, "injection"), "after/title.injection",
               "After your injection");
  g_assert_cmpstr (after->decision, ==, "sore-knee");
  g_assert_true (pedicle_handout_is_for (after, "exercise"));
  g_assert_false (pedicle_handout_is_for (after, "surgery"));
  g_assert_false (pedicle_handout_is_for (choosing, "exercise"));
  g_assert_true (choosing->for_decision && choosing->landscape);
  g_assert_false (after->for_decision || after->landscape);
  assert_text (pedicle_handout_get_title (choosing, NULL), "choosing/title",
               "Choosing for your knee");
  const PedicleUse *use = get_block (after->blocks, 1, PEDICLE_BLOCK_USE)->use;
  g_assert_cmpstr (use->part, ==, "flags");
  g_assert_cmpstr (use->from, ==, "phrases");
  use = get_block (after->blocks, 3, PEDICLE_BLOCK_USE)->use;
  g_assert_cmpstr (use->from, ==, "procedure");
  g_assert_true (use->optional);
  use = get_block (after->blocks, 4, PEDICLE_BLOCK_USE)->use;
  assert_words (use->topics, "help");
  g_assert_cmpint (use->form, ==, PEDICLE_FORM_STEPS);
  const PedicleBlock *section = get_block (after->blocks, 5, PEDICLE_BLOCK_SECTION);
  assert_words (section->for_options, "injection");
  assert_words (section->cites, "guide");
  use = get_block (choosing->blocks, 2, PEDICLE_BLOCK_USE)->use;
  assert_words (use->topics, "*");
  g_assert_cmpint (use->form, ==, PEDICLE_FORM_COMPARE);
  use = get_block (choosing->blocks, 4, PEDICLE_BLOCK_USE)->use;
  g_assert_cmpstr (use->numbers, ==, "walking");
  g_assert_cmpint (get_block (after->blocks, 9, PEDICLE_BLOCK_NOTES)->lines, ==, 3);
  get_block (after->blocks, 10, PEDICLE_BLOCK_SOURCES);
}

/* An answer for all options uses a part of its own file, whether it says so or not. */
static void
test_shared_answer_uses (void)
{
  static const char *const from[] = { "", " from=\"procedure\"", " from=\"decision\"" };
  for (guint i = 0; i < G_N_ELEMENTS (from); i++)
    {
      g_autoptr (Pack) pack = load_good (KNEE);
      g_autofree char *use =
          g_strdup_printf ("<use part=\"both\"%s/><p id=\"what.1\">", from[i]);
      pack_edit (pack, "decision.xml", "<p id=\"what.1\">", use);
      g_autofree char *said = pack_load (pack);
      g_assert_cmpstr (said, ==, "");
      const PedicleTopic *topic = pedicle_decision_find_topic (
          pedicle_library_find_decision (pack->library, "sore-knee"), "what");
      const PedicleBlock *used = get_block (topic->shared->blocks, 0, PEDICLE_BLOCK_SECTION);
      g_assert_cmpuint (used->children->len, >, 0);
    }
}

/* A sheet that lacks the answer to a question that it asks is left out: the place of a harm would
 * be empty. */
static void
test_unanswered (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  pack_edit (pack, "injection.xml", "<answer topic=\"harm\">", "<!--");
  pack_edit (pack, "injection.xml", "your knee.</unknown>\n  </answer>", "-->");
  g_autofree char *said = pack_load (pack);
  g_test_message ("%s", said);
  g_assert_nonnull (strstr (said, "does not answer the topic \"harm\": add <answer"));
  g_assert_nonnull (strstr (said, "after.xml:31:7: warning: the handout is left out, because the "
                                  "option \"injection\" does not answer the topic \"harm\""));
  g_assert_null (pedicle_library_find_handout (pack->library, "after"));
  g_assert_null (pedicle_library_find_handout (pack->library, "choosing"));
  g_assert_nonnull (pedicle_library_find_handout (pack->library, "talk"));
}

static void
test_unknown_topic (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  pack_edit (pack, "handouts/after.xml", "topic=\"harm\"", "topic=\"harms\"");
  g_autofree char *said = pack_load (pack);
  g_assert_nonnull (strstr (said, "no topic has the id \"harms\""));
  g_assert_null (pedicle_library_find_handout (pack->library, "after"));
}

/* A warning that an answer holds, itself or in a part, always shows. */
static void
test_warning_in_answer (void)
{
  static const char *const longer[] = {
    "<long><use part=\"flags\" from=\"phrases\"/></long>",
    "<long><section id=\"w\"><warning kind=\"call\" id=\"w.1\"><call id=\"w.2\">Call us.</call>"
    "<list><item id=\"w.3\">It hurts.</item></list></warning></section></long>",
  };
  for (guint i = 0; i < G_N_ELEMENTS (longer); i++)
    {
      g_autoptr (Pack) pack = pack_new (KNEE);
      g_autofree char *to = g_strconcat ("weeks.</short>", longer[i], NULL);
      pack_edit (pack, "injection.xml", "weeks.</short>", to);
      pack_edit (pack, "handouts/after.xml", "<columns>",
                 "<section id=\"s\" when=\"medicine\"><use topic=\"help\" form=\"short\"/>"
                 "<use topic=\"help\" form=\"long\"/></section><columns>");
      g_autofree char *said = pack_load (pack);
      g_assert_cmpstr (said, ==,
                       "handouts/after.xml:34:69: error: the answer on \"help\" holds a warning, and "
                       "<section> of line 34 depends on a field: move it out, a warning always "
                       "shows\n");
    }
}

/* No picture becomes another where there are not two. */
static void
test_step_moves (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autofree char *said = NULL;

  pack_edit (pack, "injection.xml", "weeks.</short>",
             "weeks.</short><steps><step id=\"m.1\"><p id=\"m.1.p\">It goes in.</p></step>"
             "<step id=\"m.2\" moves=\"yes\"><p id=\"m.2.p\">It comes out.</p></step></steps>");
  said = pack_load (pack);
  g_assert_nonnull (strstr (said, "warning: the step \"m.2\" says moves=\"yes\""));
  g_assert_null (strstr (said, "m.1"));
}

/* In menus, what has a place stands in it, what has none after that. */
static void
test_handout_order (void)
{
  g_autoptr (Pack) pack = load_good (KNEE);
  pack_edit (pack, "handouts/talk.xml", "format=\"1\"", "format=\"1\" order=\"1\"");
  pack_edit (pack, "handouts/choosing.xml", "format=\"1\"", "format=\"1\" order=\"2\"");
  g_autofree char *said = pack_load (pack);
  g_assert_cmpstr (said, ==, "");
  GPtrArray *handouts = pedicle_library_get_handouts (pack->library);
  const char *const ids[] = { "talk", "choosing", "after" };
  g_assert_cmpuint (handouts->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < handouts->len; i++)
    g_assert_cmpstr (((const PedicleHandout *) handouts->pdata[i])->id, ==, ids[i]);
}

static void
test_shared (void)
{
  g_autoptr (Pack) pack = load_good (KNEE);
  const PediclePart *flags = pedicle_library_find_shared_part (pack->library, "flags");
  const PedicleBlock *red = get_block (flags->blocks, 0, PEDICLE_BLOCK_WARNING);
  const PedicleBlock *amber = get_block (flags->blocks, 1, PEDICLE_BLOCK_WARNING);
  g_assert_cmpint (red->warning, ==, PEDICLE_WARNING_EMERGENCY);
  g_assert_cmpint (amber->warning, ==, PEDICLE_WARNING_CALL);
  g_assert_cmpstr (get_block (red->children, 0, PEDICLE_BLOCK_CALL)->when, ==, "emergency-number");
  g_assert_cmpstr (get_block (red->children, 1, PEDICLE_BLOCK_CALL)->unless, ==,
                   "emergency-number");
  PedicleText *page = pedicle_library_find_phrase (pack->library, PEDICLE_PHRASE_PAGE);
  assert_text (page, "phrases/page", "Page {n} of {m}");
  g_assert_cmpstr (page->note, ==, "maxlen:24. At the foot of each page.");
  g_assert_null (pedicle_library_find_phrase (pack->library, "none"));
  const PedicleSource *walk = pedicle_library_find_source (pack->library, "walk");
  g_assert_cmpint (walk->year, ==, 2020);
  assert_words (walk->identifiers, "doi:10.0000/invented.1 pmid:1");
  g_autofree char *line = pedicle_source_format (walk);
  g_assert_cmpstr (line, ==,
                   "Doe J and others. Walking or injections for a sore knee. Journal of Invented "
                   "Trials 2020;1:1.");
  g_autofree char *other =
      pedicle_source_format (pedicle_library_find_source (pack->library, "guide"));
  g_assert_cmpstr (other, ==, "Example Society. Guide to knees. example.org. 2022.");
  g_assert_null (pedicle_library_find_source (pack->library, "none"));
}

static void
check_brief (const char *kind, const char *authors, const char *expected)
{
  PedicleSource source = { .kind = (char *) kind,
                           .year = 2020,
                           .authors = (char *) authors,
                           .published = (char *) "A title",
                           .where = (char *) "J Tests 2020;1:1" };
  g_autofree char *line = pedicle_source_format_brief (&source);
  g_assert_cmpstr (line, ==, expected);
}

/* On paper: a study by its first author and its place, anything else whole. */
static void
test_brief_source (void)
{
  check_brief ("trial", "Doe J, Roe R, Poe P", "Doe J and others. J Tests 2020;1:1.");
  check_brief ("review", "Doe J, Roe R", "Doe J, Roe R. J Tests 2020;1:1.");
  check_brief ("cohort", NULL, "A title. J Tests 2020;1:1.");
  check_brief ("leaflet", "A clinic", "A clinic. A title. J Tests 2020;1:1.");
}

/* The units of translation: files by path, leaves as they stand, none twice. */
static void
test_texts (void)
{
  static const char *const start[] = { "knee/authors", "knee/funding", "knee/updates",
                                       "knee/title" };
  g_autoptr (Pack) pack = load_good (SMALL);
  GPtrArray *texts = pedicle_library_get_texts (pack->library);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *last_file = "";
  int last_line = 0, last_column = 0;
  for (guint i = 0; i < texts->len; i++)
    {
      const PedicleText *text = texts->pdata[i];
      if (i < G_N_ELEMENTS (start))
        g_assert_cmpstr (text->context, ==, start[i]);
      g_assert_true (g_hash_table_add (seen, (gpointer) text->context));
      bool same = strcmp (text->file, last_file) == 0;
      g_assert_cmpint (strcmp (text->file, last_file), >=, 0);
      if (same)
        g_assert_true (text->line > last_line ||
                       (text->line == last_line && text->column > last_column));
      last_file = text->file;
      last_line = text->line;
      last_column = text->column;
    }
  g_assert_true (g_hash_table_contains (seen, "sheet/f.gym"));
  g_assert_false (g_hash_table_contains (seen, "sources/walk"));
}

static void
test_leaf (void)
{
  g_autoptr (Pack) pack = pack_new (SMALL);
  pack_edit (pack, "exercise.xml", "<p id=\"home.1\">Walk each day.</p>",
             "<p id=\"home.1\" maxlen=\"90\">\n   Walk\t<em>each\n  <strong>single</strong> "
             "day</em>,\r\n for "
             "<num>2 km</num>, \"slowly\" <term ref=\"cushion\">here</term>\n  </p>");
  pack_edit (pack, "exercise.xml", "<p id=\"home.2\">",
             "<p id=\"home.2\" note=\"Said  by\n the nurse.\">");
  g_autofree char *said = pack_load (pack);
  g_assert_cmpstr (said, ==, "");
  const PedicleProcedure *exercise = pedicle_library_find_procedure (pack->library, "exercise");
  GPtrArray *blocks = pack_find_part (exercise->parts, "home")->blocks;
  const PedicleText *text = get_block (blocks, 0, PEDICLE_BLOCK_PARAGRAPH)->text;
  assert_text (text, "exercise/home.1",
               "Walk <em>each <strong>single</strong> day</em>, for <num>2 km</num>, \"slowly\" "
               "<term ref=\"cushion\">here</term>");
  g_assert_cmpstr (text->note, ==, "maxlen:90.");
  g_assert_cmpstr (text->tag, ==, "p");
  text = get_block (blocks, 1, PEDICLE_BLOCK_PARAGRAPH)->text;
  g_assert_cmpstr (text->note, ==, "Said by the nurse.");
}

/* As many inline elements as a file may hold: the time grows with them, not with their square. */
static void
test_long_leaf (void)
{
  g_autoptr (Pack) pack = pack_new (SMALL);
  g_autoptr (GString) leaf = g_string_new ("<p id=\"home.1\">");
  for (int i = 0; i < 190000; i++)
    g_string_append (leaf, "<em>walking</em> ");
  g_string_append (leaf, "daily.</p>");
  pack_edit (pack, "exercise.xml", "<p id=\"home.1\">Walk each day.</p>", leaf->str);
  gint64 begin = g_get_monotonic_time ();
  g_autofree char *said = pack_load (pack);
  g_assert_cmpstr (said, ==, "");
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 3 * G_USEC_PER_SEC);
}

/* Many of what is looked up, and many that look: neither is searched from the start each time. */
static void
test_many_references (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autoptr (GString) fields = g_string_new (NULL), calls = g_string_new (NULL);
  for (int i = 0; i < 20000; i++)
    g_string_append_printf (fields,
                            "<field id=\"z%d\" type=\"text\" who=\"patient\">"
                            "<label id=\"l%d\">x</label></field>",
                            i, i);
  g_string_append (fields, "<body><p id=\"many\">");
  for (int i = 0; i < 40000; i++)
    g_string_append (fields, "a {z19999} ");
  g_string_append (fields, ".</p>");
  pack_edit (pack, "handouts/after.xml", "<body>", fields->str);
  for (int i = 0; i < 40000; i++)
    g_string_append_printf (calls, "<call id=\"z%d\" when=\"day-phone\">Call.</call>", i);
  g_string_append (calls, "<call id=\"flags.now.call");
  pack_edit (pack, "phrases.xml", "<call id=\"flags.now.call", calls->str);
  gint64 begin = g_get_monotonic_time ();
  g_autofree char *said = pack_load (pack);
  g_assert_nonnull (strstr (said, "stands alone"));
  g_assert_null (strstr (said, "after.xml"));
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 4 * G_USEC_PER_SEC);
}

/* Folders */

static void
test_order (void)
{
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "pedicle", "content", NULL);
  g_setenv ("PEDICLE_CONTENT_DIR", "/shipped/here", TRUE);
  g_auto (GStrv) without = pedicle_library_folders (NULL, "/shipped");
  assert_words (without, "/shipped/here");
  g_assert_cmpint (g_mkdir_with_parents (own, 0700), ==, 0);
  g_auto (GStrv) all = pedicle_library_folders ("given", "/shipped");
  g_assert_cmpuint (g_strv_length (all), ==, 3);
  g_assert_cmpstr (all[0], ==, "given");
  g_assert_cmpstr (all[1], ==, own);
  g_assert_cmpstr (all[2], ==, "/shipped/here");
  g_unsetenv ("PEDICLE_CONTENT_DIR");
  g_auto (GStrv) installed = pedicle_library_folders (NULL, "/shipped");
  g_assert_cmpstr (installed[1], ==, "/shipped");
}

/* A folder with a decision is a whole pack; one without adds to the next. */
static void
test_stop (void)
{
  g_autoptr (Pack) local = pack_new (NULL), pack = pack_new (SMALL);
  const char *folders[] = { local->folder, pack->folder, "/nowhere/that/is/read", NULL };
  g_autofree char *mine = pack_read (SMALL "/sheet.xml");
  pack_put (local, "deep/mine.xml", mine);
  pack_edit (local, "deep/mine.xml", "id=\"sheet\"", "id=\"mine\"");
  pack_put (local, "deep/deeper/not-read.xml", "not even XML");
  g_autofree char *said = pack_load_folders (local, folders, NULL);
  g_assert_cmpstr (said, ==, "");
  g_assert_nonnull (pedicle_library_find_handout (local->library, "mine"));
  g_assert_nonnull (pedicle_library_find_handout (local->library, "sheet"));
  const char *const *read = pedicle_library_get_folders_read (local->library);
  g_assert_cmpstr (read[0], ==, local->folder);
  g_assert_cmpstr (read[1], ==, pack->folder);
  g_assert_null (read[2]);
  /* The first of two files with one id stays. */
  pack_edit (local, "deep/mine.xml", "id=\"mine\"", "id=\"sheet\"");
  pack_edit (local, "deep/mine.xml", "At home", "At our home");
  g_autofree char *again = pack_load_folders (local, folders, NULL);
  g_assert_nonnull (
      strstr (again, "sheet.xml:4:1: error: the id \"sheet\" belongs to deep/mine.xml"));
  assert_text (pedicle_library_find_handout (local->library, "sheet")->menu, "sheet/menu",
               "At our home");
}

static void
test_no_folder (void)
{
  g_autoptr (Pack) pack = pack_new (NULL);
  const char *folders[] = { "/nowhere", pack->folder, NULL };
  g_autofree char *said = pack_load_folders (pack, folders, NULL);
  g_assert_cmpstr (said, ==,
                   "/nowhere: error: there is no such folder: name a folder with content\n"
                   "FOLDER: error: no folder holds a file with <decision>: name a folder with "
                   "content\n");
  g_assert_cmpuint (pedicle_library_get_decisions (pack->library)->len, ==, 0);
}

static void
test_many_files (void)
{
  g_autoptr (Pack) pack = pack_new (NULL);
  for (int i = 0; i < 2001; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d.xml", i);
      pack_put (pack, name, "");
    }
  g_autofree char *said = pack_load (pack);
  g_assert_nonnull (strstr (said, "FOLDER: error: the folder holds more than 2000 files"));
}

/* A file that cannot be parsed brings one message, not one for all that refers to it. */
static void
test_malformed (void)
{
  static const char *const names[] = { "sources.xml", "phrases.xml", "decision.xml",
                                       "injection.xml", "sheet.xml" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (Pack) pack = pack_new (SMALL);
      pack_edit (pack, names[i], "</", "<");
      g_autofree char *said = pack_load (pack);
      g_assert_cmpuint (pedicle_problems_get_n (pack->problems), ==, 1);
      g_assert_true (g_str_has_prefix (said, names[i]));
    }
}

/* What stands when a file does not. */
static void
test_rest_stands (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  pack_edit (pack, "injection.xml", "<summary ", "<summary lang=\"en\" ");
  g_autofree char *said = pack_load (pack);
  g_assert_nonnull (strstr (said, "injection.xml"));
  const PedicleDecision *decision = pedicle_library_find_decision (pack->library, "sore-knee");
  assert_words (decision->options, "exercise");
  g_assert_null (pedicle_library_find_procedure (pack->library, "injection"));
  /* A set that speaks of it goes, one of words stays; half a handout is not printed. */
  g_assert_null (pedicle_decision_find_numbers (decision, "walking"));
  g_assert_nonnull (pedicle_decision_find_numbers (decision, "rare"));
  g_assert_null (pedicle_library_find_handout (pack->library, "choosing"));
  /* Said once, in however many places the handout asks for it. */
  const char *why = strstr (said, "handout is left out, because injection.xml");
  g_assert_nonnull (why);
  g_assert_null (strstr (why + 1, "handout is left out, because injection.xml"));
  const PedicleHandout *after = pedicle_library_find_handout (pack->library, "after");
  g_assert_true (pedicle_handout_is_for (after, "exercise"));
  g_assert_false (pedicle_handout_is_for (after, "injection"));
}

static void
test_nothing_stands (void)
{
  g_autoptr (Pack) pack = pack_new (SMALL);
  pack_edit (pack, "injection.xml", "<summary ", "<summary lang=\"en\" ");
  pack_edit (pack, "exercise.xml", "<summary ", "<summary lang=\"en\" ");
  g_autofree char *said = pack_load (pack);
  g_assert_cmpstr (said, !=, "");
  g_assert_cmpuint (pedicle_library_get_decisions (pack->library)->len, ==, 0);
  g_assert_cmpuint (pedicle_library_get_handouts (pack->library)->len, ==, 0);
}

/* Whoever sums them, and however long they are, the sums are the same. */
static void
test_sum (void)
{
  guint8 data[300];
  for (guint i = 0; i < sizeof data; i++)
    data[i] = (guint8) (i * 7);
  for (guint n = 0; n <= sizeof data; n++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (data, n);
      g_autofree char *sum = pedicle_sum_bytes (bytes);
      g_autofree char *known = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, n);
      g_assert_cmpstr (sum, ==, known);
    }
}

static void
test_digest (void)
{
  g_autoptr (Pack) one = load_good (KNEE), other = load_good (KNEE);
  g_autofree char *first = g_strdup (pedicle_library_digest (one->library));
  const char *file = pedicle_library_digest_file (one->library, "exercise");
  g_assert_cmpstr (first, ==, pedicle_library_digest (other->library));
  g_assert_cmpuint (strlen (first), ==, 64);
  g_assert_true (g_str_has_prefix (file, "sha256:"));
  g_assert_null (pedicle_library_digest_file (one->library, "none"));
  /* Another name is the same content; another picture is not. */
  g_autofree char *text = pack_read (KNEE "/exercise.xml");
  pack_remove (other, "exercise.xml");
  pack_put (other, "handouts/zzz.xml", text);
  g_autofree char *said = pack_load (other);
  g_assert_cmpstr (said, ==, "");
  g_assert_cmpstr (first, ==, pedicle_library_digest (other->library));
  pack_edit (other, "pictures/squat.svg", "#f4f8f9", "#f4f8f8");
  g_autofree char *again = pack_load (other);
  g_assert_cmpstr (again, ==, "");
  g_assert_cmpstr (first, !=, pedicle_library_digest (other->library));
}

/* A sign-off is of all that a reader sees: the words, what decides how they are shown, the pictures
 * and the sources. It is not of white space, remarks and what only translators read. */
static void
test_digest_of_file (void)
{
  static const struct
  {
    const char *name, *from, *to, *of;
    bool same;
  } edits[] = {
    { "decision.xml", "Bones rub", "Bones may rub", "sore-knee", false },
    { "decision.xml", "kind=\"good\" scope", "kind=\"neutral\" scope", "sore-knee", false },
    { "decision.xml", "certainty=\"moderate\"", "certainty=\"high\"", "sore-knee", false },
    { "decision.xml", "comparator=\"sham\"", "comparator=\"none\"", "sore-knee", false },
    { "decision.xml", "numerator=\"60\"", "numerator=\"59.9\"", "sore-knee", false },
    { "decision.xml", "direction=\"good\" certainty=\"low\"", "direction=\"bad\" certainty=\"low\"", "sore-knee", false },
    { "decision.xml", "<cite ref=\"guide\"/>", "<cite ref=\"walk\"/>", "sore-knee", false },
    { "decision.xml", "review-by=\"2027", "review-by=\"2028", "sore-knee", false },
    { "decision.xml", "at=\"100,104\"", "at=\"100,105\"", "sore-knee", false },
    { "exercise.xml", "numbered=\"yes\"", "numbered=\"no\"", "exercise", false },
    { "exercise.xml", "src=\"pictures/squat.svg\"", "src=\"pictures/knee.svg\"", "exercise", false },
    { "pictures/squat.svg", "#f4f8f9", "#f4f8f8", "exercise", false },
    { "sources.xml", "year=\"2020\"", "year=\"2021\"", "exercise", false },
    { "sources.xml", "Nobody: ", "Nobody, for ", "sore-knee", false },
    { "sources.xml", "Guide to knees", "Guide to hips", "sources", false },
    { "sources.xml", "Guide to knees", "Guide to hips", "injection", true },
    { "exercise.xml", "<title id=\"title\">Exercise", "<title note=\"A noun.\" maxlen=\"40\" id=\"title\"> Exercise",
      "exercise", true },
    { "exercise.xml", "<title id", "<!-- Short. -->\n<title id", "exercise", true },
    { "decision.xml", "low=\"50\" high=\"70\"", "high=\"70\"  low=\"50\"", "sore-knee", true },
  };
  g_autoptr (Pack) before = load_good (KNEE);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (Pack) pack = pack_new (KNEE);
      pack_edit (pack, edits[i].name, edits[i].from, edits[i].to);
      g_autofree char *said = pack_load (pack);
      const char *was = pedicle_library_digest_file (before->library, edits[i].of);
      const char *now = pedicle_library_digest_file (pack->library, edits[i].of);
      g_test_message ("%s: %s %s", edits[i].name, edits[i].to, said);
      g_assert_nonnull (was);
      g_assert_nonnull (now);
      g_assert_cmpint (strcmp (was, now) == 0, ==, edits[i].same);
    }
}

/* The local layer */

#define LAYER_START                                                                                \
  "<overlay id=\"clinic\" format=\"1\" approved-by=\"A. Person\" approved=\"2026-11-20\">"         \
  "<clinic><name id=\"name\">Example Hospital</name><logo src=\"pictures/squat.svg\"/>"            \
  "<value field=\"day-phone\"> 555 0100 </value>"                                                  \
  "<limit field=\"rest-until\" after=\"visit-date\" weeks=\"6\"/></clinic>"

static char *
digest_of (const Pack *pack, const char *context)
{
  GPtrArray *texts = pedicle_library_get_texts (pack->library);
  for (guint i = 0; i < texts->len; i++)
    if (strcmp (((PedicleText *) texts->pdata[i])->context, context) == 0)
      return pedicle_text_digest (texts->pdata[i]);
  g_assert_not_reached ();
}

static char *
make_layer (const Pack *pack)
{
  g_autofree char *title = digest_of (pack, "exercise/title");
  g_autofree char *item = digest_of (pack, "exercise/help.2");
  const char *all = pedicle_library_digest_file (pack->library, "injection");
  return g_strconcat (
      LAYER_START, "<review of=\"injection\" digest=\"", all,
      "\" by=\"B. Person\" role=\"doctor\" on=\"2026-11-20\"/>",
      "<replace id=\"local.1\" ref=\"exercise/title\" was=\"", title,
      "\">Moving <em>daily</em></replace>", "<hide ref=\"exercise/help.2\" was=\"", item, "\"/>",
      "<add after=\"phrases/flags.now.1\"><item id=\"local.2\">You are cold.</item></add>",
      "<add after=\"exercise/home.1\"><p id=\"local.3\">Call the gym: {gym-phone}.</p>"
      "<notes lines=\"2\"/></add></overlay>",
      NULL);
}

static void
assert_layer (const Pack *pack)
{
  const PedicleOverlay *overlay = pedicle_library_get_overlay (pack->library);
  const PedicleProcedure *exercise = pedicle_library_find_procedure (pack->library, "exercise");
  g_assert_nonnull (overlay);
  g_assert_cmpstr (overlay->id, ==, "clinic");
  g_assert_cmpstr (overlay->approved_by, ==, "A. Person");
  assert_text (overlay->name, "clinic/name", "Example Hospital");
  g_assert_cmpstr (g_hash_table_lookup (overlay->values, "day-phone"), ==, "555 0100");
  const PedicleLimit *limit = overlay->limits->pdata[0];
  g_assert_cmpstr (limit->after, ==, "visit-date");
  g_assert_cmpint (limit->weeks, ==, 6);
  g_assert_nonnull (overlay->logo);
  g_assert_cmpfloat (overlay->logo_width, ==, 160);
  g_assert_cmpuint (overlay->n_changes, ==, 4);
  g_assert_cmpuint (overlay->conflicts->len, ==, 0);
  g_assert_true (((PedicleSignOff *) overlay->reviews->pdata[0])->holds);
  assert_text (exercise->title, "clinic/local.1", "Moving <em>daily</em>");
  const PedicleAnswer *help = pedicle_procedure_find_answer (exercise, "help");
  const PedicleBlock *list = get_block (help->blocks, 1, PEDICLE_BLOCK_LIST);
  g_assert_cmpuint (list->children->len, ==, 1);
  assert_text (get_block (list->children, 0, PEDICLE_BLOCK_ITEM)->text, "exercise/help.3",
               "Sit down slowly.");
  GPtrArray *home = pack_find_part (exercise->parts, "home")->blocks;
  assert_text (get_block (home, 2, PEDICLE_BLOCK_PARAGRAPH)->text, "clinic/local.3",
               "Call the gym: {gym-phone}.");
  get_block (home, 3, PEDICLE_BLOCK_NOTES);
  const PediclePart *flags = pedicle_library_find_shared_part (pack->library, "flags");
  list = get_block (get_block (flags->blocks, 0, PEDICLE_BLOCK_WARNING)->children, 3,
                    PEDICLE_BLOCK_LIST);
  assert_text (get_block (list->children, 1, PEDICLE_BLOCK_ITEM)->text, "clinic/local.2",
               "You are cold.");
}

static void
test_layer (void)
{
  g_autoptr (Pack) pack = load_good (KNEE);
  guint n_texts = pedicle_library_get_texts (pack->library)->len;
  g_autofree char *before = g_strdup (pedicle_library_digest (pack->library));
  g_autofree char *layer = make_layer (pack);
  pack_put (pack, "overlay.xml", layer);
  g_autofree char *said = pack_load (pack);
  g_assert_cmpstr (said, ==, "");
  assert_layer (pack);
  /* What is translated: the shipped words, which other clinics print, and the clinic's own. */
  g_assert_cmpuint (pedicle_library_get_texts (pack->library)->len, ==, n_texts + 4);
  g_assert_cmpstr (before, !=, pedicle_library_digest (pack->library));
}

static void
test_layer_named (void)
{
  g_autoptr (Pack) pack = load_good (KNEE), place = pack_new (NULL);
  const char *folders[] = { pack->folder, NULL };
  g_autofree char *layer = make_layer (pack);
  g_autofree char *path = g_build_filename (place->folder, "ours.xml", NULL);
  pack_put (place, "ours.xml", layer);
  pack_copy (place, KNEE "/pictures/squat.svg", "pictures/squat.svg");
  /* It takes the place of the one in the folder. */
  pack_put (pack, "overlay.xml",
            "<overlay id=\"other\" format=\"1\" approved-by=\"C\" approved=\"2026-01-01\"/>");
  g_autofree char *said = pack_load_folders (pack, folders, path);
  g_assert_cmpstr (said, ==, "");
  assert_layer (pack);
  g_autofree char *wrong = g_build_filename (pack->folder, "sources.xml", NULL);
  g_autofree char *again = pack_load_folders (pack, folders, wrong);
  g_assert_nonnull (strstr (again, "<sources> is no local layer"));
  g_assert_null (pedicle_library_get_overlay (pack->library));
}

static void
test_layer_conflict (void)
{
  g_autoptr (Pack) pack = load_good (KNEE);
  g_autofree char *layer = make_layer (pack);
  pack_put (pack, "overlay.xml", layer);
  pack_edit (pack, "exercise.xml", "<title id=\"title\">Exercise", "<title id=\"title\">Exercises");
  g_autofree char *said = pack_load (pack);
  g_assert_cmpuint (pedicle_problems_get_n (pack->problems), ==, 1);
  g_assert_cmpuint (pedicle_problems_get_n_errors (pack->problems), ==, 0);
  const PedicleProblem *problem = pedicle_problems_get (pack->problems, 0);
  g_assert_cmpint (problem->code, ==, PEDICLE_CONTENT_ERROR_CONFLICT);
  g_assert_true (g_str_has_prefix (problem->message, "conflict: "));
  /* It still applies, and says so. */
  assert_text (pedicle_library_find_procedure (pack->library, "exercise")->title, "clinic/local.1",
               "Moving <em>daily</em>");
  GPtrArray *conflicts = pedicle_library_get_overlay (pack->library)->conflicts;
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (conflicts->pdata[0], ==, "exercise/title");
}

/* The same is refused on the command line. */
static void
test_layer_value (void)
{
  g_autoptr (Pack) pack = load_good (KNEE);
  g_autofree char *layer = make_layer (pack);
  pack_put (pack, "overlay.xml", layer);
  pack_edit (pack, "overlay.xml", "<limit ", "<value field=\"gym-phone\">call us</value><limit ");
  g_autofree char *said = pack_load (pack);
  g_assert_cmpuint (pedicle_problems_get_n (pack->problems), ==, 1);
  g_assert_nonnull (strstr (said, "error: The field \"gym-phone\" has a value that does not fit: "
                                  "write a phone number."));
}

/* Many changes, and many sign-offs of one file: the file is not read from the start for each. */
static void
test_layer_many (void)
{
  static const char zeros[] =
      "sha256:0000000000000000000000000000000000000000000000000000000000000000";
  g_autoptr (Pack) pack = pack_new (KNEE);
  g_autoptr (GString) items = g_string_new ("<list>"), layer = g_string_new (LAYER_START);
  for (int i = 0; i < 6000; i++)
    g_string_append_printf (
        layer, "<review of=\"exercise\" digest=\"%s\" by=\"B\" role=\"nurse\" on=\"2026-11-20\"/>",
        zeros);
  for (int i = 0; i < 4000; i++)
    {
      g_string_append_printf (items, "<item id=\"z%d\">Walk.</item>", i);
      g_string_append_printf (layer, "<hide ref=\"exercise/z%d\" was=\"%s\"/>", i, zeros);
    }
  g_string_append (items, "<item id=\"z\">Rest.</item></list><p id=\"home.1\">");
  g_string_append (layer, "</overlay>");
  pack_edit (pack, "exercise.xml", "<p id=\"home.1\">", items->str);
  pack_put (pack, "overlay.xml", layer->str);
  gint64 begin = g_get_monotonic_time ();
  g_autofree char *said = pack_load (pack);
  g_test_message ("%.1f s", (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
  g_assert_cmpuint (pedicle_problems_get_n_errors (pack->problems), ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 5 * G_USEC_PER_SEC);
}

/* A choice keeps its id, on which blocks depend, when a clinic puts its own words in its place. */
static void
test_layer_choice (void)
{
  g_autoptr (Pack) pack = load_good (KNEE);
  g_autofree char *was = digest_of (pack, "sore-knee/walks.stick");
  g_autofree char *layer =
      g_strconcat (LAYER_START, "<replace id=\"own\" ref=\"sore-knee/walks.stick\" was=\"", was,
                   "\">With our stick</replace></overlay>", NULL);
  pack_put (pack, "overlay.xml", layer);
  g_autofree char *said = pack_load (pack);
  g_assert_cmpstr (said, ==, "");
  const PedicleField *field = pedicle_decision_find_field (
      pedicle_library_find_decision (pack->library, "sore-knee"), "walks");
  g_autoptr (GError) error = NULL;
  assert_text (pedicle_field_find_choice (field, "walks.stick"), "clinic/own", "With our stick");
  g_assert_cmpstr (pedicle_field_get_choice_id (field, 1), ==, "walks.stick");
  g_assert_true (pedicle_field_check (field, "walks.stick", NULL, &error));
  g_assert_no_error (error);
}

/* What a layer changes may stand in the file that cannot be parsed. */
static void
test_layer_malformed (void)
{
  static const char *const names[] = { "sources.xml",          "phrases.xml",
                                       "decision.xml",         "exercise.xml",
                                       "injection.xml",        "handouts/after.xml",
                                       "handouts/choosing.xml" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (Pack) pack = load_good (KNEE);
      g_autofree char *layer = make_layer (pack);
      pack_put (pack, "overlay.xml", layer);
      pack_edit (pack, names[i], "</", "<");
      g_autofree char *said = pack_load (pack);
      g_test_message ("%s", said);
      g_assert_cmpuint (pedicle_problems_get_n (pack->problems), ==, 1);
      g_assert_true (g_str_has_prefix (said, names[i]));
    }
}

static void
test_layer_hides_whole_step (void)
{
  g_autoptr (Pack) pack = pack_new (KNEE);
  pack_put (pack, "overlay.xml",
            "<overlay id=\"clinic\" format=\"1\" approved-by=\"A\" approved=\"2026-11-20\">"
            "<hide ref=\"exercise/help.s2\" was=\"sha256:"
            "0000000000000000000000000000000000000000000000000000000000000000\"/></overlay>");
  g_autofree char *said = pack_load (pack);
  const PedicleProcedure *exercise = pedicle_library_find_procedure (pack->library, "exercise");
  g_assert_cmpuint (pedicle_procedure_find_answer (exercise, "help")->steps->children->len, ==, 1);
  g_assert_nonnull (strstr (said, "warning: conflict: "));
}

int
main (int argc, char *argv[])
{
  g_autoptr (Pack) home = pack_new (NULL);
  g_setenv ("XDG_DATA_HOME", home->folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library/step-moves", test_step_moves);
  g_test_add_func ("/library/brief-source", test_brief_source);
  g_test_add_func ("/library/decision", test_decision);
  g_test_add_func ("/library/topics", test_topics);
  g_test_add_func ("/library/fields", test_fields);
  g_test_add_func ("/library/numbers", test_numbers);
  g_test_add_func ("/library/procedures", test_procedures);
  g_test_add_func ("/library/handouts", test_handouts);
  g_test_add_func ("/library/shared-answer-uses", test_shared_answer_uses);
  g_test_add_func ("/library/unanswered", test_unanswered);
  g_test_add_func ("/library/unknown-topic", test_unknown_topic);
  g_test_add_func ("/library/warning-in-answer", test_warning_in_answer);
  g_test_add_func ("/library/handout-order", test_handout_order);
  g_test_add_func ("/library/shared", test_shared);
  g_test_add_func ("/library/texts", test_texts);
  g_test_add_func ("/library/leaf", test_leaf);
  g_test_add_func ("/library/long-leaf", test_long_leaf);
  g_test_add_func ("/library/many-references", test_many_references);
  g_test_add_func ("/library/order", test_order);
  g_test_add_func ("/library/stop", test_stop);
  g_test_add_func ("/library/no-folder", test_no_folder);
  g_test_add_func ("/library/many-files", test_many_files);
  g_test_add_func ("/library/malformed", test_malformed);
  g_test_add_func ("/library/rest-stands", test_rest_stands);
  g_test_add_func ("/library/nothing-stands", test_nothing_stands);
  g_test_add_func ("/library/sum", test_sum);
  g_test_add_func ("/library/digest", test_digest);
  g_test_add_func ("/library/digest-of-file", test_digest_of_file);
  g_test_add_func ("/library/layer", test_layer);
  g_test_add_func ("/library/layer-named", test_layer_named);
  g_test_add_func ("/library/layer-conflict", test_layer_conflict);
  g_test_add_func ("/library/layer-value", test_layer_value);
  g_test_add_func ("/library/layer-many", test_layer_many);
  g_test_add_func ("/library/layer-choice", test_layer_choice);
  g_test_add_func ("/library/layer-malformed", test_layer_malformed);
  g_test_add_func ("/library/layer-hides-step", test_layer_hides_whole_step);
  return g_test_run ();
}
