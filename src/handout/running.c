/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "running.h"

#include <math.h>
#include <string.h>

#include "approval.h"
#include "dates.h"

#define GAP 5
#define LOGO_HIGHEST 34 /* points */
#define LOGO_WIDEST 150
#define NAME_WIDTH 250
#define STRIP_GAP 14
#define SHORT_PART 40 /* letters */

static PedicleLines *
set_rich (const PedicleRunning *running,
          PedicleRole role,
          const PedicleRich *rich,
          double width,
          bool english)
{
  const PedicleCatalogue *catalogue = running->composer->request->catalogue;
  PedicleFace face = pedicle_style_face (role, running->composer->request->size);

  return pedicle_typeset_lines (pedicle_typeset_get (), rich, &face,
                                english ? "en" : pedicle_catalogue_get_language (catalogue),
                                !english && pedicle_catalogue_is_rtl (catalogue), width, 0);
}

static PedicleLines *
set_words (
    const PedicleRunning *running, PedicleRole role, const char *words, double width, bool english)
{
  g_autoptr (PedicleRich) rich = pedicle_rich_new_lasting (words);

  return set_rich (running, role, rich, width, english);
}

static bool
is_english (const PedicleRunning *running, const char *phrase)
{
  const PedicleComposer *composer = running->composer;

  return pedicle_phrasing_is_english (
      &composer->phrasing, pedicle_library_find_phrase (composer->request->library, phrase));
}

/* Words that are not translated say so, as those of the page do. */
static char *
mark_english (const PedicleRunning *running, const char *words)
{
  g_autofree char *mark =
      pedicle_phrasing_get (&running->composer->phrasing, PEDICLE_PHRASE_IN_ENGLISH, NULL);

  return g_strdup_printf ("%s %s", mark, words);
}

/* The words of @text; @english: (out): whether they fell back, and are marked so. */
static char *
text_words (const PedicleRunning *running, const PedicleText *text, bool *english)
{
  const PedicleComposer *composer = running->composer;
  g_autofree char *plain =
      pedicle_inline_to_plain (pedicle_catalogue_lookup (composer->request->catalogue, text, NULL));

  *english = pedicle_phrasing_is_english (&composer->phrasing, text);
  return *english ? mark_english (running, plain) : g_steal_pointer (&plain);
}

static void
add_strip (PedicleRunning *running, const char *phrase, double width)
{
  const PedicleComposer *composer = running->composer;
  g_autofree char *words = pedicle_phrasing_get (&composer->phrasing, phrase, NULL);
  g_autofree char *english = pedicle_phrasing_get_english (&composer->phrasing, phrase);

  if (*words == '\0')
    running->lacks = phrase;
  g_ptr_array_add (running->strip, set_words (running, PEDICLE_ROLE_STRIP, words, width,
                                             is_english (running, phrase)));
  if (!g_str_equal (words, english))
    g_ptr_array_add (running->strip, set_words (running, PEDICLE_ROLE_STRIP, english, width, true));
}

static void
set_strip (PedicleRunning *running, const PedicleSheet *sheet)
{
  const PedicleRequest *request = running->composer->request;
  PedicleFrameLook look = pedicle_style_frame (PEDICLE_FRAME_STRIP);
  double width = pedicle_sheet_inner_width (sheet) - 2 * look.pad_x;
  double height = 0, highest = 0, wide = 0;
  g_autofree char *conflicts = pedicle_approval_conflicts (running->composer);

  if (!pedicle_catalogue_is_english (request->catalogue) &&
      !pedicle_catalogue_is_reviewed (request->catalogue, request->library))
    add_strip (running, PEDICLE_PHRASE_TRANSLATION_NOT_REVIEWED, width);
  if (pedicle_approval_is_overdue (running->composer))
    add_strip (running, PEDICLE_PHRASE_OVERDUE, width);
  if (conflicts != NULL)
    add_strip (running, PEDICLE_PHRASE_CONFLICT, width);
  for (guint i = 0; i < running->strip->len; i++)
    {
      const PedicleLines *lines = running->strip->pdata[i];

      height += lines->height;
      highest = fmax (highest, lines->height);
      wide += lines->width + (i > 0 ? STRIP_GAP : 0);
    }
  running->strip_beside = wide <= width;
  if (running->strip->len > 0)
    running->strip_height = (running->strip_beside ? highest : height) + 2 * look.pad_y + GAP;
}

/* Returns its height. */
static double
set_logo (PedicleRunning *running)
{
  const PedicleOverlay *overlay = pedicle_library_get_overlay (running->composer->request->library);
  double scale;

  if (overlay == NULL || overlay->logo == NULL)
    return 0;
  running->logo = pedicle_typeset_get_picture (pedicle_typeset_get (), overlay->logo, NULL, &running->error);
  if (running->logo == NULL)
    return 0;
  scale = fmin (LOGO_HIGHEST / overlay->logo_height, LOGO_WIDEST / overlay->logo_width);
  running->logo_width = overlay->logo_width * scale;
  running->logo_height = overlay->logo_height * scale;
  running->logo_room = running->logo_width + 2 * GAP;
  return running->logo_height;
}

static void
set_head (PedicleRunning *running, const PedicleSheet *sheet)
{
  const PedicleComposer *composer = running->composer;
  PediclePlaceholders *placeholders = (PediclePlaceholders *) &composer->placeholders;
  const char *clinic = pedicle_placeholders_get (PEDICLE_FIELD_CLINIC_NAME, placeholders);
  const PedicleField *name = pedicle_placeholders_find (placeholders, PEDICLE_FIELD_PATIENT_NAME);
  const PedicleText *title =
      pedicle_handout_get_title (composer->request->handout, composer->request->option);
  bool named = name != NULL && !composer->name_placed;
  double width = pedicle_sheet_inner_width (sheet);
  double first = set_logo (running);

  if (clinic != NULL)
    {
      g_autoptr (PedicleRich) rich = pedicle_rich_new_plain (clinic);

      running->clinic =
          set_rich (running, PEDICLE_ROLE_RUNNING_STRONG, rich,
                    (named ? width - NAME_WIDTH - 20 : width) - running->logo_room, false);
      first = fmax (first, running->clinic->height);
    }
  if (named)
    {
      bool english;
      g_autofree char *label = text_words (running, name->label, &english);
      g_autoptr (PedicleRich) rich = pedicle_rich_new_plain (label);

      pedicle_rich_append (rich, "  ", 0);
      pedicle_placeholders_append (placeholders, PEDICLE_FIELD_PATIENT_NAME, 0, rich);
      running->name = set_rich (running, PEDICLE_ROLE_RUNNING, rich, NAME_WIDTH, false);
      first = fmax (first, running->name->height);
    }
  if (title != NULL)
    {
      bool english;
      g_autofree char *plain = text_words (running, title, &english);

      running->title = set_words (running, PEDICLE_ROLE_RUNNING_STRONG, plain, width, english);
    }
  running->first_head = first > 0 ? first + 2 * GAP : 0;
  running->later_head = running->title != NULL ? running->title->height + 2 * GAP : 0;
}

/** The foot while it is put together. */
typedef struct
{
  PedicleRunning *running;
  PedicleRich *words;
  bool in_english; /* the part before is not translated */
  bool mixed;      /* not every part is in English for want of a translation */
} Foot;

/* A part that is short goes to the next line as a whole. */
static void
append_whole (Foot *foot, const char *part)
{
  pedicle_rich_append_between (foot->words);
  pedicle_rich_append (foot->words, part,
                       g_utf8_strlen (part, -1) <= SHORT_PART ? PEDICLE_SPAN_WHOLE : 0);
}

static void
append_part (Foot *foot, const char *phrase, char *part)
{
  bool english = is_english (foot->running, phrase);
  /* Between marks that keep its direction apart from that of the parts around it. */
  g_autofree char *own =
      english ? g_strdup_printf ("\342\201\246%s\342\201\251", part) : g_strdup (part);
  g_autofree char *marked =
      english && !foot->in_english ? mark_english (foot->running, own) : g_strdup (own);

  if (*part != '\0')
    {
      append_whole (foot, marked);
      foot->in_english = english;
      foot->mixed |= !english;
    }
  g_free (part);
}

/* Of what is printed: the content and its translation, never of a field. */
static char *
short_digest (const PedicleRequest *request)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *digests[] = { pedicle_library_digest (request->library),
                            pedicle_catalogue_is_english (request->catalogue)
                                ? ""
                                : pedicle_catalogue_digest (request->catalogue) };

  for (guint i = 0; i < G_N_ELEMENTS (digests); i++)
    if (digests[i] != NULL)
      g_checksum_update (sum, (const guchar *) digests[i], -1);
  return g_strdup_printf ("%.4s %.4s", g_checksum_get_string (sum),
                          g_checksum_get_string (sum) + 4);
}

static PedicleLines *
page_lines (const PedicleRunning *running, guint page, guint n_pages)
{
  const PediclePhrasing *phrasing = &running->composer->phrasing;
  bool english = is_english (running, PEDICLE_PHRASE_PAGE);
  g_autofree char *n = pedicle_phrasing_number (phrasing, page);
  g_autofree char *m = pedicle_phrasing_number (phrasing, n_pages);
  g_autofree char *words =
      pedicle_phrasing_get (phrasing, PEDICLE_PHRASE_PAGE, "n", n, "m", m, NULL);
  g_autofree char *marked =
      english && !running->foot_english ? mark_english (running, words) : g_strdup (words);

  return set_words (running, PEDICLE_ROLE_RUNNING, marked, -1, english);
}

static void
append_parts (Foot *foot, const PedicleComposer *composer)
{
  const PediclePhrasing *phrasing = &composer->phrasing;
  const PedicleAbout *about = &composer->decision->about;
  const PedicleOverlay *overlay = pedicle_library_get_overlay (composer->request->library);
  const char *sources = composer->cites ? PEDICLE_PHRASE_SOURCES_END : PEDICLE_PHRASE_SOURCES_ASK;
  bool reviewed;
  g_autofree char *review = pedicle_approval_words (composer, &reviewed);
  g_autofree char *version =
      pedicle_phrasing_digits (phrasing, about->version != NULL ? about->version : "");

  append_part (foot, PEDICLE_PHRASE_CONTENT,
               pedicle_phrasing_get (phrasing, PEDICLE_PHRASE_CONTENT, "version", version, NULL));
  if (*review == '\0')
    foot->running->lacks = reviewed ? PEDICLE_PHRASE_REVIEWED : PEDICLE_PHRASE_NOT_REVIEWED;
  append_part (foot, reviewed ? PEDICLE_PHRASE_REVIEWED : PEDICLE_PHRASE_NOT_REVIEWED,
               g_steal_pointer (&review));
  if (about->review_by != NULL)
    {
      g_autofree char *month = pedicle_dates_format_month (phrasing, about->review_by);

      append_part (foot, PEDICLE_PHRASE_REVIEW_BY,
                   pedicle_phrasing_get (phrasing, PEDICLE_PHRASE_REVIEW_BY, "date", month, NULL));
    }
  append_part (foot, sources, pedicle_phrasing_get (phrasing, sources, NULL));
  if (overlay != NULL && overlay->n_changes > 0)
    append_part (foot, PEDICLE_PHRASE_LOCAL,
                 pedicle_phrasing_get (phrasing, PEDICLE_PHRASE_LOCAL, NULL));
}

static void
set_foot (PedicleRunning *running, const PedicleSheet *sheet)
{
  g_autoptr (PedicleRich) rich = pedicle_rich_new ();
  Foot foot = { .running = running, .words = rich };
  g_autofree char *digest = short_digest (running->composer->request);
  g_autoptr (PedicleLines) number = NULL;

  append_parts (&foot, running->composer);
  running->foot_english = foot.in_english;
  number = page_lines (running, 88, 88);
  pedicle_rich_append_between (rich);
  pedicle_rich_append_value (rich, digest, PEDICLE_FIELD_PHONE, PEDICLE_SPAN_WHOLE);
  /* That one is no value of a visit, so that the longest line of a page is set once. */
  rich->lasting = true;
  running->foot =
      set_rich (running, PEDICLE_ROLE_RUNNING, rich,
                pedicle_sheet_inner_width (sheet) - number->width - 14, !foot.mixed);
  running->foot_height = running->foot->height + 2 * GAP;
}

void
pedicle_running_init (PedicleRunning *running,
                      const PedicleComposer *composer,
                      const PedicleSheet *sheet)
{
  running->composer = composer;
  running->strip = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_lines_free);
  set_head (running, sheet);
  set_strip (running, sheet);
  set_foot (running, sheet);
}

void
pedicle_running_clear (PedicleRunning *running)
{
  g_clear_error (&running->error);
  g_clear_object (&running->logo);
  g_clear_pointer (&running->clinic, pedicle_lines_free);
  g_clear_pointer (&running->name, pedicle_lines_free);
  g_clear_pointer (&running->title, pedicle_lines_free);
  g_clear_pointer (&running->foot, pedicle_lines_free);
  g_clear_pointer (&running->strip, g_ptr_array_unref);
}

void
pedicle_running_body (const PedicleRunning *running,
                      const PedicleSheet *sheet,
                      guint page,
                      double *top,
                      double *height)
{
  *top =
      sheet->top + running->strip_height + (page == 0 ? running->first_head : running->later_head);
  *height = sheet->height - sheet->bottom - running->foot_height - *top;
}

static double
place_lines (PediclePlacer *placer, guint page, const PedicleLines *lines, double start, double y)
{
  for (guint i = 0; lines != NULL && i < lines->n; i++)
    {
      pedicle_place_line (placer, page, PEDICLE_NODE_NONE, &lines->lines[i], start, y);
      y += lines->lines[i].height;
    }
  return y;
}

static void
place_strip (const PedicleRunning *running, PediclePlacer *placer, guint page, double y)
{
  PedicleFrameLook look = pedicle_style_frame (PEDICLE_FRAME_STRIP);
  double start = look.pad_x;

  if (running->strip->len == 0)
    return;
  pedicle_place_frame (placer, page, PEDICLE_FRAME_STRIP, 0,
                       pedicle_sheet_inner_width (placer->sheet), y, running->strip_height - GAP);
  y += look.pad_y;
  for (guint i = 0; i < running->strip->len; i++)
    {
      const PedicleLines *lines = running->strip->pdata[i];
      double bottom = place_lines (placer, page, lines, start, y);

      if (running->strip_beside)
        start += lines->width + STRIP_GAP;
      else
        y = bottom;
    }
}

static void
place_foot (const PedicleRunning *running, PediclePlacer *placer, guint page, guint n_pages)
{
  double width = pedicle_sheet_inner_width (placer->sheet);
  double y = placer->sheet->height - placer->sheet->bottom - running->foot_height + GAP;
  g_autoptr (PedicleLines) number = page_lines (running, page + 1, n_pages);

  pedicle_place_rule (placer, page, 0, width, y, 0.8, PEDICLE_COLOUR_HAIRLINE);
  y += GAP;
  place_lines (placer, page, running->foot, 0, y);
  place_lines (placer, page, number, width - number->width, y);
}

static void
place_head (const PedicleRunning *running, PediclePlacer *placer, guint page)
{
  double width = pedicle_sheet_inner_width (placer->sheet);
  double y = placer->sheet->top;
  double height = page == 0 ? running->first_head : running->later_head;

  if (page > 0)
    place_lines (placer, page, running->title, 0, y);
  else
    {
      if (running->logo != NULL)
        pedicle_place_logo (placer, page, running->logo, y + height - 2 * GAP - running->logo_height,
                            running->logo_width, running->logo_height);
      place_lines (placer, page, running->clinic, running->logo_room,
                   running->clinic != NULL ? y + height - 2 * GAP - running->clinic->height : y);
      if (running->name != NULL)
        place_lines (placer, page, running->name, width - running->name->width, y);
    }
  if (height > 0)
    pedicle_place_rule (placer, page, 0, width, y + height - GAP - 1, 0.8, PEDICLE_COLOUR_HAIRLINE);
  place_strip (running, placer, page, y + height);
}

void
pedicle_running_place (const PedicleRunning *running, PediclePlacer *placer, guint n_pages)
{
  for (guint i = 0; i < n_pages; i++)
    {
      place_head (running, placer, i);
      place_foot (running, placer, i, n_pages);
    }
}
