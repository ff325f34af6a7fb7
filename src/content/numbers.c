/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "numbers.h"

PedicleNumbers *
pedicle_numbers_new (void)
{
  return g_atomic_rc_box_new0 (PedicleNumbers);
}

PedicleNumbers *
pedicle_numbers_ref (PedicleNumbers *numbers)
{
  return g_atomic_rc_box_acquire (numbers);
}

static void
numbers_clear (gpointer data)
{
  PedicleNumbers *numbers = data;
  g_free (numbers->id);
  g_free (numbers->topic);
  g_clear_pointer (&numbers->title, pedicle_text_unref);
  g_clear_pointer (&numbers->group, pedicle_text_unref);
  g_clear_pointer (&numbers->time, pedicle_text_unref);
  g_clear_pointer (&numbers->unit, pedicle_text_unref);
  g_free (numbers->after);
  g_free (numbers->of);
  g_clear_pointer (&numbers->scale_low_text, pedicle_text_unref);
  g_clear_pointer (&numbers->scale_high_text, pedicle_text_unref);
  g_clear_pointer (&numbers->outcomes, g_ptr_array_unref);
  g_clear_pointer (&numbers->unknowns, g_ptr_array_unref);
  g_strfreev (numbers->unknown_options);
  g_clear_pointer (&numbers->notes, g_ptr_array_unref);
  g_strfreev (numbers->cites);
}

void
pedicle_numbers_unref (PedicleNumbers *numbers)
{
  g_atomic_rc_box_release_full (numbers, numbers_clear);
}

void
pedicle_outcome_free (PedicleOutcome *outcome)
{
  g_free (outcome->id);
  g_free (outcome->option);
  g_free (outcome->comparator);
  g_clear_pointer (&outcome->happens, pedicle_text_unref);
  g_clear_pointer (&outcome->happens_not, pedicle_text_unref);
  g_clear_pointer (&outcome->range, pedicle_text_unref);
  g_strfreev (outcome->cites);
  g_free (outcome);
}
