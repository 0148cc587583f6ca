// Lists, by its page iterator.

import graphClient from "@microsoft/microsoft-graph-client";

const { PageIterator } = graphClient;

export async function allPages(graph, assert) {
    const first = await graph.api("/auditLogs/signIns").top(4).get();
    assert.equal(first.value.length, 4);
    assert.ok(first["@odata.nextLink"].startsWith(process.env.GRAPH_ENTITY_INTEROP_URL), first["@odata.nextLink"]);
    const ids = [];
    const iterator = new PageIterator(graph, first, (item) => ids.push(item.id) > 0);
    await iterator.iterate();
    assert.ok(iterator.isComplete());
    assert.deepEqual(ids, Array.from({ length: 10 }, (_, index) => `sign-in-${index}`));
}

export async function itPausesAndGoesOn(graph, assert) {
    const first = await graph.api("/auditLogs/signIns").top(3).get();
    let seen = 0;
    const iterator = new PageIterator(graph, first, () => ++seen !== 5);
    await iterator.iterate();
    assert.deepEqual([seen, iterator.isComplete()], [5, false]);
    await iterator.resume();
    assert.deepEqual([seen, iterator.isComplete()], [10, true]);
}

export async function itsHeadersGoAlong(graph, assert) {
    const headers = { ConsistencyLevel: "eventual" };
    const query = graph.api("/groups").headers(headers).query({ $count: "true" }).filter("displayName ne 'x'").top(2);
    const first = await query.get();
    assert.equal(first["@odata.count"], 5);
    const names = [];
    await new PageIterator(graph, first, (group) => names.push(group.displayName) > 0, { headers }).iterate();
    assert.deepEqual(names, ["Group 0", "Group 1", "Group 2", "Group 3", "Group 4"]);
}
