/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "read.h"
#include "gallery.h"

#include <string.h>

#define wrong(reader, element, code, ...)                                                          \
  pedicle_reader_error (reader, element, PEDICLE_CONTENT_ERROR_##code, __VA_ARGS__)

static void
read_tested (PedicleReader *reader, const PedicleElement *element, GStrvBuilder *tested)
{
  const char *who = pedicle_element_get (element, "who"),
             *state = pedicle_element_get (element, "state");
  if (!who || !state)
    return;
  if (strcmp (state, "done") == 0 &&
      !(pedicle_element_get (element, "by") && pedicle_element_get (element, "on")))
    wrong (reader, element, STRUCTURE,
           "<tested state=\"done\"> needs by and on: write who tested it and when");
  g_autofree char *pair = g_strconcat (who, "=", state, NULL);
  g_strv_builder_add (tested, pair);
}

static void
read_about (PedicleReader *reader, const PedicleElement *element, PedicleAbout *about)
{
  g_autoptr (GStrvBuilder) tested = g_strv_builder_new ();
  about->version = pedicle_element_string (element, "version");
  about->searched = pedicle_element_date (element, "searched");
  about->review_by = pedicle_element_date (element, "review-by");
  about->reviewed = pedicle_element_equals (element, "reviewed", "yes");
  about->reviewed_by = pedicle_element_string (element, "reviewed-by");
  about->reviewed_on = pedicle_element_date (element, "reviewed-on");
  about->authors = pedicle_reader_child_text (reader, element, "authors");
  about->funding = pedicle_reader_child_text (reader, element, "funding");
  about->updates = pedicle_reader_child_text (reader, element, "updates");
  about->audience = pedicle_reader_child_text (reader, element, "audience");
  about->selection = pedicle_reader_child_text (reader, element, "selection");
  for_each_child (child, element)
    if (pedicle_element_is (child, "tested"))
      read_tested (reader, child, tested);
  about->tested = g_strv_builder_end (tested);
  if (about->reviewed && !(about->reviewed_by && about->reviewed_on))
    wrong (reader, element, STRUCTURE,
           "reviewed=\"yes\" needs reviewed-by and reviewed-on: write who reviewed it and when");
  if (about->searched && about->review_by &&
      g_date_compare (about->review_by, about->searched) <= 0)
    wrong (reader, element, VALUE, "review-by is not after searched: correct one of the two days");
}

static gpointer
read_topic (PedicleReader *reader, const PedicleElement *element)
{
  static const char *const kinds[] = { "neutral", "good", "bad", "experience", NULL };
  const PedicleElement *answer = pedicle_element_child (element, "answer");
  bool is_shared = pedicle_element_equals (element, "scope", "shared");
  PedicleTopic *topic = g_new0 (PedicleTopic, 1);
  topic->id = pedicle_element_string (element, "id");
  topic->kind = pedicle_element_pick (element, "kind", kinds);
  topic->core = pedicle_element_equals (element, "core", "yes");
  topic->asks_values = pedicle_element_equals (element, "asks", "values");
  topic->question = pedicle_reader_child_text (reader, element, "question");
  topic->prompt = pedicle_reader_child_text (reader, element, "prompt");
  topic->shared = answer ? pedicle_answer_read (reader, answer, topic->id) : NULL;
  if (is_shared && !answer)
    wrong (reader, element, STRUCTURE, "the topic \"%s\" is shared and has no answer: add <answer>",
           topic->id ? topic->id : "");
  if (!is_shared && answer)
    wrong (reader, answer, STRUCTURE,
           "the topic \"%s\" is answered by each option: move this answer into their files, or "
           "write scope=\"shared\"",
           topic->id ? topic->id : "");
  return topic;
}

static gpointer
read_value (PedicleReader *reader, const PedicleElement *element)
{
  g_autoptr (GStrvBuilder) bears = g_strv_builder_new ();
  PedicleValue *value = g_new0 (PedicleValue, 1);
  value->id = pedicle_element_string (element, "id");
  value->statement = pedicle_reader_child_text (reader, element, "statement");
  for_each_child (child, element)
    if (pedicle_element_is (child, "bears") && pedicle_element_get (child, "topic"))
      g_strv_builder_add (bears, pedicle_element_get (child, "topic"));
  value->bears = g_strv_builder_end (bears);
  return value;
}

static gpointer
read_term (PedicleReader *reader, const PedicleElement *element)
{
  PedicleTerm *term = g_new0 (PedicleTerm, 1);
  term->id = pedicle_element_string (element, "id");
  term->word = pedicle_reader_child_text (reader, element, "word");
  term->meaning = pedicle_reader_child_text (reader, element, "meaning");
  return term;
}

static gpointer
read_site (PedicleReader *reader, const PedicleElement *element)
{
  PedicleSite *site = g_new0 (PedicleSite, 1);
  site->id = pedicle_element_string (element, "id");
  site->part = pedicle_element_string (element, "part");
  site->broken = pedicle_element_string (element, "broken");
  site->word = pedicle_reader_child_text (reader, element, "word");
  return site;
}

static void
check_site (PedicleReader *reader,
            const PedicleElement *element,
            const char *picture,
            GHashTable *ids)
{
  static const char *const attributes[] = { "part", "broken" };
  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *id = pedicle_element_get (element, attributes[i]);
      if (id && !g_hash_table_contains (ids, id))
        pedicle_reader_report (
            reader, PEDICLE_SEVERITY_ERROR, element, PEDICLE_CONTENT_ERROR_REFERENCE,
            "%s=\"%s\" in <site>: the picture \"%s\" has no element with this id; correct it, or "
            "add it to the picture",
            attributes[i], id, picture);
    }
}

/* Gives every child called @name to @read. */
static GPtrArray *
read_all (PedicleReader *reader,
          const PedicleElement *parent,
          const char *name,
          gpointer (*read) (PedicleReader *, const PedicleElement *),
          GDestroyNotify free_one)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_one);
  if (!parent)
    return list;
  for_each_child (child, parent)
    if (pedicle_element_is (child, name))
      g_ptr_array_add (list, read (reader, child));
  pedicle_ids_check (reader, parent, name);
  return list;
}

static void
read_sites (PedicleReader *reader, const PedicleElement *element, PedicleDecision *decision)
{
  const char *picture = element ? pedicle_element_get (element, "picture") : NULL;
  GHashTable *ids = NULL;
  decision->sites =
      read_all (reader, element, "site", read_site, (GDestroyNotify) pedicle_site_free);
  decision->sites_picture =
      picture ? pedicle_gallery_get_figure (reader, element, picture, &ids) : NULL;
  if (!decision->sites_picture)
    return;
  decision->sites_picture->id = g_strdup ("sites");
  g_free (decision->sites_picture->key);
  decision->sites_picture->key = g_strconcat (decision->id, "/@sites", NULL); /* no id has an @ */
  decision->sites_picture->alt = pedicle_reader_child_text (reader, element, "alt");
  for_each_child (child, element)
    if (ids && pedicle_element_is (child, "site"))
      check_site (reader, child, decision->sites_picture->src, ids);
}

static gpointer
read_field (PedicleReader *reader, const PedicleElement *element)
{
  if (pedicle_element_equals (element, "type", "sites") &&
      !pedicle_element_child (element->parent, "sites"))
    wrong (reader, element, STRUCTURE,
           "<field type=\"sites\"> needs <sites> with a picture: add it to the decision");
  return pedicle_field_read (reader, element);
}

static gpointer
read_numbers (PedicleReader *reader, const PedicleElement *element)
{
  return pedicle_numbers_read (reader, element);
}

static char **
read_options (PedicleReader *reader, const PedicleElement *root)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for_each_child (child, root)
    {
      const char *ref =
          pedicle_element_is (child, "option") ? pedicle_element_get (child, "ref") : NULL;
      if (ref && g_hash_table_add (seen, (gpointer) ref))
        g_strv_builder_add (builder, ref);
      else if (ref)
        wrong (reader, child, REFERENCE, "the option \"%s\" stands twice: keep one", ref);
    }
  return g_strv_builder_end (builder);
}

PedicleDecision *
pedicle_decision_read (PedicleReader *reader)
{
  const PedicleElement *root = pedicle_reader_get_root (reader);
  const PedicleElement *about = pedicle_element_child (root, "about");
  PedicleDecision *decision = pedicle_decision_new ();
  decision->id = g_strdup (reader->id);
  decision->file = g_strdup (reader->file);
  if (about)
    read_about (reader, about, &decision->about);
  decision->title = pedicle_reader_child_text (reader, root, "title");
  decision->condition = pedicle_reader_child_text (reader, root, "condition");
  decision->choice = pedicle_reader_child_text (reader, root, "choice-question");
  decision->options = read_options (reader, root);
  decision->fields =
      read_all (reader, root, "field", read_field, (GDestroyNotify) pedicle_field_unref);
  decision->topics =
      read_all (reader, root, "topic", read_topic, (GDestroyNotify) pedicle_topic_free);
  decision->numbers =
      read_all (reader, root, "numbers", read_numbers, (GDestroyNotify) pedicle_numbers_unref);
  decision->values =
      read_all (reader, root, "value", read_value, (GDestroyNotify) pedicle_value_free);
  decision->terms = read_all (reader, pedicle_element_child (root, "glossary"), "term", read_term,
                              (GDestroyNotify) pedicle_term_free);
  decision->parts = pedicle_parts_read (reader);
  read_sites (reader, pedicle_element_child (root, "sites"), decision);
  return decision;
}
