/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-preview.h"

#include <math.h>

#include "page-sheet.h"

#define SPACE 18       /* around and between pages, in pixels */
#define LEAST_ZOOM 0.3
#define MOST_ZOOM 4.0
#define READABLE 0.55  /* fitting a whole page never goes below this: then the page fits by its width */
#define ZOOM_STEP 1.25

struct _PediclePagePreview
{
  GtkWidget parent_instance;

  PediclePages *pages; /* (nullable) */
  GtkAdjustment *horizontal, *vertical;
  GtkScrollablePolicy horizontal_policy, vertical_policy;
  double zoom;  /* 0: fit */
  double scale; /* of the last layout */
  guint n_columns;
  guint n_painted;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (PediclePagePreview, pedicle_page_preview, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_0,
  PROP_ZOOM,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

static guint
n_pages (PediclePagePreview *self)
{
  return self->pages != NULL ? pedicle_pages_get_n (self->pages) : 0;
}

static double
fit (double page_width, double page_height, int width, int height)
{
  double by_width = (width - 2.0 * SPACE) / page_width;
  double whole = MIN (by_width, (height - 2.0 * SPACE) / page_height);

  return CLAMP (MAX (whole, MIN (by_width, READABLE)), LEAST_ZOOM, MOST_ZOOM);
}

/* The pages' scale, and how many stand beside each other, at this size of the widget. */
static void
lay_out (PediclePagePreview *self, int width, int height, int *page_width, int *page_height)
{
  double points_wide, points_high;

  pedicle_pages_get_size (self->pages, &points_wide, &points_high);
  self->scale = self->zoom > 0 ? self->zoom : fit (points_wide, points_high, width, height);
  *page_width = (int) ceil (points_wide * self->scale);
  *page_height = (int) ceil (points_high * self->scale);
  self->n_columns = (guint) MAX (1, (width - SPACE) / (*page_width + SPACE));
  self->n_columns = MIN (self->n_columns, MAX (1, n_pages (self)));
}

/* What it tells makes the window's scroll bars come and go, in the midst of an allocation. GTK 4.8 takes that only when
 * all that is around is being allocated too: so whatever changes the pages asks for a resize, never for an allocation. */
static void
configure (GtkAdjustment *adjustment, double total, double seen)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, MIN (gtk_adjustment_get_value (adjustment), MAX (0, total - seen)), 0,
                              MAX (total, seen), 60, seen * 0.9, seen);
}

static double
get_offset (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? floor (gtk_adjustment_get_value (adjustment)) : 0;
}

static void
place_pages (PediclePagePreview *self, int width, int height, int page_width, int page_height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int columns = (int) self->n_columns;
  int used = columns * page_width + (columns + 1) * SPACE;
  int left = MAX (0, (width - used) / 2) - (int) get_offset (self->horizontal);
  int rows = ((int) n_pages (self) + columns - 1) / columns;
  int top = MAX (0, (height - rows * page_height - (rows + 1) * SPACE) / 2) - (int) get_offset (self->vertical);
  int i = 0;

  self->n_painted = 0;
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self)); page != NULL;
       page = gtk_widget_get_next_sibling (page), i++)
    {
      int column = rtl ? columns - 1 - i % columns : i % columns;
      int x = left + SPACE + column * (page_width + SPACE), y = top + SPACE + i / columns * (page_height + SPACE);
      gboolean seen = y < height && y + page_height > 0;
      gtk_widget_set_child_visible (page, seen);
      if (!seen)
        continue;
      gtk_widget_size_allocate (page, &(GtkAllocation){ x, y, page_width, page_height }, -1);
      self->n_painted++;
    }
}

static void
pedicle_page_preview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PediclePagePreview *self = PEDICLE_PAGE_PREVIEW (widget);
  int page_width, page_height;

  if (n_pages (self) == 0)
    return;
  lay_out (self, width, height, &page_width, &page_height);
  int columns = (int) self->n_columns, rows = ((int) n_pages (self) + columns - 1) / columns;
  configure (self->horizontal, columns * page_width + (columns + 1) * SPACE, width);
  configure (self->vertical, rows * page_height + (rows + 1) * SPACE, height);
  place_pages (self, width, height, page_width, page_height);
}

static void
pedicle_page_preview_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = 120;
  *natural = 600;
}

static void
set_adjustment (PediclePagePreview *self, GtkAdjustment **slot, GtkAdjustment *adjustment)
{
  if (*slot != NULL)
    g_signal_handlers_disconnect_by_func (*slot, gtk_widget_queue_allocate, self);
  g_set_object (slot, adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self);
}

static void
set_zoom (PediclePagePreview *self, double zoom)
{
  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
pedicle_page_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PediclePagePreview *self = PEDICLE_PAGE_PREVIEW (object);

  switch (id)
    {
    case PROP_ZOOM:
      set_zoom (self, g_value_get_double (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->horizontal, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vertical, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->horizontal_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vertical_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pedicle_page_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PediclePagePreview *self = PEDICLE_PAGE_PREVIEW (object);

  switch (id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->horizontal);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vertical);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->horizontal_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vertical_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

void
pedicle_page_preview_zoom (PediclePagePreview *self, int step)
{
  g_return_if_fail (PEDICLE_IS_PAGE_PREVIEW (self));

  if (step == 0 || self->scale <= 0)
    set_zoom (self, 0);
  else
    set_zoom (self, CLAMP (self->scale * (step > 0 ? ZOOM_STEP : 1 / ZOOM_STEP), LEAST_ZOOM, MOST_ZOOM));
}

static gboolean
on_zoom_key (GtkWidget *widget, GVariant *step, gpointer user_data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  pedicle_page_preview_zoom (PEDICLE_PAGE_PREVIEW (widget), g_variant_get_int32 (step));
  return TRUE;
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, PediclePagePreview *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if (!(state & GDK_CONTROL_MASK) || dy == 0)
    return FALSE;
  pedicle_page_preview_zoom (self, dy < 0 ? 1 : -1);
  return TRUE;
}

static void
pedicle_page_preview_dispose (GObject *object)
{
  PediclePagePreview *self = PEDICLE_PAGE_PREVIEW (object);

  pedicle_page_preview_set_pages (self, NULL);
  set_adjustment (self, &self->horizontal, NULL);
  set_adjustment (self, &self->vertical, NULL);
  G_OBJECT_CLASS (pedicle_page_preview_parent_class)->dispose (object);
}

static void
pedicle_page_preview_class_init (PediclePagePreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = pedicle_page_preview_set_property;
  object_class->get_property = pedicle_page_preview_get_property;
  object_class->dispose = pedicle_page_preview_dispose;
  widget_class->measure = pedicle_page_preview_measure;
  widget_class->size_allocate = pedicle_page_preview_size_allocate;

  properties[PROP_ZOOM]
      = g_param_spec_double ("zoom", NULL, NULL, 0, MOST_ZOOM, 0,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "preview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_zoom_keys (PediclePagePreview *self)
{
  static const struct
  {
    guint key;
    int step;
  } keys[] = { { GDK_KEY_plus, 1 }, { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 },      { GDK_KEY_minus, -1 },
               { GDK_KEY_0, 0 },    { GDK_KEY_KP_0, 0 },  { GDK_KEY_KP_Subtract, -1 } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_CONTROL_MASK),
                                                gtk_callback_action_new (on_zoom_key, NULL, NULL));
      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].step));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
pedicle_page_preview_init (PediclePagePreview *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  add_zoom_keys (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
pedicle_page_preview_new (void)
{
  return g_object_new (PEDICLE_TYPE_PAGE_PREVIEW, NULL);
}

/* Sheets stay, and show what is new on them. */
void
pedicle_page_preview_set_pages (PediclePagePreview *self, PediclePages *pages)
{
  g_return_if_fail (PEDICLE_IS_PAGE_PREVIEW (self));

  GtkWidget *sheet = gtk_widget_get_first_child (GTK_WIDGET (self));
  guint n = pages != NULL ? pedicle_pages_get_n (pages) : 0;
  gboolean fits = n > 0 && n == n_pages (self) && pedicle_page_sheet_is_same_paper (self->pages, pages);

  for (guint i = 0; i < n; i++)
    if (sheet != NULL)
      {
        pedicle_page_sheet_show (PEDICLE_PAGE_SHEET (sheet), pages, i);
        sheet = gtk_widget_get_next_sibling (sheet);
      }
    else
      gtk_widget_set_parent (pedicle_page_sheet_new (pages, i), GTK_WIDGET (self));
  while (sheet != NULL)
    {
      GtkWidget *gone = sheet;

      sheet = gtk_widget_get_next_sibling (gone);
      gtk_widget_unparent (gone);
    }
  if (pages != NULL)
    pedicle_pages_ref (pages);
  g_clear_pointer (&self->pages, pedicle_pages_unref);
  self->pages = pages;
  /* They stand where those before stood. */
  if (!fits)
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
pedicle_page_preview_get_n_painted (PediclePagePreview *self)
{
  g_return_val_if_fail (PEDICLE_IS_PAGE_PREVIEW (self), 0);
  return self->n_painted;
}
