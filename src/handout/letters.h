/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * SECTION: letters
 *
 * What the fonts of this machine lack for a page. A letter that no font has would be left out, and
 * one that is made bold or slanted by calculation is hard to read: such pages are refused.
 */

typedef enum
{
  PEDICLE_LACK_LETTER,
  PEDICLE_LACK_BOLD,  /* the face that is there is plain, or would be smeared */
  PEDICLE_LACK_SLANT, /* the face that is there is upright, or would be leant over */
} PedicleLackKind;

typedef struct
{
  PedicleLackKind kind;
  gunichar letter; /* the first of its script */
  bool typed;      /* by a person: then the message shows another letter of the script */
} PedicleLack;

/** pedicle_letters_note: adds one to @lacks, once for each kind and script. */
void pedicle_letters_note (GArray *lacks, PedicleLackKind kind, gunichar letter, bool typed);

/** pedicle_letters_check_face: notes what the face of @font lacks for the letters of @text.
 * @strong, @slanted: how the letters are to be. */
void pedicle_letters_check_face (GArray *lacks,
                                 PangoFont *font,
                                 const char *text,
                                 int length,
                                 bool strong,
                                 bool slanted,
                                 bool typed);

/** pedicle_letters_report: @lacks: (element-type PedicleLack). Returns: whether there are none;
 * else @error names each script, a letter of it, and the package that has it. */
bool pedicle_letters_report (const GArray *lacks, GError **error);

G_END_DECLS
