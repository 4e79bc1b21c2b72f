import { useController } from '../../store/context.ts';
import { Button } from '../../ui/Button.tsx';
import { focusMain } from '../usePageFocus.ts';
import styles from './ClassStrip.module.css';

/** The way out of a link that shows a part of the page. */
export default function ClassStrip() {
  const controller = useController();
  return (
    <section aria-label="A part of the lab" className={styles.strip}>
      <p>This link shows a part of the lab.</p>
      <Button
        size="small"
        onClick={() => {
          controller.showEverything();
          focusMain();
        }}
      >
        Show everything
      </Button>
    </section>
  );
}
