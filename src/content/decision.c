/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision.h"

#include <string.h>

void
pedicle_topic_free (PedicleTopic *topic)
{
  g_free (topic->id);
  g_clear_pointer (&topic->question, pedicle_text_unref);
  g_clear_pointer (&topic->prompt, pedicle_text_unref);
  g_clear_pointer (&topic->shared, pedicle_answer_free);
  g_free (topic);
}

void
pedicle_site_free (PedicleSite *site)
{
  g_free (site->id);
  g_free (site->part);
  g_free (site->broken);
  g_clear_pointer (&site->word, pedicle_text_unref);
  g_free (site);
}

void
pedicle_value_free (PedicleValue *value)
{
  g_free (value->id);
  g_clear_pointer (&value->statement, pedicle_text_unref);
  g_strfreev (value->bears);
  g_free (value);
}

void
pedicle_term_free (PedicleTerm *term)
{
  g_free (term->id);
  g_clear_pointer (&term->word, pedicle_text_unref);
  g_clear_pointer (&term->meaning, pedicle_text_unref);
  g_free (term);
}

PedicleDecision *
pedicle_decision_new (void)
{
  return g_atomic_rc_box_new0 (PedicleDecision);
}

PedicleDecision *
pedicle_decision_ref (PedicleDecision *decision)
{
  return g_atomic_rc_box_acquire (decision);
}

static void
about_clear (PedicleAbout *about)
{
  g_free (about->version);
  g_clear_pointer (&about->searched, g_date_free);
  g_clear_pointer (&about->review_by, g_date_free);
  g_free (about->reviewed_by);
  g_clear_pointer (&about->reviewed_on, g_date_free);
  g_clear_pointer (&about->authors, pedicle_text_unref);
  g_clear_pointer (&about->funding, pedicle_text_unref);
  g_clear_pointer (&about->updates, pedicle_text_unref);
  g_clear_pointer (&about->audience, pedicle_text_unref);
  g_clear_pointer (&about->selection, pedicle_text_unref);
  g_strfreev (about->tested);
}

static void
decision_clear (gpointer data)
{
  PedicleDecision *decision = data;
  g_free (decision->id);
  g_free (decision->file);
  about_clear (&decision->about);
  g_clear_pointer (&decision->title, pedicle_text_unref);
  g_clear_pointer (&decision->condition, pedicle_text_unref);
  g_clear_pointer (&decision->choice, pedicle_text_unref);
  g_strfreev (decision->options);
  g_clear_pointer (&decision->fields, g_ptr_array_unref);
  g_clear_pointer (&decision->topics, g_ptr_array_unref);
  g_clear_pointer (&decision->numbers, g_ptr_array_unref);
  g_clear_pointer (&decision->values, g_ptr_array_unref);
  g_clear_pointer (&decision->terms, g_ptr_array_unref);
  g_clear_pointer (&decision->parts, g_ptr_array_unref);
  g_clear_pointer (&decision->sites, g_ptr_array_unref);
  g_clear_pointer (&decision->sites_picture, pedicle_figure_free);
}

void
pedicle_decision_unref (PedicleDecision *decision)
{
  g_atomic_rc_box_release_full (decision, decision_clear);
}

/* Everything that is looked up here begins with its id. */
static gconstpointer
find (GPtrArray *list, const char *id)
{
  for (guint i = 0; i < list->len; i++)
    {
      const char *const *first = list->pdata[i];
      if (strcmp (*first, id) == 0)
        return first;
    }
  return NULL;
}

G_STATIC_ASSERT (G_STRUCT_OFFSET (PedicleTopic, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (PedicleNumbers, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (PedicleField, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (PedicleSite, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (PedicleTerm, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (PedicleValue, id) == 0);

static void
add_topic (GPtrArray *topics, const PedicleTopic *topic)
{
  if (topic && !g_ptr_array_find (topics, topic, NULL))
    g_ptr_array_add (topics, (gpointer) topic);
}

GPtrArray *
pedicle_decision_order_topics (const PedicleDecision *decision, const char *const *matters)
{
  GPtrArray *topics = g_ptr_array_new ();
  for (; matters && *matters; matters++)
    {
      const PedicleValue *value = pedicle_decision_find_value (decision, *matters);
      for (char **bears = value ? value->bears : NULL; bears && *bears; bears++)
        add_topic (topics, pedicle_decision_find_topic (decision, *bears));
    }
  gboolean chosen = topics->len > 0;
  for (guint i = 0; chosen && i < decision->topics->len; i++)
    {
      const PedicleTopic *topic = g_ptr_array_index (decision->topics, i);
      add_topic (topics, topic->kind == PEDICLE_TOPIC_BAD ? topic : NULL);
    }
  for (guint i = 0; i < decision->topics->len; i++)
    add_topic (topics, g_ptr_array_index (decision->topics, i));
  return topics;
}

const PedicleValue *
pedicle_decision_find_value (const PedicleDecision *decision, const char *id)
{
  return find (decision->values, id);
}

const PedicleTopic *
pedicle_decision_find_topic (const PedicleDecision *decision, const char *id)
{
  return find (decision->topics, id);
}

const PedicleNumbers *
pedicle_decision_find_numbers (const PedicleDecision *decision, const char *id)
{
  return find (decision->numbers, id);
}

const PedicleField *
pedicle_decision_find_field (const PedicleDecision *decision, const char *id)
{
  return find (decision->fields, id);
}

const PedicleSite *
pedicle_decision_find_site (const PedicleDecision *decision, const char *id)
{
  return find (decision->sites, id);
}

char *
pedicle_decision_style_sites (const PedicleDecision *decision, const char *picked)
{
  g_auto (GStrv) ids = g_strsplit (picked ? picked : "", ",", -1);
  GString *css = g_string_new (NULL);
  for (guint i = 0; i < decision->sites->len; i++)
    {
      const PedicleSite *site = decision->sites->pdata[i];
      gboolean broken = g_strv_contains ((const char *const *) ids, site->id);
      if (site->broken)
        g_string_append_printf (css, "#%s{display:%s}#%s{display:%s}", site->part,
                                broken ? "none" : "inline", site->broken,
                                broken ? "inline" : "none");
    }
  return g_string_free (css, FALSE);
}

const PedicleTerm *
pedicle_decision_find_term (const PedicleDecision *decision, const char *id)
{
  return find (decision->terms, id);
}
