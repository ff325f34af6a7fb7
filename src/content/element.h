/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include "xml.h"

G_BEGIN_DECLS

/* Elements and attributes. A value that is not of its kind was reported by the walk; here it counts
 * as missing. */

#define for_each_child(child, element)                                                             \
  for (const PedicleElement *child = pedicle_element_first (element); child;                       \
       child = pedicle_element_next (child))

bool pedicle_element_is (const PedicleElement *element, const char *name);
const PedicleElement *pedicle_element_child (const PedicleElement *element, const char *name);
/** pedicle_element_within: the nearest ancestor called @name, or the element itself. Returns:
 * (nullable) */
const PedicleElement *pedicle_element_within (const PedicleElement *element, const char *name);
/** pedicle_element_words: Returns: (transfer full) (nullable): the attribute's words. */
char **pedicle_element_words (const PedicleElement *element, const char *attribute);
char *pedicle_element_string (const PedicleElement *element, const char *attribute);
bool
pedicle_element_equals (const PedicleElement *element, const char *attribute, const char *value);
/** pedicle_element_pick: the index of the attribute's value in the NULL-terminated @words; 0 when
 * it is none of them. */
int pedicle_element_pick (const PedicleElement *element,
                          const char *attribute,
                          const char *const *words);
double pedicle_element_number (const PedicleElement *element, const char *attribute);
GDate *pedicle_element_date (const PedicleElement *element, const char *attribute);
/** pedicle_element_plain: Returns: (transfer full): the text of an element that holds plain words,
 * squeezed. */
char *pedicle_element_plain (const PedicleElement *element);
/** pedicle_element_cites: Returns: (transfer full): the sources named by the `cite` children; may
 * be empty. */
char **pedicle_element_cites (const PedicleElement *element);

G_END_DECLS
