/** What the course tells a lecturer to do in each row, done by commands, and what must be seen then. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { parseCourse } from '../src/app/course/parseCourse.ts';
import '../src/labs/allLabs.ts';
import { noStorage } from '../src/files/noStorage.ts';
import { labNamed } from '../src/labs/registry.ts';
import { topics } from '../src/labs/topics/lab.ts';
import { verdicts } from '../src/labs/topics/page/ancestry/verdicts.ts';
import type { Values } from '../src/settings/values.ts';
import { createEntrance } from '../src/store/entrance.ts';
import { openLabInProcess } from '../src/store/labInProcess.fixture.ts';
import { root } from './processes.mjs';

const { lessons } = parseCourse(readFileSync(join(root, 'docs', 'course.md'), 'utf8'));
const rows = lessons.flatMap((lesson) => lesson.rows);

const { controller, close } = openLabInProcess();
const entrance = createEntrance({
  controller,
  storage: noStorage,
  shipped: async (lab) => readFileSync(join(root, 'public', 'models', `${lab}.json`), 'utf8'),
});
afterAll(close);

/** What the rows look at, of the snapshots of all labs. */
interface Seen {
  readonly step: number;
  readonly data: readonly (readonly number[])[];
  readonly labels: readonly number[];
  readonly clusters: readonly {
    readonly mean: readonly [number, number];
    readonly count: number;
    readonly weight: number;
  }[];
  readonly assignments: readonly number[];
  readonly latents: readonly (readonly number[])[];
  readonly reconstructions: readonly (readonly number[])[];
  readonly prediction: readonly (readonly number[])[];
  readonly logLikelihood: number;
  readonly klGap: number;
  readonly falls: number;
  readonly converged: boolean;
  readonly klByDimension: readonly number[];
  readonly period: number;
  readonly spectralRadius: number;
  readonly inputEnds: number;
  readonly fits: readonly {
    readonly components: readonly { readonly mean: number; readonly sd: number }[];
    readonly sds: readonly number[];
    readonly forward: number;
    readonly reverse: number;
    readonly value: number | 'infinite';
    readonly figures: Readonly<Record<'forward' | 'reverse', number | 'infinite'>>;
  }[];
  readonly figures: Readonly<Record<'forward' | 'reverse', number>>;
  readonly forwardTerms: readonly number[];
  readonly gap: number;
  readonly split: { readonly elbo: number; readonly kl: number };
  readonly elbo: number;
  readonly logEvidence: number;
  readonly nodes: readonly { readonly name: string; readonly meanField: readonly number[] }[];
  readonly topics: readonly {
    readonly match: { readonly distance: number } | null;
    readonly top: readonly { readonly word: string }[];
  }[];
  readonly courses: readonly { readonly perplexity: readonly number[] }[];
  readonly singleTopicPerplexity: number;
  readonly gradient: number;
  readonly estimates: readonly {
    readonly id: string;
    readonly exactMean: number;
    readonly exactVariance: number;
    readonly ratio: number;
    readonly mean: number;
  }[];
  readonly scores: { readonly adjustedRandIndex: number; readonly oracleAdjustedRandIndex: number };
  readonly states: readonly {
    readonly id: number;
    readonly share: number;
    readonly period: number;
  }[];
  readonly racers: readonly { readonly value: number }[];
  readonly bound: number;
  readonly gradients: readonly { readonly id: string; readonly ratio: number }[];
  readonly experts: readonly { readonly coefficients: readonly [number, number] }[];
}

/** What is done in each row, and what must be seen there, by its topic. */
const STORIES: Readonly<Record<string, () => Promise<void>>> = {
  async 'Two directions'() {
    const [covers, chooses] = (await atRest()).fits;
    expect(covers.components[0].sd).toBeCloseTo(2.06, 2);
    expect(Math.abs(chooses.components[0].mean)).toBeCloseTo(2, 2);
    expect(chooses.value).toBeCloseTo(Math.log(2), 3);
  },

  async Infinite() {
    expect((await look()).fits[0].figures).toMatchObject({ reverse: 'infinite' });
    expect((await look()).fits[0].figures.forward).toBeCloseTo(3.33, 2);
  },

  async 'Term by term'() {
    const { figures, forwardTerms } = await look();
    expect(Math.min(...forwardTerms)).toBeLessThan(0);
    await controller.editing.put([{ kind: 'mergeBars', after: [1] }]);
    const merged = (await look()).figures;
    expect(merged.forward).toBeLessThan(figures.forward);
    expect(merged.reverse).toBeLessThan(figures.reverse);
  },

  async 'Jensen’s inequality'() {
    expect((await look()).gap).toBeGreaterThan(0.3);
    const together = { kind: 'moveAtoms', convex: '-log', places: [2, 2, 2], weights: [1, 1, 1] };
    await controller.editing.put([together]);
    expect((await look()).gap).toBeCloseTo(0, 12);
  },

  async 'ELBO and KL'() {
    const before = (await look()).split;
    await controller.train(100);
    const after = (await look()).split;
    expect(after.elbo).toBeGreaterThan(before.elbo);
    for (const { elbo, kl } of [before, after]) expect(elbo + kl).toBeCloseTo(-2, 9);
  },

  async 'Too narrow'() {
    const [wide, narrow] = (await atRest()).fits;
    expect([wide.sds[0] ** 2, narrow.sds[0] ** 2]).toEqual([
      expect.closeTo(1, 3),
      expect.closeTo(0.19, 3),
    ]);
    expect([wide.forward, narrow.reverse]).toEqual([
      expect.closeTo(0.83, 2),
      expect.closeTo(0.83, 2),
    ]);
  },

  async 'k-means'() {
    await controller.train(12);
    const stuck = await look();
    expect(stuck.converged).toBe(true);
    // The blob on the right has no mean of its own, another one has two.
    const right = rightmost(blobs(stuck));
    expect(nearest(stuck, right)).toBeGreaterThan(3);
    await controller.editing.put([{ kind: 'moveMean', cluster: 3, mean: right }]);
    await controller.train(8);
    const free = await look();
    expect(free.converged).toBe(true);
    for (const blob of blobs(free)) expect(nearest(free, blob)).toBeLessThan(1);
  },

  async 'The start decides'() {
    expect((await atRest()).logLikelihood).toBeCloseTo(-5.604, 3);
    await change({ start: 'one-spot' });
    expect((await atRest()).logLikelihood).toBeCloseTo(-5.433, 3);
  },

  async 'From hard to soft'() {
    for (const [clusterWidth, places] of [
      [0.1, 5],
      [7, 2],
      [20, 1],
    ] as const) {
      await atRest();
      await change({ clusterWidth });
      const { clusters } = await atRest();
      expect(distinct(clusters.map(({ mean }) => mean)), `places at width ${clusterWidth}`).toBe(
        places,
      );
    }
  },

  async 'The gap'() {
    const gaps: number[] = [];
    for (let iteration = 1; iteration <= 6; iteration++) {
      await controller.train(1);
      expect((await look()).klGap).toBe(0);
      await controller.train(1);
      gaps.push((await look()).klGap);
    }
    expect(gaps[0]).toBeLessThan(0.02);
    expect(gaps[1]).toBeGreaterThan(0.05);
    expect(Math.max(...gaps)).toBe(gaps[3]);
    expect((await look()).falls).toBe(0);
  },

  async 'A singular covariance'() {
    await atRest();
    await vi.waitFor(() => {
      const { events } = controller.run.getState().history;
      expect(events.map(({ label }) => label).join()).toMatch(/Cluster \d+ collapsed onto/);
    });
    await change({ algorithm: 'bayesian-gmm' });
    expect(inUse(await atRest())).toHaveLength(3);
  },

  async 'How many clusters?'() {
    expect(inUse(await atRest())).toHaveLength(5);
  },

  async 'Bent data'() {
    const { assignments, labels, clusters } = await atRest();
    expect(clusters).toHaveLength(15);
    const ofFirstArm = assignments.filter((_, n) => labels[n] === 0);
    expect(new Set(ofFirstArm).size).toBeGreaterThan(1);
  },

  async Experts() {
    const { logLikelihood, experts } = await atRest();
    expect(logLikelihood).toBeCloseTo(-1.438, 3);
    // The zigzag goes up, down and up again.
    const slopes = experts.map(({ coefficients }) => Math.sign(coefficients[1]));
    expect(slopes.toSorted()).toEqual([-1, 1, 1]);
  },

  async 'One factor at a time'() {
    const start = (await look()).elbo;
    await controller.train(6);
    expect((await look()).elbo).toBeGreaterThan(start);
  },

  async 'Explaining wet grass'() {
    await controller.train(50);
    expect((await look()).elbo).toBeCloseTo(-1.38, 2);
    await controller.reset();
    await controller.editing.put([{ kind: 'chooseNodes', turns: [[0, 2]] }]);
    await controller.train(50);
    expect((await look()).elbo).toBeCloseTo(-0.84, 2);
  },

  async 'Symmetry breaks'() {
    const magnetisation = async () => {
      await controller.train(200);
      const [no, yes] = (await look()).nodes[0].meanField;
      return Math.abs(yes - no);
    };
    expect(await magnetisation()).toBeCloseTo(0.66, 2);
    await change({ coupling: 0.8 });
    expect(await magnetisation()).toBeCloseTo(0, 2);
  },

  async 'Ten bars'() {
    await controller.train(60);
    const { topics, courses, singleTopicPerplexity } = await look();
    expect(foundIn(topics)).toBe(10);
    expect(courses[0].perplexity.at(-1)).toBeCloseTo(14.9, 1);
    expect(singleTopicPerplexity).toBeCloseTo(24.9, 1);
  },

  async 'A bad prior'() {
    await controller.train(60);
    expect(foundIn((await look()).topics)).toBe(0);
    await change({ alpha: 0.2 });
    await controller.reset();
    await controller.train(100);
    expect(foundIn((await look()).topics)).toBe(9);
  },

  async 'Read before you name'() {
    await controller.train(60);
    const { topics } = await look();
    const words = topics.map(({ top }) => top.slice(0, 6).map(({ word }) => word));
    expect(words).toContainEqual(expect.arrayContaining(['west', 'bank', 'gaza', 'morocco']));
  },

  async 'Mixed or not'() {
    const found: string[] = [];
    for (const preset of ['bottleneck', 'ghost', 'recent-admixture']) {
      await entrance.enter('topics', `preset=${preset}&seed=0`);
      await controller.whenOpen();
      await controller.train(60);
      const answer = await controller.inspect(topics, SHARING);
      const { fit, mixture } = verdicts(answer, ['North', 'Middle', 'South']);
      const isOff = fit.startsWith('The bars do not explain Middle');
      const isMixed = mixture?.endsWith('Middle is mixed.');
      found.push(`${isOff ? 'unexplained' : 'explained'}, ${isMixed ? 'mixed' : 'not'}`);
    }
    expect(found).toEqual(['unexplained, not', 'unexplained, mixed', 'explained, mixed']);
  },

  async 'The trick'() {
    expect((await look()).step).toBe(2000);
  },

  async 'Two forces'() {
    await controller.train(600);
    expect(Math.min(...(await look()).klByDimension)).toBeGreaterThan(1);
    for (const [klWeight, steps, isAwake] of [
      [5, 300, false],
      [1, 300, false],
      [0.5, 800, true],
    ] as const) {
      await change({ klWeight });
      await controller.train(steps);
      const { klByDimension } = await look();
      expect(
        klByDimension.some((kl) => kl > 1),
        `β ${klWeight}`,
      ).toBe(isAwake);
    }
  },

  async Shapes() {
    expect((await look()).step).toBe(1500);
  },

  async 'The same draws'() {
    expect(await variances()).toMatchObject({
      score: expect.closeTo(87, 9),
      pathwise: expect.closeTo(4, 9),
    });
    const { gradient } = await look();
    await change({ mean: 1 });
    expect((await look()).gradient).not.toBeCloseTo(gradient, 1);
  },

  async 'Many dimensions'() {
    const { score, pathwise } = await variances();
    await change({ dimension: 1 });
    const alone = await variances();
    expect(score / alone.score).toBeGreaterThan(100);
    expect(pathwise).toBeCloseTo(alone.pathwise, 9);
  },

  async 'Fast waves'() {
    const { score, pathwise } = await variances();
    expect(pathwise / score).toBeCloseTo(25, 1);
  },

  async 'A step'() {
    const { gradient, estimates } = await look();
    expect(gradient).toBeGreaterThan(0.3);
    expect(estimates.find(({ id }) => id === 'pathwise')).toMatchObject({
      ...{ exactMean: 0, exactVariance: 0 },
    });
  },

  async 'A coin'() {
    const { gradient, estimates } = await look();
    expect(gradient).toBeCloseTo(0.1, 9);
    expect(estimates.find(({ id }) => id === 'straightThrough')?.exactMean).toBeCloseTo(-0.3, 9);
  },

  async 'Up the same hill'() {
    expect((await look()).step).toBe(60);
    await controller.train(140);
    for (const { value } of (await look()).racers) expect(value).toBeGreaterThan(-0.05);
  },

  async 'One bound from many draws'() {
    const { elbo, logEvidence } = await look();
    expect([elbo, logEvidence]).toEqual([expect.closeTo(-3.42, 2), expect.closeTo(-2.27, 2)]);
    await change({ samples: 1 });
    expect((await look()).bound).toBeCloseTo(elbo, 6);
    await change({ samples: 100 });
    expect(logEvidence - (await look()).bound).toBeLessThan(0.01);
  },

  async 'Signal and noise'() {
    const needed = async (which: string) => {
      const found = (await look()).gradients.find(({ id }) => id === which);
      return 1 / (found?.ratio ?? 0) ** 2;
    };
    expect(await needed('encoder')).toBeCloseTo(1049, -1);
    expect(await needed('dreg')).toBeLessThan(1);
    await change({ samples: 1 });
    expect(Math.ceil(await needed('encoder'))).toBe(8);
  },

  async 'A bridge'() {
    await change({ bridgeSteps: 1 });
    expect((await look()).gap).toBeCloseTo(18.8, 1);
    await change({ bridgeSteps: 100 });
    expect((await look()).gap).toBeCloseTo(0.119, 3);
  },

  async Particles() {
    await controller.train(60);
    const [always, whenFew, never] = (await look()).estimates;
    for (const { ratio, mean } of [always, whenFew]) {
      expect(Math.abs(ratio - 1)).toBeLessThan(0.15);
      expect(mean).toBeLessThan(-0.1);
    }
    expect(never.mean).toBeCloseTo(-38, 0);
  },

  async 'Both together'() {
    const learned = await look();
    expect(learned.step).toBe(2000);
    const [cluster] = inUse(learned);
    const [x, y] = learned.clusters[cluster].mean;
    await controller.editing.put([{ kind: 'moveCluster', cluster, mean: [x + 4, y + 3] }]);
    const moved = await look();
    expect(moved.reconstructions).not.toEqual(learned.reconstructions);
    await controller.editing.put([{ kind: 'removeCluster', cluster }]);
    expect(inUse(await look())).not.toContain(cluster);
    await controller.editing.put([]);
    expect((await look()).latents).toEqual(learned.latents);
    await controller.play();
    await controller.pause();
    expect((await look()).step).toBeLessThan(2000);
  },

  async 'When it fails'() {
    await controller.train(300);
    expect(inUse(await look())).toHaveLength(1);
  },

  async 'States behind a series'() {
    expect((await atRest()).klGap).toBeLessThan(1e-6);
    await controller.editing.put([{ kind: 'moveState', state: 1, mean: 0.65 }]);
    expect((await look()).klGap).toBeGreaterThan(0.05);
    await controller.train(1);
    expect((await look()).klGap).toBeLessThan(1e-6);
  },

  async 'A dream'() {
    await controller.editing.put([{ kind: 'setInputEnd', step: 0 }]);
    const dream = await look();
    expect(dream.inputEnds).toBe(0);
    // A blur: hardly any movement from step to step.
    expect(movement(dream)).toBeLessThan(0.1);
  },

  async 'Turn a number'() {
    await controller.editing.put([]);
    const learned = await look();
    const turned = async (angleFactor: number, radiusFactor: number) => {
      await controller.editing.put([
        { kind: 'turnEigenvalue', pair: 0, angleFactor, radiusFactor },
      ]);
      return look();
    };
    expect(learned.period / (await turned(1.1, 1)).period).toBeCloseTo(1.1, 2);
    const grown = await turned(1.1, 1.05);
    expect(grown.spectralRadius).toBeGreaterThan(learned.spectralRadius);
    expect((await turned(1.1, 0.95)).spectralRadius).toBeLessThan(learned.spectralRadius + 1e-6);
    await controller.editing.put([]);
  },

  async 'Filter and smoother'() {
    expect((await look()).step).toBe(2000);
  },

  async 'Dynamics that switch'() {
    const { scores, states } = await look();
    expect(scores.adjustedRandIndex).toBeGreaterThan(0.9 * scores.oracleAdjustedRandIndex);
    const [fast, slow] = states
      .filter(({ share }) => share > 0.02)
      .sort((a, b) => a.period - b.period);
    const turn = { kind: 'turnEigenvalue', state: slow.id, radiusFactor: 1 };
    await controller.editing.put([{ ...turn, angleFactor: slow.period / fast.period }]);
    expect((await look()).states[slow.id].period).toBeCloseTo(fast.period, 2);
  },

  async 'Side by side'() {
    expect((await look()).step).toBe(2000);
  },
};

it('has a story for each row', () => {
  expect(Object.keys(STORIES)).toEqual(rows.map(({ topic }) => topic));
});

it.each(rows)('$minute $topic', async ({ topic, link }) => {
  const [, lab, linkState] = /^#\/([\w-]+)\?(.*)/.exec(link) ?? ['', '', ''];
  await entrance.enter(lab, linkState);
  await controller.whenOpen();
  await STORIES[topic]();
});

async function look(): Promise<Seen> {
  const { snapshot, step } = await controller.currentFrame();
  const { dataset } = controller.run.getState();
  const lab = labNamed(controller.document.getState().lab);
  if (!dataset) throw new Error('No lab is open.');
  return { step, ...(await lab.plainSnapshot(snapshot, dataset)) } as unknown as Seen;
}

const change = (values: Values) => controller.changeSettings(values);

/** How many true topics are found. */
const foundIn = (topics: Seen['topics']): number =>
  topics.filter(({ match }) => match !== null && match.distance < 0.2).length;

const SHARING = { kind: 'sharing' } as const;

/** Of one estimate each, exact. */
const variances = async (): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries((await look()).estimates.map((its) => [its.id, its.exactVariance]));

/** Trains until EM has converged. */
async function atRest(): Promise<Seen> {
  for (;;) {
    await controller.train(50);
    const seen = await look();
    if (seen.converged) return seen;
  }
}

/** The mean of each class. */
function blobs({ data, labels }: Pick<Seen, 'data' | 'labels'>): readonly (readonly number[])[] {
  return [...new Set(labels)].map((label) => {
    const own = data.filter((_, n) => labels[n] === label);
    return [0, 1].map((i) => own.reduce((sum, point) => sum + point[i], 0) / own.length);
  });
}

const rightmost = (places: readonly (readonly number[])[]) =>
  places.reduce((best, place) => (place[0] > best[0] ? place : best));

/** How far the nearest cluster is. */
const nearest = ({ clusters }: Pick<Seen, 'clusters'>, [x, y]: readonly number[]) =>
  Math.min(...clusters.map(({ mean }) => Math.hypot(mean[0] - x, mean[1] - y)));

/** How many places there are, where those closer than 0.5 are one. */
const distinct = (means: readonly (readonly number[])[]) =>
  means.filter(
    ([x, y], at) =>
      !means.slice(0, at).some((other) => Math.hypot(other[0] - x, other[1] - y) < 0.5),
  ).length;

/** Clusters that hold a point at least. */
const inUse = ({ assignments }: Pick<Seen, 'assignments'>) => [...new Set(assignments)];

/** Root mean square change of the prediction from one step to the next. */
function movement({ prediction }: Pick<Seen, 'prediction'>): number {
  const changes = prediction
    .slice(1)
    .flatMap((row, t) => row.map((value, i) => (value - prediction[t][i]) ** 2));
  return Math.sqrt(changes.reduce((sum, value) => sum + value) / changes.length);
}
