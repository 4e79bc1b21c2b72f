/** Goes on with another backend, or with the one that is fastest on this device. */
import type { BackendName } from '../networks/backend.ts';
import { measureAside } from '../session/measureAside.ts';
import type { Parts } from './parts.ts';

export async function switchBackend(parts: Parts, backend: BackendName | 'auto'): Promise<void> {
  const { run, open, tell } = parts;
  await open.whenOpen();
  run.setState({ backendChoice: backend });
  if (backend === 'auto') return chooseFastest(parts, null);
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
export async function chooseFastest(
  { run, open }: Parts,
  known: BackendName | null,
): Promise<void> {
  await open.whenOpen();
  if (run.getState().backendChoice !== 'auto') return;
  const backendReport = known
    ? { backend: known, measured: {}, notes: [] }
    : await measureAside(open.session);
  const { backendChoice, backend: present } = run.getState();
  if (backendChoice !== 'auto') return;
  let { backend } = backendReport;
  // The fastest of another day may not work today: the answer is the next that does.
  if (backend !== present) ({ backend } = await open.occupy(open.session.switchBackend(backend)));
  run.setState({ backend, backendReport });
}
