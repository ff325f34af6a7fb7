/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "loader.h"
#include "folder.h"

#include <string.h>

PedicleLoader *
pedicle_loader_new (bool to_print, PedicleProblems *problems)
{
  PedicleLoader *loader = g_new0 (PedicleLoader, 1);
  loader->problems = problems;
  loader->folders = g_ptr_array_new_with_free_func (g_free);
  loader->files = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_reader_free);
  loader->to_print = to_print;
  loader->gallery = pedicle_gallery_new (to_print);
  loader->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  loader->models = g_hash_table_new (NULL, NULL);
  return loader;
}

void
pedicle_loader_free_model (PedicleFileKind kind, gpointer model)
{
  static const GDestroyNotify free_funcs[PEDICLE_N_FILE_KINDS] = {
    [PEDICLE_FILE_SOURCES] = (GDestroyNotify) g_ptr_array_unref,
    [PEDICLE_FILE_PHRASES] = (GDestroyNotify) pedicle_phrases_free,
    [PEDICLE_FILE_DECISION] = (GDestroyNotify) pedicle_decision_unref,
    [PEDICLE_FILE_PROCEDURE] = (GDestroyNotify) pedicle_procedure_unref,
    [PEDICLE_FILE_HANDOUT] = (GDestroyNotify) pedicle_handout_unref,
  };
  free_funcs[kind](model);
}

void
pedicle_loader_free (PedicleLoader *loader)
{
  GHashTableIter iter;
  gpointer file, model;
  g_hash_table_iter_init (&iter, loader->models);
  while (g_hash_table_iter_next (&iter, &file, &model))
    pedicle_loader_free_model (((PedicleReader *) file)->kind, model);
  g_clear_pointer (&loader->changes, pedicle_changes_free);
  g_clear_pointer (&loader->overlay, pedicle_overlay_unref);
  g_hash_table_unref (loader->models);
  g_hash_table_unref (loader->by_id);
  g_ptr_array_unref (loader->files);
  g_ptr_array_unref (loader->folders);
  pedicle_gallery_free (loader->gallery);
  g_free (loader);
}

/* Folders */

/* What a file that cannot be parsed was meant to be, so that nobody is told that all its contents
 * are missing. */
static void
guess_kind (PedicleLoader *loader, const char *folder, const char *relative)
{
  static const char *const roots[] = { "<overlay",  "<sources",   "<phrases",
                                       "<decision", "<procedure", "<handout" };
  g_autoptr (GBytes) bytes = pedicle_folder_read (folder, relative, NULL);
  gsize length = 0;
  const char *data = bytes ? g_bytes_get_data (bytes, &length) : NULL;
  const char *first = NULL;
  int kind = -1;
  for (int i = 0; data && i < PEDICLE_N_FILE_KINDS; i++)
    {
      const char *found = g_strstr_len (data, (gssize) length, roots[i]);
      if (found && (!first || found < first))
        {
          first = found;
          kind = i;
        }
    }
  if (kind >= 0)
    loader->unread[kind] = true;
}

static void
read_file (PedicleLoader *loader, const char *folder, const char *relative)
{
  PedicleReader *file = pedicle_reader_new (folder, relative, loader->problems);
  if (file)
    g_ptr_array_add (loader->files, file);
  else
    guess_kind (loader, folder, relative);
}

static bool
is_read (PedicleLoader *loader, const char *folder)
{
  for (guint i = 0; i < loader->folders->len; i++)
    if (pedicle_folder_equal (loader->folders->pdata[i], folder))
      return true;
  return false;
}

static void
read_folder (PedicleLoader *loader, const char *folder)
{
  if (is_read (loader, folder))
    return;
  if (g_file_test (folder, G_FILE_TEST_IS_REGULAR))
    {
      g_autofree char *near = g_path_get_dirname (folder), *name = g_path_get_basename (folder);
      read_file (loader, near, name);
      return;
    }
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      pedicle_problems_add (loader->problems, PEDICLE_SEVERITY_ERROR, PEDICLE_CONTENT_ERROR_FILE,
                            folder, 0, 0, "there is no such folder: name a folder with content");
      return;
    }
  g_ptr_array_add (loader->folders, g_strdup (folder));
  g_autoptr (GPtrArray) paths = pedicle_folder_list (folder, loader->problems);
  for (guint i = 0; paths && i < paths->len; i++)
    read_file (loader, folder, paths->pdata[i]);
}

static bool
has_decision (const PedicleLoader *loader)
{
  for (guint i = 0; i < loader->files->len; i++)
    if (((PedicleReader *) loader->files->pdata[i])->kind == PEDICLE_FILE_DECISION)
      return true;
  return loader->unread[PEDICLE_FILE_DECISION];
}

/* A local layer that is named takes the place of all that lie in the folders. */
static void
read_named_layer (PedicleLoader *loader, const char *path)
{
  for (guint i = loader->files->len; i-- > 0;)
    if (((PedicleReader *) loader->files->pdata[i])->kind == PEDICLE_FILE_OVERLAY)
      g_ptr_array_remove_index (loader->files, i);
  g_autofree char *folder = g_path_get_dirname (path), *name = g_path_get_basename (path);
  guint n_before = loader->files->len;
  read_file (loader, folder, name);
  if (loader->files->len == n_before)
    return;
  PedicleReader *file = loader->files->pdata[n_before];
  if (file->kind == PEDICLE_FILE_OVERLAY)
    return;
  pedicle_reader_error (file, pedicle_reader_get_root (file), PEDICLE_CONTENT_ERROR_STRUCTURE,
                        "<%s> is no local layer: name a file whose outermost element is <overlay>",
                        pedicle_reader_get_root (file)->name);
  g_ptr_array_remove_index (loader->files, n_before);
}

/* The context of a text begins with the id of its file, so no two files may share one. */
static void
check_ids (PedicleLoader *loader)
{
  for (guint i = 0; i < loader->files->len;)
    {
      PedicleReader *file = loader->files->pdata[i];
      PedicleReader *first = file->id ? g_hash_table_lookup (loader->by_id, file->id) : NULL;
      if (!first && file->kind == PEDICLE_FILE_OVERLAY && loader->layer)
        first = loader->layer;
      if (!first)
        {
          if (file->id)
            g_hash_table_insert (loader->by_id, file->id, file);
          if (file->kind == PEDICLE_FILE_OVERLAY)
            loader->layer = file;
          i++;
          continue;
        }
      if (g_strcmp0 (first->id, file->id) == 0)
        pedicle_reader_error (file, pedicle_reader_get_root (file), PEDICLE_CONTENT_ERROR_REFERENCE,
                              "the id \"%s\" belongs to %s already: give one of the two files "
                              "another id, or remove one",
                              file->id, first->file);
      else
        pedicle_reader_error (file, pedicle_reader_get_root (file), PEDICLE_CONTENT_ERROR_REFERENCE,
                              "%s is read as the local layer already: keep one of the two files",
                              first->file);
      g_ptr_array_remove_index (loader->files, i);
    }
}

void
pedicle_loader_read (PedicleLoader *loader, const char *const *folders, const char *overlay)
{
  for (; *folders && !has_decision (loader); folders++)
    {
      g_autofree char *folder = g_strdup (*folders);
      gsize length = strlen (folder);
      while (length > 1 && folder[length - 1] == '/')
        folder[--length] = '\0';
      read_folder (loader, folder);
    }
  if (overlay)
    read_named_layer (loader, overlay);
  check_ids (loader);
}

/* Models */

PedicleReader *
pedicle_loader_find (const PedicleLoader *loader, PedicleFileKind kind, const char *id)
{
  PedicleReader *file = id ? g_hash_table_lookup (loader->by_id, id) : NULL;
  return file && file->kind == kind ? file : NULL;
}

bool
pedicle_loader_lacks_any (const PedicleLoader *loader)
{
  for (PedicleFileKind kind = 0; kind < PEDICLE_N_FILE_KINDS; kind++)
    if (loader->unread[kind])
      return true;
  return false;
}

PedicleReader *
pedicle_loader_get_decision (const PedicleLoader *loader, const PedicleReader *handout)
{
  const char *id = pedicle_element_get (pedicle_reader_get_root (handout), "decision");
  PedicleReader *only = NULL;
  guint n = 0;
  if (id)
    return pedicle_loader_find (loader, PEDICLE_FILE_DECISION, id);
  for_each_file (file, PEDICLE_FILE_DECISION, loader)
  {
    only = file;
    n++;
  }
  return n == 1 ? only : NULL;
}

static void
build_layer (PedicleLoader *loader)
{
  PedicleReader *file = loader->layer;
  if (!file)
    return;
  pedicle_reader_walk (file);
  loader->overlay = pedicle_overlay_read (file);
  loader->changes = pedicle_changes_new (file, loader->overlay);
  if (file->n_errors == 0)
    return;
  g_clear_pointer (&loader->changes, pedicle_changes_free);
  g_clear_pointer (&loader->overlay, pedicle_overlay_unref);
}

static void
protect_harms (PedicleLoader *loader)
{
  for_each_file (file, PEDICLE_FILE_DECISION, loader) for_each_child (
      child, pedicle_reader_get_root (file)) if (pedicle_element_is (child, "topic") &&
                                                 pedicle_element_equals (child, "kind", "bad") &&
                                                 pedicle_element_get (child, "id"))
      pedicle_changes_protect (loader->changes, pedicle_element_get (child, "id"));
}

/* Parts that answer a topic of harm, wherever they stand. */
static void
protect_parts (PedicleLoader *loader, const PedicleElement *element, bool harms)
{
  for_each_child (child, element)
    {
      const char *topic = pedicle_element_get (child, "topic");
      bool inside = harms || (pedicle_element_is (child, "answer") && topic &&
                              pedicle_changes_protects (loader->changes, topic)) ||
                    (pedicle_element_is (child, "topic") && pedicle_element_equals (child, "kind", "bad"));
      if (inside && pedicle_element_is (child, "use") && pedicle_element_get (child, "part"))
        pedicle_changes_protect_part (loader->changes, pedicle_element_get (child, "part"));
      protect_parts (loader, child, inside);
    }
}

static gpointer
read_model (PedicleLoader *loader, PedicleReader *file)
{
  PedicleReader *decision = NULL;
  switch (file->kind)
    {
    case PEDICLE_FILE_SOURCES:
      return pedicle_sources_read (file);
    case PEDICLE_FILE_PHRASES:
      return pedicle_phrases_read (file);
    case PEDICLE_FILE_DECISION:
      return pedicle_decision_read (file);
    case PEDICLE_FILE_PROCEDURE:
      return pedicle_procedure_read (file);
    case PEDICLE_FILE_HANDOUT:
      decision = pedicle_loader_get_decision (loader, file);
      return pedicle_handout_read (file, decision ? g_hash_table_lookup (loader->models, decision)
                                                  : NULL);
    case PEDICLE_FILE_OVERLAY:
    case PEDICLE_N_FILE_KINDS:
      break;
    }
  return NULL;
}

static void
build_file (PedicleLoader *loader, PedicleReader *file)
{
  file->gallery = loader->gallery;
  file->changes = loader->changes;
  pedicle_reader_walk (file);
  gpointer model = read_model (loader, file);
  if (file->n_errors == 0)
    g_hash_table_insert (loader->models, file, model);
  else
    pedicle_loader_free_model (file->kind, model);
}

void
pedicle_loader_build (PedicleLoader *loader)
{
  if (loader->layer)
    loader->layer->gallery = loader->gallery;
  build_layer (loader);
  if (loader->changes)
    {
      protect_harms (loader);
      for_each_file (file, PEDICLE_FILE_DECISION, loader)
          protect_parts (loader, pedicle_reader_get_root (file), false);
      for_each_file (file, PEDICLE_FILE_PROCEDURE, loader)
          protect_parts (loader, pedicle_reader_get_root (file), false);
    }
  /* Decisions before the handouts that show their fields. */
  for (PedicleFileKind kind = PEDICLE_FILE_SOURCES; kind < PEDICLE_N_FILE_KINDS; kind++)
    for_each_file (file, kind, loader) build_file (loader, file);
  if (loader->changes)
    pedicle_changes_finish (loader->changes, loader->files, pedicle_loader_lacks_any (loader));
}
