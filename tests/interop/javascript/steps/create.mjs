// Writes, and reads back.

export async function aUserIsCreated(graph, assert) {
    const user = await graph.api("/users").post({ displayName: "Adele Vance", userPrincipalName: "adele@contoso.com" });
    assert.equal(typeof user.id, "string");
    assert.deepEqual([user.displayName, user.userPrincipalName], ["Adele Vance", "adele@contoso.com"]);
    const read = await graph.api(`/users/${user.id}`).select(["displayName", "id"]).get();
    assert.deepEqual([read.id, read.displayName, read.userPrincipalName], [user.id, "Adele Vance", undefined]);
}

export async function itIsUpdatedAndDeleted(graph, assert) {
    const user = await graph.api("/users").post({ displayName: "Gone", userPrincipalName: "gone@contoso.com" });
    assert.equal(await graph.api(`/users/${user.id}`).patch({ displayName: "Nearly gone" }), undefined);
    assert.equal((await graph.api(`/users/${user.id}`).get()).displayName, "Nearly gone");
    await graph.api(`/users/${user.id}`).delete();
    const left = await graph.api("/users").filter("displayName eq 'Nearly gone'").get();
    assert.deepEqual(left.value, []);
}

export async function theMainJobOfThisRepository(graph, assert) {
    const states = "/deviceManagement/deviceShellScripts/s1/userRunStates";
    const state = await graph.api(states).version("beta").post({
        "@odata.type": "#microsoft.graph.deviceManagementScriptUserState",
        successDeviceCount: 2,
        errorDeviceCount: 0,
        userPrincipalName: "user@contoso.com",
    });
    assert.deepEqual([state.successDeviceCount, state.errorDeviceCount], [2, 0]);
    const all = await graph.api(states).version("beta").get();
    assert.deepEqual(all.value.map((one) => one.id), [state.id]);
}
