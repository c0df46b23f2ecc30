import { showAwayPage } from './awayPage.ts';
import { element } from './elements.ts';
import { showMailPage } from './mailPage.ts';

interface NavigationItem {
  apiName: string;
  label: string;
  href: string;
}

interface Navigation {
  appLabel: string;
  items: NavigationItem[];
}

const MAIL_PATH = '/lightning/local-org/mail';

declare global {
  interface Window {
    localOrg?: { mount(tab: string, container: HTMLElement): boolean };
  }
}

/** Shows the page of the current address, and of every address that a link or a component leads to, without a reload. */
export function startRouter(): void {
  const navigation = JSON.parse(document.getElementById('local-org-navigation')?.textContent ?? '{}') as Navigation;
  const show = (): void => void showPage(navigation);
  window.addEventListener('popstate', show);
  window.addEventListener('localorg:navigate', (event) => {
    const { url, replace } = (event as CustomEvent<{ url: string; replace: boolean }>).detail;
    go(url, replace, show);
  });
  document.addEventListener('click', (event) => {
    const link = (event.composedPath()[0] as Element).closest<HTMLAnchorElement>('a[href^="/lightning/"]');
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || event.defaultPrevented || (link.target && link.target !== '_self')) return;
    event.preventDefault();
    go(link.href, false, show);
  });
  show();
}

function go(address: string, replace: boolean, show: () => void): void {
  const url = new URL(address, window.location.href);
  if (url.origin !== window.location.origin || !url.pathname.startsWith('/lightning/')) {
    window.open(url, '_blank', 'noopener');
    return;
  }
  if (replace) window.history.replaceState(null, '', url);
  else window.history.pushState(null, '', url);
  show();
  window.dispatchEvent(new CustomEvent('localorg:navigated'));
  document.getElementById('main')?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

async function showPage({ appLabel, items }: Navigation): Promise<void> {
  const path = window.location.pathname;
  const main = document.getElementById('main') as HTMLElement;
  const item = items.find((candidate) => candidate.href === path);
  document.title = `${item?.label ?? (path === MAIL_PATH ? 'Mail' : 'Page of Salesforce')} | ${appLabel}`;
  markCurrent(path);
  if (path === MAIL_PATH) {
    await showMailPage(main);
  } else if (item) {
    await bundleLoaded();
    const container = element('div', { class: 'local-org-tab', 'data-local-org-tab': item.apiName });
    main.replaceChildren(container);
    window.localOrg?.mount(item.apiName, container);
  } else {
    showAwayPage(main, items[0]?.href ?? MAIL_PATH);
  }
}

function bundleLoaded(): Promise<void> {
  if (window.localOrg) return Promise.resolve();
  return new Promise((resolve) => window.addEventListener('localorg:bundle', () => resolve(), { once: true }));
}

function markCurrent(path: string): void {
  for (const item of document.querySelectorAll<HTMLElement>('[data-nav-item]')) {
    const link = item.querySelector('a') as HTMLAnchorElement;
    const isCurrent = link.getAttribute('href') === path;
    item.classList.toggle('slds-is-active', isCurrent);
    if (isCurrent) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
