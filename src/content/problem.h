/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION: problem
 *
 * What is wrong with a file, in a sentence that says what to do, at file:line:column. The readers report every
 * problem of a well-formed file and go on with what they have; nothing aborts on input.
 */

#define PEDICLE_CONTENT_ERROR (pedicle_content_error_quark ())
GQuark pedicle_content_error_quark (void);

/** PedicleContentError: codes of %PEDICLE_CONTENT_ERROR and kinds of a #PedicleProblem. */
typedef enum
{
  PEDICLE_CONTENT_ERROR_FILE,       /* cannot be read, is too large, is not a plain file */
  PEDICLE_CONTENT_ERROR_MALFORMED,  /* not well-formed XML, or refused before or while parsing */
  PEDICLE_CONTENT_ERROR_STRUCTURE,  /* unknown, missing or misplaced element or attribute */
  PEDICLE_CONTENT_ERROR_VALUE,      /* a value that is not of its kind */
  PEDICLE_CONTENT_ERROR_REFERENCE,  /* an id that names nothing, or names two things */
  PEDICLE_CONTENT_ERROR_WORDING,    /* a rule for words or numbers is broken */
  PEDICLE_CONTENT_ERROR_CONFLICT,   /* a local layer's text whose shipped text has changed since */
} PedicleContentError;

typedef enum
{
  PEDICLE_SEVERITY_ERROR,
  PEDICLE_SEVERITY_WARNING,
} PedicleSeverity;

/** PedicleProblem: one problem. @line and @column count from 1, the column in characters; 0 when unknown. */
typedef struct
{
  PedicleSeverity severity;
  PedicleContentError code;
  char *file;
  int line;
  int column;
  char *message;
} PedicleProblem;

/** PedicleProblems: a growing list of problems, at most %PEDICLE_PROBLEMS_MAX of them. Not thread-safe. */
typedef struct _PedicleProblems PedicleProblems;

#define PEDICLE_PROBLEMS_MAX 200

PedicleProblems *pedicle_problems_new (void);
void pedicle_problems_free (PedicleProblems *problems);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleProblems, pedicle_problems_free)

/** pedicle_problems_add: adds one; @message is a printf format of a whole sentence. */
void pedicle_problems_add (PedicleProblems *problems,
                           PedicleSeverity severity,
                           PedicleContentError code,
                           const char *file,
                           int line,
                           int column,
                           const char *message,
                           ...) G_GNUC_PRINTF (7, 8);

guint pedicle_problems_get_n (const PedicleProblems *problems);
guint pedicle_problems_get_n_errors (const PedicleProblems *problems);
const PedicleProblem *pedicle_problems_get (const PedicleProblems *problems, guint index);

/** pedicle_problems_sort: by file, line and column; stable. */
void pedicle_problems_sort (PedicleProblems *problems);

/** pedicle_problem_format: Returns: (transfer full): "file:line:column: error: sentence". */
char *pedicle_problem_format (const PedicleProblem *problem);

/** pedicle_problems_format: Returns: (transfer full): every problem on a line of its own, each ended by a newline. */
char *pedicle_problems_format (const PedicleProblems *problems);

G_END_DECLS
