import { ask } from './request.ts';

/** Opens the dialog of "Reset data", resets when it is confirmed, and loads the page again. */
export function followResetDialog(): void {
  const dialog = document.getElementById('reset-dialog') as HTMLDialogElement;
  const confirm = dialog.querySelector('[data-reset]') as HTMLButtonElement;
  const error = dialog.querySelector('[role="alert"]') as HTMLElement;
  document.querySelector('[data-open-dialog="reset-dialog"]')?.addEventListener('click', () => {
    error.hidden = true;
    dialog.showModal();
  });
  dialog.querySelector('[data-close-dialog]')?.addEventListener('click', () => dialog.close());
  confirm.addEventListener('click', () => {
    confirm.disabled = true;
    confirm.textContent = 'Resetting data';
    ask('/local-org/reset', {}).then(
      () => window.location.reload(),
      (failure: Error) => {
        error.textContent = `The data could not be reset. ${failure.message}`;
        error.hidden = false;
        confirm.disabled = false;
        confirm.textContent = 'Reset data';
      },
    );
  });
}
