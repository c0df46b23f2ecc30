/** Messaging.Email and Messaging.SingleEmailMessage: what Apex has set so far, by the name of the property. */
export class EmailValue {
  readonly apexType: string;
  private readonly values: Map<string, unknown>;

  constructor(apexType: string, defaults: Readonly<Record<string, unknown>>) {
    this.apexType = apexType;
    this.values = new Map(Object.entries(defaults));
  }

  get(property: string): unknown {
    return this.values.get(property) ?? null;
  }

  set(property: string, value: unknown): void {
    this.values.set(property, value);
  }

  text(property: string): string | null {
    return this.get(property) as string | null;
  }

  /** Null counts as false. */
  isTrue(property: string): boolean {
    return this.get(property) === true;
  }
}
