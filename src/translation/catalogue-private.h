/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "po-file.h"

G_BEGIN_DECLS

/** pedicle_catalogue_chain: asks @next for what @catalogue does not have. Only before @catalogue is
 * shared. */
void pedicle_catalogue_chain (PedicleCatalogue *catalogue, PedicleCatalogue *next);

/** pedicle_catalogue_get_messages: Returns: (transfer none) (nullable): the #PedicleMessage of its
 * own file. */
GPtrArray *pedicle_catalogue_get_messages (const PedicleCatalogue *catalogue);

/** pedicle_catalogue_get_next: Returns: (transfer none) (nullable): the one that is asked next. */
const PedicleCatalogue *pedicle_catalogue_get_next (const PedicleCatalogue *catalogue);

G_END_DECLS
