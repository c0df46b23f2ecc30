import type { CompiledUnit } from '../compiler/CompiledUnit.ts';
import { registerObjectModel } from '../values/json/ObjectModel.ts';
import { createLibrary } from './createLibrary.ts';
import { Linker } from './Linker.ts';
import { Program } from './Program.ts';
import { ProgramObjectModel } from './ProgramObjectModel.ts';
import { orgServices, type RuntimeServices } from './services.ts';
import { TypeTests } from './TypeTests.ts';

export interface LoadOptions {
  /** Counts the lines that run. */
  readonly coverage?: boolean;
  /** What code asks the org for; default: the org that runs. */
  readonly services?: RuntimeServices;
  /** Paths of triggers that are switched off. */
  readonly inactive?: ReadonlySet<string>;
}

/** Links compiled units. They must belong together: compiled at once, or from one cache. */
export function loadProgram(units: readonly CompiledUnit[], options: LoadOptions = {}): Program {
  const services = options.services ?? orgServices;
  const linker = new Linker();
  const supertypes = new Map(
    units.flatMap((unit) => unit.classes.map((each) => [each.name, each.supertypes] as const)),
  );
  const types = new TypeTests(supertypes, services.platform);
  const library = createLibrary(linker, types, services);
  linker.link(units, library, options.coverage ?? false);
  const program = new Program(linker, types, units, options.inactive);
  program.library = library;
  registerObjectModel(new ProgramObjectModel(linker, program, types, services.platform));
  return program;
}
