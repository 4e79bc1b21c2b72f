/** Work in Node that is spread over processes, so that both cores have some and a late one can be stopped. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../scripts/processes.mjs';

/** Tasks go on side by side in so many processes. */
export const PROCESSES = 2;

interface Waiting {
  readonly asked: { readonly module: string; readonly item: unknown };
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

const waiting: Waiting[] = [];
const idle: ChildProcess[] = [];
const all = new Set<ChildProcess>();

/**
 * What a module's export named `task` makes of each item, in their order; items and results are plain
 * data. The first failure is thrown; the other tasks go on until `stopTasks`.
 *
 * @param module its address, `import.meta.url`
 */
export function spread<Result>(module: string, items: readonly unknown[]): Promise<Result[]> {
  const results = items.map(
    (item) =>
      new Promise<Result>((resolve, reject) => {
        const taken = (result: unknown) => resolve(result as Result);
        waiting.push({ asked: { module, item }, resolve: taken, reject });
      }),
  );
  begin();
  return Promise.all(results);
}

/** Ends all processes; tasks that are not done fail. */
export function stopTasks(): void {
  for (const { reject } of waiting.splice(0)) reject(new Error('It was stopped.'));
  for (const child of all) child.kill();
  all.clear();
  idle.length = 0;
}

function begin(): void {
  while (waiting.length > 0) {
    const child = idle.pop() ?? (all.size < PROCESSES ? start() : null);
    if (!child) return;
    const [next] = waiting.splice(0, 1);
    follow(child, next);
  }
}

function start(): ChildProcess {
  const child = fork(join(root, 'bench', 'task.ts'), [], {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  all.add(child);
  return child;
}

function follow(child: ChildProcess, { asked, resolve, reject }: Waiting): void {
  const ended = () => {
    all.delete(child);
    reject(new Error('A process of the bench ended in the middle of its task.'));
    begin();
  };
  child.once('exit', ended);
  child.once('message', (answer: { readonly result?: unknown; readonly error?: string }) => {
    child.off('exit', ended);
    if (answer.error !== undefined) reject(new Error(answer.error));
    else resolve(answer.result);
    if (all.has(child)) idle.push(child);
    begin();
  });
  child.send(asked);
}
