import { expect, it } from 'vitest';
import { allowedOrigin } from './allowedOrigin.ts';

const HOST = 'https://example.org';
const PAGE = `${HOST}/course/page.html`;

it.each([
  ['the page around, as the browser names it', null, [HOST, 'https://outer.org'], PAGE, HOST],
  ['the page around, by its address', null, undefined, PAGE, HOST],
  [
    'the one that the link names, whatever page is around',
    'https://a.org',
    [HOST],
    PAGE,
    'https://a.org',
  ],
  ['none, where the link names no origin', '', [HOST], PAGE, null],
  ['none, where nothing is known', null, undefined, '', null],
  ['none, where the page around is a file', null, ['null'], '', null],
  ['none, where the page around is a file in Firefox', null, undefined, 'file:///a.html', null],
])('allowed is %s', (_, host, ancestors, referrer, allowed) => {
  expect(allowedOrigin(host, ancestors, referrer)).toBe(allowed);
});
