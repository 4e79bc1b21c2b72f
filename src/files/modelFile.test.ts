import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkLab } from '../settings/link.ts';
import { defineSettings } from '../settings/settingsTable.ts';
import { checksumOf } from './checksum.ts';
import { decodeModelFile, encodeModelFile } from './modelFile.ts';
import type { ModelFile } from './readModelFile.ts';
import { encodeArray } from './typedArrays.ts';

const table = defineSettings({
  settings: {
    clusters: {
      kind: 'number',
      label: 'Clusters',
      help: '',
      group: 'Model',
      min: 1,
      max: 50,
      step: 1,
      scale: 'linear',
      integer: true,
      default: 15,
    },
  },
  presets: [{ id: 'default', label: 'Default', comment: '', values: {} }],
});

const lab: LinkLab = {
  id: 'svae-gmm',
  table,
  parseEdit: (edit) => {
    if (typeof edit === 'object' && edit !== null && 'kind' in edit) return edit;
    throw new Error(`${JSON.stringify(edit)} is no edit`);
  },
};

const file: ModelFile = {
  lab: 'svae-gmm',
  settings: { clusters: 3 },
  seed: 7,
  edits: [{ kind: 'removeCluster', cluster: 1 }],
  ownData: {
    name: 'Mine',
    rows: 2,
    columns: ['x', 'y'],
    values: Float64Array.of(0.1, -0, 1e-300, 4),
    labels: Int32Array.of(1, 0),
  },
  checkpoint: {
    step: 12,
    arrays: {
      parameters: Float32Array.of(0.1, -0, 1e-45),
      natural: Float64Array.of(0.5, 2),
      localState: new Float64Array(0),
      'trial/random': Float64Array.of(1, -2147483648, 0.1),
    },
  },
  pretrained: true,
  history: {
    step: [0, 10],
    elbo: [
      { total: -5, reconstruction: -3, localKl: 1.5, globalKl: 0.5 },
      { total: -4.1, reconstruction: -2, localKl: 1.6, globalKl: 0.5 },
    ],
  },
};

type Json = Record<string, unknown> & {
  checkpoint: Record<string, unknown> & { arrays?: Record<string, unknown> };
  ownData: Record<string, unknown>;
};

/** The file as text after a change to its JSON, with the checksum that then belongs to it. */
function changed(change: (json: Json) => void): string {
  const { checksum: _, ...json } = JSON.parse(encodeModelFile(file));
  change(json);
  return JSON.stringify({ ...json, checksum: checksumOf(json) });
}

/** The count of arrays, their lengths, their numbers: what was one array before version 3. */
const packed = (...arrays: number[][]): number[] => [
  arrays.length,
  ...arrays.map(({ length }) => length),
  ...arrays.flat(),
];

/** The file as version 1 of the page saved it. */
function withoutChecksum(change: (json: Json) => void = () => undefined): string {
  const { checksum: _, ...json } = JSON.parse(encodeModelFile(file));
  const optimiser = packed(packed([1], [0.5, 0.25], [7]), packed([400, 0], []));
  json.checkpoint = {
    step: 12,
    parameters: encodeArray(Float32Array.of(0.1, -0)),
    optimiser: encodeArray(Float64Array.from(optimiser)),
    natural: encodeArray(Float64Array.of(Math.PI)),
    modelState: encodeArray(Float64Array.of(0.5, 2)),
    random: [1, -2147483648],
  };
  change(json);
  return JSON.stringify({ ...json, version: 1 });
}

/** What a file says, however it is written; null where it is not JSON. */
function canonical(text: string): string | null {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return null;
  }
}

function bits(array: Float32Array | Float64Array | Int32Array): number[] {
  return Array.from(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
}

describe('a round trip', () => {
  it('gives back the whole file', () => {
    expect(decodeModelFile(encodeModelFile(file), lab)).toEqual({
      ok: true,
      file,
      warnings: [],
      hasChecksum: true,
    });
  });

  it('works without data, training or history', () => {
    const bare: ModelFile = { ...file, edits: [], ownData: null, checkpoint: null, history: null };
    expect(decodeModelFile(encodeModelFile(bare), lab)).toEqual({
      ok: true,
      file: bare,
      warnings: [],
      hasChecksum: true,
    });
  });

  it('keeps the gaps of a series', () => {
    const values = Float64Array.of(1, Number.NaN, 3);
    const ownData = { name: 'wave', rows: 3, columns: ['a'], values, labels: null };
    const holed: ModelFile = { ...file, ownData };
    expect(decodeModelFile(encodeModelFile(holed), lab)).toMatchObject({
      ok: true,
      file: { ownData },
    });
  });

  it.each([
    { name: 'month', start: 1949, stepsPerYear: 12 },
    { name: 'date', startMs: Date.UTC(2019, 0, 3), stepMs: 86_400_000 },
  ])('keeps when the steps of a series are', (calendar) => {
    const values = Float64Array.of(1, 2, 3);
    const own = { name: 'wave', rows: 3, columns: ['a'], values, labels: null };
    const dated: ModelFile = { ...file, ownData: { ...own, calendar } };
    expect(decodeModelFile(encodeModelFile(dated), lab)).toMatchObject({
      ok: true,
      file: { ownData: { calendar } },
    });
  });

  it.each([
    [{ startMs: 1e16, stepMs: 1000 }, 'a step at 10000000000000000 milliseconds from 1970'],
    [{ startMs: 0, stepMs: 5e15 }, 'a step at 10000000000000000 milliseconds from 1970'],
    [{ start: -3e5, stepsPerYear: 12 }, 'a step at -300000 years; expected -250000 to 250000'],
  ])('refuses steps that no date has', (calendar, expected) => {
    const values = Float64Array.of(1, 2, 3);
    const own = { name: 'wave', rows: 3, columns: ['a'], values, labels: null };
    const dated: ModelFile = { ...file, ownData: { ...own, calendar } };
    expect(decodeModelFile(encodeModelFile(dated), lab)).toMatchObject({
      ok: false,
      problem: { kind: 'damaged', message: expect.stringContaining(expected) },
    });
  });

  it('keeps own genotypes with the names of their markers', () => {
    const documents = {
      texts: ['A/G .', 'A/A C/T'],
      titles: ['a', 'b'],
      dates: null,
      groups: ['x'],
    };
    const ownData = {
      ...{ name: 'cats', rows: 2, columns: [], values: new Float64Array(0) },
      ...{ labels: Int32Array.of(0, -1), documents: { ...documents, loci: ['m1', 'm2'] } },
    };
    expect(decodeModelFile(encodeModelFile({ ...file, ownData }), lab)).toMatchObject({
      ok: true,
      file: { ownData },
    });
  });

  it('keeps every bit of every number', () => {
    fc.assert(
      fc.property(
        fc.float32Array({ noNaN: true, noDefaultInfinity: true }),
        fc.float64Array({ noNaN: true, noDefaultInfinity: true }),
        fc.int32Array(),
        (parameters, natural, counts) => {
          const checkpoint = { step: 1, arrays: { parameters, natural, counts } };
          const decoded = decodeModelFile(encodeModelFile({ ...file, checkpoint }), lab);
          if (!decoded.ok || !decoded.file.checkpoint) throw new Error('not read');
          const back = decoded.file.checkpoint.arrays;
          expect(bits(back.parameters)).toEqual(bits(parameters));
          expect(bits(back.natural)).toEqual(bits(natural));
          expect(bits(back.counts)).toEqual(bits(counts));
        },
      ),
    );
  });

  it('writes only its own part of a shared buffer, and arrays of any length', () => {
    const whole = Float32Array.from({ length: 100_000 }, (_, index) => Math.sin(index));
    const parameters = whole.subarray(5, 90_005);
    const checkpoint = { step: 1, arrays: { parameters } };
    const decoded = decodeModelFile(encodeModelFile({ ...file, checkpoint }), lab);
    expect(decoded.ok && decoded.file.checkpoint?.arrays.parameters).toEqual(parameters.slice());
  });

  it('leaves the step of a breakdown out of the history', () => {
    const broken = { total: Number.NaN, reconstruction: -3, localKl: 1, globalKl: 1 };
    const history = { step: [1, 2], elbo: [broken, { ...broken, total: -5 }] };
    const decoded = decodeModelFile(encodeModelFile({ ...file, history }), lab);
    expect(decoded.ok && decoded.file.history).toEqual({ step: [2], elbo: [history.elbo[1]] });
  });
});

describe('a file that is refused', () => {
  const text = encodeModelFile(file);
  const nan = encodeArray(Float32Array.of(1, Number.NaN));
  const shortened = encodeArray(Float64Array.of(1, 2));

  it.each<readonly [string, string, string]>([
    ['not-json', '', 'does not hold JSON'],
    ['not-json', 'x,y\n1,2', 'does not hold JSON'],
    ['truncated', text.slice(0, text.length / 2), 'may have been cut off'],
    ['truncated', text.slice(0, -1), 'may have been cut off'],
    ['other-format', '{}', 'its "format" should be "svae-lab-model"'],
    ['other-format', 'null', 'not a model file'],
    ['other-format', '[1]', 'not a model file'],
    [
      'newer-version',
      changed((json) => {
        json.version = 4;
      }),
      'newer version of this page (4, here 3)',
    ],
    [
      'older-version',
      changed((json) => {
        json.version = 0;
      }),
      'version is 0; only versions 1 to 3',
    ],
    [
      'older-version',
      changed((json) => {
        delete json.version;
      }),
      'version is nothing; only versions 1 to 3',
    ],
    [
      'other-lab',
      changed((json) => {
        json.lab = 'svae-lds';
      }),
      'belongs to the lab "svae-lds", not to "svae-gmm"',
    ],
    [
      'damaged',
      changed((json) => {
        json.seed = -1;
      }),
      '"seed" is -1; expected >=0',
    ],
    [
      'damaged',
      changed((json) => {
        json.checkpoint = { step: 1 };
      }),
      'The file\'s "checkpoint.arrays" is nothing; expected',
    ],
    [
      'damaged',
      withoutChecksum((json) => {
        json.checkpoint.random = [1, null];
      }),
      '"checkpoint.random.1" is nothing; expected number',
    ],
    [
      'damaged',
      withoutChecksum((json) => {
        json.checkpoint.optimiser = shortened;
      }),
      '"checkpoint" cannot be read: its state should pack 2 arrays; the 2 numbers do not',
    ],
    [
      'damaged',
      withoutChecksum((json) => {
        json.checkpoint.parameters = shortened;
      }),
      '"checkpoint.parameters" holds float64 numbers; expected float32',
    ],
    [
      'damaged',
      changed((json) => {
        json.checkpoint.arrays = { natural: { ...shortened, length: 3 } };
      }),
      '"checkpoint.arrays.natural" holds 2 numbers; expected 3',
    ],
    [
      'damaged',
      changed((json) => {
        json.checkpoint.arrays = { natural: { ...shortened, base64: '?' } };
      }),
      '"checkpoint.arrays.natural" is not base64',
    ],
    [
      'damaged',
      changed((json) => {
        json.checkpoint.arrays = { natural: { ...shortened, dtype: 'int8' } };
      }),
      '"checkpoint.arrays.natural.dtype" is "int8"; expected ("float32" | "float64" | "int32")',
    ],
    [
      'damaged',
      changed((json) => {
        json.ownData.rows = 3;
      }),
      '"ownData.values" holds 4 numbers; expected 6 for 3 rows of 2',
    ],
    [
      'damaged',
      changed((json) => {
        json.ownData.labels = encodeArray(Int32Array.of(1));
      }),
      '"ownData.labels" holds 1 numbers; expected 2',
    ],
    [
      'not-finite',
      changed((json) => {
        json.checkpoint.arrays = { parameters: nan };
      }),
      '"checkpoint.arrays.parameters" holds NaN at position 1',
    ],
    ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(
      (value) =>
        [
          'not-finite',
          changed((json) => {
            json.checkpoint.arrays = { natural: encodeArray(Float64Array.of(1, value)) };
          }),
          `"checkpoint.arrays.natural" holds ${value} at position 1; expected finite numbers`,
        ] as const,
    ),
    [
      'not-finite',
      changed((json) => {
        json.ownData.values = encodeArray(Float64Array.of(1, 2, 3, Number.POSITIVE_INFINITY));
      }),
      '"ownData.values" holds Infinity at position 3',
    ],
    [
      'damaged',
      text.replace('"checksum"', '"checksun"'),
      'The file is damaged: its checksum is missing.',
    ],
    [
      'damaged',
      text.replace('"seed": 7', '"seed": 8'),
      'The file is damaged: its checksum does not match its content.',
    ],
    [
      'damaged',
      withoutChecksum().replace('"random":[1,', '"random":[1e999,'),
      '"checkpoint.random.0" is Infinity',
    ],
    [
      'damaged',
      withoutChecksum().replace('"total":-5', '"total":-1e999'),
      '"history.elbo.0.total" is -Infinity',
    ],
    [
      'not-finite',
      withoutChecksum((json) => {
        json.checkpoint.modelState = encodeArray(Float64Array.of(1, Number.POSITIVE_INFINITY));
      }),
      '"checkpoint.modelState" holds Infinity at position 1',
    ],
    [
      'bad-settings',
      changed((json) => {
        json.settings = { clusters: 99 };
      }),
      '"clusters" is 99; expected a whole number from 1 to 50',
    ],
  ])('%s', (kind, text, message) => {
    const decoded = decodeModelFile(text, lab);
    if (decoded.ok) throw new Error('expected the file to be refused');
    expect(decoded.problem.kind).toBe(kind);
    expect(decoded.problem.message).toContain(message);
  });

  it('names the lab it belongs to, so that the page can offer it', () => {
    const decoded = decodeModelFile(
      changed((json) => {
        json.lab = 'svae-lds';
      }),
      lab,
    );
    expect(!decoded.ok && decoded.problem.lab).toBe('svae-lds');
  });

  it('whichever character of its content is changed', () => {
    const letters = fc.constantFrom(...'0123456789abcxyzABCXYZ+/.-{}[]:,"');
    fc.assert(
      fc.property(fc.nat(text.length - 1), letters, (at, letter) => {
        // Spaces between the parts are no content.
        fc.pre(letter !== text[at] && text[at].trim() !== '');
        const damaged = text.slice(0, at) + letter + text.slice(at + 1);
        const decoded = decodeModelFile(damaged, lab);
        const isSame = canonical(damaged) === canonical(text);
        expect(decoded.ok).toBe(isSame);
      }),
      { numRuns: 1000 },
    );
  });

  it('never by an exception, wherever it is cut off or changed', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.string({ maxLength: 3 }), (at, noise) => {
        expect(() => decodeModelFile(text.slice(0, at), lab)).not.toThrow();
        expect(() =>
          decodeModelFile(text.slice(0, at) + noise + text.slice(at), lab),
        ).not.toThrow();
      }),
    );
  });
});

describe('a file of an earlier version', () => {
  it('is taken, and known to have no checksum', () => {
    const arrays = {
      parameters: Float32Array.of(0.1, -0),
      natural: Float64Array.of(Math.PI),
      localState: Float64Array.of(0.5, 2),
      adam: Float64Array.of(1),
      averageParameters: Float32Array.of(0.5, 0.25),
      averageNatural: Float64Array.of(7),
      random: Float64Array.of(1, -2147483648),
      tried: Float64Array.of(400, 0),
    };
    expect(decodeModelFile(withoutChecksum(), lab)).toEqual({
      ok: true,
      file: { ...file, checkpoint: { step: 12, arrays } },
      warnings: [],
      hasChecksum: false,
    });
  });

  it('may hold logarithms of zero', () => {
    const text = withoutChecksum((json) => {
      json.checkpoint.modelState = encodeArray(Float64Array.of(1, Number.NEGATIVE_INFINITY));
    });
    expect(decodeModelFile(text, lab).ok).toBe(true);
  });
});

describe('a file with a checksum', () => {
  it('may be written with other spaces and line ends', () => {
    const text = encodeModelFile(file);
    expect(decodeModelFile(JSON.stringify(JSON.parse(text)), lab).ok).toBe(true);
    expect(decodeModelFile(text.replaceAll('\n', '\r\n'), lab).ok).toBe(true);
  });
});

describe('a file that is taken with warnings', () => {
  it('leaves out unknown settings, bad edits and a bad history', () => {
    const decoded = decodeModelFile(
      changed((json) => {
        json.settings = { clusters: 3, novelty: 1 };
        json.edits = [...file.edits, 5];
        json.history = { step: [1], elbo: [] };
      }),
      lab,
    );
    expect(decoded.ok && decoded.file).toEqual({ ...file, history: null });
    expect(decoded.ok && decoded.warnings).toEqual([
      'There is no setting "novelty". There are "clusters".',
      'Edit 2 of the file is left out: 5 is no edit',
      'The history of the bound is left out: its steps and values do not match.',
    ]);
  });
});
