import type { Store } from '../../store/Store.ts';

/** The row of the org itself; its Id is the org's Id. */
export function seedOrganization(store: Store, values: { name: string; createdAt: number }): string {
  return store.insertRow('Organization', {
    Name: values.name,
    OrganizationType: 'Enterprise Edition',
    InstanceName: 'LOCAL',
    IsSandbox: false,
    IsReadOnly: false,
    DefaultLocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    TimeZoneSidKey: 'America/Los_Angeles',
    FiscalYearStartMonth: 1,
    Country: 'US',
    CreatedDate: values.createdAt,
    LastModifiedDate: values.createdAt,
    SystemModstamp: values.createdAt,
  });
}
