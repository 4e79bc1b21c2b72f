import { useEffect, useState } from 'react';
import type { WorkMark } from '../../files/storage.ts';
import sectionStyles from '../../labs/shared/sideSection.module.css';
import { grouped } from '../../settings/words.ts';
import { useRun } from '../../store/context.ts';
import { timeInWords } from '../../store/entrance.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { labRunner } from '../labRunner.ts';

/** Work of this lab that another link, another tab or an earlier visit has left on this device. */
export function EarlierWork() {
  const visit = useRun((run) => run.visit);
  return (
    <div className={classNames(sectionStyles.section, sectionStyles.last)}>
      <Disclosure label="Earlier work">
        <EarlierList key={visit} />
      </Disclosure>
    </div>
  );
}

function EarlierList() {
  const { earlierWork, openEarlier } = labRunner();
  const [marks, setMarks] = useState<readonly WorkMark[] | null>(null);
  useEffect(() => {
    let isShown = true;
    void earlierWork().then((found) => isShown && setMarks(found));
    return () => {
      isShown = false;
    };
  }, [earlierWork]);

  if (marks === null) return null;
  if (marks.length === 0) {
    return (
      <p className={sectionStyles.text}>
        There is none. When you open another link of this lab, your work is listed here.
      </p>
    );
  }
  const open = async (mark: WorkMark) => {
    await openEarlier(mark);
    setMarks(await earlierWork());
  };
  return (
    <ul className={sectionStyles.section}>
      {marks.map((mark) => {
        const name = `${timeInWords(mark.savedAt)}, step ${grouped(mark.step)}`;
        return (
          <li key={`${mark.visit} ${mark.savedAt}`} className={sectionStyles.row}>
            <span className={sectionStyles.label}>{name}</span>
            <Button
              size="small"
              aria-label={`Open the work of ${name}`}
              onClick={() => void open(mark)}
            >
              Open
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
