import { lazy, type RefObject, Suspense, useEffect, useRef } from 'react';
import { type RegistryEntry, registry } from '../labs/registry.ts';
import { ThemeContext } from '../plots/style/theme.ts';
import { Button } from '../ui/Button.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Progress } from '../ui/Progress.tsx';
import { markUsable, whenUsable } from '../ui/whenUsable.ts';
import styles from './App.module.css';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { endPresenting } from './present/presentMode.ts';
import { type Route, useRoute } from './router.ts';
import { useThemeControl } from './theme.ts';
import { useFocusKept } from './useFocusKept.ts';
import { focusMain, usePageFocus } from './usePageFocus.ts';

const NAME = 'SVAE Lab';
/** What the window is called on pages that are not labs. */
const TEXT_TITLES: Readonly<Record<string, string>> = {
  '/about': 'About',
  '/course': 'Course',
  '/notes': 'Notes',
};

// The home page loads nothing of the labs, and the labs nothing of the home page.
const HomePage = lazy(() => import('./home/HomePage.tsx'));
const LabPage = lazy(() => import('./lab/LabPage.tsx'));

const AboutPage = lazy(() => import('./about/AboutPage.tsx'));
const NotFoundPage = lazy(() => import('./NotFoundPage.tsx'));
const CoursePage = lazy(() => import('./course/CoursePage.tsx'));
const NotesPage = lazy(() => import('./lesson/NotesPage.tsx'));

// Not needed for the first sight of the page.
const FileDrop = lazy(() => whenUsable(() => import('./drop/FileDrop.tsx')));
const Notices = lazy(() => whenUsable(() => import('../ui/Notices.tsx')));
const TooltipLayer = lazy(() => whenUsable(() => import('../ui/TooltipLayer.tsx')));

/** The whole page: the route's contents, and what stands around any of them. */
export function App() {
  const route = useRoute();
  const shownPath = useRef(route.path);
  const here = registry.find(({ card }) => route.path === `/${card.id}`) ?? null;
  const { theme } = useThemeControl();
  useFocusKept();
  return (
    <ThemeContext value={theme}>
      <Button className={styles.skip} onClick={focusMain}>
        Skip to the contents
      </Button>
      <ErrorBoundary key={route.path}>
        <Suspense fallback={<Loading />}>
          <Contents route={route} here={here} shownPath={shownPath} />
        </Suspense>
      </ErrorBoundary>
      <LiveRegion />
      <Suspense fallback={null}>
        <FileDrop here={here} />
        <Notices />
        <TooltipLayer />
      </Suspense>
    </ThemeContext>
  );
}

interface ContentsProps {
  readonly route: Route;
  /** The lab of the route; null for other pages. */
  readonly here: RegistryEntry | null;
  readonly shownPath: RefObject<string>;
}

function Contents({ route, here, shownPath }: ContentsProps) {
  const title = here?.card.title ?? TEXT_TITLES[route.path];
  usePageFocus(route.path, title ? `${title} · ${NAME}` : NAME, shownPath);
  // A lab says itself when its first picture stands; other pages are text.
  useEffect(() => {
    if (here) return;
    markUsable();
    endPresenting();
  }, [here]);
  if (here) return <LabPage entry={here} linkState={route.linkState} />;
  if (route.path === '/about') return <AboutPage linkState={route.linkState} />;
  if (route.path === '/course') return <CoursePage />;
  if (route.path === '/notes') return <NotesPage linkState={route.linkState} />;
  if (route.path === '/') return <HomePage />;
  return <NotFoundPage path={route.path} />;
}

function Loading() {
  return (
    <div className={styles.loading}>
      <Progress label="Loading" fraction={null} />
    </div>
  );
}
