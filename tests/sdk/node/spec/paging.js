"use strict";

const { before, describe, test } = require("node:test");
const { HOST, check, client, refused, sids, workspace } = require("../support");

const COUNT = 2500;
/** Requests under way at once while the tasks are made. */
const HANDS = 10;

describe("a list of 2,500 tasks", () => {
  let room;
  let tasks;
  const made = [];
  let inOrder;

  before(async () => {
    room = await workspace();
    const queue = await room.queue("Nobody", "1==0");
    await room.workflow("Route", { default_filter: { queue: queue.sid } });
    ({ tasks } = room.api);
    let next = 0;
    const hand = async () => {
      while (next < COUNT) {
        const number = next;
        next += 1;
        made.push((await room.task({ number }, { priority: number % 7 })).sid);
      }
    };
    await Promise.all(Array.from({ length: HANDS }, hand));
    inOrder = sids(await tasks.list({ pageSize: 1000 }));
  });

  test("is complete without repetition in large pages", () => {
    check.equal(inOrder.length, COUNT);
    check.deepEqual([...inOrder].sort(), [...made].sort());
  });

  test("is the same in pages of 50", async () => {
    check.deepEqual(sids(await tasks.list({ pageSize: 50 })), inOrder);
  });

  test("is walked through item by item", async () => {
    const walked = [];
    await new Promise((resolve, reject) => {
      tasks.each({
        pageSize: 100,
        callback: (task) => walked.push(task.sid),
        done: (error) => (error ? reject(error) : resolve()),
      });
    });
    check.deepEqual(walked, inOrder);
  });

  test("ends where a limit says", async () => {
    check.deepEqual(sids(await tasks.list({ limit: 20 })), inOrder.slice(0, 20));
    check.deepEqual(sids(await tasks.list({ limit: 130, pageSize: 50 })), inOrder.slice(0, 130));
    const walked = [];
    await new Promise((resolve) => {
      tasks.each({ limit: 75, pageSize: 50, callback: (task) => walked.push(task.sid), done: resolve });
    });
    check.deepEqual(walked, inOrder.slice(0, 75));
  });

  test("is turned forward and back page by page", async () => {
    const first = await tasks.page({ pageSize: 40 });
    check.deepEqual(sids(first.instances), inOrder.slice(0, 40));
    check.equal(first.previousPageUrl, undefined);
    check.ok(first.nextPageUrl.startsWith(`${HOST}/Workspaces/${room.sid}/Tasks?PageSize=40&Page=1&PageToken=PA`));
    const second = await first.nextPage();
    check.deepEqual(sids(second.instances), inOrder.slice(40, 80));
    const third = await second.nextPage();
    check.deepEqual(sids(third.instances), inOrder.slice(80, 120));
    const back = await third.previousPage();
    check.deepEqual(sids(back.instances), inOrder.slice(40, 80));
    const again = await tasks.getPage(second.nextPageUrl);
    check.deepEqual(sids(again.instances), inOrder.slice(80, 120));
  });

  test("has at most 1,000 items on a page", async () => {
    const page = await tasks.page({ pageSize: 5000 });
    check.equal(page.instances.length, 1000);
  });

  test("has 50 items on a page unless told otherwise", async () => {
    const page = await tasks.page();
    check.equal(page.instances.length, 50);
  });

  test("says where it is in the documented words", async () => {
    const { statusCode, body } = await client.request({
      method: "get",
      uri: `${room.url}/Tasks?Priority=3&PageSize=10`,
    });
    check.equal(statusCode, 200);
    const { meta, tasks: items } = JSON.parse(JSON.stringify(body));
    check.equal(items.length, 10);
    check.deepEqual(Object.keys(meta).sort(), [
      "first_page_url",
      "key",
      "next_page_url",
      "page",
      "page_size",
      "previous_page_url",
      "url",
    ]);
    check.equal(meta.key, "tasks");
    check.equal(meta.page, 0);
    check.equal(meta.page_size, 10);
    check.equal(meta.previous_page_url, null);
    check.equal(meta.first_page_url, `${room.url}/Tasks?Priority=3&PageSize=10&Page=0`);
    check.equal(meta.next_page_url, `${room.url}/Tasks?Priority=3&PageSize=10&Page=1&PageToken=PA${items[9].sid}`);
  });

  test("keeps its filter and its order from page to page", async () => {
    const important = await tasks.list({ priority: 6, pageSize: 50 });
    check.equal(important.length, Math.floor(COUNT / 7));
    check.ok(important.every(({ priority }) => priority === 6));
    const ordered = await tasks.list({ ordering: "Priority:desc,DateCreated:asc", pageSize: 200 });
    check.equal(new Set(sids(ordered)).size, COUNT);
    check.ok(ordered.every(({ priority }, index) => index === 0 || priority <= ordered[index - 1].priority));
  });

  test("goes on where it was although items before and behind are removed", async () => {
    const first = await tasks.page({ pageSize: 10 });
    await room.api.tasks(inOrder[9]).remove();
    await room.api.tasks(inOrder[10]).remove();
    const second = await first.nextPage();
    check.deepEqual(sids(second.instances), inOrder.slice(11, 21));
  });

  test("knows only relative paging", async () => {
    check.equal((await tasks.page({ pageNumber: 0, pageSize: 5 })).instances.length, 5);
    await refused(tasks.page({ pageNumber: 2 }), { status: 400, code: 40153 });
    await refused(tasks.page({ pageNumber: 1, pageToken: "nonsense" }), { status: 400, code: 20001, message: /PageToken/ });
  });
});

test("an empty list is one empty page", async () => {
  const { api } = await workspace();
  const page = await api.tasks.page();
  check.deepEqual(page.instances, []);
  check.equal(page.nextPageUrl, undefined);
  check.equal(page.previousPageUrl, undefined);
});

test("every list is paged by the same rule", async () => {
  const room = await workspace("FIFO");
  const alice = await room.worker("Alice");
  await room.worker("Bob");
  const task = await room.task();
  const lists = [
    [client.taskrouter.v1.workspaces, 2],
    [room.api.activities, 3],
    [room.api.taskChannels, 5],
    [room.api.workers, 2],
    [room.api.workers(alice.sid).workerChannels, 5],
    [room.api.taskQueues, 1],
    [room.api.workflows, 1],
    [room.api.tasks, 1],
    [room.api.tasks(task.sid).reservations, 1],
    [room.api.workers(alice.sid).reservations, 1],
    [room.api.events, 10],
  ];
  for (const [list, least] of lists) {
    const whole = sids(await list.list());
    check.ok(whole.length >= least, `${whole.length}`);
    check.deepEqual(sids(await list.list({ pageSize: 1 })), whole);
  }
});
