/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "page-preview.h"
#include "page-sheet.h"
#include "print.h"
#include "reading.h"
#include "save.h"
#include "session.h"
#include "stage.h"

static PedicleSession *session;

/* The first handout of the content, for its first option. */
static PediclePages *
make_pages (PediclePaper paper, double size)
{
  const PedicleLibrary *library = pedicle_session_get_library (session);
  GPtrArray *handouts = pedicle_library_get_handouts (library);
  g_autoptr (GPtrArray) options = pedicle_session_get_options (session);
  g_autoptr (GError) error = NULL;
  const PedicleHandout *handout = NULL;
  GDate today;

  for (guint i = 0; i < handouts->len && handout == NULL; i++)
    if (!((const PedicleHandout *) g_ptr_array_index (handouts, i))->for_decision)
      handout = g_ptr_array_index (handouts, i);
  g_assert_nonnull (handout);
  g_date_set_dmy (&today, 20, G_DATE_NOVEMBER, 2026);
  PedicleRequest request = {
    .library = library,
    .handout = handout,
    .option = ((const PedicleProcedure *) g_ptr_array_index (options, 1))->id,
    .catalogue = pedicle_session_get_spoken (session),
    .visit = pedicle_session_get_visit (session),
    .size = size,
    .paper = paper,
    .today = &today,
  };
  PediclePages *pages = pedicle_pages_new (&request, &error);
  g_assert_no_error (error);
  return pages;
}

static char *
pdf_info (const char *path, const char *key)
{
  const char *command[] = { "pdfinfo", path, NULL };
  g_autofree char *info = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &info, NULL, NULL, NULL));
  const char *value = strstr (info, key);
  g_assert_nonnull (value);
  value += strlen (key);
  return g_strstrip (g_strndup (value, strcspn (value, "\n")));
}

/* The pages of the paper that is chosen, on that paper, none of them scaled or turned. */
static void
test_export (void)
{
  g_autoptr (PediclePages) a4 = make_pages (PEDICLE_PAPER_A4, PEDICLE_SIZE_NORMAL);
  g_autoptr (PediclePages) letter = make_pages (PEDICLE_PAPER_LETTER, PEDICLE_SIZE_VERY_LARGE);
  PediclePages *pages[] = { a4, letter };
  const char *const sizes[] = { "595.2", "612 x 792" };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "pedicle-export.pdf", NULL);

  g_assert_cmpuint (pedicle_pages_get_n (a4), !=, pedicle_pages_get_n (letter));
  for (PediclePaper paper = 0; paper < PEDICLE_PAPER_N; paper++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_true (pedicle_print_export (pages, paper, path, &error));
      g_assert_no_error (error);
      g_autofree char *n = pdf_info (path, "Pages:"), *size = pdf_info (path, "Page size:");
      g_autofree char *rotated = pdf_info (path, "Page rot:");
      g_assert_cmpuint (g_ascii_strtoull (n, NULL, 10), ==, pedicle_pages_get_n (pages[paper]));
      g_assert_true (g_str_has_prefix (size, sizes[paper]));
      g_assert_cmpstr (rotated, ==, "0");
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

/* A refusal says what to do, and not the name of the file: it may be the patient's. */
static void
test_save_fails (void)
{
  g_autoptr (PediclePages) pages = make_pages (PEDICLE_PAPER_A4, PEDICLE_SIZE_NORMAL);
  g_autofree char *folder = g_dir_make_tmp ("pedicle-XXXXXX", NULL);
  g_autofree char *inside = g_build_filename (folder, "inside", NULL);
  g_autofree char *under_file = g_build_filename (SOURCE_ROOT, "README.md", "Zebedee.pdf", NULL);
  g_autofree char *letters = g_strnfill (300, 'e'), *endless = g_build_filename (folder, letters, NULL);
  const struct
  {
    const char *path, *advice;
  } places[] = {
    { "/nowhere/Zebedee.pdf", "This folder is no longer there. Choose another folder." },
    { under_file, "This folder is no longer there. Choose another folder." },
    { folder, "A folder has this name. Choose another name." },
    { endless, "This name is too long. Choose a shorter one." },
    { "/dev/full/Zebedee.pdf", "This folder is no longer there. Choose another folder." },
  };

  g_assert_true (g_file_set_contents (inside, "", 0, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (pedicle_save_write (pages, places[i].path, &error));
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, places[i].advice);
    }
  g_assert_cmpint (g_remove (inside), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The name says nothing about the patient, and the file holds the same bytes each time. */
static void
test_save (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "pedicle-save.pdf", NULL);
  g_autofree char *first = NULL, *second = NULL;
  gsize first_length, second_length;

  pedicle_session_set_value (session, "patient-name", "Zebedee");
  g_autoptr (PediclePages) pages = make_pages (PEDICLE_PAPER_A4, PEDICLE_SIZE_NORMAL);
  g_autofree char *name = pedicle_pages_file_name (pages, "pdf");
  g_assert_true (g_str_has_suffix (name, ".pdf"));
  g_assert_null (strstr (name, "ebedee"));
  g_assert_true (pedicle_save_write (pages, path, NULL));
  g_assert_true (g_file_get_contents (path, &first, &first_length, NULL));
  g_assert_true (pedicle_save_write (pages, path, NULL));
  g_assert_true (g_file_get_contents (path, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);
  g_assert_cmpint (g_remove (path), ==, 0);
  pedicle_session_next_patient (session);
  pedicle_session_forget_previous (session);
}

static GtkWindow *
present_preview (PediclePages *pages, PediclePagePreview **preview, int width, int height)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  *preview = PEDICLE_PAGE_PREVIEW (pedicle_page_preview_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (*preview));
  pedicle_page_preview_set_pages (*preview, pages);
  return stage_present (scroller, width, height);
}

static void
test_preview (void)
{
  g_autoptr (PediclePages) pages = make_pages (PEDICLE_PAPER_A4, PEDICLE_SIZE_VERY_LARGE);
  PediclePagePreview *preview;
  guint n = pedicle_pages_get_n (pages);

  g_assert_cmpuint (n, >, 2);
  GtkWindow *window = present_preview (pages, &preview, 500, 500);
  g_assert_cmpuint (pedicle_page_preview_get_n_painted (preview), <, n);
  g_assert_cmpuint (pedicle_page_preview_get_n_painted (preview), >, 0);

  GtkAdjustment *vertical = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (preview));
  gtk_adjustment_set_value (vertical, 400);
  stage_wait (50);
  pedicle_page_preview_set_pages (preview, pages);
  stage_wait (50);
  g_assert_cmpfloat (gtk_adjustment_get_value (vertical), ==, 400);
  stage_clear (window, GTK_WIDGET (preview));
}

/* The sheet on the screen is the page of the paper: dark where it is dark. */
static void
test_sheet (void)
{
  g_autoptr (PediclePages) pages = make_pages (PEDICLE_PAPER_A4, PEDICLE_SIZE_NORMAL);
  GtkWidget *first = pedicle_page_sheet_new (pages, 0), *second = pedicle_page_sheet_new (pages, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (first, 300, 424);
  gtk_widget_set_size_request (second, 300, 424);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  GtkWindow *window = stage_present (box, 600, 424);
  g_autofree char *one = stage_paint (first), *two = stage_paint (second), *again = stage_paint (first);
  g_assert_cmpstr (one, !=, two);
  g_assert_cmpstr (one, ==, again);
  g_autofree char *name = g_strdup_printf ("Page 1 of %u", pedicle_pages_get_n (pages));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  stage_clear (window, box);
}

/* The first part inside of @widget that says so. */
static GtkWidget *
find_part (GtkWidget *widget, const char *words)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (child),
                                                                   GTK_ACCESSIBLE_PROPERTY_LABEL, words);
      GtkWidget *found = wrong == NULL ? child : find_part (child, words);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The first words of @reading with @part among them. */
static const char *
find_words (const PedicleReading *reading, const char *part)
{
  const char *words = strstr (reading->words, part) != NULL ? reading->words : NULL;

  for (guint i = 0; i < reading->children->len && words == NULL; i++)
    words = find_words (g_ptr_array_index (reading->children, i), part);
  return words;
}

/* What stands on the page can be read without seeing it: the words in their places, what they are, and no underscores. */
static void
test_read (void)
{
  pedicle_session_set_value (session, "patient-name", "Zebedee");
  g_autoptr (PediclePages) pages = make_pages (PEDICLE_PAPER_A4, PEDICLE_SIZE_NORMAL);
  GtkWidget *sheet = pedicle_page_sheet_new (pages, 0);
  graphene_rect_t place;

  gtk_widget_set_size_request (sheet, 595, 842);
  GtkWindow *window = stage_present (sheet, 595, 842);
  GtkWidget *title = gtk_widget_get_first_child (sheet);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       pedicle_pages_get_title (pages));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_true (gtk_widget_compute_bounds (title, sheet, &place));
  g_assert_cmpfloat (place.origin.x, >, 40);
  g_assert_cmpfloat (place.origin.y, <, 120);
  g_assert_cmpfloat (place.size.width, >, 100);
  g_autoptr (PedicleReading) reading = pedicle_reading_new (pages, 0);
  g_autoptr (GRegex) underscores = g_regex_new ("__+", 0, 0, NULL);
  g_autofree char *words = g_regex_replace_literal (underscores, find_words (reading, "__"), -1, 0, "(blank)", 0, NULL);
  g_assert_nonnull (find_part (sheet, words));
  GtkWidget *name = find_part (sheet, find_words (reading, "Zebedee"));
  g_assert_nonnull (name);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_ROLE_LABEL);
  g_assert_true (gtk_widget_pick (sheet, place.origin.x + 3, place.origin.y + 3, GTK_PICK_DEFAULT) == sheet);
  stage_clear (window, sheet);
  pedicle_session_next_patient (session);
  pedicle_session_forget_previous (session);
}

/* Both say the same at the same places. */
static void
assert_same_parts (GtkWidget *one, GtkWidget *other, GtkWidget *one_sheet, GtkWidget *other_sheet, const PedicleReading *reading)
{
  GtkWidget *a = gtk_widget_get_first_child (one), *b = gtk_widget_get_first_child (other);
  g_autoptr (GRegex) underscores = g_regex_new ("__+", 0, 0, NULL);

  for (guint i = 0; i < reading->children->len; i++)
    {
      const PedicleReading *child = g_ptr_array_index (reading->children, i);
      g_autofree char *words = g_regex_replace_literal (underscores, child->words, -1, 0, "(blank)", 0, NULL);
      graphene_rect_t at_a, at_b;

      g_assert_true (a != NULL && b != NULL);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (a), GTK_ACCESSIBLE_PROPERTY_LABEL, words);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (b), GTK_ACCESSIBLE_PROPERTY_LABEL, words);
      g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (a)), ==,
                       gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (b)));
      g_assert_true (gtk_widget_compute_bounds (a, one_sheet, &at_a) && gtk_widget_compute_bounds (b, other_sheet, &at_b));
      g_assert_true (graphene_rect_equal (&at_a, &at_b));
      assert_same_parts (a, b, one_sheet, other_sheet, child);
      a = gtk_widget_get_next_sibling (a);
      b = gtk_widget_get_next_sibling (b);
    }
  g_assert_true (a == NULL && b == NULL);
}

/* A sheet that has shown others reads and looks as a new one. */
static void
test_kept_sheet (void)
{
  static const struct
  {
    const char *name;
    PediclePaper paper;
    double size;
    guint index;
  } turns[] = {
    { "Zebedee", PEDICLE_PAPER_A4, PEDICLE_SIZE_NORMAL, 0 },
    { "Zebedee the Second", PEDICLE_PAPER_A4, PEDICLE_SIZE_NORMAL, 0 },
    { "", PEDICLE_PAPER_LETTER, PEDICLE_SIZE_LARGE, 1 },
    { "Zebedee", PEDICLE_PAPER_A4, PEDICLE_SIZE_NORMAL, 0 },
  };
  g_autoptr (PediclePages) before = make_pages (PEDICLE_PAPER_A4, PEDICLE_SIZE_NORMAL);
  GtkWidget *kept = g_object_ref_sink (pedicle_page_sheet_new (before, 0)), *title = gtk_widget_get_first_child (kept);

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      pedicle_session_set_value (session, "patient-name", turns[i].name);
      g_autoptr (PediclePages) pages = make_pages (turns[i].paper, turns[i].size);
      g_autoptr (PedicleReading) reading = pedicle_reading_new (pages, turns[i].index);
      GtkWidget *fresh = pedicle_page_sheet_new (pages, turns[i].index);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (kept, 595, 842);
      gtk_widget_set_size_request (fresh, 595, 842);
      gtk_box_append (GTK_BOX (box), kept);
      gtk_box_append (GTK_BOX (box), fresh);
      GtkWindow *window = stage_present (box, 1190, 842);
      pedicle_page_sheet_show (PEDICLE_PAGE_SHEET (kept), pages, turns[i].index);
      stage_wait (100);
      assert_same_parts (kept, fresh, kept, fresh, reading);
      g_autofree char *one = stage_paint (kept), *other = stage_paint (fresh);
      g_assert_cmpstr (one, ==, other);
      if (i < 2)
        g_assert_true (gtk_widget_get_first_child (kept) == title);
      gtk_box_remove (GTK_BOX (box), kept);
      stage_clear (window, box);
    }
  g_object_unref (kept);
  pedicle_session_next_patient (session);
  pedicle_session_forget_previous (session);
}

/* What a snapshot of @sheet holds. Returns: (transfer full) */
static GskRenderNode *
take_snapshot (GtkWidget *sheet)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (sheet)->snapshot (sheet, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

/* A letter is drawn where it stands; all else of the sheet is what was drawn before. */
static void
test_letter (void)
{
  pedicle_session_set_value (session, "patient-name", "Zebede");
  g_autoptr (PediclePages) before = make_pages (PEDICLE_PAPER_A4, PEDICLE_SIZE_NORMAL);
  pedicle_session_set_value (session, "patient-name", "Zebedee");
  g_autoptr (PediclePages) after = make_pages (PEDICLE_PAPER_A4, PEDICLE_SIZE_NORMAL);
  GtkWidget *sheet = pedicle_page_sheet_new (before, 0);
  guint n_same = 0;

  gtk_widget_set_size_request (sheet, 595, 842);
  GtkWindow *window = stage_present (sheet, 595, 842);
  g_autoptr (GskRenderNode) drawn = take_snapshot (sheet);
  pedicle_page_sheet_show (PEDICLE_PAGE_SHEET (sheet), after, 0);
  g_autoptr (GskRenderNode) anew = take_snapshot (sheet);
  guint n = gsk_container_node_get_n_children (drawn);
  g_assert_cmpuint (gsk_container_node_get_n_children (anew), ==, n);
  for (guint i = 0; i < n; i++)
    n_same += gsk_container_node_get_child (drawn, i) == gsk_container_node_get_child (anew, i);
  g_assert_cmpuint (n_same, <, n);
  g_assert_cmpuint (n_same, >=, n - 3);
  stage_clear (window, sheet);
  pedicle_session_next_patient (session);
  pedicle_session_forget_previous (session);
}

/* Whatever came before, a preview looks as one that is opened anew: letters that come and go, pages that become more and
 * fewer, another paper, another zoom, nothing at all. */
static void
test_kept_preview (void)
{
  static const struct
  {
    const char *name;
    PediclePaper paper;
    double size;
    int zoom;
  } turns[] = {
    { "Z", PEDICLE_PAPER_A4, PEDICLE_SIZE_NORMAL, 0 },        { "Ze", PEDICLE_PAPER_A4, PEDICLE_SIZE_NORMAL, 0 },
    { "Zeb", PEDICLE_PAPER_A4, PEDICLE_SIZE_VERY_LARGE, 0 },  { "Zebe", PEDICLE_PAPER_A4, PEDICLE_SIZE_NORMAL, 0 },
    { "Zebed", PEDICLE_PAPER_LETTER, PEDICLE_SIZE_NORMAL, 0 }, { "Zebe", PEDICLE_PAPER_LETTER, PEDICLE_SIZE_NORMAL, 1 },
    { "", PEDICLE_PAPER_LETTER, PEDICLE_SIZE_NORMAL, -1 },    { "Zebedee", PEDICLE_PAPER_LETTER, PEDICLE_SIZE_NORMAL, 0 },
  };
  g_autoptr (PediclePages) first = make_pages (PEDICLE_PAPER_A4, PEDICLE_SIZE_NORMAL);
  PediclePagePreview *kept, *fresh;
  GtkWindow *window = present_preview (first, &kept, 1103, 707);

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      pedicle_session_set_value (session, "patient-name", turns[i].name);
      g_autoptr (PediclePages) pages = make_pages (turns[i].paper, turns[i].size);
      double zoom;
      if (turns[i].zoom != 0)
        pedicle_page_preview_zoom (kept, turns[i].zoom);
      pedicle_page_preview_set_pages (kept, i == 5 ? NULL : pages);
      pedicle_page_preview_set_pages (kept, pages);
      stage_wait (60);
      GtkWindow *other = present_preview (pages, &fresh, 1103, 707);
      g_object_get (kept, "zoom", &zoom, NULL);
      g_object_set (fresh, "zoom", zoom, NULL);
      stage_wait (60);
      g_autofree char *one = stage_paint (GTK_WIDGET (kept)), *two = stage_paint (GTK_WIDGET (fresh));
      g_assert_cmpstr (one, ==, two);
      stage_clear (other, GTK_WIDGET (fresh));
    }
  stage_clear (window, GTK_WIDGET (kept));
  pedicle_session_next_patient (session);
  pedicle_session_forget_previous (session);
}

static void
test_zoom (void)
{
  g_autoptr (PediclePages) pages = make_pages (PEDICLE_PAPER_LETTER, PEDICLE_SIZE_NORMAL);
  PediclePagePreview *preview;
  double zoom;

  GtkWindow *window = present_preview (pages, &preview, 700, 600);
  g_object_get (preview, "zoom", &zoom, NULL);
  g_assert_cmpfloat (zoom, ==, 0);
  pedicle_page_preview_zoom (preview, 1);
  stage_wait (50);
  int wide = gtk_widget_get_width (gtk_widget_get_first_child (GTK_WIDGET (preview)));
  pedicle_page_preview_zoom (preview, -1);
  stage_wait (50);
  g_assert_cmpint (gtk_widget_get_width (gtk_widget_get_first_child (GTK_WIDGET (preview))), <, wide);
  pedicle_page_preview_zoom (preview, 0);
  g_object_get (preview, "zoom", &zoom, NULL);
  g_assert_cmpfloat (zoom, ==, 0);
  stage_clear (window, GTK_WIDGET (preview));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  session = pedicle_session_new (SOURCE_ROOT "/data/content");
  g_test_add_func ("/paper/export", test_export);
  g_test_add_func ("/paper/save-fails", test_save_fails);
  g_test_add_func ("/paper/save", test_save);
  g_test_add_func ("/paper/preview", test_preview);
  g_test_add_func ("/paper/sheet", test_sheet);
  g_test_add_func ("/paper/read", test_read);
  g_test_add_func ("/paper/kept-sheet", test_kept_sheet);
  g_test_add_func ("/paper/letter", test_letter);
  g_test_add_func ("/paper/kept-preview", test_kept_preview);
  g_test_add_func ("/paper/zoom", test_zoom);
  int status = g_test_run ();
  g_object_unref (session);
  return status;
}
