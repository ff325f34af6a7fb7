/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "problem.h"

G_BEGIN_DECLS

/**
 * SECTION: xml
 *
 * The only place that knows libxml2. Bytes become a tree of elements of our own, with the position of each tag's '<'
 * and of each attribute, or a problem. Limits: %PEDICLE_XML_MAX_BYTES, %PEDICLE_XML_MAX_TAG, ... below.
 */

#define PEDICLE_XML_MAX_BYTES (4 * 1024 * 1024) /* bytes of a file */
#define PEDICLE_XML_MAX_TAG (16 * 1024)         /* bytes from '<' to '>' */
#define PEDICLE_XML_MAX_NODES 200000            /* elements and attributes of a file */
#define PEDICLE_XML_MAX_DEPTH 64                /* elements inside each other */

/** PedicleAttribute: @name has no namespace prefix; a file with namespaces is refused unless it is an SVG. */
typedef struct
{
  const char *name;
  const char *value;
} PedicleAttribute;

/**
 * PedicleElement: one element, owned by its #PedicleXml and gone with it.
 * @children holds elements and texts in document order; a text has @name %NULL and its characters in @text.
 */
typedef struct _PedicleElement PedicleElement;
struct _PedicleElement
{
  const char *name;
  const char *text;
  const PedicleAttribute *attributes;
  guint n_attributes;
  int line;
  int column;
  gboolean has_comment; /* directly between its children */
  PedicleElement *parent;
  PedicleElement *first;
  PedicleElement *next;
};

typedef struct _PedicleXml PedicleXml;

/**
 * pedicle_xml_parse:
 * @bytes: the whole file
 * @file: its name in messages
 * @problems: gets the first problem when the file is refused
 *
 * Returns: (transfer full) (nullable): the tree, or %NULL with one problem added.
 */
PedicleXml *pedicle_xml_parse (GBytes *bytes, const char *file, PedicleProblems *problems);

/** pedicle_xml_read: the same from a path; refuses what is no plain file or is larger than the limit. */
PedicleXml *pedicle_xml_read (const char *path, PedicleProblems *problems);

void pedicle_xml_free (PedicleXml *xml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleXml, pedicle_xml_free)

const PedicleElement *pedicle_xml_get_root (const PedicleXml *xml);
const char *pedicle_xml_get_file (const PedicleXml *xml);

/** pedicle_element_get: Returns: (nullable): the attribute's value. */
const char *pedicle_element_get (const PedicleElement *element, const char *name);

/** pedicle_element_first / pedicle_element_next: the child elements, texts left out. */
const PedicleElement *pedicle_element_first (const PedicleElement *element);
const PedicleElement *pedicle_element_next (const PedicleElement *element);

G_END_DECLS
