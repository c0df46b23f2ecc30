import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

/** Custom labels of a project. Names are case-insensitive, as in Apex. */
export class CustomLabels {
  private readonly byName = new Map<string, { name: string; value: string }>();

  /** Reads all `*.labels-meta.xml` and `*.labels` files. Throws an Error naming the file and the label that is wrong. */
  static read(metadataFiles: readonly string[]): CustomLabels {
    const labels = new CustomLabels();
    const parser = new XMLParser({
      ignoreAttributes: true,
      parseTagValue: false,
      trimValues: false,
      isArray: (name) => name === 'labels',
    });
    for (const file of metadataFiles.filter((path) => /\.labels(-meta\.xml)?$/.test(path))) {
      const document = parser.parse(readFileSync(file, 'utf8')) as {
        CustomLabels?: { labels?: { fullName?: string; value?: string }[] };
      };
      for (const label of document.CustomLabels?.labels ?? []) labels.add(file, label.fullName, label.value);
    }
    return labels;
  }

  has(name: string): boolean {
    return this.byName.has(name.toLowerCase());
  }

  /** The text of a label; undefined when there is none. */
  get(name: string): string | undefined {
    return this.byName.get(name.toLowerCase())?.value;
  }

  /** All labels by their own spelling. */
  toRecord(): Record<string, string> {
    return Object.fromEntries([...this.byName.values()].map(({ name, value }) => [name, value]));
  }

  private add(file: string, name: string | undefined, value: string | undefined): void {
    if (!name || value === undefined) throw new Error(`${file}: a label has no fullName or no value.`);
    if (this.byName.has(name.toLowerCase())) throw new Error(`${file}: the label ${name} is defined twice.`);
    this.byName.set(name.toLowerCase(), { name, value });
  }
}
