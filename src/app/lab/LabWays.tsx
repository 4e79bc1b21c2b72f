import { registry } from '../../labs/registry.ts';
import styles from './LabWays.module.css';

/** Where to go from a lab: the next one of the course, the list, the course itself, the sources. */
export function LabWays({ lab }: { readonly lab: string }) {
  const next = registry[registry.findIndex(({ card }) => card.id === lab) + 1]?.card;
  return (
    <nav aria-label="Other pages" className={styles.ways}>
      {next && <a href={`#/${next.id}`}>Next lab: {next.title}</a>}
      <a href="#/">All labs</a>
      <a href="#/course">The course</a>
      <a href="#/about">Sources and licence</a>
    </nav>
  );
}
