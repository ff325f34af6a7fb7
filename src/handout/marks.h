/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include <glib.h>

G_BEGIN_DECLS

/** PEDICLE_MARKS_ARTIFACT: the tag below which the painter draws what is no part of the text. */
#define PEDICLE_MARKS_ARTIFACT "NonStruct"

/** PEDICLE_MARKS_SPECK: a letter of so many points is there only so that cairo opens a tag; it is
 * taken away again. */
#define PEDICLE_MARKS_SPECK 0.1

/**
 * pedicle_marks_complete:
 * @content: the operators of a page as cairo writes them
 * @length: its bytes
 *
 * Every object of a page is either a part of the text or an artifact. What stands outside of all
 * marks, or in one of #PEDICLE_MARKS_ARTIFACT, becomes an artifact. One pass over the bytes.
 *
 * Returns: (transfer full) (nullable): the new operators; %NULL when these are none that cairo
 * writes: marks that do not close, or that begin inside of an artifact.
 */
GString *pedicle_marks_complete (const char *content, gsize length);

G_END_DECLS
