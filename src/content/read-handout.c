/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "read.h"

#include <stdlib.h>
#include <string.h>

#define wrong(reader, element, ...)                                                                \
  pedicle_reader_error (reader, element, PEDICLE_CONTENT_ERROR_STRUCTURE, __VA_ARGS__)

static const char *const forms[] = { "short", "long", "steps", "compare", NULL };

static void
check_use (PedicleReader *reader, const PedicleElement *element, const PedicleUse *use)
{
  bool for_decision =
      pedicle_element_equals (pedicle_reader_get_root (reader), "scope", "decision");
  bool all = use->topics && g_strv_contains ((const char *const *) use->topics, "*");
  int n_things = (use->part != NULL) + (use->topics != NULL) + (use->numbers != NULL);
  if (n_things != 1)
    wrong (reader, element, "<use> names %s: write exactly one of part, topic and numbers",
           n_things > 0 ? "more than one thing" : "nothing");
  if (!use->part && pedicle_element_get (element, "from"))
    wrong (reader, element, "from in <use> goes with part only: remove it");
  if (!use->part && use->optional)
    wrong (reader, element, "optional in <use> goes with part only: remove it");
  if (!use->topics && pedicle_element_get (element, "form"))
    wrong (reader, element, "form in <use> goes with topic only: remove it");
  if (!use->topics)
    return;
  if (!pedicle_element_get (element, "form"))
    wrong (reader, element,
           "<use topic=\"...\"> needs the attribute form: add form=\"short\", \"long\", \"steps\" "
           "or \"compare\"");
  if (use->form == PEDICLE_FORM_COMPARE && !for_decision)
    wrong (reader, element,
           "form=\"compare\" shows all options: use it in a handout with scope=\"decision\" only");
  if (all && use->form != PEDICLE_FORM_COMPARE)
    wrong (reader, element, "topic=\"*\" goes with form=\"compare\" only: name the topics");
  if (use->form != PEDICLE_FORM_COMPARE && g_strv_length (use->topics) != 1)
    wrong (reader, element, "several topics go with form=\"compare\" only: write a <use> for each");
}

/* Without from, in the file itself: a sheet's is that of its option, a decision has no option. */
static char *
read_from (const PedicleReader *reader, const PedicleElement *element)
{
  const char *from = pedicle_element_get (element, "from");
  if (!from && !pedicle_element_get (element, "part"))
    return NULL;
  if (reader->kind == PEDICLE_FILE_DECISION && (!from || strcmp (from, "procedure") == 0))
    return g_strdup ("decision");
  return g_strdup (from ? from : "procedure");
}

PedicleUse *
pedicle_use_read (PedicleReader *reader, const PedicleElement *element)
{
  PedicleUse *use = g_new0 (PedicleUse, 1);
  use->part = pedicle_element_string (element, "part");
  use->from = read_from (reader, element);
  use->topics = pedicle_element_words (element, "topic");
  use->form = pedicle_element_pick (element, "form", forms);
  use->numbers = pedicle_element_string (element, "numbers");
  use->optional = pedicle_element_equals (element, "optional", "yes");
  if (reader->kind == PEDICLE_FILE_HANDOUT)
    check_use (reader, element, use);
  return use;
}

static void
check_field (PedicleReader *reader, const PedicleElement *element, const PedicleField *field)
{
  static const char *const needed[] = { "id", "type", "who", NULL };
  bool has_choices = pedicle_element_child (element, "choice") != NULL;
  for (int i = 0; needed[i]; i++)
    if (!pedicle_element_get (element, needed[i]) && reader->kind == PEDICLE_FILE_HANDOUT)
      wrong (reader, element,
             "<field> needs the attribute %s, or ref with a field of the decision: add one",
             needed[i]);
  if (!pedicle_element_child (element, "label") && reader->kind == PEDICLE_FILE_HANDOUT)
    wrong (reader, element, "<field> needs <label>: add it");
  if (field->type == PEDICLE_FIELD_CHOICE && !has_choices)
    wrong (reader, element, "<field type=\"choice\"> has no <choice>: add at least one");
  if (has_choices && field->type != PEDICLE_FIELD_CHOICE && field->type != PEDICLE_FIELD_PHRASE)
    wrong (reader, element,
           "<field> has a <choice>: write type=\"choice\" or type=\"phrase\", or remove it");
}

PedicleFieldType
pedicle_field_read_type (const PedicleElement *element)
{
  static const char *const types[] = { "text",   "date",   "date-time", "time",   "phone",
                                       "choice", "phrase", "sites",     "number", NULL };
  return pedicle_element_pick (element, "type", types);
}

static void
read_choices (PedicleReader *reader, const PedicleElement *element, PedicleField *field)
{
  field->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_text_unref);
  field->choice_ids = g_ptr_array_new_with_free_func (g_free);
  for_each_child (child, element)
    {
      const char *id = pedicle_element_get (child, "id");
      PedicleText *text =
          id && pedicle_element_is (child, "choice") ? pedicle_reader_text (reader, child) : NULL;
      if (!text)
        continue;
      g_ptr_array_add (field->choices, text);
      g_ptr_array_add (field->choice_ids, g_strdup (id));
    }
}

PedicleField *
pedicle_field_read (PedicleReader *reader, const PedicleElement *element)
{
  static const char *const who[] = { "patient", "clinic", NULL };
  PedicleField *field = pedicle_field_new ();
  const char *id = pedicle_element_get (element, "id");
  field->id = g_strdup (id ? id : "");
  field->type = pedicle_field_read_type (element);
  field->who = pedicle_element_pick (element, "who", who);
  field->required = pedicle_element_equals (element, "required", "final");
  field->for_options = pedicle_element_words (element, "for");
  field->label = pedicle_reader_child_text (reader, element, "label");
  field->hint = pedicle_reader_child_text (reader, element, "hint");
  read_choices (reader, element, field);
  check_field (reader, element, field);
  return field;
}

/* A field of the decision, which the handout's form shows as well. */
static void
read_field_reference (PedicleReader *reader,
                      const PedicleElement *element,
                      const PedicleDecision *decision,
                      GPtrArray *fields)
{
  const char *ref = pedicle_element_get (element, "ref");
  const PedicleField *field = decision ? pedicle_decision_find_field (decision, ref) : NULL;
  if (element->n_attributes > 1 || pedicle_element_first (element))
    wrong (reader, element,
           "<field ref=\"%s\"> holds more than its ref: the decision says the rest, remove it",
           ref);
  if (field)
    g_ptr_array_add (fields, pedicle_field_ref ((PedicleField *) field));
}

static void
read_title (PedicleReader *reader, const PedicleElement *element, GPtrArray *titles)
{
  g_autoptr (PedicleText) text = pedicle_reader_text (reader, element);
  if (!text)
    return;
  PedicleHandoutTitle *title = g_new0 (PedicleHandoutTitle, 1);
  title->for_options = pedicle_element_words (element, "for");
  title->text = g_steal_pointer (&text);
  g_ptr_array_add (titles, title);
}

PedicleHandout *
pedicle_handout_read (PedicleReader *reader, const PedicleDecision *decision)
{
  const PedicleElement *root = pedicle_reader_get_root (reader);
  const PedicleElement *body = pedicle_element_child (root, "body");
  const char *order = pedicle_element_get (root, "order");
  PedicleHandout *handout = pedicle_handout_new ();
  handout->id = g_strdup (reader->id);
  handout->file = g_strdup (reader->file);
  handout->order = order ? atoi (order) : G_MAXINT;
  handout->decision =
      decision ? g_strdup (decision->id) : pedicle_element_string (root, "decision");
  handout->for_decision = pedicle_element_equals (root, "scope", "decision");
  handout->landscape = pedicle_element_equals (root, "orientation", "landscape");
  handout->for_options = pedicle_element_words (root, "for");
  handout->menu = pedicle_reader_child_text (reader, root, "label");
  handout->titles = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_handout_title_free);
  handout->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_field_unref);
  for_each_child (child, root)
    if (pedicle_element_is (child, "title"))
      read_title (reader, child, handout->titles);
    else if (pedicle_element_is (child, "field") && pedicle_element_get (child, "ref"))
      read_field_reference (reader, child, decision, handout->fields);
    else if (pedicle_element_is (child, "field"))
      g_ptr_array_add (handout->fields, pedicle_field_read (reader, child));
  handout->blocks = body ? pedicle_blocks_read (reader, body)
                         : g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_block_unref);
  pedicle_ids_check (reader, root, "field");
  return handout;
}
