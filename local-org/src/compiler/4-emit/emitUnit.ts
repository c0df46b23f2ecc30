import { addMapping, GenMapping, setSourceContent, toEncodedMap, type EncodedSourceMap } from '@jridgewell/gen-mapping';
import type { BoundType } from '../3-check/bound.ts';
import type { SourceFile } from '../source.ts';
import { emitType } from './emitType.ts';
import { unmark, type FunctionRange } from './marks.ts';
import { UnitScope } from './UnitScope.ts';

export interface EmittedUnit {
  /** Body of a function that gets `$rt`. */
  readonly js: string;
  readonly map: EncodedSourceMap;
  readonly functions: readonly FunctionRange[];
  /** Lines with executable code. */
  readonly lines: readonly number[];
}

/** The JavaScript of one file. */
export function emitUnit(bound: BoundType, source: SourceFile, withCoverage: boolean): EmittedUnit {
  const unit = new UnitScope(withCoverage);
  const types = emitType(bound, unit);
  const { text, places, functions } = unmark(preamble(unit, source) + types + linkage(unit));
  const map = new GenMapping({ file: `${source.path}.js` });
  for (const { generated, original } of places) {
    addMapping(map, { generated, original: { line: original.line, column: original.column - 1 }, source: source.path });
  }
  setSourceContent(map, source.path, null);
  return { js: text, map: toEncodedMap(map), functions, lines: [...unit.lines] };
}

function preamble(unit: UnitScope, source: SourceFile): string {
  const constants = [...unit.constants].map(([code, name]) => `const ${name} = ${code};\n`).join('');
  const links = unit.links.size > 0 ? `let ${[...unit.links.values()].join(', ')};\n` : '';
  const counters = unit.withCoverage ? `const $c = $rt.counters(${JSON.stringify(source.path)});\n` : '';
  return `"use strict";\nconst $n = $rt.nullReference;\nlet $k = 0;\n${counters}${constants}${links}`;
}

function linkage(unit: UnitScope): string {
  const assignments = [...unit.links].map(([code, name]) => `${name} = ${code};\n`).join('');
  return assignments === '' ? '' : `$rt.onLink(() => {\n${assignments}});\n`;
}
