/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session.h"

#include "config.h"
#include "memory.h"

struct _PedicleSession
{
  GObject parent_instance;

  char *content; /* (nullable) */
  PedicleLibrary *library;
  PedicleProblems *problems;
  PedicleTranslations *translations;
  PedicleCatalogue *interface;
  PedicleCatalogue *spoken;
  PediclePen *pen;
  PedicleTalk *talk;
  PedicleVisit *visit;
  PedicleVisit *previous; /* (nullable): for undo */
};

G_DEFINE_FINAL_TYPE (PedicleSession, pedicle_session, G_TYPE_OBJECT)

enum
{
  LIBRARY_CHANGED,
  VISIT_CHANGED,
  LANGUAGE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_visit (PedicleSession *self, const char *detail)
{
  g_signal_emit (self, signals[VISIT_CHANGED], g_quark_from_string (detail));
}

/* The first of the interface's languages that the content has; English is always there. */
static PedicleCatalogue *
find_interface (PedicleTranslations *translations)
{
  for (const char *const *name = g_get_language_names (); *name != NULL; name++)
    {
      if (strchr (*name, '.') != NULL || strchr (*name, '@') != NULL)
        continue;
      if (g_str_has_prefix (*name, "en") || g_str_equal (*name, "C"))
        break;
      PedicleCatalogue *catalogue = pedicle_translations_get (translations, *name, NULL);
      if (catalogue != NULL)
        return catalogue;
    }
  return pedicle_catalogue_new_english ();
}

/* At the topic where it stands, if there still is one, or anew. */
static void
settle_talk (PedicleSession *self, gboolean anew)
{
  const PedicleDecision *decision = pedicle_session_get_decision (self);
  const char *topic = pedicle_talk_get_topic (self->talk);
  const PedicleTopic *first
      = decision != NULL && decision->topics->len > 0 ? g_ptr_array_index (decision->topics, 0) : NULL;

  if (anew || topic == NULL || decision == NULL || pedicle_decision_find_topic (decision, topic) == NULL)
    pedicle_talk_begin (self->talk, first != NULL ? first->id : NULL);
  else
    pedicle_talk_rewind (self->talk);
}

static void
start_visit (PedicleSession *self)
{
  g_clear_pointer (&self->visit, pedicle_visit_unref);
  self->visit = pedicle_visit_new ();
  pedicle_visit_set_language (self->visit, pedicle_catalogue_get_language (self->interface));
  g_clear_pointer (&self->spoken, pedicle_catalogue_unref);
  self->spoken = pedicle_catalogue_ref (self->interface);
}

static void
read_content (PedicleSession *self)
{
  g_auto (GStrv) folders = pedicle_library_folders (self->content, PEDICLE_CONTENT);

  g_clear_pointer (&self->problems, pedicle_problems_free);
  g_clear_pointer (&self->library, pedicle_library_unref);
  self->problems = pedicle_problems_new ();
  self->library = pedicle_library_load ((const char *const *) folders, NULL, self->problems);

  g_auto (GStrv) languages = pedicle_translations_folders (self->library, PEDICLE_TRANSLATIONS);
  g_clear_pointer (&self->translations, pedicle_translations_free);
  g_clear_pointer (&self->interface, pedicle_catalogue_unref);
  self->translations = pedicle_translations_new ((const char *const *) languages);
  self->interface = find_interface (self->translations);
}

/* The catalogue of the visit's language again; English when it has gone. */
static void
refresh_spoken (PedicleSession *self)
{
  PedicleCatalogue *catalogue
      = pedicle_translations_get (self->translations, pedicle_visit_get_language (self->visit), NULL);

  if (catalogue == NULL)
    catalogue = pedicle_catalogue_new_english ();
  g_clear_pointer (&self->spoken, pedicle_catalogue_unref);
  self->spoken = catalogue;
  g_signal_emit (self, signals[LANGUAGE_CHANGED], 0);
}

void
pedicle_session_load (PedicleSession *self)
{
  g_return_if_fail (PEDICLE_IS_SESSION (self));

  read_content (self);
  settle_talk (self, FALSE);
  g_signal_emit (self, signals[LIBRARY_CHANGED], 0);
  refresh_spoken (self);
}

static void
pedicle_session_finalize (GObject *object)
{
  PedicleSession *self = PEDICLE_SESSION (object);

  g_clear_pointer (&self->previous, pedicle_visit_unref);
  g_clear_pointer (&self->visit, pedicle_visit_unref);
  g_clear_object (&self->pen);
  g_clear_object (&self->talk);
  g_clear_pointer (&self->spoken, pedicle_catalogue_unref);
  g_clear_pointer (&self->interface, pedicle_catalogue_unref);
  g_clear_pointer (&self->translations, pedicle_translations_free);
  g_clear_pointer (&self->library, pedicle_library_unref);
  g_clear_pointer (&self->problems, pedicle_problems_free);
  g_clear_pointer (&self->content, g_free);
  G_OBJECT_CLASS (pedicle_session_parent_class)->finalize (object);
}

static void
pedicle_session_class_init (PedicleSessionClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pedicle_session_finalize;
  signals[LIBRARY_CHANGED]
      = g_signal_new ("library-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[VISIT_CHANGED] = g_signal_new ("visit-changed", type, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  signals[LANGUAGE_CHANGED]
      = g_signal_new ("language-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pedicle_session_init (PedicleSession *self)
{
  self->pen = pedicle_pen_new ();
  self->talk = pedicle_talk_new ();
}

PedicleSession *
pedicle_session_new (const char *content)
{
  PedicleSession *self = g_object_new (PEDICLE_TYPE_SESSION, NULL);

  self->content = g_strdup (content);
  read_content (self);
  start_visit (self);
  settle_talk (self, TRUE);
  return self;
}

const PedicleLibrary *
pedicle_session_get_library (PedicleSession *self)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), NULL);
  return self->library;
}

const PedicleProblems *
pedicle_session_get_problems (PedicleSession *self)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), NULL);
  return self->problems;
}

const PedicleDecision *
pedicle_session_get_decision (PedicleSession *self)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), NULL);

  GPtrArray *decisions = pedicle_library_get_decisions (self->library);
  return decisions->len > 0 ? g_ptr_array_index (decisions, 0) : NULL;
}

GPtrArray *
pedicle_session_get_options (PedicleSession *self)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), NULL);

  GPtrArray *options = g_ptr_array_new ();
  const PedicleDecision *decision = pedicle_session_get_decision (self);
  for (char **id = decision != NULL ? decision->options : NULL; id != NULL && *id != NULL; id++)
    {
      const PedicleProcedure *procedure = pedicle_library_find_procedure (self->library, *id);
      if (procedure != NULL)
        g_ptr_array_add (options, (gpointer) procedure);
    }
  return options;
}

GPtrArray *
pedicle_session_get_shown (PedicleSession *self)
{
  GPtrArray *options = pedicle_session_get_options (self);

  for (guint i = options != NULL ? options->len : 0; i-- > 0;)
    if (pedicle_visit_is_hidden (self->visit, ((const PedicleProcedure *) g_ptr_array_index (options, i))->id))
      g_ptr_array_remove_index (options, i);
  if (options == NULL || options->len > 0)
    return options;
  /* The content was read again, and what was shown has gone. */
  g_ptr_array_unref (options);
  return pedicle_session_get_options (self);
}

PedicleTranslations *
pedicle_session_get_translations (PedicleSession *self)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), NULL);
  return self->translations;
}

const PedicleCatalogue *
pedicle_session_get_interface (PedicleSession *self)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), NULL);
  return self->interface;
}

const PedicleCatalogue *
pedicle_session_get_spoken (PedicleSession *self)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), NULL);
  return self->spoken;
}

void
pedicle_session_use_catalogue (PedicleSession *self, PedicleCatalogue *catalogue)
{
  g_return_if_fail (PEDICLE_IS_SESSION (self));

  pedicle_translations_put (self->translations, catalogue);
  refresh_spoken (self);
}

const PedicleVisit *
pedicle_session_get_visit (PedicleSession *self)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), NULL);
  return self->visit;
}

void
pedicle_session_set_value (PedicleSession *self, const char *field, const char *value)
{
  g_return_if_fail (PEDICLE_IS_SESSION (self));

  const char *old = pedicle_visit_get_value (self->visit, field);
  if (g_strcmp0 (old != NULL ? old : "", value != NULL ? value : "") == 0)
    return;
  pedicle_visit_set_value (self->visit, field, value);
  emit_visit (self, "value");
}

gboolean
pedicle_session_has_site (PedicleSession *self, const char *field, const char *site)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), FALSE);

  const char *value = pedicle_visit_get_value (self->visit, field);
  g_auto (GStrv) sites = g_strsplit (value != NULL ? value : "", ",", -1);
  return g_strv_contains ((const char *const *) sites, site);
}

void
pedicle_session_toggle_site (PedicleSession *self, const char *field, const char *site, gboolean picked)
{
  g_return_if_fail (PEDICLE_IS_SESSION (self));

  /* In the order of the content, whatever the order of the picks. */
  const PedicleDecision *decision = pedicle_session_get_decision (self);
  g_autoptr (GString) value = g_string_new (NULL);
  for (guint i = 0; decision != NULL && i < decision->sites->len; i++)
    {
      const PedicleSite *each = g_ptr_array_index (decision->sites, i);
      gboolean on = g_str_equal (each->id, site) ? picked : pedicle_session_has_site (self, field, each->id);
      if (on)
        g_string_append_printf (value, "%s%s", value->len > 0 ? "," : "", each->id);
    }
  pedicle_session_set_value (self, field, value->str);
}

void
pedicle_session_set_discussed (PedicleSession *self, const char *topic, gboolean discussed)
{
  g_return_if_fail (PEDICLE_IS_SESSION (self));

  if (pedicle_visit_is_discussed (self->visit, topic) == discussed)
    return;
  pedicle_visit_set_discussed (self->visit, topic, discussed);
  emit_visit (self, "discussed");
}

void
pedicle_session_add_question (PedicleSession *self, const char *question)
{
  g_return_if_fail (PEDICLE_IS_SESSION (self));

  pedicle_visit_add_question (self->visit, question);
  emit_visit (self, "questions");
}

void
pedicle_session_remove_question (PedicleSession *self, guint index)
{
  g_return_if_fail (PEDICLE_IS_SESSION (self));

  pedicle_visit_remove_question (self->visit, index);
  emit_visit (self, "questions");
}

gboolean
pedicle_session_toggle_matter (PedicleSession *self, const char *value)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), FALSE);

  if (!pedicle_visit_toggle_matter (self->visit, value))
    return FALSE;
  emit_visit (self, "chosen");
  return TRUE;
}

void
pedicle_session_show_numbers (PedicleSession *self, const char *numbers)
{
  g_return_if_fail (PEDICLE_IS_SESSION (self));

  if (pedicle_visit_was_shown (self->visit, numbers))
    return;
  pedicle_visit_show_numbers (self->visit, numbers);
  emit_visit (self, "noted");
}

void
pedicle_session_give (PedicleSession *self, const char *handout, const char *option, const char *language)
{
  g_return_if_fail (PEDICLE_IS_SESSION (self));

  pedicle_visit_give (self->visit, handout, option, language);
  emit_visit (self, "noted");
}

gboolean
pedicle_session_set_hidden (PedicleSession *self, const char *option, gboolean hidden)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), FALSE);

  g_autoptr (GPtrArray) shown = pedicle_session_get_shown (self);
  if (pedicle_visit_is_hidden (self->visit, option) == hidden)
    return TRUE;
  if (hidden && shown->len <= 1)
    return FALSE;
  pedicle_visit_set_hidden (self->visit, option, hidden);
  pedicle_talk_rewind (self->talk);
  emit_visit (self, "hidden");
  return TRUE;
}

gboolean
pedicle_session_add_stroke (PedicleSession *self, const PedicleStroke *stroke)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), FALSE);

  gboolean added = pedicle_visit_add_stroke (self->visit, stroke);
  emit_visit (self, "strokes");
  return added;
}

void
pedicle_session_clear_strokes (PedicleSession *self, const char *figure)
{
  g_return_if_fail (PEDICLE_IS_SESSION (self));

  pedicle_visit_clear_strokes (self->visit, figure);
  emit_visit (self, "strokes");
}

void
pedicle_session_undo_stroke (PedicleSession *self, const char *const *figures)
{
  g_return_if_fail (PEDICLE_IS_SESSION (self));

  if (pedicle_visit_undo_stroke (self->visit, figures))
    emit_visit (self, "strokes");
}

PediclePen *
pedicle_session_get_pen (PedicleSession *self)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), NULL);
  return self->pen;
}

PedicleTalk *
pedicle_session_get_talk (PedicleSession *self)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), NULL);
  return self->talk;
}

gboolean
pedicle_session_set_language (PedicleSession *self, const char *language, GError **error)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), FALSE);

  PedicleCatalogue *catalogue = pedicle_translations_get (self->translations, language, error);
  if (catalogue == NULL)
    return FALSE;
  gboolean same = g_strcmp0 (language, pedicle_visit_get_language (self->visit)) == 0;
  g_clear_pointer (&self->spoken, pedicle_catalogue_unref);
  self->spoken = catalogue;
  if (same)
    return TRUE;
  pedicle_visit_set_language (self->visit, language);
  g_signal_emit (self, signals[LANGUAGE_CHANGED], 0);
  return TRUE;
}

gboolean
pedicle_session_next_patient (PedicleSession *self)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), FALSE);

  gboolean kept = !pedicle_visit_is_empty (self->visit);
  g_clear_pointer (&self->previous, pedicle_visit_unref);
  if (kept)
    self->previous = g_steal_pointer (&self->visit);
  start_visit (self);
  pedicle_pen_set_active (self->pen, FALSE);
  settle_talk (self, TRUE);
  emit_visit (self, "replaced");
  g_signal_emit (self, signals[LANGUAGE_CHANGED], 0);
  return kept;
}

gboolean
pedicle_session_undo_next_patient (PedicleSession *self)
{
  g_return_val_if_fail (PEDICLE_IS_SESSION (self), FALSE);

  if (self->previous == NULL)
    return FALSE;
  g_clear_pointer (&self->visit, pedicle_visit_unref);
  self->visit = g_steal_pointer (&self->previous);
  settle_talk (self, TRUE);
  emit_visit (self, "replaced");
  refresh_spoken (self);
  return TRUE;
}

void
pedicle_session_forget_previous (PedicleSession *self)
{
  g_return_if_fail (PEDICLE_IS_SESSION (self));
  g_clear_pointer (&self->previous, pedicle_visit_unref);
  pedicle_memory_scrub ();
}

void
pedicle_session_today (GDate *today)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) time = NULL;

  if (epoch != NULL)
    time = g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10));
  if (time == NULL)
    time = g_date_time_new_now_local ();

  int year, month, day;
  g_date_time_get_ymd (time, &year, &month, &day);
  g_date_clear (today, 1);
  g_date_set_dmy (today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
}
