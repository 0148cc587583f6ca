// What has changed, by the delta link at the end of its page iterator.

import graphClient from "@microsoft/microsoft-graph-client";

const { PageIterator } = graphClient;

async function round(graph, first) {
    const items = [];
    const iterator = new PageIterator(graph, first, (item) => items.push(item) > 0);
    await iterator.iterate();
    return [items, iterator.getDeltaLink()];
}

export async function fromRoundToRound(graph, assert) {
    const made = await graph.api("/devices").post({ displayName: "Made" });
    const [all, link] = await round(graph, await graph.api("/devices/delta").top(2).get());
    assert.deepEqual(all.map((device) => device.displayName), ["Device 0", "Device 1", "Device 2", "Made"]);
    assert.ok(link.startsWith(process.env.GRAPH_ENTITY_INTEROP_URL), link);
    await graph.api(`/devices/${made.id}`).delete();
    const [changes, next] = await round(graph, await graph.api(link).get());
    assert.deepEqual(changes, [{ id: made.id, "@removed": { reason: "deleted" } }]);
    assert.deepEqual((await round(graph, await graph.api(next).get()))[0], []);
}
