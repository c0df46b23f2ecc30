import PrimitiveIcon from 'lightning/primitiveIcon';
import spriteIcon from './spriteIcon.html';

interface IconInstance {
  iconName: string | null;
}

/**
 * Stands in for every icon library of the base components. `lightning-primitive-icon` looks a template up by
 * "category_name"; here all names share one template that points into the sprite of the design system, so that any
 * icon can be shown, also one whose name comes from Apex.
 */
Object.defineProperty(PrimitiveIcon.prototype, 'spriteHref', {
  configurable: true,
  get(this: IconInstance): string {
    const [category, name] = (this.iconName ?? '').split(':');
    return `/assets/icons/${category}-sprite/svg/symbols.svg#${name}`;
  },
});

export default new Proxy(
  {},
  {
    get: (_library, name) => (typeof name === 'string' && /^[a-z]+_\w+$/.test(name) ? spriteIcon : undefined),
  },
);
