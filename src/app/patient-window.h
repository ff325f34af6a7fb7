/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/** PediclePatientWindow: the large view in a window of its own, for a screen that the patient looks at. It follows the
 * session's talk, holds nothing of the patient itself, and stays when the next one comes. */
#define PEDICLE_TYPE_PATIENT_WINDOW (pedicle_patient_window_get_type ())
G_DECLARE_FINAL_TYPE (PediclePatientWindow, pedicle_patient_window, PEDICLE, PATIENT_WINDOW, AdwWindow)

/** pedicle_patient_window_new: Returns: (transfer none): owned by the toolkit until it is destroyed */
PediclePatientWindow *pedicle_patient_window_new (PedicleSession *session);

G_END_DECLS
