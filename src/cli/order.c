/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "order.h"

#include <string.h>

#include "console.h"
#include "fields.h"

void
pedicle_order_clear (PedicleOrder *order)
{
  char **owned[] = { &order->handout, &order->procedure, &order->language,
                     &order->size,    &order->paper,     &order->fields };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_clear_pointer (owned[i], g_free);
  g_clear_pointer (&order->words, g_strfreev);
  g_clear_pointer (&order->visit, pedicle_visit_unref);
  g_clear_pointer (&order->translations, pedicle_translations_free);
  g_clear_pointer (&order->library, pedicle_library_unref);
}

/* Returns: (transfer full): the options of all such commands and OWN. */
static GArray *
join_entries (PedicleOrder *order, const GOptionEntry *own)
{
  /* All as file names, which stay as they are: GLib would turn strings from the locale to UTF-8, and
   * without a locale it refuses every letter that is not English. */
  const GOptionEntry shared[] = {
    { "handout", 0, 0, G_OPTION_ARG_FILENAME, &order->handout, "Which handout", "ID" },
    { "procedure", 0, 0, G_OPTION_ARG_FILENAME, &order->procedure, "For which procedure", "ID" },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &order->language,
      "Language of the paper; English if not given", "TAG" },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &order->size,
      "normal, large, very-large, or 14 to 36 points", "SIZE" },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &order->paper, "a4 or letter", "PAPER" },
    { "field", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &order->words,
      "A value of the clinic, never of the patient", "NAME=VALUE" },
    { "fields", 0, 0, G_OPTION_ARG_FILENAME, &order->fields,
      "Values from a file, or from standard input (-)", "FILE" },
    { "final", 0, 0, G_OPTION_ARG_NONE, &order->final,
      "Refuse when a field that must be filled in is empty", NULL },
    { "archive", 0, 0, G_OPTION_ARG_NONE, &order->archive,
      "Make PDF/A-2a, to be read for decades", NULL },
  };
  GArray *entries = g_array_new (TRUE, FALSE, sizeof (GOptionEntry));

  g_array_append_vals (entries, shared, G_N_ELEMENTS (shared));
  for (; own->long_name != NULL; own++)
    g_array_append_vals (entries, own, 1);
  return entries;
}

gboolean
pedicle_order_parse (PedicleOrder *order,
                     const PedicleCommand *command,
                     PedicleSettings *settings,
                     const GOptionEntry *own,
                     char **argv,
                     PedicleExit *exit)
{
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autoptr (GArray) entries = join_entries (order, own);

  if (!pedicle_command_parse (command, settings, (const GOptionEntry *) (void *) entries->data,
                              &arguments, exit))
    return FALSE;
  if (arguments[1] == NULL)
    return TRUE;
  pedicle_console_fail ("“%s” takes options only; a word stands where none is expected.",
                        command->name);
  *exit = PEDICLE_EXIT_USAGE;
  return FALSE;
}

const char *
pedicle_order_judge (PedicleOrder *order)
{
  if (order->handout == NULL)
    return "Which handout? Give --handout; “pedicle-cli list” shows the handouts.";
  if (!pedicle_size_parse (order->size != NULL ? order->size : "normal", &order->request.size))
    return "--size wants normal, large, very-large, or a number of points from 14 to 36.";
  if (!pedicle_paper_parse (order->paper != NULL ? order->paper : "a4", &order->request.paper))
    return "--paper wants a4 or letter.";
  return NULL;
}

char *
pedicle_order_join_procedures (const PedicleOrder *order)
{
  g_autoptr (GPtrArray) procedures =
      pedicle_command_procedures (order->library, order->request.handout);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < procedures->len; i++)
    g_ptr_array_add (ids, ((const PedicleProcedure *) g_ptr_array_index (procedures, i))->id);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (", ", (char **) ids->pdata);
}

gboolean
pedicle_order_has_procedure (const PedicleOrder *order, const char *id)
{
  return pedicle_library_find_procedure (order->library, id) != NULL &&
         pedicle_handout_is_for (order->request.handout, id);
}

static PedicleExit
find_handout (PedicleOrder *order)
{
  order->request.handout = pedicle_library_find_handout (order->library, order->handout);
  if (order->request.handout != NULL)
    return PEDICLE_EXIT_DONE;
  pedicle_console_fail ("There is no handout “%s”. “pedicle-cli list” shows the handouts.",
                        order->handout);
  return PEDICLE_EXIT_FINDINGS;
}

static PedicleExit
find_procedure (PedicleOrder *order, gboolean each)
{
  const PedicleHandout *handout = order->request.handout;
  g_autofree char *ids = pedicle_order_join_procedures (order);

  order->request.option = order->procedure;
  if (handout->for_decision && order->procedure != NULL)
    {
      pedicle_console_fail ("The handout “%s” shows all procedures; leave --procedure out.",
                            handout->id);
      return PEDICLE_EXIT_USAGE;
    }
  if (!handout->for_decision && order->procedure == NULL && !each)
    {
      pedicle_console_fail ("The handout “%s” is for one procedure: give --procedure, one of: %s.",
                            handout->id, ids);
      return PEDICLE_EXIT_USAGE;
    }
  if (order->procedure == NULL || pedicle_order_has_procedure (order, order->procedure))
    return PEDICLE_EXIT_DONE;
  pedicle_console_fail ("The handout “%s” is not for a procedure “%s”; it is for: %s.", handout->id,
                        order->procedure, ids);
  return PEDICLE_EXIT_FINDINGS;
}

static PedicleExit
read_fields (PedicleOrder *order)
{
  const PedicleHandout *handout = order->request.handout;
  const char *const *words = (const char *const *) order->words;
  g_autoptr (GError) error = NULL;

  if (pedicle_fields_add_words (order->library, handout, words, order->visit, &error) &&
      (order->fields == NULL ||
       pedicle_fields_add_file (order->library, handout, order->fields, order->visit, &error)))
    return PEDICLE_EXIT_DONE;
  pedicle_console_fail ("%s", error->message);
  return g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED) ? PEDICLE_EXIT_USAGE
                                                                        : PEDICLE_EXIT_FINDINGS;
}

PedicleExit
pedicle_order_fill (PedicleOrder *order,
                    const PedicleSettings *settings,
                    gboolean each,
                    gboolean alone)
{
  g_autoptr (GError) error = NULL;
  PedicleExit exit;

  if (!pedicle_settings_today (settings, &order->today, &error))
    {
      pedicle_console_fail ("%s", error->message);
      return PEDICLE_EXIT_USAGE;
    }
  order->library =
      alone ? pedicle_command_load_to_print (settings) : pedicle_command_load (settings);
  if (order->library == NULL)
    return PEDICLE_EXIT_FINDINGS;
  order->translations = pedicle_settings_translations (order->library);
  order->visit = pedicle_visit_new ();
  order->request.library = order->library;
  order->request.visit = order->visit;
  order->request.today = &order->today;
  order->request.final = order->final;
  order->request.archive = order->archive;
  exit = find_handout (order);
  if (exit == PEDICLE_EXIT_DONE)
    exit = find_procedure (order, each);
  return exit == PEDICLE_EXIT_DONE ? read_fields (order) : exit;
}

PedicleCatalogue *
pedicle_order_catalogue (PedicleOrder *order, const char *language, GError **error)
{
  return pedicle_translations_get (order->translations, language != NULL ? language : "en", error);
}

static void
add_word (GChecksum *sum, const char *word)
{
  /* With its zero, so that words do not run into each other. */
  g_checksum_update (sum, (const guchar *) (word != NULL ? word : ""),
                     word != NULL ? (gssize) strlen (word) + 1 : 1);
}

static void
add_values (GChecksum *sum, const GPtrArray *fields, const PedicleVisit *visit)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const PedicleField *field = g_ptr_array_index (fields, i);

      add_word (sum, field->id);
      add_word (sum, pedicle_visit_get_value (visit, field->id));
    }
}

char *
pedicle_order_sum (const PedicleOrder *order, const char *list)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const GPtrArray *handouts = pedicle_library_get_handouts (order->library);
  const GPtrArray *decisions = pedicle_library_get_decisions (order->library);
  g_autofree char *numbers = g_strdup_printf (
      "%.3f %d %d %d %u", order->request.size, (int) order->request.paper, order->final,
      order->archive, g_date_get_julian (&order->today));
  const char *words[] = { list,
                          pedicle_library_digest (order->library),
                          order->handout,
                          order->procedure,
                          order->language,
                          numbers };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    add_word (sum, words[i]);
  for (guint i = 0; i < decisions->len; i++)
    add_values (sum, ((const PedicleDecision *) decisions->pdata[i])->fields, order->visit);
  for (guint i = 0; i < handouts->len; i++)
    add_values (sum, ((const PedicleHandout *) handouts->pdata[i])->fields, order->visit);
  return g_strdup (g_checksum_get_string (sum));
}
