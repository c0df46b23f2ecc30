import type { Plugin } from 'rollup';
import type { BuildContext } from './buildContext.ts';
import { problemAt } from './problems.ts';
import type { LightningTab } from './navigationMetadata.ts';

export const ENTRY = '\0local-org:entry';

/** The generated entry: synthetic shadow before everything else, then every component that a tab shows. */
export function entryModule(context: BuildContext): Plugin {
  return {
    name: 'local-org:entry',
    resolveId: (specifier) => (specifier === ENTRY ? ENTRY : null),
    load: (id) => (id === ENTRY ? entrySource(context) : null),
  };
}

function entrySource(context: BuildContext): string {
  const tabs = [...context.project.tabs.values()].filter((tab) => isMountable(tab, context));
  return [
    `import '@lwc/synthetic-shadow';`,
    `import '@local-org/toastBridge';`,
    `import { register } from '@local-org/mount';`,
    ...tabs.map((tab, index) => `import tab${index} from 'c/${tab.lwcComponent}';`),
    ...tabs.map(
      (tab, index) =>
        `register(${JSON.stringify(tab.apiName)}, ${JSON.stringify(tagOf(tab.lwcComponent ?? ''))}, tab${index});`,
    ),
  ].join('\n');
}

/** Salesforce accepts a component in a tab only when it is exposed and names the target. */
function isMountable(tab: LightningTab, context: BuildContext): boolean {
  if (!tab.lwcComponent) return false;
  const component = context.project.components.get(tab.lwcComponent);
  const refusal = !component?.entry
    ? `The tab shows the component "${tab.lwcComponent}", which is not in the package directories of sfdx-project.json.`
    : !component.isExposed
      ? `The tab shows the component "${tab.lwcComponent}", whose js-meta.xml does not say <isExposed>true</isExposed>.`
      : !component.targets.includes('lightning__Tab')
        ? `The tab shows the component "${tab.lwcComponent}", whose js-meta.xml lacks <target>lightning__Tab</target>.`
        : null;
  if (refusal) context.problems.push(problemAt(tab.file, refusal));
  return !refusal;
}

function tagOf(component: string): string {
  return `c-${component.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
