let insideAnimationFrame = false;

/** Lets `afterPaint` know whether the picture under way is still to be painted in this frame. */
export function watchAnimationFrames(): void {
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    request((now) => {
      insideAnimationFrame = true;
      try {
        callback(now);
      } finally {
        insideAnimationFrame = false;
      }
    });
}

/**
 * Calls back with the time when what the page shows now has been painted and handed to the
 * compositor: the first task after the rendering of the next frame, or of this one.
 */
export function afterPaint(callback: (at: number) => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    callback(performance.now());
  };
  const afterThisFrame = () => port2.postMessage(null);
  if (insideAnimationFrame) afterThisFrame();
  else requestAnimationFrame(afterThisFrame);
}
