/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "inline.h"
#include "pages-private.h"
#include "place.h"
#include "typeset.h"

/* A clinic that has said something of everything. */
#define CLINIC                                                                                     \
  "<overlay id='clinic' format='1' approved-by='A. Person' approved='2026-11-01'>"                 \
  "<clinic><name id='clinic.name'>Example Clinic</name>"                                           \
  "<value field='day-phone'>555 0100</value><value field='night-phone'>555 0199</value>"           \
  "<value field='emergency-number'>911</value>"                                                    \
  "<limit field='rest-until' after='visit-date' weeks='6'/></clinic></overlay>"

static char *
write_clinic (void)
{
  return desk_write ("xml", CLINIC, strlen (CLINIC));
}

static void
compare_dump (const char *language, const char *handout, const char *option, const char *golden)
{
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, language, NULL);
  g_autoptr (PediclePages) pages = desk_pages (desk, handout, option);
  g_autofree char *dump = pedicle_pages_dump (pages);

  desk_compare (golden, dump);
}

static void
test_dump_one (void)
{
  compare_dump ("en", "after", "injection", "knee-after.dump");
}

static void
test_dump_all (void)
{
  compare_dump ("en", "choosing", NULL, "knee-choosing.dump");
}

static void
test_dump_mirrored (void)
{
  compare_dump ("ar_XB", "after", "injection", "knee-after-ar_XB.dump");
  compare_dump ("ar_XB", "choosing", NULL, "knee-choosing-ar_XB.dump");
}

/* A sheet for what stands side by side is wide, until large text stands below each other. */
static void
test_orientation (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);
  PedicleRequest request = desk_request (desk, "choosing", NULL);
  const double sizes[] = { PEDICLE_SIZE_NORMAL, PEDICLE_SIZE_LARGE };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PediclePages) pages = NULL;
      g_autoptr (GError) error = NULL;
      double width, height;

      request.size = sizes[i];
      pages = pedicle_pages_new (&request, &error);
      g_assert_no_error (error);
      pedicle_pages_get_size (pages, &width, &height);
      g_assert_true ((width > height) == (i == 0));
    }
}

/* What is suggested to the clinician is for the screen: every core topic has something to ask, none of it is on paper. */
static void
assert_no_prompt (const Desk *desk, const char *text)
{
  const PedicleDecision *decision = pedicle_library_get_decisions (desk->library)->pdata[0];

  for (guint i = 0; i < decision->topics->len; i++)
    {
      const PedicleTopic *topic = decision->topics->pdata[i];
      g_auto (GStrv) sentences = NULL;

      g_assert_true (topic->prompt != NULL || !topic->core);
      sentences = g_strsplit (topic->prompt != NULL ? topic->prompt->markup : "", ". ", -1);
      for (char **sentence = sentences; *sentence != NULL; sentence++)
        g_assert_true (**sentence == '\0' || strstr (text, *sentence) == NULL);
    }
}

static void
test_shipped_text (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  GPtrArray *handouts = pedicle_library_get_handouts (desk->library);
  GPtrArray *options = pedicle_library_get_procedures (desk->library);

  for (guint i = 0; i < handouts->len; i++)
    for (guint j = 0; j < options->len; j++)
      {
        const PedicleHandout *handout = handouts->pdata[i];
        const PedicleProcedure *option = options->pdata[j];
        g_autoptr (PediclePages) pages = NULL;
        g_autofree char *text = NULL, *name = NULL, *golden = NULL;

        if (handout->for_decision && j > 0)
          continue;
        if (!handout->for_decision && !pedicle_handout_is_for (handout, option->id))
          continue;
        pages = desk_pages (desk, handout->id, handout->for_decision ? NULL : option->id);
        text = pedicle_pages_to_text (pages);
        name = pedicle_pages_file_name (pages, "txt");
        golden = g_strconcat ("shipped-", name, NULL);
        assert_no_prompt (desk, text);
        desk_compare (golden, text);
      }
}

static void
test_filled_in (void)
{
  g_autofree char *clinic = write_clinic ();
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", clinic);
  g_autoptr (PediclePages) pages = NULL;
  g_autofree char *text = NULL;

  desk_fill_in (desk);
  pages = desk_pages (desk, "after", "injection");
  text = pedicle_pages_to_text (pages);
  desk_compare ("knee-after-filled.txt", text);
  /* six weeks after the visit, as the clinic has set */
  g_assert_nonnull (strstr (text, "January 1, 2027"));
  g_assert_nonnull (strstr (text, "Day: 555 0100. Night: 555 0199."));
  g_assert_nonnull (strstr (text, "Call 911 now."));
  g_assert_nonnull (strstr (text, "Sore: IN, OUT."));
  g_assert_nonnull (strstr (text, "Example Clinic"));
  g_assert_cmpstr (pedicle_pages_get_empty_fields (pages)[0], ==, NULL);
  g_assert_cmpint (remove (clinic), ==, 0);
}

static char *
talk_text (const Desk *desk)
{
  g_autoptr (PediclePages) pages = desk_pages (desk, "talk", NULL);

  return pedicle_pages_to_text (pages);
}

/* A sheet about the talk: what was noted is ticked, without a talk it is a form. */
static void
test_record (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);
  g_autofree char *empty = talk_text (desk);
  g_autofree char *noted = NULL;

  pedicle_visit_set_discussed (desk->visit, "harm", TRUE);
  pedicle_visit_set_hidden (desk->visit, "injection", TRUE);
  pedicle_visit_toggle_matter (desk->visit, "walk-soon");
  pedicle_visit_add_question (desk->visit, "May I dance?");
  noted = talk_text (desk);
  g_assert_null (strstr (empty, "\342\230\221"));
  g_assert_null (strstr (empty, "dance"));
  for (const char *const *line =
           (const char *const[]){ "\342\230\221 What can go wrong?", "\342\230\220 How could it help?",
                                  "\342\230\221 Exercise", "\342\230\220 Injection",
                                  "\342\230\221 walking soon", "May I dance?", NULL };
       *line != NULL; line++)
    g_assert_nonnull (strstr (noted, *line));
}

/* Of the numbers only those that were shown; of the sheets all, those that were given with option and language. */
static void
test_record_of_talk (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);
  g_autofree char *empty = talk_text (desk);
  g_autofree char *noted = NULL;

  pedicle_visit_show_numbers (desk->visit, "walking");
  pedicle_visit_give (desk->visit, "after", "injection", "es");
  pedicle_visit_give (desk->visit, "after", "exercise", "en");
  pedicle_visit_give (desk->visit, "talk", NULL, "en");
  noted = talk_text (desk);
  g_assert_null (strstr (empty, "Numbers we looked at"));
  g_assert_nonnull (strstr (empty, "\342\230\220 After the visit\n\342\230\220 Choosing\n"));
  g_assert_nonnull (strstr (noted, "Numbers we looked at\n\342\230\221 Walking well again\n"));
  g_assert_nonnull (strstr (noted, "\342\230\221 After your injection (Espa\303\261ol)\n"
                                   "\342\230\221 Your exercises at home\n"
                                   "\342\230\220 Choosing\n"));
  g_assert_null (strstr (noted, "\342\230\221 Our talk"));
}

/* The words that the sheet holds are explained on it, and no others. */
static void
test_glossary (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  g_autoptr (PediclePages) with = desk_pages (desk, "about", "no-procedure");
  g_autoptr (PediclePages) other = desk_pages (desk, "going-home", "no-procedure");
  g_autofree char *explained = pedicle_pages_to_text (with);
  g_autofree char *plain = pedicle_pages_to_text (other);

  g_assert_nonnull (strstr (explained, "One bone of the spine. More than one are called"));
  g_assert_null (strstr (explained, "makes you calm and sleepy"));
  g_assert_null (strstr (plain, "One bone of the spine. More than one are called"));
}

#define HANDOUT(body)                                                                              \
  "<handout id='own' format='1' scope='option' for='exercise'><title id='t'>Own</title>"           \
  "<label id='l'>Own</label><body>" body "<sources/></body></handout>"

/* A part that is one list goes on with the list before it: what it cites is cited all the same. */
static void
test_cites (void)
{
  static const char *const files[] = {
    "more.xml",
    "<phrases id='more' format='1'>"
    "<part id='one'><list><item id='a'>Walk.</item></list><cite ref='walk'/></part>"
    "<part id='two'><list><item id='b'>Rest.</item></list><cite ref='guide'/></part></phrases>",
    "own.xml",
    HANDOUT ("<use part='one' from='phrases'/><use part='two' from='phrases'/>"),
    NULL,
  };
  g_autoptr (Desk) desk = desk_new_with (files);
  g_autoptr (PediclePages) pages = desk_pages (desk, "own", "exercise");
  g_autofree char *text = pedicle_pages_to_text (pages);

  g_assert_nonnull (strstr (text, "Walk. [1]"));
  g_assert_nonnull (strstr (text, "Rest. [2]"));
  g_assert_nonnull (strstr (text, "Sources"));
}

/* Many words to explain: each is made ready to be looked for once. */
static void
test_many_terms (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pedicle-XXXXXX", NULL);
  g_autofree char *pack = g_build_filename (folder, "knee", NULL);
  g_autofree char *copied = desk_run ("cp", "-r", DESK_KNEE, folder, NULL);
  g_autofree char *decision = g_build_filename (pack, "decision.xml", NULL);
  g_autofree char *sheet = g_build_filename (pack, "handouts", "own.xml", NULL);
  g_autofree char *before = NULL, *text = NULL;
  g_auto (GStrv) halves = NULL;
  g_autoptr (GString) after = NULL, list = g_string_new ("<list>");
  g_autoptr (Desk) desk = NULL;
  g_autoptr (PediclePages) pages = NULL;
  gint64 begin;

  g_assert_true (g_file_get_contents (decision, &before, NULL, NULL));
  after = g_string_new ("<glossary>");
  for (guint i = 0; i < 1500; i++)
    {
      g_string_append_printf (after,
                              "<term id='w%u'><word id='w%u.w'>zz%u</word><meaning id='w%u.m'>It is "
                              "a word.</meaning></term>",
                              i, i, i + 1000, i);
      g_string_append_printf (list, "<item id='i%u'>Walk a bit.</item>", i);
    }
  halves = g_strsplit (before, "<glossary>", 2);
  g_string_prepend (after, halves[0]);
  g_string_append (after, halves[1]);
  g_string_append (list, "<item id='i'>A ZZ1007 and azz1008.</item></list><glossary/>");
  text = g_strdup_printf (HANDOUT ("%s"), list->str);
  g_assert_true (g_file_set_contents (decision, after->str, -1, NULL));
  g_assert_true (g_file_set_contents (sheet, text, -1, NULL));
  desk = desk_new (pack, "en", NULL);
  begin = g_get_monotonic_time ();
  pages = desk_pages (desk, "own", "exercise");
  g_test_message ("%.1f s", (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 5 * G_USEC_PER_SEC);
  g_free (g_steal_pointer (&text));
  text = pedicle_pages_to_text (pages);
  g_assert_nonnull (strstr (text, "zz1007"));
  g_assert_null (strstr (text, "\nzz1008"));
  g_free (desk_run ("rm", "-r", folder, NULL));
}

static const PedicleItem *
find_picture (const PediclePages *pages)
{
  for (guint i = 0; i < pages->pages->len; i++)
    for (guint j = 0; j < ((GPtrArray *) pages->pages->pdata[i])->len; j++)
      {
        const PedicleItem *item = ((GPtrArray *) pages->pages->pdata[i])->pdata[j];

        if (item->kind == PEDICLE_ITEM_PICTURE)
          return item;
      }
  return NULL;
}

/* "scale" is the share of the column that a picture takes. */
static void
test_picture_share (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);
  g_autoptr (PediclePages) pages = desk_pages (desk, "talk", NULL);
  const PedicleItem *picture = find_picture (pages);

  g_assert_nonnull (picture);
  g_assert_cmpfloat_with_epsilon (picture->width, (pages->width - 2 * picture->x) / 4, 1);
}

/* What a picture draws beyond its edges (the knee's thigh does) stays off the page. */
static void
test_picture_edges (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);
  g_autoptr (PediclePages) pages = desk_pages (desk, "talk", NULL);
  const PedicleItem *picture = find_picture (pages);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) pages->width, (int) pages->height);
  cairo_t *cr = cairo_create (surface);
  int x = (int) (picture->x + picture->width / 2), n_inside = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  pedicle_pages_paint (pages, 0, cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < (int) (picture->y + picture->height); y++)
    {
      const guint32 *row = (const guint32 *) (void *) (cairo_image_surface_get_data (surface) +
                                                       y * cairo_image_surface_get_stride (surface));
      bool thigh = (row[x] & 0xffffff) == 0xf3e3a4;

      n_inside += thigh;
      g_assert_false (thigh && y < (int) picture->y);
    }
  g_assert_cmpint (n_inside, >, 5);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Room to stick the clinic's label on, at its full size, at the other side when the page is mirrored. */
static void
test_patient_label (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (Desk) desk = desk_new (DESK_KNEE, i == 0 ? "en" : "ar_XB", NULL);
      g_autoptr (PediclePages) pages = desk_pages (desk, "talk", NULL);
      const GPtrArray *items = pages->pages->pdata[0];
      const PedicleItem *found = NULL;

      for (guint j = 0; found == NULL && j < items->len; j++)
        {
          const PedicleItem *item = items->pdata[j];

          if (item->kind == PEDICLE_ITEM_PATH && fabs (item->width - 70 * 72 / 25.4) < 0.1 &&
              fabs (item->height - 25 * 72 / 25.4) < 0.1)
            found = item;
        }
      g_assert_nonnull (found);
      g_assert_true ((found->x > pages->width / 2) == (i == 0));
    }
}

/* The clinic's logo stands at the head of the first page, and is no part of what is read. */
static void
test_logo (void)
{
  static const char layer[] =
      "<overlay id='clinic' format='1' approved-by='A. Person' approved='2026-11-01'>"
      "<clinic><name id='clinic.name'>Example Clinic</name><logo src='pictures/logo.svg'/></clinic></overlay>";
  static const char logo[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 100'>"
                             "<rect width='300' height='100' fill='#0f766e'/></svg>";
  g_autofree char *folder = g_dir_make_tmp ("pedicle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "overlay.xml", NULL);
  g_autofree char *pictures = g_build_filename (folder, "pictures", NULL);
  g_autofree char *picture = g_build_filename (pictures, "logo.svg", NULL);

  g_assert_cmpint (g_mkdir (pictures, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, layer, -1, NULL));
  g_assert_true (g_file_set_contents (picture, logo, -1, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (Desk) desk = desk_new (DESK_KNEE, i == 0 ? "en" : "ar_XB", path);
      g_autoptr (PediclePages) pages = desk_pages (desk, "after", "injection");
      const GPtrArray *items = pages->pages->pdata[0];
      const PedicleItem *found = NULL;

      for (guint j = 0; found == NULL && j < items->len; j++)
        if (((const PedicleItem *) items->pdata[j])->kind == PEDICLE_ITEM_PICTURE)
          found = items->pdata[j];
      g_assert_nonnull (found);
      g_assert_cmpint (found->node, ==, PEDICLE_NODE_NONE);
      g_assert_cmpfloat_with_epsilon (found->width / found->height, 3, 0.01);
      g_assert_true ((found->x > pages->width / 2) == (i == 1));
    }
  g_assert_cmpint (remove (path) | remove (picture) | remove (pictures) | remove (folder), ==, 0);
}

static void
test_blanks (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);
  g_autoptr (PediclePages) pages = desk_pages (desk, "after", "injection");
  g_autofree char *text = pedicle_pages_to_text (pages);
  const GPtrArray *items = pages->pages->pdata[0];
  guint n_blanks = 0;

  g_assert_nonnull (strstr (text, "Name: __________ Sore: __________\n"));
  g_assert_true (g_strv_contains (pedicle_pages_get_empty_fields (pages), "patient-name"));
  for (guint i = 0; i < items->len; i++)
    {
      const PedicleItem *item = items->pdata[i];

      if (item->kind != PEDICLE_ITEM_TEXT || item->words == NULL ||
          strstr (item->words, "____") == NULL)
        continue;
      /* room for a hand: 8 mm */
      g_assert_cmpfloat (item->height, >=, 8 * 72 / 25.4 - 0.1);
      n_blanks++;
    }
  g_assert_cmpuint (n_blanks, >=, 4);
}

static void
test_final (void)
{
  g_autofree char *clinic = write_clinic ();
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", clinic);
  PedicleRequest request = desk_request (desk, "after", "injection");
  g_autoptr (PediclePages) pages = NULL;
  g_autoptr (GError) error = NULL;

  request.final = TRUE;
  g_assert_null (pedicle_pages_new (&request, &error));
  g_assert_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "Name, Date of the visit."));
  g_clear_error (&error);
  desk_fill_in (desk);
  pages = pedicle_pages_new (&request, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pages);
  g_assert_cmpint (remove (clinic), ==, 0);
}

static guint
count (const char *text, const char *part)
{
  g_auto (GStrv) pieces = g_strsplit (text, part, -1);

  return g_strv_length (pieces) - 1;
}

/* Whatever marks of direction a value brings along, those around it hold. */
static void
test_value_stays_inside (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "ar_XB", NULL);
  g_autoptr (PediclePages) pages = NULL;
  g_autofree char *text = NULL;

  pedicle_visit_set_value (desk->visit, "patient-name",
                           "A\342\201\251B\342\200\256C\357\277\274D\342\201\247E");
  pages = desk_pages (desk, "after", "injection");
  text = pedicle_pages_to_text (pages);
  g_assert_nonnull (strstr (text, "ABCDE"));
  g_assert_cmpuint (count (text, "\342\201\250") + count (text, "\342\201\246"), ==,
                    count (text, "\342\201\251"));
}

/* A field of other options' sheets is not asked for. */
static void
test_field_for (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  g_autoptr (PediclePages) without = desk_pages (desk, "going-home", "no-procedure");
  g_autoptr (PediclePages) with = desk_pages (desk, "going-home", "kyphoplasty");

  g_assert_false (g_strv_contains (pedicle_pages_get_empty_fields (without), "sedation"));
  g_assert_true (g_strv_contains (pedicle_pages_get_empty_fields (with), "sedation"));
}

/* A catalogue with one text: the title. */
static PedicleCatalogue *
new_sparse (void)
{
  static const char po[] =
      "msgid \"\"\nmsgstr \"Language: es\\nContent-Type: text/plain; charset=UTF-8\\n\"\n\n"
      "msgctxt \"after/title.injection\"\nmsgid \"After your injection\"\n"
      "msgstr \"Después de su inyección\"\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (po, strlen (po));
  g_autoptr (GError) error = NULL;
  PedicleCatalogue *catalogue = pedicle_catalogue_parse (bytes, "es.po", "es", &error);

  g_assert_no_error (error);
  return catalogue;
}

static void
test_untranslated (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);
  g_autoptr (PedicleCatalogue) sparse = new_sparse ();
  g_autoptr (PediclePages) pages = NULL;
  g_autofree char *text = NULL, *dump = NULL;
  g_auto (GStrv) pages_text = NULL;
  const char *foot;
  g_autoptr (GError) error = NULL;
  PedicleRequest request = desk_request (desk, "after", "injection");

  request.catalogue = sparse;
  pages = pedicle_pages_new (&request, &error);
  g_assert_no_error (error);
  text = pedicle_pages_to_text (pages);
  dump = pedicle_pages_dump (pages);
  g_assert_true (g_str_has_prefix (text, "Después de su inyección\nIn English: Name:"));
  /* once for all that follow each other: the page's words, then those of its foot */
  pages_text = g_strsplit (text, "\f", -1);
  foot = strstr (pages_text[0], "\nIn English: Content ");
  g_assert_nonnull (foot);
  g_assert_true (strstr (strstr (text, "In English:") + 1, "In English:") == text + (foot + 1 - pages_text[0]));
  g_assert_null (strstr (foot + 2, "In English:"));
  g_assert_nonnull (strstr (foot, "\nPage 1 of "));
  g_assert_nonnull (strstr (dump, "P#2 lang=en"));
  g_assert_nonnull (strstr (text, "This translation was not reviewed"));

  desk_fill_in (desk);
  request.final = TRUE;
  g_assert_null (pedicle_pages_new (&request, &error));
  g_assert_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "warning signs"));
}

/* Where a letter of @words stands on its page, from the left; -1 when it is not there. */
static double
find_letter (const PedicleItem *item, gunichar letter)
{
  for (guint i = 0; i < item->runs->len; i++)
    {
      const PedicleGlyphs *run = item->runs->pdata[i];
      const char *at = run->text;

      for (int j = 0, glyph = 0; j < run->n_clusters; j++)
        {
          if (g_utf8_get_char (at) == letter)
            return item->x + run->glyphs[glyph].x;
          at += run->clusters[j].num_bytes;
          glyph += run->clusters[j].num_glyphs;
        }
    }
  return -1;
}

/* Returns how often it was found. */
static guint
check_degrees (const GPtrArray *items)
{
  guint n_found = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const PedicleItem *item = items->pdata[i];

      if (item->words == NULL || strstr (item->words, "38 °C") == NULL)
        continue;
      g_assert_cmpfloat (find_letter (item, '3'), <, find_letter (item, '8'));
      g_assert_cmpfloat (find_letter (item, '8'), <, find_letter (item, 0xb0));
      g_assert_cmpfloat (find_letter (item, 0xb0), <, find_letter (item, 'C'));
      n_found++;
    }
  return n_found;
}

/* A number and its unit keep their order among words that run the other way, and so does a
 * telephone number. */
static void
test_numbers_in_arabic (void)
{
  static const char po[] = "msgid \"\"\nmsgstr \"Language: ar\\nContent-Type: text/plain; "
                           "charset=UTF-8\\n\"\n\n"
                           "msgctxt \"exercise/help.short\"\n"
                           "msgid \"Strong muscles carry part of the load. Most people feel it in "
                           "<num>6 weeks</num>.\"\n"
                           "msgstr \"حرارتك <num>38 °C</num> أو أكثر.\"\n";
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (po, sizeof po - 1);
  g_autoptr (PedicleCatalogue) arabic = pedicle_catalogue_parse (bytes, "ar.po", "ar", NULL);
  PedicleRequest request = desk_request (desk, "choosing", NULL);
  g_autoptr (PediclePages) pages = NULL;
  guint n_found = 0;

  g_assert_nonnull (arabic);
  request.catalogue = arabic;
  pages = pedicle_pages_new (&request, NULL);
  g_assert_nonnull (pages);
  for (guint page = 0; page < pages->pages->len; page++)
    n_found += check_degrees (pages->pages->pdata[page]);
  g_assert_cmpuint (n_found, >=, 1);
}

static void
test_unknown_glyph (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);
  PedicleRequest request = desk_request (desk, "after", "injection");
  g_autoptr (GError) error = NULL;

  /* not assigned, so in no font */
  pedicle_visit_set_value (desk->visit, "patient-name", "A \360\237\243\277 B");
  g_assert_null (pedicle_pages_new (&request, &error));
  g_assert_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_GLYPHS);
  /* a sign like it, not the one that may be a patient's */
  g_assert_nonnull (strstr (error->message, "U+1F880"));
  g_assert_null (strstr (error->message, "U+1F8FF"));
  g_assert_nonnull (strstr (error->message, "Install a font for signs of no script"));
  g_assert_nonnull (strstr (error->message, "package fonts-noto-extra"));
  g_assert_null (strstr (error->message, "\360\237\243\277"));
  g_clear_error (&error);
  pedicle_visit_set_value (desk->visit, "patient-name", "A B");
  g_clear_pointer (&error, g_error_free);
  {
    g_autoptr (PediclePages) pages = pedicle_pages_new (&request, &error);

    g_assert_no_error (error);
  }
}

static void
refuse (PedicleRequest *request, const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (pedicle_pages_new (request, &error));
  g_assert_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_REQUEST);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_requests (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_KNEE, "en", NULL);
  PedicleRequest request = desk_request (desk, "after", "injection");
  double points;
  PediclePaper paper;

  request.size = 13.9;
  refuse (&request, "from 14 to 36 points");
  request.size = 36.5;
  refuse (&request, "from 14 to 36 points");
  request.size = 14;
  request.option = NULL;
  refuse (&request, "Say which one");
  request.option = "nothing";
  refuse (&request, "nothing");

  g_assert_true (pedicle_size_parse ("large", &points));
  g_assert_cmpfloat (points, ==, 18);
  g_assert_true (pedicle_size_parse ("20.5", &points));
  g_assert_cmpfloat (points, ==, 20.5);
  for (const char *const *word =
           (const char *const[]){ "", "huge", "13", "37", "14pt", "nan", "-14", NULL };
       *word != NULL; word++)
    g_assert_false (pedicle_size_parse (*word, &points));
  g_assert_true (pedicle_paper_parse ("letter", &paper) && paper == PEDICLE_PAPER_LETTER);
  g_assert_false (pedicle_paper_parse ("a5", &paper));
}

static int
count_letters (const char *words)
{
  int n = 0;

  for (; *words != '\0'; words = g_utf8_next_char (words))
    n += !g_unichar_iszerowidth (g_utf8_get_char (words));
  return n;
}

static void
check_items (const PediclePages *pages)
{
  double width, height;

  pedicle_pages_get_size (pages, &width, &height);
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GPtrArray *items = pages->pages->pdata[i];

      for (guint j = 0; j < items->len; j++)
        {
          const PedicleItem *item = items->pdata[j];

          g_assert_cmpfloat (item->x, >=, 30);
          g_assert_cmpfloat (item->x + item->width, <=, width - 30);
          g_assert_cmpfloat (item->y, >=, 20);
          g_assert_cmpfloat (item->y + item->height, <=, height - 20);
          if (item->node != PEDICLE_NODE_NONE && item->words != NULL)
            g_assert_cmpint (count_letters (item->words), <=, 71);
        }
    }
}

static bool
overlap (const PedicleItem *a, const PedicleItem *b)
{
  return a->x + a->width > b->x + 1 && b->x + b->width > a->x + 1 && a->y + a->height > b->y + 1 &&
         b->y + b->height > a->y + 1;
}

static bool
is_text (const PedicleItem *item)
{
  return item->kind == PEDICLE_ITEM_TEXT && item->words != NULL && *item->words != '\0';
}

/* No words stand on others. */
static void
check_overlaps (const PediclePages *pages)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GPtrArray *items = pages->pages->pdata[i];

      for (guint j = 0; j < items->len; j++)
        for (guint k = 0; k < j; k++)
          if (is_text (items->pdata[j]) && is_text (items->pdata[k]) &&
              overlap (items->pdata[j], items->pdata[k]))
            g_error ("“%s” stands on “%s”", ((const PedicleItem *) items->pdata[j])->words,
                     ((const PedicleItem *) items->pdata[k])->words);
    }
}

/* Every node is opened once, with its parent before it. */
static void
check_structure (const PediclePages *pages)
{
  int last = -1;

  for (guint i = 0; i < pages->structure->nodes->len; i++)
    g_assert_cmpint (pedicle_structure_get (pages->structure, (int) i)->parent, <, (int) i);
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GPtrArray *items = pages->pages->pdata[i];

      for (guint j = 0; j < items->len; j++)
        {
          int node = ((const PedicleItem *) items->pdata[j])->node;

          g_assert_cmpint (node, <, (int) pages->structure->nodes->len);
          if (node == PEDICLE_NODE_NONE)
            continue;
          g_assert_cmpint (node, >=, last);
          last = node;
        }
    }
}

/* Every shipped sheet at every size on both papers, also longer and mirrored: inside the page, no
 * line too long. */
static void
test_every_sheet (void)
{
  static const double sizes[] = { 14, 18, 24, 36 };
  static const char *const languages[] = { "en", "en_XA", "ar_XB" };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, languages[l], NULL);
      GPtrArray *handouts = pedicle_library_get_handouts (desk->library);

      for (guint i = 0; i < handouts->len * G_N_ELEMENTS (sizes) * 2; i++)
        {
          const PedicleHandout *handout = handouts->pdata[i % handouts->len];
          const PedicleDecision *decision =
              pedicle_library_find_decision (desk->library, handout->decision);
          PedicleRequest request = desk_request (desk, handout->id, NULL);
          g_autoptr (PediclePages) pages = NULL;
          g_autoptr (GError) error = NULL;

          if (!handout->for_decision)
            request.option =
                handout->for_options != NULL ? handout->for_options[0] : decision->options[0];
          request.size = sizes[i / handouts->len % G_N_ELEMENTS (sizes)];
          request.paper = i / handouts->len / G_N_ELEMENTS (sizes) == 0 ? PEDICLE_PAPER_A4
                                                                        : PEDICLE_PAPER_LETTER;
          pages = pedicle_pages_new (&request, &error);
          g_assert_no_error (error);
          check_items (pages);
          check_overlaps (pages);
          check_structure (pages);
        }
    }
}

static PedicleCatalogue *
new_spanish (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *po = NULL;
  gsize size;
  g_autoptr (GBytes) bytes = NULL;
  PedicleCatalogue *spanish;

  g_file_get_contents (SOURCE_ROOT "/po/content/es.po", &po, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&po), size);
  spanish = pedicle_catalogue_parse (bytes, "es.po", "es", &error);
  g_assert_no_error (error);
  return spanish;
}

/* What a patient takes home fits both sides of one paper; in longer words and on the shorter paper it may take a third
 * page, rather than smaller letters. */
static void
test_two_sides (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  g_autoptr (PedicleCatalogue) spanish = new_spanish ();
  GPtrArray *options = pedicle_library_get_procedures (desk->library);

  for (guint i = 0; i < options->len * 4; i++)
    {
      const PedicleProcedure *option = options->pdata[i / 4];
      PedicleRequest request = desk_request (desk, "going-home", option->id);
      g_autoptr (PediclePages) pages = NULL;
      g_autoptr (GError) error = NULL;

      request.paper = i % 2 == 0 ? PEDICLE_PAPER_A4 : PEDICLE_PAPER_LETTER;
      request.catalogue = i % 4 < 2 ? desk->catalogue : spanish;
      pages = pedicle_pages_new (&request, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (pedicle_pages_get_n (pages), <=, i % 4 < 3 ? 2 : 3);
    }
}

static bool
has_words (const PediclePages *pages, const char *words)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GPtrArray *items = pages->pages->pdata[i];

      for (guint j = 0; j < items->len; j++)
        if (g_strcmp0 (((const PedicleItem *) items->pdata[j])->words, words) == 0)
          return true;
    }
  return false;
}

/* A narrow column of a table widens with the letters, so that its words need no parting. */
static void
test_narrow_column (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  g_autoptr (PedicleCatalogue) spanish = new_spanish ();
  PedicleRequest request = desk_request (desk, "going-home", "kyphoplasty");
  const double sizes[] = { PEDICLE_SIZE_NORMAL, PEDICLE_SIZE_LARGE, PEDICLE_SIZE_VERY_LARGE };

  request.catalogue = spanish;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PediclePages) pages = NULL;
      g_autoptr (GError) error = NULL;

      request.size = sizes[i];
      pages = pedicle_pages_new (&request, &error);
      g_assert_no_error (error);
      g_assert_true (has_words (pages, "Anticoagulante"));
    }
}

/* Where the lowest words of the body end, of the page's height. */
static double
filled (const PediclePages *pages, guint page)
{
  const GPtrArray *items = pages->pages->pdata[page];
  double lowest = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const PedicleItem *item = items->pdata[i];

      if (item->node != PEDICLE_NODE_NONE)
        lowest = MAX (lowest, item->y + item->height);
    }
  return lowest / pages->height;
}

/* A wide sheet is short, and no page but the last is left half empty. */
static void
test_well_filled (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  PedicleRequest request = desk_request (desk, "comparing", NULL);
  g_autoptr (PedicleCatalogue) spanish = new_spanish ();
  g_autoptr (PediclePages) longer = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PediclePages) pages = NULL;
      g_autoptr (GError) error = NULL;

      request.paper = i == 0 ? PEDICLE_PAPER_A4 : PEDICLE_PAPER_LETTER;
      pages = pedicle_pages_new (&request, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (pedicle_pages_get_n (pages), <=, 10);
      for (guint page = 0; page + 1 < pedicle_pages_get_n (pages); page++)
        g_assert_cmpfloat (filled (pages, page), >, 0.6);
    }
  request.paper = PEDICLE_PAPER_A4;
  request.catalogue = spanish;
  longer = pedicle_pages_new (&request, NULL);
  g_assert_cmpuint (pedicle_pages_get_n (longer), <=, 13);
}

/* What stands at the head of the page has all its width, and leaves room for the page. */
static void
test_head (void)
{
  static const char name[] = "Interventional Radiology and Spine Clinic, Example Hospital";
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  g_autoptr (GString) endless = g_string_new (NULL);
  g_autoptr (PediclePages) pages = NULL;
  g_autoptr (PediclePages) signs = NULL;
  PedicleRequest request = desk_request (desk, "going-home", "kyphoplasty");

  pedicle_visit_set_value (desk->visit, "clinic-name", name);
  pages = desk_pages (desk, "going-home", "kyphoplasty");
  g_assert_true (has_words (pages, name));
  /* typed words are words, whatever signs are in them */
  pedicle_visit_set_value (desk->visit, "clinic-name", "R&amp;D <em>Clinic</em>");
  signs = desk_pages (desk, "going-home", "kyphoplasty");
  g_assert_true (has_words (signs, "R&amp;D <em>Clinic</em>"));
  for (guint i = 0; i < 2000; i++)
    g_string_append (endless, "clinic ");
  pedicle_visit_set_value (desk->visit, "clinic-name", endless->str);
  refuse (&request, "no room");
}

/* However deep the tree is, it keeps one root. */
static void
test_deep_structure (void)
{
  g_autoptr (PedicleStructure) structure = pedicle_structure_new ();
  g_autoptr (PedicleStructure) sealed = NULL;
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *page = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_item_free);
  int node = -1;

  for (guint i = 0; i < 200; i++)
    node = pedicle_structure_add (structure, node, "Sect");
  g_ptr_array_add (page, pedicle_item_new (PEDICLE_ITEM_PATH, node, 0, 0, 1, 1));
  g_ptr_array_add (page, pedicle_item_new (PEDICLE_ITEM_PATH, node - 1, 0, 0, 1, 1));
  g_ptr_array_add (pages, page);
  sealed = pedicle_seal (structure, pages);
  g_assert_cmpuint (sealed->nodes->len, ==, 200);
  for (guint i = 0; i < sealed->nodes->len; i++)
    g_assert_cmpint (pedicle_structure_get (sealed, (int) i)->parent, ==, (int) i - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/dump/one-option", test_dump_one);
  g_test_add_func ("/pages/dump/all-options", test_dump_all);
  g_test_add_func ("/pages/dump/mirrored", test_dump_mirrored);
  g_test_add_func ("/pages/orientation", test_orientation);
  g_test_add_func ("/pages/text/shipped", test_shipped_text);
  g_test_add_func ("/pages/text/filled-in", test_filled_in);
  g_test_add_func ("/pages/text/record", test_record);
  g_test_add_func ("/pages/text/record-of-talk", test_record_of_talk);
  g_test_add_func ("/pages/text/glossary", test_glossary);
  g_test_add_func ("/pages/text/cites", test_cites);
  g_test_add_func ("/pages/text/many-terms", test_many_terms);
  g_test_add_func ("/pages/picture-share", test_picture_share);
  g_test_add_func ("/pages/picture-edges", test_picture_edges);
  g_test_add_func ("/pages/logo", test_logo);
  g_test_add_func ("/pages/patient-label", test_patient_label);
  g_test_add_func ("/pages/text/blanks", test_blanks);
  g_test_add_func ("/pages/text/value-stays-inside", test_value_stays_inside);
  g_test_add_func ("/pages/final", test_final);
  g_test_add_func ("/pages/field-for", test_field_for);
  g_test_add_func ("/pages/untranslated", test_untranslated);
  g_test_add_func ("/pages/numbers-in-arabic", test_numbers_in_arabic);
  g_test_add_func ("/pages/unknown-glyph", test_unknown_glyph);
  g_test_add_func ("/pages/requests", test_requests);
  g_test_add_func ("/pages/every-sheet", test_every_sheet);
  g_test_add_func ("/pages/two-sides", test_two_sides);
  g_test_add_func ("/pages/head", test_head);
  g_test_add_func ("/pages/deep-structure", test_deep_structure);
  g_test_add_func ("/pages/well-filled", test_well_filled);
  g_test_add_func ("/pages/narrow-column", test_narrow_column);
  return g_test_run ();
}
