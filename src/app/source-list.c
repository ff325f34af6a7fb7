/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "source-list.h"

#include <glib/gi18n.h>

#include "links.h"

typedef struct
{
  const char *id;
  const char *words;
} Word;

void
pedicle_source_list_add (GPtrArray *ids, char **cites)
{
  for (; cites != NULL && *cites != NULL; cites++)
    if (!g_ptr_array_find_with_equal_func (ids, *cites, g_str_equal, NULL))
      g_ptr_array_add (ids, *cites);
}

void
pedicle_source_list_add_numbers (GPtrArray *ids, const PedicleNumbers *numbers)
{
  pedicle_source_list_add (ids, numbers->cites);
  for (guint i = 0; numbers->outcomes != NULL && i < numbers->outcomes->len; i++)
    pedicle_source_list_add (ids, ((const PedicleOutcome *) g_ptr_array_index (numbers->outcomes, i))->cites);
}

/* Returns: (nullable) */
static const char *
find (const Word *words, const char *id)
{
  for (; words->id != NULL; words++)
    if (g_strcmp0 (words->id, id) == 0)
      return _(words->words);
  return NULL;
}

static const char *
name_kind (const char *kind)
{
  static const Word kinds[] = {
    { "trial", N_("a trial") },
    { "review", N_("a review of studies") },
    { "guideline", N_("a guideline") },
    { "leaflet", N_("a leaflet for patients") },
    { "cohort", N_("a study that watched one group of people") },
    { "registry", N_("records of many patients") },
    { "page", N_("a web page") },
    { "book", N_("a book") },
    { NULL, NULL },
  };
  return find (kinds, kind);
}

static const char *
name_seen (const char *seen)
{
  static const Word ways[] = {
    { "full", N_("all of it") },
    { "part", N_("a part of it") },
    { "abstract", N_("its summary") },
    { "secondary", N_("what others wrote about it") },
    { NULL, NULL },
  };
  return find (ways, seen);
}

/* A line of markup. @pattern: with %s for @value; nothing without a value */
static void
append_line (GString *out, const char *pattern, const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  g_autoptr (GString) line = g_string_new (pattern);
  g_string_replace (line, "%s", value, 1);
  g_autofree char *escaped = g_markup_escape_text (line->str, -1);
  g_string_append_printf (out, "\n%s", escaped);
}

/* Where to read it; else the numbers it is known by. */
static void
append_place (GString *out, const PedicleSource *source)
{
  g_autofree char *address = pedicle_links_find (source);
  g_autofree char *identifiers = g_strjoinv (", ", source->identifiers);

  if (address == NULL)
    {
      append_line (out, "%s", identifiers);
      return;
    }
  g_autofree char *link = g_markup_printf_escaped ("\n<a href=\"%s\">%s</a>", address, address);
  g_string_append (out, link);
}

char *
pedicle_source_markup (const PedicleSource *source)
{
  g_autofree char *reference = pedicle_source_format (source);
  g_autofree char *escaped = g_markup_escape_text (reference, -1);
  GString *out = g_string_new (escaped);

  append_place (out, source);
  /* Translators: of a source; %s is such as "a trial". */
  append_line (out, _("What it is: %s"), name_kind (source->kind));
  /* Translators: %s is such as "its summary". */
  append_line (out, _("What was read: %s"), name_seen (source->seen));
  append_line (out, _("Paid by: %s"), source->paid_by != NULL ? source->paid_by : _("not said"));
  return g_string_free (out, FALSE);
}

static char *
format_date (const GDate *date)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (g_date_get_year (date), (int) g_date_get_month (date),
                                                   g_date_get_day (date), 0, 0, 0);
  return g_date_time_format (day, "%x");
}

static void
append_dates (GString *out, const PedicleAbout *about)
{
  g_autofree char *searched = format_date (about->searched), *review_by = format_date (about->review_by);

  append_line (out, _("Studies were looked for until: %s"), searched);
  append_line (out, _("To be looked at again by: %s"), review_by);
}

char *
pedicle_source_list_format (PedicleSession *session, GPtrArray *ids)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      const PedicleSource *source
          = pedicle_library_find_source (pedicle_session_get_library (session), g_ptr_array_index (ids, i));
      if (source == NULL)
        continue;
      g_autofree char *words = pedicle_source_markup (source);
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n\n" : "", words);
    }
  if (out->len > 0 && decision != NULL)
    {
      g_string_append_c (out, '\n');
      append_dates (out, &decision->about);
    }
  return g_string_free (out, FALSE);
}
