import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readModelFile } from '../../files/readModelFile.ts';
import { decodeLink, encodeLink } from '../../settings/link.ts';
import { defaultValues } from '../../settings/values.ts';
import { grownPrior, startingClusters } from './growingPrior.ts';
import { svaeGmm } from './lab.ts';

const settings = defaultValues(svaeGmm.table);

describe('the growing prior', () => {
  it('is as set up to 500 points', () => {
    const asSet = { scale: 120, strength: 10, concentration: 0.001 };
    expect(grownPrior(settings, 20, 1)).toEqual(asSet);
    expect(grownPrior(settings, 500, 7)).toEqual(asSet);
  });

  it('counts as the same share of the points beyond', () => {
    const prior = grownPrior(settings, 2000, 5);
    expect(prior.strength).toBe(40);
    expect(prior.scale).toBe(240);
    expect(Math.log10(prior.concentration)).toBeCloseTo(-3 * 4 ** 1.3, 9);
  });

  it('stays a number for very many points, and leaves an alpha of many clusters alone', () => {
    expect(grownPrior(settings, 1e7, 5).concentration).toBeGreaterThan(0);
    expect(grownPrior({ ...settings, concentration: 5 }, 2000, 5).concentration).toBe(5);
  });

  it('stands still when it is switched off', () => {
    expect(grownPrior({ ...settings, priorGrowth: false }, 2000, 5).strength).toBe(10);
  });

  it('is narrower for more than eight shapes, however many points there are', () => {
    const of = (rows: number) =>
      grownPrior(settings, rows, 16).scale / grownPrior(settings, rows, 5).scale;
    expect(of(500)).toBeCloseTo(1 / 8, 9);
    expect(of(2000)).toBeCloseTo(1 / 8, 9);
    expect(grownPrior(settings, 1000, 16).strength).toBe(grownPrior(settings, 1000, 5).strength);
    expect(grownPrior(settings, 500, null).scale).toBe(120);
  });
});

describe('the thorough search', () => {
  it.each([
    [60, 15],
    [500, 15],
    [800, 24],
    [1000, 30],
    [5000, 30],
  ])('begins with more clusters for more points: %i with %i', (rows, clusters) => {
    expect(startingClusters(settings, rows)).toBe(clusters);
    expect(startingClusters({ ...settings, thoroughSearch: false }, rows)).toBe(15);
  });

  it.each([
    'thoroughSearch',
    'joinNeighbours',
    'neighbourDensity',
    'shapesFirst',
    'searchByCount',
    'startAtShapes',
  ])('is not that of links and files from before: %s', (name) => {
    const isIn = (link: string) => decodeLink(link, [svaeGmm]).state?.settings[name];
    expect(isIn('#/svae-gmm?seed=2&v=1')).toBe(false);
    expect(isIn(`#/svae-gmm?${name}=true&v=1`)).toBe(true);
    expect(isIn('#/svae-gmm?seed=2')).toBe(true);
  });
});

describe('links from before the prior could grow', () => {
  const growsIn = (link: string) => decodeLink(link, [svaeGmm]).state?.settings.priorGrowth;

  it.each([
    ['#/svae-gmm?pointsPerArm=400&v=1', false],
    ['#/svae-gmm?dataset=moons&pointsPerArm=300&v=1', false],
    ['#/svae-gmm?dataset=blobs&blobs=8&v=1', false],
    ['#/svae-gmm?preset=thesis&arms=9&v=1', false],
    ['#/svae-gmm?pointsPerArm=400&priorGrowth=true&v=1', true],
    // Up to 500 points it is the same.
    ['#/svae-gmm?seed=2&steps=2000&v=1', true],
    // Written by hand.
    ['#/svae-gmm?pointsPerArm=400', true],
  ])('%s: %s', (link, grows) => {
    expect(growsIn(link)).toBe(grows);
  });

  it.each([true, false])('new ones say which it is: %s', (priorGrowth) => {
    const values = { ...settings, pointsPerArm: 400, priorGrowth };
    const { hash } = encodeLink(
      {
        ...{ lab: svaeGmm.id, settings: values, seed: null, steps: null, edits: [] },
        ...{ view: {}, hidden: [], selected: {}, notes: {}, ownData: null },
      },
      svaeGmm,
    );
    expect(hash).toContain(`priorGrowth=${priorGrowth}`);
    expect(growsIn(hash)).toBe(priorGrowth);
  });
});

describe('model files from before the prior could grow', () => {
  const shipped = new URL('../../../public/models/svae-gmm.json', import.meta.url);
  const body = JSON.parse(readFileSync(shipped, 'utf8'));
  const {
    priorGrowth: _,
    thoroughSearch: __,
    joinNeighbours: ___,
    neighbourDensity: ____,
    shapesFirst: _____,
    searchByCount: ______,
    startAtShapes: _______,
    ...named
  } = body.settings;
  const growsIn = (pointsPerArm: number) => {
    const file = { ...body, settings: { ...named, pointsPerArm }, checkpoint: null };
    const read = readModelFile(JSON.stringify(file), svaeGmm, null);
    return read.ok && read.file.settings.priorGrowth;
  };

  it('keep the prior they were trained with', () => {
    expect(growsIn(400)).toBe(false);
    expect(growsIn(100)).toBe(true);
  });
});
