/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages.h"

#include "late.h"
#include "typeset.h"

struct _PediclePreparation
{
  char *language;
  double size;
  gboolean pdf;
  GThread *thread;
  GMutex mutex;
  GCond ready;
  PedicleTypeset *typeset; /* (nullable): when the fonts are open and until it is taken */
};

/* What is missing is told when it is used. */
static gpointer
prepare (gpointer data)
{
  PediclePreparation *preparation = data;
  PedicleTypeset *typeset;

  pedicle_pages_use_no_other_fonts ();
  typeset = pedicle_typeset_new_open (preparation->language, preparation->size);
  g_mutex_lock (&preparation->mutex);
  preparation->typeset = typeset;
  g_cond_signal (&preparation->ready);
  g_mutex_unlock (&preparation->mutex);
  if (preparation->pdf)
    pedicle_late_qpdf (NULL);
  return NULL;
}

PediclePreparation *
pedicle_preparation_begin (const char *language, double size, gboolean pdf)
{
  PediclePreparation *preparation = g_new0 (PediclePreparation, 1);

  preparation->language = g_strdup (language);
  preparation->size = size;
  preparation->pdf = pdf;
  g_mutex_init (&preparation->mutex);
  g_cond_init (&preparation->ready);
  preparation->thread = g_thread_new ("prepare", prepare, preparation);
  return preparation;
}

void
pedicle_preparation_take (PediclePreparation *preparation)
{
  g_mutex_lock (&preparation->mutex);
  while (preparation->typeset == NULL)
    g_cond_wait (&preparation->ready, &preparation->mutex);
  pedicle_typeset_take (g_steal_pointer (&preparation->typeset));
  g_mutex_unlock (&preparation->mutex);
}

void
pedicle_preparation_end (PediclePreparation *preparation)
{
  g_thread_join (preparation->thread);
  g_clear_pointer (&preparation->typeset, pedicle_typeset_free);
  g_mutex_clear (&preparation->mutex);
  g_cond_clear (&preparation->ready);
  g_free (preparation->language);
  g_free (preparation);
}
