/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include <glib.h>

G_BEGIN_DECLS

/** PedicleXmp: what a file says about itself; nothing about a patient. */
typedef struct
{
  const char *title, *language;
  const char *date; /* as in ISO 8601 */
  const char *creator, *producer;
  bool archive; /* says that it is PDF/A-2a, too */
} PedicleXmp;

/** pedicle_xmp_format: Returns: (transfer full): a packet of XMP, which says that the file is
 * PDF/UA-1. */
char *pedicle_xmp_format (const PedicleXmp *xmp);

G_END_DECLS
