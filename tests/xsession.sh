#!/bin/bash
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# xsession.sh COMMAND...: runs COMMAND with a display, a session bus, an accessibility bus and a home of its own, so
# that tests need nothing of the machine and leave nothing on it. All that is started here is ended by its process id.
#
# SCREEN=1366x768     size of the display          TEXT_SCALE=200   size of text, in percent
# SCHEME=dark         dark colours                 CONTRAST=high    high contrast
# KEEP_HOME=1         says where the home was and leaves it
set -u

place=$(mktemp -d)
chmod 700 "$place"
export HOME=$place/home XDG_RUNTIME_DIR=$place/run XDG_CONFIG_HOME=$place/home/.config \
  XDG_DATA_HOME=$place/home/.local/share XDG_CACHE_HOME=$place/home/.cache XDG_STATE_HOME=$place/home/.local/state
mkdir -p "$XDG_RUNTIME_DIR" "$XDG_CONFIG_HOME/gtk-4.0" "$XDG_DATA_HOME" "$XDG_CACHE_HOME"
chmod 700 "$XDG_RUNTIME_DIR"
printf '[Settings]\ngtk-enable-animations=false\n' >"$XDG_CONFIG_HOME/gtk-4.0/settings.ini"

unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
export GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory LIBGL_ALWAYS_SOFTWARE=1 ADW_DISABLE_PORTAL=1 \
  GTK_USE_PORTAL=0 GTK_A11Y=${GTK_A11Y:-atspi} LC_ALL=${LC_ALL:-C.UTF-8}
[ "${SCHEME:-}" != dark ] || export ADW_DEBUG_COLOR_SCHEME=prefer-dark
[ "${CONTRAST:-}" != high ] || export ADW_DEBUG_HIGH_CONTRAST=1

Xvfb -r -displayfd 5 -screen 0 "${SCREEN:-1366x768}x24" -nolisten tcp -noreset 5>"$place/display" 2>"$place/xvfb.log" &
server=$!
end() {
  kill $server 2>/dev/null
  wait 2>/dev/null
  if [ "${KEEP_HOME:-0}" = 1 ]; then echo "home: $place" >&2; else rm -rf "$place"; fi
}
trap end EXIT
for _ in $(seq 200); do
  [ -s "$place/display" ] && break
  kill -0 $server 2>/dev/null || { cat "$place/xvfb.log" >&2; exit 77; }
  sleep 0.02
done
export DISPLAY=:$(cat "$place/display")
if [ "${TEXT_SCALE:-100}" != 100 ]; then
  echo "Xft.dpi: $((96 * TEXT_SCALE / 100))" | xrdb -merge -nocpp || exit 77
fi

# Fatal warnings are for the program under test, not for the services that the bus starts; and standard output is the
# program's alone.
debug=${G_DEBUG:-}
unset G_DEBUG
dbus-run-session -- env ${debug:+G_DEBUG="$debug"} bash -c 'exec "$@" >&3 3>&-' program "$@" 3>&1 >&2
