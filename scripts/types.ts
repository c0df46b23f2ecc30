// npm run types: generates the declarations of the Apex methods and the paths of the components.
import { generateTypes } from './lwc/compile.ts';
import { main } from './project/run.ts';

await main(generateTypes);
