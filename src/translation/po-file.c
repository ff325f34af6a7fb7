/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "po-file.h"

#include <errno.h>
#include <gettext-po.h>
#include <gio/gio.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "catalogue.h"
#include "file.h"
#include "po-lines.h"

G_DEFINE_QUARK (pedicle_translation_error, pedicle_translation_error)

GBytes *
pedicle_po_file_load (const char *path, GError **error)
{
  g_autoptr (GError) wrong = NULL;
  GBytes *bytes = pedicle_file_read (path, PEDICLE_CATALOGUE_MAX_BYTES, &wrong);

  if (bytes == NULL)
    g_set_error (error, PEDICLE_TRANSLATION_ERROR, PEDICLE_TRANSLATION_ERROR_FILE, "%s: error: %s",
                 path, wrong->message);
  return bytes;
}

/* ---- libgettextpo ---- */

/* libgettextpo's handlers get no data and the library is not thread-safe: one reader at a time. */
static GMutex reader;
static struct
{
  jmp_buf out;
  char *message; /* the first error */
  size_t line;
} trouble;

static void
on_error (int severity,
          po_message_t message,
          const char *file,
          size_t line,
          size_t column,
          int multiline,
          const char *text)
{
  if (severity != PO_SEVERITY_WARNING && trouble.message == NULL)
    {
      trouble.message = g_strdelimit (g_strchomp (g_strdup (text)), "\n", ' ');
      trouble.line = line;
    }
  if (severity == PO_SEVERITY_FATAL_ERROR)
    longjmp (trouble.out, 1); /* the library does not expect this handler to return */
}

static void
on_error_2 (int severity,
            po_message_t message_1,
            const char *file_1,
            size_t line_1,
            size_t column_1,
            int multiline_1,
            const char *text_1,
            po_message_t message_2,
            const char *file_2,
            size_t line_2,
            size_t column_2,
            int multiline_2,
            const char *text_2)
{
  on_error (severity, message_1, file_1, line_1, column_1, multiline_1, text_1);
}

static const struct po_xerror_handler handlers = { on_error, on_error_2 };

static po_file_t
read_guarded (const char *path)
{
  if (setjmp (trouble.out) != 0)
    return NULL;
  return po_file_read (path, &handlers);
}

static void
message_free (gpointer data)
{
  PedicleMessage *message = data;

  g_free (message->context);
  g_free (message->id);
  g_free (message->str);
  g_free (message->comments);
  g_free (message->extracted);
  g_free (message->previous);
  g_free (message);
}

static PedicleMessage *
message_new (po_message_t source, int line)
{
  PedicleMessage *message = g_new0 (PedicleMessage, 1);

  message->context = g_strdup (po_message_msgctxt (source));
  message->id = g_strdup (po_message_msgid (source));
  message->str = g_strdup (po_message_msgstr (source));
  message->comments = g_strdup (po_message_comments (source)); /* "" when there are none */
  message->extracted = g_strdup (po_message_extracted_comments (source));
  message->previous = g_strdup (po_message_prev_msgid (source));
  message->fuzzy = po_message_is_fuzzy (source);
  message->line = line;
  return message;
}

/* Returns: whether the library and our own index saw the same entries; they do not when a `domain`
 * line hides some. */
static gboolean
take_messages (PediclePoFile *file, po_file_t source, const GArray *lines)
{
  po_message_iterator_t iterator = po_message_iterator (source, NULL);
  po_message_t message;
  guint n = 0;

  while ((message = po_next_message (iterator)) != NULL)
    {
      int line;

      if (po_message_is_obsolete (message))
        continue;
      line = n < lines->len ? g_array_index (lines, int, n) : 0;
      n++;
      if (*po_message_msgid (message) == '\0' && po_message_msgctxt (message) == NULL)
        file->header = g_strdup (po_message_msgstr (message));
      else if (po_message_msgid_plural (message) == NULL) /* the content has no plurals */
        g_ptr_array_add (file->messages, message_new (message, line));
    }

  po_message_iterator_free (iterator);
  return n == lines->len;
}

/* The first error that the handlers saw, as our own. */
static void
set_syntax_error (const char *name, GError **error)
{
  g_autofree char *line =
      trouble.line + 1 > 1 ? g_strdup_printf (":%" G_GSIZE_FORMAT, trouble.line) : g_strdup ("");

  g_set_error (error, PEDICLE_TRANSLATION_ERROR, PEDICLE_TRANSLATION_ERROR_SYNTAX,
               "%s%s: error: %s; the file is not used until this is mended", name, line,
               trouble.message != NULL ? trouble.message : "this is not a .po file");
}

static PediclePoFile *
parse_path (const char *path, const char *name, const GArray *lines, GError **error)
{
  g_autoptr (PediclePoFile) file = g_new0 (PediclePoFile, 1);
  po_file_t source;
  gboolean good = FALSE;

  file->messages = g_ptr_array_new_with_free_func (message_free);
  g_mutex_lock (&reader);
  trouble.line = 0;
  source = read_guarded (path);
  if (source == NULL || trouble.message != NULL)
    set_syntax_error (name, error);
  else if (!take_messages (file, source, lines))
    g_set_error (error, PEDICLE_TRANSLATION_ERROR, PEDICLE_TRANSLATION_ERROR_SYNTAX,
                 "%s: error: a `domain` line hides entries of the file; take it out", name);
  else
    good = TRUE;
  g_clear_pointer (&source, po_file_free);
  g_clear_pointer (&trouble.message, g_free);
  g_mutex_unlock (&reader);
  return good ? g_steal_pointer (&file) : NULL;
}

/* ---- the whole way ---- */

/* What libgettextpo does not refuse, or takes for something else. */
static gboolean
check_bytes (const char *data, gsize size, const char *name, GError **error)
{
  const char *end;

  if (size > PEDICLE_CATALOGUE_MAX_BYTES)
    g_set_error (error, PEDICLE_TRANSLATION_ERROR, PEDICLE_TRANSLATION_ERROR_FILE,
                 "%s: error: the file is larger than %d MiB; that is no .po file of this program",
                 name, PEDICLE_CATALOGUE_MAX_BYTES >> 20);
  else if (!g_utf8_validate_len (data, size, &end))
    {
      int line = 1;

      for (const char *p = data; p < end; p++)
        line += *p == '\n';
      g_set_error (error, PEDICLE_TRANSLATION_ERROR, PEDICLE_TRANSLATION_ERROR_SYNTAX,
                   "%s:%d: error: this is not UTF-8 text; save the file in UTF-8", name, line);
    }
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_charset (const char *header, const char *name, GError **error)
{
  const char *field = header != NULL ? strstr (header, "charset=") : NULL;
  g_autofree char *charset = NULL;

  if (field == NULL)
    return TRUE;
  field += strlen ("charset=");
  charset = g_strndup (field, strcspn (field, "; \t\n"));
  if (g_ascii_strcasecmp (charset, "UTF-8") == 0 || strcmp (charset, "CHARSET") == 0)
    return TRUE;
  g_set_error (
      error, PEDICLE_TRANSLATION_ERROR, PEDICLE_TRANSLATION_ERROR_SYNTAX,
      "%s: error: the header says charset=%s; save the file in UTF-8 and write charset=UTF-8", name,
      charset);
  return FALSE;
}

/* A file without a name that only this process can see. */
static int
open_memory (const char *data, gsize size)
{
  int fd = memfd_create ("pedicle-po", MFD_CLOEXEC);

  for (gsize done = 0; fd >= 0 && done < size;)
    {
      ssize_t n = write (fd, data + done, size - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          close (fd);
          return -1;
        }
      done += (gsize) n;
    }
  return fd;
}

/* Once libgettextpo knows a character set it sends each letter through iconv, which takes three
 * quarters of its time. What it gets is known to be UTF-8, and read byte by byte it is the same: so
 * the word in the header's usual line is written in a way that the library does not look for. */
static void
respell_charset (char *text, const char *from, const char *to)
{
  char *line = text != NULL ? strstr (text, from) : NULL;

  if (line != NULL)
    memcpy (line, to, strlen (to));
}

PediclePoFile *
pedicle_po_file_parse (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (PediclePoFile) file = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autofree char *text = NULL, *path = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int fd;

  if (!check_bytes (data, size, name, error))
    return NULL;
  if (size >= 3 && memcmp (data, "\357\273\277", 3) == 0) /* a byte order mark, from some editors */
    {
      data += 3;
      size -= 3;
    }

  text = size > 0 ? g_strndup (data, size) : g_strdup (""); /* no bytes: no data either */
  respell_charset (text, "\n\"Content-Type: text/plain; charset=UTF-8",
                   "\n\"Content-Type: text/plain; Charset");
  fd = open_memory (text, size);
  if (fd < 0)
    {
      g_set_error (error, PEDICLE_TRANSLATION_ERROR, PEDICLE_TRANSLATION_ERROR_FILE,
                   "%s: error: there is no memory for the file: %s", name, g_strerror (errno));
      return NULL;
    }
  lines = pedicle_po_lines (text);
  path = g_strdup_printf ("/proc/self/fd/%d", fd);
  file = parse_path (path, name, lines, error);
  close (fd);
  if (file == NULL)
    return NULL;
  respell_charset (file->header, "Content-Type: text/plain; Charset=UTF-8",
                   "Content-Type: text/plain; charset");
  return check_charset (file->header, name, error) ? g_steal_pointer (&file) : NULL;
}

void
pedicle_po_file_free (PediclePoFile *file)
{
  g_free (file->header);
  g_ptr_array_unref (file->messages);
  g_free (file);
}
