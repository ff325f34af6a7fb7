/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"
#include "drawing.h"
#include "file.h"
#include "xml.h"

#include <string.h>

#define SHAPES "path rect circle ellipse line polyline polygon"
#define PAINTED "svg g " SHAPES
#define GRADIENTS "linearGradient radialGradient"
#define WORDS "title desc"
#define ELEMENTS "svg g defs " SHAPES " " GRADIENTS " stop " WORDS

/* What is within these limits is drawn within seconds on a slow machine, at the size of a page. */
#define MAX_ELEMENTS 2000
#define MAX_TRANSLUCENT 200 /* each is drawn on a sheet of its own */
#define MAX_NUMBERS 30000   /* of all shapes: lines that cross take time by their square */
#define MAX_DASHES 20000.0
#define MAX_GROWTH 1000.0 /* of nested transforms */

#define SPACES " \t\r\n"
#define MAX_HEAD 1000 /* bytes in which a picture's size is looked for */

typedef struct
{
  const char *name;
  PedicleDrawingKind kind;
  const char *elements; /* that may have it */
  const char *words;
} Attribute;

static const Attribute allowed[] = {
  { "id", PEDICLE_DRAWING_ID, ELEMENTS, NULL },
  { "viewBox", PEDICLE_DRAWING_VIEW_BOX, "svg", NULL },
  { "version", PEDICLE_DRAWING_WORD, "svg", "1.0 1.1 2.0" },
  { "width", PEDICLE_DRAWING_SIZE, "svg rect", NULL },
  { "height", PEDICLE_DRAWING_SIZE, "svg rect", NULL },
  { "transform", PEDICLE_DRAWING_TRANSFORM, "g " SHAPES, NULL },
  { "d", PEDICLE_DRAWING_PATH, "path", NULL },
  { "points", PEDICLE_DRAWING_NUMBERS, "polyline polygon", NULL },
  { "x", PEDICLE_DRAWING_NUMBER, "rect", NULL },
  { "y", PEDICLE_DRAWING_NUMBER, "rect", NULL },
  { "rx", PEDICLE_DRAWING_NUMBER, "rect ellipse", NULL },
  { "ry", PEDICLE_DRAWING_NUMBER, "rect ellipse", NULL },
  { "cx", PEDICLE_DRAWING_NUMBER, "circle ellipse radialGradient", NULL },
  { "cy", PEDICLE_DRAWING_NUMBER, "circle ellipse radialGradient", NULL },
  { "r", PEDICLE_DRAWING_NUMBER, "circle radialGradient", NULL },
  { "fx", PEDICLE_DRAWING_NUMBER, "radialGradient", NULL },
  { "fy", PEDICLE_DRAWING_NUMBER, "radialGradient", NULL },
  { "x1", PEDICLE_DRAWING_NUMBER, "line linearGradient", NULL },
  { "y1", PEDICLE_DRAWING_NUMBER, "line linearGradient", NULL },
  { "x2", PEDICLE_DRAWING_NUMBER, "line linearGradient", NULL },
  { "y2", PEDICLE_DRAWING_NUMBER, "line linearGradient", NULL },
  { "gradientUnits", PEDICLE_DRAWING_WORD, GRADIENTS, "userSpaceOnUse objectBoundingBox" },
  { "gradientTransform", PEDICLE_DRAWING_TRANSFORM, GRADIENTS, NULL },
  { "spreadMethod", PEDICLE_DRAWING_WORD, GRADIENTS, "pad" },
  { "offset", PEDICLE_DRAWING_FRACTION, "stop", NULL },
  { "stop-color", PEDICLE_DRAWING_COLOUR, "stop", NULL },
  { "stop-opacity", PEDICLE_DRAWING_FRACTION, "stop", NULL },
  { "fill", PEDICLE_DRAWING_PAINT, PAINTED, NULL },
  { "fill-opacity", PEDICLE_DRAWING_FRACTION, PAINTED, NULL },
  { "fill-rule", PEDICLE_DRAWING_WORD, PAINTED, "nonzero evenodd" },
  { "stroke", PEDICLE_DRAWING_PAINT, PAINTED, NULL },
  { "stroke-width", PEDICLE_DRAWING_NUMBER, PAINTED, NULL },
  { "stroke-opacity", PEDICLE_DRAWING_FRACTION, PAINTED, NULL },
  { "stroke-linecap", PEDICLE_DRAWING_WORD, PAINTED, "butt round square" },
  { "stroke-linejoin", PEDICLE_DRAWING_WORD, PAINTED, "miter round bevel" },
  { "stroke-miterlimit", PEDICLE_DRAWING_NUMBER, PAINTED, NULL },
  { "stroke-dasharray", PEDICLE_DRAWING_DASHES, PAINTED, NULL },
  { "stroke-dashoffset", PEDICLE_DRAWING_NUMBER, PAINTED, NULL },
  { "opacity", PEDICLE_DRAWING_FRACTION, PAINTED, NULL },
  { "display", PEDICLE_DRAWING_WORD, PAINTED, "inline none" },
  { "visibility", PEDICLE_DRAWING_WORD, PAINTED, "visible hidden" },
};

/* What people try most often, and what to do instead. */
static const struct
{
  const char *name, *instead;
} advice[] = {
  { "text", "put the words into a <label> of the figure, so that they can be translated" },
  { "tspan", "put the words into a <label> of the figure, so that they can be translated" },
  { "use", "copy the shape to where it is needed" },
  { "image", "draw it with shapes" },
  { "style", "write fill, stroke and so on as attributes" },
  { "class", "write fill, stroke and so on as attributes" },
};

typedef struct
{
  const char *file;
  PedicleProblems *problems;
  GHashTable *ids;       /* id -> name of its element */
  GPtrArray *references; /* (element-type PedicleElement): elements painted with url(#id) */
  double view[4];
  guint n_elements, n_translucent, n_numbers;
  double n_dashes;
  gboolean wrong;
} Check;

/* What an element has from those around it. */
typedef struct
{
  double growth; /* by how much transforms enlarge it */
  double dash;   /* the shortest dash of its lines; 0 without dashes */
} Around;

static void G_GNUC_PRINTF (3, 4)
    report (Check *check, const PedicleElement *element, const char *message, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  check->wrong = TRUE;
  va_start (arguments, message);
  sentence = g_strdup_vprintf (message, arguments);
  va_end (arguments);
  pedicle_problems_add (check->problems, PEDICLE_SEVERITY_ERROR, PEDICLE_CONTENT_ERROR_STRUCTURE,
                        check->file, element->line, element->column, "%s", sentence);
}

static gboolean
is_among (const char *word, const char *words)
{
  gsize length = strlen (word);

  for (const char *at = strstr (words, word); at != NULL; at = strstr (at + 1, word))
    if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

static const char *
find_advice (const char *name, const char *otherwise)
{
  for (guint i = 0; i < G_N_ELEMENTS (advice); i++)
    if (strcmp (advice[i].name, name) == 0)
      return advice[i].instead;
  return otherwise;
}

static const Attribute *
find_allowed (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    if (strcmp (allowed[i].name, name) == 0)
      return &allowed[i];
  return NULL;
}

static void
note_id (Check *check, const PedicleElement *element, const char *id)
{
  if (!g_hash_table_insert (check->ids, g_strdup (id), g_strdup (element->name)))
    report (check, element, "the id \"%s\" stands twice in this picture: give each its own", id);
}

/* What the numbers of one attribute mean for the element, and for the whole picture. */
static void
note_numbers (Check *check,
              const PedicleElement *element,
              const Attribute *attribute,
              const PedicleDrawingNumbers *numbers,
              Around *around,
              double *length)
{
  around->growth *= numbers->enlarges;
  if (attribute->kind == PEDICLE_DRAWING_VIEW_BOX)
    memcpy (check->view, numbers->first, sizeof check->view);
  else if (attribute->kind == PEDICLE_DRAWING_DASHES)
    around->dash = numbers->smallest;
  else if (strcmp (attribute->name, "opacity") == 0)
    check->n_translucent++;
  else if (is_among (element->name, SHAPES))
    {
      check->n_numbers += numbers->n;
      *length += numbers->sum;
    }
}

static void
check_attribute (Check *check,
                 const PedicleElement *element,
                 const PedicleAttribute *attribute,
                 Around *around,
                 double *length)
{
  const Attribute *known = find_allowed (attribute->name);
  g_autofree char *wrong = NULL;
  PedicleDrawingNumbers numbers;

  if (known == NULL || !is_among (element->name, known->elements))
    {
      report (check, element, "the attribute %s is not allowed on <%s>: %s", attribute->name,
              element->name, find_advice (attribute->name, "remove it"));
      return;
    }
  wrong = pedicle_drawing_check (known->kind, attribute->value, known->words, &numbers);
  if (wrong != NULL)
    {
      report (check, element, "%s of <%s> %s", attribute->name, element->name, wrong);
      return;
    }
  if (known->kind == PEDICLE_DRAWING_ID)
    note_id (check, element, attribute->value);
  if (known->kind == PEDICLE_DRAWING_PAINT && g_str_has_prefix (attribute->value, "url("))
    g_ptr_array_add (check->references, (gpointer) element);
  note_numbers (check, element, known, &numbers, around, length);
}

static gboolean
may_hold (const char *parent, const char *child)
{
  if (strcmp (child, "svg") == 0)
    return FALSE;
  if (is_among (parent, "svg g"))
    return strcmp (child, "stop") != 0;
  if (strcmp (parent, "defs") == 0)
    return is_among (child, GRADIENTS);
  if (is_among (parent, GRADIENTS))
    return strcmp (child, "stop") == 0;
  return is_among (parent, SHAPES) && is_among (child, WORDS);
}

static void check_element (Check *check, const PedicleElement *element, Around around);

static void
check_child (Check *check, const PedicleElement *child, Around around)
{
  const char *parent = child->parent->name;

  if (child->name == NULL)
    {
      if (!is_among (parent, WORDS) && strspn (child->text, SPACES) != strlen (child->text))
        report (check, child, "words stand in the picture: %s", find_advice ("text", ""));
    }
  else if (!is_among (child->name, ELEMENTS))
    report (check, child, "<%s> is not allowed in a picture: %s", child->name,
            find_advice (child->name, "remove it (allowed: " ELEMENTS ")"));
  else if (!may_hold (parent, child->name))
    report (check, child, "<%s> is not allowed inside <%s>: move it", child->name, parent);
  else
    check_element (check, child, around);
}

/* Depth is bounded by the tree's own limit. */
static void
check_element (Check *check, const PedicleElement *element, Around around)
{
  double length = 0;

  for (guint i = 0; i < element->n_attributes; i++)
    check_attribute (check, element, &element->attributes[i], &around, &length);
  check->n_elements++;
  if (around.dash > 0)
    check->n_dashes += length / around.dash;
  if (around.growth > MAX_GROWTH)
    {
      report (check, element,
              "the transforms around here enlarge more than %g times: draw it larger", MAX_GROWTH);
      return;
    }
  for (const PedicleElement *child = element->first; child != NULL; child = child->next)
    check_child (check, child, around);
}

/* What would take too long to draw. */
static void
check_amounts (Check *check, const PedicleElement *root)
{
  if (check->n_elements > MAX_ELEMENTS)
    report (check, root, "the picture has %u elements: draw it with at most %d", check->n_elements,
            MAX_ELEMENTS);
  if (check->n_numbers > MAX_NUMBERS)
    report (check, root, "the shapes have %u numbers: draw them with at most %d", check->n_numbers,
            MAX_NUMBERS);
  if (check->n_translucent > MAX_TRANSLUCENT)
    report (check, root, "%u elements have an opacity: use it on at most %d", check->n_translucent,
            MAX_TRANSLUCENT);
  if (check->n_dashes > MAX_DASHES)
    report (check, root, "the lines have about %.0f dashes: make them longer, for at most %.0f",
            check->n_dashes, MAX_DASHES);
}

static void
check_references (Check *check)
{
  for (guint i = 0; i < check->references->len; i++)
    {
      const PedicleElement *element = g_ptr_array_index (check->references, i);

      for (guint j = 0; j < element->n_attributes; j++)
        {
          g_autofree char *id = pedicle_drawing_reference (element->attributes[j].value);
          const char *name = id != NULL ? g_hash_table_lookup (check->ids, id) : NULL;

          if (id != NULL && (name == NULL || !is_among (name, GRADIENTS)))
            report (check, element, "url(#%s) names no gradient of this picture: correct the id",
                    id);
        }
    }
}

static void
check_root (Check *check, const PedicleElement *root)
{
  if (strcmp (root->name, "svg") != 0)
    {
      report (check, root, "a picture begins with <svg>, not with <%s>: save it as SVG",
              root->name);
      return;
    }
  if (pedicle_element_get (root, "viewBox") == NULL)
    report (check, root, "<svg> needs viewBox=\"left top width height\"");
  check_element (check, root, (Around){ .growth = 1 });
  check_references (check);
  check_amounts (check, root);
}

gboolean
pedicle_picture_check (GBytes *bytes,
                       const char *file,
                       double *width,
                       double *height,
                       GHashTable **ids,
                       PedicleProblems *problems)
{
  g_autoptr (PedicleXml) xml = pedicle_xml_parse (bytes, file, problems);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) references = g_ptr_array_new ();
  Check check = { .file = file, .problems = problems, .ids = found, .references = references };

  if (xml == NULL)
    return FALSE;
  check_root (&check, pedicle_xml_get_root (xml));
  if (check.wrong)
    return FALSE;
  *width = check.view[2];
  *height = check.view[3];
  if (ids != NULL)
    *ids = g_steal_pointer (&found);
  return TRUE;
}

GBytes *
pedicle_picture_read (const char *folder, const char *src, GError **error)
{
  return pedicle_file_read_beneath (folder, src, PEDICLE_PICTURE_MAX_BYTES, error);
}

/* ---- The size alone ---- */

static char *
skip_blank (char *at)
{
  return at + strspn (at, SPACES);
}

/* Behind what begins with @start, when that stands at @at. Returns: (nullable): %NULL when it does
 * not end */
static char *
skip_part (char *at, const char *start, const char *end)
{
  char *found;

  if (!g_str_has_prefix (at, start))
    return at;
  found = strstr (at + strlen (start), end);
  return found != NULL ? skip_blank (found + strlen (end)) : NULL;
}

/* Where the first attribute of <svg> begins. */
static char *
find_attributes (char *head)
{
  char *at = skip_part (head, "<?xml", "?>"), *before = NULL;

  for (at = at != NULL ? skip_blank (at) : NULL; at != NULL && at != before;)
    {
      before = at;
      at = skip_part (at, "<!--", "-->");
    }
  return at != NULL && g_str_has_prefix (at, "<svg") ? at + strlen ("<svg") : NULL;
}

/* Cuts name="value", in either quotes and without references, where it stands. Returns: (nullable):
 * behind it; %NULL when anything else stands there. */
static char *
cut_attribute (char *name, char **value)
{
  char *mark = name + strcspn (name, "=<>/&\"'" SPACES), *end;

  if (mark == name || mark[0] != '=' || (mark[1] != '"' && mark[1] != '\''))
    return NULL;
  *value = mark + 2;
  end = *value + strcspn (*value, mark[1] == '"' ? "\"<&" : "'<&");
  if (*end != mark[1])
    return NULL;
  *mark = *end = '\0';
  return end + 1;
}

gboolean
pedicle_picture_measure (GBytes *bytes, double *width, double *height)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = g_strndup (size > 0 ? data : "", MIN (size, MAX_HEAD));
  char *at = find_attributes (head), *value = NULL;

  while (at != NULL && strchr (SPACES, *at) != NULL && *at != '\0')
    {
      char *name = skip_blank (at);
      g_autofree char *wrong = NULL;
      PedicleDrawingNumbers numbers;

      at = cut_attribute (name, &value);
      if (at == NULL || strcmp (name, "viewBox") != 0)
        continue;
      wrong = pedicle_drawing_check (PEDICLE_DRAWING_VIEW_BOX, value, NULL, &numbers);
      if (wrong != NULL)
        return FALSE;
      *width = numbers.first[2];
      *height = numbers.first[3];
      return TRUE;
    }
  return FALSE;
}
