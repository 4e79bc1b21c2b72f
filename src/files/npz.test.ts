import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { npy, npz } from './npz.ts';

const ascii = (bytes: Uint8Array) => String.fromCharCode(...bytes);

it('writes the header of version 1.0, and the numbers from a multiple of 64 bytes on', () => {
  const file = npy({ data: Float64Array.of(1, 2, 3, 4, 5, 6), shape: [2, 3] });
  expect(ascii(file.subarray(1, 6))).toBe('NUMPY');
  expect(Array.from(file.subarray(6, 10))).toEqual([1, 0, 118, 0]);
  const header = ascii(file.subarray(10, 128));
  expect(header.trim()).toBe("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }");
  expect(header.endsWith('\n')).toBe(true);
  expect(Array.from(new Float64Array(file.buffer.slice(128)))).toEqual([1, 2, 3, 4, 5, 6]);
});

it('writes texts of one length, with characters beyond the first 65,536', () => {
  const file = npy({ data: ['ab', '😀'], shape: [2] });
  expect(ascii(file.subarray(10, 80))).toMatch(/'<U2'.*\(2,\)/);
  expect(Array.from(new Int32Array(file.buffer.slice(128)))).toEqual([97, 98, 0x1f600, 0]);
});

it('refuses numbers that do not fill the shape', () => {
  expect(() => npy({ data: Int32Array.of(1, 2), shape: [3] })).toThrow(
    'There are 2 values for the shape 3.',
  );
});

it('names each file, its length and its checksum twice, and where the list begins', () => {
  const bytes = npz({ eta: { data: Float64Array.of(0.1), shape: [] } });
  const view = new DataView(bytes.buffer);
  expect(view.getUint32(0, true)).toBe(0x04034b50);
  expect(ascii(bytes.subarray(30, 37))).toBe('eta.npy');
  const end = bytes.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  const list = view.getUint32(end + 16, true);
  expect(view.getUint32(list, true)).toBe(0x02014b50);
  expect(view.getUint32(list + 16, true)).toBe(view.getUint32(14, true));
  expect(view.getUint32(list + 24, true)).toBe(list - 37);
});

const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0;

it.runIf(hasNumpy)('is read by NumPy, to the bit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'npz-'));
  const path = join(folder, 'model.npz');
  const file = npz({
    lambda: { data: Float64Array.of(0.1, 1 / 3, 2, 1e-300), shape: [2, 2] },
    words: { data: Int32Array.of(3, -1), shape: [2] },
    vocabulary: { data: ['größe', '語', ''], shape: [3] },
    eta: { data: Float64Array.of(0.25), shape: [] },
  });
  writeFileSync(path, file);
  const script = `import json, sys, zipfile, numpy as np
assert zipfile.ZipFile(sys.argv[1]).testzip() is None
f = np.load(sys.argv[1])
print(json.dumps({k: [f[k].dtype.str, list(f[k].shape), f[k].tolist()] for k in f.files}))`;
  const read = JSON.parse(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' }));
  rmSync(folder, { recursive: true });
  expect(read).toEqual({
    lambda: [
      '<f8',
      [2, 2],
      [
        [0.1, 1 / 3],
        [2, 1e-300],
      ],
    ],
    words: ['<i4', [2], [3, -1]],
    vocabulary: ['<U5', [3], ['größe', '語', '']],
    eta: ['<f8', [], 0.25],
  });
});
