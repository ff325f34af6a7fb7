/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "turns.h"

#include "label.h"
#include "wrap.h"

#define SPACING 12

struct _PedicleTurns
{
  GtkWidget parent_instance;

  GtkWidget *tabs;
  GPtrArray *pages;   /* (element-type GtkWidget): the lead first, owned as children */
  GPtrArray *buttons; /* (element-type GtkToggleButton): one for each, owned by tabs */
  guint current;
  PedicleTurnsMode mode;
  guint idle; /* shows the buttons of the new mode after the allocation */
};

/* What each part asks for at one width. */
typedef struct
{
  int tabs;
  int lead;
  int pages;   /* all, with spaces before each */
  int highest; /* of the pages */
} Heights;

G_DEFINE_FINAL_TYPE (PedicleTurns, pedicle_turns, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LEAD,
  PROP_LEAD_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint chosen_signal;

static GtkWidget *
get_page (PedicleTurns *self, guint index)
{
  return g_ptr_array_index (self->pages, index);
}

/* The lead has a place of its own while a page stands beside it. */
static guint
get_shown (PedicleTurns *self)
{
  return self->mode == PEDICLE_TURNS_BESIDE ? MAX (1, self->current) : self->current;
}

static void
refresh_tabs (PedicleTurns *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkToggleButton *button = g_ptr_array_index (self->buttons, i);
      gtk_widget_set_visible (GTK_WIDGET (button), i > 0 || self->mode != PEDICLE_TURNS_BESIDE);
      if (i == get_shown (self))
        gtk_toggle_button_set_active (button, TRUE);
    }
}

static gboolean
on_idle (gpointer user_data)
{
  PedicleTurns *self = user_data;

  self->idle = 0;
  refresh_tabs (self);
  return G_SOURCE_REMOVE;
}

static int
height_of (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static Heights
measure_parts (PedicleTurns *self, int width)
{
  Heights heights = { .tabs = height_of (self->tabs, width) };

  heights.lead = self->pages->len > 0 ? height_of (get_page (self, 0), width) : 0;
  for (guint i = 1; i < self->pages->len; i++)
    {
      int one = height_of (get_page (self, i), width);
      heights.highest = MAX (heights.highest, one);
      heights.pages += one + SPACING;
    }
  return heights;
}

static PedicleTurnsMode
choose_mode (const Heights *heights, int height)
{
  if (heights->pages == 0 || heights->lead + heights->pages <= height)
    return PEDICLE_TURNS_ALL;
  if (heights->lead + heights->tabs + heights->highest + 2 * SPACING <= height)
    return PEDICLE_TURNS_BESIDE;
  return PEDICLE_TURNS_ALONE;
}

static GtkSizeRequestMode
pedicle_turns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (PedicleTurns *self, int *minimum, int *natural)
{
  gtk_widget_measure (self->tabs, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
  for (guint i = 0; i < self->pages->len; i++)
    {
      int page_minimum, page_natural;
      gtk_widget_measure (get_page (self, i), GTK_ORIENTATION_HORIZONTAL, -1, &page_minimum, &page_natural, NULL, NULL);
      *minimum = MAX (*minimum, page_minimum);
      *natural = MAX (*natural, page_natural);
    }
}

/* At least what is in front, whichever way it stands; at best everything. */
static void
pedicle_turns_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  PedicleTurns *self = PEDICLE_TURNS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  if (for_size < 0)
    measure_width (self, minimum, &for_size);
  Heights heights = measure_parts (self, for_size);
  *minimum = *natural = heights.lead + heights.pages;
  if (self->pages->len > 1)
    *minimum = MIN (*natural, heights.tabs + SPACING + height_of (get_page (self, self->current), for_size));
}

static int
place (GtkWidget *child, gboolean shown, int y, int width, int height)
{
  gtk_widget_set_child_visible (child, shown);
  if (!shown)
    return y;
  gtk_widget_size_allocate (child, &(GtkAllocation){ 0, y, width, height }, -1);
  return y + height + SPACING;
}

static void
pedicle_turns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PedicleTurns *self = PEDICLE_TURNS (widget);
  Heights heights = measure_parts (self, width);
  PedicleTurnsMode mode = choose_mode (&heights, height);
  int y = 0;

  if (mode != self->mode && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH, on_idle, self, NULL);
  self->mode = mode;
  if (mode == PEDICLE_TURNS_ALONE)
    y = place (self->tabs, TRUE, y, width, heights.tabs);
  for (guint i = 0; i < self->pages->len; i++)
    {
      gboolean shown = mode == PEDICLE_TURNS_ALL || i == get_shown (self) || (i == 0 && mode == PEDICLE_TURNS_BESIDE);
      y = place (get_page (self, i), shown, y, width, height_of (get_page (self, i), width));
      if (i == 0 && mode == PEDICLE_TURNS_BESIDE)
        y = place (self->tabs, TRUE, y, width, heights.tabs);
    }
  if (mode == PEDICLE_TURNS_ALL)
    place (self->tabs, FALSE, 0, 0, 0);
}

static void
on_toggled (GtkToggleButton *button, PedicleTurns *self)
{
  guint index;

  if (!gtk_toggle_button_get_active (button) || !g_ptr_array_find (self->buttons, button, &index)
      || index == get_shown (self))
    return;
  self->current = index;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, chosen_signal, 0);
}

static void
add_button (PedicleTurns *self)
{
  GtkWidget *button = gtk_toggle_button_new_with_label ("");

  gtk_widget_add_css_class (button, "tab");
  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
  pedicle_wrap_append (PEDICLE_WRAP (self->tabs), button);
  g_ptr_array_add (self->buttons, button);
}

static void
set_title (PedicleTurns *self, guint index, const char *title)
{
  GtkButton *button = g_ptr_array_index (self->buttons, index);

  gtk_button_set_label (button, title);
  pedicle_label_wrap (GTK_LABEL (gtk_button_get_child (button)));
}

void
pedicle_turns_append (PedicleTurns *self, GtkWidget *page, const char *title)
{
  g_return_if_fail (PEDICLE_IS_TURNS (self));

  add_button (self);
  set_title (self, self->buttons->len - 1, title);
  gtk_widget_set_parent (page, GTK_WIDGET (self));
  g_ptr_array_add (self->pages, page);
  refresh_tabs (self);
}

void
pedicle_turns_clear (PedicleTurns *self)
{
  g_return_if_fail (PEDICLE_IS_TURNS (self));

  while (self->pages->len > 1)
    {
      gtk_widget_unparent (g_ptr_array_steal_index (self->pages, self->pages->len - 1));
      gtk_widget_unparent (g_ptr_array_steal_index (self->buttons, self->buttons->len - 1));
    }
  self->current = 0;
  self->mode = PEDICLE_TURNS_ALL;
  refresh_tabs (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
pedicle_turns_set_current (PedicleTurns *self, guint current)
{
  g_return_if_fail (PEDICLE_IS_TURNS (self));

  self->current = self->pages->len > 0 ? MIN (current, self->pages->len - 1) : 0;
  refresh_tabs (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
pedicle_turns_get_current (PedicleTurns *self)
{
  g_return_val_if_fail (PEDICLE_IS_TURNS (self), 0);
  return self->current;
}

gboolean
pedicle_turns_move (PedicleTurns *self, int by)
{
  g_return_val_if_fail (PEDICLE_IS_TURNS (self), FALSE);

  int index = (int) get_shown (self) + by;
  int first = self->mode == PEDICLE_TURNS_BESIDE ? 1 : 0;
  if (self->mode == PEDICLE_TURNS_ALL || index < first || index >= (int) self->pages->len)
    return FALSE;
  gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, index), TRUE);
  return TRUE;
}

PedicleTurnsMode
pedicle_turns_get_mode (PedicleTurns *self)
{
  g_return_val_if_fail (PEDICLE_IS_TURNS (self), PEDICLE_TURNS_ALL);
  return self->mode;
}

static void
pedicle_turns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PedicleTurns *self = PEDICLE_TURNS (object);

  switch (id)
    {
    case PROP_LEAD:
      if (g_value_get_object (value) != NULL)
        pedicle_turns_append (self, g_value_get_object (value), "");
      break;
    case PROP_LEAD_TITLE:
      if (self->buttons->len > 0 && g_value_get_string (value) != NULL)
        set_title (self, 0, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pedicle_turns_dispose (GObject *object)
{
  PedicleTurns *self = PEDICLE_TURNS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->idle, g_source_remove);
  g_ptr_array_set_size (self->pages, 0);
  g_ptr_array_set_size (self->buttons, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pedicle_turns_parent_class)->dispose (object);
}

static void
pedicle_turns_finalize (GObject *object)
{
  PedicleTurns *self = PEDICLE_TURNS (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  G_OBJECT_CLASS (pedicle_turns_parent_class)->finalize (object);
}

static void
pedicle_turns_class_init (PedicleTurnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = pedicle_turns_set_property;
  object_class->dispose = pedicle_turns_dispose;
  object_class->finalize = pedicle_turns_finalize;
  widget_class->get_request_mode = pedicle_turns_get_request_mode;
  widget_class->measure = pedicle_turns_measure;
  widget_class->size_allocate = pedicle_turns_size_allocate;
  properties[PROP_LEAD] = g_param_spec_object ("lead", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_LEAD_TITLE] = g_param_spec_string ("lead-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  chosen_signal
      = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_turns_init (PedicleTurns *self)
{
  self->pages = g_ptr_array_new ();
  self->buttons = g_ptr_array_new ();
  self->tabs = pedicle_wrap_new (6);
  gtk_widget_set_parent (self->tabs, GTK_WIDGET (self));
}
