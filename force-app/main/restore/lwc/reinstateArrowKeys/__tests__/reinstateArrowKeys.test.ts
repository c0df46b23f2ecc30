import { isFreeArrow } from 'c/reinstateArrowKeys';

/** Presses a key on the element and says what the function made of it where the panel listens. */
function pressOn(target: Element, init: KeyboardEventInit, handled = false): boolean {
    const panel = document.createElement('section');
    panel.appendChild(target);
    document.body.appendChild(panel);
    let answer = false;
    target.addEventListener('keydown', (event) => handled && event.preventDefault());
    panel.addEventListener('keydown', (event) => {
        answer = isFreeArrow(event as KeyboardEvent);
    });
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init }));
    return answer;
}

function made(tag: string, attributes: Record<string, string> = {}): Element {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    return element;
}

describe('c-reinstate-arrow-keys', () => {
    it.each([
        ['button', {}],
        ['h2', { tabindex: '-1' }],
        ['a', { role: 'tab' }],
    ])('is free on a %s', (tag, attributes) => {
        expect(pressOn(made(tag, attributes), { key: 'ArrowDown' })).toBe(true);
        expect(pressOn(made(tag, attributes), { key: 'ArrowUp' })).toBe(true);
    });

    it.each([
        ['input', {}],
        ['textarea', {}],
        ['select', {}],
        ['div', { role: 'listbox' }],
        ['lightning-radio-group', {}],
    ])('belongs to a %s', (tag, attributes) => {
        expect(pressOn(made(tag, attributes), { key: 'ArrowDown' })).toBe(false);
    });

    it.each([
        ['with another key', { key: 'PageDown' }],
        ['with Alt', { key: 'ArrowDown', altKey: true }],
        ['with Shift', { key: 'ArrowDown', shiftKey: true }],
        ['with Control', { key: 'ArrowDown', ctrlKey: true }],
        ['with the command key', { key: 'ArrowDown', metaKey: true }],
        ['when the key is held down', { key: 'ArrowDown', repeat: true }],
    ])('is not one %s', (_, init) => {
        expect(pressOn(made('button'), init)).toBe(false);
    });

    it('is not free where somebody has handled it', () => {
        expect(pressOn(made('button'), { key: 'ArrowDown' }, true)).toBe(false);
    });
});
