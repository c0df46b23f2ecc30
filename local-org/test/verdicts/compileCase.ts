import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compile, type Diagnostic } from '../../src/compiler/index.ts';
import { CustomLabels } from '../../src/metadata/labels.ts';
import * as platform from '../../src/platform/catalog.ts';
import { staticSObjectMethods } from '../../src/platform/data/staticMethods.ts';
import { readProjectSchema } from '../../src/schema/project/readProjectSchema.ts';
import { createSchema } from '../../src/schema/createSchema.ts';
import { PROJECT_DIRECTORY, type VerdictCase } from './verdictCases.ts';

const metadataFiles = readdirSync(PROJECT_DIRECTORY, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('-meta.xml'))
  .map((file) => join(PROJECT_DIRECTORY, file))
  .sort();
const schema = createSchema(readProjectSchema(metadataFiles, PROJECT_DIRECTORY));
const labels = CustomLabels.read(metadataFiles);

/** What the local org's compiler says of a case; each is compiled apart from the others, without a cache. */
export function compileCase(one: VerdictCase): readonly Diagnostic[] {
  const sources = one.files.map((file) => ({
    path: `force-app/main/default/${file.kind === 'class' ? 'classes' : 'triggers'}/${file.name}`,
    text: file.text,
    kind: file.kind,
    apiVersion: one.apiVersion,
  }));
  const { diagnostics } = compile({
    sources,
    platform,
    schema,
    labels: (name) => labels.has(name),
    sobjectStatics: (object) => staticSObjectMethods(object)?.declaration,
  });
  return diagnostics.filter((diagnostic) => diagnostic.level === 'error');
}

/** The stated reason that is among the diagnostics: a code, or a word of a text; undefined when none is. */
export function refusalReason(one: VerdictCase, diagnostics: readonly Diagnostic[]): string | undefined {
  return one.localOrg.find((expected) =>
    diagnostics.some(({ code, text }) =>
      /^[A-Z]{3}\d{4}$/.test(expected) ? code === expected : text.toLowerCase().includes(expected.toLowerCase()),
    ),
  );
}
