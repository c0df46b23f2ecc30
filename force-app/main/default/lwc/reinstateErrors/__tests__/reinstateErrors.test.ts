import { errorMessages, isAccessMissing, isUnanswered } from 'c/reinstateErrors';

describe('c-reinstate-errors', () => {
    it('reads the message of an Apex error', () => {
        expect(errorMessages({ status: 500, body: { message: 'No seat is left.' } })).toEqual(['No seat is left.']);
    });

    it('reads each message of a list once', () => {
        const body = [{ message: 'One.' }, { message: 'Two.' }, { message: 'One.' }];
        expect(errorMessages({ body })).toEqual(['One.', 'Two.']);
    });

    it('reads page and field errors', () => {
        const body = { pageErrors: [{ message: 'Page.' }], fieldErrors: { Email: [{ message: 'Field.' }] } };
        expect(errorMessages({ body })).toEqual(['Page.', 'Field.']);
    });

    it('reads JavaScript errors and plain text', () => {
        expect(errorMessages(new Error('Broken.'))).toEqual(['Broken.']);
        expect(errorMessages('Broken.')).toEqual(['Broken.']);
    });

    it.each([undefined, null, {}, { body: {} }, { message: ' ' }, 5])('says what to try for %p', (error) => {
        expect(errorMessages(error)).toEqual([expect.stringContaining('Try again')]);
    });

    it('knows a call without an answer from one that was refused', () => {
        expect(isUnanswered(new TypeError('Failed to fetch'))).toBe(true);
        expect(isUnanswered({ body: { message: 'Disconnected or Canceled' } })).toBe(true);
        expect(isUnanswered({ body: { message: 'No seat is left.' } })).toBe(false);
    });

    it('knows an error about missing access from any other', () => {
        const named =
            "You need Reinstate View (ReinstateView), for example from the permission set 'Reinstate Operator'.";
        const refused = "You do not have access to the Apex class named 'RestoreConsoleController'.";
        expect(isAccessMissing({ body: { message: named } })).toBe(true);
        expect(isAccessMissing({ body: { message: refused } })).toBe(true);
        expect(isAccessMissing({ body: { message: 'You need Reinstate Restore (ReinstateRestore).' } })).toBe(false);
    });
});
