// The official Graph client for JavaScript against the emulator. `main.rs` beside it starts the emulator with TLS, runs
// this, and looks at what the emulator was asked and has stored. Each step asserts on what came back.

import assert from "node:assert/strict";

import * as batch from "./steps/batch.mjs";
import * as create from "./steps/create.mjs";
import * as delta from "./steps/delta.mjs";
import * as errors from "./steps/errors.mjs";
import * as pages from "./steps/pages.mjs";
import * as throttled from "./steps/throttled.mjs";
import * as upload from "./steps/upload.mjs";
import { client } from "./client.mjs";

const graph = client();
for (const [name, steps] of Object.entries({ create, pages, errors, throttled, batch, delta, upload })) {
    for (const [step, run] of Object.entries(steps)) {
        await run(graph, assert);
        console.log(`ok ${name}: ${step}`);
    }
}
