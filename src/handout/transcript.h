/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages.h"
#include "quality.h"

G_BEGIN_DECLS

/** pedicle_transcript_new: what stands on the sheet that @request asks for: the words as they are
 * composed for paper, so that what is measured is what is read. Header, footer, citations and the
 * list of sources are left out. @request must outlive it.
 * Returns: (transfer full) (nullable): %NULL with @error when it cannot be composed. */
PedicleQualitySheet *pedicle_transcript_new (const PedicleRequest *request, GError **error);

G_END_DECLS
