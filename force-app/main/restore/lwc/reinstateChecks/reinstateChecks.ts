import { LightningElement, api } from 'lwc';
import { labels } from 'c/reinstateRestoreLabels';

interface AnswerLook {
    icon: string;
    variant: string | undefined;
    text: string;
}

const LOOKS: Record<Reinstate.RestoreCheck['answer'], AnswerLook> = {
    yes: { icon: 'utility:success', variant: 'success', text: labels.answerYes },
    notYet: { icon: 'utility:clock', variant: 'warning', text: labels.answerNotYet },
    no: { icon: 'utility:error', variant: 'error', text: labels.answerNo },
    notApplicable: { icon: 'utility:dash', variant: undefined, text: labels.answerNotApplicable },
};

interface ShownCheck {
    name: string;
    label: string;
    answer: string;
    look: AnswerLook;
    detail?: string | null;
    cure?: string | null;
}

/** What was read again after a restore, one line for each question, answered in words and an icon. */
export default class ReinstateChecks extends LightningElement {
    labels = labels;

    @api checks: Reinstate.RestoreCheck[] = [];

    get shownChecks(): ShownCheck[] {
        return this.checks.map((check) => ({
            name: check.name,
            label: check.label,
            answer: check.answer,
            look: LOOKS[check.answer],
            detail: check.detail,
            cure: check.answer === 'yes' ? null : check.cure,
        }));
    }
}
