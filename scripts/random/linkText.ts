/** Links for random tests: those the page makes, those a person may type, and damaged ones. */
import fc from 'fast-check';
import type { Lab } from '../../src/labs/lab.ts';
import { encodeJson, encodeText } from '../../src/settings/compactJson.ts';
import type { NumberSetting, Setting } from '../../src/settings/settingsTable.ts';

/** Numbers of all sizes, and what is none. */
const anyNumber = fc.oneof(
  fc.double({ min: -20, max: 20, noNaN: true }),
  fc.integer({ min: -3, max: 20 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e-320, 1e300, -1e300, 1e154, 1e-9, 100, -100, 1e4, -1e4, 2 ** 31),
);
const numbers = (lengths: readonly number[]) =>
  fc
    .constantFrom(...lengths)
    .chain((length) => fc.array(anyNumber, { minLength: length, maxLength: length }));
/** Mostly of the model, now and then beyond. */
const place = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 4 }) }, anyNumber);
/** Symmetric, positive definite as a rule, of any size. */
const covariance = fc
  .tuple(anyNumber, anyNumber, fc.double({ min: -1.1, max: 1.1, noNaN: true }))
  .map(([a, b, correlation]) => {
    const off = correlation * Math.sqrt(Math.abs(a)) * Math.sqrt(Math.abs(b));
    return [Math.abs(a), off, off, Math.abs(b)];
  });

/** Edits of every kind; labs refuse those that are not theirs. */
const anyEdit = fc.oneof(
  fc.record({ kind: fc.constant('moveCluster'), cluster: place, mean: numbers([2, 2, 2, 3]) }),
  fc.record({
    kind: fc.constant('reshapeCluster'),
    cluster: place,
    covariance: fc.oneof(covariance, numbers([4, 9, 100])),
  }),
  fc.record({ kind: fc.constant('weighCluster'), cluster: place, weight: anyNumber }),
  fc.record({ kind: fc.constant('removeCluster'), cluster: place }),
  fc.record({ kind: fc.constant('moveMean'), cluster: place, mean: numbers([2, 2, 2, 1]) }),
  fc.record({ kind: fc.constant('moveState'), state: place, mean: anyNumber }),
  fc.record({
    kind: fc.constant('stopWord'),
    word: fc.constantFrom('a', 'government', 'row 1, column 1', ''),
    stopped: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('pinWord'),
    word: fc.constantFrom('b', 'island', 'row 5, column 5'),
    topic: fc.option(place),
  }),
  fc.record({ kind: fc.constant('lockTopic'), topic: place, locked: fc.boolean() }),
  fc.record({ kind: fc.constant('mergeTopics'), topic: place, into: place }),
  fc.record({ kind: fc.constantFrom('splitTopic', 'removeTopic'), topic: place }),
  fc.record({
    kind: fc.constant('nameTopic'),
    topic: place,
    name: fc.string({ maxLength: 70 }),
    colour: place,
    words: fc.array(fc.constantFrom('a', 'war', 'island', ''), { maxLength: 25 }),
  }),
  fc.record({ kind: fc.constant('placeProbe'), latent: numbers([1, 2, 3, 9]) }),
  fc.record({ kind: fc.constant('scaleTransitionColumn'), column: place, factor: anyNumber }),
  fc.record({
    kind: fc.constant('setTransitionEntry'),
    row: place,
    column: place,
    value: anyNumber,
  }),
  fc.record({
    kind: fc.constant('turnEigenvalue'),
    pair: place,
    angleFactor: anyNumber,
    radiusFactor: anyNumber,
  }),
  fc.record({
    kind: fc.constant('turnEigenvalue'),
    state: place,
    angleFactor: anyNumber,
    radiusFactor: anyNumber,
  }),
  fc.record({
    kind: fc.constant('setChainEntry'),
    from: place,
    to: place,
    probability: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), anyNumber),
  }),
  fc.record({ kind: fc.constantFrom('scaleStickiness', 'scaleDynamics'), factor: anyNumber }),
  fc.record({ kind: fc.constant('removeState'), state: place }),
  fc.record({ kind: fc.constantFrom('mergeStates', 'splitState'), state: place, into: place }),
  fc.record({ kind: fc.constant('swapStates'), state: place, with: place }),
  fc.record({ kind: fc.constant('paintState'), from: place, to: place, state: place }),
  fc.record({ kind: fc.constant('scaleLatent'), latent: place, factor: anyNumber }),
  fc.record({ kind: fc.constant('shiftLatents'), amount: anyNumber }),
  fc.record({ kind: fc.constant('setInputEnd'), step: place }),
  fc.record({
    kind: fc.constant('placeFactors'),
    mean: numbers([2, 2, 3]),
    deviation: numbers([2, 2, 1]),
  }),
  fc.record({ kind: fc.constant('observe'), values: numbers([0, 1, 5, 60]) }),
  fc.record({
    kind: fc.constant('drawDensity'),
    points: fc.array(numbers([2, 2, 3]), { maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant('observeNode'),
    target: fc.constantFrom('sprinkler', 'own'),
    node: place,
    state: fc.option(place),
  }),
  fc.record({ kind: fc.constant('setFactor'), node: place, q: numbers([1, 2, 3]) }),
  fc.record({ kind: fc.constant('chooseNodes'), turns: fc.array(fc.tuple(place, place)) }),
  fc.record({
    kind: fc.constant('setNetwork'),
    target: fc.constant('own'),
    nodes: fc.array(
      fc.record({
        id: place,
        name: fc.constantFrom('a', 'b', 'c', ''),
        states: fc.array(fc.constantFrom('no', 'yes', 'maybe'), { maxLength: 3 }),
        parents: fc.array(place, { maxLength: 2 }),
        table: fc.oneof(fc.constantFrom([0.5, 0.5], [0.1, 0.9, 0.4, 0.6]), numbers([2, 4])),
        at: fc.constant([0.5, 0.5]),
      }),
      { maxLength: 3 },
    ),
  }),
  fc.record(
    {
      kind: fc.constant('reshape'),
      target: fc.constantFrom('two', 'near', 'cut', 'drawn'),
      components: fc.array(fc.record({ weight: anyNumber, mean: place, sd: anyNumber }), {
        maxLength: 5,
      }),
      from: anyNumber,
      to: anyNumber,
    },
    { requiredKeys: ['kind', 'target', 'components'] },
  ),
  fc.record({ kind: fc.constant('draw'), heights: numbers([1, 2, 61]) }),
  fc.record({
    kind: fc.constant('placeFit'),
    components: fc.array(fc.record({ weight: anyNumber, mean: place, sd: anyNumber }), {
      maxLength: 3,
    }),
  }),
  fc.record({
    kind: fc.constant('setBars'),
    of: fc.constantFrom('p', 'q', 'r'),
    shares: numbers([1, 4, 5]),
  }),
  fc.record({ kind: fc.constant('mergeBars'), after: fc.array(place, { maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('moveAtoms'),
    convex: fc.constantFrom('-log', 'square', 'ratio'),
    places: numbers([2, 3]),
    weights: numbers([2, 3]),
  }),
  fc.record({
    kind: fc.constant('placeFactors'),
    means: numbers([2, 2, 1]),
    sds: numbers([2, 2, 3]),
  }),
  fc.record({
    kind: fc.constant('setFormula'),
    text: fc.constantFrom('x^2', 'sin(3x) - x', '1/x', 'exp(exp(x))', 'step(x', ''),
  }),
  fc.anything(),
);

/** Own points and series, of any extent and any place. */
const ownData = fc
  .record({
    columns: fc.integer({ min: 1, max: 4 }),
    rows: fc.integer({ min: 1, max: 40 }),
    scale: fc.constantFrom(1, 1, 1, 1e-21, 1e-9, 1e9, 1e154, 1e300, 0),
    offset: fc.oneof(fc.constant(0), anyNumber),
    classes: fc.integer({ min: 0, max: 3 }),
  })
  .chain(({ columns, rows, scale, offset, classes }) =>
    fc
      .record({
        name: fc.string({ maxLength: 20 }),
        columns: fc.array(fc.string({ maxLength: 8 }), { minLength: columns, maxLength: columns }),
        values: fc.array(
          fc.oneof(
            { weight: 30, arbitrary: fc.double({ min: -1, max: 1, noNaN: true }) },
            { weight: 1, arbitrary: fc.constant(null) },
          ),
          { minLength: rows * columns, maxLength: rows * columns },
        ),
        labels: fc.array(fc.integer({ min: -1, max: classes }), {
          minLength: rows,
          maxLength: rows,
        }),
      })
      .map((points) => ({
        ...points,
        values: points.values.map((value) => (value === null ? null : value * scale + offset)),
      })),
  );

/** Long text of a sender who means harm, or whose keyboard is stuck. */
const long = fc
  .tuple(fc.constantFrom('a', '9', '(', '%41', '"', '.', '-'), fc.integer({ min: 1, max: 20_000 }))
  .map(([letter, times]) => letter.repeat(times));

function settingText(setting: Setting): fc.Arbitrary<string> {
  switch (setting.kind) {
    case 'number':
      return fc.oneof({ weight: 6, arbitrary: inRange(setting) }, anyNumber).map(String);
    case 'choice':
      return fc.constantFrom(...setting.options.map(({ value }) => value));
    case 'switch':
      return fc.constantFrom('true', 'false', 'on', '2');
  }
}

function inRange({ min, max, step, integer, scale }: NumberSetting): fc.Arbitrary<number> {
  if (integer) return fc.integer({ min, max });
  if (scale === 'log') return fc.double({ min, max, noNaN: true });
  return fc.integer({ min: 0, max: Math.floor((max - min) / step) }).map((n) => min + n * step);
}

/** What follows the "?" of a link of a lab. */
export function linkStates(lab: Lab): fc.Arbitrary<string> {
  const { settings, presets } = lab.table;
  const pair = fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .constantFrom(...Object.keys(settings))
        .chain((name) => settingText(settings[name]).map((text) => `${name}=${encodeText(text)}`)),
    },
    fc.constantFrom(...presets.map(({ id }) => `preset=${id}`), 'dataset=own', 'signal=own'),
    fc.oneof(fc.nat(), anyNumber).map((seed) => `seed=${seed}`),
    fc.constantFrom('view=grid,-samples', 'hide=settings', 'v=1', 'v=77', 'steps=3', 'steps=1e9'),
    fc.constantFrom('select=row.12', 'select=node.99999999,x', "notes=('relevance':2)", 'notes=7'),
    {
      weight: 6,
      arbitrary: fc
        .array(anyEdit, { maxLength: 4 })
        .map((edits) => `edits=${encodeJson(JSON.parse(JSON.stringify(edits) ?? '[]'))}`),
    },
    ownData.map(
      (points) =>
        `${lab.id === 'svae-lds' ? 'signal' : 'dataset'}=own&points=${encodeJson(points)}`,
    ),
    fc.tuple(long, long).map(([key, value]) => `${key}=${value}`),
    fc
      .tuple(
        fc.constantFrom(
          ...['seed', 'steps', 'view', 'hide', 'select', 'notes', 'edits', 'points', 'preset', 'v'],
        ),
        long,
      )
      .map(([key, value]) => `${key}=${value}`),
  );
  const whole = fc.array(pair, { maxLength: 6 }).map((pairs) => pairs.join('&'));
  const damaged = fc
    .tuple(whole, fc.nat(), fc.string({ maxLength: 2 }), fc.nat(2))
    .map(([text, where, noise, left]) => {
      const at = text.length === 0 ? 0 : where % text.length;
      return text.slice(0, at) + noise + text.slice(at + left);
    });
  return fc.oneof({ weight: 3, arbitrary: whole }, damaged);
}
