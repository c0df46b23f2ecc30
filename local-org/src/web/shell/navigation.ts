import type { ProjectMetadata } from '../build/projectMetadata.ts';

export interface NavigationItem {
  apiName: string;
  label: string;
  href: string;
  icon: string;
  /** True when the running user's profile and permission sets hide the tab on Salesforce. */
  isHidden: boolean;
}

/** The app and its tabs, for the context bar and for the router of the page. */
export interface Navigation {
  appLabel: string;
  appDescription: string;
  items: NavigationItem[];
}

/**
 * The first Lightning app of the project with its component tabs; without an app, every component tab.
 *
 * A tab that the user may not see is offered all the same, and marked: Salesforce hides it, but then nobody could look
 * at what the page itself tells a user without permissions.
 */
export function navigationOf(project: ProjectMetadata, visibleTabs: string[] | undefined): Navigation {
  const app = project.apps[0];
  const names = app ? app.tabs : [...project.tabs.keys()];
  return {
    appLabel: app?.label ?? 'Lightning',
    appDescription: app?.description ?? '',
    items: names.flatMap((apiName) => {
      const tab = project.tabs.get(apiName);
      if (!tab?.lwcComponent) return [];
      return [
        {
          apiName,
          label: tab.label,
          href: `/lightning/n/${apiName}`,
          icon: tab.icon,
          isHidden: visibleTabs !== undefined && !visibleTabs.includes(apiName),
        },
      ];
    }),
  };
}
