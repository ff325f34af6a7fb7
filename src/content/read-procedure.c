/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "read.h"

#include <string.h>

#define wrong(reader, element, ...)                                                                \
  pedicle_reader_error (reader, element, PEDICLE_CONTENT_ERROR_STRUCTURE, __VA_ARGS__)

void
pedicle_ids_check (PedicleReader *reader, const PedicleElement *parent, const char *name)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for_each_child (child, parent)
    {
      const char *id = pedicle_element_is (child, name) ? pedicle_element_get (child, "id") : NULL;
      const PedicleElement *first = id ? g_hash_table_lookup (seen, id) : NULL;
      if (first)
        pedicle_reader_error (
            reader, child, PEDICLE_CONTENT_ERROR_REFERENCE,
            "the %s \"%s\" stands at line %d, column %d already: give one of the two another id",
            name, id, first->line, first->column);
      else if (id)
        g_hash_table_insert (seen, (gpointer) id, (gpointer) child);
    }
}

PedicleAnswer *
pedicle_answer_read (PedicleReader *reader, const PedicleElement *element, const char *topic)
{
  const PedicleElement *longer = pedicle_element_child (element, "long");
  const PedicleElement *steps = pedicle_element_child (element, "steps");
  bool has_short = pedicle_element_child (element, "short") != NULL;
  PedicleAnswer *answer = g_new0 (PedicleAnswer, 1);
  answer->topic = g_strdup (topic ? topic : "");
  answer->brief = pedicle_reader_child_text (reader, element, "short");
  answer->unknown = pedicle_reader_child_text (reader, element, "unknown");
  answer->blocks = longer ? pedicle_blocks_read (reader, longer) : NULL;
  answer->steps = steps ? pedicle_block_read (reader, steps) : NULL;
  answer->cites = pedicle_element_cites (element);
  if (!has_short && !pedicle_element_child (element, "unknown"))
    wrong (reader, element, "<answer> on \"%s\" has neither <short> nor <unknown>: add one",
           answer->topic);
  if (!answer->cites[0] && (has_short || longer || steps))
    wrong (reader, element, "<answer> on \"%s\" names no source: add <cite ref=\"...\"/>",
           answer->topic);
  return answer;
}

PediclePart *
pedicle_part_read (PedicleReader *reader, const PedicleElement *element)
{
  PediclePart *part = g_new0 (PediclePart, 1);
  part->id = g_strdup (pedicle_element_get (element, "id"));
  if (!part->id)
    part->id = g_strdup ("");
  part->blocks = pedicle_blocks_read (reader, element);
  part->cites = pedicle_element_cites (element);
  return part;
}

GPtrArray *
pedicle_parts_read (PedicleReader *reader)
{
  const PedicleElement *root = pedicle_reader_get_root (reader);
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_part_free);
  for_each_child (child, root)
    if (pedicle_element_is (child, "part"))
      g_ptr_array_add (parts, pedicle_part_read (reader, child));
  pedicle_ids_check (reader, root, "part");
  return parts;
}

static void
read_answers (PedicleReader *reader, PedicleProcedure *procedure)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for_each_child (child, pedicle_reader_get_root (reader))
    {
      if (!pedicle_element_is (child, "answer"))
        continue;
      const char *topic = pedicle_element_get (child, "topic");
      const PedicleElement *first = topic ? g_hash_table_lookup (seen, topic) : NULL;
      if (first)
        pedicle_reader_error (
            reader, child, PEDICLE_CONTENT_ERROR_REFERENCE,
            "the topic \"%s\" is answered at line %d already: make one answer of the two", topic,
            first->line);
      else if (topic)
        g_hash_table_insert (seen, (gpointer) topic, (gpointer) child);
      g_ptr_array_add (procedure->answers, pedicle_answer_read (reader, child, topic));
    }
}

PedicleProcedure *
pedicle_procedure_read (PedicleReader *reader)
{
  const PedicleElement *root = pedicle_reader_get_root (reader);
  PedicleProcedure *procedure = pedicle_procedure_new ();
  procedure->id = g_strdup (reader->id);
  procedure->file = g_strdup (reader->file);
  procedure->title = pedicle_reader_child_text (reader, root, "title");
  procedure->summary = pedicle_reader_child_text (reader, root, "summary");
  procedure->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_answer_free);
  read_answers (reader, procedure);
  procedure->parts = pedicle_parts_read (reader);
  return procedure;
}

static char **
read_identifiers (const PedicleElement *element)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for_each_child (child, element)
    if (pedicle_element_is (child, "identifier") && pedicle_element_get (child, "system"))
      {
        g_autofree char *plain = pedicle_element_plain (child);
        g_autofree char *identifier =
            g_strconcat (pedicle_element_get (child, "system"), ":", plain, NULL);
        g_strv_builder_add (builder, identifier);
      }
  return g_strv_builder_end (builder);
}

static char *
read_plain (const PedicleElement *element, const char *name)
{
  const PedicleElement *child = pedicle_element_child (element, name);
  return child ? pedicle_element_plain (child) : NULL;
}

GPtrArray *
pedicle_sources_read (PedicleReader *reader)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_source_free);
  pedicle_ids_check (reader, pedicle_reader_get_root (reader), "source");
  for_each_child (child, pedicle_reader_get_root (reader))
    {
      if (!pedicle_element_is (child, "source"))
        continue;
      PedicleSource *source = g_new0 (PedicleSource, 1);
      source->id = pedicle_element_string (child, "id");
      source->kind = pedicle_element_string (child, "kind");
      source->year = (int) pedicle_element_number (child, "year");
      source->seen = pedicle_element_string (child, "seen");
      source->authors = read_plain (child, "authors");
      source->published = read_plain (child, "published");
      source->where = read_plain (child, "where");
      source->paid_by = read_plain (child, "paid-by");
      source->identifiers = read_identifiers (child);
      g_ptr_array_add (sources, source);
    }
  return sources;
}

PediclePhrases *
pedicle_phrases_read (PedicleReader *reader)
{
  PediclePhrases *phrases = pedicle_phrases_new ();
  phrases->id = g_strdup (reader->id);
  phrases->file = g_strdup (reader->file);
  for_each_child (child, pedicle_reader_get_root (reader))
    {
      PedicleText *text =
          pedicle_element_is (child, "phrase") ? pedicle_reader_text (reader, child) : NULL;
      if (text)
        g_hash_table_insert (phrases->phrases, pedicle_element_string (child, "id"), text);
    }
  phrases->parts = pedicle_parts_read (reader);
  return phrases;
}
