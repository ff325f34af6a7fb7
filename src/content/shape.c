/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "shape.h"

#include <string.h>

/*
 * Attributes: name:kind (attribute.c) or name=the|only|words; a "?" behind what may be missing.
 * Children: name, or name@variant for an element that differs by its place, or name/attribute when
 * the attribute's value names the variant; then "?" for none or one, "*" for any number, "+" for
 * one or more. A "^" before it: in handouts only.
 * "#leaf" and "#words" stand for text that is, or is not, translated.
 */
#define LEAF "id:leaf note:text? maxlen:count? "
#define WHEN "for:options? when:field? unless:field? is:choices? "
#define PLAIN                                                                                      \
  "p* heading* list* steps* figure* warning* section* columns* table* checklist* notes* "          \
  "unknown@block* "
#define BLOCKS PLAIN "^use* ^record* ^patient-label* ^glossary@list* ^sources@list* "
#define TYPES "type=text|date|date-time|time|phone|choice|phrase|sites|number"
#define DIRECTION "direction=good|bad|neutral "
#define CERTAINTY "certainty=high|high-to-moderate|moderate|low|very-low|not-graded "
#define NUMBERS "id:slug topic:topic kind=share|scale|words"

static const struct
{
  const char *name, *attributes, *children;
} table[] = {
  { "sources", "id:slug format=1", "source*" },
  { "source",
    "id:slug kind=trial|review|guideline|leaflet|cohort|registry|page|book year:year "
    "seen=full|part|abstract|secondary",
    "authors@source? published where identifier* paid-by?" },
  { "authors@source", "", "#words" },
  { "published", "", "#words" },
  { "where", "", "#words" },
  { "identifier", "system=doi|pmid|url|isbn", "#words" },
  { "paid-by", "", "#words" },

  { "decision", "id:slug format=1",
    "about title condition choice-question option+ field* sites? topic+ numbers/kind* value* "
    "glossary? part*" },
  { "about",
    "version:text searched:date review-by:date reviewed=yes|no reviewed-by:text? reviewed-on:date?",
    "authors funding updates audience? selection? tested*" },
  { "tested", "who=patients|clinicians state=not-done|done by:text? on:date?", "" },
  { "authors", LEAF, "#leaf" },
  { "funding", LEAF, "#leaf" },
  { "updates", LEAF, "#leaf" },
  { "audience", LEAF, "#leaf" },
  { "selection", LEAF, "#leaf" },
  { "title", LEAF, "#leaf" },
  { "condition", LEAF, "#leaf" },
  { "choice-question", LEAF, "#leaf" },
  { "option", "ref:option", "" },
  { "field", "id:slug " TYPES " who=patient|clinic required=final?", "label hint? choice*" },
  { "label", LEAF, "#leaf" },
  { "hint", LEAF, "#leaf" },
  { "choice", LEAF, "#leaf" },
  { "sites", "picture:text", "alt site+" },
  { "site", "id:site part:text broken:text?", "word" },
  { "alt", LEAF, "#leaf" },
  { "word", LEAF, "#leaf" },
  { "topic", "id:slug kind=neutral|good|bad|experience scope=shared|each core=yes|no? asks=values?",
    "question prompt? answer@shared?" },
  { "question", LEAF, "#leaf" },
  { "prompt", LEAF, "#leaf" },
  { "value", "id:slug", "statement bears+" },
  { "statement", LEAF, "#leaf" },
  { "bears", "topic:topic", "" },
  { "glossary", "", "term+" },
  { "term", "id:slug", "word meaning" },
  { "meaning", LEAF, "#leaf" },

  /* Only for a kind that is none, which is the one problem then. */
  { "numbers", NUMBERS " measure=level|change?",
    "title? group? time? unit? scale-low? scale-high? outcome* difference* unknown@numbers* "
    "note-text* p@words* cite*" },
  { "numbers@share", NUMBERS, "title group time unit outcome+ unknown@numbers* note-text*" },
  { "numbers@scale", NUMBERS " measure=level|change?",
    "title group time scale-low scale-high difference+ unknown@numbers* note-text*" },
  { "numbers@words", NUMBERS, "title p@words+ cite+" },
  { "group", LEAF, "#leaf" },
  { "time", LEAF "after:duration?", "#leaf" },
  { "unit", LEAF "of=people|bones|things", "#leaf" },
  { "scale-low", LEAF "value:number", "#leaf" },
  { "scale-high", LEAF "value:number", "#leaf" },
  { "outcome",
    "id:leaf option:option comparator:comparator numerator:number denominator:number per:number "
    "shown:number "
    "low:bound? high:bound? arm=control? " DIRECTION CERTAINTY,
    "happens happens-not range? cite+" },
  { "difference",
    "id:leaf option:option comparator:comparator value:number against:number gap:number low:bound? "
    "high:bound? "
    "arm=control? " DIRECTION CERTAINTY,
    "happens happens-not range? cite+" },
  { "happens", LEAF, "#leaf" },
  { "happens-not", LEAF, "#leaf" },
  { "range", LEAF, "#leaf" },
  { "note-text", LEAF, "#leaf" },
  { "p@words", LEAF, "#leaf" },

  { "procedure", "id:slug format=1", "title summary codes? answer* part*" },
  { "summary", LEAF, "#leaf" },
  { "codes", "", "code+" },
  { "code", "system:text", "#words" },
  { "answer", "topic:topic", "short? unknown? long? steps? cite*" },
  { "answer@shared", "", "short? unknown? long? steps? cite*" },
  { "short", LEAF, "#leaf" },
  { "long", "", PLAIN "use@part* " },
  { "use@part", "part:name from=procedure|phrases|decision? for:options?", "" },
  { "part", "id:slug", BLOCKS "cite*" },

  { "phrases", "id:slug format=1", "phrase* part*" },
  { "phrase", LEAF, "#leaf" },

  { "handout",
    "id:slug format=1 scope=option|decision for:options? orientation=portrait|landscape? "
    "decision:decision? order:count?",
    "title@handout+ label field@handout* body" },
  { "title@handout", LEAF "for:options?", "#leaf" },
  { "field@handout", "id:slug? ref:field? " TYPES "? who=patient|clinic? required=final? for:options?",
    "label? hint? choice*" },
  { "body", "", BLOCKS },
  { "use",
    "part:name? from:name? topic:topics? form=short|long|steps|compare? numbers:name? "
    "optional=yes|no? " WHEN,
    "" },
  { "record", "of=options|topics|values|questions|drawings|numbers|sheets " WHEN, "" },
  { "patient-label", LEAF WHEN, "#leaf" },
  { "glossary@list", WHEN, "" },
  { "sources@list", WHEN, "" },

  { "overlay", "id:slug format=1 approved-by:text approved:date",
    "clinic? review* replace* hide* add*" },
  { "clinic", "", "name? logo? value@clinic* limit*" },
  { "name", LEAF, "#leaf" },
  { "logo", "src:text", "" },
  { "value@clinic", "field:name", "#words" },
  { "limit", "field:name after:name weeks:count", "" },
  { "review", "of:name digest:digest by:text role:text on:date", "" },
  { "replace", LEAF "ref:place was:digest", "#leaf" },
  { "hide", "ref:place was:digest", "" },
  { "add", "after:place", BLOCKS "item* step*" },

  { "p", LEAF WHEN, "#leaf" },
  { "heading", LEAF WHEN, "#leaf" },
  { "unknown", LEAF, "#leaf" },
  { "unknown@block", LEAF WHEN, "#leaf" },
  { "unknown@numbers", LEAF "option:option?", "#leaf" },
  { "list", "numbered=yes|no? " WHEN, "item+" },
  { "item", LEAF WHEN, "#leaf" },
  { "steps", WHEN, "step+" },
  { "step", "id:leaf pairs:step? moves=yes|no? " WHEN, "figure? p+" },
  { "figure", "id:leaf src:text scale:scale? " WHEN, "alt caption? label@figure*" },
  { "caption", LEAF, "#leaf" },
  { "label@figure", LEAF "at:point", "#leaf" },
  { "warning", "kind=emergency|call id:leaf for:options?", "call+ p@warning* list@warning+" },
  { "call", LEAF "for:options? when:field? unless:field?", "#leaf" },
  { "p@warning", LEAF "for:options?", "#leaf" },
  { "list@warning", "numbered=yes|no? for:options?", "item@warning+" },
  { "item@warning", LEAF "for:options?", "#leaf" },
  { "section", "id:leaf " WHEN, BLOCKS "cite*" },
  { "columns", "widths:widths? " WHEN, "column+" },
  { "column", "", BLOCKS },
  { "table", "widths:widths? " WHEN, "row+" },
  { "row", "head=yes|no? " WHEN, "cell+" },
  { "cell", "", "p* list*" },
  { "checklist", "id:leaf " WHEN, "heading? item+" },
  { "notes", "lines:count " WHEN, "" },
  { "cite", "ref:source", "" },
};

static const char *const roots[] = { "sources", "decision", "procedure", "phrases",
                                     "handout", "overlay",  NULL };

static void
compile_attribute (char *token, GArray *attributes)
{
  gsize length = strlen (token);
  PedicleShapeAttribute attribute = { .required = token[length - 1] != '?' };
  if (!attribute.required)
    token[length - 1] = '\0';
  char *mark = strpbrk (token, ":=");
  if (*mark == ':')
    attribute.kind = pedicle_attribute_kind_find (mark + 1);
  else
    attribute.words = (const char *const *) g_strsplit (mark + 1, "|", -1);
  *mark = '\0';
  attribute.name = g_intern_string (token);
  g_array_append_val (attributes, attribute);
}

static void
compile_child (char *token, GArray *children)
{
  PedicleShapeChild child = { .handout_only = *token == '^' };
  if (child.handout_only)
    token++;
  char *last = token + strlen (token) - 1;
  child.required = *last != '?' && *last != '*';
  child.several = *last == '+' || *last == '*';
  if (strchr ("?*+", *last))
    *last = '\0';
  char *slash = strchr (token, '/');
  if (slash)
    {
      child.variant = g_intern_string (slash + 1);
      *slash = '\0';
    }
  child.shape = g_intern_string (token);
  char *at = strchr (token, '@');
  if (at)
    *at = '\0';
  child.name = g_intern_string (token);
  g_array_append_val (children, child);
}

static PedicleShape *
compile_shape (const char *attributes, const char *children)
{
  PedicleShape *shape = g_new0 (PedicleShape, 1);
  g_autoptr (GArray) first = g_array_new (FALSE, TRUE, sizeof (PedicleShapeAttribute));
  g_autoptr (GArray) second = g_array_new (FALSE, TRUE, sizeof (PedicleShapeChild));
  g_auto (GStrv) tokens = g_strsplit (attributes, " ", -1);
  for (char **token = tokens; *token; token++)
    if (**token)
      compile_attribute (*token, first);
  if (strcmp (children, "#leaf") == 0)
    shape->holds = PEDICLE_HOLDS_LEAF;
  else if (strcmp (children, "#words") == 0)
    shape->holds = PEDICLE_HOLDS_WORDS;
  else
    {
      g_auto (GStrv) names = g_strsplit (children, " ", -1);
      for (char **token = names; *token; token++)
        if (**token)
          compile_child (*token, second);
    }
  shape->n_attributes = first->len;
  shape->n_children = MIN (second->len, PEDICLE_SHAPE_MAX_CHILDREN);
  shape->attributes = g_array_steal (first, NULL);
  shape->children = g_array_steal (second, NULL);
  return shape;
}

/* Made once; lives as long as the program, like the table it comes from. */
static GHashTable *
get_shapes (void)
{
  static gsize once = 0;
  static GHashTable *shapes = NULL;
  if (g_once_init_enter (&once))
    {
      shapes = g_hash_table_new (g_str_hash, g_str_equal);
      for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
        g_hash_table_insert (shapes, (gpointer) table[i].name,
                             compile_shape (table[i].attributes, table[i].children));
      g_once_init_leave (&once, 1);
    }
  return shapes;
}

const PedicleShape *
pedicle_shape_find_root (const char *name)
{
  return g_strv_contains (roots, name) ? g_hash_table_lookup (get_shapes (), name) : NULL;
}

const PedicleShape *
pedicle_shape_find (const PedicleShapeChild *child, const PedicleElement *element)
{
  const char *value = child->variant ? pedicle_element_get (element, child->variant) : NULL;
  g_autofree char *key = value ? g_strconcat (child->shape, "@", value, NULL) : NULL;
  const PedicleShape *shape = key ? g_hash_table_lookup (get_shapes (), key) : NULL;
  return shape ? shape : g_hash_table_lookup (get_shapes (), child->shape);
}

const PedicleShapeAttribute *
pedicle_shape_get_attribute (const PedicleShape *shape, const char *name)
{
  for (guint i = 0; i < shape->n_attributes; i++)
    if (strcmp (shape->attributes[i].name, name) == 0)
      return &shape->attributes[i];
  return NULL;
}

int
pedicle_shape_index_child (const PedicleShape *shape, const char *name, bool in_handout)
{
  for (guint i = 0; i < shape->n_children; i++)
    if (strcmp (shape->children[i].name, name) == 0)
      return shape->children[i].handout_only && !in_handout ? -1 : (int) i;
  return -1;
}

char *
pedicle_shape_list_children (const PedicleShape *shape, bool in_handout)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < shape->n_children; i++)
    if (in_handout || !shape->children[i].handout_only)
      g_string_append_printf (list, "%s%s", list->len ? ", " : "", shape->children[i].name);
  if (list->len == 0)
    g_string_append (list, shape->holds == PEDICLE_HOLDS_WORDS ? "only text" : "nothing");
  return g_string_free (g_steal_pointer (&list), FALSE);
}

char *
pedicle_shape_list_attributes (const PedicleShape *shape)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < shape->n_attributes; i++)
    g_string_append_printf (list, "%s%s", list->len ? ", " : "", shape->attributes[i].name);
  if (list->len == 0)
    g_string_append (list, "none");
  return g_string_free (g_steal_pointer (&list), FALSE);
}
