import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCourse, runsOf } from '../src/app/course/parseCourse.ts';
import { chapters } from '../src/app/home/chapters.ts';
import { viewFlagsOf } from '../src/labs/lab.ts';
import '../src/labs/allLabs.ts';
import { labNamed, registry } from '../src/labs/registry.ts';
import { decodeLink } from '../src/settings/link.ts';
import { root } from './processes.mjs';

const course = parseCourse(readFileSync(join(root, 'docs', 'course.md'), 'utf8'));
const { lessons } = course;
const linked = lessons
  .flatMap(({ after }) => after.flatMap(runsOf))
  .filter(({ kind }) => kind === 'link');
const links = new Set([
  ...lessons.flatMap(({ rows }) => rows.map(({ link }) => link)),
  ...linked.map(({ text }) => text),
]);

describe('the course', () => {
  it('is a table for each lesson, in the order of its minutes, and paragraphs around them', () => {
    expect(course.title).toBe('A course in labs');
    expect(course.before).toHaveLength(1);
    for (const { title, rows, minutes: length } of lessons) {
      expect(rows.length, title).toBeGreaterThan(5);
      const minutes = rows.map(({ minute }) => minute);
      expect(minutes, title).toEqual([...minutes].sort((a, b) => a - b));
      expect(minutes[0], title).toBe(0);
      expect(minutes.at(-1), title).toBeLessThan(length);
    }
  });

  it('has a lesson for each chapter, with its labs in their order', () => {
    for (const [index, { title, id }] of chapters.entries()) {
      expect(lessons[index].title).toMatch(new RegExp(`^${title}, `));
      const visited = lessons[index].rows.map(({ link }) => /^#\/([\w-]+)/.exec(link)?.[1]);
      const ofChapter = registry.filter(({ card }) => card.chapter === id);
      expect([...new Set(visited)]).toEqual(ofChapter.map(({ card }) => card.id));
    }
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
