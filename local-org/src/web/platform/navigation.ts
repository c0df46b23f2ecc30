import { pageOf, urlOf, type PageReference } from './pageReferences.ts';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

// A mixin's base may take any arguments: TypeScript wants exactly this type for it (TS2545).
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor = new (...args: any[]) => object;

/** `NavigationMixin` of `lightning/navigation`, which the base component package only re-exports. */
export function NavigationMixin<T extends Constructor>(Base: T) {
  return class extends Base {
    [Navigate](page: PageReference, replace = false): void {
      const url = urlOf(page);
      // The router of the page listens; what is not an address of this page opens in a new tab of the browser.
      window.dispatchEvent(new CustomEvent('localorg:navigate', { detail: { url, replace } }));
    }

    [GenerateUrl](page: PageReference): Promise<string> {
      return Promise.resolve(urlOf(page));
    }
  };
}
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

/** Wire adapter that gives the page reference of the current address, again after each navigation. */
export class CurrentPageReference {
  readonly #provide: (page: PageReference) => void;
  readonly #announce = (): void => this.#provide(pageOf(new URL(window.location.href)));

  constructor(dataCallback: (page: PageReference) => void) {
    this.#provide = dataCallback;
  }

  connect(): void {
    window.addEventListener('localorg:navigated', this.#announce);
    this.#announce();
  }

  disconnect(): void {
    window.removeEventListener('localorg:navigated', this.#announce);
  }

  update(): void {
    // The adapter takes no configuration.
  }
}
