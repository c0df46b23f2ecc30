import type {
  ApexCall,
  ApexResult,
  BootData,
  Mail,
  OrgHost,
  OrgReference,
  Persona,
  ReferenceProblem,
} from '../../../src/web/host-api.ts';

export const ADMIN: Persona = {
  userId: '005000000000001AAA',
  name: 'Ada Admin',
  role: 'Administrator',
  description: 'May do everything.',
};
export const VIEWER: Persona = { userId: '005000000000002AAA', name: 'Vera Viewer', role: 'No permissions' };

/** An org with two users and the Apex of the demo project, written down in a few lines. */
export class FakeOrg implements OrgHost {
  calls: ApexCall[] = [];
  resets = 0;
  users = seedUsers();
  sent: Mail[] = [];
  unresolved: (reference: OrgReference) => string | null = () => null;

  personas(): Persona[] {
    return [ADMIN, VIEWER];
  }

  bootData(userId: string): BootData {
    const persona = userId === ADMIN.userId ? ADMIN : VIEWER;
    return {
      user: {
        Id: persona.userId,
        Name: persona.name,
        Username: 'user@example.invalid',
        Email: 'user@example.invalid',
        ProfileName: 'Standard User',
        TimeZoneSidKey: 'America/Los_Angeles',
        LocaleSidKey: 'en_US',
      },
      orgId: '00D000000000001AAA',
      labels: { Demo_Title: 'Users of the demo' },
      customPermissions: persona === ADMIN ? ['DemoEdit'] : [],
      userPermissions: [],
      ...(persona === VIEWER ? { visibleTabs: ['DemoConsole'] } : {}),
    };
  }

  invokeApex(call: ApexCall): ApexResult {
    this.calls.push(call);
    if (call.methodName === 'findUsers') {
      const term = ((call.params.searchTerm as string | null) ?? '').toLowerCase();
      return { ok: true, value: this.users.filter((user) => user.name.toLowerCase().includes(term)) };
    }
    if (call.methodName === 'renameUser') {
      this.users = this.users.map((user) =>
        user.id === call.params.userId ? { ...user, name: String(call.params.name) } : user,
      );
      return { ok: true, value: null };
    }
    return {
      ok: false,
      error: {
        message: 'You may not do this.',
        exceptionType: 'System.AuraHandledException',
        stackTrace: 'Class.Demo: line 1',
      },
    };
  }

  checkReferences(references: OrgReference[]): ReferenceProblem[] {
    return references.flatMap((reference) => {
      const message = this.unresolved(reference);
      return message ? [{ reference, message }] : [];
    });
  }

  mails(): Mail[] {
    return this.sent;
  }

  resumeSubscriber(): void {
    throw new Error('This org has no subscribers.');
  }

  advanceClock(milliseconds: number): Date {
    return new Date(milliseconds);
  }

  reset(): void {
    this.resets += 1;
    this.users = seedUsers();
    this.sent = [];
  }

  query({ soql }: { soql: string }): { totalSize: number; done: boolean; records: Record<string, unknown>[] } {
    if (!/^select/i.test(soql)) throw new Error(`unexpected token: '${soql}'`);
    return { totalSize: 1, done: true, records: [{ attributes: { type: 'User' }, Name: ADMIN.name }] };
  }

  executeAnonymous() {
    return {
      compiled: true,
      compileProblem: null,
      success: true,
      exceptionMessage: null,
      exceptionStackTrace: null,
      line: -1,
      column: -1,
      logs: 'DEBUG hello',
    };
  }
}

function seedUsers(): { id: string; name: string }[] {
  return [
    { id: '005000000000003AAA', name: 'Ines Inactive' },
    { id: '005000000000004AAA', name: 'Igor Inactive' },
  ];
}
