#!/usr/bin/env node
// Plain JavaScript, because any Node may start it: hands over to the pinned Node, which runs the TypeScript as it is.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPinnedNode, missingNodeMessage } from './pinned-node.js';
import { runPinned } from './run-pinned.js';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const node = findPinnedNode(home);

if (node === undefined) {
  process.stderr.write(`local-org: ${missingNodeMessage()}\n`);
  process.exitCode = 1;
} else {
  runPinned(node, join(home, 'src', 'cli', 'main.ts'), process.argv.slice(2));
}
