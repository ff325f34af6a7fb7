/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "changes.h"
#include "read.h"

#include <string.h>

typedef enum
{
  CHANGE_REPLACE,
  CHANGE_HIDE,
  CHANGE_ADD,
  N_CHANGES,
} ChangeKind;

static const char *const change_names[] = { "replaced", "hidden", "added to" };

typedef struct
{
  ChangeKind kind;
  const PedicleElement *element; /* in the local layer */
  const char *target;            /* "file/id" */
  PedicleText *text;             /* (nullable): that replaces */
  GPtrArray *blocks;             /* (nullable): that are added */
  bool met;
  bool refused;
} Change;

struct _PedicleChanges
{
  PedicleReader *reader;
  PedicleOverlay *overlay;
  GHashTable *by_target[N_CHANGES]; /* target -> Change */
  GPtrArray *list;                  /* (element-type Change) */
  GHashTable *protected;            /* topics */
  GHashTable *protected_parts;
};

static void
change_free (gpointer data)
{
  Change *change = data;
  g_clear_pointer (&change->text, pedicle_text_unref);
  g_clear_pointer (&change->blocks, g_ptr_array_unref);
  g_free (change);
}

static void
add_change (PedicleChanges *changes,
            ChangeKind kind,
            const PedicleElement *element,
            const char *target)
{
  Change *change = target ? g_hash_table_lookup (changes->by_target[kind], target) : NULL;
  if (change)
    pedicle_reader_error (changes->reader, element, PEDICLE_CONTENT_ERROR_REFERENCE,
                          "\"%s\" is %s at line %d already: keep one of the two", target,
                          change_names[kind], change->element->line);
  if (change || !target)
    return;
  change = g_new0 (Change, 1);
  change->kind = kind;
  change->element = element;
  change->target = target;
  change->text = kind == CHANGE_REPLACE ? pedicle_reader_text (changes->reader, element) : NULL;
  change->blocks = kind == CHANGE_ADD ? pedicle_blocks_read (changes->reader, element) : NULL;
  g_ptr_array_add (changes->list, change);
  g_hash_table_insert (changes->by_target[kind], (gpointer) target, change);
}

PedicleChanges *
pedicle_changes_new (PedicleReader *reader, PedicleOverlay *overlay)
{
  PedicleChanges *changes = g_new0 (PedicleChanges, 1);
  changes->reader = reader;
  changes->overlay = overlay;
  changes->list = g_ptr_array_new_with_free_func (change_free);
  changes->protected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  changes->protected_parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (int kind = 0; kind < N_CHANGES; kind++)
    changes->by_target[kind] = g_hash_table_new (g_str_hash, g_str_equal);
  for_each_child (child, pedicle_reader_get_root (reader))
    if (pedicle_element_is (child, "replace"))
      add_change (changes, CHANGE_REPLACE, child, pedicle_element_get (child, "ref"));
    else if (pedicle_element_is (child, "hide"))
      add_change (changes, CHANGE_HIDE, child, pedicle_element_get (child, "ref"));
    else if (pedicle_element_is (child, "add"))
      add_change (changes, CHANGE_ADD, child, pedicle_element_get (child, "after"));
  return changes;
}

void
pedicle_changes_free (PedicleChanges *changes)
{
  g_ptr_array_unref (changes->list);
  g_hash_table_unref (changes->protected);
  g_hash_table_unref (changes->protected_parts);
  for (int kind = 0; kind < N_CHANGES; kind++)
    g_hash_table_unref (changes->by_target[kind]);
  g_free (changes);
}

void
pedicle_changes_protect (PedicleChanges *changes, const char *topic)
{
  g_hash_table_add (changes->protected, g_strdup (topic));
}

bool
pedicle_changes_protects (const PedicleChanges *changes, const char *topic)
{
  return g_hash_table_contains (changes->protected, topic);
}

void
pedicle_changes_protect_part (PedicleChanges *changes, const char *part)
{
  g_hash_table_add (changes->protected_parts, g_strdup (part));
}

static bool
is_protected_part (const PedicleChanges *changes, const PedicleElement *element)
{
  const char *id = pedicle_element_get (element, "id");
  return pedicle_element_is (element, "part") && id &&
         g_hash_table_contains (changes->protected_parts, id);
}

static bool
is_mark (const PedicleElement *element)
{
  const char *id = pedicle_element_get (element, "id");
  return pedicle_element_is (element, "phrase") && id && pedicle_phrases_is_mark (id);
}

/* Why a local layer may not touch @element; NULL when it may. */
static const char *
get_guard (PedicleChanges *changes, const PedicleReader *reader, const PedicleElement *element)
{
  for (; element; element = element->parent)
    {
      const char *topic = pedicle_element_get (element, "topic");
      if (pedicle_element_is (element, "warning"))
        return "it is part of a warning";
      if (pedicle_element_is (element, "numbers"))
        return "it belongs to a set of numbers";
      if (pedicle_element_is (element, "unknown"))
        return "it says what is not known";
      if (is_mark (element))
        return "it tells the reader how far the text can be trusted";
      if (pedicle_element_is (element, "part") && g_hash_table_contains (reader->warned, element))
        return "it stands in a part that holds a warning";
      if (is_protected_part (changes, element))
        return "it stands in a part that answers a topic of the kind \"bad\"";
      if (!pedicle_element_is (element, "answer"))
        continue;
      if (!topic && element->parent)
        topic = pedicle_element_get (element->parent, "id");
      if (topic && g_hash_table_contains (changes->protected, topic))
        return "it answers a topic of the kind \"bad\"";
    }
  return NULL;
}

/* Why a whole block may not be hidden. */
static const char *
get_block_guard (PedicleChanges *changes,
                 const PedicleReader *reader,
                 const PedicleElement *element)
{
  const char *guard = get_guard (changes, reader, element);
  if (!guard && g_hash_table_contains (reader->kept, element))
    guard = "it holds a warning, text of a file of its own, or what is not known";
  return guard;
}

static void
refuse (PedicleChanges *changes, Change *change, const char *why)
{
  change->refused = true;
  pedicle_reader_report (changes->reader, PEDICLE_SEVERITY_ERROR, change->element,
                         PEDICLE_CONTENT_ERROR_STRUCTURE, "\"%s\" cannot be %s: %s", change->target,
                         change_names[change->kind], why);
}

/* From @element down, not all texts of the file for each change: there may be as many of these. */
static void
join_below (const PedicleReader *reader, const PedicleElement *element, GString *joined)
{
  const PedicleText *text = g_hash_table_lookup (reader->leaves, element);
  if (text)
    g_string_append_printf (joined, "%s%s", joined->len ? "\n" : "", text->markup);
  for_each_child (child, element)
    if (!text)
      join_below (reader, child, joined);
}

char *
pedicle_digest_below (const PedicleReader *reader, const PedicleElement *element)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  join_below (reader, element, joined);
  g_autofree char *hex =
      g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined->str, joined->len);
  return g_strconcat ("sha256:", hex, NULL);
}

static void
apply (PedicleChanges *changes,
       Change *change,
       PedicleReader *reader,
       const PedicleElement *element)
{
  change->met = true;
  changes->overlay->n_changes++;
  const char *was = pedicle_element_get (change->element, "was");
  g_autofree char *digest = was ? pedicle_digest_below (reader, element) : NULL;
  if (!was || strcmp (was, digest) == 0)
    return;
  g_ptr_array_add (changes->overlay->conflicts, g_strdup (change->target));
  g_ptr_array_add (changes->overlay->conflict_marks,
                   g_strdup (change->text ? change->text->context : reader->id));
  pedicle_reader_report (changes->reader, PEDICLE_SEVERITY_WARNING, change->element,
                         PEDICLE_CONTENT_ERROR_CONFLICT,
                         "conflict: the text of \"%s\" has changed since it was %s here: read it, "
                         "then write was=\"%s\"",
                         change->target, change_names[change->kind], digest);
}

static Change *
find_change (PedicleChanges *changes,
             ChangeKind kind,
             PedicleReader *reader,
             const PedicleElement *element)
{
  const char *id = pedicle_element_get (element, "id");
  if (!id || !reader->id || reader == changes->reader ||
      g_hash_table_size (changes->by_target[kind]) == 0)
    return NULL;
  g_autofree char *target = g_strconcat (reader->id, "/", id, NULL);
  Change *change = g_hash_table_lookup (changes->by_target[kind], target);
  return change && !change->refused ? change : NULL;
}

PedicleText *
pedicle_changes_get_text (PedicleChanges *changes,
                          PedicleReader *reader,
                          const PedicleElement *element,
                          PedicleText *text)
{
  Change *change = find_change (changes, CHANGE_REPLACE, reader, element);
  const char *guard = change ? get_guard (changes, reader, element) : NULL;
  if (guard)
    refuse (changes, change, guard);
  if (!change || guard || !change->text)
    return text;
  if (!change->met)
    apply (changes, change, reader, element);
  return change->text;
}

bool
pedicle_changes_hides (PedicleChanges *changes,
                       PedicleReader *reader,
                       const PedicleElement *element)
{
  Change *change = find_change (changes, CHANGE_HIDE, reader, element);
  const char *guard = change ? get_block_guard (changes, reader, element) : NULL;
  if (guard)
    refuse (changes, change, guard);
  if (!change || guard)
    return false;
  if (!change->met)
    apply (changes, change, reader, element);
  return true;
}

/* An item follows an item, a step a step, and a warning takes sentences only. */
static const char *
get_misfit (const PedicleElement *after, const PedicleElement *add)
{
  bool in_warning =
      pedicle_element_within (after, "warning") && !pedicle_element_is (after, "warning");
  for_each_child (child, add)
    {
      static const char *const bound[] = { "item", "step", NULL };
      for (int i = 0; bound[i]; i++)
        if (pedicle_element_is (after, bound[i]) != pedicle_element_is (child, bound[i]))
          return "only an item can follow an item, and only a step a step";
      if (in_warning && !pedicle_element_is (child, "p") && !pedicle_element_is (child, "item"))
        return "a warning takes items after its items and paragraphs after its paragraphs";
    }
  return NULL;
}

void
pedicle_changes_add_after (PedicleChanges *changes,
                           PedicleReader *reader,
                           const PedicleElement *element,
                           GPtrArray *blocks)
{
  Change *change = find_change (changes, CHANGE_ADD, reader, element);
  const char *misfit = change ? get_misfit (element, change->element) : NULL;
  if (misfit)
    refuse (changes, change, misfit);
  if (!change || misfit)
    return;
  if (!change->met)
    apply (changes, change, reader, element);
  for (guint i = 0; i < change->blocks->len; i++)
    g_ptr_array_add (blocks, pedicle_block_ref (change->blocks->pdata[i]));
}

static const PedicleReader *
find_file (GPtrArray *files, const char *target)
{
  gsize length = strcspn (target, "/");
  for (guint i = 0; i < files->len; i++)
    {
      const PedicleReader *file = files->pdata[i];
      if (file->id && strlen (file->id) == length && strncmp (file->id, target, length) == 0)
        return file;
    }
  return NULL;
}

void
pedicle_changes_finish (PedicleChanges *changes, GPtrArray *files, bool some_unread)
{
  static const char *const wanted[] = { "it is no text", "it is no block: replace its text instead",
                                        "it is no block" };
  for (guint i = 0; i < changes->list->len; i++)
    {
      Change *change = changes->list->pdata[i];
      const PedicleReader *file = find_file (files, change->target);
      const char *slash = strchr (change->target, '/');
      if (change->met || change->refused || (file ? file->n_errors > 0 : some_unread))
        continue;
      if (!file)
        refuse (changes, change, "no file has this id: name one as \"file/id\", or remove this");
      else if (slash && g_hash_table_contains (file->ids, slash + 1))
        refuse (changes, change, wanted[change->kind]);
      else
        refuse (changes, change, "the file has nothing with this id: correct it, or remove this");
    }
}
