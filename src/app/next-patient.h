/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/** PedicleNextPatient: from one patient to the next: on a key in any window, by the menu, or when nobody is there any
 * more, everything about the patient goes from everywhere. For ten seconds it can be taken back; then what was kept for
 * that is overwritten. Owned by the window. */
#define PEDICLE_TYPE_NEXT_PATIENT (pedicle_next_patient_get_type ())
G_DECLARE_FINAL_TYPE (PedicleNextPatient, pedicle_next_patient, PEDICLE, NEXT_PATIENT, GObject)

/** pedicle_next_patient_new: @toasts: where the way back is offered. @settings: (nullable) */
PedicleNextPatient *pedicle_next_patient_new (GtkWindow *window,
                                              AdwToastOverlay *toasts,
                                              PedicleSession *session,
                                              GSettings *settings);

/** pedicle_next_patient_run: clears everything, and offers to take it back if there was anything. */
void pedicle_next_patient_run (PedicleNextPatient *self);

/** pedicle_next_patient_undo: takes it back, while there still is something to take back. */
void pedicle_next_patient_undo (PedicleNextPatient *self);

/** pedicle_next_patient_end: the window is going: nothing is kept, the visit neither. */
void pedicle_next_patient_end (PedicleNextPatient *self);

G_END_DECLS
