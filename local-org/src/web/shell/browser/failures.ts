import { element, icon } from './elements.ts';

/** Shows errors that no component caught, as Lightning Experience does; they would only be in the console otherwise. */
export function watchFailures(): void {
  window.addEventListener('error', (event) => show(event.message));
  window.addEventListener('unhandledrejection', (event) => show(reasonOf(event.reason)));
}

/** Lightning errors of Apex calls are objects with a body, not Errors. */
function reasonOf(reason: unknown): string {
  const known = reason as { message?: string; body?: { message?: string } } | null;
  return known?.body?.message ?? known?.message ?? String(reason);
}

export function show(message: string): void {
  // Browsers report a harmless postponement of a resize notice as an error.
  if (message.startsWith('ResizeObserver loop')) return;
  document.querySelector('.local-org-failure')?.remove();
  const close = element(
    'button',
    { type: 'button', class: 'slds-button slds-button_icon slds-button_icon-inverse', title: 'Close' },
    icon('utility:close', 'slds-button__icon'),
    element('span', { class: 'slds-assistive-text' }, 'Close'),
  );
  const alert = element(
    'div',
    { class: 'slds-notify slds-notify_alert slds-alert_error local-org-failure', role: 'alert' },
    element('span', {}, `Sorry to interrupt. A component failed: ${message}`),
    close,
  );
  close.addEventListener('click', () => alert.remove());
  document.body.append(alert);
}
