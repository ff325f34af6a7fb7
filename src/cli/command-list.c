/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include "config.h"
#include "console.h"
#include "fields.h"
#include "inline.h"
#include "json.h"

static const char *const type_names[] = {
  [PEDICLE_FIELD_TEXT] = "text",           [PEDICLE_FIELD_DATE] = "date",
  [PEDICLE_FIELD_DATE_TIME] = "date-time", [PEDICLE_FIELD_TIME] = "time",
  [PEDICLE_FIELD_PHONE] = "phone",         [PEDICLE_FIELD_CHOICE] = "choice",
  [PEDICLE_FIELD_PHRASE] = "phrase",       [PEDICLE_FIELD_SITES] = "sites",
  [PEDICLE_FIELD_NUMBER] = "number",
};

static const char *const who_names[] = {
  [PEDICLE_WHO_PATIENT] = "patient",
  [PEDICLE_WHO_CLINIC] = "clinic",
};

static void
add_field (GPtrArray *list, GHashTable *seen, PedicleField *field)
{
  if (g_hash_table_add (seen, field->id))
    g_ptr_array_add (list, field);
}

/* Every field once, those of decisions first. */
static GPtrArray *
collect_fields (const PedicleLibrary *library)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *decisions = pedicle_library_get_decisions (library);
  GPtrArray *handouts = pedicle_library_get_handouts (library);

  for (guint i = 0; i < decisions->len; i++)
    {
      const PedicleDecision *decision = g_ptr_array_index (decisions, i);

      for (guint j = 0; j < decision->fields->len; j++)
        add_field (list, seen, g_ptr_array_index (decision->fields, j));
    }
  for (guint i = 0; i < handouts->len; i++)
    {
      const PedicleHandout *handout = g_ptr_array_index (handouts, i);

      for (guint j = 0; j < handout->fields->len; j++)
        add_field (list, seen, g_ptr_array_index (handout->fields, j));
    }
  return list;
}

/** A table of words, one row a line, columns as wide as their widest word. */
static void
append_row (GPtrArray *rows, ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  va_list cells;
  const char *cell;

  va_start (cells, rows);
  while ((cell = va_arg (cells, const char *)) != NULL)
    g_strv_builder_add (builder, cell);
  va_end (cells);
  g_ptr_array_add (rows, g_strv_builder_end (builder));
}

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

static glong
measure_column (const GPtrArray *rows, guint column)
{
  glong width = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      width = MAX (width, g_utf8_strlen (row[column], -1));
    }
  return width;
}

static void
append_table (GString *text, const char *title, const GPtrArray *rows)
{
  g_string_append_printf (text, "%s%s\n", text->len > 0 ? "\n" : "", title);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      for (guint j = 0; row[j] != NULL; j++)
        {
          glong space =
              row[j + 1] != NULL ? measure_column (rows, j) - g_utf8_strlen (row[j], -1) : 0;

          g_string_append_printf (text, "  %s%*s", row[j], (int) space, "");
        }
      g_string_append_c (text, '\n');
    }
}

static void
append_procedures (GString *text, const PedicleLibrary *library)
{
  g_autoptr (GPtrArray) procedures = pedicle_command_procedures (library, NULL);
  g_autoptr (GPtrArray) rows = new_rows ();

  for (guint i = 0; i < procedures->len; i++)
    {
      const PedicleProcedure *procedure = g_ptr_array_index (procedures, i);
      g_autofree char *title = pedicle_inline_to_plain (procedure->title->markup);

      append_row (rows, procedure->id, title, NULL);
    }
  append_table (text, "Procedures", rows);
}

static void
append_topics (GString *text, const PedicleLibrary *library)
{
  GPtrArray *decisions = pedicle_library_get_decisions (library);
  g_autoptr (GPtrArray) rows = new_rows ();

  for (guint i = 0; i < decisions->len; i++)
    {
      const PedicleDecision *decision = g_ptr_array_index (decisions, i);

      for (guint j = 0; j < decision->topics->len; j++)
        {
          const PedicleTopic *topic = g_ptr_array_index (decision->topics, j);
          g_autofree char *question = pedicle_inline_to_plain (topic->question->markup);

          append_row (rows, topic->id, question, NULL);
        }
    }
  append_table (text, "Topics", rows);
}

static void
append_handouts (GString *text, const PedicleLibrary *library)
{
  GPtrArray *handouts = pedicle_library_get_handouts (library);
  g_autoptr (GPtrArray) rows = new_rows ();

  for (guint i = 0; i < handouts->len; i++)
    {
      const PedicleHandout *handout = g_ptr_array_index (handouts, i);
      g_autofree char *name = pedicle_inline_to_plain (handout->menu->markup);

      append_row (rows, handout->id, name,
                  handout->for_decision ? "for all procedures" : "for one procedure", NULL);
    }
  append_table (text, "Handouts", rows);
}

static void
append_languages (GString *text, const PedicleTranslations *translations)
{
  const char *const *languages = pedicle_translations_get_languages (translations);
  g_autoptr (GPtrArray) rows = new_rows ();

  for (guint i = 0; languages[i] != NULL; i++)
    append_row (rows, languages[i], pedicle_language_name (languages[i]), NULL);
  append_table (text, "Languages", rows);
}

static void
append_fields (GString *text, const GPtrArray *fields)
{
  g_autoptr (GPtrArray) rows = new_rows ();

  for (guint i = 0; i < fields->len; i++)
    {
      const PedicleField *field = g_ptr_array_index (fields, i);
      g_autofree char *label = pedicle_inline_to_plain (field->label->markup);

      append_row (rows, field->id, type_names[field->type], who_names[field->who], label, NULL);
    }
  append_table (text, "Fields", rows);
}

static char *
make_text (const PedicleLibrary *library,
           const PedicleTranslations *translations,
           const GPtrArray *fields)
{
  GString *text = g_string_new (NULL);

  append_procedures (text, library);
  append_topics (text, library);
  append_handouts (text, library);
  append_languages (text, translations);
  append_fields (text, fields);
  return g_string_free (text, FALSE);
}

static void
write_plain (PedicleJson *json, const char *name, const PedicleText *words)
{
  g_autofree char *plain = pedicle_inline_to_plain (words->markup);

  pedicle_json_string (json, name, plain);
}

static void
write_procedures (PedicleJson *json, const PedicleLibrary *library)
{
  g_autoptr (GPtrArray) procedures = pedicle_command_procedures (library, NULL);

  pedicle_json_open (json, "procedures", '[');
  for (guint i = 0; i < procedures->len; i++)
    {
      const PedicleProcedure *procedure = g_ptr_array_index (procedures, i);

      pedicle_json_open (json, NULL, '{');
      pedicle_json_string (json, "id", procedure->id);
      write_plain (json, "title", procedure->title);
      write_plain (json, "summary", procedure->summary);
      pedicle_json_close (json, '}');
    }
  pedicle_json_close (json, ']');
}

static void
write_topics (PedicleJson *json, const PedicleLibrary *library)
{
  GPtrArray *decisions = pedicle_library_get_decisions (library);

  pedicle_json_open (json, "topics", '[');
  for (guint i = 0; i < decisions->len; i++)
    {
      const PedicleDecision *decision = g_ptr_array_index (decisions, i);

      for (guint j = 0; j < decision->topics->len; j++)
        {
          const PedicleTopic *topic = g_ptr_array_index (decision->topics, j);

          pedicle_json_open (json, NULL, '{');
          pedicle_json_string (json, "id", topic->id);
          pedicle_json_string (json, "decision", decision->id);
          write_plain (json, "question", topic->question);
          pedicle_json_boolean (json, "shared", topic->shared != NULL);
          pedicle_json_close (json, '}');
        }
    }
  pedicle_json_close (json, ']');
}

static void
write_handout (PedicleJson *json, const PedicleLibrary *library, const PedicleHandout *handout)
{
  g_autoptr (GPtrArray) procedures = pedicle_command_procedures (library, handout);

  pedicle_json_open (json, NULL, '{');
  pedicle_json_string (json, "id", handout->id);
  write_plain (json, "name", handout->menu);
  pedicle_json_boolean (json, "landscape", handout->landscape);
  pedicle_json_open (json, "procedures", '[');
  for (guint i = 0; !handout->for_decision && i < procedures->len; i++)
    pedicle_json_string (json, NULL,
                         ((const PedicleProcedure *) g_ptr_array_index (procedures, i))->id);
  pedicle_json_close (json, ']');
  pedicle_json_open (json, "fields", '[');
  for (guint i = 0; i < handout->fields->len; i++)
    pedicle_json_string (json, NULL,
                         ((const PedicleField *) g_ptr_array_index (handout->fields, i))->id);
  pedicle_json_close (json, ']');
  pedicle_json_close (json, '}');
}

static void
write_languages (PedicleJson *json, const PedicleTranslations *translations)
{
  const char *const *languages = pedicle_translations_get_languages (translations);

  pedicle_json_open (json, "languages", '[');
  for (guint i = 0; languages[i] != NULL; i++)
    {
      pedicle_json_open (json, NULL, '{');
      pedicle_json_string (json, "id", languages[i]);
      pedicle_json_string (json, "name", pedicle_language_name (languages[i]));
      pedicle_json_close (json, '}');
    }
  pedicle_json_close (json, ']');
}

static void
write_field (PedicleJson *json, const PedicleField *field)
{
  pedicle_json_open (json, NULL, '{');
  pedicle_json_string (json, "id", field->id);
  pedicle_json_string (json, "type", type_names[field->type]);
  pedicle_json_string (json, "who", who_names[field->who]);
  pedicle_json_boolean (json, "required", field->required);
  write_plain (json, "label", field->label);
  pedicle_json_open (json, "choices", '[');
  for (guint i = 0; field->choices != NULL && i < field->choices->len; i++)
    {
      const PedicleText *choice = g_ptr_array_index (field->choices, i);

      pedicle_json_open (json, NULL, '{');
      pedicle_json_string (json, "id", pedicle_field_get_choice_id (field, i));
      write_plain (json, "label", choice);
      pedicle_json_close (json, '}');
    }
  pedicle_json_close (json, ']');
  pedicle_json_close (json, '}');
}

static char *
make_json (const PedicleLibrary *library,
           const PedicleTranslations *translations,
           const GPtrArray *fields)
{
  GPtrArray *handouts = pedicle_library_get_handouts (library);
  PedicleJson json;

  pedicle_json_init (&json);
  pedicle_json_open (&json, NULL, '{');
  pedicle_json_string (&json, "version", PEDICLE_VERSION);
  pedicle_json_string (&json, "digest", pedicle_library_digest (library));
  write_procedures (&json, library);
  write_topics (&json, library);
  pedicle_json_open (&json, "handouts", '[');
  for (guint i = 0; i < handouts->len; i++)
    write_handout (&json, library, g_ptr_array_index (handouts, i));
  pedicle_json_close (&json, ']');
  write_languages (&json, translations);
  pedicle_json_open (&json, "fields", '[');
  for (guint i = 0; i < fields->len; i++)
    write_field (&json, g_ptr_array_index (fields, i));
  pedicle_json_close (&json, ']');
  pedicle_json_close (&json, '}');
  return pedicle_json_finish (&json);
}

PedicleExit
pedicle_command_list (const PedicleCommand *command, PedicleSettings *settings, char **argv)
{
  g_auto (GStrv) arguments = g_strdupv (argv);
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "Write JSON, for programs", NULL },
    G_OPTION_ENTRY_NULL,
  };
  PedicleExit exit = PEDICLE_EXIT_USAGE;
  g_autoptr (PedicleLibrary) library = NULL;
  g_autoptr (PedicleTranslations) translations = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  g_autofree char *text = NULL;

  if (!pedicle_command_parse (command, settings, entries, &arguments, &exit))
    return exit;
  if (arguments[1] != NULL)
    {
      pedicle_console_fail ("“list” takes options only.");
      return PEDICLE_EXIT_USAGE;
    }
  library = pedicle_command_load (settings);
  if (library == NULL)
    return PEDICLE_EXIT_FINDINGS;
  translations = pedicle_settings_translations (library);
  fields = collect_fields (library);
  text = as_json ? make_json (library, translations, fields)
                 : make_text (library, translations, fields);
  return pedicle_console_put (text) ? PEDICLE_EXIT_DONE : PEDICLE_EXIT_FINDINGS;
}
