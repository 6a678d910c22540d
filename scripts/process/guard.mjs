/**
 * Runs one program in a process group of its own and ends the whole group when
 * the program ends, when it is told to, or when the process that started it is
 * gone, however that died. Its order comes over the IPC channel.
 */
import { spawn } from 'node:child_process';

let child;
let graceMs = 8000;
let ending = false;

/** The guard belongs to the group and must outlive the polite signal. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {});
}

function killGroup() {
  process.kill(-process.pid, 'SIGKILL');
}

function report(message) {
  if (process.connected) {
    process.send(message, killGroup);
  } else {
    killGroup();
  }
}

function end(signal) {
  if (!ending) {
    ending = true;
    if (!child || child.exitCode !== null || child.signalCode !== null) {
      killGroup();
      return;
    }
    setTimeout(() => report({ exitCode: null, signal: 'SIGKILL' }), graceMs);
    process.kill(-process.pid, signal);
  }
}

let stopSignal = 'SIGTERM';
process.on('disconnect', () => end(stopSignal));
process.on('message', order => {
  if (order.stop) {
    end(stopSignal);
    return;
  }
  stopSignal = order.stopSignal ?? stopSignal;
  graceMs = order.graceMs ?? graceMs;
  const { command, args, cwd, env, uid, gid } = order;
  child = spawn(command, args, {
    cwd,
    env,
    uid,
    gid,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  child.on('error', error =>
    report({ error: error.message, code: error.code }),
  );
  child.on('exit', (exitCode, signal) => report({ exitCode, signal }));
});
