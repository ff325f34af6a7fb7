/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words.h"

G_BEGIN_DECLS

/** PedicleSitePicker: the decision's picture, and beside it a button for each site, so that each is a control of its own
 * and as large as a finger. The site in the picture can be clicked as well, unless it is there to be drawn on. Tab stops
 * once; the arrows, Home, End and letters go from site to site, Space picks. */
#define PEDICLE_TYPE_SITE_PICKER (pedicle_site_picker_get_type ())
G_DECLARE_FINAL_TYPE (PedicleSitePicker, pedicle_site_picker, PEDICLE, SITE_PICKER, GtkWidget)

/** pedicle_site_picker_new: @field: id of the field whose value holds the sites. */
GtkWidget *pedicle_site_picker_new (PedicleSession *session, const char *field);

/** pedicle_site_picker_find_at: Returns: the index of the site that the picture has at a place in the widget; -1 when
 * there is none, or when the pen is taken up. */
int pedicle_site_picker_find_at (PedicleSitePicker *self, double x, double y);

/** pedicle_site_find: the site meant by what is typed, whatever the case: that whose id it is, else the next whose id
 * begins so, else the next of whose words one begins so.
 * @ids, @words: (array zero-terminated=1): of all sites
 * @from: where to begin; after the last comes the first
 * Returns: its index, -1 for none */
int pedicle_site_find (const char *const *ids, const char *const *words, const char *typed, int from);

/** pedicle_site_style: Returns: (transfer full): CSS for the decision's picture: the sites in the visit's value of
 * @field shown as broken. */
char *pedicle_site_style (PedicleSession *session, const char *field);

G_END_DECLS
