"""
Starts SecantusDB, the substitute for a MongoDB, with what the tests need of one, in all else as its own command does.

It is Python, and asked a few million things in a run. What is replaced here answers as before, only with less work; a faster way that
does not apply falls back on the server's own.

    python startSecantus.py SECONDS ...    SECONDS is how long a transaction may last; what follows goes to the command
"""

import functools
import sys
import threading
import time

from bson.objectid import ObjectId
from secantus import cli, query, server, storage

# Both come to light when the storage is loaded.
import packing
import swig_wiredtiger

TRANSACTION_LIMIT = float(sys.argv.pop(1))

# --- Transactions

# By itself it gives up an old transaction only when somebody else begins or ends one. Where all that is left to do is a plain write,
# that would wait for ever for what a killed process had in hand. A real one looks by itself.
make = cli.SecantusDBServer


def make_with_limit(*args, **settings):
    made = make(*args, transaction_lifetime_seconds=TRANSACTION_LIMIT, **settings)

    def look():
        while True:
            time.sleep(1)
            made.transactions.prune_expired()

    threading.Thread(target=look, daemon=True).start()
    return made


cli.SecantusDBServer = make_with_limit

# --- Queries: it looks into an index only where a filter names its fields directly, and Payload's filters are all an "$and"

find_by_index = storage.Storage._try_index_id_keys
FEW = 16


def clauses_of(filter):
    for field, condition in filter.items():
        if field == "$and":
            for part in condition:
                if isinstance(part, dict):
                    yield from clauses_of(part)
        elif not field.startswith("$"):
            yield field, condition


def find_by_any_index(self, db, coll, filter, *, collation=None):
    """The keys of the documents that may match, by the index that leaves the fewest; each is compared with the whole filter afterwards."""
    found = find_by_index(self, db, coll, filter, collation=collation)
    if found is not None or not filter or collation is not None:
        return found
    clauses = list(clauses_of(filter))
    if len(clauses) == 1 and len(filter) == 1 and "$and" not in filter:
        return None
    for field, condition in sorted(clauses, key=lambda clause: clause[0] != "_id"):
        keys = find_by_index(self, db, coll, {field: condition})
        if keys is not None and (found is None or len(keys) < len(found)):
            found = keys
            if len(found) <= FEW:
                break
    # In the order in which they were inserted, as without an index.
    return found if found is None else sorted(found)


storage.Storage._try_index_id_keys = find_by_any_index

# --- Comparing with a long list: once over the list, not once for each document

match_by = query._op_matches
last = threading.local()


def match_by_set(values, op, arg, collation=None, *, field="", descend=True):
    if op in ("$in", "$nin") and type(arg) is list and len(arg) > 2 and collation is None:
        if getattr(last, "list", None) is not arg:
            last.list = arg
            last.set = frozenset(arg) if all(type(one) in HASHED for one in arg) else None
        if last.set is not None and all(type(value) in HASHED for value in values):
            return last.set.isdisjoint(values) == (op == "$nin")
    return match_by(values, op, arg, collation, field=field, descend=descend)


# Equal as keys of a set exactly when they are equal to the server.
HASHED = {str, ObjectId}
query._op_matches = match_by_set
# All that it decodes is a dict, for which the question is answered without Python.
query.Mapping = dict

# --- The list of a collection's indexes: once for a command, not several times for each of its documents

read_indexes = storage.Storage._iter_indexes
dispatch = server.dispatch
command = threading.local()


def dispatch_with_memory(*args, **settings):
    command.indexes = {}
    return dispatch(*args, **settings)


def remembered_indexes(self, db, coll):
    known = getattr(command, "indexes", None)
    if known is None:
        return read_indexes(self, db, coll)
    if (db, coll) not in known:
        known[db, coll] = list(read_indexes(self, db, coll))
    return iter(known[db, coll])


def forgetting(change):
    """What changes the indexes reads them as they are, and leaves none remembered."""

    @functools.wraps(change)
    def change_and_forget(*args, **settings):
        # Within another change, and outside a command, nothing is remembered anyway.
        remembers = getattr(command, "indexes", None) is not None
        command.indexes = None
        try:
            return change(*args, **settings)
        finally:
            if remembers:
                command.indexes = {}

    return change_and_forget


server.dispatch = dispatch_with_memory
storage.Storage._iter_indexes = remembered_indexes
for name in (
    "create_index",
    "drop_all_indexes",
    "drop_collection",
    "drop_database",
    "drop_index",
    "rename_collection",
    "set_index_expiry",
    "set_index_options",
):
    setattr(storage.Storage, name, forgetting(getattr(storage.Storage, name)))

mark_multikey = storage.Storage._maybe_mark_multikey


def mark_multikey_and_forget(self, db, coll, doc, indexes, already):
    before = len(already)
    marked = mark_multikey(self, db, coll, doc, indexes, already)
    if len(marked) != before and getattr(command, "indexes", None):
        command.indexes.clear()
    return marked


storage.Storage._maybe_mark_multikey = mark_multikey_and_forget

# --- Keys: strings that end with a zero byte, then perhaps bytes or a number

unpack_any, pack_any = packing.unpack, packing.pack


@functools.lru_cache
def form_of(fmt):
    """How many strings it begins with and what follows; `None` where it is of another kind."""
    strings = len(fmt) - len(fmt.lstrip("S"))
    rest = fmt[strings:]
    return (strings, rest) if strings and rest in ("", "u", "q") else None


def unpack(fmt, packed):
    if fmt == "u":
        return [packed or b""]
    form = form_of(fmt)
    if not form:
        return unpack_any(fmt, packed)
    strings, rest = form
    parts = packed.split(b"\0", strings)
    tail = parts.pop()
    values = [part.decode() for part in parts]
    if rest == "u":
        values.append(tail)
    elif rest == "q":
        values.append(packing.unpack_int(tail)[0])
    return values


def pack(fmt, *values):
    form = form_of(fmt)
    if not form or any("\0" in value for value in values[: form[0]]):
        return pack_any(fmt, *values)
    strings, rest = form
    packed = b"".join([value.encode() + b"\0" for value in values[:strings]])
    if rest == "u":
        packed += values[strings]
    elif rest == "q":
        packed += packing.pack_int(values[strings])
    return packed


swig_wiredtiger.pack, swig_wiredtiger.unpack = pack, unpack

sys.exit(cli.main())
