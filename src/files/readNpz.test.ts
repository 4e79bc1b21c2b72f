import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { archive, npy, npz } from './npz.ts';
import { modelIn } from './pythonFile.ts';
import { readNpz } from './readNpz.ts';

const arrays = {
  means: { data: Float64Array.of(0.1, 1 / 3, -2, 1e-300, 5, 6), shape: [2, 3] },
  weight: { data: Float32Array.of(0.1, 2), shape: [2] },
  counts: { data: Int32Array.of(3, -1), shape: [1, 2] },
  words: { data: ['größe', '語 😀', ''], shape: [3] },
  model_file: { data: Uint8Array.of(123, 125), shape: [2] },
  eta: { data: Float64Array.of(0.25), shape: [] },
};

it('reads what it writes, to the bit, also through an archive around it', () => {
  const file = npz(arrays);
  const expected = {
    ...arrays,
    weight: { data: Float64Array.from(arrays.weight.data), shape: [2] },
  };
  expect(readNpz(file)).toEqual(expected);
  expect(readNpz(archive({ 'a.ipynb': Uint8Array.of(1), 'a.npz': file }))).toEqual(expected);
  expect(modelIn(readNpz(file))).toBe('{}');
});

it('says what is wrong with a file', () => {
  const file = npz(arrays);
  expect(() => readNpz(file.subarray(0, 300))).toThrow('damaged or was cut off');
  expect(() => readNpz(Uint8Array.of(1, 2, 3))).toThrow('damaged or was cut off');
  const short = npy({ data: Float64Array.of(1, 2), shape: [2] }).slice(0, -8);
  expect(() => readNpz(archive({ 'a.npy': short }))).toThrow(
    'The array "a" holds 1 values; expected 2 as its shape says.',
  );
  const text = new TextDecoder('latin1').decode(npy({ data: Float64Array.of(1), shape: [1] }));
  const complex = Uint8Array.from(text.replace('<f8', '<c8'), (sign) => sign.charCodeAt(0));
  expect(() => readNpz(archive({ 'b.npy': complex }))).toThrow(
    'The array "b" has numbers of the kind "<c8"',
  );
  const objects = Uint8Array.from(text.replace("'<f8'", "[('x"), (sign) => sign.charCodeAt(0));
  expect(() => readNpz(archive({ 'c.npy': objects }))).toThrow('holds no plain numbers or texts');
  expect(() => modelIn({})).toThrow('The archive holds no array "model_file".');
});

const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0;

it.runIf(hasNumpy)('reads what NumPy writes: kinds of numbers, orders, compressed or not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'npz-'));
  const script = `
import numpy as np
a = np.arange(24).reshape(2, 3, 4)
arrays = {kind.replace("<", "little").replace(">", "big"): a.astype(kind)
          for kind in ["<f4", ">f4", "<f8", ">f8", "<i8", ">i8", "<i4", ">i2", "<u4", "|i1"]}
arrays["fortran"] = np.asfortranarray(a / 3)
arrays["flags"] = np.array([True, False])
arrays["scalar"] = np.float32(0.5)
arrays["words"] = np.array([["a", "bc"], ["größe", ""]], order="F").astype(">U5")
arrays["large"] = np.array([2**40])
arrays["empty"] = np.zeros((0, 2))
np.savez("plain.npz", **arrays)
np.savez_compressed("compressed.npz", **arrays)
`;
  execFileSync('python3', ['-c', script], { cwd: folder });
  const [plain, compressed] = ['plain', 'compressed'].map((name) =>
    readNpz(new Uint8Array(readFileSync(join(folder, `${name}.npz`)))),
  );
  rmSync(folder, { recursive: true });
  expect(compressed).toEqual(plain);
  const { fortran, flags, scalar, words, large, empty, ...kinds } = plain;
  const counted = Array.from({ length: 24 }, (_, i) => i);
  expect(Object.keys(kinds)).toHaveLength(10);
  for (const [kind, { data, shape }] of Object.entries(kinds)) {
    expect(Array.from(data as Float64Array), kind).toEqual(counted);
    expect(shape, kind).toEqual([2, 3, 4]);
  }
  expect(fortran).toEqual({ data: Float64Array.from(counted, (i) => i / 3), shape: [2, 3, 4] });
  expect(flags).toEqual({ data: Int32Array.of(1, 0), shape: [2] });
  expect(scalar).toEqual({ data: Float64Array.of(0.5), shape: [] });
  expect(words).toEqual({ data: ['a', 'bc', 'größe', ''], shape: [2, 2] });
  expect(large).toEqual({ data: Float64Array.of(2 ** 40), shape: [1] });
  expect(empty).toEqual({ data: new Float64Array(0), shape: [0, 2] });
});
