// Plain JavaScript without packages, because it runs before anything is installed, with any Node from 20.19 on.
//   node scripts/bootstrap.mjs                     installs what is missing
//   node scripts/bootstrap.mjs run FILE.ts [args]  the same, then runs a script with the pinned Node
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPinnedNode, missingNodeMessage } from '../local-org/bin/pinned-node.js';
import { runPinned } from '../local-org/bin/run-pinned.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const onWindows = process.platform === 'win32';

function fail(message) {
  process.stderr.write(`reinstate: ${message}\n`);
  process.exit(1);
}

function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {};
}

/** True when every package of the lock file is installed in its version; npm leaves out what is optional elsewhere. */
function isInstalled() {
  const installedLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(installedLock);
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link) return true;
    if (!installed[path]) return entry.optional === true;
    return installed[path].version === entry.version;
  });
}

/** How npm is started: by the npm that runs this script, else by the one on the PATH. */
function npmCommand() {
  const cli = process.env.npm_execpath;
  if (cli && basename(cli).startsWith('npm-cli')) {
    return { command: process.env.npm_node_execpath ?? process.execPath, first: [cli], shell: false };
  }
  // A .cmd file starts only through a shell on Windows.
  return { command: onWindows ? 'npm.cmd' : 'npm', first: [], shell: onWindows };
}

/** Windows cannot delete a running binary, and "npm ci" deletes node_modules: there it is brought up to date instead. */
function runsFromNodeModules() {
  const installed = join(root, 'node_modules') + sep;
  return onWindows && process.execPath.toLowerCase().startsWith(installed.toLowerCase());
}

function install() {
  const { command, first, shell } = npmCommand();
  const verb = runsFromNodeModules() ? ['install', '--no-save'] : ['ci'];
  // No package of ours needs an install script. Warnings about the engines of tools that the pinned Node runs are noise.
  const flags = ['--include=dev', '--include=optional', '--ignore-scripts', '--loglevel=error'];
  process.stdout.write(`Installing packages (npm ${verb[0]}); this takes about a minute the first time.\n`);
  const { status, error } = spawnSync(command, [...first, ...verb, ...flags], { cwd: root, stdio: 'inherit', shell });
  if (error) fail(`npm could not be started (${error.message}). Install Node.js with npm and try again.`);
  if (status !== 0) {
    fail(`"npm ${verb[0]}" failed (exit code ${status}); its message stands above. Mend that and try again.`);
  }
}

/** The generated types and the JavaScript beside the components; a type error is reported but stops nothing here. */
function compileComponents(node) {
  const script = join(root, 'scripts', 'compile.ts');
  const { status } = spawnSync(node, ['--disable-warning=ExperimentalWarning', script], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0)
    process.stderr.write('reinstate: the components were not all compiled; "npm run check" says why.\n');
}

const [verb, script, ...args] = process.argv.slice(2);
if (verb !== undefined && (verb !== 'run' || script === undefined)) {
  fail(`unknown arguments "${process.argv.slice(2).join(' ')}". Use: node scripts/bootstrap.mjs [run FILE.ts [args]]`);
}

const wasInstalled = isInstalled();
if (!wasInstalled) install();
const node = findPinnedNode(root);
if (node === undefined) fail(missingNodeMessage());
if (!wasInstalled) compileComponents(node);
if (verb === 'run') runPinned(node, resolve(script), args);
