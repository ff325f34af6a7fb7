/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What the preview leaves out while one types: what a clip hides, and what looks as before. */
#include "desk.h"

#include <math.h>
#include <string.h>

#include "paint.h"

#define SCALE 1.026
#define BAND 48

static int
to_pixels (double points)
{
  return (int) ceil (points * SCALE);
}

static void
paint_all (const PediclePages *pages, guint index, cairo_t *cr)
{
  pedicle_paint (pages, index, cr, NULL);
}

/* Page @index, white below; in bands, since cairo comes to other shades where a clip cuts a shape. */
static cairo_surface_t *
draw (const PediclePages *pages,
      guint index,
      void (*paint) (const PediclePages *pages, guint index, cairo_t *cr))
{
  int width = to_pixels (pages->width), height = to_pixels (pages->height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  for (int top = 0; top < height; top += BAND)
    {
      cairo_save (cr);
      cairo_rectangle (cr, 0, top / SCALE, pages->width * 2, BAND / SCALE);
      cairo_clip (cr);
      paint (pages, index, cr);
      cairo_restore (cr);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The first row of pixels from @top on, before @bottom, in which both differ; @bottom if none. */
static int
find_difference (cairo_surface_t *one, cairo_surface_t *other, int top, int bottom)
{
  int stride = cairo_image_surface_get_stride (one);

  bottom = MIN (bottom, cairo_image_surface_get_height (one));
  for (int y = top; y < bottom; y++)
    if (memcmp (cairo_image_surface_get_data (one) + y * stride,
                cairo_image_surface_get_data (other) + y * stride, (gsize) stride) != 0)
      return y;
  return bottom;
}

static void
assert_nothing_lacks (const PediclePages *pages)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      cairo_surface_t *all = draw (pages, i, paint_all), *some = draw (pages, i, pedicle_pages_paint);

      g_assert_cmpint (find_difference (all, some, 0, G_MAXINT), ==, cairo_image_surface_get_height (all));
      cairo_surface_destroy (all);
      cairo_surface_destroy (some);
    }
}

/* Nothing that reaches into the clip is left out. */
static void
test_clip (void)
{
  static const char *const languages[] = { "en", "ar_XB" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, languages[i], NULL);
      GPtrArray *handouts = pedicle_library_get_handouts (desk->library);

      for (guint j = 0; j < handouts->len; j++)
        {
          const PedicleHandout *handout = handouts->pdata[j];
          g_autoptr (PediclePages) pages =
              desk_pages (desk, handout->id, handout->for_decision ? NULL : "kyphoplasty");

          assert_nothing_lacks (pages);
        }
    }
}

/* Where pages are said to look alike they do; counts these bands. */
static guint
count_alike (const PediclePages *pages, const PediclePages *other, guint *n)
{
  guint n_alike = 0;

  *n = 0;
  for (guint i = 0; i < MIN (pages->pages->len, other->pages->len); i++)
    {
      cairo_surface_t *one = draw (pages, i, paint_all), *two = draw (other, i, paint_all);

      for (int top = 0; top < to_pixels (pages->height); top += BAND, (*n)++)
        {
          int bottom = MIN (top + BAND, cairo_image_surface_get_height (one));

          if (!pedicle_pages_look_alike (pages, other, i, top / SCALE, bottom / SCALE))
            continue;
          n_alike++;
          g_assert_cmpint (find_difference (one, two, top, bottom), ==, bottom);
        }
      cairo_surface_destroy (one);
      cairo_surface_destroy (two);
    }
  return n_alike;
}

static PediclePages *
pages_for (const Desk *desk, const char *name)
{
  pedicle_visit_set_value (desk->visit, "patient-name", name);
  return desk_pages (desk, "comparing", NULL);
}

static void
test_letter (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  g_autoptr (PediclePages) ann = pages_for (desk, "Ann");
  g_autoptr (PediclePages) anna = pages_for (desk, "Anna");
  g_autoptr (PediclePages) again = pages_for (desk, "Ann");
  g_autoptr (PediclePages) nobody = pages_for (desk, NULL);
  guint n;

  g_assert_cmpuint (count_alike (ann, again, &n), ==, n);
  g_assert_cmpuint (count_alike (ann, anna, &n), <, n);
  g_assert_cmpuint (count_alike (ann, anna, &n), >=, n - 3);
  g_assert_cmpuint (count_alike (ann, nobody, &n), <, n);
}

static void
test_others (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  PedicleRequest request = desk_request (desk, "going-home", "kyphoplasty");
  g_autoptr (PediclePages) a4 = pedicle_pages_new (&request, NULL);
  g_autoptr (PediclePages) large = NULL;
  g_autoptr (PediclePages) letter = NULL;
  g_autoptr (PediclePages) other = desk_pages (desk, "about", "kyphoplasty");
  guint n;

  request.size = PEDICLE_SIZE_LARGE;
  large = pedicle_pages_new (&request, NULL);
  request.paper = PEDICLE_PAPER_LETTER;
  letter = pedicle_pages_new (&request, NULL);
  g_assert_cmpuint (count_alike (a4, other, &n), <, n / 2);
  g_assert_cmpuint (count_alike (a4, large, &n), <, n / 2);
  g_assert_false (pedicle_pages_look_alike (large, letter, 0, 0, 1));
  g_assert_false (pedicle_pages_look_alike (a4, a4, a4->pages->len, 0, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alike/clip", test_clip);
  g_test_add_func ("/alike/letter", test_letter);
  g_test_add_func ("/alike/others", test_others);
  return g_test_run ();
}
