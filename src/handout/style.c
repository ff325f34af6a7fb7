/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "style.h"

static const struct
{
  double add;   /* points more than the body's at 14 points; fewer the larger it is, since it stands out by then */
  double fixed; /* points whatever the body's, 0 for none */
  bool strong;
  guint32 colour;
  double before;
} roles[PEDICLE_N_ROLES] = {
  [PEDICLE_ROLE_BODY] = { 0, 0, false, PEDICLE_COLOUR_INK, 5 },
  [PEDICLE_ROLE_TITLE] = { 10, 0, true, PEDICLE_COLOUR_INK, 0 },
  [PEDICLE_ROLE_HEADING] = { 3.5, 0, true, 0x0b5d55, 9 },
  [PEDICLE_ROLE_SUBHEADING] = { 1, 0, true, 0x0b5d55, 7 },
  [PEDICLE_ROLE_LEAD] = { 0, 0, true, PEDICLE_COLOUR_INK, 3 },
  [PEDICLE_ROLE_ITEM] = { 0, 0, false, PEDICLE_COLOUR_INK, 2 },
  [PEDICLE_ROLE_CALL_EMERGENCY] = { 3.5, 0, true, 0xa61b11, 0 },
  [PEDICLE_ROLE_CALL] = { 3.5, 0, true, 0x6e4700, 0 },
  [PEDICLE_ROLE_QUIET] = { 0, 0, false, 0x454c54, 2 },
  [PEDICLE_ROLE_LABEL] = { 0, 0, false, PEDICLE_COLOUR_INK, 0 },
  [PEDICLE_ROLE_RUNNING] = { 0, 10, false, 0x30373f, 0 },
  [PEDICLE_ROLE_RUNNING_STRONG] = { 0, 10, true, 0x30373f, 0 },
  [PEDICLE_ROLE_STRIP] = { 0, 10, true, 0x6e4700, 0 },
};

static const PedicleFrameLook frames[PEDICLE_N_FRAMES] = {
  [PEDICLE_FRAME_NONE] = { 0, 0, 0, 0, -1, -1 },
  /* In grey only the line tells it from the next. */
  [PEDICLE_FRAME_EMERGENCY] = { 12, 7, 7, 2.8, 0xb42318, -1 },
  [PEDICLE_FRAME_CALL] = { 12, 7, 7, 1.6, 0x8a5a00, -1 },
  [PEDICLE_FRAME_CARD] = { 12, 7, 7, 1, 0x8b959d, -1 },
  [PEDICLE_FRAME_HEAD_ROW] = { 0, 0, 0, 0, -1, 0xe6f0ee },
  [PEDICLE_FRAME_ROW] = { 0, 0, 0, 0.8, PEDICLE_COLOUR_HAIRLINE, -1 },
  [PEDICLE_FRAME_STRIP] = { 8, 3, 4, 0.8, 0x8a5a00, 0xfff4d6 },
};

double
pedicle_style_scale (double size)
{
  return 0.5 + 0.5 * size / 14.0;
}

PedicleFace
pedicle_style_face (PedicleRole role, double size)
{
  return (PedicleFace){
    .points = roles[role].fixed > 0 ? roles[role].fixed : size + roles[role].add * 14 / size,
    .strong = roles[role].strong,
    .colour = roles[role].colour,
  };
}

double
pedicle_style_before (PedicleRole role, double size)
{
  return roles[role].before * pedicle_style_scale (size);
}

PedicleFrameLook
pedicle_style_frame (PedicleFrame frame)
{
  return frames[frame];
}
