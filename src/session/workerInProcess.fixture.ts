/** A worker of tests: its session is in the same process, behind a channel as if it were not. */
import { expose } from 'comlink';
import type { SessionApi } from './protocol.ts';

/** What the client uses of a `Worker`. */
export class WorkerInProcess {
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  private readonly channel = new MessageChannel();

  constructor(session: SessionApi) {
    expose(session, this.channel.port1);
    this.channel.port2.start();
  }

  postMessage(message: unknown, transfer: Transferable[]) {
    this.channel.port2.postMessage(message, transfer);
  }

  addEventListener(type: string, listener: EventListener) {
    this.channel.port2.addEventListener(type, listener);
  }

  removeEventListener(type: string, listener: EventListener) {
    this.channel.port2.removeEventListener(type, listener);
  }

  terminate() {
    this.channel.port1.close();
    this.channel.port2.close();
  }
}
