/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "finish.h"

#include <gio/gio.h>
#include <string.h>

#include "colours.h"
#include "late.h"
#include "marks.h"
#include "xmp.h"

#define LEVEL 4 /* of compression */

/** The file while it is finished. Handles of its objects live as long as it does. */
typedef struct
{
  const PedicleQpdf *q;
  qpdf_data pdf;
  const PediclePages *pages;
  const PedicleItem **drawings; /* of each node: the first that is no text, or %NULL */
  cairo_rectangle_t *bounds;    /* of what is drawn for each node itself */
  GString **words;              /* of each node that is a link, or %NULL */
  guint next;                   /* the node that comes next */
  GHashTable *artifacts;        /* numbers of elements that are no part of the text */
} Finisher;

typedef enum
{
  ELEMENT_KEPT,
  ELEMENT_ARTIFACT,
  ELEMENT_WRONG,
} Element;

static void
put (Finisher *f, qpdf_oh object, const char *key, qpdf_oh value)
{
  f->q->oh_replace_key (f->pdf, object, key, value);
  f->q->oh_release (f->pdf, value);
}

static void
put_name (Finisher *f, qpdf_oh object, const char *key, const char *name)
{
  put (f, object, key, f->q->oh_new_name (f->pdf, name));
}

static void
put_parsed (Finisher *f, qpdf_oh object, const char *key, const char *words)
{
  put (f, object, key, f->q->oh_parse (f->pdf, words));
}

static void
put_words (Finisher *f, qpdf_oh object, const char *key, const char *words)
{
  put (f, object, key, f->q->oh_new_unicode_string (f->pdf, words));
}

static void
put_language (Finisher *f, qpdf_oh object, const char *language)
{
  g_autofree char *tag = pedicle_finish_language (language);

  put (f, object, "/Lang", f->q->oh_new_string (f->pdf, tag));
}

char *
pedicle_finish_language (const char *language)
{
  static const char *const scripts[][2] = { { "latin", "Latn" }, { "cyrillic", "Cyrl" } };
  gsize length = strcspn (language, ".@");
  const char *variant = strchr (language, '@');
  GString *tag = g_string_new_len (language, (gssize) length);

  g_string_replace (tag, "_", "-", 0);
  for (guint i = 0; variant != NULL && i < G_N_ELEMENTS (scripts); i++)
    if (g_str_equal (variant + 1, scripts[i][0]))
      g_string_insert (g_string_insert_c (tag, (gssize) strcspn (tag->str, "-"), '-'),
                       (gssize) strcspn (tag->str, "-") + 1, scripts[i][1]);
  return g_string_free (tag, FALSE);
}

/* ---- What stands on the pages ---- */

static void
cover (cairo_rectangle_t *bounds, const PedicleItem *item)
{
  double right = item->x + item->width, bottom = item->y + item->height;

  if (bounds->width > 0 || bounds->height > 0)
    {
      right = MAX (right, bounds->x + bounds->width);
      bottom = MAX (bottom, bounds->y + bounds->height);
      bounds->x = MIN (bounds->x, item->x);
      bounds->y = MIN (bounds->y, item->y);
    }
  else
    {
      bounds->x = item->x;
      bounds->y = item->y;
    }
  bounds->width = right - bounds->x;
  bounds->height = bottom - bounds->y;
}

static void
note_item (Finisher *f, const PedicleItem *item)
{
  if (item->node == PEDICLE_NODE_NONE)
    return;
  cover (&f->bounds[item->node], item);
  if (item->kind != PEDICLE_ITEM_TEXT && f->drawings[item->node] == NULL)
    f->drawings[item->node] = item;
  if (item->words == NULL || !pedicle_structure_is (f->pages->structure, item->node, "Link"))
    return;
  if (f->words[item->node] == NULL)
    f->words[item->node] = g_string_new (NULL);
  else if (!g_str_has_suffix (f->words[item->node]->str, " "))
    g_string_append_c (f->words[item->node], ' ');
  pedicle_pages_append_words (f->pages, f->words[item->node], item->words);
}

static void
note_items (Finisher *f)
{
  for (guint i = 0; i < f->pages->pages->len; i++)
    {
      const GPtrArray *page = f->pages->pages->pdata[i];

      for (guint j = 0; j < page->len; j++)
        note_item (f, page->pdata[j]);
    }
}

/* ---- The structure ---- */

static void
put_cell (Finisher *f, qpdf_oh element, const PedicleNode *node)
{
  static const char *const scopes[] = {
    [PEDICLE_SCOPE_NONE] = "",
    [PEDICLE_SCOPE_COLUMN] = "/Scope /Column",
    [PEDICLE_SCOPE_ROW] = "/Scope /Row",
  };
  g_autofree char *words = NULL;

  if (node->scope == PEDICLE_SCOPE_NONE && node->columns < 2)
    return;
  words = g_strdup_printf ("<</O /Table /ColSpan %u %s>>", node->columns, scopes[node->scope]);
  put_parsed (f, element, "/A", words);
}

static void
put_numbering (Finisher *f, qpdf_oh element, const char *numbering)
{
  g_autofree char *words = g_strdup_printf ("<</O /List /ListNumbering /%s>>", numbering);

  put_parsed (f, element, "/A", words);
}

static void
put_picture (Finisher *f, qpdf_oh element, guint index)
{
  const cairo_rectangle_t *at = &f->bounds[index];
  const double corners[] = { at->x, f->pages->height - at->y - at->height, at->x + at->width,
                             f->pages->height - at->y };
  g_autoptr (GString) words = g_string_new ("<</O /Layout /Placement /Block /BBox [");
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    g_string_append_printf (words, " %s",
                            g_ascii_formatd (number, sizeof number, "%.2f", corners[i]));
  g_string_append (words, "]>>");
  put_parsed (f, element, "/A", words->str);
}

static bool
put_attributes (Finisher *f, qpdf_oh element, guint index)
{
  const PedicleNode *node = pedicle_structure_get (f->pages->structure, (int) index);
  const PedicleItem *drawing = f->drawings[index];
  bool is_figure = g_str_equal (node->tag, "Figure");

  put_cell (f, element, node);
  if (node->language != NULL)
    put_language (f, element, node->language);
  if (node->numbering != NULL)
    put_numbering (f, element, node->numbering);
  if (is_figure)
    put_picture (f, element, index);
  if (node->alt != NULL)
    put_words (f, element, "/Alt", node->alt);
  /* a box to tick */
  if (drawing != NULL && drawing->words != NULL)
    put_words (f, element, "/ActualText", drawing->words);
  return !is_figure || (node->alt != NULL && *node->alt != '\0');
}

static Element finish_element (Finisher *f, qpdf_oh element, int parent);

/* A place that can be clicked says where it leads by the words that stand there, and is printed. */
static bool
finish_link (Finisher *f, qpdf_oh reference, int node)
{
  qpdf_oh link = f->q->oh_get_key (f->pdf, reference, "/Obj");

  if (node < 0 || f->words[node] == NULL || !f->q->oh_is_dictionary (f->pdf, link))
    return false;
  put_words (f, link, "/Contents", f->words[node]->str);
  put (f, link, "/F", f->q->oh_new_integer (f->pdf, 4));
  f->q->oh_release (f->pdf, link);
  return true;
}

/* A part of an element: another element, a link's place, or the number of a mark on a page. */
static Element
finish_part (Finisher *f, qpdf_oh part, int parent)
{
  if (!f->q->oh_is_dictionary (f->pdf, part))
    return ELEMENT_KEPT;
  if (f->q->oh_has_key (f->pdf, part, "/S"))
    return finish_element (f, part, parent);
  if (f->q->oh_has_key (f->pdf, part, "/Obj") && !finish_link (f, part, parent))
    return ELEMENT_WRONG;
  return ELEMENT_KEPT;
}

static bool
finish_parts (Finisher *f, qpdf_oh element, int parent)
{
  qpdf_oh parts = f->q->oh_get_key (f->pdf, element, "/K");
  bool many = f->q->oh_is_array (f->pdf, parts);

  for (int i = 0; i < (many ? f->q->oh_get_array_n_items (f->pdf, parts) : 1); i++)
    {
      qpdf_oh part = many ? f->q->oh_get_array_item (f->pdf, parts, i) : parts;
      Element found = finish_part (f, part, parent);

      if (found == ELEMENT_WRONG)
        return false;
      if (found == ELEMENT_ARTIFACT && many)
        f->q->oh_erase_item (f->pdf, parts, i--);
      else if (found == ELEMENT_ARTIFACT)
        f->q->oh_remove_key (f->pdf, element, "/K");
      if (many)
        f->q->oh_release (f->pdf, part);
    }
  f->q->oh_release (f->pdf, parts);
  return true;
}

/* Elements come in the order in which the painter opened their tags. */
static Element
finish_element (Finisher *f, qpdf_oh element, int parent)
{
  qpdf_oh tag = f->q->oh_get_key (f->pdf, element, "/S");
  const char *name = f->q->oh_is_name (f->pdf, tag) ? f->q->oh_get_name (f->pdf, tag) + 1 : "";
  const PedicleStructure *structure = f->pages->structure;
  guint index = f->next;

  if (g_str_equal (name, PEDICLE_MARKS_ARTIFACT))
    {
      g_hash_table_add (f->artifacts,
                        GINT_TO_POINTER (f->q->oh_get_object_id (f->pdf, element)));
      return ELEMENT_ARTIFACT;
    }
  if (index >= structure->nodes->len ||
      !pedicle_structure_is (structure, (int) index, name) ||
      pedicle_structure_get (structure, (int) index)->parent != parent)
    return ELEMENT_WRONG;
  f->q->oh_release (f->pdf, tag);
  f->next++;
  if (!put_attributes (f, element, index) || !finish_parts (f, element, (int) index))
    return ELEMENT_WRONG;
  return ELEMENT_KEPT;
}

/* The marks of a page that have become artifacts belong to no element. */
static void
forget_artifacts (Finisher *f, qpdf_oh marks)
{
  int n = f->q->oh_is_array (f->pdf, marks) ? f->q->oh_get_array_n_items (f->pdf, marks) : 0;

  for (int i = 0; i < n; i++)
    {
      qpdf_oh element = f->q->oh_get_array_item (f->pdf, marks, i);

      if (g_hash_table_contains (f->artifacts,
                                 GINT_TO_POINTER (f->q->oh_get_object_id (f->pdf, element))))
        f->q->oh_set_array_item (f->pdf, marks, i, f->q->oh_new_null (f->pdf));
      f->q->oh_release (f->pdf, element);
    }
}

static bool
finish_structure (Finisher *f, qpdf_oh root)
{
  qpdf_oh tree = f->q->oh_get_key (f->pdf, root, "/StructTreeRoot");
  qpdf_oh numbers;

  if (!f->q->oh_is_dictionary (f->pdf, tree) || !finish_parts (f, tree, -1) ||
      f->next != f->pages->structure->nodes->len)
    return false;
  numbers = f->q->oh_get_key (f->pdf, f->q->oh_get_key (f->pdf, tree, "/ParentTree"), "/Nums");
  if (!f->q->oh_is_array (f->pdf, numbers))
    return false;
  for (int i = 1; g_hash_table_size (f->artifacts) > 0 &&
                  i < f->q->oh_get_array_n_items (f->pdf, numbers);
       i += 2)
    forget_artifacts (f, f->q->oh_get_array_item (f->pdf, numbers, i));
  return true;
}

/* ---- Pages and fonts ---- */

static qpdf_oh
new_stream (Finisher *f, const void *bytes, gsize size, const char *type)
{
  qpdf_oh stream = f->q->oh_new_stream (f->pdf);
  qpdf_oh null = f->q->oh_new_null (f->pdf);

  f->q->oh_replace_stream_data (f->pdf, stream, bytes, size, null, null);
  if (type != NULL)
    put_name (f, f->q->oh_get_dict (f->pdf, stream), "/Type", type);
  return stream;
}

/* A page is packed at a level of its own: as small as at the usual one, in two thirds of the time. */
static qpdf_oh
new_content (Finisher *f, const GString *content)
{
  g_autoptr (GZlibCompressor) compressor =
      g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL);
  gsize room = content->len + content->len / 1000 + 64, read, written;
  g_autofree guint8 *packed = g_malloc (room);
  qpdf_oh null = f->q->oh_new_null (f->pdf), stream;

  if (g_converter_convert (G_CONVERTER (compressor), content->str, content->len, packed, room,
                           G_CONVERTER_INPUT_AT_END, &read, &written,
                           NULL) != G_CONVERTER_FINISHED)
    return new_stream (f, content->str, content->len, NULL);
  stream = f->q->oh_new_stream (f->pdf);
  f->q->oh_replace_stream_data (f->pdf, stream, packed, written,
                               f->q->oh_new_name (f->pdf, "/FlateDecode"), null);
  return stream;
}

static bool
finish_page (Finisher *f, qpdf_oh page)
{
  unsigned char *content = NULL;
  size_t length = 0;
  g_autoptr (GString) marked = NULL;

  if ((f->q->oh_get_page_content_data (f->pdf, page, &content, &length) & QPDF_ERRORS) == 0)
    marked = pedicle_marks_complete ((const char *) content, length);
  free (content);
  if (marked == NULL)
    return false;
  put (f, page, "/Contents", new_content (f, marked));
  /* Keys go from one to the next as the structure does. */
  put_name (f, page, "/Tabs", "/S");
  return true;
}

static bool
finish_pages (Finisher *f)
{
  int n = f->q->get_num_pages (f->pdf);

  for (int i = 0; i < n; i++)
    if (!finish_page (f, f->q->get_page_n (f->pdf, (size_t) i)))
      return false;
  return n == (int) f->pages->pages->len;
}

static void
finish_font (Finisher *f, qpdf_oh font)
{
  qpdf_oh kind = f->q->oh_get_key_if_dict (f->pdf, font, "/Subtype");

  if (f->q->oh_is_name_and_equals (f->pdf, kind, "/CIDFontType2") &&
      !f->q->oh_has_key (f->pdf, font, "/CIDToGIDMap"))
    put_name (f, font, "/CIDToGIDMap", "/Identity");
  f->q->oh_release (f->pdf, kind);
}

static void
finish_fonts (Finisher *f)
{
  int n = f->q->oh_get_int_value_as_int (
      f->pdf, f->q->oh_get_key (f->pdf, f->q->get_trailer (f->pdf), "/Size"));

  for (int i = 1; i < n; i++)
    {
      qpdf_oh object = f->q->get_object_by_id (f->pdf, i, 0);

      finish_font (f, object);
      f->q->oh_release (f->pdf, object);
    }
}

/* ---- What the file says about itself ---- */

static void
put_colours (Finisher *f, qpdf_oh root)
{
  g_autoptr (GByteArray) colours = pedicle_colours_new ();
  qpdf_oh stream = new_stream (f, colours->data, colours->len, NULL);
  qpdf_oh intent = f->q->oh_parse (f->pdf, "<</Type /OutputIntent /S /GTS_PDFA1"
                                          " /OutputConditionIdentifier (sRGB) /Info (sRGB)>>");
  qpdf_oh intents = f->q->oh_new_array (f->pdf);

  put (f, f->q->oh_get_dict (f->pdf, stream), "/N", f->q->oh_new_integer (f->pdf, 3));
  put (f, intent, "/DestOutputProfile", stream);
  f->q->oh_append_item (f->pdf, intents, intent);
  put (f, root, "/OutputIntents", intents);
}

static void
put_metadata (Finisher *f, qpdf_oh root)
{
  const PediclePages *pages = f->pages;
  g_autofree char *language = pedicle_finish_language (pages->language);
  g_autofree char *creator = g_strdup (f->q->get_info_key (f->pdf, "/Creator"));
  g_autofree char *producer = g_strdup (f->q->get_info_key (f->pdf, "/Producer"));
  PedicleXmp about = {
    .title = pages->title,
    .language = language,
    .date = pages->date,
    .creator = creator != NULL ? creator : "",
    .producer = producer != NULL ? producer : "",
    .archive = pages->archive,
  };
  g_autofree char *words = pedicle_xmp_format (&about);
  qpdf_oh stream = new_stream (f, words, strlen (words), "/Metadata");

  put_name (f, f->q->oh_get_dict (f->pdf, stream), "/Subtype", "/XML");
  put (f, root, "/Metadata", stream);
}

/* "2026-11-20T00:00:00Z" as PDF writes it; cairo 1.16 leaves out the letter before it. */
static void
put_date (Finisher *f)
{
  g_auto (GStrv) parts = g_strsplit_set (f->pages->date, "-T:", -1);
  g_autofree char *joined = g_strjoinv ("", parts);
  g_autofree char *date = g_strconcat ("D:", joined, NULL);

  f->q->set_info_key (f->pdf, "/CreationDate", date);
}

/* All bookmarks can be seen; cairo counts them as hidden. */
static void
finish_bookmarks (Finisher *f, qpdf_oh root)
{
  qpdf_oh bookmarks = f->q->oh_get_key (f->pdf, root, "/Outlines");
  int n = 0;

  if (f->q->oh_is_dictionary (f->pdf, bookmarks) &&
      f->q->oh_get_value_as_int (f->pdf, f->q->oh_get_key (f->pdf, bookmarks, "/Count"), &n) &&
      n < 0)
    put (f, bookmarks, "/Count", f->q->oh_new_integer (f->pdf, -n));
}

static void
finish_catalogue (Finisher *f, qpdf_oh root)
{
  put_language (f, root, f->pages->language);
  put_parsed (f, root, "/MarkInfo", "<</Marked true>>");
  put_parsed (f, root, "/ViewerPreferences",
              f->pages->rtl ? "<</DisplayDocTitle true /Direction /R2L>>"
                            : "<</DisplayDocTitle true>>");
  /* A sheet of two pages opens without a list of its headings beside it. */
  f->q->oh_remove_key (f->pdf, root, "/PageMode");
  finish_bookmarks (f, root);
  put_date (f);
  put_metadata (f, root);
  if (f->pages->archive)
    put_colours (f, root);
}

/* ---- From bytes to bytes ---- */

static bool
read_file (Finisher *f, GBytes *drawn)
{
  gsize size;
  const char *data = g_bytes_get_data (drawn, &size);

  f->q->silence_errors (f->pdf);
  f->q->set_suppress_warnings (f->pdf, QPDF_TRUE);
  f->q->set_attempt_recovery (f->pdf, QPDF_FALSE);
  return (f->q->read_memory (f->pdf, "drawn", data, size, NULL) & QPDF_ERRORS) == 0;
}

static GBytes *
write_file (Finisher *f)
{
  if (f->q->has_error (f->pdf) || (f->q->init_write_memory (f->pdf) & QPDF_ERRORS) != 0)
    return NULL;
  f->q->set_deterministic_ID (f->pdf, QPDF_TRUE);
  f->q->set_object_stream_mode (f->pdf, qpdf_o_generate);
  f->q->set_newline_before_endstream (f->pdf, QPDF_TRUE);
  if ((f->q->write (f->pdf) & QPDF_ERRORS) != 0 || f->q->has_error (f->pdf))
    return NULL;
  return g_bytes_new (f->q->get_buffer (f->pdf), f->q->get_buffer_length (f->pdf));
}

static GBytes *
finish (Finisher *f, GBytes *drawn)
{
  qpdf_oh root;

  if (!read_file (f, drawn))
    return NULL;
  root = f->q->get_root (f->pdf);
  note_items (f);
  if (!finish_structure (f, root) || !finish_pages (f))
    return NULL;
  finish_fonts (f);
  finish_catalogue (f, root);
  return write_file (f);
}

static void
free_words (GString **words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (words[i] != NULL)
      g_string_free (words[i], TRUE);
  g_free (words);
}

GBytes *
pedicle_finish (GBytes *drawn, const PediclePages *pages, GError **error)
{
  guint n = MAX (pages->structure->nodes->len, 1);
  g_autofree const PedicleItem **drawings = g_new0 (const PedicleItem *, n);
  g_autofree cairo_rectangle_t *bounds = g_new0 (cairo_rectangle_t, n);
  g_autoptr (GHashTable) artifacts = g_hash_table_new (NULL, NULL);
  const PedicleQpdf *q = pedicle_late_qpdf (error);
  Finisher finisher = { .q = q,
                        .pages = pages,
                        .drawings = drawings,
                        .bounds = bounds,
                        .artifacts = artifacts };
  GBytes *finished;

  if (q == NULL)
    return NULL;
  finisher.pdf = q->init ();
  finisher.words = g_new0 (GString *, n);
  finished = finish (&finisher, drawn);
  /* An error that nobody asks for would be told on the standard error output. */
  if (q->has_error (finisher.pdf))
    q->get_error (finisher.pdf);
  q->cleanup (&finisher.pdf);
  free_words (finisher.words, n);
  if (finished == NULL)
    g_set_error_literal (
        error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_OUTPUT,
        "The PDF file could not be made so that a screen reader can read it: its structure is not "
        "that of the page. Print the handout instead, and report this with its name.");
  return finished;
}
