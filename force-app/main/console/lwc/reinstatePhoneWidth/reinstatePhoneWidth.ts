import formFactor from '@salesforce/client/formFactor';

/** Below this width a table of six columns cannot be read: phones, and small tablets held upright. */
const PHONE_WIDTH = '(max-width: 767px)';

/** Tells whether the page is as narrow as a phone, now and whenever that changes. */
export class PhoneWidth {
    private query: MediaQueryList | undefined;
    private readonly tell: (isPhone: boolean) => void;

    constructor(tell: (isPhone: boolean) => void) {
        this.tell = tell;
    }

    start(): void {
        if (typeof window.matchMedia === 'function') {
            this.query = window.matchMedia(PHONE_WIDTH);
            this.query.addEventListener('change', this.handleChange);
            this.handleChange();
        }
    }

    stop(): void {
        this.query?.removeEventListener('change', this.handleChange);
    }

    private readonly handleChange = (): void => {
        this.tell(formFactor === 'Small' || this.query?.matches === true);
    };
}
