/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "leaf.h"
#include "wording.h"

#include <stdlib.h>
#include <string.h>

#define MAX_SHORT_WORDS 30
#define MAX_INLINE_DEPTH 2

typedef struct
{
  PedicleReader *reader;
  const PedicleElement *element;
  GString *markup; /* with inline elements */
  GString *plain;  /* without */
  bool wrong;
} Leaf;

#define wrong(leaf, where, code, ...)                                                              \
  ((leaf)->wrong = true, pedicle_reader_error ((leaf)->reader, (where), (code), __VA_ARGS__))

/* The makers of catalogues see two texts where a comment stands between, with other white space. */
static void
check_comment (Leaf *leaf, const PedicleElement *element)
{
  if (element->has_comment)
    wrong (leaf, element, PEDICLE_CONTENT_ERROR_STRUCTURE,
           "<%s> has a comment inside its text: put the comment before the element", element->name);
}

/* Characters that nobody sees in an editor; a translator would lose them. */
static bool
is_invisible (gunichar character)
{
  return character == 0xA0 || character == 0xAD || character == 0x202F || character == 0xFEFF ||
         (character >= 0x200B && character <= 0x200F) ||
         (character >= 0x2028 && character <= 0x202E) ||
         (character >= 0x2060 && character <= 0x206F) ||
         (character < 0x20 && !pedicle_is_space ((char) character));
}

static void
check_characters (Leaf *leaf, const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      if (character == '<' || character == '>' || character == '&')
        {
          wrong (
              leaf, leaf->element, PEDICLE_CONTENT_ERROR_WORDING,
              "the text of <%s> has a \"%c\": write it in words, such as \"and\" or \"less than\"",
              leaf->element->name, (char) character);
          return;
        }
      if (is_invisible (character))
        {
          wrong (leaf, leaf->element, PEDICLE_CONTENT_ERROR_WORDING,
                 "the text of <%s> has the invisible character U+%04X%s: write a plain space, or "
                 "mark a number with "
                 "its unit as <num>",
                 leaf->element->name, character, character == 0xA0 ? " (no-break space)" : "");
          return;
        }
    }
}

static void
append_text (Leaf *leaf, const PedicleElement *node)
{
  check_characters (leaf, node->text);
  pedicle_wording_squeeze (leaf->plain, node->text);
  pedicle_wording_squeeze (leaf->markup, node->text);
}

static bool
has_inner_space (const PedicleElement *element)
{
  const PedicleElement *last = element->first;
  while (last && last->next)
    last = last->next;
  const char *start = element->first ? element->first->text : NULL;
  const char *end = last ? last->text : NULL;
  return (start && pedicle_is_space (*start)) ||
         (end && *end && pedicle_is_space (end[strlen (end) - 1]));
}

static void
check_inline_attributes (Leaf *leaf, const PedicleElement *element)
{
  bool is_term = strcmp (element->name, "term") == 0;
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const char *name = element->attributes[i].name;
      if (!is_term || strcmp (name, "ref") != 0)
        wrong (leaf, element, PEDICLE_CONTENT_ERROR_STRUCTURE,
               "unknown attribute %s in <%s>; allowed here: %s", name, element->name,
               is_term ? "ref" : "none");
    }
  if (!is_term)
    return;
  const char *ref = pedicle_element_get (element, "ref");
  if (!ref)
    wrong (leaf, element, PEDICLE_CONTENT_ERROR_STRUCTURE,
           "<term> needs the attribute ref: add the id of a term in the glossary");
  else if (!pedicle_is_slug (ref))
    wrong (leaf, element, PEDICLE_CONTENT_ERROR_VALUE,
           "ref=\"%s\" in <term>: write the id of a term in the glossary", ref);
  else
    pedicle_reader_add_reference (leaf->reader, PEDICLE_NAMES_TERM, ref, element);
}

static void
append_inline (Leaf *leaf, const PedicleElement *element, int depth)
{
  static const char *const names[] = { "em", "strong", "term", "num", NULL };
  if (!g_strv_contains (names, element->name))
    {
      wrong (leaf, element, PEDICLE_CONTENT_ERROR_STRUCTURE,
             "unknown element <%s> in <%s>; allowed here: text, em, strong, term, num",
             element->name, leaf->element->name);
      return;
    }
  if (depth > MAX_INLINE_DEPTH)
    wrong (leaf, element, PEDICLE_CONTENT_ERROR_STRUCTURE,
           "<%s> lies too deep: an inline element may hold one more, which holds text only",
           element->name);
  if (!element->first)
    wrong (leaf, element, PEDICLE_CONTENT_ERROR_STRUCTURE,
           "<%s> is empty: write its text, or remove it", element->name);
  if (has_inner_space (element))
    wrong (leaf, element, PEDICLE_CONTENT_ERROR_WORDING,
           "<%s> begins or ends with a space: move the space outside the element", element->name);
  check_comment (leaf, element);
  check_inline_attributes (leaf, element);
  g_string_append_printf (leaf->markup, "<%s", element->name);
  for (guint i = 0; i < element->n_attributes; i++)
    g_string_append_printf (leaf->markup, " %s=\"%s\"", element->attributes[i].name,
                            element->attributes[i].value);
  g_string_append_c (leaf->markup, '>');
  for (const PedicleElement *child = element->first; child; child = child->next)
    if (child->name)
      append_inline (leaf, child, depth + 1);
    else
      append_text (leaf, child);
  g_string_append_printf (leaf->markup, "</%s>", element->name);
}

static void
check_placeholders (Leaf *leaf)
{
  const char *at = leaf->plain->str;
  while ((at = strpbrk (at, "{}")))
    {
      gsize length = strcspn (at + 1, "{}");
      g_autofree char *name = g_strndup (at + 1, length);
      if (*at == '}' || at[1 + length] != '}' || !pedicle_is_slug (name))
        {
          wrong (leaf, leaf->element, PEDICLE_CONTENT_ERROR_WORDING,
                 "a brace in <%s> is no placeholder: write the id of a field between { and }",
                 leaf->element->name);
          return;
        }
      pedicle_reader_add_reference (leaf->reader, PEDICLE_NAMES_PLACEHOLDER, name, leaf->element);
      at += length + 2;
    }
}

static void
check_wording (Leaf *leaf)
{
  const char *name = leaf->element->name, *plain = leaf->plain->str;
  const char *max = pedicle_element_get (leaf->element, "maxlen");
  if (pedicle_wording_has_one_in (plain))
    wrong (leaf, leaf->element, PEDICLE_CONTENT_ERROR_WORDING,
           "<%s> says \"1 in so many\": write how many of 100 or of 1,000 people, the same in the "
           "whole set",
           name);
  if (pedicle_wording_has_relative (plain))
    wrong (leaf, leaf->element, PEDICLE_CONTENT_ERROR_WORDING,
           "<%s> has a figure that only compares: write both numbers, so many of 100 and so many "
           "of 100",
           name);
  if (strcmp (name, "short") == 0 && pedicle_wording_count_words (plain) > MAX_SHORT_WORDS)
    wrong (leaf, leaf->element, PEDICLE_CONTENT_ERROR_WORDING,
           "<short> has %u words: write at most %d, and put the rest into <long>",
           pedicle_wording_count_words (plain), MAX_SHORT_WORDS);
  if (max && g_utf8_strlen (plain, -1) > atoi (max))
    wrong (leaf, leaf->element, PEDICLE_CONTENT_ERROR_WORDING,
           "<%s> has %ld characters: write at most %s, as its maxlen says", name,
           g_utf8_strlen (plain, -1), max);
}

/* What the translator is told. */
static char *
make_note (const PedicleElement *element)
{
  const char *max = pedicle_element_get (element, "maxlen"),
             *note = pedicle_element_get (element, "note");
  g_autoptr (GString) squeezed = g_string_new (NULL);
  if (note)
    pedicle_wording_squeeze (squeezed, note);
  if (max && note)
    return g_strdup_printf ("maxlen:%s. %s", max, squeezed->str);
  if (max)
    return g_strdup_printf ("maxlen:%s.", max);
  return note ? g_string_free (g_steal_pointer (&squeezed), FALSE) : NULL;
}

static void
trim_end (GString *text)
{
  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
}

PedicleText *
pedicle_leaf_read (PedicleReader *reader, const PedicleElement *element)
{
  g_autoptr (GString) markup = g_string_new (NULL), plain = g_string_new (NULL);
  Leaf leaf = { reader, element, markup, plain, false };
  check_comment (&leaf, element);
  for (const PedicleElement *child = element->first; child; child = child->next)
    if (child->name)
      append_inline (&leaf, child, 1);
    else
      append_text (&leaf, child);
  trim_end (markup);
  trim_end (plain);
  if (plain->len == 0 && !leaf.wrong)
    wrong (&leaf, element, PEDICLE_CONTENT_ERROR_STRUCTURE,
           "<%s> is empty: write its text, or remove it", element->name);
  check_placeholders (&leaf);
  check_wording (&leaf);
  const char *id = pedicle_element_get (element, "id");
  if (leaf.wrong || !id || !reader->id)
    return NULL;
  g_autofree char *context = g_strconcat (reader->id, "/", id, NULL), *note = make_note (element);
  return pedicle_text_new (context, markup->str, element->name, note, reader->file, element->line,
                           element->column);
}
