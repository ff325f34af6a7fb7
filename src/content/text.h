/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PedicleText: one leaf of the content, the unit of translation. Immutable, counted.
 * @context: "file-id/leaf-id", the msgctxt
 * @markup: the English text with its inline elements, white space squeezed: the msgid
 * @tag: the leaf's element name
 * @note: (nullable): what the translator is told ("maxlen:60. Spoken to the patient.")
 */
typedef struct
{
  const char *context;
  const char *markup;
  const char *tag;
  const char *note;
  const char *file;
  int line;
  int column;
} PedicleText;

PedicleText *pedicle_text_new (const char *context,
                               const char *markup,
                               const char *tag,
                               const char *note,
                               const char *file,
                               int line,
                               int column);
PedicleText *pedicle_text_ref (PedicleText *text);
void pedicle_text_unref (PedicleText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleText, pedicle_text_unref)

/** pedicle_text_get_id: the part of the context after the slash. */
const char *pedicle_text_get_id (const PedicleText *text);

/** pedicle_text_digest: Returns: (transfer full): "sha256:" and the hex digest of the markup, for overlays. */
char *pedicle_text_digest (const PedicleText *text);

G_END_DECLS
