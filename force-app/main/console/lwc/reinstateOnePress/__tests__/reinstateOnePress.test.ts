import { asksPerson } from 'c/reinstateOnePress';
import planJson from '../../../../restore/lwc/reinstateUserPanel/__tests__/data/plan.json';

jest.mock('@salesforce/apex/RestoreController.plan', () => ({ default: jest.fn() }), { virtual: true });

const plan = planJson as Reinstate.RestorePlanView;
const [user] = plan.users;

function planWith(change: Partial<Reinstate.UserRestorePlan>): Reinstate.RestorePlanView {
    const ready = { ...user, email: 'ada@example.com', isHighRisk: false, unknown: [] };
    return { ...plan, policy: { ...plan.policy, missing: [] }, users: [{ ...ready, ...change }] };
}

describe('c-reinstate-one-press', () => {
    it('asks nobody where all is known and nothing is risky', () => {
        expect(asksPerson(planWith({}))).toBe(false);
    });

    it.each([
        ['is high-risk', { isHighRisk: true }],
        ['may be high-risk', { isHighRisk: null }],
        ['says nothing of risk', { isHighRisk: undefined }],
        ['leaves something unknown', { unknown: [{ area: 'licenses' as const, text: 'Whether a seat is left' }] }],
        ['cannot be carried out', { canExecute: false }],
    ])('asks a person when the plan %s', (_what, change) => {
        expect(asksPerson(planWith(change))).toBe(true);
    });
});
