/** Measures every figure the project wants to reach: `npm run bench -- --help`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/processes.mjs';
import { measureCompareQuality, measureCompareThread } from './compare.ts';
import { SEEDS } from './config.ts';
import { measureDrag } from './drag.ts';
import { measureEm } from './em.ts';
import { measureEmSpeed } from './emSpeed.ts';
import type { Measurement } from './figures.ts';
import { measureGolden } from './golden.ts';
import { type Laboratory, openLaboratory } from './lab.ts';
import { measureLdsInference } from './ldsInference.ts';
import { measureLdsDrag, measureLdsPlayTime } from './ldsPage.ts';
import { measureLdsFrequency, measureLdsQuality } from './ldsQuality.ts';
import { measureLdsSignals } from './ldsSignals.ts';
import { measureLikelihood } from './likelihood.ts';
import { load, machine } from './machine.ts';
import { measureMainThread } from './mainThread.ts';
import { measureMemory } from './memory.ts';
import { measurePlayTime } from './playTime.ts';
import { measureQuality } from './quality.ts';
import { referenceMs } from './referenceWork.ts';
import { asData, failedMeasurement, inMarkdown, type Report } from './report.ts';
import { measureScriptSize } from './scriptSize.ts';
import { measureSpeed } from './speed.ts';
import { measureVaeQuality } from './vaeQuality.ts';

/** One after the other, never two at a time, in the order of the table. */
const GROUPS = {
  quality: { browser: false, measure: ({ seeds }: Means) => measureQuality(seeds) },
  play: { browser: true, measure: ({ laboratory }: Means) => measurePlayTime(laboratory()) },
  speed: { browser: true, measure: ({ laboratory }: Means) => measureSpeed(laboratory()) },
  golden: { browser: false, measure: async ({ reference }: Means) => measureGolden(reference) },
  'lds-quality': { browser: false, measure: () => measureLdsQuality() },
  'lds-signals': { browser: false, measure: () => measureLdsSignals() },
  'lds-inference': { browser: false, measure: async () => measureLdsInference() },
  'lds-play': {
    browser: true,
    measure: ({ laboratory }: Means) => measureLdsPlayTime(laboratory()),
  },
  'lds-drag': { browser: true, measure: ({ laboratory }: Means) => measureLdsDrag(laboratory()) },
  'lds-frequency': { browser: false, measure: () => measureLdsFrequency() },
  em: { browser: false, measure: async () => measureEm() },
  'em-speed': { browser: true, measure: ({ laboratory }: Means) => measureEmSpeed(laboratory()) },
  likelihood: { browser: false, measure: async () => measureLikelihood() },
  'vae-quality': { browser: false, measure: () => measureVaeQuality() },
  'compare-quality': {
    browser: false,
    measure: ({ seeds }: Means) => measureCompareQuality(seeds),
  },
  'compare-thread': {
    browser: true,
    measure: ({ laboratory }: Means) => measureCompareThread(laboratory()),
  },
  drag: { browser: true, measure: ({ laboratory }: Means) => measureDrag(laboratory()) },
  thread: { browser: true, measure: ({ laboratory }: Means) => measureMainThread(laboratory()) },
  memory: { browser: true, measure: ({ laboratory }: Means) => measureMemory(laboratory()) },
  script: { browser: true, measure: ({ laboratory }: Means) => measureScriptSize(laboratory()) },
} as const;

const GROUP_LIMIT_MINUTES = 15;

type Group = keyof typeof GROUPS;

/** What the groups measure with. */
interface Means {
  readonly seeds: readonly number[];
  /** A file with golden numbers to take in the place of ours. */
  readonly reference: string | undefined;
  laboratory(): Laboratory;
}

const DOCUMENT = join(root, 'docs', 'benchmarks.md');
/** Everything from here to the end of the document is generated. */
const MARK = '<!-- npm run bench -- --write: everything below is generated -->';

const help = `npm run bench -- [options]

  --only A,B     some groups: ${Object.keys(GROUPS).join(', ')}
  --seeds A-B    seeds of the quality figures (default ${SEEDS})
  --reference F  golden numbers of the file F in the place of ours, a JSON file of the same form
  --json         one JSON object instead of the table
  --write        put the table into docs/benchmarks.md as well
  --help         this text`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      seeds: { type: 'string', default: SEEDS },
      reference: { type: 'string' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${help}\n`);
    return;
  }
  const report = await measure(readGroups(values.only), readSeeds(values.seeds), values.reference);
  process.stdout.write(
    values.json
      ? `${JSON.stringify(asData(report), null, 2)}\n`
      : `${inMarkdown(report)}\n\n${report.notes.map((note) => `- ${note}\n`).join('')}`,
  );
  if (values.write) write(report);
}

async function measure(
  groups: readonly Group[],
  seeds: readonly number[],
  reference: string | undefined,
): Promise<Report> {
  const before = { load: load(), referenceMs: referenceMs() };
  const laboratory = groups.some((group) => GROUPS[group].browser) ? await openLaboratory() : null;
  const means: Means = {
    seeds,
    reference,
    laboratory() {
      if (!laboratory) throw new Error('This group needs a browser.');
      return laboratory;
    },
  };
  const measurements: Measurement[] = [];
  try {
    for (const group of groups) {
      process.stderr.write(`measuring ${group} …\n`);
      measurements.push(
        await inTime(GROUPS[group].measure(means)).catch((error) =>
          failedMeasurement(group, error),
        ),
      );
      await laboratory?.closePage();
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
function inTime(measurement: Promise<Measurement>): Promise<Measurement> {
  let timer: NodeJS.Timeout;
  const limit = new Promise<never>((_, reject) => {
    const message = `It took longer than ${GROUP_LIMIT_MINUTES} minutes.`;
    timer = setTimeout(() => reject(new Error(message)), GROUP_LIMIT_MINUTES * 60_000);
  });
  return Promise.race([measurement, limit]).finally(() => clearTimeout(timer));
}

function readGroups(only: string | undefined): Group[] {
  const all = Object.keys(GROUPS) as Group[];
  if (only === undefined) return all;
  const wanted = only.split(',');
  const unknown = wanted.find((name) => !all.some((group) => group === name));
  if (unknown !== undefined) throw new Error(`There is no group "${unknown}".\n\n${help}`);
  return all.filter((group) => wanted.includes(group));
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
