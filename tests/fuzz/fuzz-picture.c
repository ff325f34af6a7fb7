/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes give a picture that may be drawn, or at least one problem; and its size is known before. */
#include "fuzz.h"

#include "picture.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  g_autoptr (GHashTable) ids = NULL;
  double width = 0, height = 0, guessed = 0, guessed_height = 0;
  gboolean plain = pedicle_picture_measure (bytes, &guessed, &guessed_height);
  gboolean good = pedicle_picture_check (bytes, "fuzz.svg", &width, &height, &ids, problems);

  if (good != (pedicle_problems_get_n (problems) == 0) || (good && !(width > 0 && height > 0)))
    g_error ("a picture of %g x %g and %u problems", width, height,
             pedicle_problems_get_n (problems));
  if (good && plain && (guessed != width || guessed_height != height))
    g_error ("a picture of %g x %g seemed to be of %g x %g", width, height, guessed,
             guessed_height);
  return 0;
}
