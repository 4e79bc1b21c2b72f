import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCourse, runsOf } from '../src/app/course/parseCourse.ts';
import { viewFlagsOf } from '../src/labs/lab.ts';
import { labNamed } from '../src/labs/registry.ts';
import { decodeLink } from '../src/settings/link.ts';
import { root } from './processes.mjs';

const course = parseCourse(readFileSync(join(root, 'docs', 'course.md'), 'utf8'));
const linked = course.after.flatMap(runsOf).filter(({ kind }) => kind === 'link');
const links = new Set(
  [...course.rows, ...linked.map(({ text }) => ({ link: text }))].map(({ link }) => link),
);

describe('the course', () => {
  it('is a table of an hour, and paragraphs around it', () => {
    expect(course.title).toBe('From k-means to the SVAE in one hour');
    expect(course.rows.length).toBeGreaterThan(10);
    expect(course.rows[0]).toMatchObject({ minute: 0, topic: 'k-means' });
    const minutes = course.rows.map(({ minute }) => minute);
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    expect([course.before.length, course.after.length]).toEqual([1, 2]);
  });

  it.each([...links])('opens %s without a complaint', (link) => {
    const lab = labNamed(/^#\/([\w-]+)/.exec(link)?.[1] ?? '');
    const { state, problems } = decodeLink(link, [lab]);
    expect(problems).toEqual([]);
    for (const flag of Object.keys(state?.view ?? {})) expect(viewFlagsOf(lab)).toContain(flag);
  });

  it('takes words of the page and links out of a sentence', () => {
    expect(runsOf('Press **Play** at `#/em`.').map(({ kind, text }) => [kind, text])).toEqual([
      ['plain', 'Press '],
      ['strong', 'Play'],
      ['plain', ' at '],
      ['link', '#/em'],
      ['plain', '.'],
    ]);
  });
});
