/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Any markup gives runs or an error; its plain text is UTF-8; it has its own shape. */
#include "fuzz.h"

#include "inline.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *markup = g_utf8_make_valid ((const char *) data, size);
  g_autofree char *plain = pedicle_inline_to_plain (markup);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = pedicle_inline_parse (markup, &error);

  if ((runs == NULL) != (error != NULL) || !g_utf8_validate (plain, -1, NULL))
    g_error ("runs and an error, or neither");
  if (runs != NULL && !pedicle_inline_same_shape (markup, markup, NULL))
    g_error ("a text differs from itself");
  return 0;
}
