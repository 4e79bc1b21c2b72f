import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './processes.mjs';

/** What the whole page hangs below, asked about any of its descendants. Its children are few. */
const ASKS_THE_PAGE = /(?:(?<![.\w-])(?:body|html)|:root):has\((?!\s*>)/;

it('has no rule that makes the browser style the whole page when one element is added or removed', () => {
  const folder = join(root, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );
  expect(files).toContain(join('ui', 'Notices.module.css'));
  const asking = files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => ASKS_THE_PAGE.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(asking).toEqual([]);
});
