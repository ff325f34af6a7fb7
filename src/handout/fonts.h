/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * SECTION: fonts
 *
 * The letters of paper: Noto, from the folders of the system and from nowhere else. What a person
 * has installed at home or has set for their screen changes no page, and fonts that no page needs
 * are not looked at. The environment PEDICLE_FONTS_DIR, when set, is the one folder instead.
 */

typedef enum
{
  PEDICLE_FONTS_COMMON, /* Latin, Greek, Cyrillic and Arabic letters: few, and found at once */
  PEDICLE_FONTS_ALL,    /* every script that is installed, the common ones first */
} PedicleFonts;

/** pedicle_fonts_new_map: Where Noto Sans is not installed at all, the map is that of the system.
 * Returns: (transfer full): for this thread only. */
PangoFontMap *pedicle_fonts_new_map (PedicleFonts fonts);

/** pedicle_fonts_families: Returns: the faces for a page in @language, in the order of choice. */
const char *pedicle_fonts_families (PangoLanguage *language);

G_END_DECLS
