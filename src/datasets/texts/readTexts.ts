/** Files of texts, and what of them cannot be read. */

import { createTimeSlices } from '../../math/timeSlices.ts';
import { grouped } from '../../settings/words.ts';
import { type CsvSource, csvText, looksBinary } from '../csv/csvText.ts';
import type { OwnData } from '../ownData.ts';
import type { ReadingWatch } from '../readingWatch.ts';
import { type Cut, cutText, titleOf } from './cutTexts.ts';

export interface TextFile {
  readonly name: string;
  readonly source: CsvSource;
}

export interface ReadText {
  readonly name: string;
  readonly text: string;
}

export interface TextsRead {
  readonly files: readonly ReadText[];
  /** A sentence for each file that is no text, or how one was decoded. */
  readonly notes: readonly string[];
}

/** More characters are more than a page should hold. */
export const MOST_CHARACTERS = 50_000_000;
export const MOST_DOCUMENTS = 50_000;

/** Texts that cannot be used; the message names what was found and what is expected. */
export class TextsRefused extends Error {
  override readonly name = 'TextsRefused';
}

/** Notes about single files; the others are counted. */
const MOST_NOTES = 3;

/**
 * The texts of files, in the order of their names. Any usual encoding. Files that are no text are
 * left out, which the notes say.
 *
 * @throws TextsRefused where no file is text, or they are too large
 */
export async function readTexts(
  given: readonly TextFile[],
  { signal, onProgress }: ReadingWatch = {},
): Promise<TextsRead> {
  let done = 0;
  const slices = createTimeSlices(() => onProgress?.(done / given.length));
  const files: ReadText[] = [];
  const binary: string[] = [];
  const notes: string[] = [];
  let characters = 0;
  for (const { name, source } of [...given].sort((a, b) => byName(a.name, b.name))) {
    let text = '';
    let isBinary = false;
    let isForeign = false;
    for await (const piece of csvText(source)) {
      isBinary ||= text === '' && looksBinary(piece.text);
      if (isBinary) break;
      isForeign ||= piece.encoding === 'windows-1252';
      text += piece.text;
      if (characters + text.length > MOST_CHARACTERS) throw tooLong();
      await slices.rest();
      signal?.throwIfAborted();
    }
    done += 1;
    if (isBinary) {
      binary.push(name);
      continue;
    }
    if (isForeign) notes.push(`${name} is read as Windows-1252.`);
    characters += text.length;
    files.push({ name, text });
  }
  const left = binary.map((name) => `${name} is not text and is left out.`);
  if (files.length === 0) throw noText(given, binary);
  return {
    files,
    notes: [...few(left, 'files are not text'), ...few(notes, 'files are in that encoding')],
  };
}

/**
 * Own data of texts: each file a document, or cut.
 *
 * @param cut null: each file is one document
 * @throws TextsRefused where there are too many documents
 */
export function documentsOfFiles(files: readonly ReadText[], cut: Cut | null): OwnData {
  const pieces = files.flatMap(({ name, text }) =>
    cut === null
      ? [{ title: name.replace(/\.txt$/i, ''), text: text.trim() }]
      : piecesOf(text, cut),
  );
  checkCount(pieces.length);
  const name = files.length === 1 ? files[0].name : `${grouped(files.length)} files`;
  return ownTexts(name, {
    ...{ texts: pieces.map(({ text }) => text), titles: pieces.map(({ title }) => title) },
    ...{ dates: null, groups: [] },
  });
}

const piecesOf = (text: string, cut: Cut) =>
  cutText(text, cut).map((piece, n) => ({ title: `${n + 1}: ${titleOf(piece)}`, text: piece }));

/** @throws TextsRefused where there are too many documents */
export function checkCount(documents: number): void {
  if (documents > MOST_DOCUMENTS)
    throw new TextsRefused(
      `There are ${grouped(documents)} documents; at most ${grouped(MOST_DOCUMENTS)} can be used. Cut the texts into longer pieces, or take fewer.`,
    );
}

/** Documents as own data: rows without columns of numbers. */
export function ownTexts(
  name: string,
  documents: NonNullable<OwnData['documents']>,
  labels: Int32Array | null = null,
): OwnData {
  const { length } = documents.texts;
  return { name, rows: length, columns: [], values: new Float64Array(0), labels, documents };
}

const byName = (a: string, b: string): number => {
  const numeric = a.localeCompare(b, 'en', { numeric: true });
  return numeric === 0 && a !== b ? (a < b ? -1 : 1) : numeric;
};

const few = (notes: readonly string[], others: string): readonly string[] =>
  notes.length <= MOST_NOTES
    ? notes
    : [...notes.slice(0, MOST_NOTES), `${grouped(notes.length - MOST_NOTES)} more ${others}.`];

const tooLong = () =>
  new TextsRefused(
    `The texts have more than ${grouped(MOST_CHARACTERS)} characters; expected fewer. Take a part of them.`,
  );

function noText(given: readonly TextFile[], binary: readonly string[]): TextsRefused {
  if (given.length === 0) return new TextsRefused('No file arrived; expected files of text.');
  const which = binary.length === 1 ? `${binary[0]} is` : `All ${grouped(binary.length)} files are`;
  return new TextsRefused(
    `${which} not text; expected .txt, .csv or .tsv. Save documents of other programs as plain text first.`,
  );
}
