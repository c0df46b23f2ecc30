import { spawn } from 'node:child_process';

const FORWARDED_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a script with the given Node as if it had been started in place of this process: same terminal, same
 * folder, its signals and its exit code.
 *
 * @param {string} node path of the Node binary
 * @param {string} script path of the script
 * @param {string[]} args arguments of the script
 */
export function runPinned(node, script, args) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...args], { stdio: 'inherit' });

  for (const signal of FORWARDED_SIGNALS) {
    process.on(signal, () => {
      // Ctrl-C in a terminal reaches the child by itself; a second one would look like impatience.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    });
  }

  child.on('error', (error) => {
    process.stderr.write(`Cannot start ${node}: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code ?? 1;
      return;
    }
    // Dies the way the child died, so that a shell or a test runner sees the same.
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
