import { ask } from './request.ts';

/** Opens and closes the menus of the header, with the keyboard as well, and switches the running user. */
export function followMenus(): void {
  for (const menu of document.querySelectorAll<HTMLElement>('[data-menu]')) followMenu(menu);
  document.addEventListener('click', (event) => {
    for (const menu of document.querySelectorAll<HTMLElement>('[data-menu].slds-is-open')) {
      if (!menu.contains(event.target as Node)) close(menu, false);
    }
  });
}

function followMenu(menu: HTMLElement): void {
  buttonOf(menu).addEventListener('click', () =>
    menu.classList.contains('slds-is-open') ? close(menu, true) : open(menu),
  );
  menu.addEventListener('keydown', (event) => handleKey(event, menu));
  menu.addEventListener('click', (event) => {
    const item = (event.target as Element).closest<HTMLElement>('[role^="menuitem"]');
    if (!item) return;
    if (item.dataset.switchUser) {
      event.preventDefault();
      void switchUser(item.dataset.switchUser);
    }
    close(menu, false);
  });
}

function handleKey(event: KeyboardEvent, menu: HTMLElement): void {
  const items = itemsOf(menu);
  const index = items.indexOf(document.activeElement as HTMLElement);
  const targets: Record<string, HTMLElement | undefined> = {
    ArrowDown: items[(index + 1) % items.length],
    ArrowUp: items[(index - 1 + items.length) % items.length],
    Home: items[0],
    End: items.at(-1),
  };
  if (event.key === 'Escape') {
    close(menu, true);
  } else if (event.key === 'Tab') {
    close(menu, false);
  } else if (event.key === ' ' && index >= 0) {
    event.preventDefault();
    items[index]?.click();
  } else if (targets[event.key]) {
    event.preventDefault();
    if (!menu.classList.contains('slds-is-open')) open(menu);
    else targets[event.key]?.focus();
  }
}

function open(menu: HTMLElement): void {
  menu.classList.add('slds-is-open');
  buttonOf(menu).setAttribute('aria-expanded', 'true');
  (menu.querySelector<HTMLElement>('[aria-checked="true"]') ?? itemsOf(menu)[0])?.focus();
}

function close(menu: HTMLElement, returnFocus: boolean): void {
  menu.classList.remove('slds-is-open');
  buttonOf(menu).setAttribute('aria-expanded', 'false');
  if (returnFocus) buttonOf(menu).focus();
}

function buttonOf(menu: HTMLElement): HTMLElement {
  return menu.querySelector('button') as HTMLElement;
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
}

/** The page is made anew for the other user, as after a login. */
async function switchUser(userId: string): Promise<void> {
  await ask('/local-org/switch', { userId });
  window.location.reload();
}
