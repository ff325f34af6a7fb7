/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** pedicle_source_list_add: adds the ids of @cites (nullable) that are not in @ids (element-type utf8) yet. */
void pedicle_source_list_add (GPtrArray *ids, char **cites);

/** pedicle_source_list_add_numbers: what a set of numbers stands on: its own sources and those of its outcomes. */
void pedicle_source_list_add_numbers (GPtrArray *ids, const PedicleNumbers *numbers);

/** pedicle_source_markup: one source in full: reference, a link to it, what kind of work it is, what was read of it, who paid.
 * Returns: (transfer full): several lines of Pango markup */
char *pedicle_source_markup (const PedicleSource *source);

/** pedicle_source_list_format: the sources that are there, in full, and when all was looked for and is to be looked at
 * again. @ids: (element-type utf8). Returns: (transfer full): Pango markup; "" without a source */
char *pedicle_source_list_format (PedicleSession *session, GPtrArray *ids);

G_END_DECLS
