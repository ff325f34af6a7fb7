/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "../content/pack.h"
#include "desk.h"
#include "pages-private.h"
#include "style.h"

/* How a page is arranged for those who read it and write on it. */

#define HANDOUT(body)                                                                              \
  "<handout id='own' format='1' scope='option' for='exercise'><title id='t'>Own</title>"           \
  "<label id='l'>Own</label>"                                                                      \
  "<field id='step' type='text' who='patient'><label id='f.step'>Step</label></field>"             \
  "<field id='day' type='date' who='patient'><label id='f.day'>Day</label></field>"                \
  "<body>" body "<sources/></body></handout>"

static PediclePages *
own_pages (const char *handout, double size)
{
  const char *files[] = {
    "more.xml",
    "<phrases id='more' format='1'>"
    "<part id='one'><p id='a'>Walk.</p><cite ref='walk'/></part>"
    "<part id='two'><warning kind='call' id='w'><call id='c'>Call us.</call>"
    "<list><item id='wi'>It swells.</item></list></warning></part></phrases>",
    "own.xml",
    handout,
    NULL,
  };
  g_autoptr (Desk) desk = desk_new_with (files);
  PedicleRequest request = desk_request (desk, "own", "exercise");
  g_autoptr (GError) error = NULL;
  PediclePages *pages;

  request.size = size;
  pages = pedicle_pages_new (&request, &error);
  g_assert_no_error (error);
  return pages;
}

static const PedicleItem *
find_words (const PediclePages *pages, const char *start, guint *page)
{
  for (guint i = 0; i < pages->pages->len; i++)
    for (guint j = 0; j < ((GPtrArray *) pages->pages->pdata[i])->len; j++)
      {
        const PedicleItem *item = ((GPtrArray *) pages->pages->pdata[i])->pdata[j];

        if (item->kind == PEDICLE_ITEM_TEXT && item->words != NULL &&
            g_str_has_prefix (item->words, start))
          {
            *page = i;
            return item;
          }
      }
  g_error ("“%s” is missing", start);
}

/* The line to write on of the same paragraph, which must be the only one. */
static const PedicleItem *
find_rule (const PediclePages *pages, const char *start)
{
  guint page;
  const PedicleItem *words = find_words (pages, start, &page);
  const GPtrArray *items = pages->pages->pdata[page];
  const PedicleItem *found = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const PedicleItem *item = items->pdata[i];

      if (item->kind != PEDICLE_ITEM_PATH || item->node != words->node)
        continue;
      g_assert_null (found);
      found = item;
    }
  g_assert_nonnull (found);
  g_assert_cmpfloat (fabs (found->y - words->baseline), <, 3);
  return found;
}

/* Where somebody is to write words there is as much room as the line has; a day needs no more than
 * its own. */
static void
test_room (void)
{
  g_autoptr (PediclePages) pages =
      own_pages (HANDOUT ("<p id='p.step'>Next: {step}</p><p id='p.day'>On: {day}</p>"
                          "<p id='p.end'>Then: {step}, or rest.</p>"),
                 14);
  const PedicleItem *step = find_rule (pages, "Next:"), *day = find_rule (pages, "On:"),
                    *inside = find_rule (pages, "Then:");
  guint page;
  double margin = find_words (pages, "Next:", &page)->x;

  g_assert_cmpfloat (fabs (step->x + step->width - (pages->width - margin)), <, 3);
  g_assert_cmpfloat_with_epsilon (day->width, 110, 1);
  g_assert_cmpfloat_with_epsilon (inside->width, 125, 1);
}

/* No full stop hangs behind a line to write on, neither to see nor to hear. */
static void
test_no_stop_behind_blank (void)
{
  g_autoptr (PediclePages) pages = own_pages (
      HANDOUT ("<p id='p'>Step: {step}. Day: {day}.</p><p id='q'>See: {step}.5 or {day}; rest.</p>"
               "<p id='r'>Hindi: {step}\340\245\244 Khmer: {step}\341\237\224 Far: {day}\340\274\215</p>"),
      14);
  g_autofree char *text = pedicle_pages_to_text (pages);

  g_assert_nonnull (strstr (text, "\nStep: __________ Day: __________\n"));
  g_assert_nonnull (strstr (text, "\nHindi: __________ Khmer: __________ Far: __________\n"));
  g_assert_nonnull (strstr (text, "\nSee: __________.5 or __________; rest.\n"));
}

/* Behind longer words in a column a line may be a little shorter, rather than stand below them. */
static void
test_room_beside (void)
{
  g_autoptr (PediclePages) pages =
      own_pages (HANDOUT ("<columns><column><p id='p.step'>What is still to come: {step}</p>"
                          "</column><column><p id='p.day'>On: {day}</p></column></columns>"),
                 14);
  const PedicleItem *step = find_rule (pages, "What is still");

  g_assert_cmpfloat (step->width, >=, 90);
  g_assert_cmpfloat (step->x + step->width, <, pages->width / 2);
}

/* In a paragraph that ends in a line to write on a number stays with its unit, too. */
static void
test_unit_before_blank (void)
{
  for (guint n = 0; n < 24; n++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      g_autofree char *handout = NULL;
      g_autoptr (PediclePages) pages = NULL;
      guint page;

      for (guint i = 0; i < n; i++)
        g_string_append (words, "as ");
      handout = g_strdup_printf (HANDOUT ("<columns><column><p id='p'>Take %s500 mg of: {step}</p>"
                                          "</column><column><p id='q'>On: {day}</p></column>"
                                          "</columns>"),
                                 words->str);
      pages = own_pages (handout, 14);
      for (guint i = 0; i < ((GPtrArray *) pages->pages->pdata[0])->len; i++)
        {
          const PedicleItem *item = ((GPtrArray *) pages->pages->pdata[0])->pdata[i];

          g_assert_false (item->words != NULL && g_str_has_prefix (item->words, "mg of"));
        }
      find_words (pages, "Take", &page);
    }
}

/* What a part and what is around it name stands in one pair of brackets. */
static void
test_cites_joined (void)
{
  g_autoptr (PediclePages) pages = own_pages (
      HANDOUT ("<section id='s'><use part='one' from='phrases'/><cite ref='guide'/></section>"),
      14);
  g_autofree char *text = pedicle_pages_to_text (pages);

  g_assert_nonnull (strstr (text, "Walk. [1, 2]"));
}

/* Two steps stand beside each other, and the third is no wider; in large text they stand below. */
static void
test_steps (void)
{
  static const char handout[] = HANDOUT (
      "<steps><step id='s1'><p id='w1'>Bend.</p></step><step id='s2'><p id='w2'>Stand.</p></step>"
      "<step id='s3'><p id='w3'>Walk from the door to the window and back, and do it "
      "again.</p></step></steps>");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PediclePages) pages = own_pages (handout, i == 0 ? 14 : 18);
      guint page;
      const PedicleItem *first = find_words (pages, "Bend.", &page),
                        *second = find_words (pages, "Stand.", &page),
                        *third = find_words (pages, "Walk from", &page);

      g_assert_true ((second->x > pages->width / 2) == (i == 0));
      g_assert_true ((fabs (second->y - first->y) < 0.1) == (i == 0));
      g_assert_cmpfloat_with_epsilon (third->x, first->x, 0.1);
      g_assert_true ((third->x + third->width < pages->width / 2) == (i == 0));
    }
}

/* @rest, of a handout, where ever more lines before it leave it less of a page. */
static PediclePages *
pages_after (guint n_lines, const char *rest)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (body, "<p id='p%u'>A line.</p>", i);
  g_autofree char *handout = g_strdup_printf (HANDOUT ("%s%s"), body->str, rest);
  return own_pages (handout, 14);
}

/* Wherever the page ends, the last item of a list does not stand alone on the next. */
static void
test_last_item (void)
{
  guint n_parted = 0;

  for (guint n = 20; n < 44; n++)
    {
      /* and more behind it, since closer lines would spare a page that has nothing else */
      g_autoptr (PediclePages) pages
          = pages_after (n, "<list><item id='i1'>One</item><item id='i2'>Two</item>"
                            "<item id='i3'>Three</item><item id='i4'>Four</item></list><notes lines='12'/>");
      guint first, last_but_one, last;
      find_words (pages, "One", &first);
      find_words (pages, "Three", &last_but_one);
      find_words (pages, "Four", &last);
      g_assert_cmpuint (last_but_one, ==, last);
      n_parted += first < last;
    }
  g_assert_cmpuint (n_parted, >, 0);
}

/* What is said of a box of warnings stands on its page, as its heading does. */
static void
test_before_warning (void)
{
  guint n_below = 0;

  for (guint n = 20; n < 44; n++)
    {
      g_autoptr (PediclePages) pages = pages_after (n, "<heading id='h'>Signs</heading><p id='q'>From now on.</p>"
                                                       "<use part='two' from='phrases'/>");
      guint heading, words, box;
      find_words (pages, "Signs", &heading);
      find_words (pages, "From now", &words);
      find_words (pages, "Call us.", &box);
      g_assert_cmpuint (heading, ==, box);
      g_assert_cmpuint (words, ==, box);
      n_below += box > 0;
    }
  g_assert_cmpuint (n_below, >, 0);
}

/* The room for the clinic's label never pushes the warnings off the first page. */
static void
test_warnings_first (void)
{
  static const double sizes[] = { 14, 18, 24 };
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  GPtrArray *options = pedicle_library_get_procedures (desk->library);

  for (guint i = 0; i < options->len * G_N_ELEMENTS (sizes); i++)
    {
      const PedicleProcedure *option = options->pdata[i % options->len];
      PedicleRequest request = desk_request (desk, "going-home", option->id);
      g_autoptr (PediclePages) pages = NULL;
      g_autoptr (GError) error = NULL;
      guint page;

      request.size = sizes[i / options->len];
      pages = pedicle_pages_new (&request, &error);
      g_assert_no_error (error);
      find_words (pages, "Call your emergency number", &page);
      g_assert_cmpuint (page, ==, 0);
    }
}

/* A warning never goes on with what is said behind its signs alone: "With a fever, call your cancer
 * team" is none of them. */
static void
test_warning_goes_on (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  guint n_parted = 0;

  for (guint size = 14; size <= 30; size += 2)
    {
      PedicleRequest request = desk_request (desk, "going-home", "kyphoplasty");
      g_autoptr (PediclePages) pages = NULL;
      guint call, sign, behind;

      request.size = size;
      pages = pedicle_pages_new (&request, NULL);
      find_words (pages, "Call your", &call);
      find_words (pages, "You have a fever and", &sign);
      find_words (pages, "Are you having cancer", &behind);
      g_assert_cmpuint (sign, ==, behind);
      n_parted += call < behind;
      find_words (pages, "One calf", &sign);
      find_words (pages, "Watch for these", &behind);
      g_assert_cmpuint (sign, ==, behind);
    }
  g_assert_cmpuint (n_parted, >, 0);
}

/* Whether a line of the frame runs along the level side at @y. */
static bool
has_side (const PedicleItem *frame, double y)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  bool has;

  cairo_set_line_width (cr, frame->line);
  pedicle_path_draw (frame->path, cr);
  has = cairo_in_stroke (cr, frame->x + frame->width / 2, y);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return has;
}

/* A frame that goes on overleaf is open there: closed, it would tell that these are all the signs. */
static void
test_frame_goes_on (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  PedicleRequest request = desk_request (desk, "going-home", "kyphoplasty");
  const PedicleFrameLook look = pedicle_style_frame (PEDICLE_FRAME_EMERGENCY);
  guint n_open = 0;

  for (request.size = 14; request.size <= 36; request.size += 2)
    {
      g_autoptr (PediclePages) pages = pedicle_pages_new (&request, NULL);
      guint first, last;

      find_words (pages, "Call your emergency", &first);
      find_words (pages, "Are you having cancer", &last);
      for (guint i = first; i <= last; i++)
        for (guint j = 0; j < ((GPtrArray *) pages->pages->pdata[i])->len; j++)
          {
            const PedicleItem *item = ((GPtrArray *) pages->pages->pdata[i])->pdata[j];

            if (item->kind != PEDICLE_ITEM_PATH || item->stroke != look.stroke)
              continue;
            g_assert_true (has_side (item, item->y + look.line / 2) == (i == first));
            g_assert_true (has_side (item, item->y + item->height - look.line / 2) == (i == last));
            n_open += i < last;
          }
    }
  g_assert_cmpuint (n_open, >, 2);
}

/* On a grey printer, too, the box of emergencies is not the same as the other. */
static void
test_warnings_in_grey (void)
{
  g_assert_cmpfloat (pedicle_style_frame (PEDICLE_FRAME_EMERGENCY).line, >=,
                     1.5 * pedicle_style_frame (PEDICLE_FRAME_CALL).line);
}

static bool
is_of (const PediclePages *pages, const PedicleItem *item, const char *tag)
{
  return item->kind == PEDICLE_ITEM_TEXT && item->node != PEDICLE_NODE_NONE &&
         pedicle_structure_is (pages->structure, item->node, tag);
}

/* In large text a word that is explained stands nearer to its meaning than to the one before. */
static void
test_words_above_meanings (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  PedicleRequest request = desk_request (desk, "about", "kyphoplasty");
  g_autoptr (PediclePages) pages = NULL;
  guint n = 0;

  request.size = 18;
  pages = pedicle_pages_new (&request, NULL);
  for (guint i = 0; i < pages->pages->len; i++)
    {
      PedicleItem **items = (PedicleItem **) ((GPtrArray *) pages->pages->pdata[i])->pdata;

      for (guint j = 1; j + 1 < ((GPtrArray *) pages->pages->pdata[i])->len; j++)
        {
          const PedicleItem *before = items[j - 1], *word = items[j], *meaning = items[j + 1];

          if (!is_of (pages, before, "LBody") || !is_of (pages, word, "Lbl") ||
              !is_of (pages, meaning, "LBody") || fabs (word->x - meaning->x) > 0.1)
            continue;
          g_assert_cmpfloat (meaning->baseline - word->baseline, <,
                             word->baseline - before->baseline);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 3);
}

static guint
count_words (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;
  return n;
}

/* What a summary has said is not said again where the answer goes on; an answer that does not go on
 * is not left out. */
static void
test_short_form_once (void)
{
  g_autoptr (PediclePages) pages = own_pages (
      HANDOUT ("<use topic='help' form='short'/><use topic='harm' form='short'/>"
               "<use topic='help' form='long'/><use topic='harm' form='long'/>"),
      PEDICLE_SIZE_NORMAL);
  g_autoptr (PediclePages) alone =
      own_pages (HANDOUT ("<use topic='help' form='long'/>"), PEDICLE_SIZE_NORMAL);
  g_autofree char *text = pedicle_pages_to_text (pages);
  g_autofree char *without = pedicle_pages_to_text (alone);

  g_assert_cmpuint (count_words (text, "Strong muscles"), ==, 1);
  g_assert_cmpuint (count_words (text, "Do a little each day."), ==, 1);
  g_assert_cmpuint (count_words (text, "The knee may be sore at first."), ==, 2);
  g_assert_cmpuint (count_words (without, "Strong muscles"), ==, 1);
}

/* How much of @page stays empty above its foot. */
static double
empty_share (const PediclePages *pages, guint page)
{
  const GPtrArray *items = pages->pages->pdata[page];
  double lowest = 0, foot = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const PedicleItem *item = items->pdata[i];

      if (item->node != PEDICLE_NODE_NONE)
        lowest = MAX (lowest, item->y + item->height);
      else if (item->kind == PEDICLE_ITEM_PATH && item->height <= 0)
        foot = MAX (foot, item->y);
    }
  return (foot - lowest) / pages->height;
}

/* Numbers that are compared share a page with their title; what is said about them goes on behind
 * it, before half a page stays empty. */
static void
test_numbers_together (void)
{
  static const char *const cards[][3] = {
    { "How much pain", "One month on, pain", "It was 5.0" },
    { "Very bad pain", "For 56", "For 79" },
    { "A new break in", "The other 84", "The other 75" },
    { "Cement outside", "In 18", "In 27" },
  };
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);

  for (guint size = 14; size <= 24; size++)
    {
      PedicleRequest request = desk_request (desk, "comparing", NULL);
      g_autoptr (PediclePages) pages = NULL;
      guint title, first, second;

      request.size = size;
      pages = pedicle_pages_new (&request, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
        {
          find_words (pages, cards[i][0], &title);
          find_words (pages, cards[i][1], &first);
          find_words (pages, cards[i][2], &second);
          g_assert_cmpuint (first, ==, title);
          g_assert_cmpuint (second, ==, title);
        }
      for (guint i = 0; size == 18 && i + 1 < pages->pages->len; i++)
        g_assert_cmpfloat (empty_share (pages, i), <, 0.5);
    }
}

/* The first page of a sheet with warnings has one on it, however large the letters are. */
static void
test_warning_on_first_page (void)
{
  g_autoptr (GString) items = g_string_new (NULL);
  g_autofree char *handout = NULL;
  g_autoptr (PediclePages) pages = NULL;
  guint call, second, last;

  for (guint i = 0; i < 6; i++)
    g_string_append_printf (items, "<item id='i%u'>Sign %u: your knee is hot and swollen.</item>", i, i);
  handout = g_strdup_printf (HANDOUT ("<p id='p'>Step: {step}</p><p id='q'>Day: {day}</p>"
                                      "<warning kind='emergency' id='w'><call id='c'>Call now.</call>"
                                      "<p id='say'>Say what you had.</p><list>%s</list></warning>"),
                             items->str);
  pages = own_pages (handout, 36);
  find_words (pages, "Call now.", &call);
  find_words (pages, "Sign 1", &second);
  find_words (pages, "Sign 5", &last);
  g_assert_cmpuint (call, ==, 0);
  g_assert_cmpuint (second, ==, 0);
  g_assert_cmpuint (last, ==, 1);
}

/* Warnings below a heading of their own stay together: what to do at once is not seen without what can wait for a call. */
static void
test_warnings_together (void)
{
  g_autoptr (GString) items = g_string_new (NULL);
  guint n_moved = 0;

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (items, "<item id='i%u'>Sign %u</item>", i, i);
  for (guint n = 0; n < 40; n++)
    {
      g_autoptr (GString) body = g_string_new (NULL);
      g_autofree char *handout = NULL;
      g_autoptr (PediclePages) pages = NULL;
      guint heading, now, today;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (body, "<p id='p%u'>A line.</p>", i);
      handout = g_strdup_printf (
          HANDOUT ("%s<heading id='h'>Signs</heading><p id='q'>Watch for them.</p>"
                   "<warning kind='emergency' id='r'><call id='rc'>Call now.</call>"
                   "<list><item id='ri'>It is blue.</item></list></warning>"
                   "<warning kind='call' id='a'><call id='ac'>Call us.</call><list>%s</list></warning>"),
          body->str, items->str);
      pages = own_pages (handout, 14);
      find_words (pages, "Signs", &heading);
      find_words (pages, "Call now.", &now);
      find_words (pages, "Call us.", &today);
      g_assert_cmpuint (heading, ==, now);
      g_assert_cmpuint (now, ==, today);
      n_moved += heading > 0;
    }
  g_assert_cmpuint (n_moved, >, 5);
  g_assert_cmpuint (n_moved, <, 30);
}

/* What one calls for stands below the call, in each size: a call alone says nothing. */
static void
test_signs_below_call (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  PedicleRequest request = desk_request (desk, "getting-ready", "kyphoplasty");

  for (request.paper = PEDICLE_PAPER_A4; request.paper <= PEDICLE_PAPER_LETTER; request.paper++)
    for (request.size = 14; request.size <= 36; request.size += 1)
      {
        g_autoptr (PediclePages) pages = pedicle_pages_new (&request, NULL);
        guint call, sign;

        find_words (pages, "Call your emergency", &call);
        find_words (pages, "Your legs are", &sign);
        g_assert_cmpuint (sign, ==, call);
      }
}

#define LONG                                                                                       \
  "walk some steps to the door and back each day as long as your knee lets you do so without "     \
  "pain, and rest when it hurts, then walk a little more the next day, and once more after that "  \
  "when you feel well and strong."

/* Two items that are higher than a page together, or with their heading, do not leave that alone on one. */
static void
test_long_items (void)
{
  for (double size = 20; size <= 36; size += 2)
    for (guint n = 2; n <= 4; n++)
      {
        g_autoptr (GString) items = g_string_new (NULL);
        g_autofree char *handout = NULL;
        g_autoptr (PediclePages) pages = NULL;
        guint heading, first;

        for (guint i = 0; i < n; i++)
          g_string_append_printf (items, "<item id='i%u'>Item %u: " LONG "%s</item>", i, i,
                                  size < 30 ? " Now " LONG : "");
        handout = g_strdup_printf (HANDOUT ("<p id='p'>A line.</p><heading id='h'>Heading</heading>"
                                            "<list>%s</list>"),
                                   items->str);
        pages = own_pages (handout, size);
        find_words (pages, "Heading", &heading);
        find_words (pages, "Item 0:", &first);
        g_assert_cmpuint (heading, ==, first);
      }
}

/* Words that leave a page no room for the picture below them begin where they would without it. */
static void
test_picture_below_long_words (void)
{
  g_autoptr (Pack) pack = pack_new (DESK_KNEE);
  g_autoptr (Desk) desk = NULL;
  g_autoptr (PediclePages) pages = NULL;
  PedicleRequest request;
  guint noted, words;

  pack_edit (pack, "handouts/talk.xml", "<record of=\"options\"/>",
             "<columns widths='3 1'><column><p id='p'>Each day " LONG " Rest for an hour, drink, "
             "and begin once more, until you are tired.</p></column><column>"
             "<figure id='f' src='pictures/knee.svg'><alt id='f.a'>A knee</alt></figure>"
             "</column></columns>");
  desk = desk_new (pack->folder, "en", NULL);
  request = desk_request (desk, "talk", "exercise");
  request.size = 36;
  pages = pedicle_pages_new (&request, NULL);
  find_words (pages, "What you told us", &noted);
  find_words (pages, "Each day", &words);
  g_assert_cmpuint (words, ==, noted);
  g_assert_cmpuint (words, ==, 0);
}

/* How many lines to write on stand on the last page; @left: (out): below the last one. */
static guint
count_notes (const PediclePages *pages, double *left)
{
  const GPtrArray *items = pages->pages->pdata[pages->pages->len - 1];
  double lowest = 0, foot = 0;
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const PedicleItem *item = items->pdata[i];

      if (item->kind == PEDICLE_ITEM_PATH && item->stroke == PEDICLE_COLOUR_RULE)
        {
          lowest = MAX (lowest, item->y);
          n++;
        }
      else if (item->kind == PEDICLE_ITEM_PATH)
        foot = MAX (foot, item->y);
    }
  *left = foot - lowest;
  return n;
}

/* Of a sheet's height, what is left for lines to write on at most: two thirds of the body. */
#define MOST_LINES 18

/* Where a page would stay empty below lines to write on there are more of them, up to two thirds of a page, and never a
 * page more for it. */
static void
test_notes_fill (void)
{
  guint n_grown = 0;

  for (guint n = 0; n < 60; n++)
    {
      g_autoptr (GString) body = g_string_new (NULL);
      g_autofree char *handout = NULL;
      g_autoptr (PediclePages) pages = NULL;
      double left;
      guint lines;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (body, "<p id='p%u'>A line.</p>", i);
      handout = g_strdup_printf (HANDOUT ("%s<notes lines='3'/>"), body->str);
      pages = own_pages (handout, 14);
      g_assert_cmpuint (pedicle_pages_get_n (pages), <=, n < 29 ? 1 : 2);
      lines = count_notes (pages, &left);
      g_assert_cmpuint (lines, <=, MOST_LINES);
      if (lines != MOST_LINES && left >= 36)
        g_error ("%u: %u lines, %.1f points left", n, lines, left);
      n_grown += lines > 3;
    }
  g_assert_cmpuint (n_grown, >, 20);
}

/* Pictures with a few words each stand beside each other in large text too. */
static void
test_pictures_beside (void)
{
  static const struct
  {
    double size;
    bool beside;
  } cases[] = { { 14, true }, { 18, true }, { 24, true }, { 30, false } };
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  PedicleRequest request = desk_request (desk, "getting-ready", "kyphoplasty");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PediclePages) pages = NULL;
      const PedicleItem *one, *other;
      guint page, next;

      request.size = cases[i].size;
      pages = pedicle_pages_new (&request, NULL);
      one = find_words (pages, "Ice in", &page);
      other = find_words (pages, "A way", &next);
      g_assert_true ((page == next && fabs (one->y - other->y) < 0.1) == cases[i].beside);
    }
}

static const PedicleItem *
find_picture (const PediclePages *pages, guint page, const PedicleItem *caption)
{
  const GPtrArray *items = pages->pages->pdata[page];
  const PedicleItem *found = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const PedicleItem *item = items->pdata[i];

      if (item->kind == PEDICLE_ITEM_PICTURE && item->y < caption->y &&
          fabs (item->x - caption->x) < 1 && (found == NULL || item->y > found->y))
        found = item;
    }
  g_assert_nonnull (found);
  return found;
}

/* A picture with a share of the width stands beside its words, or right below them and no larger than it was beside the
 * widest column, and never on another page. */
static void
test_picture_with_its_words (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  PedicleRequest request = desk_request (desk, "getting-ready", "kyphoplasty");

  for (request.size = 14; request.size <= 36; request.size += 0.5)
    {
      g_autoptr (PediclePages) pages = NULL;
      const PedicleItem *words, *caption;
      guint page, next;

      pages = pedicle_pages_new (&request, NULL);
      words = find_words (pages, "Not sure?", &page);
      caption = find_words (pages, "No food", &next);
      g_assert_cmpuint (page, ==, next);
      g_assert_cmpfloat (find_picture (pages, next, caption)->width, <, pages->width / 3);
      g_assert_true ((caption->x > words->x + words->width) == (request.size < 18));
    }
}

/* Where a second page must be, the first is full: its lines to write on push the rest over. */
static void
test_notes_push (void)
{
  g_autoptr (Desk) desk = desk_new (DESK_SHIPPED, "en", NULL);
  PedicleRequest request = desk_request (desk, "conversation", NULL);
  g_autoptr (PediclePages) pages = NULL;
  guint asked, next, last;

  request.paper = PEDICLE_PAPER_LETTER;
  pages = pedicle_pages_new (&request, NULL);
  g_assert_cmpuint (pedicle_pages_get_n (pages), ==, 2);
  find_words (pages, "Your questions", &asked);
  find_words (pages, "What happens next", &next);
  find_words (pages, "Questions before then?", &last);
  g_assert_cmpuint (asked, ==, 0);
  g_assert_cmpuint (next, ==, 1);
  g_assert_cmpuint (last, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrangement/room", test_room);
  g_test_add_func ("/arrangement/no-stop-behind-blank", test_no_stop_behind_blank);
  g_test_add_func ("/arrangement/room-beside", test_room_beside);
  g_test_add_func ("/arrangement/unit-before-blank", test_unit_before_blank);
  g_test_add_func ("/arrangement/cites-joined", test_cites_joined);
  g_test_add_func ("/arrangement/steps", test_steps);
  g_test_add_func ("/arrangement/last-item", test_last_item);
  g_test_add_func ("/arrangement/before-warning", test_before_warning);
  g_test_add_func ("/arrangement/warnings-first", test_warnings_first);
  g_test_add_func ("/arrangement/warning-goes-on", test_warning_goes_on);
  g_test_add_func ("/arrangement/frame-goes-on", test_frame_goes_on);
  g_test_add_func ("/arrangement/warnings-in-grey", test_warnings_in_grey);
  g_test_add_func ("/arrangement/words-above-meanings", test_words_above_meanings);
  g_test_add_func ("/arrangement/short-form-once", test_short_form_once);
  g_test_add_func ("/arrangement/numbers-together", test_numbers_together);
  g_test_add_func ("/arrangement/warning-on-first-page", test_warning_on_first_page);
  g_test_add_func ("/arrangement/notes-fill", test_notes_fill);
  g_test_add_func ("/arrangement/notes-push", test_notes_push);
  g_test_add_func ("/arrangement/pictures-beside", test_pictures_beside);
  g_test_add_func ("/arrangement/picture-with-its-words", test_picture_with_its_words);
  g_test_add_func ("/arrangement/warnings-together", test_warnings_together);
  g_test_add_func ("/arrangement/signs-below-call", test_signs_below_call);
  g_test_add_func ("/arrangement/long-items", test_long_items);
  g_test_add_func ("/arrangement/picture-below-long-words", test_picture_below_long_words);
  return g_test_run ();
}
