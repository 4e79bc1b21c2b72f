import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readModelFile } from '../../files/readModelFile.ts';
import { decodeLink, encodeLink } from '../../settings/link.ts';
import { defaultValues } from '../../settings/values.ts';
import { svaeLds } from './lab.ts';

const startIn = (link: string) => decodeLink(link, [svaeLds]).state?.settings.start;

describe('links from before there was a choice', () => {
  it.each([
    ['#/svae-lds?signal=own&v=1', 'plain'],
    ['#/svae-lds?hiddenLayers=2&v=1', 'plain'],
    ['#/svae-lds?activation=relu&v=1', 'plain'],
    ['#/svae-lds?hiddenLayers=2&start=auto&v=1', 'auto'],
    // The dot starts plainly either way, and such links find the shipped model.
    ['#/svae-lds?v=1', 'auto'],
    // Written by hand.
    ['#/svae-lds?hiddenLayers=2', 'auto'],
  ])('%s: %s', (link, start) => {
    expect(startIn(link)).toBe(start);
  });

  it.each([
    ['#/svae-lds?signal=own&start=auto&v=1', 'variance', 'none'],
    ['#/svae-lds?signal=own&v=1', 'variance', 'none'],
    ['#/svae-lds?activation=relu&start=auto&v=1', 'variance', 'auto'],
    ['#/svae-lds?v=1', 'period', 'auto'],
    ['#/svae-lds?signal=own&start=auto&startTakes=period&delays=auto&v=1', 'period', 'auto'],
    ['#/svae-lds?signal=sunspots', 'period', 'auto'],
  ])('keep what a start took, and rows without delays: %s', (link, startTakes, delays) => {
    expect(decodeLink(link, [svaeLds]).state?.settings).toMatchObject({ startTakes, delays });
  });

  it.each(['auto', 'data', 'plain'])('new ones say which it is: %s', (start) => {
    const settings = { ...defaultValues(svaeLds.table), hiddenLayers: 2, start };
    const { hash } = encodeLink(
      {
        ...{ lab: svaeLds.id, settings, seed: null, steps: null, edits: [] },
        ...{ view: {}, hidden: [], selected: {}, notes: {}, ownData: null },
      },
      svaeLds,
    );
    expect(startIn(hash)).toBe(start);
  });
});

it('model files from before keep their prior: they started plainly', () => {
  const shipped = new URL('../../../public/models/svae-lds.json', import.meta.url);
  const body = JSON.parse(readFileSync(shipped, 'utf8'));
  const { start: _, ...named } = body.settings;
  const startOf = (hiddenLayers: number) => {
    const file = { ...body, settings: { ...named, hiddenLayers }, checkpoint: null };
    const read = readModelFile(JSON.stringify(file), svaeLds, null);
    return read.ok && read.file.settings.start;
  };
  expect(startOf(2)).toBe('plain');
  expect(startOf(1)).toBe('auto');
});
