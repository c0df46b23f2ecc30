/** Runs executed Apex and then what is due in an org's file, and is killed by SIGKILL as soon as Apex logs the word KILL. */
import { TestOrg, type Files } from '../org/TestOrg.ts';

const { files, file, code } = JSON.parse(process.argv[2] ?? '{}') as { files: Files; file: string; code: string };
const org = new TestOrg(files, {
  file,
  onLog: (line) => {
    if (line.includes('KILL')) process.kill(process.pid, 'SIGKILL');
  },
});
org.execute(code);
org.work();
