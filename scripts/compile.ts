// npm run compile: the components' TypeScript to JavaScript beside it, which `sf` deploys.
import { compileComponents } from './lwc/compile.ts';
import { main } from './project/run.ts';

await main(compileComponents);
