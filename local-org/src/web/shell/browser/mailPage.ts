import { element, icon } from './elements.ts';
import { ask } from './request.ts';

interface Mail {
  id: string;
  to: string[];
  subject: string;
  sentAt: string;
  body: string;
  isHtml?: boolean;
  from?: string;
  cc?: string[];
  bcc?: string[];
  replyTo?: string | null;
}

/** The mails that the org sent, newest first, with one of them open. */
export async function showMailPage(main: HTMLElement): Promise<void> {
  const list = element('ul', { class: 'local-org-mail__list', 'aria-label': 'Mails' });
  const reader = element('section', { class: 'local-org-mail__reader', 'aria-label': 'Message', tabindex: '-1' });
  const count = element('p', { class: 'slds-page-header__meta-text' }, 'Loading');
  const refresh = element('button', { type: 'button', class: 'slds-button slds-button_neutral' }, 'Refresh');
  refresh.addEventListener('click', () => void load());
  main.replaceChildren(pageHeader(count, refresh), element('div', { class: 'slds-card local-org-mail' }, list, reader));
  const load = async (): Promise<void> => {
    try {
      const { mails } = await ask<{ mails: Mail[] }>('/local-org/mail');
      count.textContent = countOf(mails.length);
      fill(list, reader, mails);
    } catch (error) {
      count.textContent = '';
      list.replaceChildren();
      reader.replaceChildren(element('p', { class: 'slds-text-color_error', role: 'alert' }, (error as Error).message));
    }
  };
  await load();
}

function countOf(count: number): string {
  if (count === 0) return 'No mails yet';
  return count === 1 ? '1 mail' : `${count} mails, newest first`;
}

function pageHeader(count: HTMLElement, refresh: HTMLElement): HTMLElement {
  return element(
    'div',
    { class: 'slds-page-header local-org-mail__header' },
    element(
      'div',
      { class: 'slds-page-header__row' },
      element(
        'div',
        { class: 'slds-page-header__col-title' },
        element(
          'div',
          { class: 'slds-media' },
          element(
            'div',
            { class: 'slds-media__figure' },
            element(
              'span',
              { class: 'slds-icon_container slds-icon-standard-email' },
              icon('standard:email', 'slds-icon slds-page-header__icon'),
            ),
          ),
          element(
            'div',
            { class: 'slds-media__body' },
            element(
              'div',
              { class: 'slds-page-header__name' },
              element(
                'div',
                { class: 'slds-page-header__name-title' },
                element(
                  'h1',
                  {},
                  element('span', {}, 'Local org'),
                  element('span', { class: 'slds-page-header__title slds-truncate' }, 'Mail'),
                ),
              ),
            ),
            count,
          ),
        ),
      ),
      element('div', { class: 'slds-page-header__col-actions' }, refresh),
    ),
  );
}

function fill(list: HTMLElement, reader: HTMLElement, mails: Mail[]): void {
  const items = mails.map((mail) => {
    const button = element(
      'button',
      { type: 'button', class: 'slds-button_reset local-org-mail__item' },
      element(
        'span',
        { class: 'local-org-mail__line' },
        element('span', { class: 'slds-truncate local-org-mail__subject' }, mail.subject || '(no subject)'),
        element('span', { class: 'local-org-mail__time' }, shortTime(mail.sentAt)),
      ),
      element('span', { class: 'slds-truncate local-org-mail__to' }, mail.to.join(', ')),
    );
    button.addEventListener('click', () => {
      select(list, button, reader, mail);
      reader.focus({ preventScroll: window.innerWidth > 767 });
    });
    return element('li', {}, button);
  });
  list.hidden = mails.length === 0;
  list.replaceChildren(...items);
  const [first] = mails;
  const firstButton = items[0]?.querySelector('button');
  if (first && firstButton) select(list, firstButton, reader, first);
  else
    reader.replaceChildren(
      element(
        'div',
        { class: 'local-org-mail__empty' },
        icon('utility:email', 'slds-icon slds-icon_large slds-icon-text-default'),
        element('p', { class: 'slds-text-heading_small' }, 'What the org sends is shown here'),
        element('p', {}, 'No mail leaves this computer.'),
      ),
    );
}

function select(list: HTMLElement, button: HTMLElement, reader: HTMLElement, mail: Mail): void {
  for (const other of list.querySelectorAll('[aria-current]')) other.removeAttribute('aria-current');
  button.setAttribute('aria-current', 'true');
  reader.replaceChildren(
    element('h2', { class: 'slds-text-heading_medium' }, mail.subject || '(no subject)'),
    element(
      'dl',
      { class: 'local-org-mail__facts' },
      ...fact('To', mail.to.join(', ')),
      ...(mail.cc?.length ? fact('Cc', mail.cc.join(', ')) : []),
      ...(mail.bcc?.length ? fact('Bcc', mail.bcc.join(', ')) : []),
      ...(mail.from ? fact('From', mail.from) : []),
      ...(mail.replyTo ? fact('Reply to', mail.replyTo) : []),
      ...fact('Sent', longTime(mail.sentAt)),
    ),
    bodyOf(mail),
  );
}

function fact(name: string, value: string): HTMLElement[] {
  return [element('dt', {}, name), element('dd', {}, value)];
}

/**
 * HTML of a mail is shown in a frame of an origin of its own, under the content security policy of this page: no script
 * of the mail runs, and nothing is loaded from elsewhere. `allow-scripts` lets tools that check the page look inside.
 */
function bodyOf(mail: Mail): HTMLElement {
  if (!mail.isHtml) return element('div', { class: 'local-org-mail__body' }, mail.body);
  return element('iframe', {
    class: 'local-org-mail__frame',
    sandbox: 'allow-scripts',
    title: 'Body of the mail',
    srcdoc: mail.body,
  });
}

function shortTime(iso: string): string {
  const time = new Date(iso);
  const isToday = time.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat('en-US', isToday ? { timeStyle: 'short' } : { dateStyle: 'medium' }).format(time);
}

function longTime(iso: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'medium' }).format(new Date(iso));
}
