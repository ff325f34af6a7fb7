/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes give a catalogue or an error. */
#include "fuzz.h"

#include "catalogue.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (PedicleCatalogue) catalogue = pedicle_catalogue_parse (bytes, "fuzz.po", "es", &error);

  if ((catalogue == NULL) != (error != NULL))
    g_error ("a catalogue and an error, or neither");
  return 0;
}
