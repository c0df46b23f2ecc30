/** What does something of its own with an arrow key. Base components count as a whole: their insides may be hidden. */
const USES_ARROWS = [
    'input',
    'textarea',
    'select',
    '[contenteditable]',
    '[role="combobox"]',
    '[role="listbox"]',
    '[role="menu"]',
    'lightning-input',
    'lightning-radio-group',
].join(',');

/** Whether a key is an arrow up or down, pressed once and alone, where nothing else listens to it. */
export function isFreeArrow(event: KeyboardEvent): boolean {
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    const isAlone = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.repeat;
    if (!isArrow || !isAlone || event.defaultPrevented) {
        return false;
    }
    const path = event.composedPath();
    const within = path.slice(0, event.currentTarget ? path.indexOf(event.currentTarget) : undefined);
    return !within.some((target) => target instanceof Element && target.matches(USES_ARROWS));
}
