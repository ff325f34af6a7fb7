/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages.h"

#include <cairo-pdf.h>

#include "bookmarks.h"
#include "finish.h"
#include "paint.h"

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
paint_all (const PediclePages *pages, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  PediclePainter painter;

  pedicle_painter_init (&painter, pages);
  for (guint i = 0; i < pages->pages->len; i++)
    {
      pedicle_paint (pages, i, cr, &painter);
      if (i + 1 == pages->pages->len)
        pedicle_painter_finish (&painter, pages, cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

static GBytes *
draw (const PediclePages *pages, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (write_bytes, bytes, pages->width, pages->height);
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, pages->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Pedicle");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, pages->date);
  status = paint_all (pages, surface);
  pedicle_bookmarks_add (pages, surface);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_OUTPUT,
                   "The PDF file could not be made (%s). Report this with the name of the handout.",
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
pedicle_pages_to_pdf (const PediclePages *pages, GError **error)
{
  g_autoptr (GBytes) drawn = draw (pages, error);

  return drawn != NULL ? pedicle_finish (drawn, pages, error) : NULL;
}
