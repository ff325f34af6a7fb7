/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "check.h"
#include "inline.h"

struct _PedicleUnit
{
  GObject parent_instance;

  PedicleText *text;
  char *english;
  char *translation; /* (nullable) */
  char *message;     /* (nullable) */
  PedicleTranslationState state;
  int line;
  gboolean rtl;
};

G_DEFINE_FINAL_TYPE (PedicleUnit, pedicle_unit, G_TYPE_OBJECT)

static void
pedicle_unit_finalize (GObject *object)
{
  PedicleUnit *self = PEDICLE_UNIT (object);

  g_clear_pointer (&self->text, pedicle_text_unref);
  g_clear_pointer (&self->english, g_free);
  g_clear_pointer (&self->translation, g_free);
  g_clear_pointer (&self->message, g_free);
  G_OBJECT_CLASS (pedicle_unit_parent_class)->finalize (object);
}

static void
pedicle_unit_class_init (PedicleUnitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pedicle_unit_finalize;
}

static void
pedicle_unit_init (PedicleUnit *self)
{
}

static PedicleUnit *
new_unit (const PedicleCatalogue *catalogue, PedicleText *text, GHashTable *messages)
{
  PedicleUnit *self = g_object_new (PEDICLE_TYPE_UNIT, NULL);
  const char *translation = pedicle_catalogue_peek (catalogue, text, &self->line);

  self->text = pedicle_text_ref (text);
  self->rtl = pedicle_catalogue_is_rtl (catalogue);
  self->english = pedicle_inline_to_plain (text->markup);
  if (translation != NULL && *translation != '\0')
    self->translation = pedicle_inline_to_plain (translation);
  pedicle_catalogue_lookup (catalogue, text, &self->state);
  self->message = g_strdup (g_hash_table_lookup (messages, text->context));
  return self;
}

/* Context of a unit -> what the checks say about it, one sentence a line. */
static GHashTable *
collect_messages (const PedicleCatalogue *catalogue, const PedicleLibrary *library)
{
  GHashTable *messages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) findings = pedicle_catalogue_check (catalogue, library);

  for (guint i = 0; i < findings->len; i++)
    {
      const PedicleFinding *finding = g_ptr_array_index (findings, i);
      if (finding->context == NULL)
        continue;
      const char *before = g_hash_table_lookup (messages, finding->context);
      g_hash_table_replace (messages, g_strdup (finding->context),
                            before != NULL ? g_strdup_printf ("%s\n%s", before, finding->message)
                                           : g_strdup (finding->message));
    }
  return messages;
}

GListStore *
pedicle_unit_list (const PedicleCatalogue *catalogue, const PedicleLibrary *library)
{
  g_autoptr (GHashTable) messages = collect_messages (catalogue, library);
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *texts = pedicle_library_get_texts (library);
  GListStore *list = g_list_store_new (PEDICLE_TYPE_UNIT);

  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (units, new_unit (catalogue, g_ptr_array_index (texts, i), messages));
  g_list_store_splice (list, 0, 0, units->pdata, units->len);
  return list;
}

gboolean
pedicle_unit_is_of (PedicleUnit *self, PedicleUnits units)
{
  g_return_val_if_fail (PEDICLE_IS_UNIT (self), FALSE);

  switch (units)
    {
    case PEDICLE_UNITS_PROBLEMS:
      return self->state == PEDICLE_STATE_BROKEN || self->message != NULL;
    case PEDICLE_UNITS_NEED_WORK:
      return self->state == PEDICLE_STATE_FUZZY;
    case PEDICLE_UNITS_EMPTY:
      return self->state == PEDICLE_STATE_MISSING;
    default:
      return TRUE;
    }
}

const PedicleText *
pedicle_unit_get_text (PedicleUnit *self)
{
  g_return_val_if_fail (PEDICLE_IS_UNIT (self), NULL);
  return self->text;
}

const char *
pedicle_unit_get_english (PedicleUnit *self)
{
  g_return_val_if_fail (PEDICLE_IS_UNIT (self), NULL);
  return self->english;
}

const char *
pedicle_unit_get_translation (PedicleUnit *self)
{
  g_return_val_if_fail (PEDICLE_IS_UNIT (self), NULL);
  return self->translation;
}

PedicleTranslationState
pedicle_unit_get_state (PedicleUnit *self)
{
  g_return_val_if_fail (PEDICLE_IS_UNIT (self), PEDICLE_STATE_MISSING);
  return self->state;
}

const char *
pedicle_unit_get_message (PedicleUnit *self)
{
  g_return_val_if_fail (PEDICLE_IS_UNIT (self), NULL);
  return self->message;
}

int
pedicle_unit_get_line (PedicleUnit *self)
{
  g_return_val_if_fail (PEDICLE_IS_UNIT (self), 0);
  return self->line;
}

gboolean
pedicle_unit_is_rtl (PedicleUnit *self)
{
  g_return_val_if_fail (PEDICLE_IS_UNIT (self), FALSE);
  return self->rtl;
}
