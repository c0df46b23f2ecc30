import { createElement } from 'lwc';

type Component = Parameters<typeof createElement>[1]['is'];

const components = new Map<string, { tag: string; component: Component }>();

/** Called by the generated entry, once per tab. */
export function register(tab: string, tag: string, component: Component): void {
  components.set(tab, { tag, component });
}

declare global {
  interface Window {
    /** What the bundle offers the shell. */
    localOrg?: { mount(tab: string, container: HTMLElement): boolean };
  }
}

/** Puts the component of a tab into the container. False when no tab of that name shows a component. */
function mount(tab: string, container: HTMLElement): boolean {
  const entry = components.get(tab);
  if (!entry) return false;
  container.replaceChildren(createElement(entry.tag, { is: entry.component }));
  return true;
}

window.localOrg = { mount };
// The entry registers its tabs in the same task; the shell hears of the bundle when all are there.
queueMicrotask(() => window.dispatchEvent(new CustomEvent('localorg:bundle')));
