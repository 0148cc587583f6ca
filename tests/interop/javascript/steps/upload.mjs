// A large file in parts, by its LargeFileUploadTask.

import graphClient from "@microsoft/microsoft-graph-client";

import { failure } from "../client.mjs";

const { FileUpload, LargeFileUploadTask } = graphClient;

const UNIT = 320 * 1024;
const SIZE = 1_000_000;

// The bytes that `main.rs` expects.
const bytes = () => Uint8Array.from({ length: SIZE }, (_, index) => index % 251);

async function begin(graph, name, options = {}) {
    const payload = { item: { "@microsoft.graph.conflictBehavior": "rename", name } };
    const session = await LargeFileUploadTask.createUploadSession(graph, `/me/drive/root:/${name}:/createUploadSession`, payload);
    // The client sends its token to all of `customHosts`. On Graph the URL is of another host; here it has to look so, since the
    // emulator refuses a token there.
    session.url = session.url.replace("127.0.0.1", "localhost");
    return new LargeFileUploadTask(graph, new FileUpload(bytes(), name, SIZE), session, { rangeSize: UNIT, ...options });
}

export async function aFileInParts(graph, assert) {
    const ranges = [];
    const progress = (range) => ranges.push([range.minValue, range.maxValue]);
    const task = await begin(graph, "whole.bin", { uploadEventHandlers: { progress } });
    const result = await task.upload();
    assert.equal(result.responseBody.name, "whole.bin");
    assert.equal(result.responseBody.size, SIZE);
    assert.deepEqual(ranges, [[0, UNIT - 1], [UNIT, 2 * UNIT - 1], [2 * UNIT, 3 * UNIT - 1], [3 * UNIT, SIZE - 1]]);
}

export async function itGoesOnAfterABrokenConnection(graph, assert) {
    // The emulator was told to break the connection at the second part.
    const task = await begin(graph, "broken.bin");
    const error = await failure(task.upload());
    assert.equal(error.statusCode, -1);
    const status = await task.getStatus();
    assert.deepEqual(status.nextExpectedRanges, [`${UNIT}-`]);
    const result = await task.resume();
    assert.equal(result.responseBody.size, SIZE);
}

export async function itIsCancelled(graph, assert) {
    const task = await begin(graph, "cancelled.bin");
    assert.equal((await task.cancel()).status, 204);
    assert.ok(task.getUploadSession().isCancelled);
    const error = await failure(task.getStatus());
    assert.equal(error.statusCode, 404);
}

export async function anAttachmentAsOutlookTakesIt(graph, assert) {
    const payload = { AttachmentItem: { attachmentType: "file", name: "mail.bin", size: SIZE } };
    const path = "/me/messages/1/attachments/createUploadSession";
    const session = await LargeFileUploadTask.createUploadSession(graph, path, payload);
    session.url = session.url.replace("127.0.0.1", "localhost");
    const task = new LargeFileUploadTask(graph, new FileUpload(bytes(), "mail.bin", SIZE), session, { rangeSize: UNIT });
    // Empty, and the attachment is at `Location`.
    const result = await task.upload();
    assert.ok(result.location.includes("/attachments/"), result.location);
}
