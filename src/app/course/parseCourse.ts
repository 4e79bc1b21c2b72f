/** Reads `docs/course.md`, so that the page and the tests of the course have no table of their own. */

export interface CourseRow {
  /** From the start of the lesson. */
  readonly minute: number;
  readonly topic: string;
  /** From "#" on. */
  readonly link: string;
  /** What the lecturer does and says. May hold **words of the page** and `links`. */
  readonly act: string;
  readonly say: string;
}

export interface Course {
  readonly title: string;
  /** Paragraphs before and after the table. */
  readonly before: readonly string[];
  readonly rows: readonly CourseRow[];
  readonly after: readonly string[];
}

/** A heading, paragraphs and one table: all that the document is made of. */
export function parseCourse(markdown: string): Course {
  const blocks = markdown.trim().split(/\n{2,}/);
  const table = blocks.findIndex((block) => block.startsWith('|'));
  const [, , ...lines] = (blocks[table] ?? '').split('\n');
  return {
    title: (blocks[0] ?? '').replace(/^# /, ''),
    before: blocks.slice(1, table),
    rows: lines.map(parseRow),
    after: blocks.slice(table + 1),
  };
}

function parseRow(line: string): CourseRow {
  const [minute = '', open = '', act = '', say = ''] = line.split('|').slice(1).map(trim);
  const [, topic, link] = /^(.+) `(#[^`]+)`$/.exec(open) ?? [];
  if (!topic || !link || say === '') throw new Error(`No row of the course: ${line}`);
  return { minute: Number(minute), topic, link, act, say };
}

const trim = (text: string) => text.trim();

/** A piece of running text: plain, strong, or the address of a place in the page. */
export interface Run {
  readonly kind: 'plain' | 'strong' | 'link';
  readonly text: string;
}

/** Takes `**strong**` and `` `#/links` `` apart. */
export function runsOf(text: string): readonly Run[] {
  return text
    .split(/(\*\*[^*]+\*\*|`#\/[^`]+`)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece.startsWith('**')) return { kind: 'strong', text: piece.slice(2, -2) };
      if (piece.startsWith('`#/')) return { kind: 'link', text: piece.slice(1, -1) };
      return { kind: 'plain', text: piece };
    });
}
