/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/** What is shown can be told from what it stands on: words at least 4.5:1, large words, signs, the focus and what is chosen
 * at least 3:1, as painted; light, dark and in high contrast. */

#include "icon-array.h"
#include "site-picker.h"
#include "stage.h"
#include "window.h"

#define SCALE 2 /* thin strokes have their full colour somewhere */
#define WORDS 4.5
#define SIGNS 3.0
#define LINE 20.0f /* pixels of a widget's; so much of words that are cut can be judged */
#define LARGE_POINTS 18
#define LARGE_BOLD_POINTS 14

static AdwApplication *application;

/* Of one pixel, 0 to 1, by WCAG 2.1. */
static double
luminance (guint32 pixel)
{
  static const double weights[] = { 0.0722, 0.7152, 0.2126 };
  static double linear[256]; /* worked out once */
  double sum = 0;

  for (guint i = 0; linear[255] <= 0 && i < G_N_ELEMENTS (linear); i++)
    linear[i] = i <= 10 ? i / 255.0 / 12.92 : pow ((i / 255.0 + 0.055) / 1.055, 2.4);
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += weights[i] * linear[(pixel >> (8 * i)) & 0xff];
  return sum;
}

static double
contrast (guint32 a, guint32 b)
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  guint32 pixel;

  memcpy (&pixel, cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x,
          sizeof pixel);
  return pixel & 0xffffff;
}

/* Where @widget's words or its sign are to be painted. Returns: whether anywhere. */
static gboolean
extents_of (GtkWidget *widget, GtkWidget *root, graphene_rect_t *box)
{
  if (!gtk_widget_compute_bounds (widget, root, box))
    return FALSE;
  if (GTK_IS_LABEL (widget))
    {
      graphene_rect_t words;
      PangoRectangle extents;
      graphene_point_t start;
      int x, y;

      pango_layout_get_pixel_extents (gtk_label_get_layout (GTK_LABEL (widget)), NULL, &extents);
      gtk_label_get_layout_offsets (GTK_LABEL (widget), &x, &y);
      if (!gtk_widget_compute_point (widget, root, &GRAPHENE_POINT_INIT ((float) (x + extents.x), (float) (y + extents.y)), &start))
        return FALSE;
      graphene_rect_init (&words, start.x, start.y, (float) extents.width, (float) extents.height);
      return graphene_rect_intersection (box, &words, box);
    }
  return TRUE;
}

/* What is scrolled out of sight has a place too, where something else is painted. Cuts @box to what scrollers and others
 * around @widget let through. Returns: whether any of it is left. */
static gboolean
cut (GtkWidget *widget, GtkWidget *root, graphene_rect_t *box)
{
  for (GtkWidget *around = gtk_widget_get_parent (widget); around != NULL; around = gtk_widget_get_parent (around))
    {
      graphene_rect_t inside;

      if (gtk_widget_get_overflow (around) == GTK_OVERFLOW_HIDDEN &&
          (!gtk_widget_compute_bounds (around, root, &inside) || !graphene_rect_intersection (box, &inside, box)))
        return FALSE;
    }
  return TRUE;
}

/* Where @widget is painted in a picture of its window; cut to what is in sight. Returns: whether that can be judged: all of
 * it, or as much as a line. */
static gboolean
place_in (GtkWidget *widget, GtkWidget *root, cairo_surface_t *picture, cairo_rectangle_int_t *place)
{
  cairo_rectangle_int_t whole = { 0, 0, cairo_image_surface_get_width (picture), cairo_image_surface_get_height (picture) };
  graphene_rect_t all, box;

  if (!extents_of (widget, root, &all))
    return FALSE;
  box = all;
  if (!cut (widget, root, &box) || box.size.height < MIN (all.size.height, LINE) ||
      box.size.width < MIN (all.size.width, LINE))
    return FALSE;
  *place = (cairo_rectangle_int_t){ (int) (box.origin.x * SCALE), (int) (box.origin.y * SCALE),
                                    (int) (box.size.width * SCALE), (int) (box.size.height * SCALE) };
  return gdk_rectangle_intersect (place, &whole, place);
}

/* The colour that most of the place has. */
static guint32
ground_of (cairo_surface_t *picture, const cairo_rectangle_int_t *place)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint32 ground = 0;
  guint most = 0;

  for (int y = place->y; y < place->y + place->height; y++)
    for (int x = place->x; x < place->x + place->width; x++)
      {
        guint32 pixel = pixel_at (picture, x, y);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (pixel))) + 1;
        g_hash_table_insert (counts, GUINT_TO_POINTER (pixel), GUINT_TO_POINTER (n));
        if (n > most)
          {
            most = n;
            ground = pixel;
          }
      }
  return ground;
}

/* How well what is painted there can be told from the ground. */
static double
best_contrast (cairo_surface_t *picture, const cairo_rectangle_int_t *place)
{
  guint32 ground = ground_of (picture, place);
  double best = 1;

  for (int y = place->y; y < place->y + place->height; y++)
    for (int x = place->x; x < place->x + place->width; x++)
      best = MAX (best, contrast (pixel_at (picture, x, y), ground));
  return best;
}

/* How well what has changed can be told from what was there before. */
static double
best_change (cairo_surface_t *before, cairo_surface_t *after)
{
  double best = 1;

  for (int y = 0; y < cairo_image_surface_get_height (before); y++)
    for (int x = 0; x < cairo_image_surface_get_width (before); x++)
      if (pixel_at (before, x, y) != pixel_at (after, x, y))
        best = MAX (best, contrast (pixel_at (before, x, y), pixel_at (after, x, y)));
  return best;
}

static double
least_for (GtkWidget *widget)
{
  if (!GTK_IS_LABEL (widget))
    return SIGNS;
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  int points = pango_font_description_get_size (font) / PANGO_SCALE;
  gboolean bold = pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD;
  return points >= LARGE_POINTS || (bold && points >= LARGE_BOLD_POINTS) ? SIGNS : WORDS;
}

static gboolean
is_read (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
  return GTK_IS_IMAGE (widget) || PEDICLE_IS_ICON_ARRAY (widget);
}

/* What cannot be pressed now may be pale, by WCAG; the marks of what is not discussed are seen by their edge. */
static gboolean
is_exempt (GtkWidget *widget)
{
  return !gtk_widget_is_sensitive (widget) || gtk_widget_has_css_class (widget, "check");
}

/** A window while all that scrolls in it goes down. */
typedef struct
{
  GtkWidget *window;
  const char *where;
  cairo_surface_t *picture;
  GHashTable *judged; /* widgets that were in sight; some are gone */
} View;

static void
fail_widget (const View *view, GtkWidget *widget, const char *problem)
{
  g_printerr ("%s: %s \"%s\" %s\n", view->where, G_OBJECT_TYPE_NAME (widget),
              GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : gtk_widget_get_name (widget), problem);
  g_test_fail ();
}

static void
check_widget (const View *view, GtkWidget *widget)
{
  cairo_rectangle_int_t place;

  if (!place_in (widget, view->window, view->picture, &place))
    return;
  g_hash_table_add (view->judged, widget);
  double best = best_contrast (view->picture, &place);
  if (best < least_for (widget))
    {
      g_autofree char *problem = g_strdup_printf ("has %.2f:1 of %.1f:1", best, least_for (widget));
      fail_widget (view, widget, problem);
    }
}

/* No word escapes: each came into sight. */
static void
check_judged (const View *view, GtkWidget *widget)
{
  if (!g_hash_table_contains (view->judged, widget))
    fail_widget (view, widget, "was never in sight");
}

/* Calls @check for each sign and each word inside @widget that is to be told from its ground. */
static void
check_inside (const View *view, GtkWidget *widget, void (*check) (const View *view, GtkWidget *widget))
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (is_read (widget) && !is_exempt (widget))
    check (view, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      check_inside (view, child, check);
}

/* A widget that waits for its place is painted as nothing. */
static cairo_surface_t *
draw (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));

  for (int tries = 0; tries < 100; tries++)
    {
      gtk_widget_queue_draw (root);
      gtk_test_widget_wait_for_draw (root);
      cairo_surface_t *picture = stage_draw (widget, SCALE);
      int x = cairo_image_surface_get_width (picture) / 2, y = cairo_image_surface_get_height (picture) / 2;
      if (cairo_image_surface_get_data (picture)[y * cairo_image_surface_get_stride (picture) + 4 * x + 3] != 0)
        return picture;
      cairo_surface_destroy (picture);
      stage_wait (50);
    }
  g_assert_not_reached ();
}

/* Shows what follows in all that scrolls inside @widget. Returns: whether any of it had more. */
static gboolean
scroll_on (GtkWidget *widget)
{
  gboolean more = FALSE;

  if (GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_mapped (widget))
    {
      GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
      double value = gtk_adjustment_get_value (down);

      gtk_adjustment_set_value (down, value + gtk_adjustment_get_page_size (down) - 2 * LINE);
      more = gtk_adjustment_get_value (down) > value;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    more = scroll_on (child) || more;
  return more;
}

static void
check_window (GtkWidget *window, const char *where)
{
  g_autoptr (GHashTable) judged = g_hash_table_new (NULL, NULL);
  View view = { .window = window, .where = where, .judged = judged };

  do
    {
      stage_wait (200);
      view.picture = draw (window);
      check_inside (&view, window, check_widget);
      cairo_surface_destroy (view.picture);
    }
  while (scroll_on (window));
  check_inside (&view, window, check_judged);
}

/* Two pictures of the widget, before and after @change, are told apart. */
static void
check_change (GtkWidget *widget, void (*change) (GtkWidget *widget), const char *what)
{
  cairo_surface_t *before = draw (widget);
  change (widget);
  stage_wait (300);
  cairo_surface_t *after = draw (widget);
  double best = best_change (before, after);

  if (best < SIGNS)
    {
      g_printerr ("%s: %.2f:1\n", what, best);
      g_test_fail ();
    }
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

static void
take_focus (GtkWidget *window)
{
  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
}

static void
turn_mode (GtkWidget *window)
{
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (stage_find_label (window, "Table"), GTK_TYPE_TOGGLE_BUTTON)), TRUE);
}

static void
pick_site (GtkWidget *picker)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (stage_find (picker, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
}

static void
check_picker (PedicleSession *session)
{
  GtkWidget *picker = pedicle_site_picker_new (session, "levels");
  GtkWindow *window = stage_present (picker, 400, 700);

  stage_wait (200);
  check_change (picker, pick_site, "the part that is picked");
  stage_clear (window, picker);
}

/* In a process of its own, with the colours that its environment asks for. */
static void
test_colours (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  GPtrArray *topics = pedicle_session_get_decision (session)->topics;
  GtkWidget *window = GTK_WIDGET (pedicle_window_new (application, session));

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  for (guint i = 0; i < topics->len; i++)
    {
      const PedicleTopic *topic = g_ptr_array_index (topics, i);
      pedicle_talk_set_topic (pedicle_session_get_talk (session), topic->id);
      check_window (window, topic->id);
    }
  check_change (window, take_focus, "the focus");
  check_change (window, turn_mode, "the view that is chosen");
  check_window (window, "table");
  gtk_widget_activate_action (window, "win.place", "s", "handouts");
  check_window (window, "handouts");
  gtk_window_destroy (GTK_WINDOW (window));
  check_picker (session);
}

static void
try_colours (const char *scheme, const char *high)
{
  g_setenv ("ADW_DEBUG_COLOR_SCHEME", scheme, TRUE);
  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", high, TRUE);
  g_test_trap_subprocess ("/contrast/subprocess/colours", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_light (void)
{
  try_colours ("prefer-light", "0");
}

static void
test_dark (void)
{
  try_colours ("prefer-dark", "0");
}

static void
test_high (void)
{
  try_colours ("prefer-light", "1");
  try_colours ("prefer-dark", "1");
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_SCHEMA_DIR", SCHEMAS, TRUE);
  gtk_test_init (&argc, &argv);
  application = ADW_APPLICATION (adw_application_new ("org.pedicle.Pedicle", G_APPLICATION_NON_UNIQUE));
  g_object_set (application, "resource-base-path", "/org/pedicle/Pedicle", NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/contrast/light", test_light);
  g_test_add_func ("/contrast/dark", test_dark);
  g_test_add_func ("/contrast/high", test_high);
  g_test_add_func ("/contrast/subprocess/colours", test_colours);
  int status = g_test_run ();
  g_object_unref (application);
  return status;
}
