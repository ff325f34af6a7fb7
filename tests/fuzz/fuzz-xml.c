/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes give a tree, or exactly one problem. */
#include "fuzz.h"

#include "xml.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  g_autoptr (PedicleXml) xml = pedicle_xml_parse (bytes, "fuzz.xml", problems);

  if ((xml == NULL) != (pedicle_problems_get_n (problems) == 1))
    g_error ("a tree and %u problems", pedicle_problems_get_n (problems));
  return 0;
}
