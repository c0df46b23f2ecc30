import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LABELS_FILE = join(__dirname, '../../main/default/labels/CustomLabels.labels-meta.xml');

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Serves `@salesforce/label/c.*` from the labels of the project, as the platform does. */
for (const [, name, value] of readFileSync(LABELS_FILE, 'utf8').matchAll(
    /<fullName>(\w+)<\/fullName>[\s\S]*?<value>([\s\S]*?)<\/value>/g,
)) {
    const text = value.replace(/&(\w+);/g, (entity, key: string) => ENTITIES[key] ?? entity);
    jest.doMock(`@salesforce/label/c.${name}`, () => ({ default: text }), { virtual: true });
}
