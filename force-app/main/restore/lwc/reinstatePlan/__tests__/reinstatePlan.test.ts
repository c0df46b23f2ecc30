import ReinstatePlan from 'c/reinstatePlan';
import { find, findAll, show, textOf } from '../../../../../test/jest-page/page';
import planJson from '../../reinstateRestoreModal/__tests__/data/plan.json';

const TAG = 'c-reinstate-plan';
const { users, seats } = planJson as Reinstate.RestorePlanView;
const [plan] = users;
const blocked: Reinstate.UserRestorePlan = {
    ...plan,
    canExecute: false,
    refusals: ['No seat of Salesforce is left: 20 of 20 are used.'],
    setupUrl: '/lightning/setup/CompanyProfileInfo/home',
};

/** What stands under a heading, up to the next one. */
function groupOf(element: Element, heading: string): string {
    const section = findAll(element, 'section').find((it) => it.querySelector('h2')?.textContent === heading);
    return section?.textContent?.replace(/\s+/g, ' ') ?? '';
}

describe('c-reinstate-plan', () => {
    it('tells the seat, what comes back, what does not and why, what is there, and what is by hand', () => {
        const element = show(TAG, ReinstatePlan, { plan, seats });

        expect(textOf(element)).toContain('Salesforce: 2 seats left now, 1 after the restore');
        expect(groupOf(element, 'Comes back')).toContain('Sales Operations');
        expect(groupOf(element, 'Comes back')).toContain('Permission set · from the audit trail');
        expect(groupOf(element, 'Comes back')).toContain('expired, will be extended');
        expect(groupOf(element, 'Comes back')).not.toContain('CPQ User');
        expect(groupOf(element, 'Does not come back')).toContain('CPQ User');
        expect(groupOf(element, 'Does not come back')).toContain('No seat of this license is left.');
        expect(groupOf(element, 'Already there')).toContain('Field Service');
        expect(groupOf(element, 'By hand, because no API can do it')).toContain('Territories');
    });

    it('admits that the earlier access may be incomplete, and where it comes from', () => {
        const element = show(TAG, ReinstatePlan, { plan, seats });

        expect(textOf(element)).toContain('The list of earlier access may be incomplete.');
        expect(textOf(element)).toContain('Read from 312 audit trail rows');
        expect(textOf(show(TAG, ReinstatePlan, { plan: { ...plan, accessIncomplete: false }, seats }))).not.toContain(
            'incomplete',
        );
    });

    it('gives every reason and the way to Setup when the user is blocked', () => {
        const element = show(TAG, ReinstatePlan, { plan: blocked, seats });

        expect(find(element, '[role="alert"]').textContent).toContain(blocked.refusals[0]);
        expect(find(element, '[role="alert"] a').getAttribute('href')).toBe(blocked.setupUrl);
    });

    it('says that an active user needs nothing', () => {
        const element = show(TAG, ReinstatePlan, {
            plan: { ...plan, canExecute: false, alreadyActive: true, items: [] },
            seats: [],
        });

        expect(textOf(element)).toContain('This user is active already.');
        expect(findAll(element, '[role="alert"]')).toHaveLength(0);
    });

    it('is accessible when it can be carried out and when it is blocked', async () => {
        await expect(show(TAG, ReinstatePlan, { plan, seats })).toBeAccessible();
        await expect(show(TAG, ReinstatePlan, { plan: blocked, seats })).toBeAccessible();
    });
});
