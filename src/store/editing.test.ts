import { afterEach, describe, expect, it, vi } from 'vitest';
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

afterEach(() => {
  vi.useRealTimers();
});

/** Milliseconds until the session has taken edits. */
const ROUND_TRIP = 80;

type Strokes = readonly string[];

/** Editing over a session that takes its time, and refuses "wrong". */
function editing(hidden: readonly string[] = []) {
  vi.useFakeTimers();
  let edits: readonly unknown[] = [];
  const taken: { readonly edits: readonly unknown[]; readonly sameStep: boolean }[] = [];
  const asked: (readonly unknown[])[] = [];
  const notified: unknown[] = [];
  const told: string[] = [];
  let draft: unknown = null;
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
      requests: {
        async goAhead({ edits: wanted }: { edits: readonly unknown[] }) {
          asked.push(wanted);
          await new Promise((resolve) => setTimeout(resolve, ROUND_TRIP));
          return wanted.includes('wrong') ? 'It is wrong.' : null;
        },
        followDocument: async () => null,
      },
      whenOpen: async () => undefined,
    },
    labNamed: () => ({ parseEdit: (edit: unknown) => edit }),
    sameVisit: () => () => true,
    tell: ({ text }: { text: string }) => void told.push(text),
  };
  const gestures = new Editing(setup as unknown as EditingSetup);
  return { told, gestures, taken, asked, notified, shown: () => draft };
}

/** Puts a handle at a place: the edit before it on the same handle goes. */
const placed = (handle: string, at: string) => (edits: readonly unknown[]) => [
  ...(edits as Strokes).filter((edit) => !edit.startsWith(handle)),
  `${handle} ${at}`,
];

it('strokes that come faster than they are taken never put the model back', async () => {
  const { gestures, taken } = editing();
  const first = gestures.finish(() => ['1'], 'mean 1');
  // The first is under way.
  await vi.advanceTimersByTimeAsync(10);
  const rest = ['2', '3', '4'].map((stroke) => gestures.finish(() => [stroke], 'mean 1'));
  const other = gestures.finish(() => ['4', 'other'], 'mean 2');
  await vi.runAllTimersAsync();
  expect(await Promise.all([first, ...rest, other])).toEqual([true, true, true, true, true]);
  expect(taken).toEqual([
    { edits: ['1'], sameStep: false },
    { edits: ['4'], sameStep: true },
    { edits: ['4', 'other'], sameStep: false },
  ]);
});

it('keys on one handle and then on another keep the last of the first', async () => {
  const { gestures, taken, asked, shown } = editing();
  const press = async (handle: string, at: string): Promise<void> => {
    gestures.draft(placed(handle, at));
    void gestures.finish(placed(handle, at), handle);
    await vi.advanceTimersByTimeAsync(ROUND_TRIP / 4);
  };
  for (const at of ['1', '2', '3']) await press('left', at);
  await press('right', '1');
  // The model goes on from where the first handle was left, although the document does not have it yet.
  expect(shown()).toEqual({ edits: ['left 3', 'right 1'] });
  await press('left', '4');
  await vi.runAllTimersAsync();
  expect(taken.at(-1)?.edits).toEqual(['right 1', 'left 4']);
  expect(taken.map(({ sameStep }) => sameStep)).toEqual([false, true, false, false]);
  const lost = asked
    .slice(5)
    .filter((edits) => !edits.some((edit) => `${edit}`.startsWith('left')));
  expect(lost).toEqual([]);
});

it('strokes of a brush that follow closely are all kept', async () => {
  const { gestures, taken } = editing();
  for (const stroke of ['1', '2', '3', '4']) {
    void gestures.finish((edits) => [...edits, stroke], 'paint');
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.runAllTimersAsync();
  expect(taken.at(-1)?.edits).toEqual(['1', '2', '3', '4']);
  expect(gestures.committed).toEqual(['1', '2', '3', '4']);
});

it('what is refused takes nothing with it that came after', async () => {
  const { gestures, taken, told } = editing();
  const refused = gestures.finish((edits) => [...edits, 'wrong'], 'mean 1');
  const next = gestures.finish((edits) => [...edits, 'right'], 'mean 2');
  await vi.runAllTimersAsync();
  expect(await Promise.all([refused, next])).toEqual([false, true]);
  expect(told).toEqual(['It is wrong.']);
  expect(taken).toEqual([{ edits: ['right'], sameStep: false }]);
});

it('a draft is one notification', () => {
  const { gestures, notified } = editing();
  gestures.draft(() => ['1']);
  gestures.draft(() => ['2']);
  expect(notified).toHaveLength(2);
  expect(notified[1]).toMatchObject({ draft: { edits: ['2'] }, isTouched: true });
});

it('changes nothing where a link leaves changes by hand out, and says so at the end', async () => {
  const { gestures, notified, taken, told } = editing(['edits']);
  gestures.draft(() => ['1']);
  expect(await gestures.finish(() => ['1'], 'mean 1')).toBe(false);
  expect([notified, taken]).toEqual([[], []]);
  expect(told).toEqual(['This link leaves out changes by hand.']);
});
