/** Which backend computes: the one chosen, or the one that is fastest on this device. */
import type { BackendName } from '../networks/backend.ts';
import type { Parts } from './parts.ts';

/** A script of its own, which the first picture does not need. */
const later = () => import('./backendSwitch.ts');

export class Backends {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Notes which backend labs that are opened from now on are to use. */
  prefer(backend: BackendName | 'auto'): void {
    this.parts.run.setState({ backendChoice: backend });
  }

  async switchTo(backend: BackendName | 'auto'): Promise<void> {
    const loaded = await later().catch(() => null);
    if (loaded) return loaded.switchBackend(this.parts, backend);
    const text =
      'The part of this page that switches backends could not be loaded. Check the network connection.';
    this.parts.tell({ id: 'backend', kind: 'problem', text });
  }

  /** "Auto"; `known` is the one that was fastest here before. */
  async chooseFastest(known: BackendName | null = null): Promise<void> {
    await (await later()).chooseFastest(this.parts, known);
  }
}
