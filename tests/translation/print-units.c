/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* print-units CONTENT: the units of translation as the program sees them: context, text and note,
 * parted by tabs. */
#include <stdio.h>

#include "library.h"

int
main (int argc, char **argv)
{
  const char *folders[] = { argc > 1 ? argv[1] : ".", NULL };
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  g_autoptr (PedicleLibrary) library = pedicle_library_load (folders, NULL, problems);
  GPtrArray *texts = pedicle_library_get_texts (library);
  g_autofree char *messages = pedicle_problems_format (problems);

  fputs (messages, stderr);
  for (guint i = 0; i < texts->len; i++)
    {
      const PedicleText *text = texts->pdata[i];

      printf ("%s\t%s\t%s\n", text->context, text->markup, text->note != NULL ? text->note : "");
    }
  return pedicle_problems_get_n_errors (problems) > 0;
}
