/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "late.h"

#include <dlfcn.h>

#include "config.h"
#include "pages.h"

/* Fills @functions with what @library calls @names. */
static gboolean
bind_all (const char *library, const char *const *names, guint n, gpointer *functions)
{
  void *opened = dlopen (library, RTLD_NOW | RTLD_LOCAL);

  for (guint i = 0; i < n && opened != NULL; i++)
    {
      functions[i] = dlsym (opened, names[i]);
      if (functions[i] == NULL)
        return FALSE;
    }
  return opened != NULL;
}

static void
refuse (const char *library, GError **error)
{
  g_set_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_OUTPUT,
               "The library %s is missing, or is not the one that Pedicle was built with. Install "
               "it, or install Pedicle anew.",
               library);
}

#define NAME_OF_QPDF(name) "qpdf_" #name,
#define NAME_OF_RSVG(name) "rsvg_" #name,

const PedicleQpdf *
pedicle_late_qpdf (GError **error)
{
  static const char *const names[] = { PEDICLE_QPDF_FUNCTIONS (NAME_OF_QPDF) };
  static union
  {
    gpointer all[G_N_ELEMENTS (names)];
    PedicleQpdf qpdf;
  } functions;
  static gsize done;

  if (g_once_init_enter (&done))
    g_once_init_leave (&done, bind_all (PEDICLE_LIBQPDF, names, G_N_ELEMENTS (names),
                                        functions.all) ? 1 : 2);
  if (done == 1)
    return &functions.qpdf;
  refuse (PEDICLE_LIBQPDF, error);
  return NULL;
}

const PedicleRsvg *
pedicle_late_rsvg (GError **error)
{
  static const char *const names[] = { PEDICLE_RSVG_FUNCTIONS (NAME_OF_RSVG) };
  static union
  {
    gpointer all[G_N_ELEMENTS (names)];
    PedicleRsvg rsvg;
  } functions;
  static gsize done;

  if (g_once_init_enter (&done))
    g_once_init_leave (&done, bind_all (PEDICLE_LIBRSVG, names, G_N_ELEMENTS (names),
                                        functions.all) ? 1 : 2);
  if (done == 1)
    return &functions.rsvg;
  refuse (PEDICLE_LIBRSVG, error);
  return NULL;
}
