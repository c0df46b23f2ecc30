import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const MAIN = join(__dirname, '../../../..');
const LABELS_FILE = join(MAIN, 'default/labels/CustomLabels.labels-meta.xml');

/** Attributes of templates whose value a person reads or hears. */
const SPOKEN =
    /\s(?:label|title|placeholder|tooltip|heading|message|alternative-text|aria-label|[a-z]+-label)="[^"{]+"/g;

function filesEndingWith(ending: string): { name: string; text: string }[] {
    return readdirSync(MAIN, { recursive: true, encoding: 'utf8' })
        .filter((file) => /[\\/]lwc[\\/]/.test(file) && !file.includes('__tests__') && file.endsWith(ending))
        .map((file) => ({ name: relative(MAIN, join(MAIN, file)), text: readFileSync(join(MAIN, file), 'utf8') }));
}

function matchesOf(pattern: RegExp, text: string): string[] {
    return [...text.matchAll(pattern)].map(([whole, group]) => group ?? whole);
}

describe('labels of the components', () => {
    const imported = filesEndingWith('.ts').flatMap(({ text }) => matchesOf(/'@salesforce\/label\/c\.(\w+)'/g, text));
    const declared = matchesOf(/<fullName>(Reinstate_UI_\w+)<\/fullName>/g, readFileSync(LABELS_FILE, 'utf8'));

    it('exist for every import', () => {
        expect(imported.length).toBeGreaterThan(100);
        expect(imported.filter((name) => !declared.includes(name))).toEqual([]);
    });

    it('are all used, each declared once', () => {
        expect(declared.filter((name) => !imported.includes(name))).toEqual([]);
        expect(new Set(declared).size).toBe(declared.length);
    });

    it('are the only text in templates', () => {
        const templates = filesEndingWith('.html');
        const found = templates.flatMap(({ name, text }) => {
            const markup = text.replace(/<!--[\s\S]*?-->/g, '');
            const visible = markup.replace(/<[^>]*>/g, '\n').replace(/\{[^}]*\}/g, '');
            return [...matchesOf(/\p{L}[^\n]*/gu, visible), ...matchesOf(SPOKEN, markup)].map((it) => `${name}: ${it}`);
        });

        expect(templates.length).toBeGreaterThan(10);
        expect(found).toEqual([]);
    });

    it('are the only sentences in scripts', () => {
        const found = filesEndingWith('.ts').flatMap(({ name, text }) =>
            matchesOf(/(['"`][A-Z][a-z]+ [^'"`\n]+['"`])/g, text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')).map(
                (literal) => `${name}: ${literal}`,
            ),
        );

        expect(found).toEqual([]);
    });
});
