#!/bin/sh
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# update.sh template ROOT FOLDER    writes the template of a domain to standard output
# update.sh merge ROOT FOLDER       brings the domain's template and all its languages up to date
# FOLDER is below ROOT. The template has no date and no line numbers: it changes only when the words do.
set -eu
verb=$1 root=$2 folder=$3

template () {
  # Our own rules say which elements of the content hold words, and what the translator is told about them.
  GETTEXTDATADIRS="$root/data:/usr/share/gettext${GETTEXTDATADIRS:+:$GETTEXTDATADIRS}" \
    xgettext --directory="$root" --files-from="$root/$folder/POTFILES.in" --from-code=UTF-8 --add-location=file \
      --add-comments=Translators --package-name=pedicle --output=- \
      --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=ngettext:1,2 \
      --flag=g_strdup_printf:1:c-format --flag=g_string_append_printf:2:c-format |
    sed -e '1,/^#$/c\
# Template of the words to translate.\
# SPDX-FileCopyrightText: 2026 Pedicle contributors\
# SPDX-License-Identifier: GPL-3.0-or-later\
#' -e '/^"POT-Creation-Date:/d'
}

# The template of the patient's words is kept: it shows in the history what translators will have to do.
merge () {
  new=$(mktemp)
  trap 'rm -f "$new"' EXIT
  template > "$new"
  for kept in "$root/$folder"/*.pot; do
    [ ! -f "$kept" ] || cmp -s "$new" "$kept" || cp "$new" "$kept"
  done
  grep -v '^#' "$root/$folder/LINGUAS" | while read -r language; do
    file="$root/$folder/$language.po"
    msgmerge --update --backup=none --quiet --previous --add-location=file "$file" "$new"
    echo "$folder/$language.po: $(msgfmt --statistics -o /dev/null "$file" 2>&1)"
  done
}

case $verb in
  template | merge) $verb ;;
  *) sed -n '4,5s/^# //p' "$0" >&2; exit 2 ;;
esac
