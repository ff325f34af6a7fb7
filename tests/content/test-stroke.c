/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that were drawn by hand: how they are thinned, and the smooth way through what is left. */
#include "stroke.h"

#include <math.h>

static void
test_straight (void)
{
  double points[200];
  for (guint i = 0; i < 100; i++)
    {
      points[2 * i] = i;
      points[2 * i + 1] = 3 + 0.01 * (i % 2);
    }
  g_assert_cmpuint (pedicle_stroke_thin (points, 100, 0.1, 256), ==, 2);
  g_assert_cmpfloat (points[0], ==, 0);
  g_assert_cmpfloat (points[2], ==, 99);
}

static void
test_corner (void)
{
  double points[] = { 0, 0, 5, 0.05, 10, 0, 10, 5, 10, 10, 4, 10, 0, 10 };
  static const double expected[] = { 0, 0, 10, 0, 10, 10, 0, 10 };
  g_assert_cmpuint (pedicle_stroke_thin (points, 7, 0.1, 256), ==, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpfloat (points[i], ==, expected[i]);
}

/* A closed line, whose ends are one point, keeps its shape; a place where the pen rested is one dot. */
static void
test_closed (void)
{
  double loop[] = { 0, 0, 10, 0, 10, 10, 0, 10, 0, 0 };
  double rest[] = { 4, 4, 4, 4, 4, 4, 4, 4 };
  double dot[] = { 1, 2 };
  g_assert_cmpuint (pedicle_stroke_thin (loop, 5, 0.1, 256), ==, 5);
  g_assert_cmpuint (pedicle_stroke_thin (rest, 4, 0.1, 256), ==, 2);
  g_assert_cmpuint (pedicle_stroke_thin (dot, 1, 0.1, 256), ==, 1);
}

/* However long and wild: so many points and no more, in no time. */
static void
test_many (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n = 6000;
  g_autofree double *points = g_new (double, 2 * n);
  for (guint i = 0; i < 2 * n; i++)
    points[i] = g_rand_double_range (rand, 0, 400);
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (PedicleStroke) stroke = pedicle_stroke_new ("a/b", 0, 4, points, n);
  g_assert_cmpuint (stroke->n_points, <=, PEDICLE_STROKE_MAX_POINTS);
  g_assert_cmpuint (stroke->n_points, >=, 2);
  g_assert_cmpfloat (stroke->points[0], ==, points[0]);
  g_assert_cmpfloat (stroke->points[2 * stroke->n_points - 1], ==, points[2 * n - 1]);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 2 * G_USEC_PER_SEC);
}

static double
curve_at (double from, double handle, double other, double to, double t)
{
  double s = 1 - t;
  return s * s * s * from + 3 * s * s * t * handle + 3 * s * t * t * other + t * t * t * to;
}

/* What is left of a circle goes through smooth curves that still lie on it, as far as the eye can see. */
static void
test_smooth (void)
{
  double points[2 * 200];
  for (guint i = 0; i < 200; i++)
    {
      points[2 * i] = 100 + 50 * cos (i * 2 * G_PI / 199);
      points[2 * i + 1] = 100 + 50 * sin (i * 2 * G_PI / 199);
    }
  g_autoptr (PedicleStroke) stroke = pedicle_stroke_new ("a/b", 0, 4, points, 200);
  g_assert_cmpuint (stroke->n_points, <, 60);
  for (guint i = 0; i + 1 < stroke->n_points; i++)
    {
      double c[6];
      pedicle_stroke_curve (stroke, i, c);
      for (double t = 0; t <= 1; t += 0.25)
        {
          double x = curve_at (stroke->points[2 * i], c[0], c[2], c[4], t);
          double y = curve_at (stroke->points[2 * i + 1], c[1], c[3], c[5], t);
          g_assert_cmpfloat_with_epsilon (hypot (x - 100, y - 100), 50, 0.6);
        }
    }
}

/* The tip of an arrow stays a tip: the handles lie on the line's own ends. */
static void
test_sharp (void)
{
  static const double points[] = { 0, 10, 10, 0, 0, -10 };
  static const double back[] = { 0, 0, 10, 0, 2, 0.5 };
  g_autoptr (PedicleStroke) tip = pedicle_stroke_new ("a/b", 0, 1, points, 3);
  g_autoptr (PedicleStroke) turn = pedicle_stroke_new ("a/b", 0, 1, back, 3);
  double c[6];
  pedicle_stroke_curve (tip, 0, c);
  g_assert_cmpfloat (c[2], ==, 10);
  g_assert_cmpfloat (c[3], ==, 0);
  pedicle_stroke_curve (turn, 1, c);
  g_assert_cmpfloat (c[0], ==, 10);
  g_assert_cmpfloat (c[1], ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stroke/straight", test_straight);
  g_test_add_func ("/stroke/corner", test_corner);
  g_test_add_func ("/stroke/closed", test_closed);
  g_test_add_func ("/stroke/many", test_many);
  g_test_add_func ("/stroke/smooth", test_smooth);
  g_test_add_func ("/stroke/sharp", test_sharp);
  return g_test_run ();
}
