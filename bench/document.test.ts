import { describe, expect, it } from 'vitest';
import { type Block, failedMeasurement, inMarkdown, MARK, withBlocks } from './document.ts';
import { higher, lower, type Measurement } from './figures.ts';

const SUBJECTS = new Map([
  ['SVAE-GMM', ['quality', 'drag']],
  ['Topics', ['topics']],
]);

const measured = (value: number): Measurement => ({
  figures: [
    {
      name: 'seeds found',
      atLeast: higher(18, '18 of 20'),
      aim: lower(1, '1'),
      value,
      measured: String(value),
    },
  ],
  run: 'seeds 0 to 19, Node',
  notes: ['Seed 3 is <lost> and\nnever found.'],
});

const blockOf = (group: string, measurement: Measurement): Block => ({
  ...{ group, measurement, date: '2026-11-30', version: '0.9.0', machine: '2 cores' },
  ...{ browser: null, referenceMs: 76.25, load: 0.1, seconds: 12 },
});

const texts = (...blocks: Block[]) =>
  new Map(blocks.map((block) => [block.group, inMarkdown(block)] as const));

const EMPTY = `# Benchmarks\n\nWords.\n\n${MARK}\n\nAn older table.\n`;
const all = () =>
  withBlocks(
    EMPTY,
    texts(
      blockOf('quality', measured(19)),
      blockOf('drag', measured(17)),
      blockOf('topics', measured(20)),
    ),
    SUBJECTS,
  );

describe('the written document', () => {
  it('has a heading for each subject, a block for each group, and the words above as they were', () => {
    const document = all();
    expect(document.startsWith(`# Benchmarks\n\nWords.\n\n${MARK}\n\n## SVAE-GMM\n`)).toBe(true);
    expect(document).not.toContain('An older table.');
    expect(document.match(/^## .*/gm)).toEqual(['## SVAE-GMM', '## Topics']);
    expect(document.match(/^\| seeds found .*/gm)).toHaveLength(3);
  });

  it('replaces the blocks of the groups that were measured again, and keeps all others to the letter', () => {
    const before = all();
    const later = { ...blockOf('drag', measured(18)), date: '2026-12-01', version: '1.0.0' };
    const after = withBlocks(before, texts(later), SUBJECTS);
    const [old, fresh] = [before, after].map((text) => text.split('<!-- drag -->'));
    expect(fresh[0]).toBe(old[0]);
    expect(fresh[1].split('<!-- end -->').slice(1)).toEqual(old[1].split('<!-- end -->').slice(1));
    expect(after).toContain('2026-12-01, version 1.0.0, 2 cores');
    expect(after.match(/2026-11-30/g)).toHaveLength(2);
    expect(withBlocks(after, new Map(), SUBJECTS)).toBe(after);
  });

  it('puts a group that is new at its place, and drops one that is measured no more', () => {
    const first = withBlocks(EMPTY, texts(blockOf('drag', measured(17))), SUBJECTS);
    expect(first.match(/^## .*/gm)).toEqual(['## SVAE-GMM']);
    const both = withBlocks(first, texts(blockOf('quality', measured(19))), SUBJECTS);
    expect(both.indexOf('<!-- quality -->')).toBeLessThan(both.indexOf('<!-- drag -->'));
    const without = withBlocks(both, new Map(), new Map([['SVAE-GMM', ['drag']]]));
    expect(without).not.toContain('quality');
    expect(without).toContain('<!-- drag -->');
  });
});

describe('a block', () => {
  it('says bars, verdict, conditions and notes; markup in notes is none of the document', () => {
    const text = inMarkdown(blockOf('quality', measured(17)));
    expect(text).toMatch(/\| seeds found +\| 18 of 20 +\| 1 +\| 17 +\| missed +\|/);
    expect(text).toContain('seeds 0 to 19, Node; reference work in Node before it 76.3 ms');
    expect(text).toContain('- Seed 3 is &lt;lost> and never found.');
    const timed = inMarkdown(blockOf('drag', { ...measured(17), referenceMs: 50 }));
    expect(timed).toContain('reference work beside it 50.0 ms');
  });

  it('of a group that failed says so, and why', () => {
    const failed = failedMeasurement('drag', new Error('No handle\nat all'));
    const text = inMarkdown(blockOf('drag', failed));
    expect(text).toMatch(/\| all of "drag" +\| – +\| – +\| not measured +\| – +\|/);
    expect(text).toContain('- It could not be measured: No handle at all');
  });

  it('lists twenty notes at most', () => {
    const many = { ...measured(17), notes: Array.from({ length: 25 }, (_, i) => `note ${i}`) };
    const text = inMarkdown(blockOf('quality', many));
    expect(text).toContain('- note 19\n- And 5 more.');
    expect(text).not.toContain('note 20');
  });
});
