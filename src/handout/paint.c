/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint.h"

#include <math.h>

#include "late.h"
#include "marks.h"
#include "typeset.h"

#define BEYOND 12 /* points: more than a line or a round corner goes beyond an item's place */

/* A picture's handle is shared by pages that different threads may paint. */
static GMutex pictures;

static void
set_colour (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

static void
paint_run (const PedicleGlyphs *run, double x, double baseline, cairo_t *cr)
{
  g_autofree cairo_glyph_t *glyphs =
      g_memdup2 (run->glyphs, sizeof *run->glyphs * (gsize) run->n_glyphs);

  for (int i = 0; i < run->n_glyphs; i++)
    {
      glyphs[i].x += x;
      glyphs[i].y += baseline;
    }
  set_colour (cr, run->colour);
  cairo_set_scaled_font (cr, run->font);
  cairo_show_text_glyphs (cr, run->text, run->n_bytes, glyphs, run->n_glyphs, run->clusters,
                          run->n_clusters, 0);
}

static void
paint_text (const PedicleItem *item, cairo_t *cr)
{
  for (guint i = 0; item->runs != NULL && i < item->runs->len; i++)
    {
      const PedicleGlyphs *run = item->runs->pdata[i];

      if (run->n_glyphs > 0)
        paint_run (run, item->x, item->baseline, cr);
    }
}

static void
paint_path (const PedicleItem *item, cairo_t *cr)
{
  pedicle_path_draw (item->path, cr);
  if (item->fill >= 0)
    {
      set_colour (cr, (guint32) item->fill);
      cairo_fill_preserve (cr);
    }
  if (item->stroke >= 0)
    {
      set_colour (cr, (guint32) item->stroke);
      cairo_set_line_width (cr, item->line);
      cairo_set_line_cap (cr, item->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
      cairo_set_line_join (cr, item->round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

/* ---- What a PDF file holds once ---- */

static guint
hash_drawing (gconstpointer data)
{
  const PedicleItem *item = data;

  return item->handle != NULL ? g_direct_hash (item->handle)
                              : (guint) item->fill ^ item->path->numbers->len;
}

static gboolean
is_same_drawing (gconstpointer a, gconstpointer b)
{
  const PedicleItem *one = a, *other = b;

  return one->kind == other->kind && one->handle == other->handle && one->fill == other->fill &&
         one->stroke == other->stroke && one->width == other->width &&
         one->height == other->height &&
         (one->path == NULL || pedicle_path_equal (one->path, other->path));
}

/* Draws @item with its left top at 0, 0. */
static void
paint_drawing (const PedicleItem *item, cairo_t *cr)
{
  RsvgRectangle place = { 0, 0, item->width, item->height };

  if (item->kind != PEDICLE_ITEM_PICTURE)
    {
      paint_path (item, cr);
      return;
    }
  g_mutex_lock (&pictures);
  pedicle_late_rsvg (NULL)->handle_render_document (item->handle, cr, &place, NULL);
  g_mutex_unlock (&pictures);
}

static cairo_surface_t *
get_object (PediclePainter *painter, const PedicleItem *item)
{
  cairo_rectangle_t extents = { 0, 0, item->width, item->height };
  cairo_surface_t *object = g_hash_table_lookup (painter->objects, item);
  cairo_t *cr;

  if (object != NULL)
    return object;
  object = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cr = cairo_create (object);
  paint_drawing (item, cr);
  cairo_destroy (cr);
  g_hash_table_insert (painter->objects, (gpointer) item, object);
  return object;
}

/* A drawing is an object of its own in a PDF file: written once wherever it stands, and where it
 * ends is not said again at each of its shapes, so that a shape's area and its outline are one
 * operator. */
static void
paint_object (PediclePainter *painter, const PedicleItem *item, cairo_t *cr)
{
  cairo_save (cr);
  /* What a picture draws beyond its own edges is cut off there. */
  if (item->kind == PEDICLE_ITEM_PICTURE)
    {
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      cairo_clip (cr);
    }
  cairo_translate (cr, item->x, item->y);
  if (painter != NULL)
    {
      cairo_set_source_surface (cr, get_object (painter, item), 0, 0);
      cairo_paint (cr);
    }
  else
    paint_drawing (item, cr);
  cairo_restore (cr);
}

static void
paint_item (PediclePainter *painter, const PedicleItem *item, cairo_t *cr)
{
  switch (item->kind)
    {
    case PEDICLE_ITEM_TEXT:
      paint_text (item, cr);
      break;
    case PEDICLE_ITEM_PATH:
      paint_path (item, cr);
      break;
    case PEDICLE_ITEM_PEOPLE:
    case PEDICLE_ITEM_PICTURE:
      paint_object (painter, item, cr);
      break;
    default:
      break;
    }
}

/* ---- What cairo wants ---- */

/* From 1.17 on, words without a tag go to whatever tag is open, and a tag that holds no letter holds
 * nothing: a picture would be no part of its own figure. */
static bool
is_particular (void)
{
  return cairo_version () >= CAIRO_VERSION_ENCODE (1, 17, 0);
}

static bool
has_glyphs (const PedicleItem *item)
{
  for (guint i = 0; item->runs != NULL && i < item->runs->len; i++)
    if (((const PedicleGlyphs *) item->runs->pdata[i])->n_glyphs > 0)
      return true;
  return false;
}

/* The first letter of @run that is one glyph. */
static bool
find_speck (PediclePainter *painter, const PedicleGlyphs *run)
{
  int byte = 0, glyph = 0;
  cairo_matrix_t tiny, identity;
  cairo_font_options_t *options;

  for (int i = 0; i < run->n_clusters; i++)
    {
      const cairo_text_cluster_t *cluster = &run->clusters[i];

      if (cluster->num_bytes == 1 && cluster->num_glyphs == 1 && g_ascii_isgraph (run->text[byte]))
        {
          cairo_matrix_init_scale (&tiny, PEDICLE_MARKS_SPECK, PEDICLE_MARKS_SPECK);
          cairo_matrix_init_identity (&identity);
          options = cairo_font_options_create ();
          painter->speck = run->glyphs[glyph].index;
          painter->font = cairo_scaled_font_create (cairo_scaled_font_get_font_face (run->font),
                                                    &tiny, &identity, options);
          cairo_font_options_destroy (options);
          return true;
        }
      byte += cluster->num_bytes;
      glyph += cluster->num_glyphs;
    }
  return false;
}

static bool
find_speck_on (PediclePainter *painter, const GPtrArray *page)
{
  for (guint i = 0; i < page->len; i++)
    {
      const PedicleItem *item = page->pdata[i];

      for (guint j = 0; item->runs != NULL && j < item->runs->len; j++)
        if (find_speck (painter, item->runs->pdata[j]))
          return true;
    }
  return false;
}

/* A letter that nobody sees opens the tag of a drawing; it goes when the file is finished. */
static void
paint_speck (const PediclePainter *painter, const PedicleItem *item, cairo_t *cr)
{
  cairo_glyph_t glyph = { painter->speck, item->x + 1, item->y + 1 };
  cairo_text_cluster_t cluster = { 1, 1 };

  if (painter->font == NULL || has_glyphs (item))
    return;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_scaled_font (cr, painter->font);
  cairo_show_text_glyphs (cr, " ", 1, &glyph, 1, &cluster, 1, 0);
}

/* ---- Tags ---- */

void
pedicle_painter_init (PediclePainter *painter, const PediclePages *pages)
{
  *painter = (PediclePainter){
    .open = g_array_new (FALSE, FALSE, sizeof (int)),
    .objects = g_hash_table_new_full (hash_drawing, is_same_drawing, NULL,
                                      (GDestroyNotify) cairo_surface_destroy),
  };
  for (guint i = 0; is_particular () && i < pages->pages->len; i++)
    if (find_speck_on (painter, pages->pages->pdata[i]))
      return;
}

static void
close_last (PediclePainter *painter, const PediclePages *pages, cairo_t *cr)
{
  int node = g_array_index (painter->open, int, painter->open->len - 1);

  cairo_tag_end (cr, pedicle_structure_get (pages->structure, node)->tag);
  g_array_set_size (painter->open, painter->open->len - 1);
}

static bool
is_inside (const PediclePages *pages, int node, int outer)
{
  while (node > outer)
    node = pedicle_structure_get (pages->structure, node)->parent;
  return node == outer;
}

/* A link is a tag with an address, which cairo makes to a place that can be clicked. */
static void
begin_tag (const PedicleNode *node, cairo_t *cr)
{
  g_autofree char *attributes = NULL;

  if (g_str_equal (node->tag, CAIRO_TAG_LINK) && node->uri != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (node->uri, "'", -1);
      g_autofree char *uri = g_strjoinv ("%27", parts);

      attributes = g_strdup_printf ("uri='%s'", uri);
    }
  cairo_tag_begin (cr, node->tag, attributes);
}

static void
open_way (PediclePainter *painter, const PediclePages *pages, cairo_t *cr, int node)
{
  const PedicleNode *self = pedicle_structure_get (pages->structure, node);
  int last =
      painter->open->len > 0 ? g_array_index (painter->open, int, painter->open->len - 1) : -1;

  if (node == last)
    return;
  if (self->parent >= 0)
    open_way (painter, pages, cr, self->parent);
  begin_tag (self, cr);
  g_array_append_val (painter->open, node);
}

static void
move_to_node (PediclePainter *painter, const PediclePages *pages, cairo_t *cr, int node)
{
  while (painter->open->len > 0 &&
         !is_inside (pages, node, g_array_index (painter->open, int, painter->open->len - 1)))
    close_last (painter, pages, cr);
  open_way (painter, pages, cr, node);
}

void
pedicle_painter_finish (PediclePainter *painter, const PediclePages *pages, cairo_t *cr)
{
  while (painter->open->len > 0)
    close_last (painter, pages, cr);
  g_clear_pointer (&painter->open, g_array_unref);
  g_clear_pointer (&painter->objects, g_hash_table_unref);
  g_clear_pointer (&painter->font, cairo_scaled_font_destroy);
}

/* A page's header would become part of the text before it. "Artifact" is no way out, since cairo 1.18 then writes a table
 * of objects that does not hold. */
static void
paint_artifact (PediclePainter *painter, const PedicleItem *item, cairo_t *cr)
{
  bool marked = item->kind == PEDICLE_ITEM_TEXT && is_particular ();

  if (marked)
    cairo_tag_begin (cr, PEDICLE_MARKS_ARTIFACT, NULL);
  paint_item (painter, item, cr);
  if (marked)
    cairo_tag_end (cr, PEDICLE_MARKS_ARTIFACT);
}

bool
pedicle_paint_reaches (const PedicleItem *item, double top, double bottom)
{
  /* Marks above and below letters leave their line. */
  double beyond = fmax (BEYOND, item->kind == PEDICLE_ITEM_TEXT ? item->height : 0);

  return item->y - beyond < bottom && item->y + item->height + beyond > top;
}

void
pedicle_paint (const PediclePages *pages, guint index, cairo_t *cr, PediclePainter *painter)
{
  const GPtrArray *items = pages->pages->pdata[index];
  int last = PEDICLE_NODE_NONE;

  cairo_save (cr);
  for (guint i = 0; i < items->len && cairo_status (cr) == CAIRO_STATUS_SUCCESS; i++)
    {
      const PedicleItem *item = items->pdata[i];

      if (painter != NULL && item->node != PEDICLE_NODE_NONE && item->node != last)
        {
          move_to_node (painter, pages, cr, item->node);
          paint_speck (painter, item, cr);
        }
      last = item->node;
      if (painter != NULL && item->node == PEDICLE_NODE_NONE)
        paint_artifact (painter, item, cr);
      else
        paint_item (painter, item, cr);
    }
  /* What holds words closes with the page, or the next page's header would fall into it. */
  if (painter != NULL && last != PEDICLE_NODE_NONE)
    close_last (painter, pages, cr);
  cairo_restore (cr);
}

void
pedicle_pages_paint (const PediclePages *pages, guint index, cairo_t *cr)
{
  const GPtrArray *items;
  double left, top, right, bottom;

  g_return_if_fail (index < pages->pages->len);
  items = pages->pages->pdata[index];
  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  cairo_save (cr);
  for (guint i = 0; i < items->len && cairo_status (cr) == CAIRO_STATUS_SUCCESS; i++)
    if (pedicle_paint_reaches (items->pdata[i], top, bottom))
      paint_item (NULL, items->pdata[i], cr);
  cairo_restore (cr);
}
