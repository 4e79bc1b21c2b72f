/** Own texts as scripts and the command line give them: a table, a text that is cut, or a list of texts. */
import Papa from 'papaparse';
import { inWords, shortened } from '../../settings/words.ts';
import { summarised } from '../csv/chooseColumns.ts';
import type { CsvSource } from '../csv/csvText.ts';
import { quotedList } from '../csv/decisions.ts';
import { DataRefused, type ScriptedData, type TableRequest } from '../csv/scriptedData.ts';
import type { Table } from '../csv/table.ts';
import type { OwnData } from '../ownData.ts';
import { likelyCut, titleOf } from './cutTexts.ts';
import { genotypeTable, isGenotypeFile } from './genotypeFiles.ts';
import { documentsOfGenotypes, genotypeColumns } from './genotypes.ts';
import { documentsOfFiles, ownTexts, readTexts, TextsRefused } from './readTexts.ts';
import { documentsOfTable, readTextTable, suggestTextColumns } from './textColumns.ts';

/** Texts, and what is known of each: as many of everything as there are texts. */
export interface ScriptTexts {
  readonly texts: readonly string[];
  readonly titles?: readonly string[];
  /** In years. */
  readonly dates?: readonly (number | null)[];
}

/**
 * @param request `columns` names the columns of texts, titles and dates, `classes` that of classes: then
 *   the source is a table, as it is where its name ends in .csv or .tsv, or where it looks like one
 * @throws DataRefused that names what is wrong
 */
export async function readScriptedTexts(
  source: CsvSource,
  request: TableRequest,
  name: string,
): Promise<ScriptedData> {
  try {
    const isTable = request.columns !== undefined || /\.(csv|tsv)$/i.test(name);
    return await (isTable ? fromTable(source, request, name) : fromAny(source, request, name));
  } catch (error) {
    throw error instanceof TextsRefused ? new DataRefused(error.message) : error;
  }
}

/** A table where the text is one, else a text that is cut. */
async function fromAny(
  source: CsvSource,
  request: TableRequest,
  name: string,
): Promise<ScriptedData> {
  const { files, notes } = await readTexts([{ name, source }]);
  if (isGenotypeFile(name)) return fromTable(genotypeTable(name, files[0].text), request, name);
  if (looksLikeTable(files[0].text)) return fromTable(files[0].text, request, name);
  const cut = likelyCut(files[0].text);
  const data = documentsOfFiles(files, cut);
  return { data, notes: [...notes, `The text is cut by ${cut}: ${data.rows} documents.`] };
}

/** Rows that decide whether a text is a table. */
const FIRST_ROWS = 20;
const FEWEST_ROWS = 3;
/** Names of columns have at most so many characters. */
const LONGEST_NAME = 40;

/** Whether the first rows have the same number of cells, at least two, below names of columns. */
function looksLikeTable(text: string): boolean {
  return [',', ';', '\t'].some((delimiter) => {
    const { data, errors } = Papa.parse<string[]>(text, {
      ...{ delimiter, preview: FIRST_ROWS + 1, skipEmptyLines: true },
    });
    const [names] = data;
    return (
      errors.length === 0 &&
      data.length >= FEWEST_ROWS &&
      names.length > 1 &&
      new Set(names).size === names.length &&
      names.every((cell) => cell.trim() !== '' && cell.length <= LONGEST_NAME) &&
      data.every((cells) => cells.length === names.length)
    );
  });
}

async function fromTable(
  source: CsvSource,
  { columns, classes, answers = {} }: TableRequest,
  name: string,
): Promise<ScriptedData> {
  const reading = await readTextTable(source, { name, answers });
  if (!reading.ok) throw new DataRefused(summarised(reading.problems).join('\n'));
  const { table } = reading;
  const genotypes = columns === undefined ? genotypeColumns(table) : null;
  if (genotypes) {
    const group =
      classes === undefined ? genotypes.group : classes === null ? null : placeOf(table, classes);
    const data = documentsOfGenotypes(table, { ...genotypes, group });
    return { data, notes: [`Genotypes of ${genotypes.markers.length} markers.`] };
  }
  const [text, title, date] = columns ?? [];
  const suggested = columns === undefined ? suggestTextColumns(table) : null;
  const place = (named: string | undefined, otherwise: number | null | undefined) =>
    named === undefined ? (otherwise ?? null) : placeOf(table, named);
  const chosen = {
    text: place(text, suggested?.text) ?? suggestTextColumns(table).text,
    title: place(title, suggested?.title),
    date: place(date, suggested?.date),
    group: classes === null ? null : place(classes, suggested?.group),
  };
  const words = Object.entries(chosen).flatMap(([role, position]) =>
    position === null ? [] : [`${role} "${shortened(table.columns[position].name)}"`],
  );
  return { data: documentsOfTable(table, chosen), notes: [`Columns: ${words.join(', ')}.`] };
}

function placeOf({ columns }: Table, name: string): number {
  const position = columns.findIndex((column) => column.name === name);
  if (position >= 0) return position;
  const known = quotedList(
    columns.map((column) => column.name),
    20,
  );
  throw new DataRefused(`There is no column "${shortened(name)}". The file has ${known}.`);
}

/** @throws DataRefused that names what is wrong */
export function readScriptTexts({ texts, titles, dates }: ScriptTexts, name: string): OwnData {
  if (!Array.isArray(texts)) {
    throw new DataRefused('The data hold no "texts"; expected an array of texts.');
  }
  const bad = texts.findIndex((text) => typeof text !== 'string');
  if (bad >= 0)
    throw new DataRefused(`Text ${bad + 1} is ${inWords(texts[bad])}; expected a text.`);
  for (const [what, list] of Object.entries({ titles, dates }))
    if (list !== undefined && (!Array.isArray(list) || list.length !== texts.length))
      throw new DataRefused(
        `The "${what}" have to be an array of ${texts.length}, one for each text.`,
      );
  return ownTexts(name, {
    texts,
    titles: texts.map((text, at) => titles?.[at] ?? `${at + 1}: ${titleOf(text)}`),
    dates: dates ? Float64Array.from(dates, (year) => year ?? Number.NaN) : null,
    groups: [],
  });
}
