import { UserError } from '../project/run.ts';
import { askCli, type Cli, oneLine } from './cli.ts';

/** The org that the CLI is logged in to. */
export interface OrgLogin {
  readonly username: string;
  /** Without a slash at its end. */
  readonly instanceUrl: string;
}

interface OrgDisplay {
  username: string;
  instanceUrl: string;
  connectedStatus?: string;
}

/**
 * Makes sure that the CLI is logged in to an org.
 *
 * @throws UserError that names the command to log in with
 */
export function requireLogin(cli: Cli, root: string, targetOrg: string): OrgLogin {
  const answer = askCli<OrgDisplay>(cli, root, ['org', 'display', '--target-org', targetOrg]);
  const cure = `Type: npx sf org login web --alias ${targetOrg}`;
  if (answer.status !== 0 || !answer.result) {
    const unknown = answer.name === 'NamedOrgNotFoundError' || answer.name === 'NoOrgFound';
    const why = unknown ? `The Salesforce CLI has no login named "${targetOrg}".` : `Not logged in: ${oneLine(answer)}`;
    throw new UserError(`${why} ${cure}`);
  }
  const { username, instanceUrl, connectedStatus } = answer.result;
  // Scratch orgs report "Active" in a field of their own and may leave this one out.
  if (connectedStatus !== undefined && connectedStatus !== 'Connected') {
    throw new UserError(`The login "${targetOrg}" (${username}) is not connected: ${connectedStatus}. ${cure}`);
  }
  return { username, instanceUrl: instanceUrl.replace(/\/+$/, '') };
}
