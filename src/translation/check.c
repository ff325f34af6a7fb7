/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"

#include <string.h>

#include "catalogue-private.h"
#include "check-private.h"
#include "inline.h"
#include "review.h"

#define REVIEW "review"
#define MAX_MESSAGE 400 /* characters */

/* ---- findings ---- */

static void
finding_free (gpointer data)
{
  PedicleFinding *finding = data;

  g_free (finding->file);
  g_free (finding->context);
  g_free (finding->message);
  g_free (finding);
}

char *
pedicle_finding_format (const PedicleFinding *finding)
{
  const char *severity = finding->severity == PEDICLE_SEVERITY_ERROR ? "error" : "warning";

  return g_strdup_printf ("%s:%d: %s: [%s] %s", finding->file, finding->line, severity,
                          finding->check, finding->message);
}

/* Whether the translator's comments hold a line "qa-ok: NAME other ...". */
static gboolean
is_silenced (const PedicleMessage *message, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (message->comments, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *list = strstr (lines[i], "qa-ok:");
      g_auto (GStrv) words =
          list != NULL ? g_strsplit_set (list + strlen ("qa-ok:"), " ,\t", -1) : NULL;

      if (words != NULL && g_strv_contains ((const char *const *) words, name))
        return TRUE;
    }
  return FALSE;
}

/* Takes MESSAGE. */
static void
add_finding (GPtrArray *findings,
             PedicleSeverity severity,
             const char *check,
             const char *file,
             int line,
             const char *context,
             char *message)
{
  PedicleFinding *finding = g_new0 (PedicleFinding, 1);

  finding->severity = severity;
  finding->check = check;
  finding->file = g_strdup (file);
  finding->line = line;
  finding->context = g_strdup (context);
  finding->message = message;
  g_ptr_array_add (findings, finding);
}

/* A file may hold a number of a million digits, a window cannot show it. Takes MESSAGE. */
static char *
shorten (char *message)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (message, -1) <= MAX_MESSAGE)
    return message;
  start = g_utf8_substring (message, 0, MAX_MESSAGE);
  g_free (message);
  return g_strconcat (start, "…", NULL);
}

void
pedicle_check_report (PedicleCheck *check, PedicleSeverity severity, const char *format, ...)
{
  va_list arguments;

  if (is_silenced (check->message, check->name))
    return;

  va_start (arguments, format);
  add_finding (check->findings, severity, check->name, check->file, check->message->line,
               check->message->context, shorten (g_strdup_vprintf (format, arguments)));
  va_end (arguments);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

char *
pedicle_check_missing (GPtrArray *wanted, GPtrArray *given)
{
  GString *missing = g_string_new (NULL);

  g_ptr_array_sort (wanted, compare_strings);
  g_ptr_array_sort (given, compare_strings);
  for (guint w = 0, g = 0; w < wanted->len;)
    {
      int order = g < given->len ? strcmp (wanted->pdata[w], given->pdata[g]) : -1;

      if (order < 0)
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "",
                                (char *) wanted->pdata[w]);
      w += order <= 0;
      g += order >= 0;
    }
  return g_string_free (missing, missing->len == 0);
}

/* ---- the shape of a text ---- */

static void
check_changed (PedicleCheck *check)
{
  const PedicleMessage *message = check->message;
  const PedicleText *text = check->current != NULL && message->context != NULL
                                ? g_hash_table_lookup (check->current, message->context)
                                : NULL;

  if (text != NULL && strcmp (text->markup, message->id) != 0)
    pedicle_check_report (
        check, PEDICLE_SEVERITY_WARNING,
        "the English text has changed since; merge the new template into this file");
}

static GPtrArray *
find_placeholders (const char *markup)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = markup; (p = strchr (p, '{')) != NULL;)
    {
      gsize length = 1 + strcspn (p + 1, "{}");

      if (p[length] == '}')
        g_ptr_array_add (found, g_strndup (p, length + 1));
      p += length;
    }
  return found;
}

static void
check_placeholder (PedicleCheck *check)
{
  g_autoptr (GPtrArray) source = find_placeholders (check->message->id);
  g_autoptr (GPtrArray) target = find_placeholders (check->message->str);
  g_autofree char *missing = pedicle_check_missing (source, target);
  g_autofree char *strange = pedicle_check_missing (target, source);

  if (missing != NULL)
    pedicle_check_report (check, PEDICLE_SEVERITY_ERROR,
                          "%s of the English is missing; write it where the value goes", missing);
  if (strange != NULL)
    pedicle_check_report (check, PEDICLE_SEVERITY_ERROR, "%s is not in the English; take it out",
                          strange);
}

static void
check_markup (PedicleCheck *check)
{
  const PedicleMessage *message = check->message;
  g_autoptr (GPtrArray) source = pedicle_inline_parse (message->id, NULL);
  g_autoptr (GPtrArray) target = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *why = NULL;

  if (source == NULL) /* not one of our texts */
    return;
  target = pedicle_inline_parse (message->str, &error);
  if (target == NULL)
    pedicle_check_report (check, PEDICLE_SEVERITY_ERROR, "%s", error->message);
  else if (!pedicle_inline_same_shape (message->id, message->str, &why))
    {
      g_autoptr (GPtrArray) before = find_placeholders (message->id);
      g_autoptr (GPtrArray) after = find_placeholders (message->str);
      g_autofree char *missing = pedicle_check_missing (before, after);
      g_autofree char *strange = pedicle_check_missing (after, before);

      if (missing == NULL && strange == NULL) /* else the placeholders' own check has said it */
        pedicle_check_report (check, PEDICLE_SEVERITY_ERROR, "%s", why);
    }
}

/* ---- the loop ---- */

typedef enum
{
  ON_FINISHED = 1 << 0,
  ON_FUZZY = 1 << 1,
  ON_EMPTY = 1 << 2,
} CheckStates;

static const struct
{
  const char *name;
  void (*run) (PedicleCheck *check);
  CheckStates states;
} CHECKS[] = {
  { "changed", check_changed, ON_FINISHED | ON_FUZZY | ON_EMPTY },
  { "markup", check_markup, ON_FINISHED },
  { "placeholder", check_placeholder, ON_FINISHED },
  { "number", pedicle_check_number, ON_FINISHED },
  { "decimal-mark", pedicle_check_decimal_mark, ON_FINISHED },
  { "fuzzy-number", pedicle_check_fuzzy_number, ON_FUZZY },
  { "unit", pedicle_check_unit, ON_FINISHED },
  { "negation", pedicle_check_negation, ON_FINISHED },
  { "same", pedicle_check_same, ON_FINISHED },
  { "length", pedicle_check_length, ON_FINISHED },
  { "too-long", pedicle_check_too_long, ON_FINISHED },
  { "space", pedicle_check_space, ON_FINISHED },
  { "punctuation", pedicle_check_punctuation, ON_FINISHED },
  { "control", pedicle_check_control, ON_FINISHED },
  { "bidi", pedicle_check_bidi, ON_FINISHED },
};

const char *const *
pedicle_check_names (void)
{
  static const char *names[G_N_ELEMENTS (CHECKS) + 2];

  for (guint i = 0; i < G_N_ELEMENTS (CHECKS); i++)
    names[i] = CHECKS[i].name;
  names[G_N_ELEMENTS (CHECKS)] = REVIEW; /* of the whole file, not of one entry */
  return names;
}

/* The words alone: numbers in attributes and names of fields are no words. A value stands as one
 * character. */
static char *
words_of (const char *markup)
{
  g_autoptr (GPtrArray) runs = pedicle_inline_parse (markup, NULL);
  GString *words = g_string_new (runs == NULL ? markup : "");

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const PedicleRun *run = runs->pdata[i];

      g_string_append (words, run->text != NULL ? run->text : "\357\277\274");
    }
  return g_string_free (words, FALSE);
}

static void
check_message (PedicleCheck *check)
{
  const PedicleMessage *message = check->message;
  g_autofree char *source = words_of (message->id), *target = words_of (message->str);
  CheckStates state = *message->str == '\0' ? ON_EMPTY : message->fuzzy ? ON_FUZZY : ON_FINISHED;

  check->source = source;
  check->target = target;
  for (guint i = 0; i < G_N_ELEMENTS (CHECKS); i++)
    if (CHECKS[i].states & state)
      {
        check->name = CHECKS[i].name;
        CHECKS[i].run (check);
      }
}

/* How the language writes numbers: the catalogue's own phrase goes before what is usual. */
static void
set_marks (PedicleCheck *check, GPtrArray *messages)
{
  check->decimal = check->language->decimal;
  for (guint i = 0; i < messages->len; i++)
    {
      const PedicleMessage *message = messages->pdata[i];

      if (message->context != NULL && *message->str != '\0' &&
          g_str_has_suffix (message->context, "/" PEDICLE_PHRASE_DECIMAL))
        check->decimal = g_utf8_get_char (message->str);
    }
  check->group = check->language->group != check->decimal ? check->language->group
                 : check->decimal == ','                  ? '.'
                                                          : ',';
}

static GHashTable *
index_texts (const PedicleLibrary *library)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *texts = pedicle_library_get_texts (library);

  for (guint i = 0; i < texts->len; i++)
    g_hash_table_insert (index, (char *) ((PedicleText *) texts->pdata[i])->context,
                         texts->pdata[i]);
  return index;
}

/* A record that does not fit its texts; the finding names the digest that would. */
static void
check_reviews (const PedicleCatalogue *catalogue,
               const PedicleLibrary *library,
               GPtrArray *findings)
{
  g_autoptr (GPtrArray) reviews = pedicle_catalogue_get_reviews (catalogue, library);

  for (guint i = 0; i < reviews->len; i++)
    {
      const PedicleReview *review = reviews->pdata[i];

      if (review->state != PEDICLE_REVIEW_CHANGED)
        continue;
      add_finding (
          findings, PEDICLE_SEVERITY_WARNING, REVIEW, pedicle_catalogue_get_path (catalogue), 1,
          NULL,
          review->digest != NULL
              ? g_strdup_printf (
                    "the texts of %s are not those that %s reviewed; their digest is now %s",
                    review->file, review->name, review->digest)
              : g_strdup_printf (
                    "%s cannot count as reviewed: a text is missing, broken or needs work",
                    review->file));
    }
}

GPtrArray *
pedicle_catalogue_check (const PedicleCatalogue *catalogue, const PedicleLibrary *library)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (finding_free);
  g_autoptr (GHashTable) current = library != NULL ? index_texts (library) : NULL;

  if (library != NULL && !pedicle_catalogue_is_english (catalogue))
    check_reviews (catalogue, library, findings);
  for (; catalogue != NULL && !pedicle_catalogue_is_english (catalogue);
       catalogue = pedicle_catalogue_get_next (catalogue))
    {
      GPtrArray *messages = pedicle_catalogue_get_messages (catalogue);
      PedicleCheck check = { .file = pedicle_catalogue_get_path (catalogue),
                             .language =
                                 pedicle_language_find (pedicle_catalogue_get_language (catalogue)),
                             .current = current,
                             .findings = findings };

      set_marks (&check, messages);
      for (guint i = 0; i < messages->len; i++)
        {
          check.message = messages->pdata[i];
          check_message (&check);
        }
    }
  return findings;
}
