/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages.h"

#include <math.h>

#include "pages-private.h"

#define HIGHEST_RESOLUTION 1200

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
paint_surface (const PediclePages *pages, guint index, double scale, cairo_status_t *status)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) lround (pages->width * scale),
                                  (int) lround (pages->height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  pedicle_pages_paint (pages, index, cr);
  *status = cairo_status (cr);
  cairo_destroy (cr);
  return surface;
}

GBytes *
pedicle_pages_to_png (const PediclePages *pages, guint index, double resolution, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  if (index >= pages->pages->len || !(resolution > 0 && resolution <= HIGHEST_RESOLUTION))
    {
      g_set_error (
          error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_REQUEST,
          "There is no page %u at %g dots an inch. The handout has %u pages; choose up to %d dots.",
          index + 1, resolution, pages->pages->len, HIGHEST_RESOLUTION);
      return NULL;
    }
  surface = paint_surface (pages, index, resolution / 72.0, &status);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_bytes, bytes);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_OUTPUT,
                   "The picture of page %u could not be made (%s). Try fewer dots an inch.",
                   index + 1, cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
