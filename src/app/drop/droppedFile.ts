/** Files that are dragged over the page or dropped on it, and what can be opened from them. */

/** Whether files are dragged, not text or a link: these belong to the fields of the page. */
export const carriesFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;

export type Dropped =
  | { readonly kind: 'table' | 'model'; readonly file: File }
  /** Nothing to open; the sentence says why. */
  | { readonly kind: 'refused'; readonly why: string };

/** The one file that was dropped, by its name. */
export function droppedFile({ items, files }: Pick<DataTransfer, 'items' | 'files'>): Dropped {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.some((entry) => entry?.isDirectory)) {
    return refused('A folder was dropped. Drop one file: a table or a model.');
  }
  if (files.length > 1) {
    return refused(`${files.length} files were dropped. Drop one at a time: a table or a model.`);
  }
  const [file] = files;
  if (!file) return refused('No file arrived. Try the button that loads it.');
  return { kind: isModel(file) ? 'model' : 'table', file };
}

const refused = (why: string): Dropped => ({ kind: 'refused', why });

const isModel = ({ name, type }: File): boolean =>
  /\.json$/i.test(name) || type === 'application/json';

/** What dragged files are, as far as a page is told before they are dropped. */
export function draggedKind(items: DataTransferItemList): 'table' | 'model' | 'several' {
  if (items.length > 1) return 'several';
  return items[0]?.type === 'application/json' ? 'model' : 'table';
}
