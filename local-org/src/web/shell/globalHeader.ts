import type { Persona } from '../host-api.ts';
import { html, icon, type Html } from './html.ts';

/** The upper half of the header of Lightning Experience: logo on the left, the running user on the right. */
export function globalHeader({ current, personas }: { current: Persona | null; personas: Persona[] }): Html {
  return html`<div class="slds-global-header local-org-header slds-grid slds-grid_align-spread">
    <div class="slds-global-header__item">
      <div class="local-org-header__logo" aria-hidden="true">
        ${icon('standard:user_role', 'slds-icon local-org-header__logo-icon')}
      </div>
    </div>
    <div class="slds-global-header__item">${current && userMenu(current, personas)}</div>
  </div>`;
}

function userMenu(current: Persona, personas: Persona[]): Html {
  return html`<div class="slds-dropdown-trigger slds-dropdown-trigger_click" data-menu>
    <button
      type="button"
      class="slds-button local-org-user"
      aria-haspopup="true"
      aria-expanded="false"
      title="Switch the running user"
    >
      <span class="slds-assistive-text">Running user: </span>
      <span class="local-org-user__text">
        <span class="local-org-user__name">${current.name}</span>
        <span class="local-org-user__role">${current.role}</span>
      </span>
      <span class="slds-avatar slds-avatar_circle slds-avatar_medium" aria-hidden="true">
        <span class="slds-avatar__initials local-org-user__initials">${initials(current.name)}</span>
      </span>
    </button>
    <div class="slds-dropdown slds-dropdown_right slds-dropdown_medium local-org-user__menu">
      <ul class="slds-dropdown__list" role="menu" aria-label="Run as">
        <li class="slds-dropdown__header" role="presentation"><span class="slds-text-title_caps">Run as</span></li>
        ${personas.map((persona) => userItem(persona, persona.userId === current.userId))}
      </ul>
    </div>
  </div>`;
}

function userItem(persona: Persona, isCurrent: boolean): Html {
  const descriptionId = `about-${persona.userId}`;
  return html`<li class="slds-dropdown__item ${isCurrent && 'slds-is-selected'}" role="presentation">
    <a
      href="#"
      role="menuitemradio"
      aria-checked="${String(isCurrent)}"
      tabindex="-1"
      data-switch-user="${persona.userId}"
      ${persona.description && html`aria-describedby="${descriptionId}"`}
    >
      <span class="slds-truncate local-org-user__choice">
        ${icon('utility:check', 'slds-icon slds-icon_x-small slds-icon-text-default slds-m-right_x-small slds-icon_selected')}
        <span>
          <span class="local-org-user__choice-name">${persona.name}</span>
          <span class="local-org-user__choice-role">${persona.role}</span>
          ${
            persona.description &&
            html`<span class="local-org-user__choice-description" id="${descriptionId}" aria-hidden="true"
              >${persona.description}</span
            >`
          }
        </span>
      </span>
    </a>
  </li>`;
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}
