import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, toolCommand } from './processes.mjs';
import { train as command } from './train.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What the command writes and returns. A process of its own would take seconds to load the labs. */
async function train(
  ...options: string[]
): Promise<{ lines: string[]; code: number; told: string }> {
  const written = { stdout: '', stderr: '' };
  const into = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const code = await command(options, { stdout: into('stdout'), stderr: into('stderr') });
  return { lines: written.stdout.trimEnd().split('\n'), code, told: written.stderr };
}

/** The same as npm starts it. Npm itself would take half a second. */
async function startedByNpm(...options: string[]) {
  const [program, ...before] = scripts.train.split(' ');
  const [node, args] = toolCommand(program);
  const done = promisify(execFile)(node, [...args, ...before, ...options], { cwd: root });
  return done.catch((error: { stdout: string; stderr: string; code: number }) => error);
}

it('has no hook of npm around it', () => {
  for (const hook of ['pretrain', 'posttrain']) expect(scripts).not.toHaveProperty(hook);
});

it('prints one JSON object for one run', async () => {
  const { lines, code } = await train(
    '--seed',
    '3',
    '--steps',
    '2',
    '--set',
    'clusters=4',
    '--json',
  );
  expect(code).toBe(0);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0])).toMatchObject({
    adjustedRandIndex: expect.any(Number),
    clustersUsed: 4,
    elbo: {
      total: expect.any(Number),
      reconstruction: expect.any(Number),
      localKl: expect.any(Number),
      globalKl: expect.any(Number),
    },
    reconstructionMse: expect.any(Number),
    seconds: expect.any(Number),
    steps: 2,
    backend: 'wasm',
    seed: 3,
  });
}, 60_000);

it('prints a line for each of several seeds and a summary', async () => {
  const { lines } = await train('--seeds', '4-5', '--steps', '1', '--backend', 'cpu', '--json');
  expect(lines).toHaveLength(3);
  expect(lines.slice(0, 2).map((line) => JSON.parse(line).seed)).toEqual([4, 5]);
  const { summary } = JSON.parse(lines[2]);
  expect(summary).toMatchObject({ runs: 2, elbo: { total: { mean: expect.any(Number) } } });
}, 60_000);

it('says what is wrong with an option, and fails', async () => {
  const wrong = ['--steps', 'many'];
  const { code, told } = await train(...wrong);
  expect(code).toBe(1);
  expect(told).toContain('--steps is "many"; expected a whole number.');
  expect(await startedByNpm(...wrong)).toMatchObject({ code, stdout: '', stderr: told });
}, 60_000);

describe('own data', () => {
  let folder = '';
  const file = async (name: string, lines: readonly string[]) => {
    await writeFile(join(folder, name), lines.join('\n'));
    return join(folder, name);
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'svae-lab-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are trained on with the columns asked for, and reported in their units', async () => {
    // Two groups that only "reading" tells apart; "t_ms" spans a hundred thousand times as much.
    const rows = Array.from({ length: 40 }, (_, row) => {
      const wobble = ((row * 17) % 11) / 10;
      return `${row},${(row * 23) % 40}e5,${(row % 2 === 0 ? 10 : 20) + wobble},${row % 2 === 0 ? 'low' : 'high'}`;
    });
    const path = await file('readings.csv', ['nr,t_ms,reading,level', ...rows]);
    const { lines, told } = await train(
      ...['--model', 'gmm', '--data', path, '--columns', 't_ms,reading', '--class', 'level'],
      ...['--set', 'clusters=2', '--steps', '30', '--json'],
    );
    expect(told).toContain('readings.csv: 40 rows of "t_ms", "reading".');
    const result = JSON.parse(lines[0]);
    expect(result).toMatchObject({ adjustedRandIndex: 1, distancesIn: 'standard deviations' });
    // Of the numbers in the file: "t_ms" alone takes some 15 nats.
    expect(result.logLikelihood).toBeCloseTo(-16.32, 1);
    expect(result.elbo.total).toBeCloseTo(result.logLikelihood, 1);
  }, 60_000);

  it('may be a series', async () => {
    const steps = Array.from({ length: 120 }, (_, t) => (50 + 20 * Math.sin(t / 3)).toFixed(2));
    const path = await file('wave.csv', ['level', ...steps]);
    const { lines, code } = await train(
      ...['--model', 'svae-lds', '--data', path, '--steps', '1', '--set', 'windowSteps=30'],
      ...['--set', 'latentDimension=2', '--json'],
    );
    expect(code).toBe(0);
    const { forecastMse, distancesIn } = JSON.parse(lines[0]);
    expect(distancesIn).toBe('own units');
    // An untrained model is off by about the deviation of the wave, 14, not by a part of 1.
    expect(forecastMse.ahead1to20).toBeGreaterThan(50);
    expect(forecastMse.ahead1to20).toBeLessThan(2000);
  }, 60_000);

  it('are refused with what is wrong and what helps', async () => {
    const path = await file('sales.csv', ['a;b', '1.500;784', '2.250;16.384', '3.125;900']);
    const { code, told, lines } = await train('--model', 'gmm', '--data', path);
    expect(code).not.toBe(0);
    expect(lines).toEqual(['']);
    expect(told).toMatch(/decimal point, or does it separate thousands\?/);
    expect(told).toContain('--answer ID=VALUE');
  }, 60_000);
});

it('lays edits over the model, and names one that cannot be', async () => {
  const network = [
    '--model',
    'mean-field',
    '--set',
    'target=sprinkler',
    '--steps',
    '120',
    '--json',
  ];
  const rainFirst = await train(...network, '--edit', '{"kind":"chooseNodes","turns":[[0,2]]}');
  expect(JSON.parse(rainFirst.lines[0])).toMatchObject({
    elbo: expect.closeTo(-0.8430174, 6),
    logEvidence: expect.closeTo(-0.4352544, 6),
    exact: { Rain: { yes: expect.closeTo(0.7079277, 6) } },
    meanField: { Rain: { yes: 1 } },
  });
  const none = await train(
    ...network,
    '--edit',
    '{"kind":"observeNode","target":"sprinkler","node":9,"state":1}',
  );
  expect(none).toMatchObject({ code: 1, told: '--edit: The network has no node 9.\n' });
});

it('takes a series by its name, and compares forecasts with those that need no model', async () => {
  const small = ['--set', 'latentDimension=4', '--set', 'hiddenUnits=10', '--set', 'windows=2'];
  const { lines } = await train(
    ...['--model', 'svae-lds', '--series', 'passengers', '--steps', '2', ...small, '--json'],
  );
  expect(JSON.parse(lines[0]).baselines).toMatchObject({
    season: 12,
    model: { ahead1: expect.any(Number), ahead6to20: expect.any(Number) },
    // Monthly changes of the logarithm are far from those of the month before, near those of the year before.
    lastValue: { ahead1: expect.closeTo(0.0024, 3) },
    seasonal: { ahead1: expect.closeTo(0.0004, 3) },
  });
}, 60_000);

it('takes a corpus by its name, and says which there are', async () => {
  const topics = ['--model', 'topics', '--steps', '2', '--json'];
  const [byName, unknown] = await Promise.all([
    train(...topics, '--corpus', 'two'),
    train(...topics, '--corpus', 'contries'),
  ]);
  expect(JSON.parse(byName.lines[0])).toMatchObject({ elbo: { total: expect.any(Number) } });
  expect(unknown.code).toBe(1);
  expect(unknown.told).toContain('--corpus is "contries"; expected bars, countries, addresses');
});
