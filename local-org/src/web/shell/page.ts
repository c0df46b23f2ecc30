import type { BuildProblem } from '../build/problems.ts';
import type { BootData, Persona } from '../host-api.ts';
import type { SiteState } from '../server/site.ts';
import { contextBar } from './contextBar.ts';
import { globalHeader } from './globalHeader.ts';
import { html, jsonScript, type Html } from './html.ts';
import { localOrgStrip } from './localOrgStrip.ts';
import type { Navigation } from './navigation.ts';
import { problemList } from './problemList.ts';
import { resetDialog } from './resetDialog.ts';

/** Everything that a page shows of the state of the local org. */
export interface PageModel {
  state: SiteState;
  problems: BuildProblem[];
  projectDir: string;
  bundleHash: string | null;
  navigation: Navigation;
  /** Null while the org is starting. */
  current: Persona | null;
  personas: Persona[];
  boot: BootData | null;
  watches: boolean;
}

/** The whole page, so that header and navigation stand at once, however long the bundle takes. */
export function page(model: PageModel): string {
  const { state, bundleHash, navigation, boot } = model;
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${navigation.appLabel} | Local org</title>
        <link rel="icon" href="/favicon.ico" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/styles/salesforce-lightning-design-system.min.css" />
        <link rel="stylesheet" href="/local-org/shell.css" />
        ${bundleHash && html`<link rel="modulepreload" href="/bundle/${bundleHash}.js" />`}
      </head>
      <body
        class="slds-scope"
        data-local-org-state="${state}"
        data-bundle="${bundleHash ?? ''}"
        data-watches="${String(model.watches)}"
      >
        <a class="slds-assistive-text slds-assistive-text_focus local-org-skip" href="#main">Skip to main content</a>
        ${localOrgStrip(state)}
        <header>${globalHeader(model)} ${contextBar(navigation)}</header>
        <main id="main" class="local-org-main" tabindex="-1">${mainOf(model)}</main>
        ${resetDialog()} ${jsonScript('local-org-navigation', navigation)} ${boot && jsonScript('local-org-boot', boot)}
        ${bundleHash && html`<script type="module" src="/bundle/${bundleHash}.js"></script>`}
        <script type="module" src="/local-org/shell/main.ts"></script>
      </body>
    </html> `.text;
}

function mainOf({ state, problems, projectDir }: PageModel): Html {
  if (state === 'failed') return problemList(problems, projectDir);
  const text =
    state === 'starting'
      ? 'The org is starting.'
      : state === 'building'
        ? 'Compiling the Lightning web components. The first time takes some seconds.'
        : 'Loading';
  return html`<div class="local-org-waiting" role="status">
    <div class="slds-spinner_inline">
      <div class="slds-spinner slds-spinner_medium slds-spinner_brand">
        <span class="slds-assistive-text">${text}</span>
        <div class="slds-spinner__dot-a"></div>
        <div class="slds-spinner__dot-b"></div>
      </div>
    </div>
    ${state !== 'ready' && html`<p class="slds-text-body_regular">${text}</p>`}
  </div>`;
}
