import { beforeEach, expect, it } from 'vitest';
import type { SessionClient } from '../session/client.ts';
import type { Frame, LiveRequest } from '../session/protocol.ts';
import { createDocumentStore, fromSeed } from './document.ts';
import { FollowedDocument } from './followedDocument.ts';
import { Requests } from './requests.ts';
import { createRunStore } from './run.ts';

/** A session that refuses the edit 'impossible'. */
let asked: LiveRequest[];
let document: FollowedDocument;
let requests: Requests;
const run = createRunStore();

beforeEach(() => {
  asked = [];
  const settings = { rate: 1 };
  const store = createDocumentStore({
    ...{ lab: 'any', settings, seed: 1, edits: ['first'], ownData: null, origin: fromSeed() },
  });
  document = new FollowedDocument(store, () => undefined);
  const session = {
    follow: async (live: LiveRequest) => {
      asked.push(live);
      return live.edits.includes('impossible') ? 'That cannot be.' : null;
    },
    finished: async () => undefined,
  } as unknown as SessionClient;
  run.setState({ phase: 'ready' });
  requests = new Requests({ session, document, run });
  requests.begin(1);
});

it('asks for the whole again at each change, and for nothing twice', async () => {
  await requests.goAhead({ edits: ['second'] });
  requests.setView({ samples: 300 });
  await requests.play(10);
  const edits = ['second'];
  await requests.goAhead({ edits });
  document.replaceQuietly({ edits });
  await requests.followDocument('edits', edits);
  const settings = { rate: 1 };
  expect(asked).toMatchObject([
    { run: 1, settings, edits, view: {}, training: null },
    { run: 1, settings, edits, view: { samples: 300 }, training: null },
    { run: 1, settings, edits, view: { samples: 300 }, training: { speed: 10, steps: null } },
    { run: 1, settings, edits, view: { samples: 300 }, training: { speed: 10, steps: null } },
  ]);
});

it('goes back to the document after a refusal, unless another gesture has begun', async () => {
  const impossible = ['impossible'];
  expect(await requests.goAhead({ edits: impossible })).toBe('That cannot be.');
  expect(await requests.followDocument('edits', impossible)).toBeNull();
  expect(asked.at(-1)?.edits).toEqual(['first']);
  await requests.goAhead({ edits: impossible });
  const drag = ['drag'];
  await requests.goAhead({ edits: drag });
  await requests.followDocument('edits', impossible);
  expect(asked.at(-1)?.edits).toBe(drag);
});

it('asks for nothing while nothing is open, and keeps what snapshots contain for the next run', async () => {
  requests.end();
  requests.setView({ samples: 300 });
  await requests.play(10);
  expect(asked).toEqual([]);
  requests.end();
  expect(requests.begin(2)).toMatchObject({ run: 2, view: { samples: 300 }, training: null });
});

it('ends a training order with a frame that knows it', async () => {
  const frame = (order: number) => requests.notice({ playing: false, order } as Frame);
  run.setState({ phase: 'playing' });
  await requests.play('full');
  const order = asked.at(-1)?.training?.order ?? 0;
  frame(order - 1);
  expect(run.getState().phase).toBe('playing');
  frame(order);
  expect(run.getState().phase).toBe('ready');
  await requests.train(5);
  expect(asked.at(-1)?.training).toMatchObject({ order: order + 1, steps: 5 });
});
