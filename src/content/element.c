/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "element.h"
#include "attribute.h"
#include "wording.h"

#include <string.h>

bool
pedicle_element_is (const PedicleElement *element, const char *name)
{
  return element->name && strcmp (element->name, name) == 0;
}

const PedicleElement *
pedicle_element_child (const PedicleElement *element, const char *name)
{
  for_each_child (child, element)
    if (pedicle_element_is (child, name))
      return child;
  return NULL;
}

const PedicleElement *
pedicle_element_within (const PedicleElement *element, const char *name)
{
  while (element && !pedicle_element_is (element, name))
    element = element->parent;
  return element;
}

char **
pedicle_element_words (const PedicleElement *element, const char *attribute)
{
  const char *value = pedicle_element_get (element, attribute);
  if (!value)
    return NULL;
  g_auto (GStrv) parts = g_strsplit_set (value, " \t\r\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (char **part = parts; *part; part++)
    if (**part)
      g_strv_builder_add (builder, *part);
  return g_strv_builder_end (builder);
}

char *
pedicle_element_string (const PedicleElement *element, const char *attribute)
{
  return g_strdup (pedicle_element_get (element, attribute));
}

bool
pedicle_element_equals (const PedicleElement *element, const char *attribute, const char *value)
{
  return g_strcmp0 (pedicle_element_get (element, attribute), value) == 0;
}

int
pedicle_element_pick (const PedicleElement *element,
                      const char *attribute,
                      const char *const *words)
{
  for (int i = 0; words[i]; i++)
    if (pedicle_element_equals (element, attribute, words[i]))
      return i;
  return 0;
}

double
pedicle_element_number (const PedicleElement *element, const char *attribute)
{
  const char *value = pedicle_element_get (element, attribute);
  return value && pedicle_is_number (value) ? g_ascii_strtod (value, NULL) : 0;
}

GDate *
pedicle_element_date (const PedicleElement *element, const char *attribute)
{
  const char *value = pedicle_element_get (element, attribute);
  return value ? pedicle_parse_date (value) : NULL;
}

char *
pedicle_element_plain (const PedicleElement *element)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  for (const PedicleElement *child = element->first; child; child = child->next)
    if (!child->name)
      pedicle_wording_squeeze (plain, child->text);
  return g_strchomp (g_string_free (g_steal_pointer (&plain), FALSE));
}

char **
pedicle_element_cites (const PedicleElement *element)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for_each_child (child, element)
    if (pedicle_element_is (child, "cite") && pedicle_element_get (child, "ref"))
      g_strv_builder_add (builder, pedicle_element_get (child, "ref"));
  return g_strv_builder_end (builder);
}
