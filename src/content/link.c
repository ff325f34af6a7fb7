/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "link.h"
#include "digest.h"

#include <string.h>

#define report(file, element, ...)                                                                 \
  pedicle_reader_report (file, PEDICLE_SEVERITY_ERROR, element, PEDICLE_CONTENT_ERROR_REFERENCE,   \
                         __VA_ARGS__)

/* The index */

/* Notes each child called @name of @parent. The same id in two files is an error where @twice says
 * what it names. */
static void
index_children (GHashTable *table,
                const PedicleReader *file,
                const PedicleElement *parent,
                const char *name,
                const char *twice,
                GHashTable *owners)
{
  for_each_child (child, parent)
    {
      const char *id = pedicle_element_is (child, name) ? pedicle_element_get (child, "id") : NULL;
      if (!id)
        continue;
      const PedicleReader *owner = owners ? g_hash_table_lookup (owners, id) : NULL;
      if (twice && owner && owner != file)
        report (file, child, "the %s \"%s\" stands in %s already: give one of the two another id",
                twice, id, owner->file);
      if (g_hash_table_contains (table, id))
        continue;
      g_hash_table_insert (table, (gpointer) id, (gpointer) child);
      if (owners)
        g_hash_table_insert (owners, (gpointer) id, (gpointer) file);
    }
}

static void
index_sources_and_phrases (PedicleIndex *index)
{
  g_autoptr (GHashTable) owners = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) phrases = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) phrase_owners = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) parts = g_hash_table_new (g_str_hash, g_str_equal);
  for_each_file (file, PEDICLE_FILE_SOURCES, index->loader) index_children (
      index->sources, file, pedicle_reader_get_root (file), "source", "source", owners);
  for_each_file (file, PEDICLE_FILE_PHRASES, index->loader)
  {
    const PedicleElement *root = pedicle_reader_get_root (file);
    index_children (phrases, file, root, "phrase", "phrase", phrase_owners);
    index_children (parts, file, root, "part", "part", index->shared_parts);
  }
}

static void
index_options (PedicleIndex *index, const PedicleElement *root)
{
  for_each_child (child, root)
    if (pedicle_element_is (child, "option") && pedicle_element_get (child, "ref"))
      g_hash_table_add (index->options, (gpointer) pedicle_element_get (child, "ref"));
}

static guint
child_hash (gconstpointer data)
{
  const PedicleElement *element = data;
  return g_direct_hash (element->parent) ^ g_str_hash (element->name) ^
         (31 * g_str_hash (pedicle_element_get (element, "id")));
}

static gboolean
child_equal (gconstpointer a, gconstpointer b)
{
  const PedicleElement *first = a, *second = b;
  return first->parent == second->parent && strcmp (first->name, second->name) == 0 &&
         pedicle_element_equals (first, "id", pedicle_element_get (second, "id"));
}

/* A search from the first child on for each reference would take minutes with a hostile file. */
const PedicleElement *
pedicle_index_find_child (const PedicleIndex *index,
                          const PedicleElement *parent,
                          const char *name,
                          const char *id)
{
  const PedicleAttribute attribute = { "id", id };
  const PedicleElement key = {
    .parent = (PedicleElement *) parent, .name = name, .attributes = &attribute, .n_attributes = 1
  };
  if (g_hash_table_add (index->parents, (gpointer) parent))
    for_each_child (child, parent)
      if (pedicle_element_get (child, "id") && !g_hash_table_contains (index->children, child))
        g_hash_table_add (index->children, (gpointer) child);
  return g_hash_table_lookup (index->children, &key);
}

static GHashTable *
list_answers (const PedicleReader *procedure)
{
  GHashTable *answers = g_hash_table_new (g_str_hash, g_str_equal);
  for_each_child (child, pedicle_reader_get_root (procedure))
    {
      const char *topic =
          pedicle_element_is (child, "answer") ? pedicle_element_get (child, "topic") : NULL;
      if (topic && !g_hash_table_contains (answers, topic))
        g_hash_table_insert (answers, (gpointer) topic, (gpointer) child);
    }
  return answers;
}

const PedicleElement *
pedicle_index_find_answer (const PedicleIndex *index,
                           const PedicleReader *procedure,
                           const char *topic)
{
  GHashTable *answers = g_hash_table_lookup (index->answers, procedure);
  if (!answers)
    {
      answers = list_answers (procedure);
      g_hash_table_insert (index->answers, (gpointer) procedure, answers);
    }
  return g_hash_table_lookup (answers, topic);
}

static GHashTable *
list_needs (const PedicleReader *file)
{
  GHashTable *needs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < file->references->len; i++)
    {
      const PedicleReference *reference = &g_array_index (file->references, PedicleReference, i);
      const PedicleElement *part = pedicle_element_within (reference->element, "part");
      if (!part ||
          (reference->names != PEDICLE_NAMES_FIELD && reference->names != PEDICLE_NAMES_PLACEHOLDER))
        continue;
      GPtrArray *fields = g_hash_table_lookup (needs, part);
      if (!fields)
        {
          fields = g_ptr_array_new ();
          g_hash_table_insert (needs, (gpointer) part, fields);
        }
      g_ptr_array_add (fields, (gpointer) reference->value);
    }
  return needs;
}

const GPtrArray *
pedicle_index_get_needs (const PedicleIndex *index,
                         const PedicleReader *file,
                         const PedicleElement *part)
{
  GHashTable *needs = g_hash_table_lookup (index->needs, file);
  if (!needs)
    {
      needs = list_needs (file);
      g_hash_table_insert (index->needs, (gpointer) file, needs);
    }
  return g_hash_table_lookup (needs, part);
}

const PedicleElement *
pedicle_index_find_part (const PedicleIndex *index,
                         PedicleReader *file,
                         const PedicleElement *use,
                         PedicleReader **holder)
{
  const char *id = pedicle_element_get (use, "part"), *from = pedicle_element_get (use, "from");
  *holder = file;
  if (g_strcmp0 (from, "phrases") == 0)
    *holder = id ? g_hash_table_lookup (index->shared_parts, id) : NULL;
  else if (g_strcmp0 (from, "decision") == 0 && file->kind != PEDICLE_FILE_DECISION)
    *holder = pedicle_loader_get_decision (index->loader, file);
  return id && *holder
             ? pedicle_index_find_child (index, pedicle_reader_get_root (*holder), "part", id)
             : NULL;
}

static void
index_clear (PedicleIndex *index)
{
  g_hash_table_unref (index->children);
  g_hash_table_unref (index->parents);
  g_hash_table_unref (index->answers);
  g_hash_table_unref (index->needs);
  g_hash_table_unref (index->sources);
  g_hash_table_unref (index->topics);
  g_hash_table_unref (index->terms);
  g_hash_table_unref (index->fields);
  g_hash_table_unref (index->options);
  g_hash_table_unref (index->shared_parts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PedicleIndex, index_clear)

static void
index_fill (PedicleIndex *index, const PedicleLoader *loader)
{
  GHashTable **tables[] = { &index->sources, &index->topics,  &index->terms,
                            &index->fields,  &index->options, &index->shared_parts };
  index->loader = loader;
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    *tables[i] = g_hash_table_new (g_str_hash, g_str_equal);
  index->children = g_hash_table_new (child_hash, child_equal);
  index->parents = g_hash_table_new (NULL, NULL);
  index->needs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  index->answers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  for_each_file (file, PEDICLE_FILE_DECISION, loader)
  {
    const PedicleElement *root = pedicle_reader_get_root (file);
    const PedicleElement *glossary = pedicle_element_child (root, "glossary");
    index_children (index->topics, file, root, "topic", NULL, NULL);
    index_children (index->fields, file, root, "field", NULL, NULL);
    if (glossary)
      index_children (index->terms, file, glossary, "term", NULL, NULL);
    index_options (index, root);
  }
  for_each_file (file, PEDICLE_FILE_HANDOUT, loader)
      index_children (index->fields, file, pedicle_reader_get_root (file), "field", NULL, NULL);
  index_sources_and_phrases (index);
}

/* References */

const PedicleElement *
pedicle_index_find_field (const PedicleIndex *index,
                          const PedicleReader *file,
                          const char *id,
                          bool *declared)
{
  const PedicleElement *found = NULL;
  if (file->kind == PEDICLE_FILE_HANDOUT)
    {
      const PedicleReader *decision = pedicle_loader_get_decision (index->loader, file);
      found = pedicle_index_find_child (index, pedicle_reader_get_root (file), "field", id);
      if (!found && decision)
        found = pedicle_index_find_child (index, pedicle_reader_get_root (decision), "field", id);
    }
  else if (file->kind == PEDICLE_FILE_DECISION)
    found = pedicle_index_find_child (index, pedicle_reader_get_root (file), "field", id);
  else
    found = g_hash_table_lookup (index->fields, id);
  *declared = found || pedicle_field_is_standard (id);
  return found;
}

static bool
is_declared (const PedicleIndex *index, const PedicleReader *file, const char *id)
{
  bool declared;
  pedicle_index_find_field (index, file, id, &declared);
  if (!declared && file->kind != PEDICLE_FILE_DECISION)
    return index->loader->unread[PEDICLE_FILE_DECISION] ||
           index->loader->unread[PEDICLE_FILE_HANDOUT];
  return declared;
}

static void
link_source (const PedicleIndex *index,
             const PedicleReader *file,
             const PedicleReference *reference)
{
  if (!g_hash_table_contains (index->sources, reference->value) &&
      !index->loader->unread[PEDICLE_FILE_SOURCES])
    report (file, reference->element,
            "no source has the id \"%s\": add it to the sources, or correct ref", reference->value);
}

static void
link_topic (const PedicleIndex *index, const PedicleReader *file, const PedicleReference *reference)
{
  const PedicleElement *topic =
      file->kind == PEDICLE_FILE_DECISION
          ? pedicle_index_find_child (index, pedicle_reader_get_root (file), "topic",
                                      reference->value)
          : g_hash_table_lookup (index->topics, reference->value);
  if (!topic &&
      (file->kind == PEDICLE_FILE_DECISION || !index->loader->unread[PEDICLE_FILE_DECISION]))
    report (file, reference->element,
            "no topic has the id \"%s\": add it to the decision, or correct it", reference->value);
  else if (topic && file->kind == PEDICLE_FILE_PROCEDURE &&
           pedicle_element_equals (topic, "scope", "shared"))
    report (
        file, reference->element,
        "the topic \"%s\" is answered once for all options, in the decision: remove this answer",
        reference->value);
}

static void
link_option (const PedicleIndex *index,
             const PedicleReader *file,
             const PedicleReference *reference)
{
  static const char *const words[] = { "sham", "usual-care", "none", NULL };
  if (reference->names == PEDICLE_NAMES_COMPARATOR && g_strv_contains (words, reference->value))
    return;
  if (pedicle_element_is (reference->element, "option"))
    {
      if (!pedicle_loader_find (index->loader, PEDICLE_FILE_PROCEDURE, reference->value) &&
          !index->loader->unread[PEDICLE_FILE_PROCEDURE])
        report (file, reference->element,
                "no procedure has the id \"%s\": add its file, or remove the option",
                reference->value);
    }
  else if (!g_hash_table_contains (index->options, reference->value) &&
           !index->loader->unread[PEDICLE_FILE_DECISION])
    report (file, reference->element, "no option has the id \"%s\": name one of the decision%s",
            reference->value,
            reference->names == PEDICLE_NAMES_COMPARATOR ? ", or write sham, usual-care or none"
                                                         : "");
}

static void
link_decision (const PedicleIndex *index,
               const PedicleReader *file,
               const PedicleReference *reference)
{
  if (!pedicle_loader_find (index->loader, PEDICLE_FILE_DECISION, reference->value) &&
      !index->loader->unread[PEDICLE_FILE_DECISION])
    report (file, reference->element,
            "no decision has the id \"%s\": correct it, or remove the attribute", reference->value);
}

static void
link_field (const PedicleIndex *index, const PedicleReader *file, const PedicleReference *reference)
{
  if (pedicle_element_is (reference->element, "field"))
    {
      const PedicleReader *decision = pedicle_loader_get_decision (index->loader, file);
      if (decision && !pedicle_index_find_child (index, pedicle_reader_get_root (decision), "field",
                                                 reference->value))
        report (file, reference->element,
                "the decision has no field \"%s\": correct ref, or declare the field here with id, "
                "type, who and <label>",
                reference->value);
    }
  else if (!is_declared (index, file, reference->value))
    report (file, reference->element,
            "no field has the id \"%s\": declare it with <field>, or correct it", reference->value);
}

static void
link_choice (const PedicleIndex *index,
             const PedicleReader *file,
             const PedicleReference *reference)
{
  const char *when = pedicle_element_get (reference->element, "when");
  bool declared;
  const PedicleElement *field =
      when ? pedicle_index_find_field (index, file, when, &declared) : NULL;
  if (field && !pedicle_index_find_child (index, field, "choice", reference->value))
    report (file, reference->element,
            "the field \"%s\" has no choice \"%s\": name one of its choices", when,
            reference->value);
}

static void
link_step (const PedicleIndex *index, const PedicleReader *file, const PedicleReference *reference)
{
  const char *slash = strchr (reference->value, '/');
  g_autofree char *option = g_strndup (reference->value, slash - reference->value);
  const PedicleReader *other = pedicle_loader_find (index->loader, PEDICLE_FILE_PROCEDURE, option);
  const PedicleElement *step = other ? g_hash_table_lookup (other->ids, slash + 1) : NULL;
  if (!other && index->loader->unread[PEDICLE_FILE_PROCEDURE])
    return;
  if (!step || !pedicle_element_is (step, "step"))
    report (file, reference->element,
            "pairs=\"%s\": there is no such step; name one as \"option/step\"", reference->value);
}

static void
link_term (const PedicleIndex *index, const PedicleReader *file, const PedicleReference *reference)
{
  if (!g_hash_table_contains (index->terms, reference->value) &&
      !index->loader->unread[PEDICLE_FILE_DECISION])
    report (file, reference->element,
            "the glossary has no term \"%s\": add it to the decision, or correct ref",
            reference->value);
}

static void
link_placeholder (const PedicleIndex *index,
                  const PedicleReader *file,
                  const PedicleReference *reference)
{
  bool is_phrase = pedicle_element_is (reference->element, "phrase");
  const char *id = pedicle_element_get (reference->element, "id");
  if (is_phrase && id && pedicle_phrases_allows (id, reference->value))
    return;
  if (is_phrase ? !pedicle_field_is_standard (reference->value)
                : !is_declared (index, file, reference->value))
    report (file, reference->element, "the placeholder {%s} %s", reference->value,
            is_phrase ? "is none that the program fills in here: remove it"
                      : "names no field: declare it with <field>, or correct it");
}

static void
link_references (const PedicleIndex *index, const PedicleReader *file)
{
  static void (*const link[]) (const PedicleIndex *, const PedicleReader *,
                               const PedicleReference *) = {
    [PEDICLE_NAMES_SOURCE] = link_source,     [PEDICLE_NAMES_TOPIC] = link_topic,
    [PEDICLE_NAMES_OPTION] = link_option,     [PEDICLE_NAMES_COMPARATOR] = link_option,
    [PEDICLE_NAMES_DECISION] = link_decision, [PEDICLE_NAMES_FIELD] = link_field,
    [PEDICLE_NAMES_CHOICE] = link_choice,     [PEDICLE_NAMES_STEP] = link_step,
    [PEDICLE_NAMES_TERM] = link_term,         [PEDICLE_NAMES_PLACEHOLDER] = link_placeholder,
  };
  for (guint i = 0; i < file->references->len; i++)
    {
      const PedicleReference *reference = &g_array_index (file->references, PedicleReference, i);
      link[reference->names](index, file, reference);
    }
}

/* The table: every option answers every question. */
static void
link_cells (const PedicleIndex *index,
            const PedicleReader *decision,
            const PedicleReader *procedure)
{
  const PedicleElement *root = pedicle_reader_get_root (procedure);
  for_each_child (topic, pedicle_reader_get_root (decision))
    {
      const char *id =
          pedicle_element_is (topic, "topic") ? pedicle_element_get (topic, "id") : NULL;
      if (id && pedicle_element_equals (topic, "scope", "each") &&
          !pedicle_index_find_answer (index, procedure, id))
        pedicle_reader_report (
            procedure, PEDICLE_SEVERITY_ERROR, root, PEDICLE_CONTENT_ERROR_STRUCTURE,
            "the option \"%s\" does not answer the topic \"%s\": add <answer topic=\"%s\"> with "
            "<short>, or with <unknown>",
            procedure->id, id, id);
    }
}

static void
link_options (const PedicleIndex *index, const PedicleReader *decision)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  for_each_child (child, pedicle_reader_get_root (decision))
    {
      const char *ref =
          pedicle_element_is (child, "option") ? pedicle_element_get (child, "ref") : NULL;
      const PedicleReader *procedure =
          pedicle_loader_find (index->loader, PEDICLE_FILE_PROCEDURE, ref);
      if (procedure && g_hash_table_add (seen, (gpointer) procedure))
        link_cells (index, decision, procedure);
    }
}

/* An answer must not lose a part of what it says, a harm perhaps: without it the file is left out. */
static void
link_answer_use (const PedicleIndex *index, PedicleReader *file, const PedicleElement *use)
{
  const char *from = pedicle_element_get (use, "from");
  PedicleReader *holder;
  bool found = pedicle_index_find_part (index, file, use, &holder) != NULL;
  if (!pedicle_element_get (use, "part") ||
      (found && (holder == file || !pedicle_reader_is_out (holder))))
    return; /* what is wrong in this file was reported with it */
  file->incomplete = true;
  if (found)
    pedicle_reader_report (file, PEDICLE_SEVERITY_WARNING, use, PEDICLE_CONTENT_ERROR_REFERENCE,
                           "%s is left out, because %s has errors: correct them first", file->file,
                           holder->file);
  else if (g_strcmp0 (from, "phrases") != 0 || !index->loader->unread[PEDICLE_FILE_PHRASES])
    report (file, use, "there is no part \"%s\" in %s: add it there, or correct part or from",
            pedicle_element_get (use, "part"),
            from && strcmp (from, "procedure") != 0 ? from : "this file");
}

static void
link_answers (const PedicleIndex *index, PedicleReader *file, const PedicleElement *element)
{
  for_each_child (child, element)
    if (pedicle_element_is (child, "use") && pedicle_element_is (element, "long"))
      link_answer_use (index, file, child);
    else
      link_answers (index, file, child);
}

static void
link_phrases (const PedicleIndex *index)
{
  const char *const *required = pedicle_phrases_required ();
  const PedicleReader *first = NULL;
  g_autoptr (GHashTable) phrases = g_hash_table_new (g_str_hash, g_str_equal);
  for_each_file (file, PEDICLE_FILE_PHRASES, index->loader)
  {
    first = first ? first : file;
    index_children (phrases, file, pedicle_reader_get_root (file), "phrase", NULL, NULL);
  }
  if (index->loader->unread[PEDICLE_FILE_PHRASES])
    return;
  if (!first && index->loader->folders->len > 0)
    pedicle_problems_add (
        index->loader->problems, PEDICLE_SEVERITY_ERROR, PEDICLE_CONTENT_ERROR_STRUCTURE,
        index->loader->folders->pdata[index->loader->folders->len - 1], 0, 0,
        "there is no file with <phrases>, the words that the program puts on each page: add one");
  for (; first && *required; required++)
    if (!g_hash_table_contains (phrases, *required))
      pedicle_reader_report (first, PEDICLE_SEVERITY_ERROR, pedicle_reader_get_root (first),
                             PEDICLE_CONTENT_ERROR_STRUCTURE,
                             "the program needs the phrase \"%s\": add <phrase id=\"%s\">",
                             *required, *required);
}

static bool
has_any_decision (const PedicleLoader *loader)
{
  for_each_file (file, PEDICLE_FILE_DECISION, loader) return true;
  return loader->unread[PEDICLE_FILE_DECISION];
}

static void
report_no_decision (PedicleLoader *loader)
{
  const char *folder = loader->folders->len ? loader->folders->pdata[loader->folders->len - 1] : "";
  loader->unread[PEDICLE_FILE_DECISION] = true;
  pedicle_problems_add (loader->problems, PEDICLE_SEVERITY_ERROR, PEDICLE_CONTENT_ERROR_STRUCTURE,
                        folder, 0, 0,
                        "no folder holds a file with <decision>: name a folder with content");
}

static void
sum_file (PedicleDigester *digester, PedicleReader *file)
{
  if (file->n_errors == 0 && !file->digest)
    file->digest = pedicle_digester_sum (digester, file);
}

static void
sum_reviewed (const PedicleLoader *loader, PedicleDigester *digester)
{
  if (!loader->layer)
    return;
  for_each_child (child, pedicle_reader_get_root (loader->layer))
    {
      const char *of =
          pedicle_element_is (child, "review") ? pedicle_element_get (child, "of") : NULL;
      PedicleReader *file = of ? g_hash_table_lookup (loader->by_id, of) : NULL;
      if (file)
        sum_file (digester, file);
    }
}

/* What the clinic's sign-offs are held against; unknown while a source may stand in a file that
 * could not be read. */
static void
sum_files (const PedicleIndex *index)
{
  const PedicleLoader *loader = index->loader;
  if (loader->unread[PEDICLE_FILE_SOURCES])
    return;
  g_autoptr (PedicleDigester) digester = pedicle_digester_new (index->sources);
  if (loader->to_print)
    sum_reviewed (loader, digester);
  else
    for (guint i = 0; i < loader->files->len; i++)
      sum_file (digester, loader->files->pdata[i]);
}

void
pedicle_link (PedicleLoader *loader)
{
  g_auto (PedicleIndex) index = { 0 };
  bool has_decision = has_any_decision (loader);
  index_fill (&index, loader);
  sum_files (&index);
  if (!has_decision)
    report_no_decision (loader);
  for (guint i = 0; i < loader->files->len; i++)
    link_references (&index, loader->files->pdata[i]);
  for_each_file (file, PEDICLE_FILE_DECISION, loader) link_options (&index, file);
  for_each_file (file, PEDICLE_FILE_DECISION, loader)
      link_answers (&index, file, pedicle_reader_get_root (file));
  for_each_file (file, PEDICLE_FILE_PROCEDURE, loader)
      link_answers (&index, file, pedicle_reader_get_root (file));
  for_each_file (file, PEDICLE_FILE_PROCEDURE,
                 loader) if (file->id && !g_hash_table_contains (index.options, file->id) &&
                             !loader->unread[PEDICLE_FILE_DECISION])
      pedicle_reader_report (
          file, PEDICLE_SEVERITY_WARNING, pedicle_reader_get_root (file),
          PEDICLE_CONTENT_ERROR_REFERENCE,
          "no decision has \"%s\" among its options: add <option ref=\"%s\"/> there", file->id,
          file->id);
  if (has_decision)
    link_phrases (&index);
  for_each_file (file, PEDICLE_FILE_HANDOUT, loader) pedicle_link_handout (&index, file);
  if (loader->layer)
    pedicle_link_layer (&index);
}
