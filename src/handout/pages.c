/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages-private.h"

#include <math.h>

#include "approval.h"
#include "compose.h"
#include "letters.h"
#include "measure.h"
#include "place.h"
#include "running.h"
#include "sheet.h"

#define SHORT_SHEET 8 /* pages: a few papers, which one holds in a hand */
#define CLOSEST_FRAME 0.5 /* words keep so much of their distance to a frame */
#define MOST_WRITTEN (2.0 / 3) /* of a page: lines to write on grow no higher */

G_DEFINE_QUARK (pedicle - handout - error - quark, pedicle_handout_error)

PedicleItem *
pedicle_item_new (PedicleItemKind kind, int node, double x, double y, double width, double height)
{
  PedicleItem *item = g_new0 (PedicleItem, 1);

  *item =
      (PedicleItem){ .kind = kind, .node = node, .x = x, .y = y, .width = width, .height = height };
  return item;
}

void
pedicle_item_free (PedicleItem *item)
{
  g_clear_pointer (&item->runs, g_ptr_array_unref);
  g_clear_pointer (&item->path, pedicle_path_free);
  g_clear_object (&item->handle);
  g_free (item->words);
  g_free (item);
}

static char *
label_of (const PediclePlaceholders *placeholders, const char *id)
{
  const PedicleField *field = pedicle_placeholders_find (placeholders, id);

  return field != NULL && field->label != NULL ? pedicle_inline_to_plain (field->label->markup)
                                               : g_strdup (id);
}

static bool
check_final (const PedicleComposer *composer, char **empty, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *conflicts = pedicle_approval_conflicts (composer);

  if (!composer->request->final)
    return true;
  for (char **id = empty; *id != NULL; id++)
    {
      g_autofree char *label = label_of (&composer->placeholders, *id);

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", label);
    }
  if (names->len > 0)
    g_set_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_MISSING,
                 "A final handout needs these fields, which are empty: %s. Fill them in, or print "
                 "it with blanks.",
                 names->str);
  else if (conflicts != NULL)
    g_set_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_MISSING,
                 "The clinic’s own layer changes texts that have changed since: %s. Read the new "
                 "texts and renew the layer first, or print it as a draft.",
                 conflicts);
  else if (composer->warning_untranslated)
    g_set_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_MISSING,
                 "The warning signs are not all translated into “%s”. Translate them first, or "
                 "print it as a draft.",
                 pedicle_catalogue_get_language (composer->request->catalogue));
  else
    return true;
  return false;
}

static PediclePages *
pages_alloc (const PedicleRequest *request, const PedicleSheet *sheet)
{
  PediclePages *pages = g_atomic_rc_box_new0 (PediclePages);
  const PedicleText *title = pedicle_handout_get_title (request->handout, request->option);
  const char *option = request->handout->for_decision ? NULL : request->option;
  const char *language = pedicle_catalogue_get_language (request->catalogue);

  pages->width = sheet->width;
  pages->height = sheet->height;
  pages->language = g_strdup (language);
  pages->rtl = pedicle_catalogue_is_rtl (request->catalogue);
  pages->archive = request->archive;
  if (title != NULL)
    pages->title =
        pedicle_inline_to_plain (pedicle_catalogue_lookup (request->catalogue, title, NULL));
  else
    pages->title = g_strdup (request->handout->id);
  pages->stem = g_strjoin ("-", request->handout->id, option != NULL ? option : language,
                           option != NULL ? language : NULL, NULL);
  pages->date = g_strdup ("2000-01-01T00:00:00Z");
  if (request->today != NULL)
    {
      g_free (pages->date);
      pages->date = g_strdup_printf (
          "%04d-%02d-%02dT00:00:00Z", (int) g_date_get_year (request->today),
          (int) g_date_get_month (request->today), (int) g_date_get_day (request->today));
    }
  return pages;
}

/* Where closer boxes fill fewer pages they stand closer, in a short sheet much closer; letters and
 * lines to write on keep their size. */
static GArray *
break_pages (GArray *boxes, const double heights[2], guint *n_pages)
{
  static const double spaces[] = { 1, 0.85, 0.7, 0.5, 0.4 };
  g_autoptr (GArray) best = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (spaces) && (i < 3 || *n_pages <= SHORT_SHEET); i++)
    {
      g_autoptr (GArray) closer = g_array_copy (boxes);
      PedicleBreakBox *box = (PedicleBreakBox *) (void *) closer->data;
      g_autoptr (GArray) pieces = NULL;
      guint n;

      for (guint j = 0; j < closer->len; j++)
        {
          box[j].before *= spaces[i];
          box[j].head *= fmax (spaces[i], CLOSEST_FRAME);
          box[j].foot *= fmax (spaces[i], CLOSEST_FRAME);
        }
      pieces = pedicle_break (box, closer->len, heights, 2, &n);
      if (best != NULL && n >= *n_pages)
        continue;
      g_clear_pointer (&best, g_array_unref);
      best = g_steal_pointer (&pieces);
      *n_pages = n;
    }
  return g_steal_pointer (&best);
}

/* What is left of the page below @page's last piece. */
static double
room_below (const GArray *pieces, guint page, double height)
{
  double lowest = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const PediclePiece *piece = &g_array_index (pieces, PediclePiece, i);

      if (piece->page == page)
        lowest = fmax (lowest, piece->y + piece->height);
    }
  return height - lowest;
}

static void
set_notes (PedicleBox *box, PedicleBreakBox *number, guint lines)
{
  double height = box->heights[0];

  box->heights = g_renew (double, box->heights, lines);
  for (guint i = 0; i < lines; i++)
    box->heights[i] = height;
  box->lines_to_write = number->n_lines = lines;
  number->lines = box->heights;
}

/* The last lines to write on: their first piece. */
static const PediclePiece *
find_notes (const GArray *pieces, const GPtrArray *order)
{
  const PediclePiece *found = NULL;

  for (guint i = pieces->len; i-- > 0;)
    {
      const PediclePiece *piece = &g_array_index (pieces, PediclePiece, i);

      if (((const PedicleBox *) order->pdata[piece->box])->kind == PEDICLE_BOX_NOTES &&
          (found == NULL || piece->box == found->box))
        found = piece;
    }
  return found;
}

/* Lines to write on go on down a page, or push what is behind them over to the last one, where else
 * a page would stay empty. */
static GArray *
fill_page (GArray *numbers,
           const GPtrArray *order,
           const double heights[2],
           GArray *pieces,
           guint *n_pages)
{
  const PediclePiece *piece = find_notes (pieces, order);
  const guint last = *n_pages - 1;
  PedicleBox *box = piece != NULL ? order->pdata[piece->box] : NULL;
  const guint lines = box != NULL ? box->lines_to_write : 0;
  const guint most = box != NULL ? (guint) (heights[1] * MOST_WRITTEN / box->heights[0]) : 0;
  PedicleBreakBox *number;
  double room;

  if (lines >= most)
    return pieces;
  number = &g_array_index (numbers, PedicleBreakBox, piece->box);
  room = room_below (pieces, piece->page, heights[MIN (piece->page, 1)]);
  if (piece->page < last)
    room += room_below (pieces, last, heights[1]);
  for (guint more = MIN (most - lines, (guint) fmax (room / box->heights[0], 0)); more > 0;
       more--)
    {
      g_autoptr (GArray) fuller = NULL;
      const PediclePiece *grown;
      guint n;

      set_notes (box, number, lines + more);
      fuller = break_pages (numbers, heights, &n);
      grown = find_notes (fuller, order);
      if (n == *n_pages && grown->page == piece->page && grown->n_lines == lines + more)
        {
          g_array_unref (pieces);
          return g_steal_pointer (&fuller);
        }
    }
  set_notes (box, number, lines);
  return pieces;
}

/* A page without its mark would be trusted more than it may be, and one without its logo is not the clinic's. */
static bool
check_marks (PedicleRunning *running, GError **error)
{
  if (running->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&running->error));
      return false;
    }
  if (running->lacks == NULL)
    return true;
  g_set_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_REQUEST,
               "The page must say how far its text can be trusted, and the content lacks the words: "
               "add the phrase “%s”. “pedicle-cli check” tells what else is missing.",
               running->lacks);
  return false;
}

static bool
lay_out (PedicleComposer *composer, const PedicleSheet *sheet, PediclePages *pages, GError **error)
{
  g_auto (PedicleRunning) running = { NULL };
  g_auto (PediclePlacer) placer = { NULL };
  const PedicleTypeset *typeset = pedicle_typeset_get ();
  g_autoptr (GArray) numbers = NULL;
  g_autoptr (GArray) pieces = NULL;
  g_autoptr (GPtrArray) order = NULL;
  double tops[2], heights[2];
  guint n_pages;

  pedicle_running_init (&running, composer, sheet);
  if (!check_marks (&running, error))
    return false;
  for (guint i = 0; i < 2; i++)
    pedicle_running_body (&running, sheet, i, &tops[i], &heights[i]);
  if (fmin (heights[0], heights[1]) < sheet->height / 2)
    {
      g_set_error_literal (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_REQUEST,
                           "The head and the foot of the page leave no room for the page. Shorten "
                           "the name of the clinic, of the patient, or of who reviewed the text.");
      return false;
    }
  numbers = pedicle_measure (composer->flow, composer->request->size, pages->language, pages->rtl,
                             pedicle_sheet_inner_width (sheet), heights[1], &order, error);
  if (numbers == NULL)
    return false;
  pieces = break_pages (numbers, heights, &n_pages);
  pieces = fill_page (numbers, order, heights, g_steal_pointer (&pieces), &n_pages);
  pedicle_placer_init (&placer, sheet, composer->request->size, pages->rtl, n_pages);
  pedicle_running_place (&running, &placer, n_pages);
  for (guint i = 0; i < pieces->len; i++)
    {
      const PediclePiece *piece = &g_array_index (pieces, PediclePiece, i);

      pedicle_place_piece (&placer, order->pdata[piece->box], piece, tops[MIN (piece->page, 1)]);
    }
  pages->pages = pedicle_placer_finish (&placer);
  pages->structure = pedicle_seal (composer->flow->structure, pages->pages);
  return pedicle_letters_report (pedicle_typeset_get_lacks (typeset), error);
}

static PediclePages *
pages_compose (PedicleComposer *composer, GError **error)
{
  const PedicleRequest *request = composer->request;
  /* A sheet is wide for what stands side by side; large text is read down the page. */
  bool wide = request->handout->landscape && request->size < PEDICLE_SIZE_STACKED;
  PedicleSheet sheet = pedicle_sheet_new (request->paper, wide);
  g_autoptr (PediclePages) pages = pages_alloc (request, &sheet);

  pedicle_typeset_reset (pedicle_typeset_get ());
  if (!pedicle_compose (composer, error))
    return NULL;
  pages->empty = pedicle_placeholders_empty (&composer->placeholders);
  if (!check_final (composer, pages->empty, error) || !lay_out (composer, &sheet, pages, error))
    return NULL;
  return g_steal_pointer (&pages);
}

PediclePages *
pedicle_pages_new (const PedicleRequest *request, GError **error)
{
  PedicleComposer composer = { NULL };
  PediclePages *pages = NULL;

  g_return_val_if_fail (request != NULL && request->library != NULL && request->handout != NULL,
                        NULL);
  g_return_val_if_fail (request->catalogue != NULL, NULL);
  if (pedicle_composer_init (&composer, request, error))
    pages = pages_compose (&composer, error);
  pedicle_composer_clear (&composer);
  return pages;
}

PediclePages *
pedicle_pages_ref (PediclePages *pages)
{
  return g_atomic_rc_box_acquire (pages);
}

static void
pages_clear (gpointer data)
{
  PediclePages *pages = data;

  g_clear_pointer (&pages->pages, g_ptr_array_unref);
  g_clear_pointer (&pages->structure, pedicle_structure_free);
  g_strfreev (pages->empty);
  g_free (pages->title);
  g_free (pages->language);
  g_free (pages->stem);
  g_free (pages->date);
}

void
pedicle_pages_unref (PediclePages *pages)
{
  g_atomic_rc_box_release_full (pages, pages_clear);
}

guint
pedicle_pages_get_n (const PediclePages *pages)
{
  return pages->pages->len;
}

void
pedicle_pages_get_size (const PediclePages *pages, double *width, double *height)
{
  *width = pages->width;
  *height = pages->height;
}

const char *
pedicle_pages_get_title (const PediclePages *pages)
{
  return pages->title;
}

const char *
pedicle_pages_get_language (const PediclePages *pages)
{
  return pages->language;
}

const char *const *
pedicle_pages_get_empty_fields (const PediclePages *pages)
{
  return (const char *const *) pages->empty;
}

char *
pedicle_pages_file_name (const PediclePages *pages, const char *ending)
{
  return g_strconcat (pages->stem, ".", ending, NULL);
}
