/** Trains a model from the command line: `npm run train -- --help`. */
import { parseArgs } from 'node:util';
import { mean, quantile } from '../bench/statistics.ts';
import { activateBackend, type BackendName } from '../src/networks/backend.ts';
import { type AnyDefinition, labIds, labNamed } from '../src/session/labs.ts';
import { settingsHelp } from '../src/settings/describe.ts';
import { applyPreset } from '../src/settings/presets.ts';
import { validateSettings } from '../src/settings/validate.ts';

const BACKENDS: readonly BackendName[] = ['wasm', 'cpu'];
const DEFAULT_STEPS = 1000;

interface Command {
  readonly definition: AnyDefinition;
  readonly seeds: readonly number[];
  readonly steps: number;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly backend: BackendName;
  readonly json: boolean;
}

type Result = Readonly<Record<string, unknown>>;

/** Misuse of the command line; the message says what is expected. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const command = readCommand();
  if (!command) return;
  const activation = await activateBackend(command.backend);
  if (!activation.ok) throw new UsageError(activation.reason);
  const results: Result[] = [];
  for (const seed of command.seeds) {
    const result = run(command, seed);
    results.push(result);
    process.stdout.write(`${command.json ? JSON.stringify(result) : inWords(result)}\n`);
  }
  if (results.length > 1) {
    const summary = { runs: results.length, ...summarise(results) };
    process.stdout.write(`${command.json ? JSON.stringify({ summary }) : inWords(summary)}\n`);
  }
  // A run that broke down is reported like any other, but a script that asked must notice.
  if (results.some(({ breakdown }) => breakdown !== undefined)) process.exitCode = 1;
}

function run(command: Command, seed: number): Result {
  const { definition, settings, steps, backend } = command;
  const values = settings as Parameters<AnyDefinition['makeDataset']>[0];
  const dataset = definition.makeDataset(values, seed, null);
  const engine = definition.create({ settings: values, dataset, seed });
  const start = performance.now();
  let breakdown: string | null = null;
  while (engine.step < steps && breakdown === null) {
    const outcome = engine.train();
    if (!outcome.ok) breakdown = outcome.breakdown.message;
  }
  const seconds = (performance.now() - start) / 1000;
  const metrics = definition.metrics(engine, dataset);
  const result = { seed, ...metrics, seconds, steps: engine.step, backend };
  engine.dispose();
  return breakdown === null ? result : { ...result, breakdown };
}

function readCommand(): Command | null {
  const { values } = parseArgs({
    options: {
      model: { type: 'string' },
      seed: { type: 'string', default: '0' },
      seeds: { type: 'string' },
      steps: { type: 'string', default: String(DEFAULT_STEPS) },
      set: { type: 'string', multiple: true, default: [] },
      preset: { type: 'string' },
      backend: { type: 'string', default: 'wasm' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const model = values.model ?? labIds()[0];
  const definition = labNamed(model);
  if (values.help) {
    process.stdout.write(`${help(definition)}\n`);
    return null;
  }
  const backend = BACKENDS.find((name) => name === values.backend);
  if (!backend) {
    throw new UsageError(`--backend is "${values.backend}"; expected ${BACKENDS.join(' or ')}.`);
  }
  return {
    definition,
    seeds: values.seeds === undefined ? [wholeNumber('--seed', values.seed)] : range(values.seeds),
    steps: wholeNumber('--steps', values.steps),
    settings: readSettings(definition, values.preset, values.set),
    backend,
    json: values.json,
  };
}

function readSettings(
  definition: AnyDefinition,
  preset: string | undefined,
  assignments: readonly string[],
): Readonly<Record<string, unknown>> {
  const given = Object.fromEntries(
    assignments.map((assignment) => {
      const [name, ...rest] = assignment.split('=');
      if (rest.length === 0) {
        throw new UsageError(`--set ${assignment}: expected NAME=VALUE, as in --set clusters=15.`);
      }
      return [name, rest.join('=')];
    }),
  );
  const { values, problems } = validateSettings(definition.table, given);
  if (problems.length > 0) throw new UsageError(problems.map((p) => p.message).join('\n'));
  if (preset === undefined) return values;
  const applied = applyPreset(definition.table, preset);
  if (!applied.ok) throw new UsageError(applied.message);
  const named = Object.fromEntries(
    Object.entries(values).filter(([name]) => Object.hasOwn(given, name)),
  );
  return { ...applied.values, ...named };
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`${option} is "${text}"; expected a whole number.`);
  return Number(text);
}

function range(text: string): number[] {
  const match = /^(\d+)-(\d+)$/.exec(text);
  if (!match || Number(match[1]) > Number(match[2])) {
    throw new UsageError(`--seeds is "${text}"; expected a range like 0-99.`);
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

function spoken(value: unknown): string {
  if (typeof value === 'number') {
    return Number.isInteger(value) ? String(value) : value.toPrecision(4);
  }
  if (typeof value === 'object' && value !== null) return `(${inWords(value as Result)})`;
  return String(value);
}

function help(definition: AnyDefinition): string {
  return [
    'npm run train -- [options]',
    '',
    `  --model NAME       ${labIds().join(', ')}`,
    '  --seed N           one run (default 0)',
    '  --seeds A-B        a run for each seed, then a summary',
    `  --steps N          training steps (default ${DEFAULT_STEPS})`,
    '  --preset NAME      start from a preset of the model',
    '  --set NAME=VALUE   change a setting; may be repeated',
    `  --backend NAME     ${BACKENDS.join(', ')} (default wasm)`,
    '  --json             one JSON object per line',
    '',
    `Settings of ${definition.id}:`,
    ...settingsHelp(definition.table),
  ].join('\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
