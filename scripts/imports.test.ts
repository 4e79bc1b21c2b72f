import { describe, expect, it } from 'vitest';
import { forbiddenImports } from './imports.mjs';

/** Checks one file of a made-up project, together with the files it leads to. */
function check(file: string, text: string, others: Record<string, string> = {}): string[] {
  return forbiddenImports(new Map([[file, text], ...Object.entries(others)]));
}

describe('forbiddenImports', () => {
  it('lets imports follow the arrows of the architecture', () => {
    expect(check('inference/a.ts', "import { b } from '../math/b.ts';")).toEqual([]);
    expect(check('labs/gmm/engine/a.ts', "import { b } from '../../../svae/b.ts';")).toEqual([]);
    expect(check('plots/a.tsx', "import { scaleLinear } from 'd3';")).toEqual([]);
  });

  it('names file, line, target and reason of an import against them', () => {
    const [message, ...rest] = check('math/a.ts', "\nimport { b } from '../labs/b.ts';");
    expect(message).toMatch(/^src\/math\/a\.ts:2 must not import labs\/b\.ts\n {4}math\/ is/);
    expect(rest).toEqual([]);
  });

  it.each([
    ['a re-export', "export { b } from '../store/b.ts';"],
    ['a star re-export', "export * from '../store/b.ts';"],
    ['a dynamic import', "const b = import('../store/b.ts');"],
    ['an import for its side effects', "import '../store/b.ts';"],
    ['a mixed import', "import { type A, b } from '../store/b.ts';"],
    ['a package', "import { create } from 'zustand';"],
  ])('sees %s', (_kind, text) => {
    expect(check('plots/a.tsx', text)).toHaveLength(1);
  });

  it('tells types from values', () => {
    expect(check('labs/gmm/page/a.tsx', "import type { B } from '../engine/b.ts';")).toEqual([]);
    expect(check('labs/gmm/page/a.tsx', "import { type B } from '../engine/b.ts';")).toEqual([]);
    expect(check('labs/gmm/page/a.tsx', "import { b } from '../engine/b.ts';")).toHaveLength(1);
  });

  it('keeps labs apart, except for what they share and the one that composes', () => {
    expect(check('labs/gmm/page/a.ts', "import { b } from '../../lds/page/b.ts';")).toHaveLength(1);
    expect(check('labs/gmm/page/a.ts', "import { b } from '../../shared/b/c.ts';")).toEqual([]);
    expect(check('labs/shared/a/b.ts', "import { b } from '../../gmm/b.ts';")).toHaveLength(1);
    const neighbour = "import { b } from '../../lds/engine/b.ts';";
    expect(check('labs/gmm/engine/a.ts', neighbour)).toHaveLength(1);
    expect(check('labs/compare/engine/a.ts', neighbour)).toEqual([]);
  });

  it('keeps engine and page apart, and the top of a folder light', () => {
    expect(check('labs/gmm/engine/a.ts', "import { b } from '../page/b.ts';")).toHaveLength(1);
    expect(check('labs/gmm/settings.ts', "import { b } from './engine/b.ts';")).toHaveLength(1);
    expect(check('labs/gmm/settings.ts', "import '@tensorflow/tfjs-core';")).toHaveLength(1);
    expect(check('labs/gmm/page/a.ts', "import { b } from '../settings.ts';")).toEqual([]);
    expect(check('labs/gmm/engine/a.ts', "import { b } from '../settings.ts';")).toEqual([]);
  });

  it('lets the page have the settings tables of a lab', () => {
    expect(check('store/a.ts', "import { b } from '../labs/gmm/settings.ts';")).toEqual([]);
    expect(check('store/a.ts', "import { b } from '../labs/gmm/engine/model.ts';")).toHaveLength(1);
  });

  it('finds tfjs at the end of a chain of allowed imports from the page', () => {
    const messages = check('main.tsx', "import './app/a.ts';", {
      'app/a.ts': "import '../store/b.ts';",
      'store/b.ts': "import '../labs/gmm/settings.ts';",
      'labs/gmm/settings.ts': "import '@tensorflow/tfjs-core';",
    });
    expect(messages.at(-1)).toContain('store/b.ts → labs/gmm/settings.ts → @tensorflow/tfjs-core');
  });

  it('does not follow the page into its worker', () => {
    const others = { 'session/worker.ts': "import '@tensorflow/tfjs-core';" };
    const text = "new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });";
    expect(check('session/client.ts', text, others)).toEqual([]);
  });

  it('asks for a rule when a folder has none', () => {
    expect(check('new/a.ts', '')[0]).toContain('import-rules.mjs');
  });
});
