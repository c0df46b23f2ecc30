import { existsSync } from 'node:fs';
import type { Plugin } from 'rollup';
import { fileOf, importLine, reportImport, type BuildContext } from '../buildContext.ts';
import { scopedImportFile } from './baseComponents.ts';
import { emptyModule, ownerOf } from './componentModules.ts';
import { BOOT_MODULE } from './platformModules.ts';

const VIRTUAL = '\0local-org:@salesforce/';

/** Emits the module of one `@salesforce/<scope>/<name>`, or reports why there is none. */
type Scope = (name: string, report: (message: string) => void, context: BuildContext, importer: string) => string;

/**
 * `@salesforce/*` imports of components. What depends on the running user is read from the boot data when the page
 * starts, so that another user needs no other bundle. A name that the org does not have fails the build, as it would
 * fail the deployment.
 */
export function salesforceImports(context: BuildContext): Plugin {
  return {
    name: 'local-org:salesforce-imports',
    resolveId(specifier, importer) {
      if (!specifier.startsWith('@salesforce/') || !importer) return null;
      const path = specifier.slice('@salesforce/'.length);
      const scope = scopeOf(path);
      if (!scope) return refuseUnknown(context, specifier, importer);
      const [emit, name] = scope;
      const report = (message: string) => reportImport(context, importer, specifier, message);
      modules.set(path, emit(name, report, context, importer));
      return VIRTUAL + path;
    },
    load: (id) => (id.startsWith(VIRTUAL) ? (modules.get(id.slice(VIRTUAL.length)) ?? null) : null),
  };
}

/** Code by import path. The same path always has the same code, so builds may share it. */
const modules = new Map<string, string>();

const SCOPES: Record<string, Scope> = {
  'apex/': (name, report, context, importer) => {
    const [className, methodName, ...rest] = name.split('.');
    if (!className || !methodName || rest.length > 1) {
      report(`@salesforce/apex/${name} does not name a method: write @salesforce/apex/Class.method.`);
      return 'export default undefined;';
    }
    refer(context, 'apex', name, importer, `@salesforce/apex/${name}`);
    return `import { apexMethod } from '@local-org/apex';\nexport default apexMethod(${JSON.stringify(className)}, ${JSON.stringify(methodName)});`;
  },
  'label/c.': (name, report, context) => {
    if (!context.project.labels.has(name))
      report(`There is no custom label "${name}" in the *.labels-meta.xml files of the project.`);
    return fromBoot('label', name);
  },
  'customPermission/': (name, report, context) => {
    if (!context.project.customPermissions.has(name))
      report(`There is no custom permission "${name}" (${name}.customPermission-meta.xml) in the project.`);
    return fromBoot('customPermission', name);
  },
  'userPermission/': (name, _report, context, importer) => {
    refer(context, 'userPermission', name, importer, `@salesforce/userPermission/${name}`);
    return fromBoot('userPermission', name);
  },
  'schema/': (name, _report, context, importer) => {
    refer(context, 'schema', name, importer, `@salesforce/schema/${name}`);
    const [objectApiName, ...fields] = name.split('.');
    return fields.length === 0
      ? `export default ${JSON.stringify({ objectApiName })};`
      : `export default ${JSON.stringify({ fieldApiName: fields.join('.'), objectApiName })};`;
  },
  'resourceUrl/': (name, report, context) => {
    if (!context.project.staticResources.has(name))
      report(`There is no static resource "${name}" (${name}.resource-meta.xml) in the project.`);
    return `export default ${JSON.stringify(`/resource/${name}`)};`;
  },
  'user/': (name, report) => {
    if (name === 'Id') return `import { boot } from '@local-org/boot';\nexport default boot.user.Id;`;
    if (name === 'isGuest') return 'export default false;';
    report(`@salesforce/user/${name} does not exist: Salesforce offers Id and isGuest.`);
    return 'export default undefined;';
  },
  'client/formFactor': () => `export { formFactor as default } from '@local-org/boot';`,
  // Salesforce gives the BCP 47 form of the user's locale: en-US for en_US.
  'i18n/locale': () =>
    `import { boot } from '@local-org/boot';\nexport default boot.user.LocaleSidKey.replaceAll('_', '-');`,
  'i18n/timeZone': () => `import { boot } from '@local-org/boot';\nexport default boot.user.TimeZoneSidKey;`,
};

/** Longest match first is not needed: no scope is the beginning of another. */
function scopeOf(path: string): [Scope, string] | null {
  if (path === 'apex') return [() => `export { refreshApex, getSObjectValue } from '@local-org/apex';`, ''];
  for (const [prefix, emit] of Object.entries(SCOPES)) {
    if (path.startsWith(prefix)) return [emit, path.slice(prefix.length)];
  }
  return null;
}

function fromBoot(reader: string, name: string): string {
  return `import { ${reader} } from '${BOOT_MODULE}';\nexport default ${reader}(${JSON.stringify(name)});`;
}

function refer(
  context: BuildContext,
  kind: 'apex' | 'schema' | 'userPermission',
  name: string,
  importer: string,
  specifier: string,
): void {
  context.references.push({ kind, name, file: fileOf(importer), line: importLine(importer, specifier) ?? 0 });
}

/** The base component package imports scopes of its own (gates, access checks, its labels) and brings them along. */
function refuseUnknown(context: BuildContext, specifier: string, importer: string): null | string {
  if (!ownerOf(importer)) return null;
  const ofBasePackage = scopedImportFile(specifier);
  if (specifier.startsWith('@salesforce/i18n/') && existsSync(ofBasePackage)) return ofBasePackage;
  reportImport(
    context,
    importer,
    specifier,
    `The local org does not implement ${specifier}. Known scopes: apex, label/c, customPermission, userPermission, schema, resourceUrl, user, client/formFactor, i18n.`,
  );
  return emptyModule(specifier);
}
