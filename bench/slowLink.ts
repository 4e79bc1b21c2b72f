/** A slow line to a server on this machine, for everything a browser asks for, whichever thread asks. */
import { connect, createServer, type Socket } from 'node:net';

export interface SlowLink {
  readonly address: string;
  close(): void;
}

export interface Line {
  readonly bitsPerSecond: number;
  /** Both ways together; a new connection costs one more. */
  readonly roundTripMs: number;
}

/**
 * The browser's own throttling knows nothing of what workers ask for: the largest part of a lab. So
 * the line is between browser and server, and all connections share its bandwidth.
 */
export async function openSlowLink(to: string, line: Line): Promise<SlowLink> {
  const target = new URL(to);
  const sockets = new Set<Socket>();
  /** When the line has carried all that was given to it. */
  let freeAt = 0;
  const server = createServer((browser) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [browser, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        browser.destroy();
        upstream.destroy();
      });
    }
    const openAt = performance.now() + line.roundTripMs;
    const up = inOrder(upstream);
    const down = inOrder(browser);
    browser.on('data', (data) => {
      up(data, Math.max(openAt, performance.now()) + line.roundTripMs / 2);
    });
    upstream.on('data', (data) => {
      const seconds = (8 * data.length) / line.bitsPerSecond;
      freeAt = Math.max(freeAt, performance.now()) + 1000 * seconds;
      down(data, freeAt + line.roundTripMs / 2);
    });
  });
  await new Promise<void>((listening) => server.listen(0, target.hostname, listening));
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('The slow line has no port.');
  return {
    address: `http://${target.hostname}:${place.port}/`,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Writes what it is given when its time comes, never later data first: timers alone do not promise that. */
function inOrder(socket: Socket): (data: Buffer, at: number) => void {
  let written = Promise.resolve();
  return (data, at) => {
    const due = new Promise((resolve) => setTimeout(resolve, at - performance.now()));
    written = written.then(() => due).then(() => void socket.write(data));
  };
}
