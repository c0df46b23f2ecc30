/** A page reference of Salesforce, as components write it. */
export interface PageReference {
  type: string;
  attributes?: Record<string, string>;
  state?: Record<string, string>;
}

/** The address that Salesforce shows for a page reference. Throws when the type is none of the known ones. */
export function urlOf(page: PageReference): string {
  const attributes = page.attributes ?? {};
  const build = ADDRESSES[page.type];
  if (!build)
    throw new Error(
      `The local org does not know the page reference type "${page.type}". Known: ${Object.keys(ADDRESSES).join(', ')}.`,
    );
  const path = build(attributes);
  const state = new URLSearchParams(page.state ?? {}).toString();
  return state && page.type !== 'standard__webPage' ? `${path}?${state}` : path;
}

const ADDRESSES: Record<string, (attributes: Record<string, string>) => string> = {
  standard__navItemPage: (a) => `/lightning/n/${need(a, 'apiName')}`,
  standard__recordPage: (a) =>
    `/lightning/r/${a.objectApiName ? `${a.objectApiName}/` : ''}${need(a, 'recordId')}/${a.actionName ?? 'view'}`,
  standard__objectPage: (a) => `/lightning/o/${need(a, 'objectApiName')}/${a.actionName ?? 'home'}`,
  standard__namedPage: (a) => `/lightning/page/${need(a, 'pageName')}`,
  standard__component: (a) => `/lightning/cmp/${need(a, 'componentName')}`,
  standard__webPage: (a) => need(a, 'url'),
};

function need(attributes: Record<string, string>, name: string): string {
  const value = attributes[name];
  if (!value) throw new Error(`The page reference lacks the attribute "${name}".`);
  return value;
}

/** The page reference of an address of this page. */
export function pageOf(url: URL): PageReference {
  const [, , kind, first, second, third] = url.pathname.split('/');
  const state = Object.fromEntries(url.searchParams);
  if (kind === 'n') return { type: 'standard__navItemPage', attributes: { apiName: first ?? '' }, state };
  if (kind === 'o')
    return {
      type: 'standard__objectPage',
      attributes: { objectApiName: first ?? '', actionName: second ?? 'home' },
      state,
    };
  if (kind === 'r') {
    return {
      type: 'standard__recordPage',
      attributes: third
        ? { objectApiName: first ?? '', recordId: second ?? '', actionName: third }
        : { recordId: first ?? '', actionName: second ?? 'view' },
      state,
    };
  }
  return { type: 'standard__webPage', attributes: { url: url.pathname }, state };
}
