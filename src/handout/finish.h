/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages-private.h"

G_BEGIN_DECLS

/**
 * pedicle_finish:
 * @drawn: a PDF file as cairo writes it for @pages, with their tags
 *
 * Adds what PDF/UA-1 asks for and cairo cannot write: languages, descriptions of pictures, heads of
 * tables, kinds of lists, artifacts, the order of tabs, what the file says about itself; for
 * pages of an archive, what PDF/A-2a asks for, too. The bytes depend on nothing but @drawn and
 * @pages.
 *
 * Returns: (transfer full) (nullable): the finished file; %NULL with #PEDICLE_HANDOUT_ERROR_OUTPUT
 * when the tags of @drawn are not the structure of @pages: no file may look tagged that is not.
 */
GBytes *pedicle_finish (GBytes *drawn, const PediclePages *pages, GError **error);

/** pedicle_finish_language: Returns: (transfer full): the name of a catalogue's language as PDF
 * writes it: "pt-BR" for "pt_BR", "sr-Latn" for "sr@latin". */
char *pedicle_finish_language (const char *language);

G_END_DECLS
