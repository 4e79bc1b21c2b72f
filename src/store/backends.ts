/** Which backend computes: the one chosen, or the one that is fastest on this device. */
import type { BackendName } from '../networks/backend.ts';
import type { Parts } from './parts.ts';

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
    const { run, open, tell } = this.parts;
    await open.whenOpen();
    this.prefer(backend);
    if (backend === 'auto') return this.chooseFastest();
    const report = await open.occupy(open.session.switchBackend(backend));
    run.setState({ backend: report.backend, backendReport: report });
    // In one notice: of several under the same name only the last would be seen.
    const text = report.notes.join(' ');
    if (text !== '') tell({ id: 'backend', kind: 'info', text, lasting: true });
  }

  /**
   * "Auto": measures all backends on the side and goes on with the fastest.
   *
   * @param known the one that was fastest here before: then nothing is measured
   */
  async chooseFastest(known: BackendName | null = null): Promise<void> {
    const { run, open } = this.parts;
    await open.whenOpen();
    if (run.getState().backendChoice !== 'auto') return;
    const backendReport = known
      ? { backend: known, measured: {}, notes: [] }
      : await open.session.measureBackends();
    const { backendChoice, backend: present } = run.getState();
    if (backendChoice !== 'auto') return;
    let { backend } = backendReport;
    // The fastest of another day may not work today: the answer is the next that does.
    if (backend !== present) ({ backend } = await open.occupy(open.session.switchBackend(backend)));
    run.setState({ backend, backendReport });
  }
}
