import { describe, expect, it } from 'vitest';
import { noRows } from '../../../../datasets/dataset.ts';
import { defaultValues } from '../../../../settings/values.ts';
import { parseMeanFieldEdit } from '../../edits.ts';
import type { EditedNode, NetworkEdit } from '../../networkEdits.ts';
import { type MeanFieldSettings, meanFieldTable } from '../../settings.ts';
import { networkTargets } from '../../targets.ts';
import { NetworkEngine } from './engine.ts';

function start(change: Partial<MeanFieldSettings> = {}, seed = 0): NetworkEngine {
  const settings = { ...defaultValues(meanFieldTable), target: 'sprinkler', ...change };
  return new NetworkEngine({
    settings: settings as MeanFieldSettings,
    dataset: noRows('network'),
    seed,
  });
}

function train(engine: NetworkEngine, steps: number): NetworkEngine {
  for (let step = 0; step < steps; step++) expect(engine.train().ok).toBe(true);
  return engine;
}

const shown = (engine: NetworkEngine) => engine.snapshot();
const yes = (engine: NetworkEngine) => shown(engine).q.map(([, p]) => p);

/** The nodes of a preset with some of them changed. */
const nodesOf = (
  engine: NetworkEngine,
  change: (node: EditedNode) => Partial<EditedNode> = () => ({}),
): EditedNode[] => shown(engine).nodes.map((node) => ({ ...node, ...change(node) }));

const WORSE = [0.09392612514, 1, 0.26297445271];
const BETTER = [0.83862745826, 0.14838267696, 1];

function expectNear(found: readonly number[], wanted: readonly number[]): void {
  wanted.forEach((value, i) => {
    expect(found[i]).toBeCloseTo(value, 6);
  });
}

describe('a network', () => {
  it('has the fixed point of the sprinkler that the order of updates leads to', () => {
    const inOrder = train(start(), 200);
    expectNear(yes(inOrder), WORSE);
    expect(shown(inOrder).elbo).toBeCloseTo(-1.3795146844, 9);
    const rainFirst = start();
    rainFirst.setEdits([{ kind: 'chooseNodes', turns: [[0, 2]] }]);
    expect(shown(rainFirst).next).toBe(2);
    train(rainFirst, 200);
    expectNear(yes(rainFirst), BETTER);
    expect(shown(rainFirst).elbo).toBeCloseTo(-0.8430173572, 9);
  });

  it('updates the chosen nodes at their steps, and then goes on in order', () => {
    const engine = start({ target: 'leak' });
    engine.setEdits([
      {
        kind: 'chooseNodes',
        turns: [
          [1, 2],
          [2, 2],
        ],
      },
    ]);
    const updated = Array.from({ length: 5 }, () => {
      const { next } = shown(engine);
      train(engine, 1);
      return next;
    });
    expect(updated).toEqual([0, 2, 2, 0, 1]);
  });

  it('lets edits of another preset rest', () => {
    const engine = start();
    engine.setEdits([{ kind: 'observeNode', target: 'leak', node: 0, state: 1 }]);
    expect(shown(engine).evidence).toEqual([null, null, null, 1]);
  });

  it('leaves the worse fixed point when the grass may be wet without a cause', () => {
    const engine = train(start(), 200);
    const leaky = nodesOf(engine, ({ id, table }) =>
      id === 3 ? { table: [0.95, 0.05, ...table.slice(2)] } : {},
    );
    engine.setEdits([{ kind: 'setNetwork', target: 'sprinkler', nodes: leaky }]);
    expect(shown(engine).converged).toBe(false);
    train(engine, 600);
    expectNear(yes(engine), [0.81885204751, 0.16726622203, 0.96466469464]);
    expect(shown(engine).elbo).toBeCloseTo(-0.8089867277, 9);
  });

  it('has two spins choose a side above coupling 1, by the seed, and none below', () => {
    const ends = [0, 1, 2, 3, 4, 5].map((seed) => {
      const engine = train(start({ target: 'spins', start: 'random', coupling: 1.2 }, seed), 2000);
      const [[, up]] = shown(engine).q;
      return 2 * up - 1;
    });
    for (const end of ends) expect(Math.abs(end)).toBeCloseTo(0.65856966, 5);
    expect(new Set(ends.map(Math.sign)).size).toBe(2);
    const weak = train(start({ target: 'spins', start: 'random', coupling: 0.8 }), 2000);
    expect(shown(weak).q[0][1]).toBeCloseTo(0.5, 5);
    // The symmetric start stays where it is: nothing breaks the symmetry.
    const even = train(start({ target: 'spins', coupling: 1.2 }), 100);
    expect(shown(even).q[0]).toEqual([0.5, 0.5]);
  });

  it('is exact with one hidden node', () => {
    const { exact, q, elbo } = shown(train(start({ target: 'naive-bayes' }), 5));
    expect(elbo).toBeCloseTo(exact?.logEvidence ?? 0, 12);
    expectNear(q[0], exact?.marginals[0] ?? []);
  });

  it.each(networkTargets.map(({ value }) => value))('never lowers the ELBO of %s', (target) => {
    const { course } = shown(train(start({ target, start: 'random' }, 3), 300));
    const known = course.elbo.filter((elbo) => elbo !== null);
    for (let i = 1; i < known.length; i++)
      expect(known[i]).toBeGreaterThanOrEqual(known[i - 1] - 1e-10);
    expect(known.at(-1)).toBeLessThanOrEqual((course.logEvidence.at(-1) ?? 0) + 1e-12);
  });

  it('has Gibbs come to the exact marginals', () => {
    const engine = train(start({ stepKind: 'sweep' }), 20_000);
    const { exact, gibbs } = shown(engine);
    gibbs.marginals.forEach(([, p], i) => {
      expect(p).toBeCloseTo(exact?.marginals[i][1] ?? 0, 1);
    });
    expect(engine.converged).toBe(true);
  });

  it('goes on bit for bit from what was saved, under edits too', () => {
    const edits: NetworkEdit[] = [{ kind: 'observeNode', target: 'sprinkler', node: 0, state: 1 }];
    const [whole, resumed] = [start({ start: 'random' }), start({ start: 'random' })];
    whole.setEdits(edits);
    train(whole, 9);
    resumed.load(structuredClone(whole.save()));
    resumed.setEdits(edits);
    expect(shown(resumed)).toEqual(shown(whole));
    for (const engine of [whole, resumed]) train(engine, 9);
    expect(resumed.save()).toEqual(whole.save());
    expect(shown(resumed)).toEqual(shown(whole));
  });

  it('refuses states that are no factors or no chain, and stays as it is', () => {
    const engine = train(start(), 4);
    const saved = engine.save();
    for (const [name, array] of Object.entries(saved.arrays)) {
      if (name === 'course' || name === 'turn') continue;
      const arrays = { ...saved.arrays, [name]: array.slice(0, -1) };
      expect(() => engine.load({ ...saved, arrays })).toThrow(RangeError);
      expect(engine.save()).toEqual(saved);
    }
  });

  it('says by message how a factor comes about', () => {
    const engine = train(start({ target: 'leak' }), 1);
    engine.setView({ node: 1 });
    const { update } = shown(engine);
    if (!update) throw new Error('The node is observed.');
    expect(update).toMatchObject({ parents: [0], children: [3], coParents: [2] });
    const odds = update.messages.reduce((sum, { log }) => sum + ((log[1] ?? 0) - (log[0] ?? 0)), 0);
    expect(Math.log(update.after[1] / update.after[0])).toBeCloseTo(odds, 12);
    train(engine, 1);
    expect(shown(engine).q[1]).toEqual(update.after);
  });
});

describe('what is no network', () => {
  const engine = start();
  const refuse = (nodes: EditedNode[]) => () =>
    engine.setEdits([{ kind: 'setNetwork', target: 'sprinkler', nodes }]);
  const before = engine.save();

  it.each([
    ['a cycle', { parents: [1], table: [0.5, 0.5, 0.5, 0.5] }, /circle: .*Cloudy.*→.*Sprinkler/],
    ['a table that does not add up', { table: [0.5, 0.6] }, /Cloudy.*add up to 1\.1; expected 1/],
    ['a table of another size', { table: [0.2, 0.3, 0.5] }, /Cloudy holds 3 probabilities/],
    ['no states', { states: [], table: [] }, /Cloudy has no states/],
    ['a state twice', { states: ['no', 'no'] }, /state “no” twice/],
    ['a name twice', { name: 'Rain' }, /Two nodes are called Rain/],
    ['an unknown parent', { parents: [9] }, /node 9 as a parent/],
  ])('%s is refused in words', (_what, change, message) => {
    expect(refuse(nodesOf(engine, ({ id }) => (id === 0 ? change : {})))).toThrow(message);
    expect(engine.save()).toEqual(before);
    expect(shown(engine).nodes[0].name).toBe('Cloudy');
  });

  it('evidence of probability zero is named', () => {
    const off = [1, 2].map(
      (node): NetworkEdit => ({
        ...{ kind: 'observeNode', target: 'sprinkler', node, state: 0 },
      }),
    );
    expect(() => engine.setEdits(off)).toThrow(
      /probability zero: Sprinkler = no, Rain = no, Wet grass = yes/,
    );
    expect(shown(engine).evidence).toEqual([null, null, null, 1]);
  });

  it('evidence and factors of other nodes or states are named', () => {
    const none: [NetworkEdit, RegExp][] = [
      [{ kind: 'observeNode', target: 'sprinkler', node: 7, state: 0 }, /no node 7/],
      [
        { kind: 'observeNode', target: 'sprinkler', node: 1, state: 4 },
        /Sprinkler has 2 states.*no state 4/,
      ],
      [{ kind: 'setFactor', node: 1, q: [1] }, /q of Sprinkler needs 2 probabilities, not 1/],
      [{ kind: 'setFactor', node: 1, q: [0.5, 0.2] }, /q of Sprinkler adds up to 0\.7/],
      [{ kind: 'chooseNodes', turns: [[0, 7]] }, /no node 7/],
    ];
    for (const [edit, message] of none) expect(() => engine.setEdits([edit])).toThrow(message);
    expect(() => parseMeanFieldEdit({ kind: 'setNetwork', target: 'own', nodes: [] })).toThrow(
      /at least one node/,
    );
  });

  it('too many joint states leave the exact answer out, and the rest works', () => {
    const nodes = Array.from(
      { length: 20 },
      (_, id): EditedNode => ({
        ...{ id, name: `N${id}`, states: ['no', 'yes'], at: [0.5, 0.5] },
        parents: id > 0 ? [id - 1] : [],
        table: id > 0 ? [0.9, 0.1, 0.2, 0.8] : [0.5, 0.5],
      }),
    );
    const large = start({ target: 'own' });
    large.setEdits([{ kind: 'setNetwork', target: 'own', nodes }]);
    train(large, 100);
    expect(shown(large)).toMatchObject({ exact: null, jointStates: 2 ** 19 });
    expect(shown(large).elbo).not.toBeNull();
  });
});
