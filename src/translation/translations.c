/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "translations.h"

#include <gio/gio.h>
#include <string.h>

#include "catalogue-private.h"
#include "language.h"

struct _PedicleTranslations
{
  char **folders;
  GPtrArray *languages; /* of tags; NULL-terminated */
  GHashTable *read;     /* tag -> PedicleCatalogue */
};

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
list_folder (const char *folder, GHashTable *found)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL); /* a folder need not be there */
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *tag =
          g_str_has_suffix (name, ".po") ? g_strndup (name, strlen (name) - 3) : NULL;

      if (tag != NULL && pedicle_language_is_tag (tag) && strcmp (tag, "en") != 0)
        g_hash_table_add (found, g_strdelimit (g_steal_pointer (&tag), "-", '_'));
    }
}

/* "en", then TAGS sorted, as a vector that ends in NULL. */
static void
set_languages (PedicleTranslations *translations, GHashTable *tags)
{
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (tags, NULL);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    g_ptr_array_add (sorted, keys[i]);
  g_ptr_array_sort (sorted, compare_tags);

  g_ptr_array_set_size (translations->languages, 0);
  g_ptr_array_add (translations->languages, g_strdup ("en"));
  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_add (translations->languages, g_strdup (sorted->pdata[i]));
  g_ptr_array_add (translations->languages, NULL);
}

PedicleTranslations *
pedicle_translations_new (const char *const *folders)
{
  PedicleTranslations *translations = g_new0 (PedicleTranslations, 1);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  translations->folders = g_strdupv ((char **) folders);
  translations->languages = g_ptr_array_new_with_free_func (g_free);
  translations->read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) pedicle_catalogue_unref);
  for (guint i = 0; translations->folders != NULL && translations->folders[i] != NULL; i++)
    list_folder (translations->folders[i], found);
  set_languages (translations, found);
  return translations;
}

void
pedicle_translations_free (PedicleTranslations *translations)
{
  g_strfreev (translations->folders);
  g_ptr_array_unref (translations->languages);
  g_hash_table_unref (translations->read);
  g_free (translations);
}

const char *const *
pedicle_translations_get_languages (const PedicleTranslations *translations)
{
  return (const char *const *) translations->languages->pdata;
}

/* The file of LANGUAGE in a folder: es_MX.po, or es-MX.po as some programs name it; also a link that
 * leads nowhere, since it was listed: reading it tells that. Returns: (nullable) */
static char *
find_file (const char *folder, const char *language)
{
  g_autofree char *dashed = g_strdelimit (g_strdup (language), "_", '-');
  const char *const tags[] = { language, dashed };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autofree char *name = g_strconcat (tags[i], ".po", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        return g_steal_pointer (&path);
    }
  return NULL;
}

/* The files of LANGUAGE in all folders, in their order. Returns: FALSE when one of them is wrong.
 */
static gboolean
read_files (PedicleTranslations *translations,
            const char *language,
            GPtrArray *catalogues,
            GError **error)
{
  for (guint i = 0; translations->folders != NULL && translations->folders[i] != NULL; i++)
    {
      g_autofree char *path = find_file (translations->folders[i], language);
      PedicleCatalogue *catalogue;

      if (path == NULL)
        continue;
      catalogue = pedicle_catalogue_read (path, language, error);
      if (catalogue == NULL)
        return FALSE;
      g_ptr_array_add (catalogues, catalogue);
    }
  return TRUE;
}

/* A clinic's own file holds its own few words: what it lacks comes from the folders after it, and
 * what es_MX lacks comes from es. */
static PedicleCatalogue *
read_language (PedicleTranslations *translations, const char *language, GError **error)
{
  g_autoptr (GPtrArray) catalogues =
      g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_catalogue_unref);
  g_autofree char *base = pedicle_language_base (language);
  gboolean english = strcmp (base, "en") == 0;

  if (strcmp (language, "en") == 0)
    return pedicle_catalogue_new_english ();
  if (!read_files (translations, language, catalogues, error))
    return NULL;
  if (catalogues->len == 0 && english)
    return pedicle_catalogue_new_english ();
  if (!english && strcmp (base, language) != 0 &&
      !read_files (translations, base, catalogues, error))
    return NULL;
  if (catalogues->len == 0)
    {
      g_autofree char *known = g_strjoinv (", ", (char **) translations->languages->pdata);

      g_set_error (error, PEDICLE_TRANSLATION_ERROR, PEDICLE_TRANSLATION_ERROR_LANGUAGE,
                   "There is no translation into \"%s\"; there are: %s.", language, known);
      return NULL;
    }
  for (guint i = catalogues->len - 1; i > 0; i--)
    pedicle_catalogue_chain (catalogues->pdata[i - 1], catalogues->pdata[i]);
  return pedicle_catalogue_ref (catalogues->pdata[0]);
}

PedicleCatalogue *
pedicle_translations_get (PedicleTranslations *translations, const char *language, GError **error)
{
  g_autofree char *tag = NULL;
  PedicleCatalogue *catalogue;

  g_return_val_if_fail (translations != NULL && language != NULL, NULL);

  tag = g_strdelimit (g_strdup (language), "-", '_');
  if (!pedicle_language_is_tag (tag)) /* it becomes a file name */
    {
      g_set_error (error, PEDICLE_TRANSLATION_ERROR, PEDICLE_TRANSLATION_ERROR_LANGUAGE,
                   "\"%s\" is not a language; write it as \"es\" or \"es_MX\".", language);
      return NULL;
    }
  catalogue = g_hash_table_lookup (translations->read, tag);
  if (catalogue == NULL)
    {
      catalogue = read_language (translations, tag, error);
      if (catalogue == NULL)
        return NULL;
      g_hash_table_insert (translations->read, g_steal_pointer (&tag), catalogue);
    }
  return pedicle_catalogue_ref (catalogue);
}

void
pedicle_translations_put (PedicleTranslations *translations, PedicleCatalogue *catalogue)
{
  g_autoptr (GHashTable) tags = NULL;
  const char *language;

  g_return_if_fail (translations != NULL && catalogue != NULL);

  language = pedicle_catalogue_get_language (catalogue);
  g_hash_table_replace (translations->read, g_strdup (language), pedicle_catalogue_ref (catalogue));
  if (g_strv_contains ((const char *const *) translations->languages->pdata, language))
    return;

  tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 1; translations->languages->pdata[i] != NULL; i++)
    g_hash_table_add (tags, g_strdup (translations->languages->pdata[i]));
  g_hash_table_add (tags, g_strdup (language));
  set_languages (translations, tags);
}

char **
pedicle_translations_folders (const PedicleLibrary *library, const char *shipped)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  const char *const *read = pedicle_library_get_folders_read (library);
  const char *environment = g_getenv ("PEDICLE_TRANSLATIONS_DIR");

  for (guint i = 0; read != NULL && read[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (read[i], "translations", NULL);

      g_strv_builder_add (folders, folder);
    }
  if (environment != NULL && *environment != '\0')
    g_strv_builder_add (folders, environment);
  else if (shipped != NULL)
    g_strv_builder_add (folders, shipped);
  return g_strv_builder_end (folders);
}
