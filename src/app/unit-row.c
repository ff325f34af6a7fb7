/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit-row.h"

#include <glib/gi18n.h>

struct _PedicleUnitRow
{
  GtkWidget parent_instance;

  GtkBox *body;
  GtkLabel *english;
  GtkLabel *translation;
  GtkLabel *state;
};

G_DEFINE_FINAL_TYPE (PedicleUnitRow, pedicle_unit_row, GTK_TYPE_WIDGET)

static const char *const state_classes[] = { "translated", "fuzzy", "missing", "broken" };

static const char *
state_class (PedicleUnit *unit)
{
  if (pedicle_unit_is_of (unit, PEDICLE_UNITS_PROBLEMS))
    return "broken";
  if (pedicle_unit_is_of (unit, PEDICLE_UNITS_NEED_WORK))
    return "fuzzy";
  return pedicle_unit_is_of (unit, PEDICLE_UNITS_EMPTY) ? "missing" : "translated";
}

static const char *
state_words (PedicleUnit *unit)
{
  if (pedicle_unit_get_message (unit) != NULL)
    return pedicle_unit_get_message (unit);
  switch (pedicle_unit_get_state (unit))
    {
    case PEDICLE_STATE_FUZZY:
      return _("Needs work: English is printed in its place");
    case PEDICLE_STATE_MISSING:
      return _("Empty: English is printed in its place");
    case PEDICLE_STATE_BROKEN:
      return _("Its marks do not match: English is printed in its place");
    default:
      return "";
    }
}

static void
pedicle_unit_row_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &PEDICLE_UNIT_ROW (object)->body, gtk_widget_unparent);
  G_OBJECT_CLASS (pedicle_unit_row_parent_class)->dispose (object);
}

static void
pedicle_unit_row_class_init (PedicleUnitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_unit_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/unit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PedicleUnitRow, body);
  gtk_widget_class_bind_template_child (widget_class, PedicleUnitRow, english);
  gtk_widget_class_bind_template_child (widget_class, PedicleUnitRow, translation);
  gtk_widget_class_bind_template_child (widget_class, PedicleUnitRow, state);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "unit");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_unit_row_init (PedicleUnitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pedicle_unit_row_new (void)
{
  return g_object_new (PEDICLE_TYPE_UNIT_ROW, NULL);
}

/* Each text begins where its own readers begin, whatever the language of the interface. */
static void
show_text (GtkLabel *label, const char *text, gboolean rtl)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_direction (GTK_WIDGET (label), rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

void
pedicle_unit_row_show (PedicleUnitRow *self, PedicleUnit *unit)
{
  g_return_if_fail (PEDICLE_IS_UNIT_ROW (self));

  const char *translation = pedicle_unit_get_translation (unit), *words = state_words (unit);
  g_autofree char *name = g_strjoin ("\n", pedicle_unit_get_english (unit), translation != NULL ? translation : words,
                                     translation != NULL && *words != '\0' ? words : NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (state_classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), state_classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), state_class (unit));
  show_text (self->english, pedicle_unit_get_english (unit), FALSE);
  show_text (self->translation, translation != NULL ? translation : "", pedicle_unit_is_rtl (unit));
  gtk_widget_set_visible (GTK_WIDGET (self->translation), translation != NULL);
  gtk_label_set_label (self->state, words);
  gtk_widget_set_visible (GTK_WIDGET (self->state), *words != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* What gets the focus is the list's own widget around the row. */
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
