/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION: privacy
 *
 * What the toolkit would leave behind, prevented: no core file, and a folder of our own for temporary files, in
 * memory where the system has such a place, since a print dialog leaves the whole document in it.
 */

/** pedicle_privacy_start: before anything asks for the folder of temporary files. */
void pedicle_privacy_start (void);

/** pedicle_privacy_sweep: deletes the temporary files; after each print. */
void pedicle_privacy_sweep (void);

/** pedicle_privacy_end: sweeps and removes the folder. */
void pedicle_privacy_end (void);

/** pedicle_privacy_get_folder: (nullable): the folder, between start and end. */
const char *pedicle_privacy_get_folder (void);

G_END_DECLS
