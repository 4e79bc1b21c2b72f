import './ui/styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { installScriptingHandle } from './app/scriptingHandle.ts';
import { startTheme } from './app/theme.ts';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no element with the id "root"');

startTheme();
installScriptingHandle();
createRoot(container).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
