/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compose.h"
#include "place.h"

G_BEGIN_DECLS

/** PedicleRunning: what stands at the head and at the foot of every page. Laid out before the pages
 * are, so that they know their height; the number of pages is set in when it is known. */
typedef struct
{
  const PedicleComposer *composer;
  RsvgHandle *logo;            /* (nullable): head of the first page, like the next two */
  double logo_width, logo_height, logo_room;
  PedicleLines *clinic, *name; /* (nullable) */
  PedicleLines *title;         /* head of the others */
  GPtrArray *strip;            /* (element-type PedicleLines): warnings about the page itself */
  PedicleLines *foot;
  bool foot_english; /* it ends with words that are not translated, and marked so */
  double first_head, later_head, foot_height;
  double strip_height;
  bool strip_beside; /* the warnings have room side by side */
  const char *lacks; /* (nullable): the phrase of a mark that must stand there and has no words */
  GError *error;     /* (nullable): why the clinic's logo cannot be shown */
} PedicleRunning;

void pedicle_running_init (PedicleRunning *running,
                           const PedicleComposer *composer,
                           const PedicleSheet *sheet);
void pedicle_running_clear (PedicleRunning *running);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PedicleRunning, pedicle_running_clear)

/** pedicle_running_body: the body of page @page, from 0. */
void pedicle_running_body (const PedicleRunning *running,
                           const PedicleSheet *sheet,
                           guint page,
                           double *top,
                           double *height);

void pedicle_running_place (const PedicleRunning *running, PediclePlacer *placer, guint n_pages);

G_END_DECLS
