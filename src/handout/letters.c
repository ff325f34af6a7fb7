/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters.h"

#include <pango/pangofc-font.h>

#include "pages.h"

#define CORE "fonts-noto-core"
#define CJK "fonts-noto-cjk"
#define OTHER "fonts-noto-extra"

/* The scripts that Noto draws in bold, too, with a letter of each. */
static const struct
{
  GUnicodeScript script;
  const char *name, *package;
  gunichar letter;
} scripts[] = {
  { G_UNICODE_SCRIPT_LATIN, "Latin", CORE, 'A' },
  { G_UNICODE_SCRIPT_GREEK, "Greek", CORE, 0x3b1 },
  { G_UNICODE_SCRIPT_CYRILLIC, "Cyrillic", CORE, 0x430 },
  { G_UNICODE_SCRIPT_ARABIC, "Arabic", CORE, 0x627 },
  { G_UNICODE_SCRIPT_HEBREW, "Hebrew", CORE, 0x5d0 },
  { G_UNICODE_SCRIPT_ARMENIAN, "Armenian", CORE, 0x561 },
  { G_UNICODE_SCRIPT_GEORGIAN, "Georgian", CORE, 0x10d0 },
  { G_UNICODE_SCRIPT_DEVANAGARI, "Devanagari", CORE, 0x905 },
  { G_UNICODE_SCRIPT_BENGALI, "Bengali", CORE, 0x985 },
  { G_UNICODE_SCRIPT_GURMUKHI, "Gurmukhi", CORE, 0xa05 },
  { G_UNICODE_SCRIPT_GUJARATI, "Gujarati", CORE, 0xa85 },
  { G_UNICODE_SCRIPT_ORIYA, "Odia", CORE, 0xb05 },
  { G_UNICODE_SCRIPT_TAMIL, "Tamil", CORE, 0xb85 },
  { G_UNICODE_SCRIPT_TELUGU, "Telugu", CORE, 0xc05 },
  { G_UNICODE_SCRIPT_KANNADA, "Kannada", CORE, 0xc85 },
  { G_UNICODE_SCRIPT_MALAYALAM, "Malayalam", CORE, 0xd05 },
  { G_UNICODE_SCRIPT_SINHALA, "Sinhala", CORE, 0xd85 },
  { G_UNICODE_SCRIPT_THAI, "Thai", CORE, 0xe01 },
  { G_UNICODE_SCRIPT_LAO, "Lao", CORE, 0xe81 },
  { G_UNICODE_SCRIPT_TIBETAN, "Tibetan", CORE, 0xf40 },
  { G_UNICODE_SCRIPT_MYANMAR, "Burmese", CORE, 0x1000 },
  { G_UNICODE_SCRIPT_KHMER, "Khmer", CORE, 0x1780 },
  { G_UNICODE_SCRIPT_ETHIOPIC, "Ethiopic", CORE, 0x12a0 },
  { G_UNICODE_SCRIPT_THAANA, "Thaana", CORE, 0x780 },
  { G_UNICODE_SCRIPT_CHEROKEE, "Cherokee", CORE, 0x13a0 },
  { G_UNICODE_SCRIPT_CANADIAN_ABORIGINAL, "Canadian Aboriginal", CORE, 0x1401 },
  { G_UNICODE_SCRIPT_OL_CHIKI, "Ol Chiki", CORE, 0x1c5a },
  { G_UNICODE_SCRIPT_MEETEI_MAYEK, "Meetei Mayek", CORE, 0xabc0 },
  { G_UNICODE_SCRIPT_JAVANESE, "Javanese", CORE, 0xa984 },
  { G_UNICODE_SCRIPT_SUNDANESE, "Sundanese", CORE, 0x1b83 },
  { G_UNICODE_SCRIPT_ADLAM, "Adlam", CORE, 0x1e922 },
  { G_UNICODE_SCRIPT_HANIFI_ROHINGYA, "Rohingya", CORE, 0x10d00 },
  { G_UNICODE_SCRIPT_HAN, "Chinese", CJK, 0x4e00 },
  { G_UNICODE_SCRIPT_HIRAGANA, "Japanese", CJK, 0x3042 },
  { G_UNICODE_SCRIPT_KATAKANA, "Japanese", CJK, 0x30a2 },
  { G_UNICODE_SCRIPT_BOPOMOFO, "Bopomofo", CJK, 0x3105 },
  { G_UNICODE_SCRIPT_HANGUL, "Korean", CJK, 0xac00 },
};

static int
find_script (GUnicodeScript script)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (scripts[i].script == script)
      return (int) i;
  return -1;
}

void
pedicle_letters_note (GArray *lacks, PedicleLackKind kind, gunichar letter, bool typed)
{
  const PedicleLack lack = { kind, letter, typed };

  for (guint i = 0; i < lacks->len; i++)
    {
      PedicleLack *known = &g_array_index (lacks, PedicleLack, i);

      if (known->kind == kind &&
          g_unichar_get_script (known->letter) == g_unichar_get_script (letter))
        {
          /* Words of the content may be shown as they are. */
          if (known->typed && !typed)
            *known = lack;
          return;
        }
    }
  g_array_append_val (lacks, lack);
}

/* ---- Faces ---- */

static bool
is_smeared (const FcPattern *pattern)
{
  FcBool smeared = FcFalse;

  return FcPatternGetBool (pattern, FC_EMBOLDEN, 0, &smeared) == FcResultMatch && smeared;
}

static bool
is_leant (const FcPattern *pattern)
{
  FcMatrix *matrix;

  return FcPatternGetMatrix (pattern, FC_MATRIX, 0, &matrix) == FcResultMatch && matrix->xy != 0;
}

static int
get_integer (const FcPattern *pattern, const char *object)
{
  int value = 0;

  return FcPatternGetInteger (pattern, object, 0, &value) == FcResultMatch ? value : 0;
}

static bool
has_slanted_letters (GUnicodeScript script)
{
  return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK ||
         script == G_UNICODE_SCRIPT_CYRILLIC;
}

/* Digits and signs are drawn by whatever face the letters have, or have one face alone. */
static gunichar
find_letter (const char *text, int length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)) &&
        find_script (g_unichar_get_script (g_utf8_get_char (at))) >= 0)
      return g_utf8_get_char (at);
  return 0;
}

void
pedicle_letters_check_face (GArray *lacks,
                            PangoFont *font,
                            const char *text,
                            int length,
                            bool strong,
                            bool slanted,
                            bool typed)
{
  const FcPattern *pattern = pango_fc_font_get_pattern (PANGO_FC_FONT (font));
  bool smeared = is_smeared (pattern), leant = is_leant (pattern);
  bool plain = strong && get_integer (pattern, FC_WEIGHT) < FC_WEIGHT_DEMIBOLD;
  bool upright = slanted && get_integer (pattern, FC_SLANT) == FC_SLANT_ROMAN;
  gunichar letter;

  if (!smeared && !leant && !plain && !upright)
    return;
  letter = find_letter (text, length);
  if (smeared || (plain && letter != 0))
    pedicle_letters_note (lacks, PEDICLE_LACK_BOLD, letter != 0 ? letter : g_utf8_get_char (text),
                          typed);
  if (leant || (upright && has_slanted_letters (g_unichar_get_script (letter))))
    pedicle_letters_note (lacks, PEDICLE_LACK_SLANT, letter != 0 ? letter : g_utf8_get_char (text),
                          typed);
}

/* ---- The message ---- */

/* A letter to show: not one that a person has typed, since it may be a patient's. */
static gunichar
pick_letter (const PedicleLack *lack, int known)
{
  GUnicodeScript script = g_unichar_get_script (lack->letter);
  gunichar letter;

  if (!lack->typed)
    return lack->letter;
  if (known >= 0 && script != G_UNICODE_SCRIPT_LATIN)
    return scripts[known].letter;
  for (letter = lack->letter & ~0x7fu; letter <= (lack->letter | 0x7fu); letter++)
    if (letter != lack->letter && g_unichar_isgraph (letter) &&
        (script == G_UNICODE_SCRIPT_UNKNOWN || g_unichar_get_script (letter) == script))
      return letter;
  return 0xfffd;
}

static const char *
package_of (gunichar letter, int known)
{
  switch (g_unichar_get_script (letter))
    {
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_INHERITED:
    case G_UNICODE_SCRIPT_UNKNOWN:
      return OTHER;
    default:
      return known >= 0 ? scripts[known].package : CORE;
    }
}

static char *
name_script (GUnicodeScript script, int known)
{
  guint32 iso = GUINT32_TO_BE (g_unicode_script_to_iso15924 (script));

  if (known >= 0)
    return g_strdup_printf ("the %s script", scripts[known].name);
  if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED ||
      script == G_UNICODE_SCRIPT_UNKNOWN)
    return g_strdup ("signs of no script");
  return g_strdup_printf ("the script %.4s", (const char *) &iso);
}

static char *
describe (const PedicleLack *lack)
{
  static const char *const words[] = {
    [PEDICLE_LACK_LETTER] = "a font for",
    [PEDICLE_LACK_BOLD] = "the bold face for",
    [PEDICLE_LACK_SLANT] = "the slanted face for",
  };
  GUnicodeScript script = g_unichar_get_script (lack->letter);
  int known = find_script (script);
  gunichar letter = pick_letter (lack, known);
  g_autofree char *name = name_script (script, known);
  char utf8[7] = "";

  g_unichar_to_utf8 (letter, utf8);
  return g_strdup_printf ("%s %s, for example “%s” (U+%04X), from the package %s",
                          words[lack->kind], name, utf8, letter, package_of (lack->letter, known));
}

bool
pedicle_letters_report (const GArray *lacks, GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (lacks->len == 0)
    return true;
  for (guint i = 0; i < lacks->len; i++)
    {
      g_autofree char *one = describe (&g_array_index (lacks, PedicleLack, i));

      g_string_append_printf (words, "%s%s", i > 0 ? "; " : "", one);
    }
  g_set_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_GLYPHS,
               "The fonts of this machine lack letters of the page, and none are left out or "
               "imitated. Install %s.",
               words->str);
  return false;
}
