/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PEDICLE_TYPE_APPLICATION (pedicle_application_get_type ())
G_DECLARE_FINAL_TYPE (PedicleApplication, pedicle_application, PEDICLE, APPLICATION, AdwApplication)

PedicleApplication *pedicle_application_new (void);

/** pedicle_application_choose_language: sets the interface's language from the settings, when one is chosen there;
 * before setlocale(). */
void pedicle_application_choose_language (void);

/** pedicle_application_get_settings: (nullable): %NULL where the settings' schema is not installed. */
GSettings *pedicle_application_get_settings (void);

G_END_DECLS
