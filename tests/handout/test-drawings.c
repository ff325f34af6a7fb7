/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What was drawn on a picture in the talk, on paper. */
#include "desk.h"

#include <stdio.h>
#include <string.h>

#include "pages-private.h"

#define INK 0x1d4ed8
#define SAID "There are lines drawn by hand on this picture."

static void
draw (const Desk *desk, const char *figure, const double *points, guint n)
{
  g_autoptr (PedicleStroke) stroke = pedicle_stroke_new (figure, INK, 6, points, n);

  g_assert_true (pedicle_visit_add_stroke (desk->visit, stroke));
}

static const double across[] = { 100, 100, 200, 100 };

/* The picture on @page whose description has @words; %NULL for none. */
static const PedicleItem *
find_picture (const PediclePages *pages, const char *words, guint *page)
{
  for (*page = 0; *page < pages->pages->len; ++*page)
    {
      const GPtrArray *items = pages->pages->pdata[*page];

      for (guint i = 0; i < items->len; i++)
        {
          const PedicleItem *item = items->pdata[i];
          const PedicleNode *node = item->kind == PEDICLE_ITEM_PICTURE && item->node >= 0
                                        ? pedicle_structure_get (pages->structure, item->node)
                                        : NULL;

          if (node != NULL && node->alt != NULL && strstr (node->alt, words) != NULL)
            return item;
        }
    }
  return NULL;
}

/* The colour of the page at this point. */
static guint32
pixel (const PediclePages *pages, guint page, double x, double y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t *cr = cairo_create (surface);
  guint32 colour;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 2, 2);
  cairo_translate (cr, -x + 0.25, -y + 0.25);
  pedicle_pages_paint (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  memcpy (&colour, cairo_image_surface_get_data (surface), sizeof colour);
  cairo_surface_destroy (surface);
  return colour & 0xffffff;
}

static void
assert_ink (const PediclePages *pages, const char *words, double units, double x, double y, bool inked)
{
  guint page;
  const PedicleItem *picture = find_picture (pages, words, &page);

  g_assert_nonnull (picture);
  guint32 colour = pixel (pages, page, picture->x + x * picture->width / units,
                          picture->y + y * picture->width / units);
  if (inked)
    g_assert_cmphex (colour, ==, INK);
  else
    g_assert_cmphex (colour, !=, INK);
}

/* The lines stand where they were drawn, on each sheet that shows the picture, and on no other picture of the same id. */
static void
test_place (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  draw (desk, "kyphoplasty/how.s2.f", across, 2);
  g_autoptr (PediclePages) pages = desk_pages (desk, "about", "kyphoplasty");
  g_autoptr (PediclePages) other = desk_pages (desk, "about", "vertebroplasty");
  g_autofree char *dump = pedicle_pages_dump (other);

  assert_ink (pages, "The balloon is full", 480, 150, 100, true);
  assert_ink (pages, "The balloon is full", 480, 150, 112, false);
  assert_ink (pages, "The balloon is full", 480, 215, 100, false);
  g_assert_null (strstr (dump, SAID));
  g_assert_null (strstr (dump, "stroke=1d4ed8"));
}

/* Lines grow and shrink with their picture; from right to left they are not mirrored. */
static void
test_scale (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "ar_XB", NULL);
  draw (desk, "kyphoplasty/how.s2.f", across, 2);
  PedicleRequest request = desk_request (desk, "about", "kyphoplasty");
  request.size = 24;
  g_autoptr (PediclePages) pages = pedicle_pages_new (&request, NULL);
  guint page;

  for (page = 0; page < pages->pages->len; page++)
    for (guint i = 0; i < ((GPtrArray *) pages->pages->pdata[page])->len; i++)
      {
        const PedicleItem *item = ((GPtrArray *) pages->pages->pdata[page])->pdata[i];
        if (!item->round || item->stroke != INK)
          continue;
        double unit = item->width / 480;
        g_assert_cmpfloat_with_epsilon (item->line, 6 * unit, 0.01);
        g_assert_cmphex (pixel (pages, page, item->x + 150 * unit, item->y + 100 * unit), ==, INK);
        return;
      }
  g_assert_not_reached ();
}

/* The sheet about the talk shows what was drawn on, and says nothing of it otherwise. */
static void
test_record (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  g_autoptr (PediclePages) without = desk_pages (desk, "conversation", NULL);
  draw (desk, "kyphoplasty/how.s2.f", across, 2);
  draw (desk, "vertebral-fracture/@sites", across, 2);
  pedicle_visit_set_value (desk->visit, "levels", "L1");
  g_autoptr (PediclePages) with = desk_pages (desk, "conversation", NULL);
  g_autofree char *before = pedicle_pages_to_text (without), *after = pedicle_pages_to_text (with);
  guint page;

  g_assert_null (strstr (before, "What we drew"));
  g_assert_null (find_picture (without, "", &page));
  g_assert_nonnull (strstr (after, "What we drew"));
  g_assert_nonnull (strstr (after, "Kyphoplasty"));
  g_assert_nonnull (strstr (after, "The balloon fills up."));
  assert_ink (with, "The balloon is full", 480, 150, 100, true);
  assert_ink (with, "The spine seen from the side", 220, 150, 100, true);
  g_assert_nonnull (find_picture (with, "on the left. " SAID, &page));
}

/* The bone that is broken is shown broken. */
static void
test_sites (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  draw (desk, "vertebral-fracture/@sites", across, 2);
  g_autoptr (PediclePages) whole = desk_pages (desk, "conversation", NULL);
  pedicle_visit_set_value (desk->visit, "levels", "L1");
  g_autoptr (PediclePages) broken = desk_pages (desk, "conversation", NULL);
  guint page;
  const PedicleItem *picture = find_picture (broken, "The spine", &page);
  bool differs = false;

  for (double y = 0.4; y < 0.8 && !differs; y += 0.02)
    differs = pixel (whole, page, picture->x + picture->width * 0.35, picture->y + picture->height * y) !=
              pixel (broken, page, picture->x + picture->width * 0.35, picture->y + picture->height * y);
  g_assert_true (differs);
}

/* The lines are of the figure, which says so; the file holds for screen readers and is the same twice. */
static void
test_file (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  draw (desk, "kyphoplasty/how.s2.f", across, 2);
  draw (desk, "decision/nowhere", across, 2);
  draw (desk, "vertebral-fracture/@sites", across, 1);
  g_autoptr (PediclePages) pages = desk_pages (desk, "conversation", NULL);
  g_autoptr (PediclePages) again = desk_pages (desk, "conversation", NULL);
  g_autoptr (GBytes) bytes = pedicle_pages_to_pdf (pages, NULL);
  g_autoptr (GBytes) twice = pedicle_pages_to_pdf (again, NULL);

  g_assert_true (g_bytes_equal (bytes, twice));
  for (guint page = 0; page < pages->pages->len; page++)
    for (guint i = 0; i < ((GPtrArray *) pages->pages->pdata[page])->len; i++)
      {
        const PedicleItem *item = ((GPtrArray *) pages->pages->pdata[page])->pdata[i];
        if (!item->round)
          continue;
        const PedicleNode *node = pedicle_structure_get (pages->structure, item->node);
        g_assert_cmpstr (node->tag, ==, "Figure");
        g_assert_true (g_str_has_suffix (node->alt, SAID));
      }
  g_autofree char *path = desk_write ("pdf", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *checked = desk_run ("qpdf", "--check", path, NULL);
  g_autofree char *judged = desk_run ("python3", SOURCE_ROOT "/tests/handout/matterhorn.py", path, NULL);
  if (checked != NULL)
    g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors found"));
  g_assert_cmpstr (judged, ==, "");
  g_assert_cmpint (remove (path), ==, 0);
}

/* A sheet in another language says it there. */
static void
test_language (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en_XA", NULL);
  draw (desk, "kyphoplasty/how.s2.f", across, 2);
  g_autoptr (PediclePages) pages = desk_pages (desk, "about", "kyphoplasty");
  g_autofree char *dump = pedicle_pages_dump (pages);

  g_assert_null (strstr (dump, SAID));
  g_assert_nonnull (strstr (dump, "stroke=1d4ed8"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawings/place", test_place);
  g_test_add_func ("/drawings/scale", test_scale);
  g_test_add_func ("/drawings/record", test_record);
  g_test_add_func ("/drawings/sites", test_sites);
  g_test_add_func ("/drawings/file", test_file);
  g_test_add_func ("/drawings/language", test_language);
  return g_test_run ();
}
