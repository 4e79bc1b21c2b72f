import { expect, it } from 'vitest';
import { type Embed, embedTheme, readEmbed, withEmbed } from './embedLink.ts';

it('a link says which parts are shown, in their order, and the lab reads the rest', () => {
  const { embed, linkState, problems } = readEmbed(
    'seed=3&embed=transport,stage.latent-space,stage.bound,settings&theme=dark&host=https%3A%2F%2Fexample.org&v=1',
  );
  expect(problems).toEqual([]);
  expect(linkState).toBe('seed=3&v=1');
  expect(embed).toEqual({
    parts: [
      { name: 'transport', chosen: [] },
      { name: 'stage', chosen: ['latent-space', 'bound'] },
      { name: 'settings', chosen: [] },
    ],
    theme: 'dark',
    host: 'https://example.org',
  });
});

it('a whole holds its parts, in whichever order they are named', () => {
  for (const names of ['stage,stage.bound', 'stage.bound,stage']) {
    expect(readEmbed(`embed=${names}`).embed.parts).toEqual([{ name: 'stage', chosen: [] }]);
  }
});

it('what a link says is read as it was written', () => {
  const embed: Embed = {
    parts: [
      { name: 'stage', chosen: ['data-space'] },
      { name: 'settings', chosen: ['clusters', 'hiddenUnits'] },
      { name: 'caption', chosen: [] },
    ],
    theme: 'light',
    host: 'https://example.org:8443',
  };
  const link = withEmbed('#/svae-gmm?seed=2&v=1', embed);
  expect(link).toBe(
    '#/svae-gmm?seed=2&v=1&embed=stage.data-space,settings.clusters,settings.hiddenUnits,caption&theme=light&host=https%3A%2F%2Fexample.org%3A8443',
  );
  expect(readEmbed(link.slice(link.indexOf('?') + 1))).toEqual({
    embed,
    linkState: 'seed=2&v=1',
    problems: [],
  });
  expect(withEmbed('#/em', { ...embed, parts: [{ name: 'stage', chosen: [] }] })).toMatch(
    /^#\/em\?embed=stage&/,
  );
});

it.each([
  ['embed=stagee', '"embed" of the link names "stagee". Did you mean "stage"?'],
  ['embed=everything', /names "everything"\. There are "stage", "transport", .*"challenges"/],
  ['embed=transport.play', /names "transport\.play"\. After a dot stands the name of one panel/],
  ['embed=stage.a"b', /After a dot stands/],
  ['embed=stage&theme=blue', '"theme" is "blue"; expected one of "auto", "light", "dark".'],
  [
    'embed=stage&host=https://example.org/page',
    '"host" of the link is "https://example.org/page"; expected an origin such as "https://example.org".',
  ],
  ['embed=stage&host=*', /"host" of the link is "\*"/],
])('%s is refused in a sentence, and the stage is shown', (linkState, sentence) => {
  const { embed, problems } = readEmbed(linkState);
  expect(problems).toEqual([expect.stringMatching(sentence)]);
  expect(embed.parts).toEqual([{ name: 'stage', chosen: [] }]);
  expect(embed.theme).toBe('auto');
  // A host that cannot be read is no leave for every host.
  expect(embed.host).toBe(linkState.includes('host') ? '' : null);
});

it('a theme by message is one of those of links', () => {
  expect(embedTheme('dark')).toBe('dark');
  expect(() => embedTheme({})).toThrow('"theme" is an object; expected one of');
});
