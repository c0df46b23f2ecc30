import { createElement } from 'lwc';

type Constructor = Parameters<typeof createElement>[1]['is'];

/** Puts a component with its public properties on the page, as an app would. */
export function show<Element extends HTMLElement>(
    tagName: string,
    constructor: Constructor,
    properties: Record<string, unknown> = {},
): Element {
    const element = createElement(tagName, { is: constructor });
    Object.assign(element, properties);
    document.body.appendChild(element);
    return element as unknown as Element;
}

/** Waits until every promise that is settled already, and what follows from it, has been rendered. */
export async function settled(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) {
        // eslint-disable-next-line no-await-in-loop -- turns of the microtask queue, one after the other
        await Promise.resolve();
    }
}

/** Every element below the root that matches, components inside components included, in document order. */
export function findAll<Found extends Element = HTMLElement>(root: Element, selector: string): Found[] {
    return [...(root.shadowRoot?.querySelectorAll('*') ?? root.children)].flatMap((element) => [
        ...(element.matches(selector) ? [element as unknown as Found] : []),
        ...(element.shadowRoot ? findAll<Found>(element, selector) : []),
    ]);
}

/** The one element that matches. Fails when there is none. */
export function find<Found extends Element = HTMLElement>(root: Element, selector: string): Found {
    const [found] = findAll<Found>(root, selector);
    if (!found) {
        throw new Error(`Nothing on the page matches ${selector}. It reads: ${textOf(root)}`);
    }
    return found;
}

interface Labelled extends HTMLElement {
    label?: string;
    alternativeText?: string;
}

/** The buttons that carry the name, seen as assistive technology names them. */
export function buttonsNamed(root: Element, name: string): HTMLElement[] {
    return findAll<Labelled>(root, 'button, lightning-button-icon').filter((button) =>
        [button.ariaLabel, button.label, button.alternativeText, button.textContent?.trim()].includes(name),
    );
}

/** Presses the one button with the name. Fails when there is none. */
export function press(root: Element, name: string): void {
    const [button] = buttonsNamed(root, name);
    if (!button) {
        throw new Error(`There is no button "${name}". The page reads: ${textOf(root)}`);
    }
    button.click();
}

/** Fires what a base component fires when a person changes its value. */
export function change(element: Element, detail: Record<string, unknown>): void {
    element.dispatchEvent(new CustomEvent('change', { detail }));
}

/** All text that a person could read below the root, in document order, with single spaces. */
export function textOf(root: Element): string {
    const texts = [root, ...findAll(root, '*')].flatMap((element) =>
        [...(element.shadowRoot ?? element).childNodes]
            .filter((node) => node.nodeType === Node.TEXT_NODE)
            .map((node) => node.textContent?.trim() ?? ''),
    );
    return texts.filter(Boolean).join(' ').replace(/\s+/g, ' ');
}

/** An answer of the server that the test gives when it wants. */
export interface Pending {
    promise: Promise<unknown>;
    answer(value: unknown): void;
    fail(error: unknown): void;
}

export function pending(): Pending {
    let answer: Pending['answer'] = () => {};
    let fail: Pending['fail'] = () => {};
    const promise = new Promise((resolve, reject) => {
        answer = resolve;
        fail = reject;
    });
    return { promise, answer, fail };
}

/** The details of every such event that the element fires from now on, in order. */
export function recorded(element: Element, eventName: string): unknown[] {
    const details: unknown[] = [];
    element.addEventListener(eventName, (event) => details.push((event as CustomEvent<unknown>).detail));
    return details;
}
