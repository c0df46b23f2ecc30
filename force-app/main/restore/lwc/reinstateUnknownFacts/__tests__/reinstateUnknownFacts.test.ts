import ReinstateUnknownFacts from 'c/reinstateUnknownFacts';
import { findAll, show, textOf } from '../../../../../test/jest-page/page';

const TAG = 'c-reinstate-unknown-facts';
const FACTS: Reinstate.UnknownFact[] = [
    { area: 'overview', text: 'Role: not known. User.UserRoleId cannot be read here.' },
    { area: 'access', text: 'Queues: not known. GroupMember cannot be read here.' },
];

function showFacts(properties: Record<string, unknown>): HTMLElement {
    return show(TAG, ReinstateUnknownFacts, properties);
}

describe('c-reinstate-unknown-facts', () => {
    it('lists what is not known and what would make it known', () => {
        const facts = showFacts({ facts: FACTS });

        expect(textOf(facts)).toMatch(/^Not known Role: not known\. .* Queues: not known\./);
        expect(findAll(facts, '[data-unknown]')).toHaveLength(2);
    });

    it('keeps to one part of the panel', () => {
        expect(textOf(showFacts({ facts: FACTS, area: 'access' }))).toBe(
            'Not known Queues: not known. GroupMember cannot be read here.',
        );
    });

    it.each([[[]], [null], [undefined]])('is not there where all is known', (facts) => {
        expect(textOf(showFacts({ facts }))).toBe('');
        expect(textOf(showFacts({ facts, area: 'licenses' }))).toBe('');
    });

    it('is accessible', async () => {
        await expect(showFacts({ facts: FACTS })).toBeAccessible();
    });
});
