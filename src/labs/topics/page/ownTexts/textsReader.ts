/** Reads texts for the dialog. Everything that reading takes is loaded with this. */
import { summarised } from '../../../../datasets/csv/chooseColumns.ts';
import type { Answers } from '../../../../datasets/csv/decisions.ts';
import type { ReadingWatch } from '../../../../datasets/readingWatch.ts';
import { likelyCut } from '../../../../datasets/texts/cutTexts.ts';
import { genotypeTable, isGenotypeFile } from '../../../../datasets/texts/genotypeFiles.ts';
import { genotypeColumns } from '../../../../datasets/texts/genotypes.ts';
import { readTexts } from '../../../../datasets/texts/readTexts.ts';
import { readTextTable, suggestTextColumns } from '../../../../datasets/texts/textColumns.ts';
import type { TextsLoading } from './textsLoading.ts';

/** @throws TextsRefused that names what is wrong */
export async function readTextFiles(
  files: readonly File[],
  answers: Answers,
  watch: ReadingWatch,
): Promise<TextsLoading> {
  const [file] = files;
  if (files.length === 1 && /\.(csv|tsv)$/i.test(file.name)) return readTable(file, answers, watch);
  const { files: texts, notes } = await readTexts(
    files.map((source) => ({ name: source.name, source })),
    watch,
  );
  if (texts.length === 1 && isGenotypeFile(file.name)) {
    const table = genotypeTable(file.name, texts[0].text);
    return readTable(new File([table], file.name.replace(/\.\w+$/, '.csv')), answers, watch);
  }
  const cut = texts.length === 1 ? likelyCut(texts[0].text) : null;
  return { state: 'cutting', files: texts, notes, cut };
}

async function readTable(
  file: File,
  answers: Answers,
  { signal, onProgress }: ReadingWatch,
): Promise<TextsLoading> {
  const reading = await readTextTable(file, {
    ...{ name: file.name, answers },
    ...(signal && { signal }),
    onProgress: ({ fraction }) => onProgress?.(fraction ?? 0),
  });
  if (!reading.ok) return { state: 'refused', problems: summarised(reading.problems) };
  const { table } = reading;
  const genotypes = genotypeColumns(table);
  if (genotypes) return { state: 'genotypes', file, table, answers, columns: genotypes };
  return { state: 'columns', file, table, answers, columns: suggestTextColumns(table) };
}
