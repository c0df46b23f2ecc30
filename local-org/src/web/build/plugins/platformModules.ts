import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rollup';
import { reportImport, type BuildContext } from '../buildContext.ts';
import { EXPOSED_BASE_MODULES } from './baseComponents.ts';
import { emptyModule, ownerOf } from './componentModules.ts';

const PLATFORM = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'platform');

export const BOOT_MODULE = '@local-org/boot';

/** What Salesforce has and the base component package lacks, as far as the local org has it. */
const IMPLEMENTED: Record<string, string> = {
  [BOOT_MODULE]: 'boot.ts',
  '@local-org/apex': 'apex.ts',
  '@local-org/mount': 'mount.ts',
  '@local-org/toastBridge': 'toastBridge.ts',
  '@local-org/pageReferences': 'pageReferences.ts',
  'force/navigation': 'navigation.ts',
  'lightning/platformShowToastEvent': 'platformShowToastEvent.ts',
};

/** Modules of Salesforce that the local org does not have; each would need a part of the org that is not there. */
const NOT_IMPLEMENTED = new Set([
  'lightning/analyticsWaveApi',
  'lightning/cmsDeliveryApi',
  'lightning/conversationToolkitApi',
  'lightning/empApi',
  'lightning/flowSupport',
  'lightning/fileUpload',
  'lightning/graphql',
  'lightning/inputField',
  'lightning/inputRichText',
  'lightning/logger',
  'lightning/messageService',
  'lightning/mobileCapabilities',
  'lightning/omnistudioPubsub',
  'lightning/outputField',
  'lightning/platformResourceLoader',
  'lightning/platformScannerApi',
  'lightning/platformUtilityBarApi',
  'lightning/platformWorkspaceApi',
  'lightning/primitiveUtils',
  'lightning/recordEditForm',
  'lightning/recordForm',
  'lightning/recordPicker',
  'lightning/recordViewForm',
  'lightning/refresh',
  'lightning/uiAppsApi',
  'lightning/uiGraphQLApi',
  'lightning/uiLayoutApi',
  'lightning/uiListApi',
  'lightning/uiListsApi',
  'lightning/uiObjectInfoApi',
  'lightning/uiRecordApi',
  'lightning/uiRelatedListApi',
]);

/** Resolves the modules above and refuses, by name, every other import that nobody knows. */
export function platformModules(context: BuildContext): Plugin {
  return {
    name: 'local-org:platform-modules',
    resolveId(specifier, importer) {
      const file = IMPLEMENTED[specifier];
      if (file) return join(PLATFORM, file);
      // Modules inside the base package know what they import; only the project's components are judged.
      if (!importer || !ownerOf(importer)) return null;
      const refusal = refusalOf(specifier);
      if (!refusal) return null;
      reportImport(context, importer, specifier, refusal);
      return emptyModule(specifier);
    },
  };
}

function refusalOf(specifier: string): string | null {
  if (/^(\.|\/|c\/|@salesforce\/|\0)/.test(specifier) || ['lwc', '@lwc/synthetic-shadow'].includes(specifier))
    return null;
  if (specifier.startsWith('lightning/')) {
    if (NOT_IMPLEMENTED.has(specifier))
      return `The local org does not implement ${specifier}, which Salesforce has. Do without it, or add it to local-org/src/web/platform.`;
    if (EXPOSED_BASE_MODULES.has(specifier)) return null;
    return `There is no ${specifier} for components: the base components do not offer a module of that name, and the local org has none.`;
  }
  return `Salesforce does not resolve "${specifier}" in a Lightning web component: components import lwc, c/*, lightning/*, @salesforce/* and files beside them.`;
}
