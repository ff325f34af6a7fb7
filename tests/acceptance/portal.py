# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A print portal, as a sandboxed program meets it: its dialog is another process's, and the document goes there in a file.

portal.py FOLDER: owns the portal's name on the session bus and says so with FOLDER/ready. A dialog that is opened stands
in FOLDER/asked; it is answered with Print once FOLDER/answer exists. What is printed then is FOLDER/printed.pdf.
"""
import os
import sys

from gi.repository import Gio, GLib

FOLDER = sys.argv[1]
NAME, PATH = 'org.freedesktop.portal.Desktop', '/org/freedesktop/portal/desktop'
PRINT = Gio.DBusNodeInfo.new_for_xml('''<node><interface name="org.freedesktop.portal.Print">
<method name="PreparePrint"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
<method name="Print"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="h" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
<property name="version" type="u" access="read"/></interface></node>''').interfaces[0]


def path(name):
    return os.path.join(FOLDER, name)


def note(name, data=b''):
    """The whole file at once: who waits for it may read it."""
    with open(path(name + '.new'), 'wb') as file:
        file.write(data)
    os.rename(path(name + '.new'), path(name))


def answer(connection, sender, handle, settings, setup):
    if not os.path.exists(path('answer')):
        return GLib.SOURCE_CONTINUE
    results = {'settings': GLib.Variant('a{sv}', settings), 'page-setup': GLib.Variant('a{sv}', setup),
               'token': GLib.Variant('u', 1)}
    connection.emit_signal(sender, handle, 'org.freedesktop.portal.Request', 'Response',
                           GLib.Variant('(ua{sv})', (0, results)))
    return GLib.SOURCE_REMOVE


def variants(packed):
    """The pairs of a dictionary, their values still variants."""
    return {packed.get_child_value(i).get_child_value(0).get_string():
            packed.get_child_value(i).get_child_value(1).get_variant() for i in range(packed.n_children())}


def on_call(connection, sender, _object, _interface, method, parameters, invocation):
    token = variants(parameters.get_child_value(parameters.n_children() - 1)).get('handle_token')
    handle = f"{PATH}/request/{sender[1:].replace('.', '_')}/{token.get_string() if token else 'none'}"
    if method == 'PreparePrint':
        GLib.timeout_add(30, answer, connection, sender, handle, variants(parameters.get_child_value(2)),
                         variants(parameters.get_child_value(3)))
        note('asked', parameters.get_child_value(1).get_string().encode())
    else:
        files = invocation.get_message().get_unix_fd_list()
        with os.fdopen(files.get(parameters.get_child_value(2).get_handle()), 'rb') as file:
            note('printed.pdf', file.read())
    invocation.return_value(GLib.Variant('(o)', (handle,)))


def on_bus(connection, _name):
    connection.register_object(PATH, PRINT, on_call, lambda *_: GLib.Variant('u', 3), None)


Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.REPLACE, on_bus, lambda *_: note('ready'), None)
GLib.MainLoop().run()
