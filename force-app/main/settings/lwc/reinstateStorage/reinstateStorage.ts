import { fill } from 'c/reinstateText';
import { labels } from 'c/reinstateSettingsLabels';

/** Data storage in the unit that reads best. */
export function storageText(kilobytes: number): string {
    return kilobytes < 1024
        ? fill(labels.kilobytes, kilobytes)
        : fill(labels.megabytes, Math.round(kilobytes / 102.4) / 10);
}
