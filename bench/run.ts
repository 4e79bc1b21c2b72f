/** Measures every figure the project wants to reach: `npm run bench -- --help`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/processes.mjs';
import { SOAK } from './config.ts';
import { asData, type Block, failedMeasurement, inMarkdown, withBlocks } from './document.ts';
import { type Measurement, medianOf, verdict } from './figures.ts';
import { allSubjects, type Means, type MeasuredGroup } from './groups.ts';
import { type Laboratory, openLaboratory } from './lab.ts';
import { load, machine, projectVersion } from './machine.ts';
import { referenceMs } from './referenceWork.ts';
import { stopTasks } from './tasks.ts';

const RUNS = 3;
const LIMIT_MINUTES = { short: 10, full: 90 } as const;
const DOCUMENT = join(root, 'docs', 'benchmarks.md');

const subjects = await allSubjects();
const groups = new Map(subjects.flatMap(({ groups: own }) => Object.entries(own)));
const usual = [...groups].flatMap(([name, { onlyAsked }]) => (onlyAsked ? [] : [name]));

const help = `npm run bench -- [options]

  --only A,B     some groups: ${usual.join(', ')}; only where they are named: ${[...groups.keys()].filter((name) => !usual.includes(name)).join(', ')}
  --full         all seeds, steps and sizes, which takes hours; without it a share of them
  --runs N       runs of the groups that time something; the median is quoted (default ${RUNS})
  --seeds A-B    seeds of "quality" and "compare-quality"
  --reference F  golden numbers of the file F in the place of ours, a JSON file of the same form
  --minutes N    minutes in which labs are switched (default ${SOAK.minutes.short}, with --full ${SOAK.minutes.full})
  --json         one JSON object instead of tables
  --write        put what was measured into docs/benchmarks.md, group by group; other groups stay
  --help         this text`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      full: { type: 'boolean', default: false },
      runs: { type: 'string', default: String(RUNS) },
      seeds: { type: 'string' },
      reference: { type: 'string' },
      minutes: { type: 'string' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${help}\n`);
    return;
  }
  const { full, reference } = values;
  const asked = {
    ...{ full, reference, seeds: readSeeds(values.seeds) },
    minutes: readMinutes(values.minutes ?? String(SOAK.minutes[full ? 'full' : 'short'])),
  };
  const blocks: Block[] = [];
  for await (const block of measureGroups(readGroups(values.only), readRuns(values.runs), asked)) {
    blocks.push(block);
    if (values.write) write(block);
    if (!values.json) process.stdout.write(`## ${block.group}\n\n${inMarkdown(block)}\n\n`);
  }
  if (values.json) process.stdout.write(`${JSON.stringify(asData(blocks), null, 2)}\n`);
}

/** One after the other, never two at a time, in the order of the document. */
async function* measureGroups(
  names: readonly string[],
  runs: number,
  asked: Omit<Means, 'laboratory'>,
): AsyncGenerator<Block> {
  const before = { load: load(), machine: machine(), version: projectVersion() };
  const minutes = LIMIT_MINUTES[asked.full ? 'full' : 'short'] + asked.minutes;
  const opened: { laboratory: Laboratory | null } = { laboratory: null };
  const laboratory = async (): Promise<Laboratory> => {
    // A browser that has gone takes no other group with it.
    if (!opened.laboratory?.browser.isConnected()) opened.laboratory = await openLaboratory();
    return opened.laboratory;
  };
  try {
    for (const [at, name] of names.entries()) {
      const group = groups.get(name) as MeasuredGroup;
      const place = `[${at + 1}/${names.length}] ${name}`;
      process.stderr.write(`${place} …\n`);
      const date = new Date().toISOString().slice(0, 10);
      const reference = referenceMs();
      const found: Measurement[] = [];
      let seconds = 0;
      for (let run = 0; run < (group.repeated ? runs : 1); run++) {
        let begun = performance.now();
        const measureOnce = async () => {
          const means = { ...asked, laboratory: group.browser ? await laboratory() : null };
          begun = performance.now();
          return group.measure(means as Means);
        };
        found.push(
          await inTime(measureOnce, minutes).catch((error) => failedMeasurement(name, error)),
        );
        seconds += (performance.now() - begun) / 1000;
        stopTasks();
        await opened.laboratory?.closePage().catch(() => {});
        // What hangs once is not waited for again.
        if (seconds > 60 * minutes) break;
      }
      const measurement = medianOf(found);
      process.stderr.write(`${place}: ${seconds.toFixed(0)} s, ${inBrief(measurement)}\n`);
      const version = group.browser && opened.laboratory?.browser.version();
      const browser = version ? `Chromium ${version}` : null;
      yield { ...before, group: name, measurement, date, browser, referenceMs: reference, seconds };
    }
  } finally {
    stopTasks();
    await opened.laboratory?.close();
  }
}

function inBrief({ figures }: Measurement): string {
  const missed = figures.filter((figure) => verdict(figure) === 'missed').length;
  const failed = figures.some(({ measured }) => measured === 'not measured');
  return failed ? 'not measured' : `${figures.length} figures, ${missed} missed`;
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

function readGroups(only: string | undefined): readonly string[] {
  if (only === undefined) return usual;
  const wanted = only.split(',');
  const unknown = wanted.find((name) => !groups.has(name));
  if (unknown !== undefined) throw new Error(`There is no group "${unknown}".\n\n${help}`);
  return [...groups.keys()].filter((group) => wanted.includes(group));
}

function readRuns(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--runs is "${text}"; expected a number from 1.`);
  return Number(text);
}

function readMinutes(text: string): number {
  if (!(Number(text) > 0)) throw new Error(`--minutes is "${text}"; expected a number above 0.`);
  return Number(text);
}

function readSeeds(text: string | undefined): readonly number[] | null {
  if (text === undefined) return null;
  const match = /^(\d+)-(\d+)$/.exec(text);
  if (!match || Number(match[1]) > Number(match[2])) {
    throw new Error(`--seeds is "${text}"; expected a range like 0-99.`);
  }
  const from = Number(match[1]);
  return Array.from({ length: Number(match[2]) - from + 1 }, (_, i) => from + i);
}

/** At once, so that a bench that is stopped keeps what it has measured. */
function write(block: Block): void {
  const headings = new Map(subjects.map(({ title, groups: own }) => [title, Object.keys(own)]));
  const written = new Map([[block.group, inMarkdown(block)]]);
  writeFileSync(DOCUMENT, withBlocks(readFileSync(DOCUMENT, 'utf8'), written, headings));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
