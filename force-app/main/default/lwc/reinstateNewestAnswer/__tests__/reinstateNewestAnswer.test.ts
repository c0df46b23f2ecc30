import { NewestAnswer } from 'c/reinstateNewestAnswer';
import { pending } from '../../../../../test/jest-page/page';

function listener(): { heard: unknown[]; answers: NewestAnswer<string> } {
    const heard: unknown[] = [];
    const answers = new NewestAnswer<string>({
        answered: (answer) => heard.push(answer),
        failed: (messages) => heard.push(messages),
    });
    return { heard, answers };
}

describe('c-reinstate-newest-answer', () => {
    it('hands on the answer, or the sentences on why there is none', async () => {
        const { heard, answers } = listener();

        await answers.ask(async () => 'yes');
        await answers.ask(() =>
            Promise.reject(Object.assign(new Error(), { body: { message: 'The server is busy.' } })),
        );

        expect(heard).toEqual(['yes', ['The server is busy.']]);
    });

    it('drops what a newer question has overtaken, also a failure', async () => {
        const { heard, answers } = listener();
        const [slow, failing] = [pending(), pending()];
        const asked = [answers.ask(() => slow.promise), answers.ask(() => failing.promise)];

        await answers.ask(async () => 'newest');
        slow.answer('old');
        failing.fail(new Error('old'));
        await Promise.all(asked);

        expect(heard).toEqual(['newest']);
    });

    it('hands on nothing once it was dropped', async () => {
        const { heard, answers } = listener();
        const slow = pending();
        const asked = answers.ask(() => slow.promise);

        answers.drop();
        slow.answer('late');
        await asked;

        expect(heard).toEqual([]);
    });
});
