/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "read.h"
#include "inline.h"
#include "wording.h"

#include <math.h>
#include <string.h>

#define wrong(reader, element, ...)                                                                \
  pedicle_reader_error (reader, element, PEDICLE_CONTENT_ERROR_WORDING, __VA_ARGS__)

static const char *const directions[] = { "good", "bad", "neutral", NULL };
static const char *const certainties[] = { "not-graded",       "very-low", "low", "moderate",
                                           "high-to-moderate", "high",     NULL };

/* The sentence as it stands in the file: a local layer cannot change it. */
static void
check_said (PedicleReader *reader,
            const PedicleElement *outcome,
            const char *leaf,
            const char *what,
            double number)
{
  g_autoptr (PedicleText) text = pedicle_reader_child_text (reader, outcome, leaf);
  g_autofree char *plain = text ? pedicle_inline_to_plain (text->markup) : NULL;
  if (plain && !pedicle_wording_has_number (plain, number))
    wrong (reader, pedicle_element_child (outcome, leaf),
           "<%s> does not say %g, which is %s in its <%s>: make them agree", leaf, number, what,
           outcome->name);
}

static int
count_decimals (const char *number)
{
  const char *point = number ? strchr (number, '.') : NULL;
  return point ? (int) strlen (point + 1) : 0;
}

static void
check_share (PedicleReader *reader, const PedicleElement *element, const PedicleOutcome *outcome)
{
  double unit = pow (10, -count_decimals (pedicle_element_get (element, "shown")));
  double exact =
      outcome->denominator > 0 ? outcome->numerator / outcome->denominator * outcome->per : 0;
  if (outcome->denominator <= 0 || outcome->per <= 0)
    {
      wrong (reader, element, "<outcome> is out of nothing: write a denominator and a per above 0");
      return;
    }
  if (outcome->numerator < 0 || outcome->numerator > outcome->denominator)
    wrong (reader, element,
           "numerator %g is not between 0 and the denominator %g: correct one of them",
           outcome->numerator, outcome->denominator);
  /* Half a unit, and a little for numbers that lie exactly between two. */
  if (fabs (exact - outcome->shown) > unit * 0.5 + 1e-9)
    wrong (reader, element, "shown is %g, but %g of %g is %.*f per %g: correct one of them",
           outcome->shown, outcome->numerator, outcome->denominator,
           count_decimals (pedicle_element_get (element, "shown")), exact, outcome->per);
  check_said (reader, element, "happens", "shown", outcome->shown);
  check_said (reader, element, "happens", "per", outcome->per);
  check_said (reader, element, "happens-not", "per less shown", outcome->per - outcome->shown);
  check_said (reader, element, "happens-not", "per", outcome->per);
}

static void
check_range (PedicleReader *reader,
             const PedicleElement *element,
             const PedicleOutcome *outcome,
             double middle)
{
  const char *low = pedicle_element_get (element, "low"),
             *high = pedicle_element_get (element, "high");
  if ((low && *low) != (high && *high))
    wrong (reader, element,
           "<%s> has one end of a range: write both low and high, or leave both empty",
           element->name);
  if (!outcome->has_range)
    return;
  if (outcome->low > middle || middle > outcome->high)
    wrong (reader, element,
           "%g does not lie in the range from low %g to high %g: correct one of them", middle,
           outcome->low, outcome->high);
  check_said (reader, element, "range", "low", outcome->low);
  check_said (reader, element, "range", "high", outcome->high);
}

static bool
is_filled (const PedicleElement *element, const char *attribute)
{
  const char *value = pedicle_element_get (element, attribute);
  return value && *value;
}

static PedicleOutcome *
read_outcome (PedicleReader *reader, const PedicleElement *element)
{
  PedicleOutcome *outcome = g_new0 (PedicleOutcome, 1);
  outcome->id = pedicle_element_string (element, "id");
  outcome->option = pedicle_element_string (element, "option");
  outcome->comparator = pedicle_element_string (element, "comparator");
  outcome->control = pedicle_element_equals (element, "arm", "control");
  outcome->numerator = pedicle_element_number (element, "numerator");
  outcome->denominator = pedicle_element_number (element, "denominator");
  outcome->per = pedicle_element_number (element, "per");
  outcome->shown = pedicle_element_number (element, "shown");
  outcome->value = pedicle_element_number (element, "value");
  outcome->against = pedicle_element_number (element, "against");
  outcome->gap = pedicle_element_number (element, "gap");
  outcome->has_range = is_filled (element, "low") && is_filled (element, "high");
  outcome->low = pedicle_element_number (element, "low");
  outcome->high = pedicle_element_number (element, "high");
  outcome->direction = pedicle_element_pick (element, "direction", directions);
  outcome->certainty = pedicle_element_pick (element, "certainty", certainties);
  outcome->happens = pedicle_reader_child_text (reader, element, "happens");
  outcome->happens_not = pedicle_reader_child_text (reader, element, "happens-not");
  outcome->range = pedicle_reader_child_text (reader, element, "range");
  outcome->cites = pedicle_element_cites (element);
  return outcome;
}

/* Only what has all its numbers can be held against its sentences; what lacks one was reported. */
static bool
has_all (const PedicleElement *element, const char *const *attributes)
{
  for (; *attributes; attributes++)
    {
      const char *value = pedicle_element_get (element, *attributes);
      if (!value || !pedicle_is_number (value))
        return false;
    }
  return true;
}

static void
check_outcome (PedicleReader *reader,
               const PedicleElement *element,
               const PedicleOutcome *outcome,
               const PedicleNumbers *numbers)
{
  static const char *const share[] = { "numerator", "denominator", "per", "shown", NULL };
  static const char *const scale[] = { "value", "against", "gap", NULL };
  bool is_share = numbers->kind == PEDICLE_NUMBERS_SHARE;
  if (g_strcmp0 (outcome->option, outcome->comparator) == 0 && outcome->option)
    wrong (reader, element, "<%s> compares \"%s\" with itself: name another comparator",
           element->name, outcome->option);
  if (!has_all (element, is_share ? share : scale))
    return;
  check_range (reader, element, outcome, is_share ? outcome->shown : outcome->gap);
  if (is_share)
    {
      check_share (reader, element, outcome);
      return;
    }
  check_said (reader, element, "happens", "value", outcome->value);
  check_said (reader, element, "happens-not", "against", outcome->against);
  double ends[] = { outcome->value, outcome->against };
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (ends[i] < numbers->scale_low || ends[i] > numbers->scale_high)
      wrong (reader, element, "%g is not on the scale from %g to %g: correct one of them", ends[i],
             numbers->scale_low, numbers->scale_high);
}

static bool
is_kind (const PedicleElement *element, PedicleNumbersKind kind)
{
  return pedicle_element_is (element, kind == PEDICLE_NUMBERS_SHARE ? "outcome" : "difference");
}

/* One study, one denominator, one kind of comparison in a set. */
static void
check_against_first (PedicleReader *reader,
                     const PedicleElement *element,
                     const PedicleOutcome *outcome,
                     const PedicleOutcome *first)
{
  if (outcome->per != first->per)
    wrong (reader, element,
           "per is %g here and %g in the first of the set: use one number in a set", outcome->per,
           first->per);
  if (first->cites[0] && outcome->cites[0] && strcmp (first->cites[0], outcome->cites[0]) != 0)
    wrong (reader, element,
           "the first source here is \"%s\", that of the set is \"%s\": a set comes from one "
           "study, make another set",
           outcome->cites[0], first->cites[0]);
}

static bool
has_comparators (const PedicleOutcome *a,
                 const PedicleOutcome *b,
                 const char *first,
                 const char *second)
{
  return (g_strcmp0 (a->comparator, first) == 0 && g_strcmp0 (b->comparator, second) == 0) ||
         (g_strcmp0 (a->comparator, second) == 0 && g_strcmp0 (b->comparator, first) == 0);
}

static void
check_against_earlier (PedicleReader *reader,
                       const PedicleElement *element,
                       const PedicleOutcome *outcome,
                       GPtrArray *earlier)
{
  bool mixed = false, twice = false;
  for (guint i = 0; i < earlier->len; i++)
    {
      const PedicleOutcome *other = earlier->pdata[i];
      mixed |= has_comparators (outcome, other, "sham", "usual-care");
      twice |= g_strcmp0 (outcome->option, other->option) == 0 &&
               g_strcmp0 (outcome->comparator, other->comparator) == 0 &&
               outcome->control == other->control;
    }
  if (mixed)
    wrong (reader, element,
           "a set holds comparisons with a sham procedure or with usual care, never both: make "
           "another set");
  if (twice)
    wrong (reader, element,
           "\"%s\" against \"%s\" stands in this set already: keep one, or write arm=\"control\" "
           "for the other group",
           outcome->option, outcome->comparator ? outcome->comparator : "");
}

static void
read_outcomes (PedicleReader *reader, const PedicleElement *element, PedicleNumbers *numbers)
{
  numbers->outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_outcome_free);
  for_each_child (child, element)
    {
      if (!is_kind (child, numbers->kind))
        continue;
      PedicleOutcome *outcome = read_outcome (reader, child);
      check_outcome (reader, child, outcome, numbers);
      if (numbers->outcomes->len > 0)
        check_against_first (reader, child, outcome, numbers->outcomes->pdata[0]);
      check_against_earlier (reader, child, outcome, numbers->outcomes);
      g_ptr_array_add (numbers->outcomes, outcome);
    }
}

static void
read_scale (PedicleReader *reader, const PedicleElement *element, PedicleNumbers *numbers)
{
  const PedicleElement *low = pedicle_element_child (element, "scale-low");
  const PedicleElement *high = pedicle_element_child (element, "scale-high");
  numbers->scale_low = low ? pedicle_element_number (low, "value") : 0;
  numbers->scale_high = high ? pedicle_element_number (high, "value") : 0;
  numbers->scale_low_text = pedicle_reader_text (reader, low);
  numbers->scale_high_text = pedicle_reader_text (reader, high);
  if (low && high && numbers->scale_low >= numbers->scale_high)
    wrong (reader, high, "the high end of the scale is not above the low end: correct one of them");
}

static char **
read_unknown_options (const PedicleElement *element)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for_each_child (child, element)
    if (pedicle_element_is (child, "unknown"))
      {
        const char *option = pedicle_element_get (child, "option");
        g_strv_builder_add (builder, option ? option : "");
      }
  return g_strv_builder_end (builder);
}

static void
append_texts (GPtrArray *to, GPtrArray *from)
{
  g_autoptr (GPtrArray) owned = from;
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, pedicle_text_ref (from->pdata[i]));
}

PedicleNumbers *
pedicle_numbers_read (PedicleReader *reader, const PedicleElement *element)
{
  static const char *const kinds[] = { "share", "scale", "words", NULL };
  const PedicleElement *time = pedicle_element_child (element, "time");
  const PedicleElement *unit = pedicle_element_child (element, "unit");
  PedicleNumbers *numbers = pedicle_numbers_new ();
  numbers->id = pedicle_element_string (element, "id");
  numbers->topic = pedicle_element_string (element, "topic");
  numbers->kind = pedicle_element_pick (element, "kind", kinds);
  numbers->is_change = g_strcmp0 (pedicle_element_get (element, "measure"), "change") == 0;
  numbers->title = pedicle_reader_child_text (reader, element, "title");
  numbers->group = pedicle_reader_child_text (reader, element, "group");
  numbers->time = pedicle_reader_text (reader, time);
  numbers->unit = pedicle_reader_text (reader, unit);
  numbers->after = time ? pedicle_element_string (time, "after") : NULL;
  numbers->of = unit ? pedicle_element_string (unit, "of") : NULL;
  if (numbers->kind == PEDICLE_NUMBERS_SCALE)
    read_scale (reader, element, numbers);
  read_outcomes (reader, element, numbers);
  numbers->unknowns = pedicle_reader_child_texts (reader, element, "unknown");
  numbers->unknown_options = read_unknown_options (element);
  numbers->notes = pedicle_reader_child_texts (reader, element, "note-text");
  append_texts (numbers->notes, pedicle_reader_child_texts (reader, element, "p"));
  numbers->cites = pedicle_element_cites (element);
  return numbers;
}
