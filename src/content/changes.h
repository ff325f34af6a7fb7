/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "overlay.h"
#include "reader.h"

G_BEGIN_DECLS

/**
 * PedicleChanges: what the local layer replaces, hides and adds. The readers of the other files ask
 * it for each text and block, so that the model holds the clinic's words from the start.
 */

/** pedicle_changes_new: @overlay gets the count and the conflicts; @overlay_reader outlives the
 * changes. Takes nothing over. */
PedicleChanges *pedicle_changes_new (PedicleReader *overlay_reader, PedicleOverlay *overlay);
void pedicle_changes_free (PedicleChanges *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleChanges, pedicle_changes_free)

/** pedicle_changes_protect: answers to @topic speak of harm: they can be added to, no more. */
void pedicle_changes_protect (PedicleChanges *changes, const char *topic);
bool pedicle_changes_protects (const PedicleChanges *changes, const char *topic);

/** pedicle_changes_protect_part: so do the parts called @part, of whichever file. */
void pedicle_changes_protect_part (PedicleChanges *changes, const char *part);

/** pedicle_changes_get_text: @text, or what stands in its place. Returns: (transfer none) */
PedicleText *pedicle_changes_get_text (PedicleChanges *changes,
                                       PedicleReader *reader,
                                       const PedicleElement *element,
                                       PedicleText *text);

/** pedicle_changes_hides: whether the block is left out. */
bool pedicle_changes_hides (PedicleChanges *changes,
                            PedicleReader *reader,
                            const PedicleElement *element);

/** pedicle_changes_add_after: appends the blocks that follow @element to @blocks. */
void pedicle_changes_add_after (PedicleChanges *changes,
                                PedicleReader *reader,
                                const PedicleElement *element,
                                GPtrArray *blocks);

/** pedicle_changes_finish: reports what named nothing; @files are all that were read, good or bad.
 * With @some_unread it may name what could not be read, and nothing is said. */
void pedicle_changes_finish (PedicleChanges *changes, GPtrArray *files, bool some_unread);

/** pedicle_digest_below: Returns: (transfer full): "sha256:" and the digest of the leaves at and
 * below @element, joined by newlines: for one leaf that of its markup. */
char *pedicle_digest_below (const PedicleReader *reader, const PedicleElement *element);

G_END_DECLS
