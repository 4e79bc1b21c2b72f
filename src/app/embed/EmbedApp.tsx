import { lazy, StrictMode, Suspense, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { keepNothing } from '../../files/onDevice.ts';
import { type RegistryEntry, registry } from '../../labs/registry.ts';
import { ThemeContext } from '../../plots/style/theme.ts';
import { readEmbed } from '../../settings/embedLink.ts';
import { suggestion } from '../../settings/words.ts';
import { InlineNotice } from '../../ui/InlineNotice.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { whenUsable } from '../../ui/whenUsable.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { formatHash, isEmbedded, type Route, useRoute } from '../router.ts';
import { startTheme, useThemeControl } from '../theme.ts';
import { useFocusKept } from '../useFocusKept.ts';
import styles from './Embed.module.css';
import { EmbedLab } from './EmbedLab.tsx';

const Notices = lazy(() => whenUsable(() => import('../../ui/Notices.tsx')));
const TooltipLayer = lazy(() => whenUsable(() => import('../../ui/TooltipLayer.tsx')));

/** A lab in a frame of another page: chosen parts of it. Nothing is kept on the device. */
export function startEmbed(container: HTMLElement): void {
  keepNothing();
  startTheme();
  document.documentElement.toggleAttribute('data-embed', true);
  createRoot(container).render(
    <StrictMode>
      <EmbedApp />
    </StrictMode>,
  );
}

function EmbedApp() {
  const route = useRoute();
  const parts = useAddressOfParts(route);
  const here = registry.find(({ card }) => route.path === `/${card.id}`) ?? null;
  const { theme } = useThemeControl();
  useFocusKept();
  return (
    <ThemeContext value={theme}>
      <div className={styles.embed} onClickCapture={openInNewTab}>
        <ErrorBoundary key={route.path}>
          <Suspense fallback={<Loading />}>
            {here ? (
              <EmbedRoute route={route} parts={parts} here={here} />
            ) : (
              <NoLab path={route.path} />
            )}
          </Suspense>
        </ErrorBoundary>
      </div>
      <LiveRegion />
      <Suspense fallback={null}>
        <Notices />
        <TooltipLayer />
      </Suspense>
    </ThemeContext>
  );
}

interface EmbedRouteProps {
  readonly route: Route;
  readonly parts: string;
  readonly here: RegistryEntry;
}

function EmbedRoute({ route, parts, here }: EmbedRouteProps) {
  const [read, setRead] = useState(() => ({ parts, ...readEmbed(parts) }));
  if (read.parts !== parts) setRead({ parts, ...readEmbed(parts) });
  const { linkState } = readEmbed(route.linkState);
  useEffect(() => {
    document.title = `${here.card.title} · SVAE Lab`;
  }, [here]);
  return (
    <EmbedLab entry={here} linkState={linkState} embed={read.embed} problems={read.problems} />
  );
}

/** The state of the last address that named parts: what a script opens later is shown by the same ones. */
function useAddressOfParts({ path, linkState }: Route): string {
  const [last, setLast] = useState(linkState);
  if (last !== linkState && isEmbedded(formatHash({ path, linkState }))) setLast(linkState);
  return last;
}

/** What is not part of the embed, such as the sources, does not take the lab's place in its frame. */
function openInNewTab({ target }: { readonly target: EventTarget }): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
  if (link) Object.assign(link, { target: '_blank', rel: 'noopener' });
}

function NoLab({ path }: { readonly path: string }) {
  const labs = registry.map(({ card }) => card.id);
  return (
    <InlineNotice kind="problem">
      Labs can be embedded; there is none at the address "{path}". {suggestion(path, labs)}
    </InlineNotice>
  );
}

function Loading() {
  return (
    <div className={styles.loading}>
      <Progress label="Loading" fraction={null} />
    </div>
  );
}
