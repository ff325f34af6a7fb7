/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "source.h"

G_BEGIN_DECLS

/** pedicle_links_find: Returns: (transfer full) (nullable): the address of a page on the web where
 * @source can be read; only http and https. */
char *pedicle_links_find (const PedicleSource *source);

G_END_DECLS
