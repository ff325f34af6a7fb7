/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery.h"
#include "picture.h"
#include "sum.h"

#include <string.h>

typedef struct
{
  char *name;
  GBytes *bytes;   /* (nullable): %NULL when there is no such picture */
  bool sound;      /* it was checked */
  bool unchecked;  /* it will be when it is shown */
  char *digest;    /* (nullable): of @bytes, hex */
  char *missing;   /* (nullable): why there is no such picture */
  double width, height;
  GHashTable *ids; /* (nullable): when it was checked */
} Picture;

struct _PedicleGallery
{
  bool late;
  GHashTable *pictures; /* path -> Picture */
};

static void
picture_free (gpointer data)
{
  Picture *picture = data;
  g_free (picture->name);
  g_free (picture->missing);
  g_free (picture->digest);
  g_clear_pointer (&picture->bytes, g_bytes_unref);
  g_clear_pointer (&picture->ids, g_hash_table_unref);
  g_free (picture);
}

PedicleGallery *
pedicle_gallery_new (bool late)
{
  PedicleGallery *gallery = g_new0 (PedicleGallery, 1);
  gallery->late = late;
  gallery->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, picture_free);
  return gallery;
}

void
pedicle_gallery_free (PedicleGallery *gallery)
{
  g_hash_table_unref (gallery->pictures);
  g_free (gallery);
}

/* What is wrong inside a picture is told once, at its own lines; that there is none is told where
 * it is named. */
static void
load_picture (Picture *picture, PedicleReader *reader, const char *path)
{
  g_autoptr (GError) error = NULL;
  picture->bytes = pedicle_picture_read (reader->folder, picture->name, &error);
  if (!picture->bytes)
    {
      picture->missing = g_strdup (error->message);
      return;
    }
  picture->digest = pedicle_sum_bytes (picture->bytes);
  picture->unchecked =
      reader->gallery->late &&
      pedicle_picture_measure (picture->bytes, &picture->width, &picture->height);
  picture->sound = !picture->unchecked &&
                   pedicle_picture_check (picture->bytes, path, &picture->width, &picture->height,
                                          &picture->ids, reader->problems);
}

static char *
name_picture (const char *source)
{
  return strchr (source, '/') ? g_strdup (source) : g_strconcat ("pictures/", source, NULL);
}

static const Picture *
get_picture (PedicleReader *reader, const char *source)
{
  g_autofree char *name = name_picture (source);
  g_autofree char *path = g_build_filename (reader->folder, name, NULL);
  Picture *picture = g_hash_table_lookup (reader->gallery->pictures, path);
  if (picture)
    return picture;
  picture = g_new0 (Picture, 1);
  picture->name = g_steal_pointer (&name);
  load_picture (picture, reader, path);
  g_hash_table_insert (reader->gallery->pictures, g_steal_pointer (&path), picture);
  return picture;
}

PedicleFigure *
pedicle_gallery_get_figure (PedicleReader *reader,
                            const PedicleElement *element,
                            const char *source,
                            GHashTable **ids)
{
  const Picture *picture = get_picture (reader, source);
  if (picture->missing)
    pedicle_reader_report (reader, PEDICLE_SEVERITY_ERROR, element, PEDICLE_CONTENT_ERROR_REFERENCE,
                           "the picture \"%s\" cannot be read: %s", picture->name,
                           picture->missing);
  if (!picture->sound && !picture->unchecked)
    return NULL;
  PedicleFigure *figure = g_new0 (PedicleFigure, 1);
  figure->id = g_strdup (pedicle_element_get (element, "id"));
  figure->key = g_strconcat (reader->id, "/", figure->id ? figure->id : "", NULL);
  figure->src = g_strdup (picture->name);
  if (picture->sound)
    figure->svg = g_bytes_ref (picture->bytes);
  else
    {
      figure->unchecked = g_bytes_ref (picture->bytes);
      figure->file = g_build_filename (reader->folder, picture->name, NULL);
    }
  figure->width = picture->width;
  figure->height = picture->height;
  figure->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_label_free);
  if (ids)
    *ids = picture->ids;
  return figure;
}

const char *
pedicle_gallery_get_digest (const PedicleReader *reader, const char *source)
{
  g_autofree char *name = name_picture (source);
  g_autofree char *path = g_build_filename (reader->folder, name, NULL);
  const Picture *picture = g_hash_table_lookup (reader->gallery->pictures, path);
  return picture ? picture->digest : NULL;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
pedicle_gallery_list (PedicleGallery *gallery)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, gallery->pictures);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Picture *picture = value;
      g_ptr_array_add (lines, g_strdup_printf ("picture %s %s", picture->name,
                                               picture->digest ? picture->digest : "none"));
    }
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}
