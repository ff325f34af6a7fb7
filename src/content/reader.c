/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"
#include "changes.h"
#include "folder.h"
#include "leaf.h"

#include <string.h>

static const char *const root_names[PEDICLE_N_FILE_KINDS + 1] = {
  "overlay", "sources", "phrases", "decision", "procedure", "handout", NULL
};

static void
report (const PedicleReader *reader,
        PedicleSeverity severity,
        const PedicleElement *element,
        PedicleContentError code,
        const char *message,
        va_list arguments)
{
  g_autofree char *sentence = g_strdup_vprintf (message, arguments);
  pedicle_problems_add (reader->problems, severity, code, reader->file, element->line,
                        element->column, "%s", sentence);
}

void
pedicle_reader_error (PedicleReader *reader,
                      const PedicleElement *element,
                      PedicleContentError code,
                      const char *message,
                      ...)
{
  va_list arguments;
  va_start (arguments, message);
  report (reader, PEDICLE_SEVERITY_ERROR, element, code, message, arguments);
  va_end (arguments);
  reader->n_errors++;
}

void
pedicle_reader_report (const PedicleReader *reader,
                       PedicleSeverity severity,
                       const PedicleElement *element,
                       PedicleContentError code,
                       const char *message,
                       ...)
{
  va_list arguments;
  va_start (arguments, message);
  report (reader, severity, element, code, message, arguments);
  va_end (arguments);
}

const PedicleElement *
pedicle_reader_get_root (const PedicleReader *reader)
{
  return pedicle_xml_get_root (reader->xml);
}

PedicleReader *
pedicle_reader_new (const char *folder, const char *relative, PedicleProblems *problems)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_build_filename (folder, relative, NULL);
  g_autoptr (GBytes) bytes = pedicle_folder_read (folder, relative, &error);
  if (!bytes)
    {
      pedicle_problems_add (problems, PEDICLE_SEVERITY_ERROR, PEDICLE_CONTENT_ERROR_FILE, file, 0,
                            0, "%s", error->message);
      return NULL;
    }
  g_autoptr (PedicleXml) xml = pedicle_xml_parse (bytes, file, problems);
  if (!xml)
    return NULL;
  const PedicleElement *root = pedicle_xml_get_root (xml);
  if (!g_strv_contains (root_names, root->name))
    {
      pedicle_problems_add (
          problems, PEDICLE_SEVERITY_ERROR, PEDICLE_CONTENT_ERROR_STRUCTURE, file, root->line,
          root->column,
          "<%s> is no content file: the outermost element is one of decision, procedure, sources, "
          "phrases, handout, overlay",
          root->name);
      return NULL;
    }
  PedicleReader *reader = g_new0 (PedicleReader, 1);
  while (strcmp (root_names[reader->kind], root->name) != 0)
    reader->kind++;
  reader->problems = problems;
  reader->folder = g_strdup (folder);
  reader->file = g_steal_pointer (&file);
  reader->id = g_strdup (pedicle_element_get (root, "id"));
  reader->bytes = g_steal_pointer (&bytes);
  reader->xml = g_steal_pointer (&xml);
  reader->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_text_unref);
  reader->leaves = g_hash_table_new (NULL, NULL);
  reader->warned = g_hash_table_new (NULL, NULL);
  reader->kept = g_hash_table_new (NULL, NULL);
  reader->ids = g_hash_table_new (g_str_hash, g_str_equal);
  reader->references = g_array_new (FALSE, FALSE, sizeof (PedicleReference));
  reader->strings = g_string_chunk_new (256);
  return reader;
}

void
pedicle_reader_free (PedicleReader *reader)
{
  if (!reader)
    return;
  g_free (reader->folder);
  g_free (reader->file);
  g_free (reader->id);
  g_free (reader->digest);
  g_bytes_unref (reader->bytes);
  pedicle_xml_free (reader->xml);
  g_ptr_array_unref (reader->texts);
  g_hash_table_unref (reader->leaves);
  g_hash_table_unref (reader->warned);
  g_hash_table_unref (reader->kept);
  g_hash_table_unref (reader->ids);
  g_array_unref (reader->references);
  g_string_chunk_free (reader->strings);
  g_free (reader);
}

void
pedicle_reader_add_reference (PedicleReader *reader,
                              PedicleNames names,
                              const char *value,
                              const PedicleElement *element)
{
  PedicleReference reference = { names, g_string_chunk_insert (reader->strings, value), element };
  g_array_append_val (reader->references, reference);
}

static void
check_words (PedicleReader *reader,
             const PedicleElement *element,
             const PedicleShapeAttribute *shape,
             const char *value)
{
  if (g_strv_contains (shape->words, value))
    return;
  g_autofree char *words = g_strjoinv (", ", (char **) shape->words);
  pedicle_reader_error (reader, element, PEDICLE_CONTENT_ERROR_VALUE,
                        "%s=\"%s\" in <%s>: write %s%s", shape->name, value, element->name,
                        shape->words[1] ? "one of " : "", words);
}

static void
add_id (PedicleReader *reader, const PedicleElement *element, const char *id)
{
  const PedicleElement *first = g_hash_table_lookup (reader->ids, id);
  if (first)
    pedicle_reader_error (
        reader, element, PEDICLE_CONTENT_ERROR_REFERENCE,
        "the id \"%s\" stands at line %d, column %d already: give one of the two another id", id,
        first->line, first->column);
  else
    g_hash_table_insert (reader->ids, (gpointer) id, (gpointer) element);
}

static void
check_value (PedicleReader *reader,
             const PedicleElement *element,
             const PedicleShapeAttribute *shape,
             const char *value)
{
  const PedicleAttributeKind *kind = shape->kind;
  g_auto (GStrv) words = kind->list ? g_strsplit_set (value, " \t\r\n", -1) : NULL;
  const char *const single[] = { value, NULL };
  bool some = !kind->list;
  for (const char *const *word = kind->list ? (const char *const *) words : single; *word; word++)
    {
      if (kind->list && **word == '\0')
        continue;
      some = true;
      if (!kind->check (*word))
        pedicle_reader_error (reader, element, PEDICLE_CONTENT_ERROR_VALUE,
                              "%s=\"%s\" in <%s>: write %s", shape->name, *word, element->name,
                              kind->expected);
      else if (kind->names != PEDICLE_NAMES_NOTHING)
        pedicle_reader_add_reference (reader, kind->names, *word, element);
      else if (kind->id == PEDICLE_ID_OF_LEAF)
        add_id (reader, element, value);
    }
  if (!some)
    pedicle_reader_error (reader, element, PEDICLE_CONTENT_ERROR_VALUE,
                          "%s in <%s> is empty: write %s, or remove it", shape->name, element->name,
                          kind->expected);
}

static void
report_unknown_attribute (PedicleReader *reader,
                          const PedicleElement *element,
                          const PedicleShape *shape,
                          const char *name)
{
  static const char *const conditions[] = { "when", "unless", "is", NULL };
  g_autofree char *allowed = pedicle_shape_list_attributes (shape);
  if (pedicle_element_within (element, "warning") && g_strv_contains (conditions, name))
    pedicle_reader_error (
        reader, element, PEDICLE_CONTENT_ERROR_STRUCTURE,
        "%s in <%s>: a warning depends on no field, remove the attribute; allowed here: %s", name,
        element->name, allowed);
  else
    pedicle_reader_error (reader, element, PEDICLE_CONTENT_ERROR_STRUCTURE,
                          "unknown attribute %s in <%s>; allowed here: %s", name, element->name,
                          allowed);
}

static void
walk_attributes (PedicleReader *reader, const PedicleElement *element, const PedicleShape *shape)
{
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const PedicleAttribute *attribute = &element->attributes[i];
      const PedicleShapeAttribute *known = pedicle_shape_get_attribute (shape, attribute->name);
      if (!known)
        report_unknown_attribute (reader, element, shape, attribute->name);
      else if (known->words)
        check_words (reader, element, known, attribute->value);
      else
        check_value (reader, element, known, attribute->value);
    }
  for (guint i = 0; i < shape->n_attributes; i++)
    if (shape->attributes[i].required && !pedicle_element_get (element, shape->attributes[i].name))
      pedicle_reader_error (reader, element, PEDICLE_CONTENT_ERROR_STRUCTURE,
                            "<%s> needs the attribute %s: add %s=\"...\"", element->name,
                            shape->attributes[i].name, shape->attributes[i].name);
}

static void
walk_leaf (PedicleReader *reader, const PedicleElement *element)
{
  PedicleText *text = pedicle_leaf_read (reader, element);
  if (!text)
    return;
  g_ptr_array_add (reader->texts, text);
  g_hash_table_insert (reader->leaves, (gpointer) element, text);
}

static void
walk_words (PedicleReader *reader, const PedicleElement *element)
{
  g_autofree char *plain = pedicle_element_plain (element);
  for_each_child (child, element)
    pedicle_reader_error (reader, child, PEDICLE_CONTENT_ERROR_STRUCTURE,
                          "unknown element <%s> in <%s>; allowed here: only text", child->name,
                          element->name);
  if (*plain == '\0' && !pedicle_element_first (element))
    pedicle_reader_error (reader, element, PEDICLE_CONTENT_ERROR_STRUCTURE,
                          "<%s> is empty: write its text, or remove it", element->name);
}

static void walk (PedicleReader *reader, const PedicleElement *element, const PedicleShape *shape);

static void
walk_child (PedicleReader *reader,
            const PedicleElement *child,
            const PedicleShape *shape,
            guint *counts)
{
  bool in_handout = reader->kind == PEDICLE_FILE_HANDOUT;
  int index = pedicle_shape_index_child (shape, child->name, in_handout);
  if (index < 0)
    {
      g_autofree char *allowed = pedicle_shape_list_children (shape, in_handout);
      pedicle_reader_error (reader, child, PEDICLE_CONTENT_ERROR_STRUCTURE,
                            "unknown element <%s> in <%s>; allowed here: %s", child->name,
                            child->parent->name, allowed);
      return;
    }
  if (++counts[index] == 2 && !shape->children[index].several)
    pedicle_reader_error (reader, child, PEDICLE_CONTENT_ERROR_STRUCTURE,
                          "<%s> stands twice in <%s>: keep one", child->name, child->parent->name);
  walk (reader, child, pedicle_shape_find (&shape->children[index], child));
}

static void
walk_children (PedicleReader *reader, const PedicleElement *element, const PedicleShape *shape)
{
  guint counts[PEDICLE_SHAPE_MAX_CHILDREN] = { 0 };
  for (const PedicleElement *child = element->first; child; child = child->next)
    if (child->name)
      walk_child (reader, child, shape, counts);
    else if (child->text[strspn (child->text, " \t\r\n")] != '\0')
      pedicle_reader_error (
          reader, child, PEDICLE_CONTENT_ERROR_STRUCTURE,
          "text stands directly in <%s>: put it into an element of its own, or remove it",
          element->name);
  for (guint i = 0; i < shape->n_children; i++)
    if (shape->children[i].required && counts[i] == 0)
      pedicle_reader_error (reader, element, PEDICLE_CONTENT_ERROR_STRUCTURE,
                            "<%s> needs <%s>: add it", element->name, shape->children[i].name);
}

/* Adds all that is around @element. A search from above for each use or change would take minutes
 * with a hostile file. */
static void
note_around (GHashTable *set, const PedicleElement *element)
{
  while (element->parent && g_hash_table_add (set, element->parent))
    element = element->parent;
}

static void
walk (PedicleReader *reader, const PedicleElement *element, const PedicleShape *shape)
{
  bool warns = pedicle_element_is (element, "warning");
  if (warns)
    note_around (reader->warned, element);
  if (warns || pedicle_element_is (element, "unknown") || pedicle_element_is (element, "use"))
    note_around (reader->kept, element);
  walk_attributes (reader, element, shape);
  if (shape->holds == PEDICLE_HOLDS_LEAF)
    walk_leaf (reader, element);
  else if (shape->holds == PEDICLE_HOLDS_WORDS)
    walk_words (reader, element);
  else
    walk_children (reader, element, shape);
}

void
pedicle_reader_walk (PedicleReader *reader)
{
  const PedicleElement *root = pedicle_reader_get_root (reader);
  walk (reader, root, pedicle_shape_find_root (root->name));
}

PedicleText *
pedicle_reader_text (PedicleReader *reader, const PedicleElement *element)
{
  PedicleText *text = element ? g_hash_table_lookup (reader->leaves, element) : NULL;
  if (!text)
    return NULL;
  if (reader->changes)
    text = pedicle_changes_get_text (reader->changes, reader, element, text);
  return pedicle_text_ref (text);
}

PedicleText *
pedicle_reader_child_text (PedicleReader *reader, const PedicleElement *element, const char *name)
{
  return pedicle_reader_text (reader, pedicle_element_child (element, name));
}

GPtrArray *
pedicle_reader_child_texts (PedicleReader *reader, const PedicleElement *element, const char *name)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_text_unref);
  for_each_child (child, element)
    {
      PedicleText *text =
          pedicle_element_is (child, name) ? pedicle_reader_text (reader, child) : NULL;
      if (text)
        g_ptr_array_add (texts, text);
    }
  return texts;
}
