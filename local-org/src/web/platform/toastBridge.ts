import Toast from 'lightning/toast';

interface ToastDetail {
  toast?: unknown;
  title?: string;
  message?: string;
  messageData?: (string | { url: string; label: string })[];
  variant?: string;
  mode?: string;
}

/**
 * Turns the platform's toast event into the toast of the base components. Both use the same event name with different
 * details: one that carries `toast` is the base components' own and passes.
 */
window.addEventListener(
  'lightning__showtoast',
  (event) => {
    const detail = (event as CustomEvent<ToastDetail>).detail;
    if (!detail || detail.toast) return;
    event.stopImmediatePropagation();
    Toast.show(
      {
        label: detail.title || detail.message || '',
        ...(detail.title && detail.message ? { message: detail.message } : {}),
        ...(detail.messageData ? { messageLinks: detail.messageData } : {}),
        variant: detail.variant ?? 'info',
        ...(detail.mode ? { mode: detail.mode === 'pester' ? 'dismissible' : detail.mode } : { mode: 'dismissible' }),
      },
      document.body,
    );
  },
  true,
);
