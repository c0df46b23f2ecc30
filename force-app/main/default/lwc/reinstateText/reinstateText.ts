import locale from '@salesforce/i18n/locale';

const NUMBERS = new Intl.NumberFormat(locale);

/** A whole number as the running user's locale writes it. */
export function inLocale(number: number): string {
    return NUMBERS.format(number);
}

/** Puts values into the places {0}, {1} … of a custom label. A place without a value stays as it is. */
export function fill(label: string, ...values: (string | number)[]): string {
    return label.replace(/\{(\d+)\}/g, (place, index: string) => {
        const value = values[Number(index)];
        if (value === undefined) {
            return place;
        }
        return typeof value === 'number' ? inLocale(value) : value;
    });
}

/** Chooses between the label for exactly one and the label for any other number, and puts the number in. */
export function count(quantity: number, one: string, other: string): string {
    return fill(quantity === 1 ? one : other, quantity);
}

/** An ISO date-time as a timestamp, which is what the date-time components take; null when there is none. */
export function timestamp(isoDateTime: string | null | undefined): number | null {
    return isoDateTime ? Date.parse(isoDateTime) : null;
}
