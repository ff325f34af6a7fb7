/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose.h"

#include "approval.h"

static bool
check_size (const PedicleRequest *request, GError **error)
{
  if (request->size >= PEDICLE_SIZE_MIN && request->size <= PEDICLE_SIZE_MAX)
    return true;
  g_set_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_REQUEST,
               "Text of %g points cannot be printed. Choose a size from %g to %g points.",
               request->size, PEDICLE_SIZE_MIN, PEDICLE_SIZE_MAX);
  return false;
}

static bool
check_option (PedicleComposer *composer, GError **error)
{
  const PedicleRequest *request = composer->request;
  const char *id = request->handout->id;

  if (request->handout->for_decision)
    return true;
  if (request->option == NULL)
    {
      g_set_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_REQUEST,
                   "The handout “%s” is about one option. Say which one.", id);
      return false;
    }
  composer->procedure = pedicle_library_find_procedure (request->library, request->option);
  if (composer->procedure != NULL && pedicle_handout_is_for (request->handout, request->option))
    return true;
  g_set_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_REQUEST,
               "The handout “%s” is not for “%s”. Choose another option or another handout.", id,
               request->option);
  return false;
}

static bool
holds_any (const GPtrArray *blocks, PedicleBlockKind kind)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const PedicleBlock *block = blocks->pdata[i];

      if (block->kind == kind || holds_any (block->children, kind))
        return true;
    }
  return false;
}

bool
pedicle_composer_init (PedicleComposer *composer, const PedicleRequest *request, GError **error)
{
  const char *decision = request->handout->decision;

  composer->request = request;
  composer->sources = g_ptr_array_new_with_free_func (g_free);
  composer->source_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  composer->told = g_hash_table_new (NULL, NULL);
  composer->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  composer->local = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  composer->broken = g_ptr_array_new ();
  composer->flow = pedicle_flow_new ();
  composer->stacked = request->size >= PEDICLE_SIZE_STACKED;
  composer->cites = holds_any (request->handout->blocks, PEDICLE_BLOCK_SOURCES);
  if (holds_any (request->handout->blocks, PEDICLE_BLOCK_GLOSSARY))
    composer->terms = g_ptr_array_new ();
  if (!check_size (request, error))
    return false;
  composer->decision = pedicle_library_find_decision (request->library, decision);
  if (composer->decision == NULL)
    {
      g_set_error (
          error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_REQUEST,
          "The handout “%s” needs the decision “%s”, which could not be read. Check the content.",
          request->handout->id, decision != NULL ? decision : "");
      return false;
    }
  if (!check_option (composer, error))
    return false;
  pedicle_phrasing_init (&composer->phrasing, request->library, request->catalogue);
  pedicle_placeholders_init (&composer->placeholders, request, composer->decision,
                             &composer->phrasing);
  return true;
}

void
pedicle_composer_clear (PedicleComposer *composer)
{
  pedicle_placeholders_clear (&composer->placeholders);
  g_clear_pointer (&composer->source_numbers, g_hash_table_unref);
  g_clear_pointer (&composer->sources, g_ptr_array_unref);
  g_clear_pointer (&composer->told, g_hash_table_unref);
  g_clear_pointer (&composer->files, g_hash_table_unref);
  g_clear_pointer (&composer->local, g_hash_table_unref);
  g_clear_pointer (&composer->terms, g_ptr_array_unref);
  g_clear_pointer (&composer->term_words, g_ptr_array_unref);
  g_clear_pointer (&composer->broken, g_ptr_array_unref);
  g_clear_pointer (&composer->flow, pedicle_flow_free);
  g_clear_error (&composer->error);
}

/* All at once, as the loader tells all errors of a file. */
static void
blame_pictures (const GPtrArray *broken, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < broken->len; i++)
    g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "",
                            ((const PedicleFigure *) broken->pdata[i])->src);
  g_set_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_PICTURE,
               broken->len == 1 ? "The picture %s has errors. Nothing was made; mend it first."
                                : "The pictures %s have errors. Nothing was made; mend them first.",
               names->str);
}

bool
pedicle_compose (PedicleComposer *composer, GError **error)
{
  PedicleBox *root = composer->flow->root;
  const PedicleText *title =
      pedicle_handout_get_title (composer->request->handout, composer->request->option);

  if (title != NULL)
    pedicle_compose_text (composer, root, root->node, "H1", PEDICLE_ROLE_TITLE, title)->keep_next =
        true;
  pedicle_compose_blocks (composer, composer->request->handout->blocks, root, root->node);
  pedicle_approval_note_page (composer);
  if (composer->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&composer->error));
      return false;
    }
  if (composer->broken->len > 0)
    blame_pictures (composer->broken, error);
  return composer->broken->len == 0;
}
