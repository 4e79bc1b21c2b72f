import type { SessionClient } from './client.ts';
import { Connection, OPENING_MS } from './connection.ts';
import type { BackendReport } from './protocol.ts';

/**
 * Times real training steps of the open lab on every backend, in a worker of its own so that the
 * lab goes on answering meanwhile. Rejects when no lab is open.
 */
export async function measureAside(session: SessionClient): Promise<BackendReport> {
  const request = session.untrained();
  const aside = new Connection(session.spareWorker(), (reason) => aside.end(reason));
  try {
    await aside.ask((api) => api.open(request), OPENING_MS);
    return await aside.ask((api) => api.switchBackend('auto'), OPENING_MS);
  } finally {
    aside.end('The backends have been measured.');
  }
}
