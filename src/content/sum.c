/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sum.h"

#include "config.h"

#ifdef PEDICLE_HAVE_NETTLE
#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <nettle/version.h>

char *
pedicle_sum_bytes (GBytes *bytes)
{
  struct sha256_ctx context;
  guint8 digest[SHA256_DIGEST_SIZE];
  char *hex = g_malloc0 (BASE16_ENCODE_LENGTH (sizeof digest) + 1);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  sha256_init (&context);
  sha256_update (&context, size, data);
#if NETTLE_VERSION_MAJOR >= 4
  sha256_digest (&context, digest);
#else
  sha256_digest (&context, sizeof digest, digest);
#endif
  base16_encode_update (hex, sizeof digest, digest);
  return hex;
}
#else
char *
pedicle_sum_bytes (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}
#endif
