/** Every answer of every challenge, followed to the letter with the lab's own engine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../src/datasets/dataset.ts';
import { decodeModelFile } from '../src/files/modelFile.ts';
import { labs } from '../src/labs/allLabs.ts';
import { challenges as boundsChallenges } from '../src/labs/bounds/challenges/challengeSet.ts';
import { challenges as divergencesChallenges } from '../src/labs/divergences/challenges/challengeSet.ts';
import { challenges as emChallenges } from '../src/labs/em/challenges/challengeSet.ts';
import { type AnyEngine, datasetOf } from '../src/labs/engine.ts';
import { challenges as estimatorsChallenges } from '../src/labs/estimators/challenges/challengeSet.ts';
import { challenges as hmmChallenges } from '../src/labs/hmm/challenges/challengeSet.ts';
import { challenges as meanFieldChallenges } from '../src/labs/meanField/challenges/challengeSet.ts';
import { challenges as expertsChallenges } from '../src/labs/mixtureOfExperts/challenges/challengeSet.ts';
import { type LoadedLab, loadLab } from '../src/labs/registry.ts';
import {
  type ChallengeSet,
  NO_PROGRESS,
  observe,
  type Progress,
} from '../src/labs/shared/challenges/challengeSet.ts';
import { challenges as gmmChallenges } from '../src/labs/svaeGmm/challenges/challengeSet.ts';
import { challenges as ldsChallenges } from '../src/labs/svaeLds/challenges/challengeSet.ts';
import { challenges as sldsChallenges } from '../src/labs/svaeSlds/challenges/challengeSet.ts';
import type { SvaeSldsSnapshot } from '../src/labs/svaeSlds/snapshot.ts';
import { challenges as topicsChallenges } from '../src/labs/topics/challenges/challengeSet.ts';
import { answerWith, askNext, intrusion } from '../src/labs/topics/page/topic/intrusion.ts';
import type { Topic } from '../src/labs/topics/snapshot.ts';
import { challenges as vaeChallenges } from '../src/labs/vae/challenges/challengeSet.ts';
import { decodedProbe } from '../src/labs/vae/page/probe.ts';
import type { DecodeInspection } from '../src/labs/vae/snapshot.ts';
import { activateBackend } from '../src/networks/backend.ts';
import { applyPreset } from '../src/settings/presets.ts';
import { defaultValues, type Values } from '../src/settings/values.ts';
import type { LabController } from '../src/store/controller.ts';
import { viewEntries } from '../src/store/viewEntries.fixture.ts';
import { root } from './processes.mjs';

beforeAll(async () => {
  const activation = await activateBackend('wasm');
  expect(activation.reason).toBe('');
});

const loaded = new Map(
  await Promise.all(labs.map(async ({ id }) => [id, await loadLab(id)] as const)),
);

function labNamed(id: string): LoadedLab {
  const lab = loaded.get(id);
  if (!lab) throw new Error(`There is no lab ${id}.`);
  return lab;
}

/** What the answers look at, of the snapshots of all labs. */
interface Shown {
  readonly rows: number;
  readonly latentDimension: number;
  readonly latents: Float32Array;
  readonly assignments: ArrayLike<number>;
  readonly clusters: readonly {
    readonly id: number;
    readonly count: number;
    readonly mean: readonly number[];
  }[];
  readonly rotations: readonly { readonly leads: boolean; readonly period: number }[];
  readonly spectralRadius: number;
  readonly moments: { readonly mean: readonly number[] };
  readonly observations: readonly number[];
  readonly nodes: readonly { readonly name: string; readonly table: readonly number[] }[];
  readonly period: number;
  readonly documents: number;
  readonly shares: Float32Array;
  readonly topics: readonly Topic[];
}

/** A lab, and the actions an answer can name. */
class Visitor {
  private readonly lab: string;
  private readonly set: AnySet;
  /** What this visitor is after. */
  private readonly goal: string | null;
  private progress: Progress<unknown> = NO_PROGRESS;
  private engine!: AnyEngine;
  private dataset!: Dataset;
  private settings: Values;
  private seed = 0;
  private run = 0;
  private edits: readonly unknown[] = [];
  private pretrained = false;
  readonly entries = viewEntries();

  constructor(lab: string, set: AnySet, goal: string | null = null) {
    this.lab = lab;
    this.set = set;
    this.goal = goal;
    this.settings = defaultValues(labNamed(lab).table);
  }

  get shown(): Shown {
    return this.engine.snapshot() as unknown as Shown;
  }

  get labels(): Int32Array {
    if (!this.dataset.labels) throw new Error('These data have no classes.');
    return this.dataset.labels;
  }

  /** The first words of a topic. */
  wordsOf(k: number): readonly string[] {
    const { dataset, shown } = this;
    if (dataset.kind !== 'documents') throw new Error('These data have no words.');
    return shown.topics[k].top.slice(0, 10).map(({ word }) => dataset.vocabulary[word]);
  }

  choosePreset(id: string): this {
    const applied = applyPreset(labNamed(this.lab).table, id);
    if (!applied.ok) throw new Error(applied.message);
    this.settings = applied.values;
    return this;
  }

  /** Starts from a seed, with some settings changed. */
  start(changes: Values = {}, seed = 0): this {
    this.settings = { ...this.settings, ...changes };
    return this.begin(labNamed(this.lab).makeDataset(this.settings, seed, null), seed);
  }

  /** The same where data are read, not made. */
  async startReading(changes: Values = {}, seed = 0): Promise<this> {
    this.settings = { ...this.settings, ...changes };
    return this.begin(await datasetOf(labNamed(this.lab), this.settings, seed, null), seed);
  }

  private begin(dataset: Dataset, seed: number): this {
    this.engine?.dispose();
    this.seed = seed;
    this.dataset = dataset;
    const { settings } = this;
    this.engine = labNamed(this.lab).create({ settings, dataset, seed });
    this.run += 1;
    this.edits = [];
    this.pretrained = false;
    return this.look();
  }

  /** Opens the model the page comes with. */
  openShipped(): this {
    const text = readFileSync(join(root, 'public', 'models', `${this.lab}.json`), 'utf8');
    const decoded = decodeModelFile(text, labNamed(this.lab));
    if (!decoded.ok || !decoded.file.checkpoint) throw new Error('No model is shipped.');
    this.settings = decoded.file.settings;
    this.start({}, decoded.file.seed);
    this.engine.load(decoded.file.checkpoint);
    this.pretrained = true;
    return this.look();
  }

  /** Changes settings that take effect at once. */
  turn(changes: Values): this {
    this.settings = { ...this.settings, ...changes };
    this.engine.updateSettings?.(this.settings);
    return this.look();
  }

  /** Plays for so many steps, until the challenge is done, or until nothing changes any more. */
  play(steps: number): this {
    const goesOn = labNamed(this.lab).goesOnFromEdits && this.edits.length > 0;
    if (goesOn) this.trainFromHere();
    for (let step = 0; step < steps && !this.engine.converged; step++) {
      expect(this.engine.train().ok).toBe(true);
      if (step % 20 !== 19) continue;
      this.look();
      if (this.goal !== null && this.has(this.goal)) return this;
    }
    return this.look();
  }

  edit(...edits: readonly unknown[]): this {
    const { parseEdit, withEdit } = labNamed(this.lab);
    this.edits = edits.reduce<readonly unknown[]>(
      (all, edit) => withEdit(all, parseEdit(edit)),
      this.edits,
    );
    this.engine.setEdits?.(this.edits);
    return this.look();
  }

  clearEdits(): this {
    this.edits = [];
    this.engine.setEdits?.([]);
    return this.look();
  }

  trainFromHere(): this {
    this.engine.bakeEdits?.();
    this.edits = [];
    this.pretrained = false;
    return this.look();
  }

  /** Carries the VAE's probe somewhere, and waits until it is decoded. */
  carryProbe(latent: readonly number[]): this {
    const query = { kind: 'decode', latents: latent };
    const decoded = this.engine.inspect?.(query) as DecodeInspection | undefined;
    if (!decoded) throw new Error('This lab decodes nothing.');
    const { mean, variance } = decoded;
    const deviation = variance.map(Math.sqrt);
    this.entries.setEntry(decodedProbe, () => ({ latent, mean, deviation }));
    return this.edit({ kind: 'placeProbe', latent });
  }

  look(): this {
    const { engine } = this;
    const run = {
      get objective() {
        return engine.evaluate();
      },
      runId: this.run,
      step: this.engine.step,
      dataset: this.dataset,
      snapshot: this.shown,
      draft: null,
      view: this.entries.view,
    };
    const { settings, edits, seed, pretrained } = this;
    const document = { lab: this.lab, settings, edits, seed, origin: { pretrained } };
    const controller = {
      run: { getState: () => run },
      document: { getState: () => document },
      effective: () => document,
    } as unknown as LabController;
    this.progress = observe(this.set, this.progress, this.set.viewOf(controller));
    return this;
  }

  has(id: string): boolean {
    return this.progress.findings[id].done;
  }

  text(id: string): string {
    return this.progress.findings[id].text;
  }

  get done(): readonly string[] {
    return this.set.list.map(({ id }) => id).filter((id) => this.has(id));
  }
}

type AnySet = ChallengeSet<unknown, unknown>;

/** For each challenge, what its answer says; each way it offers, where it offers several. */
type Ways = Readonly<Record<string, readonly ((visitor: Visitor) => unknown)[]>>;

function followed(lab: string, set: AnySet, ways: Ways): void {
  const ids = set.list.map(({ id }) => id);
  describe(`the answers of ${lab}`, () => {
    it('are followed, each of them', () => {
      expect(Object.keys(ways).sort()).toEqual(ids.toSorted());
    });
    for (const id of ids) {
      it.each(ways[id].map((way, index) => ({ way, index })))(
        `${id}, way $index`,
        async ({ way }) => {
          const visitor = new Visitor(lab, set, id);
          await way(visitor);
          expect(visitor.has(id), visitor.text(id)).toBe(true);
        },
      );
    }
    it('credit nothing before a person has acted', async () => {
      const visitor = new Visitor(lab, set);
      if (labNamed(lab).startsTrained !== false) expect(visitor.openShipped().done).toEqual([]);
      const { presets } = labNamed(lab).table;
      for (const preset of presets) {
        await visitor.choosePreset(preset.id).startReading();
        expect(visitor.done, preset.id).toEqual([]);
      }
    });
  });
}

/** Mean of the latents, or of the points, of each class. */
function centres(values: Float32Array, dimension: number, labels: Int32Array): number[][] {
  const classes = [...new Set(labels)].sort((a, b) => a - b);
  return classes.map((label) => {
    const rows = [...labels.keys()].filter((n) => labels[n] === label);
    return Array.from(
      { length: dimension },
      (_, i) => rows.reduce((sum, n) => sum + values[n * dimension + i], 0) / rows.length,
    );
  });
}

/** The cluster most points of a class are in. */
function ownerOf({ shown, labels }: Visitor, label: number): number {
  const counts = new Map<number, number>();
  for (let n = 0; n < labels.length; n++) {
    if (labels[n] === label)
      counts.set(shown.assignments[n], (counts.get(shown.assignments[n]) ?? 0) + 1);
  }
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
}

followed('em', emChallenges, {
  monotone: [(visitor) => visitor.start({ algorithm: 'gmm' }).play(20)],
  stuck: [
    (visitor) => visitor.start().play(200),
    (visitor) => {
      for (let seed = 0; seed <= 7; seed++)
        visitor.start({ start: 'random-points' }, seed).play(200);
    },
  ],
  unstick: [
    (visitor) => {
      visitor.start().play(200);
      // Seed 0: means 2 and 4 share a blob, mean 3 has two of them.
      const [x, y] = visitor.shown.clusters[2].mean;
      visitor.edit({ kind: 'moveMean', cluster: 3, mean: [x + 3, y - 3] }).play(200);
    },
  ],
  singular: [(visitor) => visitor.choosePreset('singular').start().play(500)],
  prune: [(visitor) => visitor.choosePreset('bayesian').start().play(500)],
});

/** Documents that have at least half of their words from a topic. */
const supportOf = ({ shares, topics, documents }: Shown, k: number): number =>
  Array.from({ length: documents }, (_, d) => shares[d * topics.length + k]).filter(
    (share) => share >= 0.5,
  ).length;

followed('topics', topicsChallenges, {
  short: [
    (visitor) => visitor.start({ words: 30 }).play(200),
    (visitor) =>
      visitor.choosePreset('large-alpha').start({ alpha: 0.2, documents: 2000 }).play(300),
  ],
  starve: [(visitor) => visitor.choosePreset('race').start({ tau: 1024, kappa: 1 }).play(300)],
  disagree: [(visitor) => visitor.start({ documents: 20, words: 5 }).play(200)],
  rare: [
    async (visitor) => {
      (await visitor.choosePreset('countries').startReading({ topics: 30 })).play(20);
      const { shown } = visitor;
      const rare = shown.topics.findIndex((_, k) => {
        const support = supportOf(shown, k);
        return support > 0 && support <= 3;
      });
      visitor.edit({
        ...{ kind: 'nameTopic', topic: shown.topics[rare].id, name: 'Rare', colour: rare },
        words: visitor.wordsOf(rare),
      });
    },
  ],
  intruder: [
    async (visitor) => {
      (await visitor.choosePreset('countries').startReading()).play(20);
      const { entries, shown } = visitor;
      for (let question = 0; question < 3; question++) {
        askNext(entries, shown.topics);
        answerWith(entries, entries.get(intrusion).question?.intruder ?? -1);
      }
      visitor.look();
    },
  ],
});

followed('mixture-of-experts', expertsChallenges, {
  divide: [(visitor) => visitor.start().play(500)],
  generalised: [(visitor) => visitor.start({ gateSteps: 1 }).play(5000)],
  blind: [(visitor) => visitor.choosePreset('crossing').start().play(500)],
});

followed('hmm', hmmChallenges, {
  ring: [(visitor) => visitor.choosePreset('stairs').start().play(200)],
  spread: [(visitor) => visitor.choosePreset('bursts').start().play(200)],
});

followed('vae', vaeChallenges, {
  unseen: [
    (visitor) => {
      const { latents, latentDimension } = visitor.openShipped().shown;
      const arms = centres(latents, latentDimension, visitor.labels);
      const angle = ([x, y]: readonly number[]) => Math.atan2(y, x);
      arms.sort((a, b) => angle(a) - angle(b));
      for (const [index, arm] of arms.entries()) {
        const next = arms[(index + 1) % arms.length];
        visitor.carryProbe(arm.map((value, i) => (value + next[i]) / 2));
      }
    },
  ],
  collapse: [(visitor) => visitor.start({ latentDimension: 3 }).play(1500)],
  separate: [
    (visitor) => visitor.start({ klWeight: 2 }).play(400).turn({ klWeight: 0.5 }).play(1500),
  ],
  autoencoder: [(visitor) => visitor.start({ klWeight: 0 }).play(400)],
  'bounds-apart': [
    (visitor) => visitor.start({ objective: 'iwae', importanceSamples: 50 }).play(400),
  ],
});

followed('svae-gmm', gmmChallenges, {
  separate: [(visitor) => visitor.start().play(1000)],
  remove: [
    (visitor) => {
      const cluster = ownerOf(visitor.openShipped() as never, 0);
      visitor.edit({ kind: 'removeCluster', cluster });
    },
  ],
  pile: [
    (visitor) => {
      const [cluster, other] = [0, 1].map((arm) => ownerOf(visitor.openShipped() as never, arm));
      const { mean } = visitor.shown.clusters[other];
      visitor.edit({ kind: 'moveCluster', cluster, mean });
    },
  ],
  fail: [
    (visitor) =>
      visitor.start({ start: 'random', meanSpread: 0.01, structuralMoves: false }).play(500),
  ],
  repair: [
    (visitor) => {
      visitor.start({ start: 'random', meanSpread: 0.01, structuralMoves: false }).play(500);
      const { latents, latentDimension, clusters } = visitor.shown;
      const arms = centres(latents, latentDimension, visitor.labels);
      const owners = arms.map((_, arm) => ownerOf(visitor as never, arm));
      const first = owners.findIndex((owner, arm) => owners.indexOf(owner) !== arm);
      const others = clusters.filter(({ id }) => !owners.includes(id));
      const [{ id: cluster }] = others.sort((a, b) => a.count - b.count);
      visitor.edit({ kind: 'moveCluster', cluster, mean: arms[first] });
      visitor.edit({ kind: 'weighCluster', cluster, weight: 0.2 });
      visitor.trainFromHere().play(1000);
    },
  ],
});

followed('svae-lds', ldsChallenges, {
  learn: [(visitor) => visitor.start().play(600)],
  dream: [(visitor) => visitor.openShipped().edit({ kind: 'setInputEnd', step: 0 })],
  faster: [
    (visitor) =>
      visitor
        .openShipped()
        .edit({ kind: 'turnEigenvalue', pair: 0, angleFactor: 2, radiusFactor: 1 }),
  ],
  fade: [
    (visitor) => {
      const pairs = visitor.openShipped().shown.rotations.keys();
      for (const pair of pairs)
        visitor.edit({ kind: 'turnEigenvalue', pair, angleFactor: 1, radiusFactor: 0.95 });
    },
  ],
  break: [
    (visitor) => {
      const column = 0;
      visitor.openShipped();
      let factor = 1;
      const scaleTo = (next: number) => {
        factor = next;
        visitor.edit({ kind: 'scaleTransitionColumn', column, factor });
      };
      while (visitor.shown.spectralRadius <= 1.02 && factor < 2) scaleTo(factor + 0.1);
      while (!visitor.has('break') && factor > 0.5) scaleTo(factor - 0.1);
    },
  ],
  column: [
    (visitor) => {
      visitor.openShipped();
      for (let column = 0; column < visitor.shown.latentDimension; column++)
        for (const factor of [0.8, 1.2]) {
          visitor.edit({ kind: 'scaleTransitionColumn', column, factor });
          visitor.clearEdits();
        }
    },
  ],
});

const sldsOf = (visitor: Visitor) => visitor.shown as unknown as SvaeSldsSnapshot;
/** States in use that rotate, the fastest first. */
const rotating = (visitor: Visitor) =>
  sldsOf(visitor)
    .states.flatMap(({ id, period, share }) =>
      period !== null && share > 0.02 ? [{ id, period }] : [],
    )
    .sort((a, b) => a.period - b.period);

followed('svae-slds', sldsChallenges, {
  find: [(visitor) => visitor.start().play(1000)],
  fast: [
    (visitor) => {
      const [fastest, ...others] = rotating(visitor.openShipped());
      for (const { id: state, period } of others)
        visitor.edit({
          ...{ kind: 'turnEigenvalue', state, radiusFactor: 1 },
          angleFactor: period / fastest.period,
        });
    },
  ],
  brush: [
    (visitor) => {
      const [{ id: removed }] = rotating(visitor.openShipped());
      const { truth, matched, inputEnds, firstRow, states } = sldsOf(visitor);
      const free = states.find(({ share }) => share < 0.02)?.id;
      if (!truth || !matched || free === undefined) throw new Error('There is nothing to teach.');
      const fast = matched[removed];
      const paint = (from: number, to: number) =>
        visitor.edit({ kind: 'paintState', from: firstRow + from, to: firstRow + to, state: free });
      visitor.edit({ kind: 'removeState', state: removed });
      // The last stretch is the longest; the first one follows but for its end.
      const last = truth.subarray(0, inputEnds).findLastIndex((label) => label !== fast) + 1;
      paint(last, inputEnds);
      const isTaught = sldsOf(visitor).assignments[2] === free;
      if (!isTaught) throw new Error('What moves alike does not follow.');
      paint(
        0,
        truth.findIndex((label) => label !== fast),
      );
    },
  ],
  sticky: [
    (visitor) => {
      visitor.start({ dwell: 20 }).play(1000);
      for (let factor = 2; factor < 1e4 && !visitor.has('sticky'); factor *= 1.5)
        visitor.edit({ kind: 'scaleStickiness', factor });
    },
  ],
});

followed('divergences', divergencesChallenges, {
  infinite: [
    (visitor) => {
      const components = [
        { weight: 0.5, mean: -2, sd: 0.5 },
        { weight: 0.5, mean: 2, sd: 0.5 },
      ];
      visitor.start().edit({ kind: 'reshape', target: 'two', components, from: -2.65, to: 2.65 });
    },
  ],
  lighter: [
    (visitor) => {
      const components = [{ weight: 1, mean: 2, sd: 0.8 }];
      visitor.choosePreset('unequal').start().edit({ kind: 'placeFit', components }).play(300);
    },
  ],
  negative: [
    (visitor) => {
      const shares = [0.06, 0.06, 0.75, 0.07, 0.06];
      visitor.start({ part: 'bars' }).edit({ kind: 'setBars', of: 'q', shares });
    },
  ],
  merge: [
    (visitor) => {
      visitor
        .start({ part: 'bars', outcomes: 4 })
        .edit({ kind: 'setBars', of: 'p', shares: [0.6, 0.146, 0.176, 0.078] })
        .edit({ kind: 'setBars', of: 'q', shares: [0.037, 0.709, 0.093, 0.161] })
        .edit({ kind: 'mergeBars', after: [0, 2] });
    },
  ],
  straight: [
    (visitor) => {
      const moved = { places: [0.4, 1, 1.6], weights: [0.3, 0.3, 0.4] };
      visitor.start({ part: 'jensen', convex: 'abs' });
      visitor.edit({ kind: 'moveAtoms', convex: 'abs', ...moved });
    },
  ],
  width: [
    (visitor) => {
      const placed = (sd: number) => ({
        kind: 'placeFit',
        components: [{ weight: 1, mean: 0, sd }],
      });
      visitor.choosePreset('identity').start().edit(placed(3)).edit(placed(1.2));
    },
  ],
});

followed('estimators', estimatorsChallenges, {
  drown: [(visitor) => visitor.start({ dimension: 30, mean: -3 })],
  loses: [(visitor) => visitor.start({ f: 'cosine', k: 5, sd: 3 })],
  biased: [(visitor) => visitor.start({ f: 'step', sd: 0.4, mean: 2 })],
  landing: [(visitor) => visitor.start({ f: 'elbo', mean: 2, sd: 1 })],
  'wrong-way': [(visitor) => visitor.start({ q: 'coin', c: 0.3, theta: 0.1 })],
});

followed('bounds', boundsChallenges, {
  'many-draws': [(visitor) => visitor.start({ samples: 100 })],
  'one-draw': [(visitor) => visitor.start({ samples: 1, mean: 1, sd: 0.71 })],
  'heavy-tail': [(visitor) => visitor.start({ mean: 1, sd: 0.15 })],
  'few-count': [(visitor) => visitor.start({ mean: -3, sd: 0.8, samples: 100 })],
  mended: [(visitor) => visitor.start({ part: 'signal', mean: 1.3, sd: 0.8, samples: 1000 })],
  enclose: [(visitor) => visitor.choosePreset('annealing').start({ bridgeSteps: 100 })],
  'hardly-biased': [
    (visitor) => visitor.choosePreset('filter').start({ particles: 2000 }).play(180),
  ],
});

followed('mean-field', meanFieldChallenges, {
  'predict-gibbs': [(visitor) => visitor.start({ correlation: 0.71 }).play(2400)],
  'only-the-width': [
    (visitor) => {
      const { mean } = visitor.start().shown.moments;
      visitor.edit({ kind: 'placeFactors', mean, deviation: [0.44, 0.44] });
    },
  ],
  'other-mode': [
    (visitor) => {
      visitor.start({ target: 'two-modes' }).play(300);
      const mean = visitor.shown.moments.mean.map((value) => -value);
      visitor.edit({ kind: 'placeFactors', mean, deviation: [0.5, 0.5] }).play(300);
    },
  ],
  'halve-the-gap': [
    (visitor) => {
      const { observations } = visitor.start({ target: 'normal' }).shown;
      visitor.edit({ kind: 'observe', values: [...observations, ...Array(8).fill(3)] }).play(300);
    },
  ],
  'both-fixed-points': [
    (visitor) => {
      visitor.start({ target: 'sprinkler' }).play(300);
      visitor
        .start()
        .edit({ kind: 'chooseNodes', turns: [[0, 2]] })
        .play(300);
    },
  ],
  'lose-one': [
    (visitor) => {
      const { nodes } = visitor.start({ target: 'sprinkler' }).play(300).shown;
      const leaky = nodes.map((node) =>
        node.name === 'Wet grass' ? { ...node, table: [0.95, 0.05, ...node.table.slice(2)] } : node,
      );
      visitor.edit({ kind: 'setNetwork', target: 'sprinkler', nodes: leaky }).play(600);
    },
  ],
  'choose-a-side': [
    (visitor) => visitor.choosePreset('spins').start().turn({ coupling: 1.05 }).play(2000),
  ],
  'explain-away': [
    (visitor) =>
      visitor
        .start({ target: 'alarm' })
        .edit({ kind: 'observeNode', target: 'alarm', node: 2, state: 1 })
        .edit({ kind: 'observeNode', target: 'alarm', node: 1, state: 1 }),
  ],
});
