import {
  measureAdditions,
  measureApexTests,
  measureCompile,
  measureReads,
  measureUpdate,
} from './language/measures.ts';
import { SampleOrg } from './language/SampleOrg.ts';

const RUNS = 5;
/** Short measures are taken more often: the machine does other things between. */
const SHORT_RUNS = 30;

/** What Apex costs on the local org: language, queries, DML, compiler and the product's own tests, each with its goal. */
export function measureLanguage() {
  const sample = new SampleOrg();
  try {
    return {
      additionsTimesJavaScript: measureAdditions(sample, SHORT_RUNS),
      soqlByIdTimesSqlite: measureReads(sample, SHORT_RUNS),
      updateThroughTrigger: measureUpdate(sample, RUNS),
      ...named(measureCompile(RUNS)),
      apexTests: measureApexTests(),
    };
  } finally {
    sample.close();
  }
}

function named({ warm, cached }: ReturnType<typeof measureCompile>) {
  return { compileThousandLines: warm, compileThousandLinesFromCache: cached };
}
