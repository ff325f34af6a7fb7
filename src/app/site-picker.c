/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "site-picker.h"

#include <string.h>

#include "blocks.h"
#include "figure-view.h"
#include "names.h"

#define LEAST_SIZE 44   /* of a site's button, in pixels: as large as a finger */
#define PICTURE 0.9     /* of the height is the picture's, so that it stays narrow */
#define BESIDE 6        /* pixels around a site in the picture that count as the site */
#define PAUSE 1000      /* milliseconds after which letters begin a new word */
#define LONGEST 24      /* bytes of what is typed to find a site */

/* Of the lines: each at least 3:1 against the picture's white and against a window, light or dark. */
static const GdkRGBA LINE = { 0.54f, 0.54f, 0.54f, 1 }, PICKED = { 0.85f, 0.27f, 0.22f, 1 };

struct _PedicleSitePicker
{
  GtkWidget parent_instance;

  PedicleSession *session;
  char *field;
  GtkWidget *picture;
  GPtrArray *buttons; /* (element-type GtkToggleButton), one for each site, owned as children */
  GPtrArray *ids;     /* (element-type utf8): of the sites, ended by a NULL */
  GPtrArray *words;   /* (element-type utf8): their words, ended by a NULL */
  char typed[LONGEST + 1];
  guint32 typed_at; /* milliseconds, by the events' clock */
  int pointed;      /* index of the site that the pointer is over in the picture, -1 for none */
};

G_DEFINE_FINAL_TYPE (PedicleSitePicker, pedicle_site_picker, GTK_TYPE_WIDGET)

char *
pedicle_site_style (PedicleSession *session, const char *field)
{
  const char *picked
      = field != NULL ? pedicle_visit_get_value (pedicle_session_get_visit (session), field) : NULL;

  return pedicle_decision_style_sites (pedicle_session_get_decision (session), picked);
}

static void
refresh (PedicleSitePicker *self)
{
  const PedicleDecision *decision = pedicle_session_get_decision (self->session);
  g_autofree char *css = pedicle_site_style (self->session, self->field);

  pedicle_figure_view_set_style (PEDICLE_FIGURE_VIEW (self->picture), css);
  for (guint i = 0; i < self->buttons->len && i < decision->sites->len; i++)
    {
      const PedicleSite *site = g_ptr_array_index (decision->sites, i);
      gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i),
                                    pedicle_session_has_site (self->session, self->field, site->id));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_toggled (GtkToggleButton *button, PedicleSitePicker *self)
{
  pedicle_session_toggle_site (self->session, self->field, gtk_button_get_label (GTK_BUTTON (button)),
                               gtk_toggle_button_get_active (button));
}

static void
add_button (PedicleSitePicker *self, const PedicleSite *site)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (site->id);
  g_autofree char *word
      = pedicle_words_plain (self->session, pedicle_session_get_interface (self->session), site->word);

  /* At the left in every script: the picture is never mirrored either. */
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_widget_set_direction (gtk_button_get_child (GTK_BUTTON (button)), GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (button, "site");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, word);
  pedicle_name_button (button, word);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  g_ptr_array_add (self->buttons, button);
  g_ptr_array_insert (self->ids, (int) self->ids->len - 1, g_strdup (site->id));
  g_ptr_array_insert (self->words, (int) self->words->len - 1, g_steal_pointer (&word));
}

static GtkSizeRequestMode
pedicle_site_picker_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static int
label_width (PedicleSitePicker *self)
{
  int widest = LEAST_SIZE;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      int width;
      gtk_widget_measure (g_ptr_array_index (self->buttons, i), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL,
                          NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

static int
row_height (PedicleSitePicker *self)
{
  int highest = LEAST_SIZE;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      int height;
      gtk_widget_measure (g_ptr_array_index (self->buttons, i), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL,
                          NULL);
      highest = MAX (highest, height);
    }
  return highest;
}

/* Tall enough that each site's button has room. */
static void
pedicle_site_picker_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  PedicleSitePicker *self = PEDICLE_SITE_PICKER (widget);
  const PedicleFigure *figure = pedicle_session_get_decision (self->session)->sites_picture;
  int height = MAX (240, (int) self->buttons->len * row_height (self));

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = height;
  else
    *minimum = *natural
        = label_width (self) + (figure != NULL ? (int) (PICTURE * height * figure->width / figure->height) : 0);
}

/* Whether a word of @words begins with @typed; both are case folded. */
static gboolean
has_word (const char *words, const char *typed)
{
  for (const char *at = words; (at = strstr (at, typed)) != NULL; at++)
    if (at == words || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return TRUE;
  return FALSE;
}

/* How well the site fits: its whole id, its id's beginning, a word of its name; 0 for not at all. */
static guint
rate (const char *id, const char *words, const char *typed)
{
  g_autofree char *folded = g_utf8_casefold (id, -1), *named = g_utf8_casefold (words, -1);

  if (g_str_equal (folded, typed))
    return 3;
  if (g_str_has_prefix (folded, typed))
    return 2;
  return has_word (named, typed) ? 1 : 0;
}

int
pedicle_site_find (const char *const *ids, const char *const *words, const char *typed, int from)
{
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  int n = (int) g_strv_length ((char **) ids), found = -1;
  guint best = 0;

  for (int i = 0; i < n && *folded != '\0'; i++)
    {
      int at = (MAX (from, 0) + i) % n;
      guint rating = rate (ids[at], words[at], folded);
      if (rating > best)
        {
          best = rating;
          found = at;
        }
    }
  return found;
}

static int
get_focus_index (PedicleSitePicker *self)
{
  guint index;

  return g_ptr_array_find (self->buttons, gtk_widget_get_focus_child (GTK_WIDGET (self)), &index) ? (int) index : -1;
}

static gboolean
focus_site (PedicleSitePicker *self, int index)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (index < 0 || index >= (int) self->buttons->len)
    return FALSE;
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
  return gtk_widget_grab_focus (g_ptr_array_index (self->buttons, (guint) index));
}

/* A letter more, or, when nothing goes on so, the first of a word. The same letter again goes to the next that fits. */
static gboolean
type_ahead (PedicleSitePicker *self, gunichar letter, guint32 time)
{
  const char *const *ids = (const char *const *) self->ids->pdata, *const *words = (const char *const *) self->words->pdata;
  char alone[7] = "";
  int at = get_focus_index (self), found = -1;
  gsize length = strlen (self->typed);

  g_unichar_to_utf8 (letter, alone);
  if (time - self->typed_at > PAUSE)
    length = 0;
  self->typed_at = time;
  if (length > 0 && length + strlen (alone) <= LONGEST)
    {
      strcpy (self->typed + length, alone);
      found = pedicle_site_find (ids, words, self->typed, at);
    }
  if (found < 0)
    {
      strcpy (self->typed, alone);
      found = pedicle_site_find (ids, words, self->typed, at + 1);
    }
  return focus_site (self, found) || length > 0;
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, PedicleSitePicker *self)
{
  int last = (int) self->buttons->len - 1, at = get_focus_index (self);
  gunichar letter = gdk_keyval_to_unicode (key);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return focus_site (self, MIN (at + 1, last));
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return focus_site (self, MAX (at - 1, 0));
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return focus_site (self, 0);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return focus_site (self, last);
    default:
      return letter != 0 && g_unichar_isalnum (letter)
             && type_ahead (self, letter, gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (keys)));
    }
}

/* One stop for Tab: the first site that is picked, else the first. */
static gboolean
pedicle_site_picker_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PedicleSitePicker *self = PEDICLE_SITE_PICKER (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (pedicle_site_picker_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL || self->buttons->len == 0)
    return FALSE;
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_toggle_button_get_active (g_ptr_array_index (self->buttons, i)))
      return gtk_widget_grab_focus (g_ptr_array_index (self->buttons, i));
  return gtk_widget_grab_focus (g_ptr_array_index (self->buttons, 0));
}

/* Where the site stands, as the picture has it. */
static gboolean
locate (PedicleSitePicker *self, guint index, graphene_rect_t *place)
{
  const PedicleSite *site = g_ptr_array_index (pedicle_session_get_decision (self->session)->sites, index);

  if (!pedicle_figure_view_locate (PEDICLE_FIGURE_VIEW (self->picture), site->part, place))
    return FALSE;
  graphene_rect_offset (place, (float) label_width (self), 0);
  return TRUE;
}

/* The buttons stand in a list of even rows, since the sites in the picture are smaller than a finger. */
static void
pedicle_site_picker_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PedicleSitePicker *self = PEDICLE_SITE_PICKER (widget);
  int labels = label_width (self), n = (int) self->buttons->len;
  GtkAllocation picture = { labels, 0, MAX (0, width - labels), height };

  gtk_widget_size_allocate (self->picture, &picture, -1);
  for (int i = 0; i < n; i++)
    {
      GtkAllocation row = { 0, i * height / n, labels, (i + 1) * height / n - i * height / n };
      gtk_widget_size_allocate (g_ptr_array_index (self->buttons, (guint) i), &row, -1);
    }
}

/* From each button to its site. */
static void
draw_leaders (PedicleSitePicker *self, cairo_t *cr)
{
  int labels = label_width (self);
  double each = (double) gtk_widget_get_height (GTK_WIDGET (self)) / MAX (1, self->buttons->len);
  graphene_rect_t place;

  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      gboolean picked = gtk_toggle_button_get_active (g_ptr_array_index (self->buttons, i));
      if (!locate (self, i, &place))
        continue;
      gdk_cairo_set_source_rgba (cr, picked ? &PICKED : &LINE);
      cairo_move_to (cr, labels, (i + 0.5) * each);
      cairo_line_to (cr, place.origin.x - 3, place.origin.y + place.size.height / 2);
      cairo_stroke (cr);
    }
}

static void
pedicle_site_picker_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));

  GTK_WIDGET_CLASS (pedicle_site_picker_parent_class)->snapshot (widget, snapshot);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw_leaders (PEDICLE_SITE_PICKER (widget), cr);
  cairo_destroy (cr);
}

int
pedicle_site_picker_find_at (PedicleSitePicker *self, double x, double y)
{
  g_return_val_if_fail (PEDICLE_IS_SITE_PICKER (self), -1);

  graphene_rect_t place;
  int nearest = -1;
  double least = G_MAXDOUBLE;

  if (pedicle_pen_get_active (pedicle_session_get_pen (self->session)))
    return -1;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      if (!locate (self, i, &place))
        continue;
      double away = ABS (place.origin.y + place.size.height / 2 - y);
      graphene_rect_inset (&place, -BESIDE, -BESIDE);
      if (graphene_rect_contains_point (&place, &GRAPHENE_POINT_INIT ((float) x, (float) y)) && away < least)
        {
          nearest = (int) i;
          least = away;
        }
    }
  return nearest;
}

/* The site in the picture does what its button does. */
static void
on_released (GtkGestureClick *click, int n_press, double x, double y, PedicleSitePicker *self)
{
  int found = pedicle_site_picker_find_at (self, x, y);

  if (found < 0)
    return;
  GtkToggleButton *button = g_ptr_array_index (self->buttons, (guint) found);
  gtk_widget_grab_focus (GTK_WIDGET (button));
  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

/* The button looks as if it were pointed at itself. */
static void
point_at (PedicleSitePicker *self, int index)
{
  if (index == self->pointed)
    return;
  if (self->pointed >= 0)
    gtk_widget_unset_state_flags (g_ptr_array_index (self->buttons, (guint) self->pointed), GTK_STATE_FLAG_PRELIGHT);
  if (index >= 0)
    gtk_widget_set_state_flags (g_ptr_array_index (self->buttons, (guint) index), GTK_STATE_FLAG_PRELIGHT, FALSE);
  self->pointed = index;
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, PedicleSitePicker *self)
{
  int own = (int) (y * self->buttons->len / MAX (1, gtk_widget_get_height (GTK_WIDGET (self))));

  if (x > label_width (self))
    point_at (self, pedicle_site_picker_find_at (self, x, y));
  else if (own != self->pointed)
    point_at (self, -1);
  else
    self->pointed = -1; /* now at itself */
}

static void
on_leave (GtkEventControllerMotion *motion, PedicleSitePicker *self)
{
  point_at (self, -1);
}

static void
pedicle_site_picker_dispose (GObject *object)
{
  PedicleSitePicker *self = PEDICLE_SITE_PICKER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->field, g_free);
  G_OBJECT_CLASS (pedicle_site_picker_parent_class)->dispose (object);
}

static void
pedicle_site_picker_class_init (PedicleSitePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_site_picker_dispose;
  widget_class->get_request_mode = pedicle_site_picker_get_request_mode;
  widget_class->measure = pedicle_site_picker_measure;
  widget_class->focus = pedicle_site_picker_focus;
  widget_class->size_allocate = pedicle_site_picker_size_allocate;
  widget_class->snapshot = pedicle_site_picker_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sites");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_site_picker_init (PedicleSitePicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->pointed = -1;
  self->buttons = g_ptr_array_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->words = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->ids, NULL);
  g_ptr_array_add (self->words, NULL);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
pedicle_site_picker_new (PedicleSession *session, const char *field)
{
  PedicleSitePicker *self = g_object_new (PEDICLE_TYPE_SITE_PICKER, NULL);
  const PedicleDecision *decision = pedicle_session_get_decision (session);

  self->session = g_object_ref (session);
  self->field = g_strdup (field);
  self->picture = decision->sites_picture != NULL ? pedicle_blocks_new_picture (session, decision->sites_picture)
                                                  : pedicle_figure_view_new ();
  gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
  for (guint i = 0; i < decision->sites->len; i++)
    add_button (self, g_ptr_array_index (decision->sites, i));
  g_signal_connect_object (session, "visit-changed::value", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::replaced", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
