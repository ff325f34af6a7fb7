/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleTurnsMode: how much of it is shown at once, from the most room to the least. */
typedef enum
{
  PEDICLE_TURNS_ALL,    /* everything */
  PEDICLE_TURNS_BESIDE, /* the lead, and one of the pages in turn */
  PEDICLE_TURNS_ALONE,  /* the lead or one of the pages in turn */
} PedicleTurnsMode;

/**
 * PedicleTurns: a lead and pages below each other as far as they fit the height; where they do not, buttons with their
 * titles show one after the other.
 *
 * Properties: lead, lead-title.
 * Signal: chosen: another one is to be in front
 */
#define PEDICLE_TYPE_TURNS (pedicle_turns_get_type ())
G_DECLARE_FINAL_TYPE (PedicleTurns, pedicle_turns, PEDICLE, TURNS, GtkWidget)

/** pedicle_turns_append: @page: (transfer floating) */
void pedicle_turns_append (PedicleTurns *self, GtkWidget *page, const char *title);

/** pedicle_turns_clear: removes the pages, and comes back to the lead, which stays. */
void pedicle_turns_clear (PedicleTurns *self);

/** pedicle_turns_set_current: the last, when there are not as many. */
void pedicle_turns_set_current (PedicleTurns *self, guint current);
guint pedicle_turns_get_current (PedicleTurns *self);

/** pedicle_turns_move: shows the next page, or the one before. Returns: %FALSE when there is none, or all are shown. */
gboolean pedicle_turns_move (PedicleTurns *self, int by);

PedicleTurnsMode pedicle_turns_get_mode (PedicleTurns *self);

G_END_DECLS
