/**
 * Three models on the same data, trained together: a GMM by EM, a VAE and an SVAE-GMM. Each is the
 * engine of its own lab and learns the same, to the last bit, as it would there.
 */
import type { Points } from '../../../datasets/dataset.ts';
import { diagonal } from '../../../math/diagonal.ts';
import { forkRandom } from '../../../math/random.ts';
import { checkSetting } from '../../../settings/validate.ts';
import { arrayNamed, nested, nestedAt } from '../../../svae/checkpoint.ts';
import type {
  Breakdown,
  Checkpoint,
  Engine,
  EngineRequest,
  NamedArrays,
  ObjectiveTerms,
  Score,
  StepOutcome,
  TrainingEvent,
} from '../../engine.ts';
import { isInUse } from '../../shared/data/inUse.ts';
import { sampleMixture } from '../../shared/engine/mixtureSamples.ts';
import { ANOTHER_SEED } from '../../shared/engine/remedies.ts';
import type { DecodeInspection } from '../../vae/snapshot.ts';
import { type CompareSettings, compareTable } from '../settings.ts';
import {
  type CompareInspection,
  type CompareQuery,
  type CompareSnapshot,
  type FiguresInspection,
  type MixtureDraws,
  MODEL_NAMES,
  type ModelName,
} from '../snapshot.ts';
import { BoundCourse } from './course.ts';
import { figuresOf } from './figures.ts';
import { LikelihoodRows } from './likelihood.ts';
import { createMembers, type Members, svaeSettings, vaeSettings } from './members.ts';
import { decodedOutlines } from './outlines.ts';

/** Draws per row for the command line and the bench. */
const SAMPLES = 512;

const NO_ELBO: ObjectiveTerms = { total: 0, reconstruction: 0, localKl: 0, globalKl: 0 };

export class CompareEngine
  implements Engine<never, CompareSnapshot, CompareQuery, CompareInspection>
{
  step = 0;
  private readonly dataset: Points;
  private readonly seed: number;
  private readonly members: Members;
  private readonly course = new BoundCourse();
  private readonly likelihoodRows: LikelihoodRows;
  private settings: CompareSettings;
  private sampleCount = 0;
  /** Not part of any checkpoint: times are never twice the same. */
  private readonly seconds: Record<ModelName, number> = { gmm: 0, vae: 0, svae: 0 };
  private timedSteps = 0;

  constructor(request: EngineRequest<CompareSettings>) {
    const { settings, dataset, seed } = request;
    this.settings = settings;
    this.dataset = dataset;
    this.seed = seed;
    this.members = createMembers(request);
    this.likelihoodRows = new LikelihoodRows(settings, dataset, seed);
  }

  /** A step of each network model, and an iteration of EM until that has arrived. */
  train(): StepOutcome {
    const events: TrainingEvent[] = [];
    const bounds: Record<ModelName, number> = { gmm: 0, vae: 0, svae: 0 };
    const { gmm } = this.members;
    let objective: ObjectiveTerms = NO_ELBO;
    for (const name of MODEL_NAMES) {
      if (name === 'gmm' && gmm.converged) {
        bounds.gmm = gmm.evaluate().total;
        continue;
      }
      const from = performance.now();
      const outcome = this.members[name].train();
      this.seconds[name] += (performance.now() - from) / 1000;
      if (!outcome.ok) {
        const breakdown = explainBreakdown(name, this.step + 1, outcome.breakdown);
        return { ok: false, breakdown };
      }
      // That of the last, the SVAE, stands for the run where there is room for one.
      objective = outcome.objective;
      bounds[name] = objective.total;
      for (const event of outcome.events)
        events.push({ ...event, label: `${SPOKEN[name]}: ${event.label}` });
    }
    this.step += 1;
    this.timedSteps += 1;
    this.course.add(this.step, bounds);
    return { ok: true, objective, events };
  }

  /** The SVAE's bound. */
  evaluate(): ObjectiveTerms {
    return this.members.svae.evaluate();
  }

  /** Those of each model under its name. */
  arrays(): NamedArrays {
    return Object.fromEntries(
      MODEL_NAMES.flatMap((model) =>
        Object.entries(this.members[model].arrays()).map(([name, array]) => [
          `${model}.${name}`,
          array,
        ]),
      ),
    );
  }

  takeArrays(given: NamedArrays): readonly string[] {
    return MODEL_NAMES.flatMap((model) => {
      const place = `${model}.`;
      const own = Object.entries(given)
        .filter(([name]) => name.startsWith(place))
        .map(([name, array]) => [name.slice(place.length), array] as const);
      try {
        const names = this.members[model].takeArrays(Object.fromEntries(own));
        return names.map((name) => place + name);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw new RangeError(error.message.replace('array "', `array "${place}`));
      }
    });
  }

  snapshot(how: { readonly afresh?: boolean } = {}): CompareSnapshot {
    const { dataset } = this;
    const gmm = this.members.gmm.snapshot();
    const vae = this.members.vae.snapshot();
    const svae = this.members.svae.snapshot(how);
    const { assignments, confidence, clusters, converged } = gmm;
    const samples = this.drawFromMixture(clusters);
    const outlines = this.outlines(svae.clusters);
    return {
      kind: 'compare',
      rows: dataset.rows,
      dataDimension: dataset.dimension,
      gmm: { assignments, confidence, clusters, samples, converged },
      vae,
      svae,
      outlines,
      course: this.course.columns(),
    };
  }

  inspect(query: CompareQuery): CompareInspection {
    if (query.kind === 'figures') return this.figures();
    return this.likelihoodRows.measure(this.members, query, this.step);
  }

  /** Of the SVAE, as the bound is. */
  scores(): readonly Score[] {
    return this.members.svae.scores();
  }

  measure() {
    const { evaluationData, timing, ...figures } = this.figures();
    const ofModels = MODEL_NAMES.map((model) => {
      const ofAll = { kind: 'likelihood', from: 0, rows: evaluationData.rows } as const;
      const query = { ...ofAll, model, samples: SAMPLES };
      const likelihood = this.likelihoodRows.measure(this.members, query, this.step);
      const { logLikelihood, standardError, effectiveSamples, poorRows, exact } = likelihood;
      return [
        model,
        {
          ...figures[model],
          logLikelihood,
          standardError,
          effectiveSamples,
          poorRows,
          ...(exact === null ? {} : { exactLogLikelihood: exact }),
          seconds: timing[model],
        },
      ];
    });
    return {
      ...Object.fromEntries(ofModels),
      likelihoodOn: evaluationData.data,
      importanceSamples: SAMPLES,
      elbo: this.evaluate(),
    };
  }

  setView(view: Readonly<Record<string, number>>): void {
    this.sampleCount = view.samples ?? 0;
    this.members.vae.setView(view);
    this.members.svae.setView(view);
  }

  updateSettings(settings: CompareSettings): void {
    this.settings = settings;
    this.members.vae.updateSettings(vaeSettings(settings));
    this.members.svae.updateSettings(svaeSettings(settings));
  }

  breakDown(): void {
    this.members.vae.breakDown();
  }

  save(): Checkpoint {
    const models = MODEL_NAMES.map((name) => nested(name, this.members[name].save()));
    return { step: this.step, arrays: Object.assign({ course: this.course.save() }, ...models) };
  }

  load(checkpoint: Checkpoint): void {
    const course = arrayNamed(checkpoint, 'course');
    const before = MODEL_NAMES.map((name) => this.members[name].save());
    try {
      for (const name of MODEL_NAMES) {
        const model = nestedAt(checkpoint, name);
        if (!model) throw new RangeError(`The state has no ${SPOKEN[name]}.`);
        this.members[name].load(model);
      }
    } catch (error) {
      // One that does not fit: the others must not be left at the state that belongs to it.
      MODEL_NAMES.forEach((name, i) => {
        this.members[name].load(before[i]);
      });
      throw error;
    }
    this.course.load(course);
    this.step = checkpoint.step;
  }

  dispose(): void {
    for (const name of MODEL_NAMES) this.members[name].dispose();
  }

  private figures(): FiguresInspection {
    return {
      kind: 'figures',
      step: this.step,
      timing: { ...this.seconds, steps: this.timedSteps },
      evaluationData: this.likelihoodRows.evaluationData,
      ...figuresOf(this.members, this.dataset, this.settings),
    };
  }

  private drawFromMixture(clusters: CompareSnapshot['gmm']['clusters']): MixtureDraws | null {
    if (this.sampleCount === 0) return null;
    const random = forkRandom(this.seed, 'model samples');
    const { points: data, clusters: chosen } = sampleMixture(clusters, this.sampleCount, random);
    return { data, clusters: chosen };
  }

  /** The prior of the VAE and the clusters of the SVAE, as their decoders bend them. */
  private outlines(clusters: CompareSnapshot['svae']['clusters']): CompareSnapshot['outlines'] {
    const { vae, svae } = this.members;
    const d = this.settings.latentDimension;
    if (d > 2) return null;
    const covariance = Array.from(diagonal(d, () => 1));
    const prior = { id: null, mean: new Array<number>(d).fill(0), covariance };
    return {
      vae: decodedOutlines([prior], (latents) => {
        const walk = vae.inspect({ kind: 'decode', latents: Array.from(latents) });
        return (walk as DecodeInspection).mean;
      }),
      svae: decodedOutlines(clusters.filter(isInUse), (latents, count) =>
        svae.decode(latents, count),
      ),
    };
  }
}

/** What models are called in sentences. */
const SPOKEN: Readonly<Record<ModelName, string>> = { gmm: 'GMM', vae: 'VAE', svae: 'SVAE' };

/** A model's breakdown as one of the comparison: which it was, and a remedy that can be had here. */
function explainBreakdown(model: ModelName, step: number, cause: Breakdown): Breakdown {
  const { suggestedSettings = {} } = cause;
  const known = Object.entries(suggestedSettings).every(
    ([name, value]) => checkSetting(compareTable, name, value).ok,
  );
  const message = `${SPOKEN[model]}: ${cause.message}`;
  if (known) return { ...cause, step, message };
  return { step, message, remedy: ANOTHER_SEED };
}
