// What it makes of a refusal.

import graphClient from "@microsoft/microsoft-graph-client";

import { careful, failure } from "../client.mjs";

const { GraphError } = graphClient;

export async function whatIsNotThere(graph, assert) {
    const error = await failure(graph.api("/users/nobody").get());
    assert.ok(error instanceof GraphError);
    assert.deepEqual([error.statusCode, error.code], [404, "ResourceNotFound"]);
    assert.match(error.message, /^Resource 'nobody' does not exist/);
    // The ids and the date within `innerError`, and the headers.
    assert.equal(error.requestId, error.headers.get("request-id"));
    assert.match(error.requestId, /^[0-9a-f-]{36}$/);
    assert.ok(Math.abs(error.date.getTime() - Date.now()) < 24 * 60 * 60 * 1000, String(error.date));
    const inner = JSON.parse(error.body).innerError;
    assert.equal(inner["client-request-id"], error.headers.get("client-request-id"));
}

export async function aConflict(graph, assert) {
    const error = await failure(graph.api("/users").post({ displayName: "x", userPrincipalName: "adele@contoso.com" }));
    assert.deepEqual([error.statusCode, error.code], [409, "Request_MultipleObjectsWithSameKeyValue"]);
    assert.equal(JSON.parse(error.body).details[0].target, "userPrincipalName");
}

export async function aBadQuery(graph, assert) {
    const error = await failure(graph.api("/users").filter("displayName eq").get());
    assert.equal(error.statusCode, 400);
    assert.equal(error.code, "BadRequest");
}

export async function aPageOfHtml(graph, assert) {
    // The emulator was told to answer this once with a 502 in HTML.
    const error = await failure(graph.api("/users/html").get());
    assert.equal(error.statusCode, 502);
}

export async function withoutItsHostNoTokenIsSent(_, assert) {
    const error = await failure(careful().api("/users").get());
    assert.deepEqual([error.statusCode, error.code], [401, "InvalidAuthenticationToken"]);
}
