// 429 with Retry-After, in the forms that Graph has: its RetryHandler waits as long and asks again.

async function timed(promise) {
    const begun = performance.now();
    const value = await promise;
    return [value, performance.now() - begun];
}

export async function inSeconds(graph, assert) {
    const [user, time] = await timed(graph.api("/users/seconds").get());
    assert.equal(user.displayName, "Seconds");
    assert.ok(time >= 950, `${time} ms`);
}

export async function inDecimals(graph, assert) {
    const [user, time] = await timed(graph.api("/users/decimals").get());
    assert.equal(user.displayName, "Decimals");
    assert.ok(time >= 400, `${time} ms`);
}

export async function asADate(graph, assert) {
    const [user, time] = await timed(graph.api("/users/date").get());
    assert.equal(user.displayName, "Date");
    assert.ok(time >= 400, `${time} ms`);
}

export async function aPostIsRepeatedAndDoneOnce(graph, assert) {
    const user = await graph.api("/users").post({ displayName: "Throttled", userPrincipalName: "throttled@contoso.com" });
    const all = await graph.api("/users").filter("displayName eq 'Throttled'").get();
    assert.deepEqual(all.value.map((one) => one.id), [user.id]);
}

export async function afterThreeTimesItGivesUp(graph, assert) {
    const error = await graph.api("/users/always").get().then(() => null, (error) => error);
    assert.deepEqual([error.statusCode, error.code], [429, "TooManyRequests"]);
    assert.equal(error.headers.get("retry-after"), "0.05");
}
