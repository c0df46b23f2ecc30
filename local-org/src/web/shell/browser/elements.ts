/** Makes an element with text or children; attributes that are null are left out. */
export function element(
  tag: string,
  attributes: Record<string, string | null>,
  ...children: (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An icon out of the sprites of the design system, for the eye only. */
export function icon(name: string, className: string): SVGElement {
  const [category, symbol] = name.split(':');
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `/assets/icons/${category}-sprite/svg/symbols.svg#${symbol}`);
  svg.append(use);
  return svg;
}
