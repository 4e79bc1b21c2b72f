import { useState } from 'react';
import { useLab } from '../../store/context.ts';
import { whenUsable } from '../../ui/whenUsable.ts';
import { labRunner } from '../labRunner.ts';
import { formatHash } from '../router.ts';
import styles from './Embed.module.css';

/** The way to the whole lab, in the state that the embed is in when it is followed. */
export function OpenLink({ linkState }: { readonly linkState: string }) {
  const { id, title } = useLab();
  const [href, setHref] = useState(formatHash({ path: `/${id}`, linkState }));
  const update = () =>
    void whenUsable(() => import('../linkAt.ts')).then(({ linkAt }) => {
      const { controller } = labRunner();
      if (controller.document.getState().lab !== id) return;
      const { step, isTouched } = controller.run.getState();
      if (isTouched) setHref(linkAt(step).href);
    });
  return (
    <p className={styles.open}>
      <span>{title}</span>
      <a href={href} target="_blank" rel="noopener" onPointerEnter={update} onFocus={update}>
        Open in SVAE Lab
      </a>
    </p>
  );
}
