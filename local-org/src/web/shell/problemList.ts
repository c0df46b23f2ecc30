import { relative } from 'node:path';
import type { BuildProblem } from '../build/problems.ts';
import { html, icon, type Html } from './html.ts';

/** What the page shows instead of the app when it could not be built: each file, line and message. */
export function problemList(problems: BuildProblem[], projectDir: string): Html {
  // Without a file to mend it is the local org itself that could not start.
  const isOfProject = problems.some(({ file }) => file !== null);
  return html`<article class="slds-card local-org-problems">
    <div class="slds-card__header slds-grid">
      <header class="slds-media slds-media_center slds-has-flexi-truncate">
        <div class="slds-media__figure">${icon('utility:error', 'slds-icon slds-icon_small slds-icon-text-error')}</div>
        <div class="slds-media__body">
          <h1 class="slds-card__header-title">
            ${isOfProject ? 'The page could not be built' : 'The local org could not start'}
          </h1>
        </div>
      </header>
    </div>
    <div class="slds-card__body slds-card__body_inner">
      <p class="slds-m-bottom_medium">
        ${
          isOfProject
            ? `Mend ${problems.length === 1 ? 'this' : `these ${problems.length} problems`} and save: the page comes back by itself.`
            : 'Mend this, then start the local org again.'
        }
      </p>
      <ol class="local-org-problems__list">
        ${problems.map((problem) => html`<li>${oneProblem(problem, projectDir)}</li>`)}
      </ol>
    </div>
  </article>`;
}

function oneProblem({ file, line, column, message, excerpt }: BuildProblem, projectDir: string): Html {
  const place =
    file && [relative(projectDir, file), line, line ? column : null].filter((part) => part !== null).join(':');
  return html`${place && html`<p class="local-org-problems__place">${place}</p>`}
    <p class="local-org-problems__message">${message}</p>
    ${excerpt && html`<pre class="local-org-problems__excerpt" tabindex="0">${excerpt}</pre>`}`;
}
