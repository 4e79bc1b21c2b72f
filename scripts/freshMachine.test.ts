import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { install, logs } from './install.mjs';
import { run, runTool } from './processes.mjs';
import { reported } from './testSteps.mjs';

/** An environment in which no browser is found, and none may be installed. */
const withoutBrowser = { SVAE_LAB_BROWSER: '/no/such/browser' };
/** As browser tests that run meanwhile have other files there. */
const apart = ['--reporter', 'line', '--output', join('test-results', 'without-browser')];
const aStackLine = /^\s+at .+:\d+/m;

describe('without a browser', () => {
  it('lists the browser tests: their configuration can be loaded', async () => {
    const args = ['test', '--config', 'e2e', '--list', ...apart];
    const { code, output } = await runTool('playwright', args, { env: withoutBrowser });
    expect(output).toMatch(/Total: \d+ tests/);
    expect(code).toBe(0);
  });

  it('refuses to run them with a sentence', async () => {
    const args = ['test', '--config', 'e2e', ...apart];
    const { code, output } = await runTool('playwright', args, { env: withoutBrowser });
    expect(code).toBe(1);
    expect(output).toContain('SVAE_LAB_BROWSER is /no/such/browser, which is not a program.');
    expect(output).not.toMatch(aStackLine);
  });

  it('runs the steps that need none, names the one that failed and ends with the count', async () => {
    const args = [join('scripts', 'test.mjs'), 'chromium', 'imports'];
    const { code, output } = await run(process.execPath, args, { env: withoutBrowser });
    expect(code).toBe(1);
    expect(output).toMatch(/^✗ browser /m);
    expect(output).toMatch(/^✓ import directions /m);
    expect(output).toMatch(/^ {2}browser +npm test -- chromium$/m);
    expect(output.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
    expect(output).not.toMatch(aStackLine);
  });
});

describe('install', () => {
  it('prints a few lines, and keeps the output of the installer in a file', async () => {
    const print = vi.spyOn(console, 'log').mockReturnValue(undefined);
    const script = `
      for (let line = 0; line < 400; line++) console.log('line ' + line);
      console.log('no such host\\n    at connect (net.js:1:1)');
      process.exitCode = 3;`;
    const result = await install('a thing', 'test-of-install', process.execPath, ['-e', script]);
    const lines = print.mock.calls.flat();
    print.mockRestore();

    expect(lines).toEqual([
      'Installing a thing …',
      expect.stringMatching(/^ {2}failed after \d+ s$/),
    ]);
    expect(result.ok).toBe(false);
    expect(result.failure).toContain('Installing a thing failed (exit code 3).');
    expect(result.failure).toContain('no such host');
    expect(result.failure).not.toMatch(aStackLine);
    expect(result.failure.split('\n').length).toBeLessThan(12);
    expect(readFileSync(join(logs, 'test-of-install.log'), 'utf8')).toContain('line 0\n');
  });

  it('says so where the installer does not exist', async () => {
    const print = vi.spyOn(console, 'log').mockReturnValue(undefined);
    const result = await install('a thing', 'test-of-install', '/no/such/installer', []);
    print.mockRestore();
    expect(result.failure).toContain('ENOENT');
  });
});

describe('a test runner that crashed', () => {
  it('is a sentence that names the file of its output', () => {
    const output = 'FATAL ERROR: heap out of memory\n    at node:internal:1';
    const outcome = reported('tests of tests', { code: 134, output }, '/no/report', () => ({
      passed: 1,
      failed: 0,
    }));
    expect(outcome).toEqual({
      ok: false,
      output: expect.stringContaining('The tests of tests ended without a report (exit code 134).'),
    });
    expect(outcome.output).not.toMatch(aStackLine);
    expect(existsSync(join(logs, 'tests-of-tests.log'))).toBe(true);
  });
});
