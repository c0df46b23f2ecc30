import { textIn } from '../rowReading.ts';
import type { UserCheck } from './UserCheck.ts';

/** Users of the platform itself (Automated Process and the like) have no profile and cannot be edited by anyone. */
export const checkSystemUsers: UserCheck = (rows) => {
  for (const row of rows) {
    if (row.old && (textIn(row.old, 'ProfileId') === null || textIn(row.old, 'UserType') === 'AutomatedProcess')) {
      row.addError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
    }
  }
};
