/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fonts.h"

#include <stdbool.h>
#include <pango/pangofc-fontmap.h>

#include "config.h"
#include "pages.h"

/* Folders of the system, never a person's own; /run/host is how a sandbox sees the system's. What
 * the system has found in them before is taken from its cache. */
#define FOLDERS \
  "<dir>" PEDICLE_FONTS "</dir><dir>/usr/local/share/fonts</dir><dir>/usr/share/fonts</dir>" \
  "<dir>/run/host/fonts</dir>"
#define CACHES \
  "<cachedir>" PEDICLE_FONTS_CACHE "</cachedir><cachedir prefix=\"xdg\">fontconfig</cachedir>"
/* All endings of the kinds that Pango takes: .ttf, .otf, .ttc, .otc. "*" alone would reject the
 * folders too. */
#define ONLY(files) \
  CACHES "<selectfont><acceptfont>" files "</acceptfont>" \
  "<rejectfont><glob>*.?t?</glob><glob>*.?T?</glob></rejectfont></selectfont></fontconfig>"

static const char *const words[] = {
  [PEDICLE_FONTS_COMMON] = ONLY (
      "<glob>*/NotoSans-Regular.*</glob><glob>*/NotoSans-Bold.*</glob>"
      "<glob>*/NotoSans-Italic.*</glob><glob>*/NotoSans-BoldItalic.*</glob>"
      "<glob>*/NotoNaskhArabic-Regular.*</glob><glob>*/NotoNaskhArabic-Bold.*</glob>"),
  /* By the order of their names a script's sans comes before its serif, which some have alone. */
  [PEDICLE_FONTS_ALL] = ONLY ("<glob>*/NotoSans*</glob><glob>*/NotoSerif*</glob>"
                              "<glob>*/NotoNaskhArabic*</glob>"),
};

static bool
has_noto (FcConfig *config)
{
  FcPattern *pattern = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, "Noto Sans", NULL);
  FcObjectSet *objects = FcObjectSetBuild (FC_FAMILY, NULL);
  FcFontSet *found = FcFontList (config, pattern, objects);
  bool any = found != NULL && found->nfont > 0;

  if (found != NULL)
    FcFontSetDestroy (found);
  FcObjectSetDestroy (objects);
  FcPatternDestroy (pattern);
  return any;
}

static char *
config_words (PedicleFonts fonts)
{
  const char *folder = g_getenv ("PEDICLE_FONTS_DIR");
  g_autofree char *own =
      folder != NULL ? g_markup_printf_escaped ("<dir>%s</dir>", folder) : g_strdup (FOLDERS);

  return g_strconcat ("<fontconfig>", own, words[fonts], NULL);
}

/* Returns: (transfer full) (nullable) */
static FcConfig *
config_new (PedicleFonts fonts)
{
  FcConfig *config = FcConfigCreate ();
  g_autofree char *told = config_words (fonts);

  if (FcConfigParseAndLoadFromMemory (config, (const FcChar8 *) told, FcTrue) &&
      FcConfigBuildFonts (config) && has_noto (config))
    return config;
  FcConfigDestroy (config);
  return NULL;
}

/* Shared by the maps of all threads, which only read it, and kept until the program ends.
 * Returns: (transfer none) (nullable) */
static FcConfig *
get_config (PedicleFonts fonts)
{
  static FcConfig *configs[G_N_ELEMENTS (words)];
  static gsize done[G_N_ELEMENTS (words)];

  if (g_once_init_enter (&done[fonts]))
    {
      configs[fonts] = config_new (fonts);
      g_once_init_leave (&done[fonts], 1);
    }
  if (configs[fonts] == NULL && fonts == PEDICLE_FONTS_COMMON)
    return get_config (PEDICLE_FONTS_ALL);
  return configs[fonts];
}

PangoFontMap *
pedicle_fonts_new_map (PedicleFonts fonts)
{
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  FcConfig *config = get_config (fonts);

  if (config != NULL)
    pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  return map;
}

void
pedicle_pages_use_no_other_fonts (void)
{
  FcConfig *config = get_config (PEDICLE_FONTS_COMMON);

  if (config != NULL)
    FcConfigSetCurrent (config);
}

/* Han characters are drawn in the way of the page's language, on other pages in that of the most
 * readers: never in that of the machine. */
const char *
pedicle_fonts_families (PangoLanguage *language)
{
  static const char *const han[][2] = {
    { "ja", "Noto Sans,Noto Sans CJK JP,Noto Naskh Arabic" },
    { "ko", "Noto Sans,Noto Sans CJK KR,Noto Naskh Arabic" },
    { "zh-hk;zh-mo", "Noto Sans,Noto Sans CJK HK,Noto Naskh Arabic" },
    { "zh-tw;zh-hant", "Noto Sans,Noto Sans CJK TC,Noto Naskh Arabic" },
  };

  if (pango_language_includes_script (language, PANGO_SCRIPT_ARABIC))
    return "Noto Naskh Arabic,Noto Sans,Noto Sans CJK SC";
  for (guint i = 0; i < G_N_ELEMENTS (han); i++)
    if (pango_language_matches (language, han[i][0]))
      return han[i][1];
  return "Noto Sans,Noto Naskh Arabic,Noto Sans CJK SC";
}
