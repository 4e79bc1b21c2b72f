/**
 * The part of a link that shows a lab in other people's pages:
 *
 *     #/svae-gmm?seed=3&embed=stage.latent-space,transport&theme=dark&host=https://example.org&v=1
 *
 * `embed` names the parts, in the order in which they stand. `stage` and `settings` are whole, or with
 * a dot one panel or setting of theirs. `theme` is that of the page around; `host` the origin whose
 * scripts may drive the lab.
 */
import { type LinkPart, ONE_SETTING, readLinkParts, writtenParts } from './linkParts.ts';
import { inWords } from './words.ts';

/** What an embedded lab can consist of. */
export const EMBED_PARTS = [
  'stage',
  'transport',
  'settings',
  'caption',
  'diagram',
  'formulas',
  'explanation',
  'challenges',
] as const;

export type EmbedPartName = (typeof EMBED_PARTS)[number];

/** Of the stage panels are chosen, of the settings single ones. */
export type EmbedPart = LinkPart<EmbedPartName>;

export const EMBED_THEMES = ['auto', 'light', 'dark'] as const;

/** 'auto' goes with the reader's device. */
export type EmbedTheme = (typeof EMBED_THEMES)[number];

export interface Embed {
  readonly parts: readonly EmbedPart[];
  readonly theme: EmbedTheme;
  /**
   * Whose scripts may drive the lab: an origin, such as "https://example.org"; null for the page
   * around, whichever it is; empty for none, as where a link names something that is no origin.
   */
  readonly host: string | null;
}

export interface ReadEmbed {
  readonly embed: Embed;
  /** The rest of the link's state, which says what the lab shows. */
  readonly linkState: string;
  /** A sentence for each thing that is wrong and left out. */
  readonly problems: readonly string[];
}

/** What of a link is about the page around rather than about the lab. */
const EMBED_KEYS: ReadonlySet<string> = new Set(['embed', 'theme', 'host']);

/** What a dot may follow, with an example. */
const DIVIDED = { stage: 'one panel, "stage.bound"', settings: ONE_SETTING } as const;

const keyOf = (pair: string): string => pair.split('=', 1)[0];

/** Reads the state of a link, which is what follows the question mark. Never throws. */
export function readEmbed(linkState: string): ReadEmbed {
  const problems: string[] = [];
  const pairs = linkState.split('&').filter((pair) => pair !== '');
  const textOf = (key: string): string => {
    const pair = pairs.findLast((candidate) => keyOf(candidate) === key) ?? '';
    return plainText(pair.slice(key.length + 1));
  };
  const report = (problem: string) => problems.push(problem);
  return {
    embed: {
      parts: readParts(textOf('embed'), report),
      theme: readTheme(textOf('theme'), report),
      host: readHost(textOf('host'), report),
    },
    linkState: pairs.filter((pair) => !EMBED_KEYS.has(keyOf(pair))).join('&'),
    problems,
  };
}

/** The link with the parts in it. @param hash a link from "#" on */
export function withEmbed(hash: string, { parts, theme, host }: Embed): string {
  const [path, linkState = ''] = hash.split('?');
  const pairs = [
    ...linkState.split('&').filter((pair) => pair !== ''),
    `embed=${writtenParts(parts)}`,
    ...(theme === 'auto' ? [] : [`theme=${theme}`]),
    ...(host === null ? [] : [`host=${encodeURIComponent(host)}`]),
  ];
  return `${path}?${pairs.join('&')}`;
}

type Report = (problem: string) => void;

/** The stage alone where nothing that is asked for is there. */
const STAGE: readonly EmbedPart[] = [{ name: 'stage', chosen: [] }];

function readParts(text: string, report: Report): readonly EmbedPart[] {
  const parts = readLinkParts({ key: 'embed', text, known: EMBED_PARTS, divided: DIVIDED, report });
  return parts.length === 0 ? STAGE : parts;
}

function readTheme(text: string, report: Report): EmbedTheme {
  if (text === '') return 'auto';
  try {
    return embedTheme(text);
  } catch (error) {
    report((error as Error).message);
    return 'auto';
  }
}

/** @throws {Error} that names the value, where it is none of the themes */
export function embedTheme(value: unknown): EmbedTheme {
  const known = EMBED_THEMES.find((theme) => theme === value);
  if (known) return known;
  const all = EMBED_THEMES.map((theme) => JSON.stringify(theme)).join(', ');
  throw new Error(`"theme" is ${inWords(value)}; expected one of ${all}.`);
}

function readHost(text: string, report: Report): string | null {
  if (text === '') return null;
  const host = originOf(text);
  if (host === text) return host;
  const example = host ?? 'https://example.org';
  report(`"host" of the link is ${inWords(text)}; expected an origin such as "${example}".`);
  return '';
}

/** Of an address of the web; null where it is none. */
export function originOf(address: string): string | null {
  try {
    const { origin, protocol } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? origin : null;
  } catch {
    return null;
  }
}

/** Percent signs resolved; text as it stands where they are malformed. */
function plainText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
