import type { ApexType } from '../symbols/ApexType.ts';
import type { ProjectType } from '../symbols/ProjectType.ts';

/** What the code of one file shares: constants that are looked up once, references to classes that are linked later. */
export class UnitScope {
  readonly withCoverage: boolean;
  /** `const p0 = $rt.platform("…")`: there when the unit is evaluated. */
  readonly constants = new Map<string, string>();
  /** `c0 = $rt.classOf("…")`: there when all units are evaluated. */
  readonly links = new Map<string, string>();
  /** Lines with code, in the order in which they got their counters. */
  readonly lines: number[] = [];
  private readonly lineIndexes = new Map<number, number>();

  constructor(withCoverage: boolean) {
    this.withCoverage = withCoverage;
  }

  private constant(prefix: string, source: string): string {
    return named(this.constants, prefix, source);
  }

  /** What a member of the platform does. */
  platform(id: string): string {
    return this.constant('p', `$rt.platform(${JSON.stringify(id)})`);
  }

  type(type: ApexType): string {
    return this.constant('t', `$rt.type(${JSON.stringify(type.name)})`);
  }

  callSite(type: ProjectType): string {
    const name = type.unit.kind === 'anonymous' ? 'anonymous' : type.name;
    return this.constant('site', `$rt.callSite(${JSON.stringify(name)}, ${type.unit.apiVersion})`);
  }

  classOf(type: ProjectType): string {
    return named(this.links, 'c', `$rt.classOf(${JSON.stringify(type.name)})`);
  }

  enumConstant(type: ApexType, name: string): string {
    const source = `(${JSON.stringify(type.name)}, ${JSON.stringify(name)})`;
    if (type.project) return named(this.links, 'e', `$rt.projectConstant${source}`);
    return this.constant('m', `$rt.platformConstant${source}`);
  }

  decimal(text: string): string {
    return this.constant('n', `$rt.decimal(${JSON.stringify(text)})`);
  }

  double(value: number): string {
    return this.constant('n', `$rt.double(${JSON.stringify(value)})`);
  }

  /** The statement that counts a line as covered; empty without coverage. */
  cover(line: number): string {
    let index = this.lineIndexes.get(line);
    if (index === undefined) {
      index = this.lines.push(line) - 1;
      this.lineIndexes.set(line, index);
    }
    return this.withCoverage ? `$c[${index}] = 1; ` : '';
  }
}

function named(map: Map<string, string>, prefix: string, source: string): string {
  const known = map.get(source);
  if (known) return known;
  const name = `${prefix}${map.size}`;
  map.set(source, name);
  return name;
}
