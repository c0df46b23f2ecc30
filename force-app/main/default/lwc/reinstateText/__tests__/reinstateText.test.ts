import { count, fill, timestamp } from 'c/reinstateText';

describe('c-reinstate-text', () => {
    it('puts values into their numbered places', () => {
        expect(fill('{1} of {0} {1}', 'a', 2)).toBe('2 of a 2');
    });

    it('writes numbers as the user does', () => {
        expect(fill('{0} of {1}', 1234, '1234')).toBe('1,234 of 1234');
    });

    it('leaves a place without a value and takes a value literally', () => {
        expect(fill('{0} {1}', '$& {1}')).toBe('$& {1} {1}');
    });

    it('chooses the singular for one only', () => {
        expect([0, 1, 2].map((quantity) => count(quantity, '{0} seat', '{0} seats'))).toEqual([
            '0 seats',
            '1 seat',
            '2 seats',
        ]);
    });

    it('reads ISO date-times and knows none', () => {
        expect(timestamp('2026-11-20T10:00:00.000Z')).toBe(Date.UTC(2026, 10, 20, 10));
        expect(timestamp(null)).toBeNull();
        expect(timestamp(undefined)).toBeNull();
    });
});
