/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <glib/gi18n.h>

#include "application.h"
#include "config.h"
#include "privacy.h"
#include "recent.h"

int
main (int argc, char **argv)
{
  const char *uninstalled = g_getenv ("PEDICLE_LOCALE_DIR");

  pedicle_privacy_start ();
  pedicle_application_choose_language ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, uninstalled != NULL ? uninstalled : PEDICLE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_autoptr (PedicleApplication) application = pedicle_application_new ();
  int status = g_application_run (G_APPLICATION (application), argc, argv);

  pedicle_recent_end ();
  pedicle_privacy_end ();
  return status;
}
