/** Every group of the bench, under the subjects of docs/benchmarks.md and in their order. */
import { labs } from '../src/labs/allLabs.ts';
import { examplesOf } from '../src/labs/examples.fixture.ts';
import { measureCompareQuality, measureCompareThread } from './compare.ts';
import { measureDrag } from './drag.ts';
import { measureEm } from './em.ts';
import { measureEmRestarts } from './emRestarts.ts';
import { measureEmSpeed } from './emSpeed.ts';
import { measureEveryPage } from './everyPage.ts';
import type { Measurement } from './figures.ts';
import { measureGolden } from './golden.ts';
import type { Laboratory } from './lab.ts';
import { measureLdsInference } from './ldsInference.ts';
import { measureLdsDrag, measureLdsPlayTime } from './ldsPage.ts';
import { measureLdsFrequency, measureLdsQuality } from './ldsQuality.ts';
import { measureLdsSeries } from './ldsSeries.ts';
import { measureLdsSignals } from './ldsSignals.ts';
import { measureLdsWeak } from './ldsWeak.ts';
import { measureLearning } from './learning.ts';
import { measureLikelihood } from './likelihood.ts';
import { measureLoading } from './loading.ts';
import { measureMainThread } from './mainThread.ts';
import { measureMemory } from './memory.ts';
import { measureOwnTests } from './ownTests.ts';
import { measurePlayTime } from './playTime.ts';
import { measurePromises } from './promises.ts';
import { measureQuality } from './quality.ts';
import { measureScriptSize } from './scriptSize.ts';
import { measureSeeds } from './seeds.ts';
import { measureSldsPlayTime, measureSldsQuality, measureSldsStep } from './slds.ts';
import { measureSoak } from './soak.ts';
import { measureSpeed } from './speed.ts';
import { measureExampleSteps, measureTimedExamples } from './timedExamples.ts';
import { measureTopicsPage } from './topicsPage.ts';
import { measureTopicsPeer } from './topicsPeer.ts';
import { measureTopicsQuality } from './topicsQuality.ts';
import { measureVaeObjectiveSteps, measureVaeObjectives } from './vaeObjectives.ts';
import { measureVaeQuality } from './vaeQuality.ts';

/** What the groups measure with. */
export interface Means {
  /** All seeds, steps and sizes; a share of them without it. */
  readonly full: boolean;
  /** Asked for; null where the group's own are meant. */
  readonly seeds: readonly number[] | null;
  /** A file with golden numbers to take in the place of ours. */
  readonly reference: string | undefined;
  /** How long labs are switched. */
  readonly minutes: number;
  /** Of groups with `browser` alone. */
  readonly laboratory: Laboratory;
}

export interface MeasuredGroup {
  readonly measure: (means: Means) => Promise<Measurement> | Measurement;
  readonly browser?: true;
  /** What one run says depends on how busy the machine is: the median of several is quoted. */
  readonly repeated?: true;
  /** Too long for a run of all groups. */
  readonly onlyAsked?: true;
}

export interface Subject {
  readonly title: string;
  readonly groups: Readonly<Record<string, MeasuredGroup>>;
}

type InBrowser = (laboratory: Laboratory, full: boolean) => Promise<Measurement>;

const inNode = (measure: (full: boolean) => Promise<Measurement> | Measurement): MeasuredGroup => ({
  measure: ({ full }) => measure(full),
});

const timedInNode = (measure: () => Promise<Measurement> | Measurement): MeasuredGroup => ({
  ...{ measure, repeated: true },
});

const inBrowser = (measure: InBrowser): MeasuredGroup => ({
  ...{ browser: true, measure: ({ laboratory, full }) => measure(laboratory, full) },
});

const timedInBrowser = (measure: InBrowser): MeasuredGroup => ({
  ...{ ...inBrowser(measure), repeated: true },
});

/** What a lab brings to be timed, under its id: on the stage, and steps in Node. */
async function timedOf(id: string): Promise<Subject['groups']> {
  const { timed } = await examplesOf(id);
  if (!timed) return {};
  return {
    [id]: timedInBrowser((laboratory) => measureTimedExamples(laboratory, id, timed)),
    ...(timed.some(({ what }) => what === 'step') && {
      [`${id}-steps`]: timedInNode(() => measureExampleSteps(id, timed)),
    }),
  };
}

/** By the lab's id, before what it brings to be timed. */
const OF_LABS: Readonly<Record<string, Subject['groups']>> = {
  em: {
    em: inNode(measureEm),
    'em-restarts': inNode(measureEmRestarts),
    'em-speed': timedInBrowser(measureEmSpeed),
  },
  vae: {
    'vae-quality': inNode(measureVaeQuality),
    'vae-objectives': inNode(measureVaeObjectives),
    'vae-objective-steps': timedInNode(measureVaeObjectiveSteps),
  },
  topics: {
    'topics-quality': inNode(measureTopicsQuality),
    'topics-peer': timedInBrowser(measureTopicsPeer),
    'topics-page': timedInBrowser(measureTopicsPage),
  },
  'svae-gmm': {
    quality: { measure: ({ seeds, full }) => measureQuality(seeds, full) },
    learning: inNode(measureLearning),
    // Several visits by themselves.
    play: inBrowser(measurePlayTime),
    speed: timedInBrowser(measureSpeed),
    drag: timedInBrowser(measureDrag),
    thread: timedInBrowser((laboratory, full) => measureMainThread(laboratory, full)),
    seeds: inBrowser(measureSeeds),
    memory: inBrowser(measureMemory),
  },
  'svae-lds': {
    'lds-quality': inNode(measureLdsQuality),
    'lds-signals': inNode(measureLdsSignals),
    'lds-weak': inNode(measureLdsWeak),
    'lds-series': inNode(measureLdsSeries),
    'lds-frequency': inNode(measureLdsFrequency),
    'lds-inference': timedInBrowser(measureLdsInference),
    'lds-play': inBrowser(measureLdsPlayTime),
    'lds-drag': timedInBrowser(measureLdsDrag),
  },
  'svae-slds': {
    'slds-quality': inNode(measureSldsQuality),
    'slds-step': timedInNode(measureSldsStep),
    'slds-play': inBrowser(measureSldsPlayTime),
  },
  compare: {
    'compare-quality': { measure: ({ seeds, full }) => measureCompareQuality(seeds, full) },
    'compare-thread': timedInBrowser(measureCompareThread),
  },
};

export async function allSubjects(): Promise<readonly Subject[]> {
  const ofLabs = await Promise.all(
    labs.map(async ({ id, title }) => ({
      title,
      groups: { ...OF_LABS[id], ...(await timedOf(id)) },
    })),
  );
  return [
    {
      title: 'What must hold exactly',
      groups: {
        golden: { measure: ({ reference }) => measureGolden(reference) },
        likelihood: inNode(measureLikelihood),
        'random-problems': inNode(measurePromises),
      },
    },
    ...ofLabs.filter(({ groups }) => Object.keys(groups).length > 0),
    {
      title: 'The page',
      groups: {
        script: inBrowser(measureScriptSize),
        loading: inBrowser(measureLoading),
        'every-page': inBrowser(measureEveryPage),
        soak: {
          browser: true,
          measure: ({ laboratory, minutes }) => measureSoak(laboratory, minutes),
        },
        'npm-test': { onlyAsked: true, measure: measureOwnTests },
      },
    },
  ];
}
