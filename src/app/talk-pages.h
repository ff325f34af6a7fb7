/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleTalkPages: the part of the talk that the patient sees: one topic, or the table of all. It follows the session's
 * talk. */
#define PEDICLE_TYPE_TALK_PAGES (pedicle_talk_pages_get_type ())
G_DECLARE_FINAL_TYPE (PedicleTalkPages, pedicle_talk_pages, PEDICLE, TALK_PAGES, GtkWidget)

void pedicle_talk_pages_set_session (PedicleTalkPages *self, PedicleSession *session);

/** pedicle_talk_pages_set_quiet: for the patient's window, before it has a session: without the clinician's tools. */
void pedicle_talk_pages_set_quiet (PedicleTalkPages *self);

/** pedicle_talk_pages_set_prompt: @prompt: (nullable): words for the clinician, over the answers of one topic */
void pedicle_talk_pages_set_prompt (PedicleTalkPages *self, const char *prompt);

G_END_DECLS
