/** Files that are dragged over the page or dropped on it, and what can be opened from them. */

/** Whether files are dragged, not text or a link: these belong to the fields of the page. */
export const carriesFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;

export type Dropped =
  | { readonly kind: 'table' | 'model'; readonly file: File }
  /** Several files, or all in a folder. */
  | { readonly kind: 'texts'; readonly files: Promise<readonly File[]> }
  /** Nothing to open; the sentence says why. */
  | { readonly kind: 'refused'; readonly why: string };

/**
 * The file that was dropped, by its name.
 *
 * @param takesTexts several files and folders are taken as well
 */
export function droppedFile(
  { items, files }: Pick<DataTransfer, 'items' | 'files'>,
  takesTexts = false,
): Dropped {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry?.() ?? null);
  const isFolder = entries.some((entry) => entry?.isDirectory);
  if (takesTexts && (isFolder || files.length > 1)) {
    const known = entries.filter((entry) => entry !== null);
    return { kind: 'texts', files: isFolder ? filesIn(known) : Promise.resolve([...files]) };
  }
  if (isFolder) {
    return refused('A folder was dropped. Drop one file: a table or a model.');
  }
  if (files.length > 1) {
    return refused(`${files.length} files were dropped. Drop one at a time: a table or a model.`);
  }
  const [file] = files;
  if (!file) return refused('No file arrived. Try the button that loads it.');
  return { kind: isModel(file) ? 'model' : 'table', file };
}

/** The files of folders and of folders in them; hidden ones are none. */
async function filesIn(entries: readonly FileSystemEntry[]): Promise<readonly File[]> {
  const found: File[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    if (isFolderEntry(entry)) found.push(...(await filesIn(await entriesOf(entry))));
    else found.push(await fileOf(entry as FileSystemFileEntry));
  }
  return found;
}

const isFolderEntry = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry =>
  entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A reader gives a hundred entries at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const refused = (why: string): Dropped => ({ kind: 'refused', why });

const isModel = ({ name, type }: File): boolean =>
  /\.(json|npz|zip)$/i.test(name) || type === 'application/json';

/** What dragged files are, as far as a page is told before they are dropped. */
export function draggedKind(items: DataTransferItemList): 'table' | 'model' | 'several' {
  if (items.length > 1) return 'several';
  return items[0]?.type === 'application/json' ? 'model' : 'table';
}
