import ReinstateChecks from 'c/reinstateChecks';
import { find, findAll, show, textOf } from '../../../../../test/jest-page/page';
import verifyJson from '../../reinstateUserPanel/__tests__/data/verify.json';

const TAG = 'c-reinstate-checks';
const { checks } = (verifyJson as Reinstate.RestoreVerificationView).users[0];

function lineOf(element: Element, name: string): string {
    return [...find(element, `[data-check="${name}"]`).querySelectorAll('p')].map((it) => it.textContent).join(' ');
}

describe('c-reinstate-checks', () => {
    it('answers every check in words and by an icon of its own', () => {
        const element = show(TAG, ReinstateChecks, { checks });

        expect(lineOf(element, 'active')).toBe('Is active Yes');
        expect(lineOf(element, 'role')).toContain('Does not apply');
        expect(lineOf(element, 'mail')).toContain('Not yet');
        expect(lineOf(element, 'access')).toContain('Has the access No');
        const icons = findAll<HTMLElement & { iconName: string }>(element, 'lightning-icon').map((it) => it.iconName);
        expect(icons).toEqual([
            'utility:success',
            'utility:success',
            'utility:success',
            'utility:dash',
            'utility:error',
            'utility:clock',
        ]);
    });

    it('gives the detail, and the cure where the answer is not yes', () => {
        const element = show(TAG, ReinstateChecks, {
            checks: [checks[4], { ...checks[0], cure: 'Nothing to do.' }],
        });

        expect(lineOf(element, 'access')).toContain('Sales Operations is missing.');
        expect(lineOf(element, 'access')).toContain('Assign the license, then the permission set.');
        expect(textOf(element)).not.toContain('Nothing to do.');
    });

    it('is accessible when checks are answered', async () => {
        await expect(show(TAG, ReinstateChecks, { checks })).toBeAccessible();
    });
});
