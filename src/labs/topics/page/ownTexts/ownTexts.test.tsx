/** Own texts from the button to the model: pasted, files, a table, and what is refused. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPanels } from '../../../panels.fixture.tsx';
import { OwnTextsSection } from './OwnTextsSection.tsx';
import { TextsInHand } from './TextsInHand.tsx';

let page: Awaited<ReturnType<typeof openPanels>>;

beforeEach(async () => {
  const panels = (
    <>
      <OwnTextsSection />
      <TextsInHand />
    </>
  );
  page = await openPanels('topics', { settings: { corpus: 'two', topics: 2 } }, panels);
  await page.controller.changeSettings({ corpus: 'own' });
});
afterEach(() => {
  cleanup();
  page.close();
});

const press = async (name: string | RegExp) =>
  page.user.click(await screen.findByRole('button', { name }));
const load = async (...files: readonly File[]) => {
  const field = await screen.findByLabelText('Load files', { selector: 'input' });
  fireEvent.change(field, { target: { files } });
};
const documents = () => {
  const { dataset, phase } = page.controller.run.getState();
  return phase === 'ready' && dataset?.kind === 'documents' ? dataset : null;
};
const opened = (name: string) => waitFor(() => expect(documents()?.name).toBe(name));

it('pasted text is cut as it is asked for, and undo brings the work before it back', async () => {
  await press('Paste text');
  fireEvent.change(await screen.findByRole('textbox', { name: 'Text' }), {
    target: { value: 'cat dog\ncat dog\n\nstar planet\nstar planet' },
  });
  await press('Continue');
  await screen.findByText('2 documents. The first ones:');
  await page.user.click(screen.getByRole('radio', { name: 'Lines' }));
  await press('Use 4 documents');
  await opened('Pasted text');
  expect(documents()?.vocabulary).toEqual(['cat', 'dog', 'star', 'planet']);
  await screen.findByText(/^2 of 4 documents repeat another one/);
  await page.controller.undo();
  expect(page.controller.document.getState().ownData).toBeNull();
});

it('a link with steps and without its texts waits for them', async () => {
  await waitFor(() => expect(page.controller.run.getState().phase).toBe('failed'));
  await page.controller.replay(20);
  await page.controller.play();
  await expect(page.controller.train(20)).rejects.toThrow('There are no own texts yet');
  expect(page.controller.run.getState().phase).toBe('failed');
  await load(new File(['cat dog cat\n\nstar sun star'], 'two.txt'));
  await press('Use 2 documents');
  await opened('two.txt');
});

it('several files are a document each, and what is no text is said', async () => {
  await load(
    new File(['cat cat cat dog'], 'b.txt'),
    new File(['star star planet planet'], 'a.txt'),
    new File(['\u0089PNG\u0000\u0000'], 'c.png'),
  );
  await screen.findByText('c.png is not text and is left out.');
  await press('Use 2 documents');
  await opened('2 files');
  expect(documents()?.titles).toEqual(['a', 'b']);
});

it('a table is asked which of its columns are texts', async () => {
  const rows = ['Cats,1990,the cat and the dog', 'Stars,1991,the star and the planet'];
  const text = ['title,year,text', ...rows, ...rows].join('\n');
  await load(new File([text], 'news.csv'));
  expect(await screen.findByRole('combobox', { name: 'Texts' })).toHaveProperty('value', '2');
  await page.user.selectOptions(screen.getByRole('combobox', { name: 'Titles' }), '');
  await press('Use 4 documents');
  await opened('news.csv');
  expect(documents()?.titles[0]).toBe('2: the cat and the dog');
  expect(Array.from(documents()?.dates ?? [])).toEqual([1990, 1991, 1990, 1991]);
});

it('a table of genotypes opens with its populations, and asks for which columns those are', async () => {
  const rows = ['a,X,0,1,2', 'b,X,1,0,2', 'c,Y,2,2,0', 'd,Y,1,2,'];
  await load(new File([['id,pop,m1,m2,m3', ...rows].join('\n')], 'cats.csv'));
  await screen.findByText('A table of genotypes: 3 markers, from m1 to m3.');
  expect(screen.getByRole('combobox', { name: 'Populations' })).toHaveProperty('value', '1');
  await press('Use 4 individuals');
  await opened('cats.csv');
  expect(documents()?.groups).toEqual(['X', 'Y']);
  expect(page.controller.document.getState().settings).toMatchObject({ topics: 2, eta: 1 });
  await screen.findByText('4 individuals, 3 markers.');
});

it('a STRUCTURE file opens as the table of genotypes that it is', async () => {
  const lines = [
    'a X 1 3',
    'a X 2 3',
    'b X 1 3',
    'b X 1 4',
    'c Y 2 4',
    'c Y 2 4',
    'd Y 2 3',
    'd Y 1 4',
  ];
  await load(new File([['m1 m2', ...lines].join('\n')], 'cats.str'));
  await screen.findByText('A table of genotypes: 2 markers, from m1 to m2.');
  await press('Use 4 individuals');
  await opened('cats.csv');
  expect(documents()?.groups).toEqual(['X', 'Y']);
});

it.each([
  [new File(['a\tb\n1\t2'], 'cats.vcf'), /^The VCF file has no line that begins with #CHROM/],
  [
    new File(['id,m1,m2\na,0,1\nb,1,2\nc,2,1\nd,0,1\ne,7,1'], 'cats.csv'),
    /^Row 6, column "m1" is "7"/,
  ],
  [new File(['x,y\n1,2\n3,4'], 'numbers.csv'), /no column of texts; expected cells with several/],
  [new File(['%PDF-1.7'], 'paper.pdf'), /^paper\.pdf is not text/],
])('refuses what holds no texts, and the work stays', async (file, message) => {
  const before = page.controller.document.getState();
  await load(file);
  expect((await screen.findByRole('alert')).textContent).toMatch(message);
  expect(page.controller.document.getState()).toBe(before);
});
