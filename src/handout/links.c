/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "links.h"

#include <string.h>

/* The best comes first: what names a text for ever. */
static const struct
{
  const char *system, *before;
} systems[] = {
  { "doi:", "https://doi.org/" },
  { "pmid:", "https://pubmed.ncbi.nlm.nih.gov/" },
  { "url:", "" },
};

static char *
make_address (const char *before, const char *identifier)
{
  g_autofree char *escaped = NULL;
  g_autofree char *address = NULL;

  if (*before != '\0')
    escaped = g_uri_escape_string (identifier, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, FALSE);
  address = g_strconcat (before, escaped != NULL ? escaped : identifier, NULL);
  if (strpbrk (address, " \"<>\\^`{|}") != NULL ||
      (!g_str_has_prefix (address, "https://") && !g_str_has_prefix (address, "http://")) ||
      !g_str_is_ascii (address) || !g_uri_is_valid (address, G_URI_FLAGS_NONE, NULL))
    return NULL;
  return g_steal_pointer (&address);
}

char *
pedicle_links_find (const PedicleSource *source)
{
  for (guint i = 0; i < G_N_ELEMENTS (systems); i++)
    for (char **one = source->identifiers; one != NULL && *one != NULL; one++)
      if (g_str_has_prefix (*one, systems[i].system))
        {
          char *address = make_address (systems[i].before, *one + strlen (systems[i].system));

          if (address != NULL)
            return address;
        }
  return NULL;
}
