import { type RefObject, useEffect, useState } from 'react';
import { embedTheme } from '../../settings/embedLink.ts';
import { whenUsable } from '../../ui/whenUsable.ts';
import { labRunner } from '../labRunner.ts';
import { startTheme } from '../theme.ts';
import { allowedOrigin } from './allowedOrigin.ts';
import { HostChannel } from './hostChannel.ts';

interface HostChannelOptions {
  /** The only origin allowed; null for that of the page around. */
  readonly host: string | null;
  readonly lab: string;
  readonly hasPicture: boolean;
  /** What is as high as its contents. */
  readonly root: RefObject<HTMLElement | null>;
}

/** Tells the page around what happens in the embed, and does what it asks for. */
export function useHostChannel({ host, lab, hasPicture, root }: HostChannelOptions): void {
  const [channel, setChannel] = useState<HostChannel | null>(null);
  useEffect(() => {
    const opened = openChannel(host);
    setChannel(opened);
    return () => opened?.close();
  }, [host]);

  useEffect(() => {
    const element = root.current;
    if (!channel || !element) return;
    const sizes = new ResizeObserver(() => {
      channel.needs(Math.ceil(element.getBoundingClientRect().height));
    });
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [channel, root]);

  useEffect(() => {
    if (!channel || !hasPicture) return;
    // After its paint.
    void whenUsable(async () => channel.ready(lab, labRunner().controller.run.getState().failure));
  }, [channel, lab, hasPicture]);
}

/** Null where there is no page around, or none that may be spoken to. */
function openChannel(host: string | null): HostChannel | null {
  const { parent, location, svaeLab } = window;
  if (parent === window || !svaeLab) return null;
  const origin = allowedOrigin(host, location.ancestorOrigins, document.referrer);
  if (origin === null) return null;
  const { version: _, ...methods } = svaeLab;
  return new HostChannel({
    ...{ parent, origin },
    run: labRunner().controller.run,
    requests: {
      methods,
      setTheme(wanted) {
        const theme = embedTheme(wanted);
        startTheme()
          .get()
          .setPreference(theme === 'auto' ? 'system' : theme);
      },
    },
  });
}
