/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION: scan
 *
 * One linear pass over the bytes of an XML file before the parser sees them. It finds where each tag and each text
 * begins (the parser's own positions are of where a tag ends, and have no columns), and what must not reach the
 * parser at all.
 */

typedef enum
{
  PEDICLE_TOKEN_START, /* <name ...> or <name .../> */
  PEDICLE_TOKEN_END,   /* </name> */
  PEDICLE_TOKEN_TEXT,  /* the first character that is not white space */
  PEDICLE_TOKEN_COMMENT,
  PEDICLE_TOKEN_INSTRUCTION, /* <?name ...?>; the XML declaration is none */
  PEDICLE_TOKEN_CDATA,
  PEDICLE_TOKEN_DOCTYPE, /* always the last token: nothing behind it is looked at */
} PedicleTokenKind;

/** PedicleToken: @line and @column count from 1, the column in characters. */
typedef struct
{
  PedicleTokenKind kind;
  guint offset;
  int line;
  int column;
  gboolean empty; /* a start tag that is its own end: <name/> */
} PedicleToken;

/** PedicleScan: the tokens, in order. When @problem is set the scan ended at @offset (@line, @column), and the parser
 * may be given the bytes before it only. */
typedef struct
{
  GArray *tokens; /* (element-type PedicleToken) */
  char *problem;  /* (nullable): a sentence */
  gsize offset;
  int line;
  int column;
} PedicleScan;

/** pedicle_scan_new: @data: UTF-8, @length bytes, no byte order mark. Tags longer than @max_tag bytes are a problem. */
PedicleScan *pedicle_scan_new (const char *data, gsize length, gsize max_tag);

/** pedicle_scan_place: the line and column of @offset. */
void pedicle_scan_place (const char *data, gsize length, gsize offset, int *line, int *column);

void pedicle_scan_free (PedicleScan *scan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleScan, pedicle_scan_free)

G_END_DECLS
