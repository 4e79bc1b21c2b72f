import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkLab } from '../settings/link.ts';
import { defineSettings } from '../settings/settingsTable.ts';
import { decodeModelFile, encodeModelFile, type ModelFile } from './modelFile.ts';
import { encodeArray } from './typedArrays.ts';

const table = defineSettings({
  settings: {
    clusters: {
      kind: 'number',
      label: 'Clusters',
      help: '',
      group: 'Model',
      takesEffect: 'restart',
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
    parameters: Float32Array.of(0.1, -0, 1e-45),
    optimiser: Float64Array.of(Math.PI),
    natural: new Float64Array(0),
    modelState: Float64Array.of(Number.NaN, 2),
    random: [1, -2147483648, 0.1],
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
  checkpoint: Record<string, unknown>;
  ownData: Record<string, unknown>;
};

/** The file as text after a change to its JSON. */
function changed(change: (json: Json) => void): string {
  const json: Json = JSON.parse(encodeModelFile(file));
  change(json);
  return JSON.stringify(json);
}

function bits(array: Float32Array | Float64Array | Int32Array): number[] {
  return Array.from(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
}

describe('a round trip', () => {
  it('gives back the whole file', () => {
    expect(decodeModelFile(encodeModelFile(file), lab)).toEqual({ ok: true, file, warnings: [] });
  });

  it('works without data, training or history', () => {
    const bare: ModelFile = { ...file, edits: [], ownData: null, checkpoint: null, history: null };
    expect(decodeModelFile(encodeModelFile(bare), lab)).toEqual({
      ok: true,
      file: bare,
      warnings: [],
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

  it('keeps every bit of every number', () => {
    const float64 = fc.float64Array({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(
        fc.float32Array({ noNaN: true, noDefaultInfinity: true }),
        float64,
        float64,
        fc.float64Array(),
        fc.array(fc.integer()),
        (parameters, optimiser, natural, modelState, random) => {
          const checkpoint = { step: 1, parameters, optimiser, natural, modelState, random };
          const decoded = decodeModelFile(encodeModelFile({ ...file, checkpoint }), lab);
          if (!decoded.ok || !decoded.file.checkpoint) throw new Error('not read');
          const back = decoded.file.checkpoint;
          expect(bits(back.parameters)).toEqual(bits(parameters));
          expect(bits(back.optimiser)).toEqual(bits(optimiser));
          expect(bits(back.natural)).toEqual(bits(natural));
          expect(bits(back.modelState)).toEqual(bits(modelState));
          expect(back.random).toEqual(random);
        },
      ),
    );
  });

  it('writes only its own part of a shared buffer, and arrays of any length', () => {
    const whole = Float32Array.from({ length: 100_000 }, (_, index) => Math.sin(index));
    const parameters = whole.subarray(5, 90_005);
    const checkpoint = { ...file.checkpoint, parameters } as NonNullable<ModelFile['checkpoint']>;
    const decoded = decodeModelFile(encodeModelFile({ ...file, checkpoint }), lab);
    expect(decoded.ok && decoded.file.checkpoint?.parameters).toEqual(parameters.slice());
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

  it.each([
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
        json.version = 2;
      }),
      'newer version of this page (2, here 1)',
    ],
    [
      'older-version',
      changed((json) => {
        json.version = 0;
      }),
      'version is 0; only version 1',
    ],
    [
      'older-version',
      changed((json) => {
        delete json.version;
      }),
      'version is nothing; only version 1',
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
      'The file\'s "checkpoint.parameters" is nothing; expected',
    ],
    [
      'damaged',
      changed((json) => {
        json.checkpoint.random = [1, null];
      }),
      '"checkpoint.random.1" is nothing; expected number',
    ],
    [
      'damaged',
      changed((json) => {
        json.checkpoint.parameters = shortened;
      }),
      '"checkpoint.parameters" holds float64 numbers; expected float32',
    ],
    [
      'damaged',
      changed((json) => {
        json.checkpoint.natural = { ...shortened, length: 3 };
      }),
      '"checkpoint.natural" holds 2 numbers; expected 3',
    ],
    [
      'damaged',
      changed((json) => {
        json.checkpoint.natural = { ...shortened, base64: '?' };
      }),
      '"checkpoint.natural" is not base64',
    ],
    [
      'damaged',
      changed((json) => {
        json.checkpoint.natural = { ...shortened, dtype: 'int8' };
      }),
      '"checkpoint.natural.dtype" is "int8"; expected ("float32" | "float64" | "int32")',
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
        json.checkpoint.parameters = nan;
      }),
      '"checkpoint.parameters" holds NaN at position 1',
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
