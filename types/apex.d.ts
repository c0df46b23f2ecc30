/** The Apex methods that components call. */
declare namespace Apex {
  /** Imperative call and wire adapter in one, as `@salesforce/apex/*` imports are on the platform. */
  interface Method<Params, Result> {
    (params: Params): Promise<Result>;
    adapter: import('lwc').WireAdapterConstructor;
  }
}

declare module '@salesforce/apex/RestoreConsoleController.open' {
  const open: Apex.Method<{ query: Reinstate.InactiveUserQuery }, Reinstate.ConsoleState>;
  export default open;
}

declare module '@salesforce/apex/RestoreConsoleController.findInactiveUsers' {
  const findInactiveUsers: Apex.Method<{ query: Reinstate.InactiveUserQuery }, Reinstate.InactiveUserPage>;
  export default findInactiveUsers;
}

declare module '@salesforce/apex/RestoreController.plan' {
  const plan: Apex.Method<{ userIds: string[]; options: Reinstate.RestoreOptions }, Reinstate.RestorePlanView>;
  export default plan;
}

declare module '@salesforce/apex/RestoreController.execute' {
  const execute: Apex.Method<{ key: string }, Reinstate.RestoreOutcomeView>;
  export default execute;
}

declare module '@salesforce/apex/RestoreController.verify' {
  const verify: Apex.Method<{ key: string }, Reinstate.RestoreVerificationView>;
  export default verify;
}

declare module '@salesforce/apex/RestoreActivityController.findRecords' {
  const findRecords: Apex.Method<{ query: Reinstate.RestoreActivityQuery }, Reinstate.RestoreActivityPage>;
  export default findRecords;
}
