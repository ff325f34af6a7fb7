/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <librsvg/rsvg.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/**
 * SECTION: late
 *
 * Two libraries that take the system as long to load, with the twenty that they bring along, as a sheet takes to be laid
 * out: a sixth of an export. Many sheets have no picture and most commands make no PDF, so each library is loaded when
 * it is first needed, and then stays. From any thread.
 */

#define PEDICLE_QPDF_FUNCTIONS(F) \
  F (cleanup) \
  F (get_buffer) \
  F (get_buffer_length) \
  F (get_error) \
  F (get_info_key) \
  F (get_num_pages) \
  F (get_object_by_id) \
  F (get_page_n) \
  F (get_root) \
  F (get_trailer) \
  F (has_error) \
  F (init) \
  F (init_write_memory) \
  F (oh_append_item) \
  F (oh_erase_item) \
  F (oh_get_array_item) \
  F (oh_get_array_n_items) \
  F (oh_get_dict) \
  F (oh_get_int_value_as_int) \
  F (oh_get_key) \
  F (oh_get_key_if_dict) \
  F (oh_get_name) \
  F (oh_get_object_id) \
  F (oh_get_page_content_data) \
  F (oh_get_value_as_int) \
  F (oh_has_key) \
  F (oh_is_array) \
  F (oh_is_dictionary) \
  F (oh_is_name) \
  F (oh_is_name_and_equals) \
  F (oh_new_array) \
  F (oh_new_integer) \
  F (oh_new_name) \
  F (oh_new_null) \
  F (oh_new_stream) \
  F (oh_new_string) \
  F (oh_new_unicode_string) \
  F (oh_parse) \
  F (oh_release) \
  F (oh_remove_key) \
  F (oh_replace_key) \
  F (oh_replace_stream_data) \
  F (oh_set_array_item) \
  F (read_memory) \
  F (set_attempt_recovery) \
  F (set_deterministic_ID) \
  F (set_info_key) \
  F (set_newline_before_endstream) \
  F (set_object_stream_mode) \
  F (set_suppress_warnings) \
  F (silence_errors) \
  F (write)

#define PEDICLE_RSVG_FUNCTIONS(F) \
  F (handle_new_from_data) \
  F (handle_render_document) \
  F (handle_set_stylesheet)

/** PedicleQpdf: the functions of libqpdf that are used, by their names without "qpdf_". */
typedef struct
{
#define FIELD(name) __typeof__ (qpdf_##name) *name;
  PEDICLE_QPDF_FUNCTIONS (FIELD)
#undef FIELD
} PedicleQpdf;

/** PedicleRsvg: those of librsvg, without "rsvg_". */
typedef struct
{
#define FIELD(name) __typeof__ (rsvg_##name) *name;
  PEDICLE_RSVG_FUNCTIONS (FIELD)
#undef FIELD
} PedicleRsvg;

/** pedicle_late_qpdf: Returns: (transfer none) (nullable): %NULL with #PEDICLE_HANDOUT_ERROR_OUTPUT when the library is
 * missing; the same for the other. */
const PedicleQpdf *pedicle_late_qpdf (GError **error);
const PedicleRsvg *pedicle_late_rsvg (GError **error);

G_END_DECLS
