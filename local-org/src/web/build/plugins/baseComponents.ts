import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rollup';

const SPRITE_ICONS = join(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
  'platform',
  'lwc',
  'spriteIcons',
  'spriteIcons.ts',
);

const PACKAGE_JSON = createRequire(import.meta.url).resolve('lightning-base-components/package.json');
const PACKAGE = JSON.parse(readFileSync(PACKAGE_JSON, 'utf8')) as { lwc: { expose: string[] } };

/** The modules that the package offers to others; the rest is its inside, which Salesforce refuses to components too. */
export const EXPOSED_BASE_MODULES: ReadonlySet<string> = new Set(PACKAGE.lwc.expose);

/** Where the package keeps what it answers to an `@salesforce/*` import, if it has an answer. */
export function scopedImportFile(specifier: string): string {
  return join(dirname(PACKAGE_JSON), 'scopedImports', `${specifier.replaceAll('/', '-')}.js`);
}

const PRIMITIVE_ICON = join(dirname(PACKAGE_JSON), 'src', 'lightning', 'primitiveIcon', 'primitiveIcon.js');

const ICON_LIBRARY = /^lightning\/iconSvgTemplates\w*$/;
const NATIVE_SHADOW_STYLES = /\.(slds|lbc\.native)\.css$/;

/**
 * Leaves out of the base components what the page does not use.
 *
 * Their icon libraries hold 1,727 templates, twice for right-to-left: icons come from the sprites of the design system
 * instead. Their `*.slds.css` and `*.lbc.native.css` are for native shadow; the page has synthetic shadow and the
 * global stylesheet, so they resolve to no styles (`[]`; `undefined` would be taken for a broken stylesheet).
 */
export function baseComponents(): Plugin {
  return {
    name: 'local-org:base-components',
    resolveId(specifier, importer) {
      if (specifier === 'lightning/primitiveIcon' && importer === SPRITE_ICONS) return PRIMITIVE_ICON;
      if (ICON_LIBRARY.test(specifier)) return SPRITE_ICONS;
      if (NATIVE_SHADOW_STYLES.test(specifier.split('?')[0] ?? '')) return '\0local-org:no-styles';
      return null;
    },
    load: (id) => (id === '\0local-org:no-styles' ? 'export default [];' : null),
  };
}
