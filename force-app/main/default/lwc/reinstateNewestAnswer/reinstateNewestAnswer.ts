import { errorMessages } from 'c/reinstateErrors';

interface Listener<Answer> {
    answered(answer: Answer): void;
    /** Is told why there is no answer, in full sentences. */
    failed(messages: string[]): void;
}

/** Hands on what comes of the question that was asked last; what it has overtaken is dropped. */
export class NewestAnswer<Answer> {
    private latest = 0;
    private readonly listener: Listener<Answer>;

    constructor(listener: Listener<Answer>) {
        this.listener = listener;
    }

    async ask(question: () => Promise<unknown>): Promise<void> {
        this.drop();
        const turn = this.latest;
        let tell: () => void;
        try {
            const answer = (await question()) as Answer;
            tell = () => this.listener.answered(answer);
        } catch (error) {
            tell = () => this.listener.failed(errorMessages(error));
        }
        if (turn === this.latest) {
            tell();
        }
    }

    /** No answer that is on its way is of interest any more. */
    drop(): void {
        this.latest += 1;
    }
}
