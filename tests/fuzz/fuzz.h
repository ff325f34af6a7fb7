/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/** LLVMFuzzerTestOneInput: the entry point that the fuzzer and the replayer call with one input. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
