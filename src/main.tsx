import './ui/styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { isEmbedded } from './app/router.ts';
import { installScriptingHandle } from './app/scriptingHandle.ts';
import { startTheme } from './app/theme.ts';
import { whenUsable } from './ui/whenUsable.ts';

/** Explanation, settings and formulas are there by then. */
const AFTER_LATE_PARTS_MS = 3000;

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no element with the id "root"');

installScriptingHandle();
if (isEmbedded(window.location.hash)) {
  void import('./app/embed/EmbedApp.tsx').then(({ startEmbed }) => startEmbed(container));
} else {
  startTheme();
  keepForOffline();
  createRoot(container).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  // What the page has open by then must not be mistaken for the embed's.
  window.addEventListener('hashchange', () => {
    if (isEmbedded(window.location.hash)) window.location.reload();
  });
}

/** The service worker fetches every file of the build: not while the page still loads its own. */
function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`);
  void whenUsable(async () => setTimeout(register, AFTER_LATE_PARTS_MS));
}
