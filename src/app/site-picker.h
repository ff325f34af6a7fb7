/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words.h"

G_BEGIN_DECLS

/** PedicleSitePicker: the decision's picture with a button on each site, so that each is a control of its own. */
#define PEDICLE_TYPE_SITE_PICKER (pedicle_site_picker_get_type ())
G_DECLARE_FINAL_TYPE (PedicleSitePicker, pedicle_site_picker, PEDICLE, SITE_PICKER, GtkWidget)

/** pedicle_site_picker_new: @field: id of the field whose value holds the sites. */
GtkWidget *pedicle_site_picker_new (PedicleSession *session, const char *field);

/** pedicle_site_style: Returns: (transfer full): CSS for the decision's picture: the sites in the visit's value of
 * @field shown as broken. */
char *pedicle_site_style (PedicleSession *session, const char *field);

G_END_DECLS
