import { sentenceOf, sentencesOf, troubledItems } from 'c/reinstateOutcomeText';
import executeJson from '../../reinstateUserPanel/__tests__/data/execute.json';

const outcome = executeJson as Reinstate.RestoreOutcomeView;

describe('c-reinstate-outcome-text', () => {
    it('says the thing, what happened, and what to do next', () => {
        expect(sentenceOf({ label: 'Sales', message: 'No seat.', statusCode: 'LIMIT', cure: 'Free one.' })).toBe(
            'Sales: No seat. Free one.',
        );
        expect(sentenceOf({ label: 'Sales', message: null, statusCode: 'LIMIT' })).toBe('Sales: LIMIT');
    });

    it('takes what failed or was refused, and is never empty', () => {
        const results = troubledItems(outcome).map(({ result }) => result);
        expect(results.length).toBeGreaterThan(0);
        expect(results.every((result) => ['failed', 'refused'].includes(result))).toBe(true);
        expect(sentencesOf(outcome)).toHaveLength(results.length);
        expect(sentencesOf({ ...outcome, users: [] })).toHaveLength(1);
        expect(troubledItems(null)).toEqual([]);
    });
});
