import { html, type Html } from './html.ts';

/** Asks before the data goes back to the seed. */
export function resetDialog(): Html {
  return html`<dialog id="reset-dialog" class="local-org-dialog" aria-labelledby="reset-dialog-title">
    <div class="slds-modal__header">
      <h2 id="reset-dialog-title" class="slds-modal__title slds-text-heading_medium">Reset data</h2>
    </div>
    <div class="slds-modal__content slds-p-around_medium">
      <p>
        All data goes back to the sample data that the local org started with. What was restored, changed or sent since
        then is gone.
      </p>
      <p class="local-org-dialog__error slds-text-color_error slds-m-top_small" role="alert" hidden></p>
    </div>
    <div class="slds-modal__footer">
      <button type="button" class="slds-button slds-button_neutral" data-close-dialog>Cancel</button>
      <button type="button" class="slds-button slds-button_destructive" data-reset>Reset data</button>
    </div>
  </dialog>`;
}
