/**
 * For pages that show labs of SVAE Lab in frames: fits each frame to its contents, gives it the theme
 * of the page, and lets scripts drive it. Put it after the frames:
 *
 *     <iframe src="https://lab.example.org/#/svae-gmm?embed=stage,transport" …></iframe>
 *     <script src="https://lab.example.org/embed.js"></script>
 *
 * Scripts call `svaeLabEmbed(frame)`; its methods are those of `window.svaeLab` of the lab:
 *
 *     const lab = svaeLabEmbed(document.querySelector('iframe'));
 *     await lab.train(100);
 *     const { step, elbo } = await lab.snapshot();
 *     lab.on('step', ({ step, objective }) => console.log(step, objective));
 */
(() => {
  const METHODS = [
    ...['open', 'train', 'play', 'pause', 'edit', 'clearEdits', 'undo', 'redo'],
    ...['snapshot', 'settings', 'link', 'memory', 'provoke'],
  ];
  /** How long a frame that has loaded may say nothing, ms. */
  const PATIENCE = 30000;
  /** Where this script, and so the lab, is from. */
  const home = new URL('.', document.currentScript.src).href;
  const embeds = new Map();

  /** The handle of a frame; the same one at every call. */
  function svaeLabEmbed(frame) {
    if (!embeds.has(frame)) embeds.set(frame, embedOf(frame));
    return embeds.get(frame).handle;
  }

  function embedOf(frame) {
    const waiting = new Map();
    const listeners = new Map();
    let count = 0;
    let hasAnswered = false;
    let settle;
    /** The first picture of the lab is drawn. Rejects where it could not be opened. */
    const ready = new Promise((resolve, reject) => {
      settle = { resolve, reject };
    });
    // Callers that await it see the rejection; this keeps it from being reported as unhandled.
    ready.catch(() => undefined);

    const send = (message, origin) =>
      new Promise((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject });
        frame.contentWindow.postMessage({ svaeLab: 1, id: count, ...message }, origin);
      });
    const ask = (message) => ready.then(() => send(message, new URL(frame.src).origin));
    /** The events to subscribe to: "ready" and "height" are sent without it. */
    const wanted = () => [...listeners.keys()].filter((event) => !(event in events));
    // Until the lab has loaded the frame may hold another page, which learns nothing from this message.
    const greet = () =>
      send({ subscribe: wanted() }, '*').then(() => {
        hasAnswered = true;
      });

    const events = {
      ready({ failure }) {
        if (failure) settle.reject(new Error(failure));
        else settle.resolve();
        if (!hasAnswered) greet();
        giveTheme();
      },
      height({ height }) {
        if (frame.dataset.height !== 'fixed') frame.style.height = `${height}px`;
      },
    };

    function hear(message) {
      if (message.event) {
        events[message.event]?.(message);
        for (const listener of listeners.get(message.event) ?? []) listener(message);
        return;
      }
      const request = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) request?.reject(new Error(message.error));
      else request?.resolve(message.result);
    }

    function giveTheme() {
      const theme = themeOfPage();
      // Where the lab could not be opened, whoever waits for it hears of that.
      if (theme && !/[?&]theme=/.test(frame.src)) ask({ theme }).catch(() => undefined);
    }

    frame.addEventListener('load', () =>
      setTimeout(() => {
        const reason = 'The lab has not answered. Its link may name another page as "host".';
        settle.reject(new Error(reason));
      }, PATIENCE),
    );
    greet();

    const handle = {
      ready,
      /** @param theme 'light', 'dark', or 'auto', which goes with the reader's device */
      theme: (theme) => ask({ theme }),
      /** @param event 'step', 'snapshot', 'height' or 'ready' @returns a function that ends it */
      on(event, listener) {
        const before = listeners.get(event) ?? [];
        listeners.set(event, [...before, listener]);
        if (before.length === 0) subscribe();
        return () => {
          const left = listeners.get(event).filter((other) => other !== listener);
          if (left.length > 0) listeners.set(event, left);
          else listeners.delete(event);
          subscribe();
        };
      },
    };
    const subscribe = () => {
      ask({ subscribe: wanted() }).catch((error) => console.warn(error.message));
    };
    for (const method of METHODS) {
      handle[method] = (...args) => ask({ method, arguments: args });
    }
    return { frame, handle, hear, giveTheme };
  }

  /** By its colours, as each system of books has its own word for it; null where it has none. */
  function themeOfPage() {
    for (const element of [document.body, document.documentElement]) {
      const { backgroundColor } = getComputedStyle(element);
      const [red, green, blue, alpha = 1] = (backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
      if (alpha > 0) return 0.3 * red + 0.59 * green + 0.11 * blue < 128 ? 'dark' : 'light';
    }
    return null;
  }

  window.addEventListener('message', ({ data, source, origin }) => {
    if (data?.svaeLab !== 1) return;
    for (const { frame, hear } of embeds.values()) {
      if (frame.contentWindow === source && new URL(frame.src).origin === origin) hear(data);
    }
  });

  const changes = new MutationObserver(() => {
    for (const { giveTheme } of embeds.values()) giveTheme();
  });
  for (const element of [document.body, document.documentElement]) {
    changes.observe(element, { attributes: true });
  }

  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.src.startsWith(home)) svaeLabEmbed(frame);
  }
  window.svaeLabEmbed = svaeLabEmbed;
})();
