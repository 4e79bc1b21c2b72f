import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeLink } from '../src/settings/link.ts';
import { labNamed } from '../src/store/labs.ts';
import { root } from './processes.mjs';

const text = readFileSync(join(root, 'docs', 'course.md'), 'utf8');
const links = [...new Set(text.match(/(?<=`)#\/[^`]+/g))];

describe('the talk track', () => {
  it.each(links)('opens %s without a complaint', (link) => {
    const lab = labNamed(/^#\/([\w-]+)/.exec(link)?.[1] ?? '');
    const { state, problems } = decodeLink(link, [lab]);
    expect(problems).toEqual([]);
    for (const flag of Object.keys(state?.view ?? {})) expect(lab.viewFlags).toContain(flag);
  });
});
