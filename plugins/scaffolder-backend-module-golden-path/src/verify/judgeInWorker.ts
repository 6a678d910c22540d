import { Worker } from 'node:worker_threads';
import type { WorkspaceFile } from './WorkspaceFile';

/** Loads a library and lets the judge have it; answers what the judge says. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const judge = eval(workerData.judge);
judge(require(workerData.library), workerData.files).then(
  answers => parentPort.postMessage({ answers }),
  error => parentPort.postMessage({ fault: String(error) }),
);
`;

/**
 * Lets a library that is compiled to WebAssembly judge files in a thread of
 * its own: such libraries put things into the global scope, where two of them
 * break each other, and a fault of theirs would end the portal's process.
 *
 * @param options.library - path of the module, from `require.resolve`
 * @param options.judge - source of a function `(library, files) => Promise` of
 * one answer a file; a source, because it runs without what stands around it
 * @returns the answers, in the order of the files
 * @throws Error when the library cannot be loaded or gives up
 */
export async function judgeInWorker<TAnswer>(options: {
  library: string;
  judge: string;
  files: readonly WorkspaceFile[];
}): Promise<TAnswer[]> {
  const { library, judge, files } = options;
  const worker = new Worker(PROGRAM, {
    eval: true,
    workerData: { library, judge, files: [...files] },
    // what is set for the portal is nothing for a parser
    env: {},
    execArgv: [],
  });
  try {
    const said = await new Promise<{ answers?: TAnswer[]; fault?: string }>(
      (resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.once('exit', code =>
          reject(new Error(`${library} ended with ${code}`)),
        );
      },
    );
    if (!said.answers) {
      throw new Error(`${library}: ${said.fault}`);
    }
    return said.answers;
  } finally {
    await worker.terminate();
  }
}
