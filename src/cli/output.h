/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages.h"

G_BEGIN_DECLS

/** Where a finished handout goes: files written whole or not at all, or standard output. */

/** Dots an inch of a .png: two for each point. */
#define PEDICLE_OUTPUT_RESOLUTION 144.0

typedef enum
{
  PEDICLE_OUTPUT_PDF,
  PEDICLE_OUTPUT_PNG, /* a file for each page: k.png gives k-1.png, k-2.png ... or none of them */
  PEDICLE_OUTPUT_TEXT,
} PedicleOutput;

/** pedicle_output_parse: the kind of @path by its ending; "-" is a PDF on standard output. */
gboolean pedicle_output_parse (const char *path, PedicleOutput *output);

gboolean pedicle_output_write (const PediclePages *pages,
                               PedicleOutput output,
                               const char *path,
                               GError **error);

/** pedicle_output_write_private: a file that only its owner may read. The disk may have it later:
 * pedicle_output_settle() waits for all files of the folder. */
gboolean pedicle_output_write_private (GBytes *bytes, const char *path, GError **error);
gboolean pedicle_output_settle (const char *folder, GError **error);

G_END_DECLS
