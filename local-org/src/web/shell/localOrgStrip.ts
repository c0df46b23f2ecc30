import type { SiteState } from '../server/site.ts';
import { html, icon, type Html } from './html.ts';

/** The strip that no Salesforce page has: says that this is the local org, and holds what only it can do. */
export function localOrgStrip(state: SiteState): Html {
  return html`<section class="local-org-strip" aria-label="Local org">
    <span class="local-org-strip__name"
      >${icon('utility:desktop', 'slds-icon slds-icon_xx-small local-org-strip__icon')}Local org</span
    >
    <span class="local-org-strip__text">Runs on this computer. No data leaves it.</span>
    <button
      type="button"
      class="slds-button local-org-strip__button"
      data-open-dialog="reset-dialog"
      ${state === 'starting' && html`disabled`}
    >
      ${icon('utility:refresh', 'slds-button__icon slds-button__icon_left')}Reset data
    </button>
  </section>`;
}
