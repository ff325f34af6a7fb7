/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* make-pseudo LANGUAGE CONTENT: writes the pseudo-language's .po file for a content folder to
 * standard output. */
#include <stdio.h>
#include <string.h>

#include "pseudo.h"

int
main (int argc, char **argv)
{
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  g_autoptr (PedicleLibrary) library = NULL;
  g_autofree char *text = NULL;
  const char *folders[2] = { NULL, NULL };

  if (argc != 3 || (strcmp (argv[1], "en_XA") != 0 && strcmp (argv[1], "ar_XB") != 0))
    {
      fputs ("usage: make-pseudo en_XA|ar_XB CONTENT > FILE.po\n", stderr);
      return 2;
    }
  folders[0] = argv[2];
  library = pedicle_library_load (folders, NULL, problems);
  text = pedicle_problems_format (problems);
  fputs (text, stderr);
  g_free (text);
  text = pseudo_po (pedicle_library_get_texts (library), argv[1]);
  return fputs (text, stdout) == EOF || fflush (stdout) != 0;
}
