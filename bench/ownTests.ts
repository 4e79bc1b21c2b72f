/** How long `npm test` takes: everything else it says, it says itself. */
import { spawn } from 'node:child_process';
import { root } from '../scripts/processes.mjs';
import { lower, type Measurement } from './figures.ts';
import { referenceMs } from './referenceWork.ts';

export async function measureOwnTests(): Promise<Measurement> {
  const reference = referenceMs();
  const begun = performance.now();
  const code = await new Promise<number | null>((ended) => {
    const child = spawn('npm', ['test'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('close', ended);
  });
  const minutes = (performance.now() - begun) / 60_000;
  return {
    figures: [
      {
        name: '`npm test` after installation',
        atLeast: lower(6, '6 min'),
        aim: lower(4, '4 min'),
        value: minutes,
        measured: `${minutes.toFixed(1)} min`,
      },
    ],
    run: code === 0 ? 'all checks passed' : `checks failed, exit code ${code}`,
    referenceMs: reference,
    notes: [
      'It also holds what has no time: the tour of every lab, the course in one tab, notebooks against the page to 1e-5, every lab in Firefox, links and model files of earlier versions, the same numbers from the same seed.',
    ],
  };
}
