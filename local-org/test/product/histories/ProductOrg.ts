import { join } from 'node:path';
import { cacheDirectory } from '../../../src/cli/project.ts';
import { LocalOrgHost } from '../../../src/host/LocalOrgHost.ts';
import { layerSources } from '../../../src/metadata/layerSources.ts';
import { readProjectSources } from '../../../src/metadata/sourceFiles.ts';

/** A row of a query, by field name. */
export type Row = Readonly<Record<string, unknown>>;

/** The sample org with the product, and what else somebody deployed there. Every call is one transaction. */
export class ProductOrg {
  private readonly host: LocalOrgHost;
  readonly administratorId: string;

  /** Deploys folders of the fixtures on top: by default somebody who changes users beside the product. */
  constructor(...fixtures: readonly string[]) {
    const product = readProjectSources(join(import.meta.dirname, '..', '..', '..', '..'));
    const layers = (fixtures.length > 0 ? fixtures : ['histories']).map((fixture) =>
      readProjectSources(join(import.meta.dirname, '..', 'fixtures', fixture)),
    );
    this.host = LocalOrgHost.open({
      project: layers.reduce(layerSources, product),
      file: ':memory:',
      cacheDirectory: cacheDirectory(product),
      seed: { kind: 'sample' },
    });
    const [administrator] = this.host.personas();
    if (!administrator) throw new Error('The sample org has no personas.');
    this.administratorId = administrator.userId;
  }

  close(): void {
    this.host.close();
  }

  /** What a component's call answers. Throws an Error with the message that the component would show. */
  call<T>(method: string, params: Readonly<Record<string, unknown>>): T {
    const [className = '', methodName = ''] = method.split('.');
    const call = { userId: this.administratorId, className, methodName, params, cacheable: false };
    const result = this.host.invokeApex(call);
    if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
    return result.value as T;
  }

  /** Lets everything that waits happen while time goes on: events are delivered, queued jobs run. */
  settle(milliseconds = 1000): void {
    this.host.advanceClock(milliseconds);
  }

  query(soql: string): Row[] {
    return this.host.query({ soql, userId: this.administratorId }).records;
  }
}
