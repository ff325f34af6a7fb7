/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet.h"

#include <string.h>

static const struct
{
  const char *word;
  double width, height;
} papers[] = {
  [PEDICLE_PAPER_A4] = { "a4", 595.276, 841.890 },
  [PEDICLE_PAPER_LETTER] = { "letter", 612.0, 792.0 },
};

static const struct
{
  const char *word;
  double points;
} sizes[] = {
  { "normal", PEDICLE_SIZE_NORMAL },
  { "large", PEDICLE_SIZE_LARGE },
  { "very-large", PEDICLE_SIZE_VERY_LARGE },
};

gboolean
pedicle_paper_parse (const char *word, PediclePaper *paper)
{
  for (size_t i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (word, papers[i].word) == 0)
      {
        *paper = (PediclePaper) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
pedicle_size_parse (const char *word, double *points)
{
  char *end = NULL;
  double value;

  for (size_t i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (strcmp (word, sizes[i].word) == 0)
      {
        *points = sizes[i].points;
        return TRUE;
      }
  if (!g_ascii_isdigit (word[0]))
    return FALSE;
  value = g_ascii_strtod (word, &end);
  if (*end != '\0' || !(value >= PEDICLE_SIZE_MIN && value <= PEDICLE_SIZE_MAX))
    return FALSE;
  *points = value;
  return TRUE;
}

PedicleSheet
pedicle_sheet_new (PediclePaper paper, bool landscape)
{
  double width = papers[paper].width;
  double height = papers[paper].height;

  /* More than any desktop printer keeps for itself: 16 mm at the sides and, where columns need the
   * room, 12.7 mm, which is what the feed of some keeps at the foot of the paper. */
  double margin = landscape ? 36 : 45;

  return (PedicleSheet){
    .width = landscape ? height : width,
    .height = landscape ? width : height,
    .top = landscape ? 28 : 22,
    .bottom = landscape ? 28 : 36,
    .start = margin,
    .end = margin,
  };
}

double
pedicle_sheet_inner_width (const PedicleSheet *sheet)
{
  return sheet->width - sheet->start - sheet->end;
}
