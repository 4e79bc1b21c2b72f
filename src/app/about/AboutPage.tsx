import { use, useEffect } from 'react';
import { version } from '../../../package.json';
import { registry } from '../../labs/registry.ts';
import { SOURCES, type Source } from '../../labs/shared/sources/sources.ts';
import { TextPage } from '../text/TextPage.tsx';
import styles from './AboutPage.module.css';

export interface AboutPageProps {
  /** Of the address: `source=thesis` asks for that one. */
  readonly linkState: string;
}

const sources: readonly (readonly [string, Source])[] = Object.entries(SOURCES);
const idOf = (name: string) => `source-${name}`;

/** Loaded with this page. */
const takenByLabs = Promise.all(
  registry.map(async ({ card, sources }) => ({ ...card, taken: (await sources()).taken })),
);

/** Where the labs come from, what each takes from which source, and the terms of use. */
export default function AboutPage({ linkState }: AboutPageProps) {
  const asked = new URLSearchParams(linkState).get('source');
  useEffect(() => {
    const entry = asked === null ? null : document.getElementById(idOf(asked));
    entry?.scrollIntoView({ block: 'center' });
    entry?.focus({ preventScroll: true });
  }, [asked]);
  return (
    <TextPage title="About SVAE Lab">
      <p>
        SVAE Lab shows how structured variational autoencoders work, in {registry.length} labs and{' '}
        <a href="#/course">a course of one hour</a>. “The thesis” on these pages is Johannes van den
        Heuvel’s; “the notes” are the lecture notes below. The texts of the labs are their own.
      </p>
      <h2>Sources</h2>
      <ol className={styles.sources}>
        {sources.map(([name, { authors, title, place, address }]) => (
          <li key={name} id={idOf(name)} tabIndex={-1} data-asked={name === asked || undefined}>
            {authors}. <cite>{address ? <a href={address}>{title}</a> : title}</cite>. {place}.
          </li>
        ))}
      </ol>
      <h2>What each lab takes from where</h2>
      <dl className={styles.taken}>
        {use(takenByLabs).map(({ id, title, taken }) => (
          <div key={id}>
            <dt>
              <a href={`#/${id}`}>{title}</a>
            </dt>
            {taken.map(({ from, what }) => (
              <dd key={from}>
                From <a href={`#/about?source=${from}`}>{SOURCES[from].short}</a>: {what}.
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <h2>Privacy</h2>
      <p>
        Everything is computed on your device. Nothing you draw, load or train leaves it: the page
        sends nothing, sets no cookies and counts no visits. Your work, and which labs you have
        opened and which challenges solved, is kept in this browser until you delete the page’s
        data.
      </p>
      <h2>Version, licence, citing</h2>
      <p>
        Version {version}. SVAE Lab is free software under the MIT licence: use it, change it and
        pass it on, with the licence’s notice.
      </p>
      <p>
        To cite it:{' '}
        <q>
          SVAE Lab, version {version}: take a structured variational autoencoder apart, in your
          browser.
        </q>{' '}
        For the method, cite Johnson et al. 2016; for the experiments, the thesis.
      </p>
    </TextPage>
  );
}
