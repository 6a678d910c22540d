import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const STOPPING = fileURLToPath(new URL('./stopping.mjs', import.meta.url));
const GUARDED = fileURLToPath(new URL('./startGuarded.mjs', import.meta.url));

/** Runs a program that has these modules at hand, and collects what it prints. */
async function runProgram(text, { signal, when } = {}) {
  const program = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { onStop, stopAll, stopOnSignals } from ${JSON.stringify(STOPPING)};
     import { startGuarded } from ${JSON.stringify(GUARDED)};
     ${text}`,
  ]);
  let output = '';
  program.stdout.on('data', data => {
    output += data;
    if (when && output.includes(when)) {
      program.kill(signal);
      program.kill(signal);
    }
  });
  const exitCode = await new Promise(resolve => program.once('exit', resolve));
  return { exitCode, output };
}

test('a signal stops everything once, newest first, whatever one of them throws', async () => {
  const { exitCode, output } = await runProgram(
    `stopOnSignals();
     onStop(() => console.log('first'));
     onStop(() => { throw new Error('cannot'); });
     onStop(() => console.log('last'));
     setInterval(() => {}, 1000);
     console.log('started');`,
    { signal: 'SIGINT', when: 'started' },
  );
  assert.equal(exitCode, 130);
  assert.match(output, /started\n\nplimsoll: stopping \.\.\.\nlast\nfirst\n$/);
});

test('a command may call its own end by signal a success', async () => {
  const { exitCode } = await runProgram(
    `stopOnSignals({ exitCodeOnSignal: () => 0 });
     setInterval(() => {}, 1000);
     console.log('started');`,
    { signal: 'SIGTERM', when: 'started' },
  );
  assert.equal(exitCode, 0);
});

test('what was forgotten is not stopped', async () => {
  const { output } = await runProgram(
    `const forget = onStop(() => console.log('stopped'));
     forget();
     await stopAll();
     console.log('end');`,
  );
  assert.equal(output, 'end\n');
});

test('after a signal nothing goes on and nothing new is started', async () => {
  const { exitCode, output } = await runProgram(
    `stopOnSignals();
     setTimeout(() => console.log('started'), 500);
     await startGuarded({ command: 'sleep', args: ['300'] }).exited;
     console.log('went on');
     await startGuarded({ command: 'echo', args: ['next'] }).exited;`,
    { signal: 'SIGINT', when: 'started' },
  );
  assert.equal(exitCode, 130);
  assert.doesNotMatch(output, /went on|next/);
});
