/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include <glib.h>

G_BEGIN_DECLS

/** The look of paper: every size, space and colour stands in style.c, in points of a sheet of
 * normal size. */

typedef enum
{
  PEDICLE_ROLE_BODY,
  PEDICLE_ROLE_TITLE,
  PEDICLE_ROLE_HEADING,
  PEDICLE_ROLE_SUBHEADING,
  PEDICLE_ROLE_LEAD, /* the head of a card or of a column of a table */
  PEDICLE_ROLE_ITEM,
  PEDICLE_ROLE_CALL_EMERGENCY, /* heads of the two boxes of warnings */
  PEDICLE_ROLE_CALL,
  PEDICLE_ROLE_QUIET,   /* where a number comes from */
  PEDICLE_ROLE_LABEL,   /* beside a point of a picture */
  PEDICLE_ROLE_RUNNING, /* header and footer: the only small print */
  PEDICLE_ROLE_RUNNING_STRONG,
  PEDICLE_ROLE_STRIP, /* a warning about the page itself */
  PEDICLE_N_ROLES
} PedicleRole;

typedef enum
{
  PEDICLE_FRAME_NONE,
  PEDICLE_FRAME_EMERGENCY, /* red */
  PEDICLE_FRAME_CALL,      /* amber */
  PEDICLE_FRAME_CARD,      /* grey */
  PEDICLE_FRAME_HEAD_ROW,  /* light ground */
  PEDICLE_FRAME_ROW,       /* hairline below */
  PEDICLE_FRAME_STRIP,     /* amber ground */
  PEDICLE_N_FRAMES
} PedicleFrame;

/** PedicleFace: how a role is set at a size of text. */
typedef struct
{
  double points;
  bool strong;
  guint32 colour; /* 0xRRGGBB */
} PedicleFace;

PedicleFace pedicle_style_face (PedicleRole role, double size);

/** pedicle_style_before: Returns: the space above a paragraph of @role. */
double pedicle_style_before (PedicleRole role, double size);

/** PedicleFrameLook: padding inside and lines around a frame. Colours of -1 are not drawn. */
typedef struct
{
  double pad_x, pad_y;
  double radius, line;
  gint32 stroke, fill;
} PedicleFrameLook;

PedicleFrameLook pedicle_style_frame (PedicleFrame frame);

#define PEDICLE_COLOUR_INK 0x16181d
#define PEDICLE_COLOUR_PAPER 0xffffff
#define PEDICLE_COLOUR_RULE 0x3b4149 /* lines to write on */
#define PEDICLE_COLOUR_HAIRLINE 0xb9c2c9
#define PEDICLE_COLOUR_SHARE 0x0b5d55 /* those in a picture of people whom it happens to */
#define PEDICLE_COLOUR_REST 0xffffff
#define PEDICLE_COLOUR_REST_LINE 0x5b6670
#define PEDICLE_COLOUR_TRACK 0xe3e8ea

/** From this size on, what would stand side by side stands below each other. */
#define PEDICLE_SIZE_STACKED 18.0
/** The most characters in a line. */
#define PEDICLE_MEASURE_MAX 70

/** pedicle_style_scale: Returns: how spaces grow with the text: less than the text does. */
double pedicle_style_scale (double size);

G_END_DECLS
