import { activateBackend, type BackendName } from '../networks/backend.ts';
import { measureBackends, type Trial } from '../networks/measureBackends.ts';
import type { BackendReport } from './protocol.ts';

const ALL: readonly BackendName[] = ['wasm', 'webgl', 'cpu'];

/** Chooses a backend for a session and remembers what was measured: it holds for this machine. */
export class BackendChooser {
  private fastestReport: BackendReport | null = null;

  /** The first that starts, without measuring: the page must show something soon. */
  async first(candidates: readonly BackendName[]): Promise<BackendReport> {
    const notes: string[] = [];
    for (const backend of candidates) {
      const activation = await activateBackend(backend);
      if (activation.ok) return { backend, measured: {}, notes };
      notes.push(`${backend}: ${activation.reason}`);
    }
    throw new Error(`No way to compute was found in this browser. ${notes.join(' ')}`);
  }

  /** The one asked for, or the first that works, with a note that says why not. */
  named(backend: BackendName): Promise<BackendReport> {
    return this.first([backend, ...ALL.filter((other) => other !== backend)]);
  }

  /** Measures real training steps on every backend, once per worker. */
  async fastest(createTrial: () => Trial): Promise<BackendReport> {
    if (this.fastestReport) {
      await activateBackend(this.fastestReport.backend);
      return this.fastestReport;
    }
    const { best, measurements } = await measureBackends(ALL, createTrial);
    if (!best) return this.first(ALL);
    this.fastestReport = {
      backend: best,
      measured: Object.fromEntries(measurements.map((m) => [m.backend, m.medianMs])),
      notes: measurements.filter((m) => m.reason).map((m) => `${m.backend}: ${m.reason}`),
    };
    return this.fastestReport;
  }

  /** Measured before in this worker; null if not. Activates it. */
  async known(): Promise<BackendReport | null> {
    if (this.fastestReport) await activateBackend(this.fastestReport.backend);
    return this.fastestReport;
  }

  /** After a lost context WebGL is out of the question until the next worker. */
  withoutWebgl(): Promise<BackendReport> {
    this.fastestReport = null;
    return this.first(['wasm', 'cpu']);
  }
}
