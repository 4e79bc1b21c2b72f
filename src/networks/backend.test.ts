import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import {
  activateBackend,
  activeBackend,
  type BackendName,
  contextLost,
  loseContext,
} from './backend.ts';
import { measureBackends } from './measureBackends.ts';

describe('activateBackend', () => {
  it.each(['cpu', 'wasm'] as const)('activates %s in Node', async (name) => {
    expect(await activateBackend(name)).toEqual({ ok: true, reason: '' });
    expect(activeBackend()).toBe(name);
  });

  it('says why webgl does not work and leaves the active backend alone', async () => {
    await activateBackend('cpu');
    const { ok, reason } = await activateBackend('webgl');
    expect(ok).toBe(false);
    expect(reason).toMatch(/WebGL needs a browser/);
    expect(activeBackend()).toBe('cpu');
    loseContext();
    expect(contextLost()).toBe(false);
  });
});

it('counts no tensors where no backend was ever activated', { timeout: 30_000 }, () => {
  // In a process of its own: other tests of this one have activated some.
  const backend = new URL('./backend.ts', import.meta.url).href;
  const script = `console.log((await import(${JSON.stringify(backend)})).tensorCount())`;
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--eval', script]);
  expect(String(stdout).trim()).toBe('0');
});

describe('measureBackends', () => {
  /** A clock that only steps move on, and a backend that is only a name. */
  function laboratory(millisecondsPerStep: Partial<Record<BackendName, number>>) {
    let time = 0;
    let active: BackendName | null = null;
    const trials: string[] = [];
    return {
      trials,
      active: () => active,
      options: {
        now: () => time,
        activate: async (name: BackendName) => {
          if (millisecondsPerStep[name] === undefined)
            return { ok: false, reason: 'Not here.' } as const;
          active = name;
          return { ok: true, reason: '' } as const;
        },
      },
      createTrial: () => ({
        step: () => {
          time += millisecondsPerStep[active as BackendName] ?? 0;
        },
        dispose: () => trials.push(`${active} done`),
      }),
    };
  }

  it('activates the fastest and reports all', async () => {
    const lab = laboratory({ wasm: 2, cpu: 5 });
    const { best, measurements } = await measureBackends(
      ['webgl', 'wasm', 'cpu'],
      lab.createTrial,
      lab.options,
    );
    expect(best).toBe('wasm');
    expect(lab.active()).toBe('wasm');
    expect(measurements.map(({ backend, medianMs }) => [backend, medianMs])).toEqual([
      ['webgl', null],
      ['wasm', 2],
      ['cpu', 5],
    ]);
    expect(measurements[0].reason).toBe('Not here.');
    expect(lab.trials).toEqual(['wasm done', 'cpu done', 'wasm done', 'cpu done']);
  });

  it('does not hold it against the first that the compiler was not ready', async () => {
    const lab = laboratory({ wasm: 2, cpu: 5 });
    let steps = 0;
    const createTrial = () => {
      const trial = lab.createTrial();
      const step = () => {
        steps += 1;
        // As slow as four steps until some have run, whatever the backend.
        for (let i = 0; i < (steps < 40 ? 4 : 1); i++) trial.step();
      };
      return { ...trial, step };
    };
    const { best, measurements } = await measureBackends(['wasm', 'cpu'], createTrial, lab.options);
    expect(best).toBe('wasm');
    expect(measurements.map(({ medianMs }) => medianMs)).toEqual([2, 5]);
  });

  it('does not measure again what is far too slow', async () => {
    const lab = laboratory({ wasm: 2, webgl: 30, cpu: 5 });
    await measureBackends(['wasm', 'webgl', 'cpu'], lab.createTrial, lab.options);
    expect(lab.trials.filter((trial) => trial === 'webgl done')).toHaveLength(1);
  });

  it('leaves out a backend that takes too long to warm up', async () => {
    const lab = laboratory({ webgl: 2000, cpu: 5 });
    const { best, measurements } = await measureBackends(
      ['cpu', 'webgl'],
      lab.createTrial,
      lab.options,
    );
    expect(best).toBe('cpu');
    expect(measurements[1]).toMatchObject({ medianMs: null, warmUpMs: 2000 });
    expect(measurements[1].reason).toMatch(/longer than 1\.5 s/);
  });

  it('takes a slow one when the machine is too busy for any to be quick', async () => {
    const lab = laboratory({ wasm: 1800, cpu: 4000 });
    const { best } = await measureBackends(['wasm', 'cpu'], lab.createTrial, lab.options);
    expect(best).toBe('wasm');
  });

  it('keeps to its time', async () => {
    const lab = laboratory({ cpu: 10 });
    await measureBackends(['cpu'], lab.createTrial, lab.options);
    expect(lab.options.now()).toBeLessThanOrEqual(75 + 150 + 2 * 10);
  });

  it('survives a trial that throws, and has no best when nothing works', async () => {
    const lab = laboratory({ cpu: 1 });
    const { best, measurements } = await measureBackends(
      ['cpu'],
      () => ({
        step: () => {
          throw new Error('texture too large');
        },
        dispose: () => lab.trials.push('done'),
      }),
      lab.options,
    );
    expect(best).toBeNull();
    expect(measurements[0].reason).toBe('texture too large');
    expect(lab.trials).toEqual(['done']);
  });
});

afterEach(async () => {
  await activateBackend('cpu');
});
