import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeJson, encodeJson } from './compactJson.ts';
import { exampleTable } from './exampleTable.fixture.ts';
import { decodeLink, encodeLink, type LinkLab, type LinkState } from './link.ts';
import type { LinkedPoints } from './linkPoints.ts';
import { defaultValues } from './values.ts';

const lab: LinkLab = {
  id: 'svae-gmm',
  table: exampleTable,
  parseEdit: (edit) => {
    if (typeof edit === 'object' && edit !== null && 'kind' in edit) return edit;
    throw new Error(`${JSON.stringify(edit)} is no edit`);
  },
};

const plain: LinkState = {
  lab: 'svae-gmm',
  settings: defaultValues(exampleTable),
  seed: null,
  steps: null,
  edits: [],
  view: {},
  hidden: [],
  selected: {},
  notes: {},
  ownData: null,
};

const decode = (link: string) => decodeLink(link, [lab]);

function points(rows: number, value = (index: number) => index): LinkedPoints {
  return {
    name: 'Drawn',
    rows,
    columns: ['x', 'y'],
    values: Float64Array.from({ length: rows * 2 }, (_, index) => value(index)),
    labels: null,
  };
}

describe('encodeLink', () => {
  it('is readable and holds only what was changed', () => {
    const { hash, problems } = encodeLink(
      {
        ...plain,
        settings: { ...plain.settings, arms: 7, dataset: 'two-moons', moves: false },
        seed: 3,
        view: { grid: true, samples: false },
        hidden: ['seed', 'speed'],
        edits: [{ kind: 'moveCluster', cluster: 3, mean: [1.5, -2] }],
      },
      lab,
    );
    expect(hash).toBe(
      "#/svae-gmm?dataset=two-moons&arms=7&moves=false&seed=3&view=grid,-samples&hide=seed,speed&edits=!('kind':'moveCluster','cluster':3,'mean':!1.5,-2;);&v=1",
    );
    expect(problems).toEqual([]);
  });

  it('says when own points are too many, and carries the rest', () => {
    const { hash, problems } = encodeLink({ ...plain, seed: 1, ownData: points(1201) }, lab);
    expect(hash).toBe('#/svae-gmm?seed=1&v=1');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ key: 'points' });
    expect(problems[0].message).toContain('cannot carry your 1,201 points (at most 200)');
  });

  it('says when a link gets too long to send', () => {
    const edits = Array.from({ length: 300 }, (_, cluster) => ({ kind: 'removeCluster', cluster }));
    expect(encodeLink({ ...plain, edits }, lab).problems[0].message).toMatch(
      /is \d\d,\d{3} characters long/,
    );
  });
});

describe('decodeLink', () => {
  it('reads what a person types', () => {
    const { state, problems } = decode(
      'https://example.org/lab/#/svae-gmm?arms=3&seed=12&moves=off',
    );
    expect(state).toEqual({
      ...plain,
      settings: { ...plain.settings, arms: 3, moves: false },
      seed: 12,
    });
    expect(problems).toEqual([]);
  });

  it.each(['', '#', '#/', '/'])('is no lab and no problem: %j', (link) => {
    expect(decode(link)).toEqual({ state: null, problems: [] });
  });

  it('begins with a preset where one is named, and has a word for one there is not', () => {
    const { state, problems } = decode('#/svae-gmm?arms=4&preset=thesis');
    expect(problems).toEqual([]);
    expect(state?.settings).toMatchObject({ arms: 4, moves: false });
    const unknown = decode('#/svae-gmm?preset=thesi');
    expect(unknown.problems[0].message).toContain('no preset "thesi". Did you mean "thesis"?');
    expect(unknown.state?.settings).toEqual(plain.settings);
  });

  it('names an unknown lab', () => {
    expect(decode('#/svae-gm?arms=3')).toEqual({
      state: null,
      problems: [{ key: '', message: 'There is no lab "svae-gm". Did you mean "svae-gmm"?' }],
    });
  });

  it.each([
    ['arms=99', 'arms', '"arms" is "99"; expected a whole number from 2 to 10.'],
    ['arm=3', 'arm', 'There is no setting "arm". Did you mean "arms"?'],
    ['arms', 'arms', '"arms" is nothing; expected'],
    ['dataset=%E0%A4%A', 'dataset', '"dataset" is "%E0%A4%A"; expected one of'],
    ['__proto__=1', '__proto__', 'There is no setting "__proto__".'],
    ['seed=-1', 'seed', '"seed" is "-1"; expected a whole number from 0.'],
    ['seed=1.5', 'seed', '"seed" is "1.5"'],
    ['seed=99999999999999999999', 'seed', 'expected a whole number'],
    ['steps=many', 'steps', '"steps" is "many"; expected a whole number 0 to 100'],
    ['steps=100001', 'steps', 'expected a whole number 0 to 100'],
    ['v=2', 'v', 'made by a newer version of this page (v=2, here 1)'],
    ['v=old', 'v', 'version is "old"; expected 1'],
    ['hide=seed,a%20b', 'hide', '"hide" holds "a b"; expected names separated by commas.'],
    ['view=grid,--x', 'view', '"view" holds "--x"'],
    ["edits=!('kind':'moveClu", 'edits', 'may have been cut off'],
    ['edits=%', 'edits', 'may have been cut off'],
    ["edits=('kind':'x')", 'edits', 'The edits in the link cannot be read'],
    ["edits=!('kind':'x'),7;", 'edits', 'Edit 2 of the link is left out: 7 is no edit'],
    ["points=('name':'a'", 'points', 'cannot be read: they may have been cut off.'],
    ['points=7', 'points', 'expected a name, columns and values'],
    ["points=('name':'a','columns':!;,'values':!1,2;)", 'points', 'they have 0 columns'],
    [
      "points=('name':'a','columns':!'x','y';,'values':!1,2,3;)",
      'points',
      '3 values do not fill rows of 2',
    ],
    [
      "points=('name':'a','columns':!'x','y';,'values':!1,'2';)",
      'points',
      'values are not numbers',
    ],
    ["points=('name':'a','columns':!'x','y';,'values':!1,2;)", 'points', 'there are 1 points'],
    ["points=('name':'a','columns':!'x','y';,'values':!1,2,3,4;,'labels':!1;)", 'points', 'labels'],
  ])('reports %s and keeps the rest', (query, key, message) => {
    const { state, problems } = decode(`#/svae-gmm?spread=0.5&${query}`);
    expect(problems).toHaveLength(1);
    expect(problems[0].key).toBe(key);
    expect(problems[0].message).toContain(message);
    expect(state?.settings).toEqual({ ...plain.settings, spread: 0.5 });
  });

  it('keeps good edits and names beside bad ones', () => {
    const { state } = decode("#/svae-gmm?hide=seed,a%20b&edits=!('kind':'x'),7;");
    expect(state?.edits).toEqual([{ kind: 'x' }]);
    expect(state?.hidden).toEqual(['seed']);
  });

  it('never tells more than a few lines about a bad link, however long that is', () => {
    const long = 'x'.repeat(5000);
    for (const link of [
      `#/${long}`,
      `#/svae-gmm?preset=${long}`,
      `#/svae-gmm?${long}=1`,
      `#/svae-gmm?clusters=${long}`,
      `#/svae-gmm?seed=${long}&steps=${long}&v=${long}&view=${long}!&hide=${long}!&points=${long}`,
    ]) {
      const { problems } = decode(link);
      expect(problems.length).toBeGreaterThan(0);
      for (const { message } of problems) expect(message.length).toBeLessThan(400);
    }
  });

  it('never throws', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('edits=', 'points=', 'arms=', '&', "!('", '%', ';', 'v=', 'seed=', '?', '#'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(decode(`#/svae-gmm?${pieces.join('')}`).state?.lab).toBe('svae-gmm');
        expect(() => decode(pieces.join(''))).not.toThrow();
      }),
    );
  });
});

describe('a round trip', () => {
  const name = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,8}(-[a-z]{1,4})?$/);
  const json = fc
    .jsonValue({ noUnicodeString: false })
    .map((value) => JSON.parse(JSON.stringify(value)));
  const state: fc.Arbitrary<LinkState> = fc.record({
    lab: fc.constant('svae-gmm'),
    settings: fc.record({
      dataset: fc.constantFrom('spirals', 'two-moons', 'own'),
      arms: fc.integer({ min: 2, max: 10 }),
      spread: fc.integer({ min: 1, max: 10 }).map((tenths) => tenths / 10),
      learningRate: fc.double({ min: 1e-5, max: 1, noNaN: true }),
      moves: fc.boolean(),
    }),
    seed: fc.option(fc.maxSafeNat()),
    steps: fc.option(fc.nat(100_000)),
    edits: fc.array(json.map((value) => ({ kind: 'x', value }))),
    view: fc.dictionary(name, fc.boolean()).map((view) => ({ ...view })),
    hidden: fc.array(name),
    selected: fc
      .dictionary(fc.constantFrom('row', 'cluster', 'node'), fc.nat(1e6))
      .map((selected) => ({ ...selected })),
    notes: fc.dictionary(name, json).map((notes) => ({ ...notes })),
    ownData: fc.constant(null),
  });

  it('gives back everything, through characters a link may hold', () => {
    fc.assert(
      fc.property(state, (original) => {
        const { hash } = encodeLink(original, lab);
        expect(hash).toMatch(/^#[\w/?&=.~!'(),;:*%-]*$/);
        // What browsers do to a hash must change nothing.
        expect(new URL(`https://example.org/${hash}`).hash).toBe(hash);
        expect(decode(hash)).toEqual({ state: original, problems: [] });
      }),
    );
  });

  it('holds for compact JSON of any text', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(decodeJson(encodeJson(value))).toEqual(value);
      }),
    );
  });

  it('gives back points to two decimals, and labels', () => {
    const drawn = {
      ...points(200, (index) => Math.sin(index) * 12.3456),
      labels: new Int32Array(200).fill(2),
    };
    const { hash, problems } = encodeLink({ ...plain, ownData: drawn }, lab);
    expect(problems).toEqual([]);
    const back = decode(hash).state?.ownData;
    expect(back).toMatchObject({ name: 'Drawn', rows: 200, columns: ['x', 'y'] });
    expect(back?.labels).toEqual(drawn.labels);
    back?.values.forEach((value, index) => {
      expect(value).toBe(Number(drawn.values[index].toFixed(2)) + 0);
    });
  });

  it('gives back a series of one column with its gaps', () => {
    const values = Float64Array.of(1.5, Number.NaN, -2, 0.25);
    const ownData = { name: 'wave', rows: 4, columns: ['a'], values, labels: null };
    const { hash, problems } = encodeLink({ ...plain, ownData }, lab);
    expect(problems).toEqual([]);
    expect(decode(hash).state?.ownData).toEqual(ownData);
  });

  it.each([
    ['around zero, in coulombs', 0, 1.6e-19],
    ['smaller still', 0, 1e-200],
    ['in numbers beyond whole ones', 0, 1e25],
  ])('keeps the shape of points %s', (_, centre, extent) => {
    const drawn = points(50, (index) => centre + Math.sin(index) * extent);
    const { hash } = encodeLink({ ...plain, ownData: drawn }, lab);
    const back = decode(hash).state?.ownData;
    expect(back?.rows).toBe(50);
    back?.values.forEach((value, index) => {
      expect(Math.abs(value - drawn.values[index]) / extent).toBeLessThan(2e-3);
    });
    // Rounded numbers are short, whatever their size.
    if (extent < 1) expect(hash.length).toBeLessThan(2500);
  });

  it('keeps the shape of points that lie close together', () => {
    const drawn = points(50, (index) => 5 + Math.sin(index) * 1e-6);
    const back = decode(encodeLink({ ...plain, ownData: drawn }, lab).hash).state?.ownData;
    expect(back?.rows).toBe(50);
    back?.values.forEach((value, index) => {
      expect(Math.abs(value - drawn.values[index])).toBeLessThan(2e-9);
    });
  });

  it.each([1, 1e-21, 1e-99, 1e-120, 1e12])('keeps points of extent %s', (extent) => {
    const drawn = points(50, (index) => Math.sin(index) * extent);
    const back = decode(encodeLink({ ...plain, ownData: drawn }, lab).hash).state?.ownData;
    back?.values.forEach((value, index) => {
      expect(Math.abs(value - drawn.values[index])).toBeLessThanOrEqual(extent / 1000);
    });
    expect(back?.rows).toBe(50);
  });

  it('keeps a column of small numbers next to one of large numbers', () => {
    const drawn = points(50, (index) => Math.sin(index) * (index % 2 === 0 ? 1e6 : 1e-6));
    const back = decode(encodeLink({ ...plain, ownData: drawn }, lab).hash).state?.ownData;
    back?.values.forEach((value, index) => {
      const extent = index % 2 === 0 ? 1e6 : 1e-6;
      expect(Math.abs(value - drawn.values[index])).toBeLessThan(extent / 100);
    });
    expect(back?.rows).toBe(50);
  });
});
