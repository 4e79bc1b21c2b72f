import { useMemo } from 'react';
import { grouped } from '../../settings/words.ts';
import { InlineNotice } from '../../ui/InlineNotice.tsx';
import styles from './QrCode.module.css';
import { MOST_BYTES, modulesOf, pathOf } from './qrModules.ts';

/** Beyond this many squares a side, cameras in the last row of a classroom often fail. */
const FINE = 101;

/** A link as a QR code. */
export default function QrCode({ text }: { readonly text: string }) {
  const modules = useMemo(() => modulesOf(text), [text]);
  if (modules === null) {
    return (
      <InlineNotice kind="problem">
        The link is too long for a QR code, which holds at most {grouped(MOST_BYTES)} characters.
        Fewer edits or fewer own data make it shorter.
      </InlineNotice>
    );
  }
  const side = modules.length;
  return (
    <div className={styles.code}>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${side} ${side}`}
        role="img"
        aria-label={`QR code of the link ${text}`}
        shapeRendering="crispEdges"
      >
        <rect className={styles.paper} width={side} height={side} />
        <path className={styles.ink} d={pathOf(modules)} />
      </svg>
      {modules.length > FINE && (
        <InlineNotice kind="info">
          The link is long, so the squares are small: let the phone come close to the screen.
        </InlineNotice>
      )}
    </div>
  );
}
