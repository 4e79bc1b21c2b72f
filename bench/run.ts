/** Measures every figure the project wants to reach: `npm run bench -- --help`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/processes.mjs';
import { labs } from '../src/labs/allLabs.ts';
import { examplesOf } from '../src/labs/examples.fixture.ts';
import { measureCompareQuality, measureCompareThread } from './compare.ts';
import { SEEDS, SOAK } from './config.ts';
import { measureDrag } from './drag.ts';
import { measureEm } from './em.ts';
import { measureEmRestarts } from './emRestarts.ts';
import { measureEmSpeed } from './emSpeed.ts';
import { measureEveryPage } from './everyPage.ts';
import { type Measurement, medianOf } from './figures.ts';
import { measureGolden } from './golden.ts';
import { type Laboratory, openLaboratory } from './lab.ts';
import { measureLdsInference } from './ldsInference.ts';
import { measureLdsDrag, measureLdsPlayTime } from './ldsPage.ts';
import { measureLdsFrequency, measureLdsQuality } from './ldsQuality.ts';
import { measureLdsSignals } from './ldsSignals.ts';
import { measureLdsWeak } from './ldsWeak.ts';
import { measureLearning } from './learning.ts';
import { measureLikelihood } from './likelihood.ts';
import { measureLoading } from './loading.ts';
import { load, machine } from './machine.ts';
import { measureMainThread } from './mainThread.ts';
import { measureMemory } from './memory.ts';
import { measurePlayTime } from './playTime.ts';
import { measureQuality } from './quality.ts';
import { referenceMs } from './referenceWork.ts';
import { asData, failedMeasurement, inMarkdown, type Report } from './report.ts';
import { measureScriptSize } from './scriptSize.ts';
import { measureSeeds } from './seeds.ts';
import { measureSoak } from './soak.ts';
import { measureSpeed } from './speed.ts';
import { measureExampleSteps, measureTimedExamples } from './timedExamples.ts';
import { measureTopicsPeer } from './topicsPeer.ts';
import { measureTopicsQuality } from './topicsQuality.ts';
import { measureVaeObjectiveSteps, measureVaeObjectives } from './vaeObjectives.ts';
import { measureVaeQuality } from './vaeQuality.ts';

interface MeasuredGroup {
  readonly measure: (means: Means) => Promise<Measurement> | Measurement;
  readonly browser?: true;
  /** What one run says depends on how busy the machine is: the median of several is quoted. */
  readonly repeated?: true;
}

const inBrowser = (measure: (laboratory: Laboratory) => Promise<Measurement>) =>
  ({ browser: true, measure: ({ laboratory }: Means) => measure(laboratory()) }) as const;

const timedInBrowser = (measure: (laboratory: Laboratory) => Promise<Measurement>) =>
  ({ ...inBrowser(measure), repeated: true }) as const;

/** What labs bring to be timed, by the lab's id: on the stage, and steps in Node. */
async function groupsOfLabs(): Promise<Record<string, MeasuredGroup>> {
  const groups: Record<string, MeasuredGroup> = {};
  for (const { id } of labs) {
    const { timed } = await examplesOf(id);
    if (!timed) continue;
    groups[id] = timedInBrowser((laboratory) => measureTimedExamples(laboratory, id, timed));
    if (timed.some(({ what }) => what === 'step')) {
      groups[`${id}-steps`] = { measure: () => measureExampleSteps(id, timed), repeated: true };
    }
  }
  return groups;
}

/** One after the other, never two at a time, in the order of the table. */
const GROUPS: Readonly<Record<string, MeasuredGroup>> = {
  quality: { measure: ({ seeds }) => measureQuality(seeds) },
  learning: { measure: measureLearning },
  play: timedInBrowser(measurePlayTime),
  speed: timedInBrowser(measureSpeed),
  golden: { measure: async ({ reference }) => measureGolden(reference) },
  'lds-quality': { measure: measureLdsQuality },
  'lds-signals': { measure: measureLdsSignals },
  'lds-weak': { measure: measureLdsWeak },
  'lds-inference': { measure: measureLdsInference, repeated: true },
  'lds-play': timedInBrowser(measureLdsPlayTime),
  'lds-drag': timedInBrowser(measureLdsDrag),
  'lds-frequency': { measure: measureLdsFrequency },
  em: { measure: measureEm },
  'em-restarts': { measure: measureEmRestarts },
  'em-speed': timedInBrowser(measureEmSpeed),
  likelihood: { measure: measureLikelihood },
  'vae-quality': { measure: measureVaeQuality },
  'vae-objectives': { measure: measureVaeObjectives },
  'vae-objective-steps': { measure: measureVaeObjectiveSteps, repeated: true },
  'topics-quality': { measure: measureTopicsQuality },
  'topics-peer': { measure: measureTopicsPeer, repeated: true },
  'compare-quality': { measure: ({ seeds }) => measureCompareQuality(seeds) },
  'compare-thread': timedInBrowser(measureCompareThread),
  drag: timedInBrowser(measureDrag),
  thread: timedInBrowser(measureMainThread),
  seeds: timedInBrowser(measureSeeds),
  memory: inBrowser(measureMemory),
  soak: {
    browser: true,
    measure: ({ laboratory, minutes }) => measureSoak(laboratory(), minutes),
  },
  'every-page': inBrowser(measureEveryPage),
  script: inBrowser(measureScriptSize),
  // It pays every visit several times by itself.
  loading: inBrowser(measureLoading),
  ...(await groupsOfLabs()),
};

const GROUP_LIMIT_MINUTES = 15;
const RUNS = 3;

/** What the groups measure with. */
interface Means {
  readonly seeds: readonly number[];
  /** A file with golden numbers to take in the place of ours. */
  readonly reference: string | undefined;
  /** How long labs are switched. */
  readonly minutes: number;
  laboratory(): Laboratory;
}

const DOCUMENT = join(root, 'docs', 'benchmarks.md');
/** Everything from here to the end of the document is generated. */
const MARK = '<!-- npm run bench -- --write: everything below is generated -->';

const help = `npm run bench -- [options]

  --only A,B     some groups: ${Object.keys(GROUPS).join(', ')}
  --runs N       runs of the groups that time something; the median is quoted (default ${RUNS})
  --seeds A-B    seeds of the quality figures (default ${SEEDS})
  --reference F  golden numbers of the file F in the place of ours, a JSON file of the same form
  --minutes N    minutes in which labs are switched (default ${SOAK.minutes})
  --json         one JSON object instead of the table
  --write        put the table into docs/benchmarks.md as well
  --help         this text`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      runs: { type: 'string', default: String(RUNS) },
      seeds: { type: 'string', default: SEEDS },
      reference: { type: 'string' },
      minutes: { type: 'string', default: String(SOAK.minutes) },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${help}\n`);
    return;
  }
  const report = await measure(
    readGroups(values.only),
    readSeeds(values.seeds),
    readRuns(values.runs),
    values.reference,
    readMinutes(values.minutes),
  );
  process.stdout.write(
    values.json
      ? `${JSON.stringify(asData(report), null, 2)}\n`
      : `${inMarkdown(report)}\n\n${report.notes.map((note) => `- ${note}\n`).join('')}`,
  );
  if (values.write) write(report);
}

async function measure(
  groups: readonly string[],
  seeds: readonly number[],
  runs: number,
  reference: string | undefined,
  minutes: number,
): Promise<Report> {
  const before = { load: load(), referenceMs: referenceMs() };
  const laboratory = groups.some((group) => GROUPS[group].browser) ? await openLaboratory() : null;
  const means: Means = {
    seeds,
    reference,
    minutes,
    laboratory() {
      if (!laboratory) throw new Error('This group needs a browser.');
      return laboratory;
    },
  };
  const measurements: Measurement[] = [];
  try {
    for (const group of groups) {
      const { measure: measureOnce, repeated } = GROUPS[group];
      const found: Measurement[] = [];
      for (let run = 0; run < (repeated ? runs : 1); run++) {
        process.stderr.write(`measuring ${group}${run > 0 ? `, run ${run + 1}` : ''} …\n`);
        found.push(
          await inTime(async () => measureOnce(means), GROUP_LIMIT_MINUTES + minutes).catch(
            (error) => failedMeasurement(group, error),
          ),
        );
        await laboratory?.closePage();
      }
      measurements.push(medianOf(found));
    }
    return {
      date: new Date().toISOString().slice(0, 10),
      machine: machine(),
      browser: laboratory && `Chromium ${laboratory.browser.version()}`,
      ...before,
      figures: measurements.flatMap(({ figures, run, referenceMs = null }) =>
        figures.map((figure) => ({ ...figure, run, referenceMs })),
      ),
      notes: measurements.flatMap(({ notes }) => notes),
    };
  } finally {
    await laboratory?.close();
  }
}

/** A page that hangs must not keep the other groups from being measured. */
function inTime(measureOnce: () => Promise<Measurement>, minutes: number): Promise<Measurement> {
  let timer: NodeJS.Timeout;
  const limit = new Promise<never>((_, reject) => {
    const message = `It took longer than ${minutes} minutes.`;
    timer = setTimeout(() => reject(new Error(message)), minutes * 60_000);
  });
  return Promise.race([measureOnce(), limit]).finally(() => clearTimeout(timer));
}

function readGroups(only: string | undefined): string[] {
  const all = Object.keys(GROUPS);
  if (only === undefined) return all;
  const wanted = only.split(',');
  const unknown = wanted.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Error(`There is no group "${unknown}".\n\n${help}`);
  return all.filter((group) => wanted.includes(group));
}

function readRuns(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--runs is "${text}"; expected a number from 1.`);
  return Number(text);
}

function readMinutes(text: string): number {
  if (!(Number(text) > 0)) throw new Error(`--minutes is "${text}"; expected a number above 0.`);
  return Number(text);
}

function readSeeds(text: string): number[] {
  const match = /^(\d+)-(\d+)$/.exec(text);
  if (!match || Number(match[1]) > Number(match[2])) {
    throw new Error(`--seeds is "${text}"; expected a range like 0-99.`);
  }
  const from = Number(match[1]);
  return Array.from({ length: Number(match[2]) - from + 1 }, (_, i) => from + i);
}

function write(report: Report): void {
  const [introduction] = readFileSync(DOCUMENT, 'utf8').split(MARK);
  writeFileSync(DOCUMENT, `${introduction}${MARK}\n\n${inMarkdown(report)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
