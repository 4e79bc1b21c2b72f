import type { CDPSession } from 'playwright';

/** Sends a command of the DevTools protocol to a worker. */
export type DevTools = (method: string) => Promise<unknown>;

/**
 * Reaches the page's only worker through the page's session. Playwright's sessions speak to pages
 * alone, so the commands travel wrapped in the page's.
 */
export async function attachWorker(session: CDPSession): Promise<DevTools> {
  const attached = new Promise<string>((resolve) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') resolve(sessionId);
    });
  });
  const answers = new Map<number, (result: unknown) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    answers.get(id)?.(result);
    answers.delete(id);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const sessionId = await attached;
  let count = 0;
  return (method) => {
    count += 1;
    const id = count;
    const answer = new Promise((resolve) => answers.set(id, resolve));
    const message = JSON.stringify({ id, method });
    return session.send('Target.sendMessageToTarget', { sessionId, message }).then(() => answer);
  };
}
