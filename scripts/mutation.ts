// npm run mutation: weakens a copy of the local org in one way after the other; each time a test has to fail.
// Arguments: words; only mutants whose name contains one of them are tried.
import { copyProject } from './bench/project-copy.ts';
import { MUTANTS, type Mutant } from './mutation/mutants.ts';
import { runTests } from './mutation/runTests.ts';
import { WeakenedCopy } from './mutation/weakenedCopy.ts';
import { main, UserError } from './project/run.ts';

/** Two processors are common; more copies at once would only wait for each other. */
const COPIES = 2;

interface Verdict {
  readonly mutant: Mutant;
  readonly isKilled: boolean;
  readonly note: string;
}

await main(async () => {
  const words = process.argv.slice(2).map((word) => word.toLowerCase());
  const mutants = MUTANTS.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word)),
  );
  if (mutants.length === 0) throw new UserError(`No mutant has a name with ${words.join(' or ')}.`);
  const started = Date.now();
  const copies = Array.from({ length: COPIES }, () => copyProject());
  try {
    const weakened = copies.map(({ directory }) => new WeakenedCopy(directory));
    await demandGreenTests(weakened, mutants);
    const verdicts = await share(weakened, mutants, tryMutant);
    const survivors = verdicts.filter(({ isKilled }) => !isKilled);
    const seconds = Math.round((Date.now() - started) / 1000);
    process.stdout.write(`${mutants.length} mutants, ${survivors.length} survived, ${seconds} s\n`);
    if (survivors.length > 0) process.exitCode = 1;
  } finally {
    for (const copy of copies) copy.remove();
  }
});

/** A test that fails without a mutant would prove nothing. */
async function demandGreenTests(copies: readonly WeakenedCopy[], mutants: readonly Mutant[]): Promise<void> {
  const suites = [...new Map(mutants.map(({ tests }) => [String(tests), tests])).values()];
  await share(copies, suites, async (copy, tests) => {
    const { passed, failed } = await runTests(copy.directory, tests);
    if (passed === 0 || failed.length > 0) {
      throw new UserError(`Without any mutant ${String(tests)} must pass, but ${failed[0] ?? 'no test ran'}.`);
    }
  });
}

async function tryMutant(copy: WeakenedCopy, mutant: Mutant): Promise<Verdict> {
  const { passed, failed } = await copy.with(mutant, () => runTests(copy.directory, mutant.tests));
  // A mutant with which nothing runs any more is badly written: it proves nothing either.
  const isKilled = failed.length > 0 && passed > 0;
  const [first = ''] = failed;
  const note = isKilled
    ? `${failed.length} failed, such as ${first}`
    : passed > 0
      ? 'SURVIVED: no test failed'
      : 'BROKEN: no test ran';
  const suite = mutant.tests === 'product' ? 'product' : 'local org';
  process.stdout.write(
    `${isKilled ? 'killed  ' : 'SURVIVED'}  ${mutant.name.padEnd(40)}  ${suite.padEnd(9)}  ${note}\n`,
  );
  return { mutant, isKilled, note };
}

/** Gives each copy the next piece of work whenever it has finished one. The results keep the order of the work. */
async function share<T, R>(
  copies: readonly WeakenedCopy[],
  work: readonly T[],
  perform: (copy: WeakenedCopy, piece: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const pieces = work.entries();
  await Promise.all(
    copies.map(async (copy) => {
      for (const [index, piece] of pieces) results[index] = await perform(copy, piece);
    }),
  );
  return results;
}
