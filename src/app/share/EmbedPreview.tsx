import { useEffect, useRef, useState } from 'react';
import styles from './EmbedSection.module.css';

interface EmbedPreviewProps {
  readonly address: string;
  readonly title: string;
  /** Pixels. */
  readonly width: number;
  /** Called with the height that the contents need, pixels. */
  readonly onHeight: (height: number) => void;
}

/** The very frame that the code makes, as wide as a column of text. */
export function EmbedPreview({ address, title, width, onHeight }: EmbedPreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [first] = useState(address);
  const [height, setHeight] = useState(480);

  useEffect(() => {
    // Not by `src`, which would add a step to the Back of this page.
    if (frame.current?.contentWindow?.location.href !== address) {
      frame.current?.contentWindow?.location.replace(address);
    }
  }, [address]);

  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      if (source !== frame.current?.contentWindow || data?.event !== 'height') return;
      setHeight(data.height);
      onHeight(data.height);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [onHeight]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reachable by keyboard
    <section className={styles.preview} aria-label="Preview" tabIndex={0}>
      <iframe ref={frame} src={first} title={title} style={{ width, height }} />
    </section>
  );
}
