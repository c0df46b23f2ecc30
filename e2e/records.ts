import type { Shell } from './pages/Shell.ts';

/** Whether a user is active in the org, whatever the page says. */
export async function isActive(shell: Shell, userId: string | null): Promise<boolean> {
  const [user] = await shell.query<{ IsActive: boolean }>(`SELECT IsActive FROM User WHERE Id = '${userId}'`);
  return user?.IsActive === true;
}

/** The one row of a query, or a failure that says what the sample lacks. */
export async function one<Row>(shell: Shell, soql: string, what: string): Promise<Row> {
  const [row] = await shell.query<Row>(soql);
  if (!row) throw new Error(`The sample has no ${what}.`);
  return row;
}
