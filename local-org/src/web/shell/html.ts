/** Markup that needs no further escaping. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Template tag that escapes every value but markup made by itself; lists are joined, null and false are left out. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Html {
  return new Html(strings.reduce((text, part, index) => text + rendered(values[index - 1]) + part));
}

function rendered(value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(rendered).join('');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** Data for a script of the page: JSON in which no `<` can end the element that holds it. */
export function jsonScript(id: string, data: unknown): Html {
  return new Html(
    `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
  );
}

/** An icon out of the sprites of the design system, for the eye only. */
export function icon(name: string, className: string): Html {
  const [category, symbol] = name.split(':');
  return html`<svg class="${className}" aria-hidden="true" focusable="false">
    <use href="/assets/icons/${category}-sprite/svg/symbols.svg#${symbol}"></use>
  </svg>`;
}
