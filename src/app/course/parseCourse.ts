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

export interface Lesson {
  /** Ends with how long it takes: "…, in 80 minutes". */
  readonly title: string;
  readonly minutes: number;
  readonly rows: readonly CourseRow[];
  /** Paragraphs below the table. */
  readonly after: readonly string[];
}

export interface Course {
  readonly title: string;
  readonly before: readonly string[];
  readonly lessons: readonly Lesson[];
}

/** A heading and paragraphs, then lessons: a heading, a table and paragraphs each. */
export function parseCourse(markdown: string): Course {
  const [head = '', ...lessons] = markdown.trim().split(/\n{2,}(?=## )/);
  const [title = '', ...before] = head.split(/\n{2,}/);
  return { title: title.replace(/^# /, ''), before, lessons: lessons.map(parseLesson) };
}

function parseLesson(markdown: string): Lesson {
  const [title = '', table = '', ...after] = markdown.split(/\n{2,}/);
  const [, , ...lines] = table.split('\n');
  const [, minutes] = /, in (\d+) minutes$/.exec(title) ?? [];
  if (!minutes) throw new Error(`No lesson says how long it takes: ${title}`);
  const rows = lines.map(parseRow);
  return { title: title.replace(/^## /, ''), minutes: Number(minutes), rows, after };
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
