import { createRoot } from 'react-dom/client';
import type { Lab } from '../../labs/lab.ts';
import type { LabTexts } from '../../labs/shared/explanation/labTexts.ts';
import { takeHandout } from '../../labs/shared/handout/takeHandout.ts';
import type { LabController } from '../../store/controller.ts';
import { startTheme } from '../theme.ts';
import { focusMain } from '../usePageFocus.ts';
import { HandoutPage } from './HandoutPage.tsx';

export interface HandoutRequest {
  readonly lab: Lab;
  readonly controller: LabController;
  readonly texts: LabTexts;
  /** The address of the state that is open. */
  readonly href: string;
}

/** Lays a handout of the present state over the page, to be printed. */
export async function openHandout(request: HandoutRequest): Promise<void> {
  const { lab, controller, texts, href } = request;
  const handout = await onLightGround(() => takeHandout(lab, controller, texts, href));
  const place = document.createElement('div');
  place.dataset.handout = '';
  document.body.append(place);
  const page = document.getElementById('root');
  if (page) page.inert = true;
  const root = createRoot(place);
  const close = () => {
    root.unmount();
    place.remove();
    if (page) page.inert = false;
    focusMain();
  };
  root.render(<HandoutPage handout={handout} onClose={close} />);
}

/** The plots are drawn again a frame or two after the theme has changed. */
const REDRAWN_MS = 300;

/** Takes something from the page while it is drawn in the light theme. */
async function onLightGround<Taken>(take: () => Taken): Promise<Taken> {
  const { theme, preference, setPreference } = startTheme().get();
  if (theme === 'light') return take();
  setPreference('light');
  await new Promise((resolve) => setTimeout(resolve, REDRAWN_MS));
  try {
    return take();
  } finally {
    setPreference(preference);
  }
}
