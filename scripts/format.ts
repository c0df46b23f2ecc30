// npm run format [-- FILE...]: formats the given files, or all of the project.
import { runPrettier } from './checks/format.ts';

process.exitCode = runPrettier('--write', process.argv.slice(2));
