/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** PedicleInput: the words of a file that may be about a patient: on the stack, overwritten when
 * cleared. */
typedef struct
{
  char *text; /* behind a byte order mark, valid UTF-8, ended by a zero; may be changed in place */
  char *data; /* (owned): all that was read */
  gsize size;
} PedicleInput;

/** pedicle_input_read: reads the file @path, or standard input when it is "-", of at most @most
 * bytes. The errors, %G_OPTION_ERROR_BAD_VALUE, call the file by @option. */
gboolean pedicle_input_read (
    PedicleInput *input, const char *path, const char *option, gsize most, GError **error);
void pedicle_input_clear (PedicleInput *input);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PedicleInput, pedicle_input_clear)

/** pedicle_input_name: Returns: (transfer none): how messages call @path. */
const char *pedicle_input_name (const char *path);

G_END_DECLS
