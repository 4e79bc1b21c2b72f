/** Trains a model from the command line: `npm run train -- --help`. */

import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { mean, quantile } from '../bench/statistics.ts';
import {
  DataRefused,
  readScriptedTable,
  type TableRequest,
} from '../src/datasets/csv/scriptedData.ts';
import type { OwnData } from '../src/datasets/ownData.ts';
import { readScriptedTexts } from '../src/datasets/texts/scriptedTexts.ts';
import { npz } from '../src/files/npz.ts';
import { pythonArrays } from '../src/files/pythonFile.ts';
import { labs, modelIds } from '../src/labs/allLabs.ts';
import { type AnyEngine, datasetOf } from '../src/labs/engine.ts';
import { type LoadedLab, loadLab } from '../src/labs/registry.ts';
import { ownDataPlace } from '../src/labs/shared/settings/ownDataSettings.ts';
import { withOwnData } from '../src/labs/shared/settings/scalingSettings.ts';
import { createRandom } from '../src/math/random.ts';
import { activateBackend, type BackendName } from '../src/networks/backend.ts';
import { applyPreset } from '../src/settings/presets.ts';
import { validateSettings } from '../src/settings/validate.ts';
import { shortened } from '../src/settings/words.ts';
import { settingsHelp } from './settingsHelp.ts';

const BACKENDS: readonly BackendName[] = ['wasm', 'cpu'];
const DEFAULT_STEPS = 1000;

/** The options, once: what they are to Node, and what the help says of them. */
const OPTIONS = {
  model: { type: 'string', takes: 'NAME', help: modelIds.join(', ') },
  seed: { type: 'string', default: '0', takes: 'N', help: 'one run (default 0)' },
  seeds: { type: 'string', takes: 'A-B', help: 'a run for each seed, then a summary' },
  steps: {
    type: 'string',
    default: String(DEFAULT_STEPS),
    takes: 'N',
    help: `training steps (default ${DEFAULT_STEPS})`,
  },
  preset: { type: 'string', takes: 'NAME', help: 'start from a preset of the model' },
  set: {
    type: 'string',
    multiple: true,
    default: [] as string[],
    takes: 'NAME=VALUE',
    help: 'change a setting; may be repeated',
  },
  edit: {
    type: 'string',
    multiple: true,
    default: [] as string[],
    takes: 'JSON',
    help: 'lay an edit over the model before the first step, as scripts and links write it; may be repeated',
  },
  data: {
    type: 'string',
    takes: 'FILE',
    help: 'train on data of your own: CSV, TSV or text; points, for svae-lds and hmm a series, for topics texts',
  },
  corpus: {
    type: 'string',
    takes: 'NAME|FILE',
    help: 'for topics: one of its corpora, as --set corpus=NAME, or texts of your own, as --data FILE',
  },
  series: {
    type: 'string',
    takes: 'NAME|FILE',
    help: 'for svae-lds: a series that comes with the page, as --set signal=NAME, or one of your own, as --data FILE',
  },
  columns: {
    type: 'string',
    takes: 'A,B',
    help: 'its columns of numbers, or those of texts, titles and dates; by default the likely ones',
  },
  class: { type: 'string', takes: 'NAME', help: 'its column of classes; "" for none' },
  answer: {
    type: 'string',
    multiple: true,
    default: [] as string[],
    takes: 'ID=VALUE',
    help: 'answer what the reader asks about the file; may be repeated',
  },
  'leave-out': {
    type: 'boolean',
    default: false,
    help: 'leave out rows of the file that hold bad cells',
  },
  standardise: {
    type: 'string',
    takes: 'on|off',
    help: 'give all columns the same spread (default: on where they differ much)',
  },
  backend: {
    type: 'string',
    default: 'wasm',
    takes: 'NAME',
    help: `${BACKENDS.join(', ')} (default wasm)`,
  },
  npz: {
    type: 'string',
    takes: 'FILE',
    help: 'write the model for NumPy, as "Python" on the page does; of one run',
  },
  json: { type: 'boolean', default: false, help: 'one JSON object per line' },
  help: { type: 'boolean', default: false, help: 'this text, with the settings of the model' },
} as const satisfies Readonly<Record<string, CommandOption>>;

interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly multiple?: true;
  readonly default?: string | boolean | string[];
  /** What follows it. */
  readonly takes?: string;
  readonly help: string;
}

interface Command {
  readonly definition: LoadedLab;
  readonly seeds: readonly number[];
  readonly steps: number;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly edits: readonly unknown[];
  readonly own: OwnData | null;
  readonly backend: BackendName;
  readonly npz: string | null;
  readonly json: boolean;
}

type Result = Readonly<Record<string, unknown>>;

/** Misuse of the command line; the message says what is expected. */
class UsageError extends Error {}

/** Where a command writes: results to one stream, messages to the other. */
export interface Streams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/**
 * The whole command.
 *
 * @returns its exit code
 */
export async function train(args: readonly string[], streams: Streams): Promise<number> {
  try {
    return await follow(args, streams);
  } catch (error) {
    streams.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

async function follow(args: readonly string[], streams: Streams): Promise<number> {
  const command = await readCommand(args, streams);
  if (!command) return 0;
  const { stdout } = streams;
  const activation = await activateBackend(command.backend);
  if (!activation.ok) throw new UsageError(activation.reason);
  const results: Result[] = [];
  for (const seed of command.seeds) {
    const result = await run(command, seed);
    results.push(result);
    stdout.write(`${command.json ? asJson(result) : inWords(result)}\n`);
  }
  if (results.length > 1) {
    const summary = { runs: results.length, ...summarise(results) };
    stdout.write(`${command.json ? asJson({ summary }) : inWords(summary)}\n`);
  }
  // A run that broke down is reported like any other, but a script that asked must notice.
  return results.some(({ breakdown }) => breakdown !== undefined) ? 1 : 0;
}

async function run(command: Command, seed: number): Promise<Result> {
  const { definition, settings, steps, backend, own, edits } = command;
  const values = settings as Parameters<LoadedLab['makeDataset']>[0];
  const dataset = await datasetOf(definition, values, seed, own);
  const engine = definition.create({ settings: values, dataset, seed });
  layEdits(engine, definition, edits);
  const start = performance.now();
  let breakdown: string | null = null;
  while (engine.step < steps && breakdown === null) {
    const outcome = engine.train();
    if (!outcome.ok) breakdown = outcome.breakdown.message;
  }
  const seconds = (performance.now() - start) / 1000;
  const metrics = engine.measure?.({ withRivals: true }) ?? {};
  const units = own ? { distancesIn: dataset.distance.unit } : {};
  if (command.npz !== null) await writeNpz(command.npz, command, seed, engine);
  const result = { seed, ...metrics, ...units, seconds, steps: engine.step, backend };
  engine.dispose();
  return breakdown === null ? result : { ...result, breakdown };
}

async function writeNpz(
  path: string,
  { definition, settings, edits, own: ownData }: Command,
  seed: number,
  engine: AnyEngine,
): Promise<void> {
  if (!engine.arrays) throw new UsageError(`--npz: ${definition.id} has no parameters to write.`);
  const values = settings as Parameters<typeof pythonArrays>[0]['settings'];
  // Where the lab trains from edits, they are in the model already.
  const over = definition.goesOnFromEdits
    ? edits.filter((edit) => definition.outlivesModel?.(edit))
    : edits;
  const isIt = ({ id }: { readonly id: string }) => id === definition.id;
  const lab = labs.find((one) => isIt(one) || one.variants?.some(isIt))?.id ?? definition.id;
  const file = {
    ...{ lab, settings: values, seed, edits: over, ownData },
    ...{ checkpoint: engine.save(), history: null, pretrained: false },
  };
  await writeFile(path, npz(pythonArrays(file, engine.arrays())));
}

/** Where the lab trains from edits they are built in, but those that outlive the model. */
function layEdits(engine: AnyEngine, lab: LoadedLab, edits: readonly unknown[]): void {
  if (edits.length === 0) return;
  try {
    engine.setEdits?.(edits);
  } catch (error) {
    throw new UsageError(`--edit: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!lab.goesOnFromEdits) return;
  engine.bakeEdits?.();
  engine.setEdits?.(edits.filter((edit) => lab.outlivesModel?.(edit)));
}

async function readCommand(
  args: readonly string[],
  { stdout, stderr }: Streams,
): Promise<Command | null> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const definition = await loadLab(values.model ?? 'svae-gmm');
  if (values.help) {
    stdout.write(`${help(definition)}\n`);
    return null;
  }
  const backend = BACKENDS.find((name) => name === values.backend);
  if (!backend) {
    throw new UsageError(
      `--backend is "${shortened(values.backend)}"; expected ${BACKENDS.join(' or ')}.`,
    );
  }
  const { columns, class: classes, answer, standardise } = values;
  const corpus = readNamed(definition, 'corpus', values.corpus);
  const series = readNamed(definition, 'series', values.series);
  const data = corpus.data ?? series.data ?? values.data;
  const request = {
    ...(columns !== undefined && { columns: columns.split(',') }),
    ...(classes !== undefined && { classes: classes === '' ? null : classes }),
    answers: assigned('--answer', answer, 'decimal:reading=.'),
    leaveOutBadRows: values['leave-out'],
  };
  const own = data === undefined ? null : await readData(definition, data, request, stderr);
  const seeds =
    values.seeds === undefined ? [wholeNumber('--seed', values.seed)] : range(values.seeds);
  if (values.npz !== undefined && seeds.length > 1)
    throw new UsageError('--npz writes the model of one run; expected --seed N, not --seeds.');
  const asked = standardise === undefined ? [] : [`standardise=${standardise}`];
  return {
    definition,
    own,
    edits: readEdits(definition, values.edit),
    seeds,
    npz: values.npz ?? null,
    steps: wholeNumber('--steps', values.steps),
    settings: readSettings(
      definition,
      values.preset,
      [...values.set, ...corpus.assignments, ...series.assignments, ...asked],
      own,
    ),
    backend,
    json: values.json,
  };
}

/** The options that name data: the setting of each, a model that has it, and what its files hold. */
const NAMED_DATA = {
  corpus: { setting: 'corpus', model: 'topics', things: 'corpora', file: 'texts' },
  series: { setting: 'signal', model: 'svae-lds', things: 'series', file: 'numbers' },
} as const;

/** A corpus or a series by its name, as an assignment, or from a file. */
function readNamed(
  { id, table }: LoadedLab,
  option: keyof typeof NAMED_DATA,
  name: string | undefined,
): { readonly data?: string; readonly assignments: readonly string[] } {
  if (name === undefined) return { assignments: [] };
  const { setting, model, things, file } = NAMED_DATA[option];
  const choice = table.settings[setting];
  if (choice?.kind !== 'choice')
    throw new UsageError(`--${option}: ${id} has no ${things}; expected --model ${model}.`);
  const names = choice.options.map(({ value }) => value).filter((value) => value !== 'own');
  if (names.includes(name)) return { assignments: [`${setting}=${name}`] };
  if (existsSync(name)) return { data: name, assignments: [] };
  throw new UsageError(
    `--${option} is "${shortened(name)}"; expected ${names.join(', ')}, or a file of ${file}.`,
  );
}

/** Own data from a file; what the reader did on its own is told beside the results. */
async function readData(
  definition: LoadedLab,
  file: string,
  request: TableRequest,
  stderr: Streams['stderr'],
): Promise<OwnData> {
  const place = ownDataPlace(definition.table);
  if (!place) throw new UsageError(`--data: ${definition.id} takes no data of your own.`);
  const bytes = await readFile(file).catch(({ message }: Error) => {
    throw new UsageError(`--data ${file}: the file cannot be read (${message}).`);
  });
  const { form } = place;
  const name = basename(file);
  try {
    const source = new Uint8Array(bytes);
    const { data, notes } =
      form === 'texts'
        ? await readScriptedTexts(source, request, name)
        : await readScriptedTable(source, request, { name, form, random: createRandom(0) });
    const { rows, columns } = data;
    const of = columns.map((column) => `"${column}"`).join(', ');
    const read = `${name}: ${rows} ${data.documents?.loci ? 'individuals' : form === 'texts' ? 'documents' : `rows of ${of}`}.`;
    stderr.write(`${[read, ...notes].join('\n')}\n`);
    return data;
  } catch (error) {
    if (!(error instanceof DataRefused)) throw error;
    throw new UsageError(
      `--data ${file} cannot be used:\n${error.message}\nChoose columns with --columns, answer with --answer ID=VALUE, or leave out bad rows with --leave-out.`,
    );
  }
}

/** The edits in force, in their order. */
function readEdits(lab: LoadedLab, texts: readonly string[]): readonly unknown[] {
  return texts.reduce<readonly unknown[]>((edits, text) => {
    try {
      return lab.withEdit(edits, lab.parseEdit(JSON.parse(text)));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new UsageError(`--edit ${shortened(text)}: ${why}`);
    }
  }, []);
}

/** NAME=VALUE by name. */
function assigned(
  option: string,
  assignments: readonly string[],
  example: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    assignments.map((assignment) => {
      const at = assignment.indexOf('=');
      if (at < 0) {
        throw new UsageError(
          `${option} ${shortened(assignment)}: expected NAME=VALUE, as in ${option} ${example}.`,
        );
      }
      return [assignment.slice(0, at), assignment.slice(at + 1)];
    }),
  );
}

function readSettings(
  definition: LoadedLab,
  preset: string | undefined,
  assignments: readonly string[],
  own: OwnData | null,
): Readonly<Record<string, unknown>> {
  const given = assigned('--set', assignments, 'clusters=15');
  const { values, problems } = validateSettings(definition.table, given);
  if (problems.length > 0) throw new UsageError(problems.map((p) => p.message).join('\n'));
  const named = Object.fromEntries(
    Object.entries(values).filter(([name]) => Object.hasOwn(given, name)),
  );
  const applied = preset === undefined ? null : applyPreset(definition.table, preset);
  if (applied && !applied.ok) throw new UsageError(applied.message);
  const place = own && ownDataPlace(definition.table);
  return {
    ...(applied?.values ?? values),
    ...(own && place ? withOwnData(named, own, place) : named),
  };
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d+$/.test(text))
    throw new UsageError(`${option} is "${shortened(text)}"; expected a whole number.`);
  return Number(text);
}

function range(text: string): number[] {
  const match = /^(\d+)-(\d+)$/.exec(text);
  if (!match || Number(match[1]) > Number(match[2])) {
    throw new UsageError(`--seeds is "${shortened(text)}"; expected a range like 0-99.`);
  }
  const [from, to] = [Number(match[1]), Number(match[2])];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Mean, median, least and most of every number the runs report, also of those within groups. */
function summarise(results: readonly Result[]): Result {
  const { seed: _, ...reported } = results[0];
  const statistics = Object.entries(reported).flatMap(([name, value]) => {
    const values = results.map((result) => result[name]);
    if (isGroup(value)) return [[name, summarise(values.filter(isGroup))]];
    const numbers = values.filter((other) => typeof other === 'number');
    if (numbers.length === 0) return [];
    const [least, middle, most] = [0, 0.5, 1].map((share) => quantile(numbers, share));
    return [[name, { mean: mean(numbers), median: middle, least, most }]];
  });
  return Object.fromEntries(statistics);
}

function isGroup(value: unknown): value is Result {
  return typeof value === 'object' && value !== null;
}

function inWords(result: Result): string {
  return Object.entries(result)
    .map(([name, value]) => `${name} ${spoken(value)}`)
    .join('  ');
}

/** Numbers that JSON cannot write are words, as in snapshots for scripts. */
const asJson = (result: Result): string =>
  JSON.stringify(result, (_, value: unknown) =>
    value === Infinity ? 'infinite' : value === -Infinity ? '-infinite' : value,
  );

function spoken(value: unknown): string {
  if (typeof value === 'number') {
    return Number.isInteger(value) ? String(value) : value.toPrecision(4);
  }
  if (typeof value === 'object' && value !== null) return `(${inWords(value as Result)})`;
  return String(value);
}

function help(definition: LoadedLab): string {
  const options = Object.entries(OPTIONS).map(([name, option]: [string, CommandOption]) => {
    const usage = [`--${name}`, option.takes].filter(Boolean).join(' ');
    return `  ${usage.padEnd(20)} ${option.help}`;
  });
  return [
    'npm run train -- [options]',
    '',
    ...options,
    '',
    `Settings of ${definition.id}:`,
    ...settingsHelp(definition.table),
  ].join('\n');
}

if (import.meta.filename === process.argv[1]) {
  process.exitCode = await train(process.argv.slice(2), process);
}
