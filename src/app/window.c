/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window.h"

#include <string.h>

#include <glib/gi18n.h>

#include "application.h"
#include "closures.h"
#include "columns.h"
#include "config.h"
#include "consultation-view.h"
#include "handouts-view.h"
#include "label.h"
#include "names.h"
#include "next-patient.h"
#include "patient-window.h"
#include "preferences.h"
#include "problems-view.h"
#include "record.h"
#include "shortcuts.h"
#include "translations-view.h"
#include "words.h"
#include "wrap.h"

/* What surrounds the words of a toast, its button to close it too, in pixels. */
#define TOAST_AROUND 120
#define ROOMY_CHARS 124 /* the least width of a window whose header has room for words */
#define TIGHT_CHARS 40  /* a window that is narrower leaves to the menu what the menu has */
#define LONE_CHARS 50   /* a window that is narrower has one button of its own: its title would be cut short */
#define N_CONTENTS 5

static const char *const content_ids[N_CONTENTS]
    = { "next_patient_content", "large_view_content", "save_content", "print_content", "open_content" };

struct _PedicleWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *header;
  AdwViewSwitcherTitle *switcher_title;
  GtkLabel *subject;
  GtkStack *actions;
  GtkWidget *talk_actions; /* the menu has them too */
  GtkRevealer *banner;
  GtkLabel *banner_label;
  GtkStack *root;
  AdwViewStack *places;
  AdwViewSwitcherBar *switcher_bar;
  PedicleConsultationView *consultation;
  AdwBin *handouts_place;
  AdwBin *translations_place;
  PedicleProblemsView *problems;
  AdwButtonContent *contents[N_CONTENTS]; /* of the header's buttons */

  PedicleSession *session;
  GSettings *settings; /* (nullable) */
  PedicleHandoutsView *handouts;         /* (nullable): not made yet */
  PedicleTranslationsView *translations; /* (nullable): not made yet */
  PedicleNextPatient *next_patient;
  PediclePatientWindow *patient;         /* (nullable): weak, while it is open */
  AdwToast *said;                        /* (nullable): borrowed, the sentence said last, while it is shown */
  char *labels[N_CONTENTS];              /* of the header's buttons, while there is room */
  gboolean large;
  gboolean roomy; /* the header's buttons have words */
  gboolean tight; /* the header has not even room for all buttons */
  gboolean lone;  /* too narrow for all of the window's own buttons */
  guint resized;  /* source: roomy or tight has changed */
};

G_DEFINE_FINAL_TYPE (PedicleWindow, pedicle_window, ADW_TYPE_APPLICATION_WINDOW)

static const char *
get_place (PedicleWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->places);
  return name != NULL ? name : "consultation";
}

static void
on_said_gone (AdwToast *toast, PedicleWindow *self)
{
  if (self->said == toast)
    self->said = NULL;
}

static void
end_said (PedicleWindow *self)
{
  if (self->said != NULL)
    adw_toast_dismiss (self->said);
}

/* A toast's own title is one line, cut off where there is no room, and what to do comes last. Its place asks how high a
 * label is at the width that it likes best, so that must be one there is room for. */
static GtkWidget *
new_sentence (PedicleWindow *self, const char *sentence)
{
  GtkWidget *label = pedicle_label_new (sentence, NULL);
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - TOAST_AROUND;

  gtk_label_set_max_width_chars (GTK_LABEL (label), CLAMP (room / pedicle_char_width (GTK_WIDGET (self)), 1, 60));
  return label;
}

void
pedicle_window_say (PedicleWindow *self, const char *sentence, gboolean stays)
{
  g_return_if_fail (PEDICLE_IS_WINDOW (self));

  AdwToast *toast = adw_toast_new ("");
  end_said (self);
  adw_toast_set_custom_title (toast, new_sentence (self, sentence));
  adw_toast_set_timeout (toast, stays ? 0 : 5);
  adw_toast_set_priority (toast, stays ? ADW_TOAST_PRIORITY_HIGH : ADW_TOAST_PRIORITY_NORMAL);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_said_gone), self, 0);
  self->said = toast;
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_say (GtkWidget *view, const char *sentence, gboolean stays, PedicleWindow *self)
{
  pedicle_window_say (self, sentence, stays);
}

/* A place that is still to be made cannot take the keys from the place before, where they would be lost. */
static void
hand_over_focus (PedicleWindow *self, GtkWidget *place)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->places)))
    gtk_widget_grab_focus (place);
}

static void
make_place (PedicleWindow *self, const char *place)
{
  if (g_str_equal (place, "handouts") && self->handouts == NULL)
    {
      self->handouts = g_object_new (PEDICLE_TYPE_HANDOUTS_VIEW, NULL);
      g_signal_connect_object (self->handouts, "say", G_CALLBACK (on_say), self, 0);
      pedicle_handouts_view_set_session (self->handouts, self->session, self->settings);
      adw_bin_set_child (self->handouts_place, GTK_WIDGET (self->handouts));
      hand_over_focus (self, GTK_WIDGET (self->handouts));
    }
  if (g_str_equal (place, "translations") && self->translations == NULL)
    {
      self->translations = g_object_new (PEDICLE_TYPE_TRANSLATIONS_VIEW, NULL);
      g_signal_connect_object (self->translations, "say", G_CALLBACK (on_say), self, 0);
      pedicle_translations_view_set_session (self->translations, self->session);
      adw_bin_set_child (self->translations_place, GTK_WIDGET (self->translations));
      hand_over_focus (self, GTK_WIDGET (self->translations));
    }
}

/* Of the window's own buttons the one that closes it, on its side. */
static char *
lone_layout (void)
{
  g_autofree char *whole = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-decoration-layout", &whole, NULL);
  const char *close = whole != NULL ? strstr (whole, "close") : NULL, *side = whole != NULL ? strchr (whole, ':') : NULL;
  if (close == NULL)
    return g_strdup (":");
  return g_strdup (side != NULL && close < side ? "close:" : ":close");
}

/* Where the window is narrow the header's buttons keep their pictures and lose their words; their names stay. It hangs
 * on the window's width alone: words that came and went with the switcher's own room would flicker. */
static void
show_words (PedicleWindow *self)
{
  for (guint i = 0; i < N_CONTENTS; i++)
    {
      g_auto (GStrv) parts = g_strsplit (self->labels[i], "\u2026", 2);
      adw_button_content_set_label (self->contents[i], self->roomy ? self->labels[i] : "");
      pedicle_name_button (gtk_widget_get_ancestor (GTK_WIDGET (self->contents[i]), GTK_TYPE_BUTTON), parts[0]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->subject), self->roomy);
  gtk_widget_set_visible (self->talk_actions, !self->tight);
  g_autofree char *layout = self->lone ? lone_layout () : NULL;
  adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (self->header), layout);
  if (self->tight)
    gtk_widget_add_css_class (GTK_WIDGET (self), "tight");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "tight");
}

static gboolean
on_resized (gpointer user_data)
{
  PedicleWindow *self = user_data;

  self->resized = 0;
  show_words (self);
  adw_view_switcher_bar_set_reveal (self->switcher_bar,
                                    adw_view_switcher_title_get_title_visible (self->switcher_title));
  return G_SOURCE_REMOVE;
}

/* What hangs on the window's width changes after the widgets have got their places, not while they get them. */
static void
queue_resized (PedicleWindow *self)
{
  if (self->resized == 0)
    self->resized = g_idle_add_full (G_PRIORITY_HIGH, on_resized, self, NULL);
}

/* Returns: whether it makes the window roomy or tight as it was not before. */
static gboolean
note_width (PedicleWindow *self, int width)
{
  int unit = pedicle_char_width (GTK_WIDGET (self));
  gboolean roomy = width >= ROOMY_CHARS * unit, tight = width < TIGHT_CHARS * unit, lone = width < LONE_CHARS * unit;
  gboolean changed = roomy != self->roomy || tight != self->tight || lone != self->lone;

  self->roomy = roomy;
  self->tight = tight;
  self->lone = lone;
  return changed;
}

static void
pedicle_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PedicleWindow *self = PEDICLE_WINDOW (widget);

  if (note_width (self, width))
    queue_resized (self);
  GTK_WIDGET_CLASS (pedicle_window_parent_class)->size_allocate (widget, width, height, baseline);
}

/* The least width is asked for when the window appears: it is to be that of the size that it will have. */
static void
pedicle_window_realize (GtkWidget *widget)
{
  PedicleWindow *self = PEDICLE_WINDOW (widget);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && !gtk_window_is_maximized (GTK_WINDOW (self)))
    {
      pedicle_consultation_view_expect_width (self->consultation, width);
      if (note_width (self, width))
        show_words (self);
    }
  GTK_WIDGET_CLASS (pedicle_window_parent_class)->realize (widget);
}

static void
enable (PedicleWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
on_place (PedicleWindow *self)
{
  const char *place = get_place (self);
  gboolean handouts = g_str_equal (place, "handouts");

  if (self->session == NULL)
    return; /* the template is being built */
  make_place (self, place);
  gtk_stack_set_visible_child_name (self->actions, place);
  enable (self, "print", handouts);
  enable (self, "save", handouts);
  enable (self, "ask", g_str_equal (place, "consultation"));
  enable (self, "discussed", g_str_equal (place, "consultation"));
  enable (self, "draw", g_str_equal (place, "consultation"));
}

/* The banner leads to the list of problems: where that is open it has nothing to say. */
static void
show_banner (PedicleWindow *self)
{
  gboolean listed = gtk_stack_get_visible_child (self->root) == GTK_WIDGET (self->problems);

  gtk_revealer_set_reveal_child (self->banner,
                                 self->session != NULL && !listed
                                     && pedicle_problems_get_n (pedicle_session_get_problems (self->session)) > 0);
}

/* Without content the problems stay in front: there is nothing else to show. */
static void
show_places (PedicleWindow *self)
{
  gboolean usable = pedicle_session_get_decision (self->session) != NULL;

  gtk_stack_set_visible_child (self->root, usable ? GTK_WIDGET (self->places) : GTK_WIDGET (self->problems));
}

static void
show_place (PedicleWindow *self, const char *place)
{
  show_places (self);
  adw_view_stack_set_visible_child_name (self->places, place);
}

static void
set_large (PedicleWindow *self, gboolean large)
{
  if (self->large == large)
    return;
  self->large = large;
  if (large)
    {
      show_place (self, "consultation");
      gtk_window_fullscreen (GTK_WINDOW (self));
    }
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
  gtk_widget_set_visible (self->header, !large);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_bar), !large);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), !large);
  pedicle_consultation_view_set_large (self->consultation, large);
}

static void
close_patient (PedicleWindow *self)
{
  PediclePatientWindow *patient = self->patient;

  g_clear_weak_pointer (&self->patient);
  if (patient != NULL)
    gtk_window_destroy (GTK_WINDOW (patient));
}

static void
refresh_content (PedicleWindow *self)
{
  const PedicleProblems *problems = pedicle_session_get_problems (self->session);
  const PedicleDecision *decision = pedicle_session_get_decision (self->session);
  guint n = pedicle_problems_get_n (problems);
  g_autofree char *title = pedicle_words_plain (self->session, pedicle_session_get_interface (self->session),
                                                decision != NULL ? decision->title : NULL);
  g_autofree char *banner = pedicle_problems_in_content (n);

  gtk_label_set_label (self->subject, title);
  gtk_label_set_label (self->banner_label, banner);
  pedicle_problems_view_show (self->problems, problems, decision != NULL);
  enable (self, "large-view", decision != NULL);
  enable (self, "patient-window", decision != NULL);
  enable (self, "hide-problems", decision != NULL);
  enable (self, "record", pedicle_record_find (self->session) != NULL);
  enable (self, "copy-record", pedicle_record_find (self->session) != NULL);
  if (decision == NULL)
    {
      set_large (self, FALSE);
      close_patient (self);
    }
  /* Who reads again from the list of problems wants to see what is left of it. */
  if (n == 0 || decision == NULL || gtk_stack_get_visible_child (self->root) != GTK_WIDGET (self->problems))
    show_places (self);
  show_banner (self);
}

/* Actions. Their names and states are readable on the session bus: nothing of a patient goes in. */

static void
on_place_action (GSimpleAction *action, GVariant *place, gpointer user_data)
{
  set_large (user_data, FALSE);
  show_place (user_data, g_variant_get_string (place, NULL));
}

static void
on_next_patient (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pedicle_next_patient_run (PEDICLE_WINDOW (user_data)->next_patient);
}

static void
on_undo_next_patient (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pedicle_next_patient_undo (PEDICLE_WINDOW (user_data)->next_patient);
}

static void
on_large_view (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PedicleWindow *self = user_data;

  set_large (self, !self->large);
}

/* Opens the second window, or closes it. */
static void
on_patient_window (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PedicleWindow *self = user_data;

  if (self->patient != NULL)
    {
      close_patient (self);
      return;
    }
  g_set_weak_pointer (&self->patient, pedicle_patient_window_new (self->session));
  gtk_window_present (GTK_WINDOW (self->patient));
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pedicle_handouts_view_print (PEDICLE_WINDOW (user_data)->handouts);
}

static void
on_save (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pedicle_handouts_view_save (PEDICLE_WINDOW (user_data)->handouts);
}

static void
on_record (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PedicleWindow *self = user_data;

  set_large (self, FALSE);
  show_place (self, "handouts");
  pedicle_handouts_view_choose_record (self->handouts);
}

static void
on_copy_record (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PedicleWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (get_place (self), "handouts"))
    {
      pedicle_handouts_view_copy (self->handouts);
      return;
    }
  g_autofree char *said = pedicle_record_copy (GTK_WIDGET (self), self->session, pedicle_record_find (self->session),
                                               NULL, &error);
  pedicle_window_say (self, said != NULL ? said : error->message, said == NULL);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PedicleWindow *self = user_data;

  set_large (self, FALSE);
  show_place (self, "translations");
  pedicle_translations_view_choose (self->translations);
}

static void
on_ask (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pedicle_consultation_view_ask (PEDICLE_WINDOW (user_data)->consultation);
}

static void
on_discussed (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pedicle_consultation_view_toggle_discussed (PEDICLE_WINDOW (user_data)->consultation);
}

static void
on_draw (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PediclePen *pen = pedicle_session_get_pen (PEDICLE_WINDOW (user_data)->session);

  pedicle_pen_set_active (pen, !pedicle_pen_get_active (pen));
}

static void
on_show_problems (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PedicleWindow *self = user_data;

  gtk_stack_set_visible_child (self->root, GTK_WIDGET (self->problems));
}

static void
on_hide_problems (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_places (user_data);
}

static void
on_reload (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PedicleWindow *self = user_data;

  pedicle_session_load (self->session);
  if (pedicle_problems_get_n (pedicle_session_get_problems (self->session)) == 0)
    pedicle_window_say (self, _("The content was read again, without a problem"), FALSE);
}

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pedicle_shortcuts_show (GTK_WINDOW (user_data));
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PedicleWindow *self = user_data;

  gtk_window_present (GTK_WINDOW (pedicle_preferences_new (GTK_WINDOW (self), self->session, self->settings)));
}

static const GActionEntry entries[] = {
  { .name = "place", .activate = on_place_action, .parameter_type = "s" },
  { .name = "next-patient", .activate = on_next_patient },
  { .name = "undo-next-patient", .activate = on_undo_next_patient },
  { .name = "large-view", .activate = on_large_view },
  { .name = "patient-window", .activate = on_patient_window },
  { .name = "print", .activate = on_print },
  { .name = "save", .activate = on_save },
  { .name = "record", .activate = on_record },
  { .name = "copy-record", .activate = on_copy_record },
  { .name = "open", .activate = on_open },
  { .name = "ask", .activate = on_ask },
  { .name = "discussed", .activate = on_discussed },
  { .name = "draw", .activate = on_draw },
  { .name = "show-problems", .activate = on_show_problems },
  { .name = "hide-problems", .activate = on_hide_problems },
  { .name = "reload", .activate = on_reload },
  { .name = "preferences", .activate = on_preferences },
  { .name = "show-help-overlay", .activate = on_shortcuts },
};

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  PedicleWindow *self = PEDICLE_WINDOW (widget);
  PediclePen *pen = pedicle_session_get_pen (self->session);
  gboolean was = self->large;

  if (pedicle_pen_get_active (pen))
    {
      pedicle_pen_set_active (pen, FALSE);
      return TRUE;
    }
  set_large (self, FALSE);
  return was;
}

static void
on_make_handout (PedicleWindow *self)
{
  show_place (self, "handouts");
}

/* The window manager may end the full screen by itself. */
static void
on_fullscreened (PedicleWindow *self)
{
  if (!gtk_window_is_fullscreen (GTK_WINDOW (self)))
    set_large (self, FALSE);
}

static void
keep_size (PedicleWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
pedicle_window_close_request (GtkWindow *window)
{
  keep_size (PEDICLE_WINDOW (window));
  return GTK_WINDOW_CLASS (pedicle_window_parent_class)->close_request (window);
}

static void
pedicle_window_dispose (GObject *object)
{
  PedicleWindow *self = PEDICLE_WINDOW (object);

  g_autoptr (PedicleNextPatient) next_patient = g_steal_pointer (&self->next_patient);

  self->said = NULL;
  close_patient (self);
  g_clear_handle_id (&self->resized, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  for (guint i = 0; i < N_CONTENTS; i++)
    {
      self->contents[i] = NULL;
      g_clear_pointer (&self->labels[i], g_free);
    }
  G_OBJECT_CLASS (pedicle_window_parent_class)->dispose (object);
  /* When nothing shows it any more. The program itself may go on for a while, with a document to be printed. */
  if (next_patient != NULL)
    pedicle_next_patient_end (next_patient);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PedicleWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PedicleWindow, header);
  gtk_widget_class_bind_template_child (widget_class, PedicleWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, PedicleWindow, subject);
  gtk_widget_class_bind_template_child (widget_class, PedicleWindow, actions);
  gtk_widget_class_bind_template_child (widget_class, PedicleWindow, talk_actions);
  gtk_widget_class_bind_template_child (widget_class, PedicleWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, PedicleWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, PedicleWindow, root);
  gtk_widget_class_bind_template_child (widget_class, PedicleWindow, places);
  gtk_widget_class_bind_template_child (widget_class, PedicleWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, PedicleWindow, consultation);
  gtk_widget_class_bind_template_child (widget_class, PedicleWindow, handouts_place);
  gtk_widget_class_bind_template_child (widget_class, PedicleWindow, translations_place);
  gtk_widget_class_bind_template_child (widget_class, PedicleWindow, problems);
  for (guint i = 0; i < N_CONTENTS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, content_ids[i], FALSE, 0);
}

static void
pedicle_window_class_init (PedicleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = pedicle_window_close_request;
  widget_class->realize = pedicle_window_realize;
  widget_class->size_allocate = pedicle_window_size_allocate;
  g_type_ensure (PEDICLE_TYPE_CONSULTATION_VIEW);
  g_type_ensure (PEDICLE_TYPE_PROBLEMS_VIEW);
  g_type_ensure (PEDICLE_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_place);
  gtk_widget_class_bind_template_callback (widget_class, on_make_handout);
  gtk_widget_class_bind_template_callback (widget_class, queue_resized);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
pedicle_window_init (PedicleWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_CONTENTS; i++)
    {
      self->contents[i]
          = ADW_BUTTON_CONTENT (gtk_widget_get_template_child (GTK_WIDGET (self), PEDICLE_TYPE_WINDOW, content_ids[i]));
      self->labels[i] = g_strdup (adw_button_content_get_label (self->contents[i]));
    }
  show_words (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (on_fullscreened), NULL);
  g_signal_connect_object (self->root, "notify::visible-child", G_CALLBACK (show_banner), self, G_CONNECT_SWAPPED);
}

static void
restore_size (PedicleWindow *self)
{
  int width = 1366, height = 768;

  self->settings = pedicle_application_get_settings ();
  enable (self, "preferences", self->settings != NULL);
  if (self->settings != NULL)
    {
      g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
      if (g_settings_get_boolean (self->settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
    }
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
}

PedicleWindow *
pedicle_window_new (AdwApplication *application, PedicleSession *session)
{
  PedicleWindow *self = g_object_new (PEDICLE_TYPE_WINDOW, "application", application, NULL);

  self->session = g_object_ref (session);
  restore_size (self);
  self->next_patient = pedicle_next_patient_new (GTK_WINDOW (self), self->toasts, session, self->settings);
  g_signal_connect_object (self->consultation, "say", G_CALLBACK (on_say), self, 0);
  pedicle_consultation_view_set_session (self->consultation, session);
  g_signal_connect_object (session, "library-changed", G_CALLBACK (refresh_content), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::replaced", G_CALLBACK (end_said), self, G_CONNECT_SWAPPED);
  refresh_content (self);
  on_place (self);
  pedicle_consultation_view_take_focus (self->consultation);
  return self;
}

void
pedicle_window_open (PedicleWindow *self, GFile *file)
{
  g_return_if_fail (PEDICLE_IS_WINDOW (self));

  show_place (self, "translations");
  pedicle_translations_view_open (self->translations, file);
  gtk_widget_grab_focus (GTK_WIDGET (self->translations));
}

void
pedicle_window_show_about (PedicleWindow *self)
{
  g_return_if_fail (PEDICLE_IS_WINDOW (self));

  adw_show_about_window (GTK_WINDOW (self), "application-name", "Pedicle", "application-icon", "org.pedicle.Pedicle",
                         "version", PEDICLE_VERSION, "developer-name", _("Pedicle contributors"), "license-type",
                         GTK_LICENSE_GPL_3_0, "comments",
                         _("Talk a patient through a choice of treatment, and print what they take home. It gives "
                           "information; it does not advise for one patient."),
                         NULL);
}
