import { describe, expect, it } from 'vitest';
import { Editing, type EditingSetup, goesOn, ONE_CHANGE_MS } from './editing.ts';

describe('goesOn', () => {
  const end = { target: 'moveCluster 2', at: 1000 } as const;
  it('joins strokes on the same thing that follow closely', () => {
    expect(goesOn(end, { ...end, at: 1000 + ONE_CHANGE_MS })).toBe(true);
    expect(goesOn(end, { ...end, at: 1001 + ONE_CHANGE_MS })).toBe(false);
    expect(goesOn(end, { ...end, target: 'moveCluster 3' })).toBe(false);
    expect(goesOn(null, end)).toBe(false);
  });
});

/** Editing whose session takes edits when `arrive` is called. */
function editing(hidden: readonly string[] = []) {
  let edits: readonly unknown[] = [];
  const taken: { readonly edits: readonly unknown[]; readonly sameStep: boolean }[] = [];
  const notified: unknown[] = [];
  const told: string[] = [];
  let draft: unknown = null;
  let arrive: () => void = () => undefined;
  const arrival = new Promise<null>((resolve) => {
    arrive = () => resolve(null);
  });
  const put = (sameStep: boolean) => (change: { edits: readonly unknown[] }) => {
    edits = change.edits;
    taken.push({ edits, sameStep });
  };
  const setup = {
    document: {
      get: () => ({ lab: 'any', edits }),
      amendQuietly: put(true),
      replaceQuietly: put(false),
    },
    run: {
      getState: () => ({ draft, phase: 'ready', view: { hidden } }),
      setState(change: { draft?: unknown }) {
        if ('draft' in change) ({ draft } = change);
        notified.push(change);
      },
    },
    open: {
      requests: { goAhead: () => arrival, followDocument: async () => null },
      whenOpen: async () => undefined,
    },
    labNamed: () => ({ parseEdit: (edit: unknown) => edit }),
    sameVisit: () => () => true,
    tell: ({ text }: { text: string }) => void told.push(text),
  };
  return { told, gestures: new Editing(setup as unknown as EditingSetup), taken, notified, arrive };
}

it('strokes that come faster than they are taken never put the model back', async () => {
  const { gestures, taken, arrive } = editing();
  const first = gestures.finish(['1'], 'mean 1');
  // The first is under way.
  await Promise.resolve();
  await Promise.resolve();
  const rest = ['2', '3', '4'].map((stroke) => gestures.finish([stroke], 'mean 1'));
  const other = gestures.finish(['4', 'other'], 'mean 2');
  arrive();
  expect(await Promise.all([first, ...rest, other])).toEqual([true, true, true, true, true]);
  expect(taken).toEqual([
    { edits: ['1'], sameStep: false },
    { edits: ['4'], sameStep: true },
    { edits: ['4', 'other'], sameStep: false },
  ]);
});

it('a draft is one notification', () => {
  const { gestures, notified } = editing();
  gestures.draft(['1']);
  gestures.draft(['2']);
  expect(notified).toHaveLength(2);
  expect(notified[1]).toMatchObject({ draft: { edits: ['2'] }, isTouched: true });
});

it('changes nothing where a link leaves changes by hand out, and says so at the end', async () => {
  const { gestures, notified, taken, told } = editing(['edits']);
  gestures.draft(['1']);
  expect(await gestures.finish(['1'], 'mean 1')).toBe(false);
  expect([notified, taken]).toEqual([[], []]);
  expect(told).toEqual(['This link leaves out changes by hand.']);
});
