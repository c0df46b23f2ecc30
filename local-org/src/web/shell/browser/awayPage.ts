import { element, icon } from './elements.ts';

/** What stands where Salesforce has a page of its own: Setup, records, lists. */
export function showAwayPage(main: HTMLElement, home: string): void {
  const path = window.location.pathname + window.location.search;
  main.replaceChildren(
    element(
      'article',
      { class: 'slds-card local-org-away' },
      icon('utility:new_window', 'slds-icon slds-icon_large slds-icon-text-default'),
      element('h1', { class: 'slds-text-heading_medium slds-m-top_small' }, titleOf(path)),
      element(
        'p',
        { class: 'slds-m-top_small' },
        'Salesforce shows a page of its own at this address. The local org has only the pages of the app.',
      ),
      element('p', { class: 'slds-m-vertical_small local-org-away__path' }, path),
      element('a', { class: 'slds-button slds-button_neutral', href: home }, 'Back to the app'),
    ),
  );
}

function titleOf(path: string): string {
  if (path.startsWith('/lightning/setup/')) return 'This is a page of Setup';
  if (path.startsWith('/lightning/r/')) return 'This is the page of a record';
  if (path.startsWith('/lightning/o/')) return 'This is the page of an object';
  return 'This is a page of Salesforce';
}
