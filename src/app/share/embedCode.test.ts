import { expect, it } from 'vitest';
import { embedAddress, embedCode } from './embedCode.ts';

const LINK = 'https://example.org/course/#/svae-gmm?seed=2&v=1';

it('the code can be pasted as it is', () => {
  const parts = [{ name: 'stage', chosen: ['bound'] }] as const;
  const address = embedAddress(LINK, { parts, theme: 'auto', host: null });
  expect(address).toBe(`${LINK}&embed=stage.bound`);
  const code = embedCode(address, 'k-means & EM', 512);
  expect(code).toContain('src="https://example.org/course/#/svae-gmm?seed=2&amp;v=1&amp;embed=');
  expect(code).toContain('title="k-means &amp; EM in SVAE Lab" width="100%" height="512"');
  expect(code).toContain('loading="lazy"');
  expect(code).toContain('<script src="https://example.org/course/embed.js"></script>');
});
