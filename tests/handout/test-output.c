/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pages-private.h"
#include "typeset.h"

static PediclePages *
shipped_pages (guint index)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  GPtrArray *handouts = pedicle_library_get_handouts (desk->library);
  const PedicleHandout *handout = handouts->pdata[index % handouts->len];
  const PedicleDecision *decision =
      pedicle_library_find_decision (desk->library, handout->decision);
  char **options = handout->for_options != NULL ? handout->for_options : decision->options;

  return desk_pages (desk, handout->id, handout->for_decision ? NULL : options[0]);
}

static GBytes *
make_pdf (const PediclePages *pages)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = pedicle_pages_to_pdf (pages, &error);

  g_assert_no_error (error);
  return bytes;
}

static char *
write_pdf (const PediclePages *pages)
{
  g_autoptr (GBytes) bytes = make_pdf (pages);

  return desk_write ("pdf", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_same_bytes (void)
{
  g_autoptr (PediclePages) first = shipped_pages (0);
  g_autoptr (GBytes) bytes = make_pdf (first);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (PediclePages) other = shipped_pages (1);
      g_autoptr (GBytes) between = make_pdf (other);
      g_autoptr (PediclePages) again = shipped_pages (0);
      g_autoptr (GBytes) twice = make_pdf (again);

      g_assert_false (g_bytes_equal (bytes, between));
      g_assert_true (g_bytes_equal (bytes, twice));
    }
}

/* A thread of its own has no fonts open; @data: whether it is prepared. */
static gpointer
make_first (gpointer data)
{
  g_autoptr (PediclePreparation) preparation =
      data != NULL ? pedicle_preparation_begin ("en", PEDICLE_SIZE_NORMAL, TRUE) : NULL;
  g_autoptr (PediclePages) pages = NULL;

  if (preparation != NULL)
    pedicle_preparation_take (preparation);
  pages = shipped_pages (0);
  return make_pdf (pages);
}

static void
test_prepared (void)
{
  g_autoptr (GBytes) without = g_thread_join (g_thread_new ("without", make_first, NULL));
  g_autoptr (GBytes) with = g_thread_join (g_thread_new ("with", make_first, GINT_TO_POINTER (1)));

  g_assert_true (g_bytes_equal (without, with));
  /* It may be left alone. */
  pedicle_preparation_end (pedicle_preparation_begin ("xx", PEDICLE_SIZE_MAX, FALSE));
}

static void
test_valid_file (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PediclePages) pages = shipped_pages (i);
      g_autofree char *path = write_pdf (pages);
      g_autofree char *checked = desk_run ("qpdf", "--check", path, NULL);

      if (checked != NULL)
        g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors found"));
      g_assert_cmpint (remove (path), ==, 0);
    }
}

static void
test_fonts (void)
{
  g_autoptr (PediclePages) pages = shipped_pages (0);
  g_autofree char *path = write_pdf (pages);
  g_autofree char *table = desk_run ("pdffonts", path, NULL);
  g_auto (GStrv) lines = NULL;

  g_assert_cmpint (remove (path), ==, 0);
  if (table == NULL)
    return;
  lines = g_strsplit (g_strchomp (table), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  /* embedded, a subset, with a way back to letters */
  for (char **line = lines + 2; *line != NULL; line++)
    g_assert_true (g_regex_match_simple (" yes +yes +yes ", *line, 0, 0));
}

/* Words as they come, whatever white space is between them. */
static char *
squeeze (const char *text)
{
  g_auto (GStrv) words = g_regex_split_simple ("\\s+", text, 0, 0);

  return g_strjoinv (" ", words);
}

static void
append_paragraph (GString *out, const char *line)
{
  const char *quote = strchr (line, '"');
  const char *end = strrchr (line, '"');

  if (quote != NULL && end > quote)
    {
      g_string_append_len (out, quote + 1, end - quote - 1);
      g_string_append_c (out, ' ');
    }
}

static int
depth_of (const char *line)
{
  return (int) strspn (line, " ");
}

/* Words of the tree that pdfinfo prints, without those that are marked as no part of the text. */
static void
append_tree (GString *out, char **lines)
{
  int skip = -1;

  for (char **line = lines; *line != NULL; line++)
    {
      if (skip >= 0 && depth_of (*line) > skip)
        continue;
      skip = g_str_has_prefix (*line + depth_of (*line), "NonStruct") ? depth_of (*line) : -1;
      append_paragraph (out, *line);
    }
}

/* The tags hold all words of the body in the order of reading. */
static void
test_structure (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PediclePages) pages = shipped_pages (i);
      g_autofree char *path = write_pdf (pages);
      g_autofree char *tree = desk_run ("pdfinfo", "-struct-text", path, NULL);
      g_autofree char *dump = pedicle_pages_dump (pages);
      g_autoptr (GString) tagged = g_string_new (NULL);
      g_autoptr (GString) wanted = g_string_new (NULL);
      g_autofree char *have = NULL, *want = NULL;
      g_auto (GStrv) lines = NULL, items = NULL;

      g_assert_cmpint (remove (path), ==, 0);
      if (tree == NULL)
        return;
      lines = g_strsplit (tree, "\n", -1);
      append_tree (tagged, lines);
      items = g_strsplit (dump, "\n", -1);
      for (char **item = items; *item != NULL && !g_str_equal (*item, "structure"); item++)
        if (g_str_has_prefix (*item, "  text") && strstr (*item, " artifact") == NULL)
          append_paragraph (wanted, *item);
      /* a blank is a line, not letters */
      have = squeeze (tagged->str);
      g_string_replace (wanted, "__________", "", 0);
      want = squeeze (wanted->str);
      g_assert_cmpstr (have, ==, want);
    }
}

static void
test_text (void)
{
  g_autoptr (PediclePages) pages = shipped_pages (1);
  g_autofree char *path = write_pdf (pages);
  g_autofree char *found = desk_run ("pdftotext", "-layout", path, "-", NULL);
  g_autofree char *text = pedicle_pages_to_text (pages);
  g_autofree char *flat = NULL;
  g_auto (GStrv) words = NULL;

  g_assert_cmpint (remove (path), ==, 0);
  if (found == NULL)
    return;
  flat = squeeze (found);
  words = g_regex_split_simple ("[\\s|]+|_{5,}", text, 0, 0);
  for (char **word = words; *word != NULL; word++)
    if (strstr (flat, *word) == NULL && !g_str_equal (*word, "☐"))
      g_error ("“%s” cannot be found in the PDF file", *word);
}

static cairo_surface_t *
read_png (const char *path)
{
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

/* How many of a million pixels differ by more than antialiasing does. */
static double
compare_pixels (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  gsize differ = 0;

  g_assert_cmpint (abs (width - cairo_image_surface_get_width (b)), <=, 1);
  g_assert_cmpint (abs (height - cairo_image_surface_get_height (b)), <=, 1);
  width = MIN (width, cairo_image_surface_get_width (b));
  height = MIN (height, cairo_image_surface_get_height (b));
  for (int y = 0; y < height; y++)
    {
      const guchar *left =
          cairo_image_surface_get_data (a) + (gsize) y * (gsize) cairo_image_surface_get_stride (a);
      const guchar *right =
          cairo_image_surface_get_data (b) + (gsize) y * (gsize) cairo_image_surface_get_stride (b);

      for (int x = 0; x < width; x++)
        differ += abs (left[x * 4 + 1] - right[x * 4 + 1]) > 110;
    }
  return 1e6 * (double) differ / ((double) width * height);
}

static cairo_surface_t *
preview (const PediclePages *pages, guint index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = pedicle_pages_to_png (pages, index, 96, &error);
  g_autofree char *path = NULL;
  cairo_surface_t *surface;

  g_assert_no_error (error);
  path = desk_write ("png", g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  surface = read_png (path);
  g_assert_cmpint (remove (path), ==, 0);
  return surface;
}

/* Returns: (nullable): the page of the file, drawn by another program. */
static cairo_surface_t *
raster (const PediclePages *pages, guint index)
{
  g_autofree char *path = write_pdf (pages);
  g_autofree char *stem = g_strconcat (path, "-page", NULL);
  g_autofree char *drawn = g_strconcat (stem, ".png", NULL);
  g_autofree char *page = g_strdup_printf ("%u", index + 1);
  g_autofree char *ran = desk_run ("pdftocairo", "-png", "-r", "96", "-f", page, "-l", page,
                                   "-singlefile", path, stem, NULL);
  cairo_surface_t *surface = ran != NULL ? read_png (drawn) : NULL;

  g_assert_cmpint (remove (path), ==, 0);
  g_assert_cmpint (ran != NULL ? remove (drawn) : 0, ==, 0);
  return surface;
}

/* Of a million: of the page @index of the file and the preview of the page @other. */
static double
find_difference (const PediclePages *pages, guint index, guint other)
{
  cairo_surface_t *a = raster (pages, index);
  cairo_surface_t *b = preview (pages, other);
  double difference = a != NULL ? compare_pixels (a, b) : -1;

  g_clear_pointer (&a, cairo_surface_destroy);
  cairo_surface_destroy (b);
  return difference;
}

/* The preview and the file are the same picture. */
static void
test_pixels (void)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (PediclePages) pages = shipped_pages (i);
      const guint n = pedicle_pages_get_n (pages), looked_at[] = { 0, n / 2, n - 1 };

      for (guint j = 0; j < G_N_ELEMENTS (looked_at); j++)
        {
          double difference = find_difference (pages, looked_at[j], looked_at[j]);

          if (difference < 0)
            return;
          g_assert_cmpfloat (difference, <, 1000);
        }
      /* and the test can tell: the second page is another picture */
      if (n > 1)
        g_assert_cmpfloat (find_difference (pages, 0, 1), >, 10000);
    }
}

static guint
count_items (const PediclePages *pages, guint index, PedicleItemKind kind)
{
  const GPtrArray *page = pages->pages->pdata[index];
  guint n = 0;

  for (guint i = 0; i < page->len; i++)
    n += ((const PedicleItem *) page->pdata[i])->kind == kind;
  return n;
}

/* Rows of people that look the same are drawn once in a file, by lines and curves, and the same
 * way as in the preview. */
static void
test_drawn_once (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  guint n_handouts = pedicle_library_get_handouts (desk->library)->len, n_found = 0;

  for (guint i = 0; i < n_handouts; i++)
    {
      g_autoptr (PediclePages) pages = shipped_pages (i);
      g_autofree char *path = NULL, *objects = NULL, *images = NULL;
      guint n_rows = 0, n_pictures = 0, last = 0;

      for (guint j = 0; j < pages->pages->len; j++)
        {
          guint n = count_items (pages, j, PEDICLE_ITEM_PEOPLE);

          n_pictures += count_items (pages, j, PEDICLE_ITEM_PICTURE);
          n_rows += n;
          last = n > 0 ? j : last;
        }
      if (n_rows == 0)
        continue;
      n_found++;
      path = write_pdf (pages);
      objects = desk_run ("qpdf", "--json", path, NULL);
      images = desk_run ("pdfimages", "-list", path, NULL);
      g_assert_cmpint (remove (path), ==, 0);
      g_assert_cmpfloat (find_difference (pages, last, last), <, 1000);
      if (objects == NULL || images == NULL)
        return;
      g_assert_null (strstr (images, " image "));
      g_auto (GStrv) forms = g_strsplit (objects, "\"/Subtype\": \"/Form\"", -1);
      g_assert_cmpuint (g_strv_length (forms) - 1, >=, n_pictures > 0);
      g_assert_cmpuint (g_strv_length (forms) - 1, <, n_pictures + n_rows / 3);
    }
  g_assert_cmpuint (n_found, >, 0);
}

static void
test_refusals (void)
{
  g_autoptr (PediclePages) pages = shipped_pages (0);
  g_autoptr (GError) error = NULL;

  g_assert_null (pedicle_pages_to_png (pages, 99, 96, &error));
  g_assert_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_REQUEST);
  g_clear_error (&error);
  g_assert_null (pedicle_pages_to_png (pages, 0, NAN, &error));
  g_assert_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_REQUEST);
}

/* What cannot be drawn is no file with something left out. */
static void
test_not_drawn (void)
{
  g_autoptr (PediclePages) pages = shipped_pages (0);
  const GPtrArray *items = pages->pages->pdata[0];
  g_autoptr (GError) error = NULL;
  PedicleGlyphs *run = NULL;

  for (guint i = 0; i < items->len && run == NULL; i++)
    {
      const PedicleItem *item = items->pdata[i];

      if (item->kind == PEDICLE_ITEM_TEXT && item->runs->len > 0)
        run = item->runs->pdata[0];
    }
  char letter = *run->text;

  /* Other pages share it. */
  *run->text = '\xff';
  g_assert_null (pedicle_pages_to_pdf (pages, &error));
  g_assert_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_OUTPUT);
  *run->text = letter;
}

/* Nothing of the patient outside the pages. */
static void
test_metadata (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);
  g_autoptr (PediclePages) pages = NULL;
  g_autofree char *path = NULL, *about = NULL, *name = NULL;

  pedicle_visit_set_value (desk->visit, "patient-name", "Maria Example");
  pages = desk_pages (desk, "after", "injection");
  path = write_pdf (pages);
  about = desk_run ("pdfinfo", path, NULL);
  name = pedicle_pages_file_name (pages, "pdf");
  g_assert_cmpint (remove (path), ==, 0);
  g_assert_cmpstr (name, ==, "after-injection-en.pdf");
  if (about == NULL)
    return;
  g_assert_nonnull (strstr (about, "After your injection"));
  g_assert_nonnull (strstr (about, "Nov 20 00:00:00 2026"));
  g_assert_null (strstr (about, "Maria"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/output/same-bytes", test_same_bytes);
  g_test_add_func ("/output/prepared", test_prepared);
  g_test_add_func ("/output/valid-file", test_valid_file);
  g_test_add_func ("/output/fonts", test_fonts);
  g_test_add_func ("/output/structure", test_structure);
  g_test_add_func ("/output/text", test_text);
  g_test_add_func ("/output/pixels", test_pixels);
  g_test_add_func ("/output/drawn-once", test_drawn_once);
  g_test_add_func ("/output/refusals", test_refusals);
  g_test_add_func ("/output/not-drawn", test_not_drawn);
  g_test_add_func ("/output/metadata", test_metadata);
  return g_test_run ();
}
