import { html, icon, type Html } from './html.ts';
import type { Navigation, NavigationItem } from './navigation.ts';

export const MAIL_PATH = '/lightning/local-org/mail';

/** App launcher, name of the app and its tabs; the last one is a page of the local org, with the mails that were sent. */
export function contextBar(navigation: Navigation): Html {
  return html`<div class="slds-context-bar local-org-bar">
    <div class="slds-context-bar__primary">
      <div class="slds-context-bar__item slds-no-hover">
        <div class="slds-context-bar__icon-action slds-dropdown-trigger slds-dropdown-trigger_click" data-menu>
          ${launcher(navigation)}
        </div>
        <span class="slds-context-bar__label-action slds-context-bar__app-name local-org-bar__app"
          ><span class="slds-truncate" title="${navigation.appLabel}">${navigation.appLabel}</span></span
        >
      </div>
    </div>
    <nav class="slds-context-bar__secondary local-org-bar__tabs" aria-label="${navigation.appLabel}">
      <ul class="slds-grid">
        ${navigation.items.map(tab)}
        <li class="slds-context-bar__item local-org-bar__extra" data-nav-item>
          <a class="slds-context-bar__label-action" href="${MAIL_PATH}" title="Mails that the local org sent"
            ><span class="slds-truncate">Mail</span></a
          >
        </li>
      </ul>
    </nav>
  </div>`;
}

function tab(item: NavigationItem): Html {
  const title = item.isHidden ? `${item.label} (hidden from this user on Salesforce)` : item.label;
  return html`<li class="slds-context-bar__item" data-nav-item>
    <a class="slds-context-bar__label-action" href="${item.href}" title="${title}"
      ><span class="slds-truncate">${item.label}</span
      >${item.isHidden && html`${icon('utility:hide', 'slds-icon slds-icon_xx-small slds-icon-text-default slds-m-left_xx-small')}<span class="slds-assistive-text">Hidden from this user on Salesforce</span>`}</a
    >
  </li>`;
}

function launcher(navigation: Navigation): Html {
  return html`<button
      type="button"
      class="slds-button slds-icon-waffle_container slds-context-bar__button"
      aria-haspopup="true"
      aria-expanded="false"
      title="App Launcher"
    >
      <span class="slds-icon-waffle"
        >${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((dot) => html`<span class="slds-r${dot}"></span>`)}</span
      >
      <span class="slds-assistive-text">App Launcher</span>
    </button>
    <div class="slds-dropdown slds-dropdown_left slds-dropdown_small">
      <ul class="slds-dropdown__list" role="menu" aria-label="App Launcher">
        <li class="slds-dropdown__header" role="presentation">
          <span class="slds-text-title_caps">${navigation.appLabel}</span>
        </li>
        ${[...navigation.items, { label: 'Mail', href: MAIL_PATH }].map(
          (item) =>
            html`<li class="slds-dropdown__item" role="presentation">
              <a href="${item.href}" role="menuitem" tabindex="-1"><span class="slds-truncate">${item.label}</span></a>
            </li>`,
        )}
      </ul>
    </div>`;
}
