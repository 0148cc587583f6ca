// The client as a program sets it up, and what the steps have in common.

import graph from "@microsoft/microsoft-graph-client";

// Where the emulator is: `https://127.0.0.1:PORT`.
export const url = process.env.GRAPH_ENTITY_INTEROP_URL;

const settings = { baseUrl: `${url}/`, authProvider: { getAccessToken: async () => "t0ken" } };

// It sends a token over https only, and to hosts of Graph and those that are told here.
export function client() {
    return graph.Client.initWithMiddleware({ ...settings, customHosts: new Set([new URL(url).hostname]) });
}

// One that knows the hosts of Graph only.
export function careful() {
    return graph.Client.initWithMiddleware(settings);
}

// What the promise fails with.
export async function failure(promise) {
    try {
        await promise;
    } catch (error) {
        return error;
    }
    throw new Error("it did not fail");
}
