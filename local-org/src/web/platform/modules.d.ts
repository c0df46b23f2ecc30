/** Modules that the page's code imports and TypeScript cannot see: they exist only inside the bundle. */
declare module 'lightning/toast' {
  const Toast: { show(config: Record<string, unknown>, source: EventTarget): void };
  export default Toast;
}
declare module 'lightning/primitiveIcon' {
  const PrimitiveIcon: { prototype: object };
  export default PrimitiveIcon;
}
declare module '*.html' {
  const template: unknown;
  export default template;
}
