/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/** PedicleDigester: what a reviewer signs of a file: every word, and every attribute that decides
 * what is shown or how, with the pictures that it shows and the sources that it names. White space,
 * comments and what is for translators alone (`note`, `maxlen`) do not count. */
typedef struct _PedicleDigester PedicleDigester;

/** pedicle_digester_new: @sources (element-type utf8 PedicleElement): by id; it outlives the
 * digester. */
PedicleDigester *pedicle_digester_new (GHashTable *sources);
void pedicle_digester_free (PedicleDigester *digester);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleDigester, pedicle_digester_free)

/** pedicle_digester_sum: of a file whose model was built, so that its pictures were read.
 * Returns: (transfer full): "sha256:" and the hex digest. */
char *pedicle_digester_sum (PedicleDigester *digester, const PedicleReader *reader);

G_END_DECLS
