import { afterEach, expect, it } from 'vitest';
import { endPresenting, present, presentMode } from './presentMode.ts';

function fullScreen(element: Element | null): void {
  Object.defineProperty(document, 'fullscreenElement', { value: element, configurable: true });
  document.dispatchEvent(new Event('fullscreenchange'));
}
// jsdom has none.
document.exitFullscreen = () => Promise.resolve();
const isPresenting = () => presentMode.getState().presenting;

afterEach(() => {
  endPresenting();
  fullScreen(null);
});

it('ends with the full screen', () => {
  present();
  fullScreen(document.documentElement);
  expect(isPresenting()).toBe(true);
  fullScreen(null);
  expect(isPresenting()).toBe(false);
});

it('goes on when an earlier full screen ends late', () => {
  present();
  fullScreen(document.documentElement);
  // The browser is asked to leave it, and has not yet.
  endPresenting();
  present();
  fullScreen(null);
  expect(isPresenting()).toBe(true);
});
