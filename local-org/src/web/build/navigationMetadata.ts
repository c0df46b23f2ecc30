import { basename } from 'node:path';
import { parseMetadata } from './metadataXml.ts';
import { problemAt, type BuildProblem } from './problems.ts';

/** A custom tab that shows a Lightning web component. */
export interface LightningTab {
  apiName: string;
  label: string;
  /** Null for tabs of another kind (object, Visualforce, web): the local org has no page for them. */
  lwcComponent: string | null;
  /** Icon of the tab's style, such as "custom:custom67". */
  icon: string;
  file: string;
}

export interface LightningApp {
  apiName: string;
  label: string;
  description: string;
  /** API names of its tabs, in the order of the navigation. */
  tabs: string[];
  file: string;
}

export function readTabs(files: string[], problems: BuildProblem[]): Map<string, LightningTab> {
  const tabs = new Map<string, LightningTab>();
  for (const file of files) {
    const apiName = basename(file, '.tab-meta.xml');
    const tab = attempt(file, problems);
    if (!tab) continue;
    tabs.set(apiName, {
      apiName,
      label: text(tab.label) || apiName,
      lwcComponent: text(tab.lwcComponent) || null,
      icon: iconOfMotif(text(tab.motif)),
      file,
    });
  }
  return tabs;
}

export function readApps(files: string[], problems: BuildProblem[]): LightningApp[] {
  return files.flatMap((file) => {
    const app = attempt(file, problems);
    if (!app || text(app.uiType) !== 'Lightning') return [];
    return [
      {
        apiName: basename(file, '.app-meta.xml'),
        label: text(app.label) || basename(file, '.app-meta.xml'),
        description: text(app.description),
        tabs: ((app.tabs as string[] | undefined) ?? []).map(String),
        file,
      },
    ];
  });
}

/** A motif reads "Custom67: Gears": the part before the colon names an icon of the custom sprite. */
function iconOfMotif(motif: string): string {
  const match = /^Custom(\d+)/.exec(motif);
  return `custom:custom${match?.[1] ?? '1'}`;
}

function attempt(file: string, problems: BuildProblem[]): Record<string, unknown> | null {
  try {
    return parseMetadata(file);
  } catch (error) {
    problems.push(problemAt(file, `The file is not valid XML: ${(error as Error).message}`));
    return null;
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
