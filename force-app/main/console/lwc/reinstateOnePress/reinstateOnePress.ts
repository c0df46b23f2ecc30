import planRestore from '@salesforce/apex/RestoreController.plan';
import { firstChoices, toOptions } from 'c/reinstatePlanChoices';
import type { AccessChoice } from 'c/reinstatePlanChoices';

/** The plan of a restore that nobody looks at before it is carried out: everything as the settings say. */
export async function planOnePress(userId: string, accessChoice: AccessChoice): Promise<Reinstate.RestorePlanView> {
    const options = toOptions(firstChoices(accessChoice), userId, null);
    return (await planRestore({ userIds: [userId], options })) as Reinstate.RestorePlanView;
}

/** Whether a plan holds something that a person has to see before it is carried out. */
export function asksPerson({ users, policy }: Reinstate.RestorePlanView): boolean {
    const [user] = users;
    const isUnclear = user?.isHighRisk !== false || (user.unknown?.length ?? 0) > 0;
    if (!user?.canExecute || isUnclear || policy?.missing.length > 0) {
        return true;
    }
    return user.sendsMail && !isReachable(user.email);
}

/** Sandboxes end the addresses of their users so, and no mail to them arrives. */
function isReachable(email: string | null | undefined): boolean {
    return Boolean(email) && !email?.toLowerCase().endsWith('.invalid');
}
