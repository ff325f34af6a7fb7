/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "link.h"
#include "read.h"

#include <string.h>

#define report(file, element, code, ...)                                                           \
  pedicle_reader_report (file, PEDICLE_SEVERITY_ERROR, element, PEDICLE_CONTENT_ERROR_##code,      \
                         __VA_ARGS__)

typedef struct
{
  const PedicleIndex *index;
  PedicleReader *handout;
  PedicleReader *decision;
  bool for_decision;
  char **options;     /* those of the handout that the decision has */
  GHashTable *used;   /* a set of parts */
  GHashTable *missed; /* the files with errors that it uses */
  bool has_all;       /* its <use topic="*"> was looked at */
} Link;

static bool
is_for (const PedicleElement *element, const char *option)
{
  g_auto (GStrv) words = pedicle_element_words (element, "for");
  return !words || g_strv_contains ((const char *const *) words, option);
}

static char **
list_options (const PedicleElement *handout, const PedicleElement *decision)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for_each_child (child, decision)
    {
      const char *ref =
          pedicle_element_is (child, "option") ? pedicle_element_get (child, "ref") : NULL;
      if (ref && is_for (handout, ref))
        g_strv_builder_add (builder, ref);
    }
  return g_strv_builder_end (builder);
}

/* Titles */

static void
link_title (Link *link, const char *option)
{
  const PedicleElement *root = pedicle_reader_get_root (link->handout), *first = NULL;
  bool found_two = false;
  for_each_child (child, root)
    {
      if (!pedicle_element_is (child, "title") || (option && !is_for (child, option)))
        continue;
      if (first && !found_two)
        report (link->handout, child, STRUCTURE,
                "two titles fit %s%s%s, this one and that of line %d: keep one for each option",
                option ? "the option \"" : "a handout for all options", option ? option : "",
                option ? "\"" : "", first->line);
      found_two = first != NULL;
      first = first ? first : child;
    }
  if (!first && option)
    report (link->handout, root, STRUCTURE,
            "no title fits the option \"%s\": add <title for=\"%s\">", option, option);
}

/* Uses */

/* Whether the use, and all that stands around it, is there for @option. */
static bool
stands_for (const PedicleElement *use, const char *option)
{
  for (const PedicleElement *outer = use; outer->parent; outer = outer->parent)
    if (!is_for (outer, option))
      return false;
  return true;
}

static const PedicleElement *
find_condition (const PedicleElement *use)
{
  for (const PedicleElement *outer = use; outer; outer = outer->parent)
    if (pedicle_element_get (outer, "when") || pedicle_element_get (outer, "unless"))
      return outer;
  return NULL;
}

/* The fields that the part's text names must be fields of this handout. Told of the first use. */
static void
link_needs (Link *link,
            const PedicleElement *use,
            const PedicleReader *file,
            const PedicleElement *part)
{
  const GPtrArray *needs = pedicle_index_get_needs (link->index, file, part);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_add (link->used, (gpointer) part))
    return;
  for (guint i = 0; needs && i < needs->len; i++)
    {
      const char *field = needs->pdata[i];
      bool declared;
      pedicle_index_find_field (link->index, link->handout, field, &declared);
      if (!declared && g_hash_table_add (told, (gpointer) field))
        report (link->handout, use, REFERENCE,
                "the part \"%s\" of \"%s\" asks for the field \"%s\": declare it in this handout "
                "with <field>",
                pedicle_element_get (part, "id"), file->id, field);
    }
}

static void
link_found_part (Link *link,
                 const PedicleElement *use,
                 const PedicleReader *file,
                 const PedicleElement *part)
{
  const PedicleElement *condition = find_condition (use);
  if (condition && g_hash_table_contains (file->warned, part))
    report (link->handout, use, STRUCTURE,
            "the part \"%s\" holds a warning, and <%s> of line %d depends on a field: move it out, "
            "a warning always shows",
            pedicle_element_get (part, "id"), condition->name, condition->line);
  link_needs (link, use, file, part);
}

/* A handout that uses text of a file with errors cannot be printed whole; said once for each file. */
static void
miss (Link *link, const PedicleElement *use, const PedicleReader *file)
{
  link->handout->incomplete = true;
  if (file->n_errors == 0 || !g_hash_table_add (link->missed, (gpointer)file))
    return; /* what took the file away was reported */
  pedicle_reader_report (
      link->handout, PEDICLE_SEVERITY_WARNING, use, PEDICLE_CONTENT_ERROR_REFERENCE,
      "the handout is left out, because %s has errors: correct them first", file->file);
}

static void
link_part_of (Link *link, const PedicleElement *use, const PedicleReader *file, const char *whose)
{
  const char *id = pedicle_element_get (use, "part");
  const PedicleElement *part =
      pedicle_index_find_child (link->index, pedicle_reader_get_root (file), "part", id);
  if (part)
    link_found_part (link, use, file, part);
  if (part && pedicle_reader_is_out (file))
    miss (link, use, file);
  if (part || pedicle_element_equals (use, "optional", "yes"))
    return;
  link->handout->incomplete = true;
  report (link->handout, use, REFERENCE,
          "%s \"%s\" has no part \"%s\": add it there, correct this, or write optional=\"yes\"",
          whose, file->id, id);
}

static void
link_option_part (Link *link, const PedicleElement *use, const char *option)
{
  const PedicleReader *file =
      pedicle_loader_find (link->index->loader, PEDICLE_FILE_PROCEDURE, option);
  /* An option with errors is left out, and with it its sheet. */
  if (file && !pedicle_reader_is_out (file) && stands_for (use, option))
    link_part_of (link, use, file, "the option");
}

static void
link_shared_part (Link *link, const PedicleElement *use)
{
  const char *id = pedicle_element_get (use, "part");
  const PedicleReader *file = g_hash_table_lookup (link->index->shared_parts, id);
  if (file)
    link_part_of (link, use, file, "the file");
  if (file || pedicle_element_equals (use, "optional", "yes"))
    return;
  link->handout->incomplete = true;
  if (!link->index->loader->unread[PEDICLE_FILE_PHRASES])
    report (link->handout, use, REFERENCE,
            "the phrases have no part \"%s\": add it there, or correct this", id);
}

static void
link_named_part (Link *link, const PedicleElement *use, const char *from)
{
  const PedicleReader *file =
      pedicle_loader_find (link->index->loader, PEDICLE_FILE_PROCEDURE, from);
  if (file && g_hash_table_contains (link->index->options, from))
    {
      link_part_of (link, use, file, "the option");
      return;
    }
  link->handout->incomplete = true;
  if (!link->index->loader->unread[PEDICLE_FILE_PROCEDURE])
    report (
        link->handout, use, REFERENCE,
        "from=\"%s\" names no option: write procedure, phrases, decision or the id of an option",
        from);
}

static void
link_part (Link *link, const PedicleElement *use)
{
  const char *from = pedicle_element_get (use, "from");
  if (!from && link->for_decision)
    report (link->handout, use, STRUCTURE,
            "a handout for all options has no option of its own: write from=\"phrases\", "
            "from=\"decision\" or the id of an option");
  else if (!from || strcmp (from, "procedure") == 0)
    for (char **option = link->options; *option; option++)
      link_option_part (link, use, *option);
  else if (strcmp (from, "phrases") == 0)
    link_shared_part (link, use);
  else if (strcmp (from, "decision") == 0)
    link_part_of (link, use, link->decision, "the decision");
  else
    link_named_part (link, use, from);
}

/* Whether the long form of @answer, of @file, holds a warning, in a part that it uses too. */
static bool
warns (const PedicleIndex *index, PedicleReader *file, const PedicleElement *answer)
{
  const PedicleElement *longer = pedicle_element_child (answer, "long");
  if (!longer || g_hash_table_contains (file->warned, longer))
    return longer != NULL;
  for_each_child (child, longer)
    {
      PedicleReader *holder;
      const PedicleElement *part = pedicle_element_is (child, "use")
                                       ? pedicle_index_find_part (index, file, child, &holder)
                                       : NULL;
      if (part && g_hash_table_contains (holder->warned, part))
        return true;
    }
  return false;
}

/* An empty place where a harm should stand reads as if there were none. */
static void
miss_answer (Link *link, const PedicleElement *use, const char *option, const char *topic)
{
  link->handout->incomplete = true;
  pedicle_reader_report (link->handout, PEDICLE_SEVERITY_WARNING, use,
                         PEDICLE_CONTENT_ERROR_REFERENCE,
                         "the handout is left out, because the option \"%s\" does not answer the "
                         "topic \"%s\": add the answer there",
                         option, topic);
}

static void
link_answer (Link *link,
             const PedicleElement *use,
             PedicleReader *file,
             const PedicleElement *answer,
             const char *topic)
{
  const PedicleElement *condition = find_condition (use);
  if (condition && pedicle_element_equals (use, "form", "long") &&
      warns (link->index, file, answer))
    report (link->handout, use, STRUCTURE,
            "the answer on \"%s\" holds a warning, and <%s> of line %d depends on a field: move it "
            "out, a warning always shows",
            topic, condition->name, condition->line);
}

static void
link_topic (Link *link, const PedicleElement *use, const PedicleElement *topic)
{
  const char *id = pedicle_element_get (topic, "id");
  const PedicleElement *shared = pedicle_element_child (topic, "answer");
  if (shared)
    link_answer (link, use, link->decision, shared, id);
  for (char **option = link->options; *option && !shared; option++)
    {
      PedicleReader *file =
          pedicle_loader_find (link->index->loader, PEDICLE_FILE_PROCEDURE, *option);
      const PedicleElement *answer =
          file ? pedicle_index_find_answer (link->index, file, id) : NULL;
      if (!file || pedicle_reader_is_out (file) || !stands_for (use, *option))
        continue;
      if (answer)
        link_answer (link, use, file, answer, id);
      else
        miss_answer (link, use, *option, id);
    }
}

/* All topics, once for the handout. */
static void
link_all_topics (Link *link, const PedicleElement *use)
{
  if (link->has_all)
    return;
  link->has_all = true;
  for_each_child (topic, pedicle_reader_get_root (link->decision))
    if (pedicle_element_is (topic, "topic") && pedicle_element_get (topic, "id"))
      link_topic (link, use, topic);
}

static void
link_topics (Link *link, const PedicleElement *use)
{
  g_auto (GStrv) topics = pedicle_element_words (use, "topic");
  for (char **id = topics; *id; id++)
    {
      const PedicleElement *topic = pedicle_index_find_child (
          link->index, pedicle_reader_get_root (link->decision), "topic", *id);
      if (strcmp (*id, "*") == 0)
        link_all_topics (link, use);
      else if (topic)
        link_topic (link, use, topic);
      else
        {
          link->handout->incomplete = true;
          report (link->handout, use, REFERENCE,
                  "no topic has the id \"%s\": correct it, or add it to the decision", *id);
        }
    }
}

/* A set that speaks of an option which is left out is left out itself. */
static void
link_numbers (Link *link, const PedicleElement *use)
{
  const char *id = pedicle_element_get (use, "numbers");
  const PedicleElement *numbers = pedicle_index_find_child (
      link->index, pedicle_reader_get_root (link->decision), "numbers", id);
  if (!numbers)
    {
      link->handout->incomplete = true;
      report (link->handout, use, REFERENCE,
              "the decision has no numbers \"%s\": correct it, or add them", id);
      return;
    }
  for_each_child (child, numbers)
    {
      const char *option = pedicle_element_get (child, "option");
      const PedicleReader *file =
          pedicle_loader_find (link->index->loader, PEDICLE_FILE_PROCEDURE, option);
      if (file && pedicle_reader_is_out (file))
        {
          miss (link, use, file);
          return;
        }
      if (option && !file)
        link->handout->incomplete = true;
    }
}

static void
link_uses (Link *link, const PedicleElement *element)
{
  for_each_child (child, element)
    {
      if (!pedicle_element_is (child, "use"))
        link_uses (link, child);
      else if (pedicle_element_get (child, "part"))
        link_part (link, child);
      else if (pedicle_element_get (child, "topic"))
        link_topics (link, child);
      else if (pedicle_element_get (child, "numbers"))
        link_numbers (link, child);
    }
}

void
pedicle_link_handout (const PedicleIndex *index, PedicleReader *handout)
{
  const PedicleElement *root = pedicle_reader_get_root (handout);
  PedicleReader *decision = pedicle_loader_get_decision (index->loader, handout);
  bool for_decision = pedicle_element_equals (root, "scope", "decision");
  if (!decision && !pedicle_element_get (root, "decision") &&
      !index->loader->unread[PEDICLE_FILE_DECISION])
    report (handout, root, STRUCTURE,
            "there is more than one decision: write decision=\"...\" with the id of one");
  if (!decision || pedicle_reader_is_out (decision))
    handout->incomplete = true;
  if (!decision)
    return;
  g_auto (GStrv) options = list_options (root, pedicle_reader_get_root (decision));
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) missed = g_hash_table_new (NULL, NULL);
  Link link = { index, handout, decision, for_decision, options, used, missed, false };
  if (for_decision)
    link_title (&link, NULL);
  for (char **option = options; *option && !for_decision; option++)
    link_title (&link, *option);
  link_uses (&link, root);
}

/* The local layer */

static void
check_plain_value (const PedicleReader *layer,
                   const PedicleElement *element,
                   const PedicleField *field)
{
  g_autofree char *value = pedicle_element_plain (element);
  g_autoptr (GError) error = NULL;
  if (!pedicle_field_check (field, value, NULL, &error))
    report (layer, element, VALUE, "%s", error->message);
}

static void
check_value (const PedicleIndex *index,
             const PedicleElement *element,
             const PedicleElement *declaration)
{
  const PedicleReader *layer = index->loader->layer;
  g_autoptr (PedicleField) field = pedicle_field_new ();
  g_autofree char *value = pedicle_element_plain (element);
  field->id = pedicle_element_string (declaration, "id");
  field->type = pedicle_field_read_type (declaration);
  if (field->type != PEDICLE_FIELD_CHOICE)
    check_plain_value (layer, element, field);
  else if (!pedicle_index_find_child (index, declaration, "choice", value))
    report (layer, element, REFERENCE,
            "the field \"%s\" has no choice \"%s\": name one of its choices", field->id, value);
}

static void
link_value (const PedicleIndex *index, const PedicleElement *element)
{
  const PedicleReader *layer = index->loader->layer;
  const char *id = pedicle_element_get (element, "field");
  g_autoptr (PedicleField) standard = id ? pedicle_field_new_standard (id) : NULL;
  bool declared;
  const PedicleElement *field = id ? pedicle_index_find_field (index, layer, id, &declared) : NULL;
  if (id && !declared && !pedicle_loader_lacks_any (index->loader))
    report (layer, element, REFERENCE,
            "no field has the id \"%s\": correct it, or declare it in a handout", id);
  if (field && !pedicle_element_equals (field, "who", "clinic"))
    report (
        layer, element, STRUCTURE,
        "the field \"%s\" is about the patient: only fields with who=\"clinic\" have a value here",
        id);
  else if (field)
    check_value (index, element, field);
  else if (standard)
    check_plain_value (layer, element, standard);
}

static void
link_limit (const PedicleIndex *index, const PedicleElement *element)
{
  static const char *const names[] = { "field", "after" };
  const PedicleReader *layer = index->loader->layer;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *id = pedicle_element_get (element, names[i]);
      bool declared;
      const PedicleElement *field =
          id ? pedicle_index_find_field (index, layer, id, &declared) : NULL;
      if (id && !field && !pedicle_loader_lacks_any (index->loader))
        report (layer, element, REFERENCE, "%s=\"%s\": no field has this id; correct it", names[i],
                id);
      if (field && !pedicle_element_equals (field, "type", "date"))
        report (layer, element, REFERENCE,
                "%s=\"%s\": this field is no date; name a field with type=\"date\"", names[i], id);
    }
}

static void
link_review (const PedicleIndex *index, const PedicleElement *element)
{
  const PedicleReader *layer = index->loader->layer;
  const char *of = pedicle_element_get (element, "of"),
             *digest = pedicle_element_get (element, "digest");
  const PedicleReader *file = of ? g_hash_table_lookup (index->loader->by_id, of) : NULL;
  if (of && !file && !pedicle_loader_lacks_any (index->loader))
    report (layer, element, REFERENCE,
            "no file has the id \"%s\": correct it, or remove the review", of);
  if (file && file->digest && digest && strcmp (file->digest, digest) != 0)
    pedicle_reader_report (layer, PEDICLE_SEVERITY_WARNING, element, PEDICLE_CONTENT_ERROR_CONFLICT,
                           "conflict: \"%s\" has changed since it was reviewed here: review it "
                           "again, then write digest=\"%s\"",
                           of, file->digest);
}

static void
hold_reviews (const PedicleIndex *index)
{
  GPtrArray *reviews = index->loader->overlay ? index->loader->overlay->reviews : NULL;
  for (guint i = 0; reviews && i < reviews->len; i++)
    {
      PedicleSignOff *sign_off = reviews->pdata[i];
      const PedicleReader *file = g_hash_table_lookup (index->loader->by_id, sign_off->of);
      sign_off->holds =
          file && file->digest && g_strcmp0 (sign_off->digest, file->digest) == 0;
    }
}

void
pedicle_link_layer (const PedicleIndex *index)
{
  const PedicleElement *root = pedicle_reader_get_root (index->loader->layer);
  const PedicleElement *clinic = pedicle_element_child (root, "clinic");
  for (const PedicleElement *child = clinic ? pedicle_element_first (clinic) : NULL; child;
       child = pedicle_element_next (child))
    {
      if (pedicle_element_is (child, "value"))
        link_value (index, child);
      else if (pedicle_element_is (child, "limit"))
        link_limit (index, child);
    }
  for_each_child (child, root)
    if (pedicle_element_is (child, "review"))
      link_review (index, child);
  hold_reviews (index);
}
