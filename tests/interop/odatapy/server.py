"""Starts odatapy's OData server with `metadata.xml` on a free port of 127.0.0.1, at `/v1.0` and at `/beta`.

Prints `listening on http://127.0.0.1:PORT`, logs to standard error, and stops on SIGTERM, SIGINT or when standard input
is closed. Routing, parsing, filters, ETags, paging and (de)serialization are odatapy's; this file chooses among its
settings, adds what its store leaves to the service (string keys, the two singletons), and reconciles two parts of
odatapy that disagree on how an enum is stored (`EnumsByName`; `--as-released` leaves that out).
"""

import argparse
import logging
import os
import socket
import sys
import threading
import uuid

import uvicorn
from odatapy.data import Entity, ValueType
from odatapy.edm.xml_io import XmlEdmProvider
from odatapy.server import OData
from odatapy.server.adapters import ODataASGIApp
from odatapy.server.deserializer.json_deserializer import ODataJsonDeserializer
from odatapy.server.inmemory import InMemoryDataStore, InMemoryProcessor
from odatapy.server.processor import CustomETagSupport

METADATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "metadata.xml")
OPTIMISTIC_CONCURRENCY = "Org.OData.Core.V1.OptimisticConcurrency"


class ETagsByModel(CustomETagSupport):
    """odatapy asks the service which sets have ETags: those that the model annotates. Changes of these need `If-Match`."""

    def has_etag(self, entity_set_or_singleton):
        annotations = getattr(entity_set_or_singleton, "annotations", [])
        return any(annotation.term == OPTIMISTIC_CONCURRENCY for annotation in annotations)


class StringKeys(InMemoryProcessor):
    """odatapy's store makes integer keys only; Graph's are strings that the service makes."""

    def _next_key(self, entity_set):
        return entity_set.entity_type.key_predicate_names[0], str(uuid.uuid4())


class EnumsByName(OData):
    """odatapy 5.3.0 evaluates filters on the names of members ("that is how the in-memory store keeps them",
    server/eval.py), but its deserializer gives the store their numbers, so no filter on an enum that came by HTTP ever
    holds. Here the deserializer gives names. What a literal looks like, and whether it is one, stays odatapy's matter."""

    class Deserializer(ODataJsonDeserializer):
        @staticmethod
        def _enum(enum_type, raw, name):
            return enum_type.format_value(ODataJsonDeserializer._enum(enum_type, raw, name))

    def create_deserializer(self, content_type=None, *, strict=None):
        deserializer = super().create_deserializer(content_type, strict=strict)
        if type(deserializer) is ODataJsonDeserializer:
            return self.Deserializer(strict=deserializer.strict)
        return deserializer


def service(root, options):
    """The service below `root`, with a store of its own."""
    odata = OData() if options.as_released else EnumsByName()
    metadata = odata.create_service_metadata(XmlEdmProvider.from_file(METADATA), service_version=options.odata_version)
    store = InMemoryDataStore()
    store.declare_key_auto_generating(*(entity_set.name for entity_set in metadata.edm.entity_container.entity_sets))
    for singleton in metadata.edm.entity_container.singletons:
        entity = Entity(type=singleton.entity_type.full_qualified_name.fqn)
        entity.set_property("id", singleton.name, ValueType.PRIMITIVE, "Edm.String")
        store.set_entities(singleton.name, [entity])
    handler = odata.create_handler(metadata)
    handler.register(StringKeys(store, page_size=options.page_size))
    handler.register(ETagsByModel())
    return ODataASGIApp(handler, root)


def tracking(scope):
    """Graph's spelling of a delta query, `users/delta`, as odatapy's: the collection with `Prefer: odata.track-changes`."""
    path = scope["path"].removesuffix("/delta")
    if path == scope["path"]:
        return scope
    headers = [*scope["headers"], (b"prefer", b"odata.track-changes")]
    return {**scope, "path": path, "raw_path": path.encode(), "headers": headers}


def application(options):
    services = {root: service(root, options) for root in ("/v1.0", "/beta")}

    async def application(scope, receive, send):
        for root, service in services.items():
            if scope["path"] == root or scope["path"].startswith(root + "/"):
                return await service(tracking(scope), receive, send)
        await send({"type": "http.response.start", "status": 404, "headers": [(b"content-length", b"0")]})
        await send({"type": "http.response.body"})

    return application


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--port", type=int, default=0, help="default: any that is free")
    arguments.add_argument("--page-size", type=int, default=5, help="the most entities in one answer (default: 5)")
    arguments.add_argument(
        "--odata-version", choices=("4.0", "4.01"), default="4.0", help="the protocol spoken (default: 4.0, as Graph)"
    )
    arguments.add_argument("--as-released", action="store_true", help="without the correction of how enums are stored")
    options = arguments.parse_args()
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")

    app = application(options)
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_config=None))

    def stop_with_standard_input():
        while os.read(0, 4096):
            pass
        server.should_exit = True

    threading.Thread(target=stop_with_standard_input, daemon=True).start()
    # By protocol, or asyncio leaves Nagle's algorithm on, and each answer waits 40 ms for an acknowledgement.
    with socket.socket(proto=socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", options.port))
        listener.listen()
        print(f"listening on http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
        server.run(sockets=[listener])


if __name__ == "__main__":
    main()
