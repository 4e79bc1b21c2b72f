import { describe, expect, it } from 'vitest';
import { type Outcome, runSteps, type Step, selectSteps } from './runSteps.mjs';

const passing: Outcome = { ok: true, output: '' };

function step(name: string, outcome: Outcome | Error, needs: readonly string[] = []): Step {
  const check = async () => {
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  return { name, title: `the ${name}`, needs, check };
}

/** Runs steps and gives back what was printed. */
async function printed(steps: readonly Step[]): Promise<string[]> {
  const lines: string[] = [];
  await runSteps(steps, (line) => lines.push(...line.split('\n')));
  return lines;
}

describe('selectSteps', () => {
  const steps = [
    step('tools', passing),
    step('lint', passing, ['tools']),
    step('build', passing, ['tools']),
    step('size', passing, ['build']),
  ];
  const names = (wanted: readonly string[]) => selectSteps(steps, wanted).map(({ name }) => name);

  it('selects all steps without a name', () => {
    expect(names([])).toEqual(['tools', 'lint', 'build', 'size']);
  });

  it('adds what the wanted steps need, in the order of the list', () => {
    expect(names(['size'])).toEqual(['tools', 'build', 'size']);
    expect(names(['size', 'lint'])).toEqual(['tools', 'lint', 'build', 'size']);
  });

  it('names the steps there are', () => {
    expect(() => names(['sise'])).toThrow(
      'There is no step "sise". The steps are: tools, lint, build, size.',
    );
  });
});

describe('runSteps', () => {
  it('sums up the tests in the last line, alone', async () => {
    const unit = { ...passing, tests: { passed: 12, failed: 0 } };
    const browser = { ...passing, tests: { passed: 3, failed: 0 } };
    const lines = await printed([
      step('unit', unit),
      step('lint', passing),
      step('browser', browser),
    ]);
    expect(lines.at(-1)).toBe('15 passed, 0 failed');
    expect(lines.join('\n')).not.toContain('These steps failed');
  });

  it('goes on after a failure, and names every failed step and its command', async () => {
    const lines = await printed([
      step('unused', { ok: false, output: 'one export is unused' }),
      step('unit', {
        ok: false,
        output: 'two tests failed',
        tests: { passed: 7, failed: 2 },
      }),
      step('build', passing),
    ]);
    expect(lines).toContain('one export is unused');
    expect(lines.some((line) => line.startsWith('✓ the build'))).toBe(true);
    expect(lines.slice(-6)).toEqual([
      'These steps failed. The command next to a step runs it alone, with what it needs:',
      '  the unused         npm test -- unused',
      '  the unit           npm test -- unit',
      'A failed step counts as one failure, or as many as it has failed tests.',
      '',
      '7 passed, 3 failed',
    ]);
  });

  it('runs the steps that need no browser where there is none, and counts the others', async () => {
    const lines = await printed([
      step('chromium', new Error('No browser was found.')),
      step('lint', passing),
      step('browser', { ...passing, tests: { passed: 49, failed: 0 } }, ['chromium']),
      step('pictures', passing, ['browser']),
    ]);
    expect(lines).toContain('No browser was found.');
    expect(lines.some((line) => line.startsWith('✓ the lint'))).toBe(true);
    expect(lines).toContain(
      '  the browser        npm test -- browser   (not run: needs "chromium")',
    );
    expect(lines).toContain(
      '  the pictures       npm test -- pictures   (not run: needs "browser")',
    );
    expect(lines.at(-1)).toBe('0 passed, 3 failed');
  });

  it('counts a step as failed whose tests passed but whose runner did not', async () => {
    const crashed = { ok: false, output: '', tests: { passed: 5, failed: 0 } };
    expect((await printed([step('unit', crashed)])).at(-1)).toBe('5 passed, 1 failed');
  });

  it('runs two steps at a time, each after what it needs', async () => {
    const log: string[] = [];
    const ends = new Map<string, () => void>();
    const slow = (name: string, needs: readonly string[] = []): Step => ({
      ...step(name, passing, needs),
      check: () => {
        log.push(name);
        return new Promise((resolve) => ends.set(name, () => resolve(passing)));
      },
    });
    const finish = async (name: string) => {
      ends.get(name)?.();
      await new Promise(setImmediate);
    };
    const steps = [slow('build'), slow('browser', ['build']), slow('lint'), slow('unit')];
    const done = runSteps(steps, () => undefined);
    expect(log).toEqual(['build', 'lint']);
    await finish('build');
    expect(log).toEqual(['build', 'lint', 'browser']);
    await finish('lint');
    expect(log).toEqual(['build', 'lint', 'browser', 'unit']);
    for (const name of ['browser', 'unit']) await finish(name);
    await done;
  });
});
