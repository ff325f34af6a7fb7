/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include "library.h"
#include "visit.h"
#include "catalogue.h"

G_BEGIN_DECLS

#define PEDICLE_HANDOUT_ERROR (pedicle_handout_error_quark ())
GQuark pedicle_handout_error_quark (void);
typedef enum
{
  PEDICLE_HANDOUT_ERROR_REQUEST,   /* no such handout, option, size ... */
  PEDICLE_HANDOUT_ERROR_MISSING,   /* a final handout lacks a required field, named */
  PEDICLE_HANDOUT_ERROR_GLYPHS,    /* no font has a character */
  PEDICLE_HANDOUT_ERROR_OUTPUT,    /* cairo or the disk refused */
  PEDICLE_HANDOUT_ERROR_PICTURE,   /* a picture on it has problems, after pedicle_library_load_to_print() */
} PedicleHandoutError;

typedef enum
{
  PEDICLE_PAPER_A4,
  PEDICLE_PAPER_LETTER,
  PEDICLE_PAPER_N,
} PediclePaper;

/** Sizes of text in points. */
#define PEDICLE_SIZE_NORMAL 14.0
#define PEDICLE_SIZE_LARGE 18.0
#define PEDICLE_SIZE_VERY_LARGE 24.0
#define PEDICLE_SIZE_MIN 14.0
#define PEDICLE_SIZE_MAX 36.0

/** pedicle_paper_parse: "a4" or "letter"; pedicle_size_parse: "normal", "large", "very-large" or points. */
gboolean pedicle_paper_parse (const char *word, PediclePaper *paper);
gboolean pedicle_size_parse (const char *word, double *points);

/** PedicleRequest: what is to be printed. All borrowed for the length of the call. */
typedef struct
{
  const PedicleLibrary *library;
  const PedicleHandout *handout;
  const char *option;               /* (nullable) for a handout of the whole decision */
  const PedicleCatalogue *catalogue;
  const PedicleVisit *visit;        /* (nullable): every blank stays blank */
  double size;                      /* points */
  PediclePaper paper;
  const GDate *today;
  gboolean final;
  gboolean archive;                 /* a PDF of it is PDF/A-2a, too: it can be read for decades */
  PedicleProblems *problems;        /* (nullable): gets those of pictures that are checked only now */
} PedicleRequest;

/** PediclePages: a finished handout: pages of positioned items and one structure tree. Immutable, counted. */
typedef struct _PediclePages PediclePages;

/** pedicle_pages_use_no_other_fonts: for a program that shows no letters but those of pages: what the system has set up
 * for others is then never read. Called once, before the first page; the pages are the same without. */
void pedicle_pages_use_no_other_fonts (void);

/** PediclePreparation: what takes time before the first page, done by a thread of its own meanwhile: fonts are found and
 * opened and, for a PDF, a library is loaded. The pages are the same without. */
typedef struct _PediclePreparation PediclePreparation;

/** pedicle_preparation_begin: for pages in @language at @size; instead of pedicle_pages_use_no_other_fonts(). */
PediclePreparation *pedicle_preparation_begin (const char *language, double size, gboolean pdf);
/** pedicle_preparation_take: waits for the fonts: the next pages of this thread, its first, are quicker. Once at most. */
void pedicle_preparation_take (PediclePreparation *preparation);
/** pedicle_preparation_end: waits for all of it. */
void pedicle_preparation_end (PediclePreparation *preparation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PediclePreparation, pedicle_preparation_end)

/** pedicle_pages_new: compose, measure, break. Equal requests give equal pages. */
PediclePages *pedicle_pages_new (const PedicleRequest *request, GError **error);
PediclePages *pedicle_pages_ref (PediclePages *pages);
void pedicle_pages_unref (PediclePages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PediclePages, pedicle_pages_unref)

guint pedicle_pages_get_n (const PediclePages *pages);
/** pedicle_pages_get_size: of every page, in points. */
void pedicle_pages_get_size (const PediclePages *pages, double *width, double *height);
const char *pedicle_pages_get_title (const PediclePages *pages);
const char *pedicle_pages_get_language (const PediclePages *pages);
/** pedicle_pages_get_empty_fields: (transfer none) (array zero-terminated=1): ids of fields that a final handout needs and that are empty. */
const char *const *pedicle_pages_get_empty_fields (const PediclePages *pages);
/** pedicle_pages_file_name: Returns: (transfer full): a file name from handout, option and language, with nothing about the patient: HANDOUT-OPTION-LANGUAGE.pdf. */
char *pedicle_pages_file_name (const PediclePages *pages, const char *ending);

/** pedicle_pages_paint: paints page @index (from 0) at the origin of @cr, one unit a point. The one call for preview,
 * print, PDF and PNG; it computes no position and never updates the layouts from @cr. What the clip of @cr hides is left
 * out. */
void pedicle_pages_paint (const PediclePages *pages, guint index, cairo_t *cr);

/** pedicle_pages_look_alike: whether both paint the same between @top and @bottom, in points, of page @index. */
gboolean pedicle_pages_look_alike (
    const PediclePages *pages, const PediclePages *other, guint index, double top, double bottom);

/** Outputs. Bytes are equal for equal pages. */
GBytes *pedicle_pages_to_pdf (const PediclePages *pages, GError **error);
/** pedicle_pages_to_png: @resolution: dots an inch. */
GBytes *pedicle_pages_to_png (const PediclePages *pages, guint index, double resolution, GError **error);
/** pedicle_pages_to_text: the words in reading order, a form feed between pages. Returns: (transfer full) */
char *pedicle_pages_to_text (const PediclePages *pages);
/** pedicle_pages_to_note: the same in one piece, for another program: what stands around the pages comes once, at the
 * end, and pages have no numbers. Returns: (transfer full) */
char *pedicle_pages_to_note (const PediclePages *pages);
/** pedicle_pages_dump: items with positions and structure, for goldens. Returns: (transfer full) */
char *pedicle_pages_dump (const PediclePages *pages);

G_END_DECLS
