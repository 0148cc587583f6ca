// `$batch`, by its BatchRequestContent and BatchResponseContent.

import graphClient from "@microsoft/microsoft-graph-client";

import { url } from "../client.mjs";

const { BatchRequestContent, BatchResponseContent } = graphClient;

const get = (path) => new Request(`${url}${path}`);

function write(method, path, body) {
    return new Request(`${url}${path}`, {
        method,
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
    });
}

async function send(graph, requests) {
    const content = await new BatchRequestContent(requests).getContent();
    return new BatchResponseContent(await graph.api("/$batch").post(content));
}

export async function eachHasItsOwnAnswer(graph, assert) {
    const answers = await send(graph, [
        { id: "made", request: write("POST", "/users", { displayName: "Batched", userPrincipalName: "batched@contoso.com" }) },
        { id: "missing", request: get("/users/nobody") },
        { id: "query", request: get("/auditLogs/signIns?$top=2&$select=id") },
        { id: "changed", request: write("PATCH", "/users/html", { displayName: "Changed" }) },
    ]);
    assert.equal(answers.getResponses().size, 4);
    const made = answers.getResponseById("made");
    assert.equal(made.status, 201);
    assert.equal((await made.json()).displayName, "Batched");
    const missing = answers.getResponseById("missing");
    assert.equal(missing.status, 404);
    assert.equal((await missing.json()).error.code, "ResourceNotFound");
    const query = await answers.getResponseById("query").json();
    assert.deepEqual(query.value.map((item) => item.id), ["sign-in-0", "sign-in-1"]);
    assert.ok(query["@odata.nextLink"].startsWith(`${url}/v1.0/auditLogs/signIns?`), query["@odata.nextLink"]);
    const changed = answers.getResponseById("changed");
    assert.deepEqual([changed.status, await changed.text()], [204, ""]);
}

export async function whatDependsOnAFailureIsNotDone(graph, assert) {
    const answers = await send(graph, [
        { id: "1", request: write("PATCH", "/users/nobody", { displayName: "x" }) },
        { id: "2", dependsOn: ["1"], request: write("POST", "/users", { displayName: "Dependent", userPrincipalName: "d" }) },
    ]);
    assert.equal(answers.getResponseById("1").status, 404);
    const dependent = answers.getResponseById("2");
    assert.equal(dependent.status, 424);
    assert.equal((await dependent.json()).error.code, "FailedDependency");
}

export async function aThrottledOneTellsWhenToComeBack(graph, assert) {
    // The emulator was told to throttle this one once. The client leaves it to the program.
    const ask = () => send(graph, [{ id: "a", request: get("/users/batched") }, { id: "b", request: get("/users/plain") }]);
    const first = await ask();
    assert.equal(first.getResponseById("a").status, 429);
    assert.equal(first.getResponseById("a").headers.get("retry-after"), "7");
    assert.equal(first.getResponseById("b").status, 200);
    assert.equal((await ask()).getResponseById("a").status, 200);
}

export async function anAnswerMayBeMissing(graph, assert) {
    // The emulator was told to leave this one out once.
    const answers = await send(graph, [{ id: "a", request: get("/users/lost") }, { id: "b", request: get("/users/plain") }]);
    assert.equal(answers.getResponseById("a"), undefined);
    assert.equal(answers.getResponseById("b").status, 200);
}

export async function twentyAtMost(graph, assert) {
    const requests = Array.from({ length: 20 }, (_, index) => ({ id: `${index}`, request: get("/users/plain") }));
    const answers = await send(graph, requests);
    assert.equal([...answers.getResponsesIterator()].filter(([, answer]) => answer.status === 200).length, 20);
    const more = [...requests, { id: "20", request: get("/users/plain") }];
    assert.throws(() => new BatchRequestContent(more), { name: "Limit Exceeded Error" });
    // And what it would not send, the emulator does not take.
    const item = { id: "x", method: "GET", url: "/users/plain" };
    const many = Array.from({ length: 21 }, (_, index) => ({ ...item, id: `${index}` }));
    const error = await graph.api("/$batch").post({ requests: many }).then(() => null, (error) => error);
    assert.equal(error.statusCode, 400);
}
