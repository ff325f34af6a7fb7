/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "library.h"
#include "link.h"
#include "sum.h"

#include <string.h>

struct _PedicleLibrary
{
  GPtrArray *decisions;
  GPtrArray *procedures;
  GPtrArray *handouts;
  GPtrArray *sources; /* (element-type GPtrArray) of each file */
  GPtrArray *phrases; /* (element-type PediclePhrases) */
  GHashTable *decisions_by_id;
  GHashTable *procedures_by_id;
  GHashTable *handouts_by_id;
  GHashTable *sources_by_id;
  PedicleOverlay *overlay; /* (nullable) */
  GPtrArray *texts;
  char **folders;
  GHashTable *parts; /* an array of parts -> id -> PediclePart */
  char *digest;
  GHashTable *digests; /* id of a file -> what a sign-off of it names */
};

static PedicleLibrary *
library_new (void)
{
  PedicleLibrary *library = g_atomic_rc_box_new0 (PedicleLibrary);
  library->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_decision_unref);
  library->procedures = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_procedure_unref);
  library->handouts = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_handout_unref);
  library->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  library->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_phrases_free);
  library->decisions_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  library->procedures_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  library->handouts_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  library->sources_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  library->parts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  library->digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  library->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_text_unref);
  return library;
}

static void
library_clear (gpointer data)
{
  PedicleLibrary *library = data;
  g_hash_table_unref (library->decisions_by_id);
  g_hash_table_unref (library->procedures_by_id);
  g_hash_table_unref (library->handouts_by_id);
  g_hash_table_unref (library->sources_by_id);
  g_ptr_array_unref (library->decisions);
  g_ptr_array_unref (library->procedures);
  g_ptr_array_unref (library->handouts);
  g_ptr_array_unref (library->sources);
  g_ptr_array_unref (library->phrases);
  g_clear_pointer (&library->overlay, pedicle_overlay_unref);
  g_ptr_array_unref (library->texts);
  g_strfreev (library->folders);
  g_free (library->digest);
  g_hash_table_unref (library->digests);
  g_hash_table_unref (library->parts);
}

PedicleLibrary *
pedicle_library_ref (PedicleLibrary *library)
{
  return g_atomic_rc_box_acquire (library);
}

void
pedicle_library_unref (PedicleLibrary *library)
{
  g_atomic_rc_box_release_full (library, library_clear);
}

/* What stands */

static bool
stands (const PedicleLoader *loader, const PedicleReader *file)
{
  if (file == loader->layer)
    return loader->overlay != NULL;
  return g_hash_table_contains (loader->models, file) && !file->incomplete;
}

static void
take_sources (PedicleLibrary *library, GPtrArray *sources)
{
  g_ptr_array_add (library->sources, sources);
  for (guint i = 0; i < sources->len; i++)
    {
      PedicleSource *source = sources->pdata[i];
      if (!g_hash_table_contains (library->sources_by_id, source->id))
        g_hash_table_insert (library->sources_by_id, source->id, source);
    }
}

static void
take_parts (PedicleLibrary *library, GPtrArray *parts)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = parts->len; i-- > 0;)
    g_hash_table_insert (table, ((PediclePart *) parts->pdata[i])->id, parts->pdata[i]);
  g_hash_table_insert (library->parts, parts, table);
}

static void
take_model (PedicleLibrary *library, const PedicleReader *file, gpointer model)
{
  switch (file->kind)
    {
    case PEDICLE_FILE_SOURCES:
      take_sources (library, model);
      break;
    case PEDICLE_FILE_PHRASES:
      g_ptr_array_add (library->phrases, model);
      take_parts (library, ((PediclePhrases *) model)->parts);
      break;
    case PEDICLE_FILE_DECISION:
      g_ptr_array_add (library->decisions, model);
      take_parts (library, ((PedicleDecision *) model)->parts);
      g_hash_table_insert (library->decisions_by_id, ((PedicleDecision *) model)->id, model);
      break;
    case PEDICLE_FILE_PROCEDURE:
      g_ptr_array_add (library->procedures, model);
      take_parts (library, ((PedicleProcedure *) model)->parts);
      g_hash_table_insert (library->procedures_by_id, ((PedicleProcedure *) model)->id, model);
      break;
    case PEDICLE_FILE_HANDOUT:
      g_ptr_array_add (library->handouts, model);
      g_hash_table_insert (library->handouts_by_id, ((PedicleHandout *) model)->id, model);
      break;
    case PEDICLE_FILE_OVERLAY:
    case PEDICLE_N_FILE_KINDS:
      break;
    }
}

static void
take_texts (PedicleLibrary *library, const PedicleReader *file)
{
  for (guint i = 0; i < file->texts->len; i++)
    g_ptr_array_add (library->texts, pedicle_text_ref (file->texts->pdata[i]));
}

static void
take_files (PedicleLibrary *library, PedicleLoader *loader)
{
  for (guint i = 0; i < loader->files->len; i++)
    {
      PedicleReader *file = loader->files->pdata[i];
      gpointer model = NULL;
      if (!stands (loader, file))
        continue;
      take_texts (library, file);
      if (file->id && file->digest)
        g_hash_table_insert (library->digests, g_strdup (file->id), g_strdup (file->digest));
      if (g_hash_table_steal_extended (loader->models, file, NULL, &model))
        take_model (library, file, model);
    }
  library->overlay = g_steal_pointer (&loader->overlay);
}

/* What is left when files are left out: a decision offers only options that stand, and no set of
 * numbers in which one of them is missing. */
static bool
speaks_of_missing (PedicleLibrary *library, const PedicleNumbers *numbers)
{
  for (guint i = 0; i < numbers->outcomes->len; i++)
    {
      const PedicleOutcome *outcome = numbers->outcomes->pdata[i];
      if (!g_hash_table_contains (library->procedures_by_id, outcome->option))
        return true;
    }
  return false;
}

static void
prune_decision (PedicleLibrary *library, PedicleDecision *decision)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (char **option = decision->options; *option; option++)
    if (g_hash_table_contains (library->procedures_by_id, *option))
      g_strv_builder_add (builder, *option);
  g_strfreev (decision->options);
  decision->options = g_strv_builder_end (builder);
  for (guint i = decision->numbers->len; i-- > 0;)
    if (speaks_of_missing (library, decision->numbers->pdata[i]))
      g_ptr_array_remove_index (decision->numbers, i);
}

/* The options of @wanted (nullable: all) that @decision still has. */
static char **
list_common (char **wanted, const PedicleDecision *decision)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (char **option = decision->options; *option; option++)
    if (!wanted || g_strv_contains ((const char *const *) wanted, *option))
      g_strv_builder_add (builder, *option);
  return g_strv_builder_end (builder);
}

/* A handout with no option left goes with its options. */
static bool
prune_handout (PedicleLibrary *library, PedicleHandout *handout)
{
  const PedicleDecision *decision =
      g_hash_table_lookup (library->decisions_by_id, handout->decision);
  if (!decision)
    return false;
  char **options = list_common (handout->for_options, decision);
  g_strfreev (handout->for_options);
  handout->for_options = options;
  return options[0] != NULL;
}

static void
prune (PedicleLibrary *library)
{
  for (guint i = library->decisions->len; i-- > 0;)
    {
      PedicleDecision *decision = library->decisions->pdata[i];
      prune_decision (library, decision);
      if (decision->options[0])
        continue;
      g_hash_table_remove (library->decisions_by_id, decision->id);
      g_ptr_array_remove_index (library->decisions, i);
    }
  for (guint i = library->handouts->len; i-- > 0;)
    {
      PedicleHandout *handout = library->handouts->pdata[i];
      if (prune_handout (library, handout))
        continue;
      g_hash_table_remove (library->handouts_by_id, handout->id);
      g_ptr_array_remove_index (library->handouts, i);
    }
}

/* In an answer, what a part says stands in place of the use. */
static void
resolve_uses (PedicleLibrary *library,
              const PedicleDecision *decision,
              const PedicleProcedure *procedure,
              const PedicleAnswer *answer)
{
  for (guint i = 0; answer && answer->blocks && i < answer->blocks->len; i++)
    {
      PedicleBlock *block = answer->blocks->pdata[i];
      const PediclePart *part =
          block->kind == PEDICLE_BLOCK_USE
              ? pedicle_library_find_part (library, decision, procedure, block->use)
              : NULL;
      if (!part)
        continue;
      block->kind = PEDICLE_BLOCK_SECTION;
      block->children = g_ptr_array_ref (part->blocks);
      block->cites = g_strdupv (part->cites);
    }
}

static const PedicleDecision *
find_decision_of (PedicleLibrary *library, const PedicleProcedure *procedure)
{
  for (guint i = 0; i < library->decisions->len; i++)
    {
      const PedicleDecision *decision = library->decisions->pdata[i];
      if (g_strv_contains ((const char *const *) decision->options, procedure->id))
        return decision;
    }
  return NULL;
}

static void
resolve (PedicleLibrary *library)
{
  for (guint i = 0; i < library->decisions->len; i++)
    {
      const PedicleDecision *decision = library->decisions->pdata[i];
      for (guint j = 0; j < decision->topics->len; j++)
        resolve_uses (library, decision, NULL,
                      ((const PedicleTopic *) decision->topics->pdata[j])->shared);
    }
  for (guint i = 0; i < library->procedures->len; i++)
    {
      const PedicleProcedure *procedure = library->procedures->pdata[i];
      for (guint j = 0; j < procedure->answers->len; j++)
        resolve_uses (library, find_decision_of (library, procedure), procedure,
                      procedure->answers->pdata[j]);
    }
}

/* What is wanted most stands first in menus. */
static void
sort_handouts (PedicleLibrary *library)
{
  GPtrArray *handouts = library->handouts;
  for (guint i = 1; i < handouts->len; i++)
    for (guint j = i; j > 0; j--)
      {
        PedicleHandout *before = handouts->pdata[j - 1], *after = handouts->pdata[j];
        if (before->order <= after->order)
          break;
        handouts->pdata[j - 1] = after;
        handouts->pdata[j] = before;
      }
}

/* Digest */

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* One line for each file and picture; where they lie does not count. Before the models are taken.
 */
static char *
compute_digest (const PedicleLoader *loader)
{
  g_autoptr (GPtrArray) lines = pedicle_gallery_list (loader->gallery);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  for (guint i = 0; i < loader->files->len; i++)
    {
      const PedicleReader *file = loader->files->pdata[i];
      if (!stands (loader, file))
        continue;
      g_autofree char *digest = pedicle_sum_bytes (file->bytes);
      g_ptr_array_add (lines, g_strdup_printf ("%d %s %s", file->kind, file->id, digest));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      g_checksum_update (checksum, lines->pdata[i], -1);
      g_checksum_update (checksum, (const guchar *) "\n", 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static PedicleLibrary *
load (const char *const *folders, const char *overlay, bool to_print, PedicleProblems *problems)
{
  g_autoptr (PedicleLoader) loader = pedicle_loader_new (to_print, problems);
  PedicleLibrary *library = library_new ();
  pedicle_loader_read (loader, folders, overlay);
  pedicle_loader_build (loader);
  pedicle_link (loader);
  library->digest = compute_digest (loader);
  take_files (library, loader);
  prune (library);
  resolve (library);
  sort_handouts (library);
  g_ptr_array_add (loader->folders, NULL);
  library->folders = g_strdupv ((char **) loader->folders->pdata);
  pedicle_problems_sort (problems);
  return library;
}

PedicleLibrary *
pedicle_library_load (const char *const *folders, const char *overlay, PedicleProblems *problems)
{
  g_return_val_if_fail (folders != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);
  return load (folders, overlay, false, problems);
}

PedicleLibrary *
pedicle_library_load_to_print (const char *const *folders,
                               const char *overlay,
                               PedicleProblems *problems)
{
  g_return_val_if_fail (folders != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);
  return load (folders, overlay, true, problems);
}

char **
pedicle_library_folders (const char *given, const char *shipped)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "pedicle", "content", NULL);
  const char *instead = g_getenv ("PEDICLE_CONTENT_DIR");
  if (given)
    g_strv_builder_add (builder, given);
  if (g_file_test (own, G_FILE_TEST_IS_DIR))
    g_strv_builder_add (builder, own);
  if (instead && *instead)
    g_strv_builder_add (builder, instead);
  else if (shipped)
    g_strv_builder_add (builder, shipped);
  return g_strv_builder_end (builder);
}

/* Lookups */

GPtrArray *
pedicle_library_get_decisions (const PedicleLibrary *library)
{
  return library->decisions;
}

GPtrArray *
pedicle_library_get_procedures (const PedicleLibrary *library)
{
  return library->procedures;
}

GPtrArray *
pedicle_library_get_handouts (const PedicleLibrary *library)
{
  return library->handouts;
}

const PedicleDecision *
pedicle_library_find_decision (const PedicleLibrary *library, const char *id)
{
  return g_hash_table_lookup (library->decisions_by_id, id);
}

const PedicleProcedure *
pedicle_library_find_procedure (const PedicleLibrary *library, const char *id)
{
  return g_hash_table_lookup (library->procedures_by_id, id);
}

const PedicleHandout *
pedicle_library_find_handout (const PedicleLibrary *library, const char *id)
{
  return g_hash_table_lookup (library->handouts_by_id, id);
}

const PedicleSource *
pedicle_library_find_source (const PedicleLibrary *library, const char *id)
{
  return g_hash_table_lookup (library->sources_by_id, id);
}

PedicleText *
pedicle_library_find_phrase (const PedicleLibrary *library, const char *id)
{
  PedicleText *text = NULL;
  for (guint i = 0; i < library->phrases->len && !text; i++)
    text = g_hash_table_lookup (((PediclePhrases *) library->phrases->pdata[i])->phrases, id);
  return text;
}

static const PediclePart *
find_part (const PedicleLibrary *library, const GPtrArray *parts, const char *id)
{
  return g_hash_table_lookup (g_hash_table_lookup (library->parts, parts), id);
}

const PediclePart *
pedicle_library_find_shared_part (const PedicleLibrary *library, const char *id)
{
  const PediclePart *part = NULL;
  for (guint i = 0; i < library->phrases->len && !part; i++)
    part = find_part (library, ((PediclePhrases *) library->phrases->pdata[i])->parts, id);
  return part;
}

const PediclePart *
pedicle_library_find_part (const PedicleLibrary *library,
                           const PedicleDecision *decision,
                           const PedicleProcedure *procedure,
                           const PedicleUse *use)
{
  const PedicleProcedure *option = procedure;
  if (strcmp (use->from, "phrases") == 0)
    return pedicle_library_find_shared_part (library, use->part);
  if (strcmp (use->from, "decision") == 0)
    return decision ? find_part (library, decision->parts, use->part) : NULL;
  if (strcmp (use->from, "procedure") != 0)
    option = pedicle_library_find_procedure (library, use->from);
  return option ? find_part (library, option->parts, use->part) : NULL;
}

const PedicleOverlay *
pedicle_library_get_overlay (const PedicleLibrary *library)
{
  return library->overlay;
}

GPtrArray *
pedicle_library_get_texts (const PedicleLibrary *library)
{
  return library->texts;
}

const char *const *
pedicle_library_get_folders_read (const PedicleLibrary *library)
{
  return (const char *const *) library->folders;
}

const char *
pedicle_library_digest (const PedicleLibrary *library)
{
  return library->digest;
}

const char *
pedicle_library_digest_file (const PedicleLibrary *library, const char *id)
{
  return g_hash_table_lookup (library->digests, id);
}

const PedicleSignOff *
pedicle_library_find_sign_off (const PedicleLibrary *library, const char *file)
{
  const PedicleOverlay *overlay = library->overlay;
  for (guint i = 0; overlay && i < overlay->reviews->len; i++)
    {
      const PedicleSignOff *review = overlay->reviews->pdata[i];
      if (review->holds && g_strcmp0 (review->of, file) == 0)
        return review;
    }
  return NULL;
}
